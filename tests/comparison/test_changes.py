"""A change is a value: what it holds, what it refuses, and what it shows."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.comparison.changes import Change, Run
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.counting import counted, counted_row, counts_on, shift_between
from qalamoun_terms.comparison.edits import AccountEdit, ArticleEdit, FieldEdit, ProposalEdit
from qalamoun_terms.comparison.told import Comparability
from qalamoun_terms.comparison.wording import (
    apply_words,
    number_of_pieces,
    pieces,
    similarity,
    word_edits,
)
from qalamoun_terms.errors import FormatError, InvalidValueError
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.model.terms import Ceasefire, ServiceGrace, WeaponsHandover
from qalamoun_terms.model.time import Duration


def numbered(draft, id, count, edited=None):
    """A draft of so many articles, one of them with another wording."""
    words = [
        "The parties shall keep the road open." if n == edited else f"Clause of town {n}."
        for n in range(count)
    ]
    return draft(id, *((f"Article {n}", text) for n, text in enumerate(words, 1)))


def test_one_edit_takes_the_same_room_in_a_short_draft_and_in_a_long_one(draft):
    sizes = {
        count: len(to_json(compare(numbered(draft, "p1", count), numbered(draft, "p2", count, 5))))
        for count in (10, 1_000)
    }

    assert sizes[1_000] < 1.1 * sizes[10]


@pytest.mark.parametrize("place", [0, 500])
def test_an_inserted_article_takes_the_same_room_though_all_after_it_are_renumbered(draft, place):
    old = numbered(draft, "p1", 1_000)
    rows = [(one.label, one.accounts[0].text) for one in old.articles]
    rows.insert(place, ("", "No flags are flown."))
    new = draft("p2", *((f"Article {n}", text) for n, (_, text) in enumerate(rows, 1)))
    change = compare(old, new)

    assert len(to_json(change)) < 2_000
    assert change.counts == (
        {"added": 1, "renumbered": 1_000 - place} | ({"kept": place} if place else {})
    )


def test_a_change_is_a_value(draft):
    old, new = numbered(draft, "p1", 3), numbered(draft, "p2", 3, 1)

    assert compare(old, new) == compare(old, new)
    assert hash(compare(old, new)) == hash(compare(old, new))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        compare(old, new).drops = ()


def test_a_link_names_articles_by_label_where_that_is_unique_and_by_id_elsewhere(draft):
    rows = (("1", "Prisoners are released."), ("Annex", "Maps."), ("Annex", "Lists."))
    links = compare(draft("p1", *rows), draft("p2", *rows)).links

    assert [link.old for link in links] == [("1",), ("a2",), ("a3",)]


def test_a_label_that_is_another_articles_id_is_no_designator(draft):
    rows = (("a2", "Prisoners are released."), ("x", "Maps are handed over."))
    links = compare(draft("p1", *rows), draft("p2", *rows)).links

    assert [link.new for link in links] == [("a1",), ("x",)]


def test_lost_articles_stand_where_they_stood(draft):
    rows = tuple((str(n), f"Road {n} through town {n}.") for n in range(1, 6))
    links = compare(draft("p1", *rows), draft("p2", *rows[:1], *rows[3:])).links

    assert [(link.old, link.relation) for link in links] == [
        (("1",), "kept"),
        (("2",), "dropped"),
        (("3",), "dropped"),
        (("4",), "kept"),
        (("5",), "kept"),
    ]


def test_moves_are_one_for_articles_that_stay_together(draft):
    rows = tuple((None, f"Road {n} through town {n}.") for n in range(1, 8))
    change = compare(draft("p1", *rows), draft("p2", *rows[2:], *rows[:2]))

    assert [(move.length, move.after) for move in change.moves] == [(2, "a5")]
    assert change.counts == {"moved": 2, "kept": 5}


def test_the_summary_counts_and_says_how_comparable_the_texts_are(paper):
    change = compare(paper("p1", Ceasefire()), paper("p2", ServiceGrace()))

    assert change.summary == (
        "1 known before, 1 after: 1 not reported, 1 not reported before. Both texts are known by "
        "report only: terms are compared, words are not, and what one of the two does not mention "
        "counts as not reported."
    )


@pytest.mark.parametrize(
    ("sides", "absence", "words"),
    [
        ({"old": "verbatim", "new": "reported"}, "not reported", "The new text is known by report"),
        ({"old": "verbatim", "new": "verbatim"}, "not reported", "not known to be complete"),
        (
            {"old": "verbatim", "new": "verbatim", "old_complete": True, "new_complete": True},
            "dropped",
            "verbatim and complete",
        ),
    ],
)
def test_absence_is_called_by_what_is_known(sides, absence, words):
    known = Comparability(**sides)

    assert known.absence == absence
    assert words in known.words


# --- refusals


def test_a_run_needs_ids_that_count_on():
    with pytest.raises(InvalidValueError, match=r"run\.old: expected a number to count on"):
        Run(old="preamble", new="a1", at=0, length=2)
    with pytest.raises(InvalidValueError, match=r"run\.length: expected 1 to"):
        Run(old="a1", new="a1", at=0, length=0)
    assert Run(old="preamble", new="preamble", at=0).ids(0) == ("preamble", "preamble")
    with pytest.raises(InvalidValueError, match="expected a number"):
        Run(old="preamble", new="a1", at=0).ids(1)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: FieldEdit(article="a1", kind="truce", field="places"), "field_edit.kind"),
        (lambda: FieldEdit(article="a1", kind="ceasefire", field="weapons"), "field_edit.field"),
        (
            lambda: FieldEdit(article="a1", kind="ceasefire", field="duration", old="P6M"),
            "field_edit.old: expected Duration or None",
        ),
        (lambda: ProposalEdit(field="articles", old=(), new=()), "proposal_edit.field"),
        (lambda: AccountEdit(article="a1", account=0), "account_edit.new"),
        (
            lambda: ArticleEdit(article="a1", field="account_order", old=(0, 1), new=(1, 2)),
            "article_edit.new",
        ),
    ],
)
def test_an_edit_refuses_what_its_field_cannot_hold(make, message):
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_a_field_edit_in_json_has_the_type_of_its_field(paper):
    grace = ServiceGrace(duration=Duration.parse("P6M"))
    change = compare(paper("p1", grace), paper("p2", ServiceGrace(duration=Duration.parse("P1Y"))))
    text = to_json(change)

    assert '"new": "P12M"' in text
    assert isinstance(from_json(text), Change)
    with pytest.raises(FormatError, match=r"edits\[0\]\.new"):
        from_json(text.replace('"new": "P12M"', '"new": 12'))


def test_claims_in_json_are_lists(paper):
    old = paper("p1", WeaponsHandover(weapons=[]))
    text = to_json(compare(old, paper("p2", (WeaponsHandover(), WeaponsHandover(weapons=[])))))

    assert from_json(text) == compare(
        old, paper("p2", (WeaponsHandover(), WeaponsHandover(weapons=[])))
    )


# --- counting and words


@pytest.mark.parametrize(
    ("text", "step", "expected"),
    [
        ("a9", 1, "a10"),
        ("4.1", 1, "4.2"),
        ("(9)", 1, "(10)"),
        ("المادة ٩", 1, "المادة ١٠"),
        ("009", 1, "010"),
        ("a1", -2, None),
        ("IV", 1, None),
        ("IV", 0, "IV"),
    ],
)
def test_the_last_number_counts_on(text, step, expected):
    assert counted(text, step) == expected


@pytest.mark.parametrize("text", ["a9", "a098", "008", "٩", "0", "Article 4.9.", "9a"])
def test_a_row_of_texts_is_what_each_counts_on_to(text):
    assert counted_row(text, 4) == [counted(text, step) for step in range(4)]


def test_what_has_no_number_is_a_row_by_itself_only():
    assert counted_row("preamble", 1) == ["preamble"]
    assert counted_row("preamble", 2) is None


def test_the_rows_of_a_run_are_its_ids_and_its_designators():
    for names in ({}, {"old_name": "4"}, {"new_name": "IX.9"}, {"old_name": "4", "new_name": "7"}):
        run = Run(old="a1", new="b8", at=3, length=3, **names)

        assert list(run.rows()) == [(run.ids(n), run.designators(n)) for n in range(3)]


@pytest.mark.parametrize(
    ("old", "new"),
    [("09", "11"), ("9", "11"), ("x9", "11"), ("9.", "11."), ("٩", "١١"), ("9", "٩")],
)
def test_a_label_moves_on_as_far_as_it_counts_there_and_back(old, new):
    step = 2 if counted(old, 2) == new and counted(new, -2) == old else None

    assert shift_between(old, new) == step


def test_texts_count_on_one_by_one():
    assert counts_on(["4.1", "4.2", "4.3"])
    assert not counts_on(["4.1", "5.1"])


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [("4", "6", 2), ("6", "4", -2), ("4", "Article 6", None), (None, "4", None), ("x", "y", None)],
)
def test_a_label_moves_on_only_by_its_number(old, new, step):
    assert shift_between(old, new) == step


@given(st.text(st.characters(max_codepoint=127)) | st.text())
def test_a_text_of_plain_letters_is_cut_like_any_other(text):
    cut = pieces(text)

    assert "".join(cut) == text
    assert number_of_pieces(text) == len(cut)
    assert pieces(text + "é")[: len(cut) - 1] == cut[:-1]


def test_words_are_exchanged_one_by_one():
    old = "The army shall, within six months, leave the town."
    new = "The army may, within six weeks, leave the old town."

    assert [(edit.old, edit.new) for edit in word_edits(old, new)] == [
        ("shall", "may"),
        ("months", "weeks"),
        ("", "old "),
    ]
    assert apply_words(old, word_edits(old, new)) == new


def test_neighbouring_words_are_one_edit():
    assert len(word_edits("the army leaves now", "the fighters stay now")) == 1


def test_arabic_words_stay_whole():
    assert pieces("تسليم السلاح، فورًا")[:3] == ["تسليم", " ", "السلاح"]


def test_texts_too_long_to_align_are_exchanged_in_the_middle():
    old = "start " + "a b " * 6_000 + "end"
    new = "start " + "c d " * 6_000 + "end"

    assert len(word_edits(old, new)) == 1
    assert apply_words(old, word_edits(old, new)) == new


def test_texts_too_long_to_align_are_alike_by_their_words():
    words = [f"w{n}" for n in range(6_000)]

    assert similarity(words, words[::-1]) == 1
    assert similarity(words, [*words[:3_000], *(["x"] * 3_000)]) == 0.5


# --- filters


def test_movements_are_filtered_by_kind_and_by_whom_they_concern(paper):
    grace = ServiceGrace(duration=Duration.parse("P6M"))
    longer = attrs.evolve(grace, duration=Duration.parse("P9M"))
    change = compare(paper("p1", Ceasefire(), grace), paper("p2", WeaponsHandover(), longer))
    whom = "those liable to service"

    assert [one.field for one in change.by_kind("service_grace")] == ["duration"]
    assert change.by_kind() == ()
    assert change.concerned == (whom,)
    assert change.by_side(whom) == change.by_side(whom, direction="lighter")
    assert change.by_side(whom, direction="heavier") == ()
    with pytest.raises(InvalidValueError, match=r"by_kind: expected one of .*, got 'truce'"):
        change.by_kind("truce")


def test_links_are_filtered_by_relation_or_by_the_word_for_it(draft):
    rows = tuple((str(n), f"Road {n} through town {n}.") for n in range(1, 4))
    change = compare(draft("p1", *rows), draft("p2", *rows[1:], complete=False))

    assert [link.old for link in change.by_relation("dropped")] == [("1",)]
    assert change.by_relation("not reported") == change.by_relation("dropped")
    assert len(change.by_relation("kept", "renumbered")) == 2
