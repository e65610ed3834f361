"""Histories, negotiating texts and drafts side by side in files."""

import json

import pytest

import qalamoun_terms as qt
from qalamoun_terms.errors import FormatError

SIX, NINE = (qt.draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))


def data_of(value):
    return json.loads(qt.to_json(value))


def test_a_text_keeps_its_alternatives_and_what_was_decided():
    text = qt.resolve(qt.merge(SIX, {"State": SIX, "Opposition": NINE}), 1, words="seven")
    read = qt.from_json(qt.to_json(text))

    assert read == text
    assert read.decisions[0].words == "seven"
    assert [option.text for option in read.decisions[0].options] == ["six", "nine"]
    assert read.proposal().articles[0].accounts[0].text == "Grace of seven months."


def test_a_history_names_drafts_and_articles():
    data = data_of(qt.trace([SIX, NINE]))

    assert data["type"] == "history"
    assert [one["ref"] for one in data["lives"][0]["stages"]] == ["p1.a1", "p2.a1"]


def test_words_side_by_side_keep_their_marks():
    data = data_of(qt.side_by_side(SIX, NINE))

    marks = [one.get("mark", "same") for one in data["rows"][0]["cells"][1]["text"]]
    assert marks == ["same", "gone", "come", "same"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda data: data["rows"].clear(), "expected the articles and parties of its rows"),
        (lambda data: data["drafts"].pop("State"), "expected two or more parties, got 1"),
        (lambda data: data.update(policy="majority"), "policy: expected one of consent, editorial"),
        (
            lambda data: data["drafts"]["State"].pop("id"),
            r"drafts\.State\.id: expected a value, got none",
        ),
        (
            lambda data: data["bracketed"]["blocks"][0]["slots"][1]["segments"].append(7),
            r"segments\[3\]: expected text or an object, got int 7",
        ),
    ],
)
def test_a_text_that_does_not_hold_together_is_refused(change, problem):
    data = data_of(qt.merge(SIX, {"State": SIX, "Opposition": NINE}))
    change(data)

    with pytest.raises(FormatError, match=problem):
        qt.from_json(json.dumps(data))


def test_a_row_side_by_side_needs_a_cell_for_each_draft():
    data = data_of(qt.side_by_side(SIX, NINE))
    data["rows"][0]["cells"].pop()

    with pytest.raises(FormatError, match="expected 2 cells in row 1, got 1"):
        qt.from_json(json.dumps(data))
