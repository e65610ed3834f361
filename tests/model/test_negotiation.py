"""The case as a whole: finding what is in it, and attaching texts to it."""

import pytest

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.actors import Party, Side, SideRole
from qalamoun_terms.model.grounds import Document
from qalamoun_terms.model.negotiation import Negotiation, Round, Unification
from qalamoun_terms.model.proposals import Account, Article, ArticleRef, Proposal, ProposalRef
from qalamoun_terms.model.terms import Ceasefire

ARTICLE = Article(id="a1", accounts=(Account(term=Ceasefire()),))
PAPER = Proposal(id="p1", name="paper", articles=(ARTICLE,))
DEAL = Proposal(id="p2", articles=(ARTICLE,))
CASE = Negotiation(
    id="c",
    documents=(Document.of("d1", "Agreed.").without_text(), Document.of("d2", "Refused.")),
    sides=(Side(id="s1", label="State", role=SideRole.STATE),),
    parties=(
        Party(id="y1", name="Army", side="s1"),
        Party(id="y2", name="Elder", speaks_for="s1"),
        Party(id="y3", name="Envoy"),
    ),
    proposals=(PAPER, DEAL),
)


def test_a_proposal_is_found_by_its_name_or_id():
    assert (CASE["paper"], CASE["p1"], CASE["p2"]) == (PAPER, PAPER, DEAL)


def test_a_proposal_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(KeyError, match="the case c has no proposal 'p9'; it has: paper, p2"):
        CASE["p9"]
    with pytest.raises(KeyError, match="it has: none"):
        Negotiation(id="c")["p1"]


def test_a_case_shows_itself_in_one_line():
    assert repr(CASE) == "<Negotiation c: 2 documents, 2 proposals, 0 positions, 0 unread>"


def test_articles_come_in_order_with_their_references():
    assert [str(ref) for ref, _ in CASE.articles()] == ["p1.a1", "p2.a1"]


def test_a_reference_gives_what_it_points_to():
    assert CASE.resolve(ProposalRef("p2")) == DEAL
    assert CASE.resolve(ArticleRef("p2", "a1")) == ARTICLE


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (ProposalRef("p9"), "the case c has no proposal 'p9'"),
        (ArticleRef("p9", "a1"), "the case c has no proposal 'p9'"),
        (ArticleRef("p1", "a9"), "p1 has no article 'a9'"),
    ],
)
def test_a_reference_to_nothing_is_a_key_error(target, message):
    with pytest.raises(KeyError, match=message):
        CASE.resolve(target)


def test_records_are_found_by_id():
    assert CASE.party("y3").name == "Envoy"
    assert CASE.document("d2").text == "Refused."
    with pytest.raises(KeyError, match="the case has no party 'y9'"):
        CASE.party("y9")
    with pytest.raises(KeyError, match="the case has no document 'd9'"):
        CASE.document("d9")


def test_a_party_stands_on_the_side_that_it_speaks_for_or_belongs_to():
    sides = [CASE.side_of(party) for party in ("y1", "y2", "y3")]

    assert [side and side.id for side in sides] == ["s1", "s1", None]


def test_the_text_that_was_coded_can_be_attached():
    attached = CASE.with_texts({"d1": "Agreed."})

    assert [document.text for document in attached.documents] == ["Agreed.", "Refused."]
    assert CASE.document("d1").text is None


def test_another_text_is_refused_by_its_hash():
    with pytest.raises(InvalidValueError, match=r"document\.sha256: expected the hash of the text"):
        CASE.with_texts({"d1": "Agrees."})


def test_a_text_for_a_document_that_is_not_there_is_refused():
    with pytest.raises(KeyError, match="the case has no document 'd9'"):
        CASE.with_texts({"d9": "Agreed."})


@pytest.mark.parametrize(
    ("make", "fields", "message"),
    [
        (Negotiation, {"id": "a.b"}, "negotiation.id: expected an identifier of letters, digits"),
        (Negotiation, {"id": "c", "proposals": "p1"}, "negotiation.proposals: expected a list or"),
        (Negotiation, {"id": "c", "parties": [1]}, "negotiation.parties[0]: expected Party, got"),
        (Round, {"id": "r1", "label": ""}, "round.label: expected text that is not blank"),
        (Round, {"id": "r1", "label": "x", "proposals": ["p.1"]}, "round.proposals[0]: expected"),
        (
            Unification,
            {"record": "party", "kept": "y1", "dropped": "y2", "reason": ""},
            "unification.reason: expected text that is not blank",
        ),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(make, fields, message):
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)

    assert str(caught.value).startswith(message)
