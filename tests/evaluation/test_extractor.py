"""A user's own extractor is held to the words of the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from qalamoun_terms.comparison.review import NOT_FOUND, Reason, review
from qalamoun_terms.comparison.verify import verify
from qalamoun_terms.errors import CheckError, InvalidValueError, ReadingError
from qalamoun_terms.evaluation.extractor import from_extractor
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.model.actors import Party
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import (
    Citation,
    Coding,
    Derived,
    Document,
    Evidence,
    Quote,
    Unread,
)
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, Proposal, ProposalRef, Status
from qalamoun_terms.model.record import (
    Compliance,
    ComplianceStatus,
    Measure,
    MeasureKind,
    Position,
    Stance,
)
from qalamoun_terms.model.terms import Ceasefire
from qalamoun_terms.model.time import Duration

TEXT = "The offer was a truce of two months. The council rejected the offer."


def quote(words, start=None):
    at = TEXT.find(words) if start is None else start
    return Quote(document="d1", start=max(at, 0), end=max(at, 0) + len(words), quote=words)


def case(*, whole="a truce of two months", field=None, position="rejected", **more):
    """Makes what an extractor may give: a truce, for two months, and a rejection."""
    evidence = [Evidence(ground=quote(whole))] if whole else []
    if field:
        evidence.append(Evidence(field="duration", ground=quote(field)))
    term = Ceasefire(duration=Duration.parse("P2M"))
    article = Article(id="a1", accounts=[Account(term=term, evidence=evidence)])
    grounds = [quote(position)] if isinstance(position, str) else position
    return Negotiation(
        id="c",
        documents=[Document(id="d1")],
        parties=[Party(id="y1", name="the council")],
        proposals=[
            Proposal(id="p1", articles=[article], evidence=[Evidence(ground=quote("offer", 4))])
        ],
        positions=[
            Position(
                id="n1",
                party="y1",
                target=ProposalRef("p1"),
                stance=Stance.REJECTED,
                grounds=grounds,
            )
        ],
        **more,
    )


def giving(value):
    def extractor(text, *, published):
        return value

    return extractor


def test_what_is_grounded_passes_with_the_text_in_it():
    found = from_extractor(TEXT, giving(case()), published="2017-07")

    assert found.documents[0].text == TEXT
    assert found.documents[0].published == Date("2017-07")
    assert verify(found).sound
    assert from_json(to_json(found)) == found


def test_the_extractor_is_given_text_and_date():
    given = []

    def extractor(text, *, published):
        given.extend([text, published])
        return case()

    from_extractor(TEXT.encode(), extractor, published=Date("2017-07"))

    assert given == [TEXT, Date("2017-07")]


def test_the_extractor_is_the_coder_and_nobody_has_checked():
    checked = Coding(coder="a person", by_machine=False, checked_by="another")
    given = case()
    given = evolve(given, positions=[evolve(given.positions[0], coding=checked)])
    found = from_extractor(TEXT, giving(given), coder="model 7")

    assert found["p1"].coding == Coding(coder="model 7", by_machine=True)
    assert found["p1"].articles[0].coding == Coding(coder="model 7", by_machine=True)
    assert found.positions[0].coding == Coding(coder="a person", by_machine=True)


def test_a_callable_object_is_named_by_its_class():
    class Model:
        def __call__(self, text, *, published):
            return case()

    found = from_extractor(TEXT, Model())

    assert found["p1"].coding.coder.endswith("Model")


def test_a_quote_is_put_where_its_words_stand():
    found = from_extractor(TEXT, giving(case(position=[quote("rejected", 0)])))

    assert found.positions[0].grounds == (quote("rejected"),)


def test_so_is_a_quote_that_something_was_derived_from():
    derived = Derived(rule="by the model", from_=[quote("rejected", 0)])
    found = from_extractor(TEXT, giving(case(position=[derived])))

    assert found.positions[0].grounds == (evolve(derived, from_=[quote("rejected")]),)


def test_words_that_stand_twice_are_not_guessed_at():
    with pytest.raises(CheckError, match="n1: expected words of the text, got 'offer'"):
        from_extractor(TEXT, giving(case(position=[quote("offer", 0)])))


LOOSE = [
    (case(position="accepted"), "n1: expected words of the text, got 'accepted'"),
    (case(position=[]), "n1: expected a ground, got none"),
    (case(whole=None), "p1.a1.accounts[0].term: expected a ground, got none"),
    (case(field="six months"), "p1.a1.accounts[0].term.duration: expected words of the text"),
    (case(position=[Citation(document="d1")]), "n1: expected words of the text, got a Citation"),
    (case(position=[Derived(rule="I know")]), "n1: expected words of the text, got a Derived"),
    (
        case(position=[evolve(quote("rejected"), document="d7")]),
        "n1: expected words of the text, got 'rejected'",
    ),
    (
        case(unread=[Unread(ground=quote("nothing of it"), reason="unsure")]),
        "unread[0]: expected words of the text, got 'nothing of it'",
    ),
    (
        case(measures=[Measure(id="m1", kind=MeasureKind.PRESSURE, label="roads closed")]),
        "m1: expected a ground, got none",
    ),
    (
        case(
            compliance=[Compliance(id="c1", target=ProposalRef("p1"), status=ComplianceStatus.FULL)]
        ),
        "c1: expected a ground, got none",
    ),
]


@pytest.mark.parametrize(("given", "message"), LOOSE)
def test_a_claim_that_is_not_grounded_is_refused(given, message):
    with pytest.raises(CheckError) as refused:
        from_extractor(TEXT, giving(given))
    assert message in str(refused.value)


@pytest.mark.parametrize("given", [given for given, _ in LOOSE])
def test_or_it_is_marked_and_to_be_checked_first(given):
    found = from_extractor(TEXT, giving(given), ungrounded="mark")
    loose = verify(found).not_checkable

    assert not verify(found).without_ground
    assert not verify(found).not_grounded
    assert all(one.ground == NOT_FOUND for one in loose)
    assert bool(loose) == (not given.unread)
    assert from_json(to_json(found)) == found


def test_a_marked_position_is_reviewed_first():
    found = from_extractor(TEXT, giving(case(position="accepted")), ungrounded="mark")

    assert (review(found)[0].ref, review(found)[0].reasons[0]) == ("n1", Reason.NOT_GROUNDED)


def test_a_marked_field_leaves_the_other_grounds_alone():
    found = from_extractor(TEXT, giving(case(field="six months")), ungrounded="mark")
    evidence = found["p1"].articles[0].accounts[0].evidence

    assert [one.ground for one in evidence] == [quote("a truce of two months"), NOT_FOUND]


def test_a_fact_of_a_proposal_without_a_ground_is_marked():
    given = case()
    dated = Evidence(field="status", ground=quote("rejected"))
    offer = evolve(given["p1"], status=Status.REJECTED, date=Date("2017"), evidence=[dated])
    found = from_extractor(TEXT, giving(evolve(given, proposals=[offer])), ungrounded="mark")

    assert [one.field for one in found["p1"].evidence] == ["status", "date"]
    assert found["p1"].evidence[1].ground == NOT_FOUND


@pytest.mark.parametrize("ungrounded", ["refuse", "mark"])
def test_a_reference_to_nothing_is_refused_in_any_case(ungrounded):
    given = case()
    stray = evolve(given, positions=[evolve(given.positions[0], party="y9")])

    with pytest.raises(CheckError, match="position n1: expected the id of a party, got 'y9'"):
        from_extractor(TEXT, giving(stray), ungrounded=ungrounded)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"proposals": []}, "extractor: expected a Negotiation, got dict"),
        (Negotiation(id="c"), "extractor.documents: expected one, of the text; got 0"),
        (
            Negotiation(id="c", documents=[Document.of("d1", "Another text.")]),
            "extractor.documents: expected the text as given, got another",
        ),
        (
            Negotiation(id="c", documents=[Document.of("d1", "Another text.").without_text()]),
            "document.length: expected 68, the length of the text; got 13",
        ),
    ],
)
def test_only_a_case_of_this_text_is_taken(given, message):
    with pytest.raises(InvalidValueError) as refused:
        from_extractor(TEXT, giving(given))
    assert str(refused.value).startswith(message)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ReadingError):
        from_extractor(b"\xff", giving(case()))
