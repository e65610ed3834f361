"""What the reader of codings takes, and how it words what it refuses."""

from __future__ import annotations

import copy
import json

import pytest

from qalamoun_terms.errors import FormatError
from qalamoun_terms.evaluation.coding_in import read_coding
from qalamoun_terms.evaluation.codings import Span
from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.record import Stance

CODING = {
    "id": "report",
    "published": "2017-07-17",
    "genre": "report",
    "proposals": [
        {
            "id": "P1",
            "label": "the offer",
            "proposer_side": "state",
            "date": "2016-06-15~",
            "status": "tentative",
            "terms": [
                {
                    "id": "T1",
                    "kind": "weapons_handover",
                    "gist": "arms are given up",
                    "span": [0, 9],
                    "fields": {
                        "weapons": ["light", "heavy"],
                        "duration": "P2M",
                        "place": [],
                        "destination": None,
                        "beneficiary": "",
                    },
                }
            ],
        }
    ],
    "stances": [
        {
            "side": "opposition",
            "party": "the council",
            "target": "P1/T1",
            "stance": "rejected",
            "said_by": "anonymous",
            "span": [10, 20],
        }
    ],
    "parties": [],
    "places": [],
    "notes": "",
}


@pytest.fixture
def coding():
    return copy.deepcopy(CODING)


def test_a_coding_is_read_as_it_stands(coding):
    document = read_coding(coding)
    term, stance = document.proposals[0].terms[0], document.stances[0]

    assert document.published == "2017-07-17"
    assert term.fields == (("weapons", ("light", "heavy")), ("duration", ("P2M",)))
    assert (term.span, stance.span) == (Span(0, 9), Span(10, 20))
    assert (document.terms[0].ref, stance.target) == ("P1/T1", "P1/T1")


def test_json_in_text_or_bytes_is_the_same(coding):
    written = json.dumps(coding)

    assert read_coding(coding) == read_coding(written) == read_coding(written.encode())


def test_what_we_write_is_read():
    assert read_coding(to_coding(Negotiation(id="empty"))).proposals == ()


def test_what_may_be_left_out_may_be_left_out():
    short = {
        "id": "d",
        "proposals": [{"id": "P1", "terms": [{"id": "T1", "kind": "other", "span": [0, 1]}]}],
        "stances": [{"side": "state", "target": "P1", "stance": "accepted", "span": [0, 1]}],
    }
    document = read_coding(short)

    assert document.proposals[0].status is None
    assert document.stances[0].said_by == "reporter"


def proposal(coding):
    return coding["proposals"][0]


def term(coding):
    return coding["proposals"][0]["terms"][0]


def stance(coding):
    return coding["stances"][0]


STANCES = [stance.value for stance in Stance]

REFUSED = [
    # what is changed, at which place it is refused, what was expected there
    (lambda c: c.pop("stances"), "stances", "expected a value, got none"),
    (lambda c: c.update(stances={}), "stances", "expected a list, got dict {}"),
    (lambda c: c.update(id=""), "id", "expected text, got str ''"),
    (lambda c: c.update(genre="novel"), "genre", "expected one of report, agreement_text"),
    (lambda c: c.update(published=2017), "published", "expected text, got int 2017"),
    (lambda c: c.update(stanzes=[]), "stanzes", "expected no such key; did you mean stances?"),
    (lambda c: c.update(zzz=[]), "zzz", "expected no such key"),
    (lambda c: c["proposals"].append([]), "proposals[1]", "expected an object, got list []"),
    (
        lambda c: stance(c).update(stance="acepted"),
        "stances[0].stance",
        f"expected one of {', '.join(STANCES)}, got str 'acepted'; did you mean accepted?",
    ),
    (lambda c: proposal(c).update(id="P/1"), "proposals[0].id", "expected an id without a slash"),
    (lambda c: proposal(c).pop("id"), "proposals[0].id", "expected a value, got none"),
    (
        lambda c: proposal(c).update(status="agred"),
        "proposals[0].status",
        "expected one of proposed, tentative, agreed, rejected, implemented, collapsed",
    ),
    (
        lambda c: proposal(c).update(proposer_side="civilian"),
        "proposals[0].proposer_side",
        "expected one of state, opposition, mediator, joint, unstated, got",
    ),
    (lambda c: term(c).update(kind="truce"), "proposals[0].terms[0].kind", "expected one of cease"),
    (lambda c: term(c).pop("kind"), "proposals[0].terms[0].kind", "expected a value, got none"),
    (lambda c: term(c).pop("span"), "proposals[0].terms[0].span", "expected a value, got none"),
    (lambda c: term(c).update(span=[1]), "proposals[0].terms[0].span", "expected two whole"),
    (lambda c: term(c).update(span=[0, 1.5]), "proposals[0].terms[0].span", "expected two whole"),
    (lambda c: term(c).update(fields=[]), "proposals[0].terms[0].fields", "expected an object"),
    (
        lambda c: term(c)["fields"].update(place=7),
        "proposals[0].terms[0].fields.place",
        "expected text or a list of texts, got int 7",
    ),
    (
        lambda c: term(c)["fields"].update(place=["Homs", ""]),
        "proposals[0].terms[0].fields.place[1]",
        "expected text, got str ''",
    ),
    (
        lambda c: proposal(c)["terms"].append(dict(term(c))),
        "proposals[0].terms[1].id",
        "expected an id of its own, got 'T1' again",
    ),
    (
        lambda c: c["proposals"].append({"id": "P1", "terms": []}),
        "proposals[1].id",
        "expected an id of its own, got 'P1' again",
    ),
    (lambda c: stance(c).pop("side"), "stances[0].side", "expected a value, got none"),
    (lambda c: stance(c).pop("stance"), "stances[0].stance", "expected a value, got none"),
    (lambda c: stance(c).update(side="rebels"), "stances[0].side", "expected one of state, opp"),
    (
        lambda c: stance(c).update(target="P1/T9"),
        "stances[0].target",
        "expected a proposal or a term of this coding, got 'P1/T9'",
    ),
]


@pytest.mark.parametrize(("change", "path", "problem"), REFUSED)
def test_what_does_not_follow_the_format_is_named(coding, change, path, problem):
    change(coding)

    with pytest.raises(FormatError) as refused:
        read_coding(coding)
    assert str(refused.value).startswith(f"{path}: {problem}")


def test_all_problems_are_named(coding):
    stance(coding).update(side="rebels", stance="no")
    term(coding)["kind"] = "truce"

    with pytest.raises(FormatError) as refused:
        read_coding(coding)
    assert len(refused.value.more) == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "line 1, column 2: expected JSON: expecting property name"),
        (b"\xff{}", "$: expected utf-8, got another byte at offset 0"),
        ("[" * 100_000, "$: expected plain JSON, got lists or numbers beyond measure"),
        ("[]", "$: expected an object, got list []"),
    ],
)
def test_what_is_no_json_object_is_refused(data, message):
    with pytest.raises(FormatError) as refused:
        read_coding(data)
    assert str(refused.value).startswith(message)
