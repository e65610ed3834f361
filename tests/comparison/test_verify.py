import pytest

from qalamoun_terms.comparison.verify import Grounding, verify
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.grounds import Citation, Derived, Document, Evidence, Quote, Unread
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, Proposal, ProposalRef, Status
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.terms import Ceasefire
from qalamoun_terms.model.time import Duration

TEXT = "A truce of two months was accepted."
TRUCE = Quote(document="d1", start=2, end=7, quote="truce")
MONTHS = Quote(document="d1", start=11, end=21, quote="two months")
WRONG = Quote(document="d1", start=0, end=5, quote="truce")


def case(*, evidence=(), grounds=(), text=TEXT, **stated):
    account = Account(term=Ceasefire(duration=Duration.parse("P2M")), evidence=evidence)
    deal = Proposal(id="p1", articles=[Article(id="a1", accounts=[account])], **stated)
    yes = Position(
        id="n1", party="y1", target=ProposalRef("p1"), stance=Stance.ACCEPTED, grounds=grounds
    )
    document = Document.of("d1", text)
    return Negotiation(id="c", documents=[document], proposals=[deal], positions=[yes])


def groundings(checked):
    return {one.path: one.grounding for one in checked.grounds}


def test_each_ground_is_judged_with_its_path():
    evidence = [Evidence(ground=TRUCE), Evidence(field="duration", ground=MONTHS)]
    checked = verify(case(evidence=evidence, grounds=[WRONG]))

    assert groundings(checked) == {
        "p1.a1.accounts[0].term": Grounding.GROUNDED,
        "p1.a1.accounts[0].term.duration": Grounding.GROUNDED,
        "n1": Grounding.NOT_GROUNDED,
    }
    assert [one.path for one in checked.not_grounded] == ["n1"]
    assert not checked.sound


def test_a_claim_without_any_ground_is_named():
    checked = verify(case())

    assert checked.without_ground == ("p1", "p1.a1.accounts[0].term", "n1")
    assert checked.sentence == (
        "0 grounds: 0 grounded, 0 not grounded, 0 not checkable. 3 claims have no ground."
    )


def test_a_field_is_carried_by_the_ground_of_the_whole_or_by_its_own():
    other = [Evidence(field="places", ground=TRUCE)]
    whole = [Evidence(ground=TRUCE)]

    assert "p1.a1.accounts[0].term.duration" in verify(case(evidence=other)).without_ground
    assert verify(case(evidence=whole)).without_ground == ("p1", "n1")


def test_the_facts_of_a_proposal_need_grounds():
    titled = Evidence(field="title", ground=TRUCE)
    checked = verify(case(status=Status.AGREED))
    partly = verify(
        Negotiation(id="c", proposals=[Proposal(id="p1", status=Status.AGREED, evidence=[titled])])
    )

    assert "p1" in checked.without_ground
    assert partly.without_ground == ("p1.status",)


def test_a_citation_is_never_checkable():
    checked = verify(case(grounds=[Citation(document="d1", locator="item 1")]))

    assert groundings(checked)["n1"] is Grounding.NOT_CHECKABLE


@pytest.mark.parametrize("ground", [Citation(document="d9"), TRUCE])
def test_a_missing_document_grounds_nothing(ground):
    elsewhere = Negotiation(id="c", positions=case(grounds=[ground]).positions)

    assert groundings(verify(elsewhere))["n1"] is Grounding.NOT_GROUNDED


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([TRUCE, MONTHS], Grounding.GROUNDED),
        ([TRUCE, Citation(document="d1")], Grounding.NOT_CHECKABLE),
        ([TRUCE, Derived(rule="inner", from_=[WRONG])], Grounding.NOT_GROUNDED),
        ([], Grounding.NOT_CHECKABLE),
    ],
)
def test_a_derivation_is_as_good_as_its_weakest_part(parts, expected):
    checked = verify(case(grounds=[Derived(rule="sum", from_=parts)]))

    assert groundings(checked)["n1"] is expected


def test_a_text_that_was_left_out_can_be_given():
    whole = case(grounds=[TRUCE])
    without = Negotiation(
        id="c",
        documents=[one.without_text() for one in whole.documents],
        positions=whole.positions,
    )

    assert verify(without).not_checkable[0].path == "n1"
    assert verify(without, {"d1": TEXT}).grounded[0].path == "n1"
    with pytest.raises(InvalidValueError, match=r"document\.(length|sha256)"):
        verify(without, {"d1": TEXT.upper()})
    with pytest.raises(KeyError, match="no document 'd7'"):
        verify(without, {"d7": TEXT})


def test_an_unread_sentence_is_checked_too():
    unread = Unread(ground=TRUCE, reason="nothing recognised")
    noted = Negotiation(id="c", documents=[Document.of("d1", TEXT)], unread=[unread])

    assert str(verify(noted)) == (
        "1 ground: 1 grounded, 0 not grounded, 0 not checkable. 0 claims have no ground."
    )
    assert verify(noted).sound
