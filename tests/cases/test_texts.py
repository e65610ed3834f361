import pytest

from qalamoun_terms.cases.texts import attach_texts
from qalamoun_terms.errors import CheckError, InvalidValueError
from qalamoun_terms.model.actors import Party
from qalamoun_terms.model.grounds import Document, Quote
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal, ProposalRef
from qalamoun_terms.model.record import Position, Stance

WORDS = "The council turned the offer down."
CASE = Negotiation(
    id="c",
    documents=[Document.of("d1", WORDS).without_text(), Document(id="d2", title="Facts alone")],
)


@pytest.mark.parametrize("name", ["d1", "report.txt", "/somewhere/else/report.txt"])
def test_a_text_is_attached_by_id_or_by_its_hash(name):
    attached = attach_texts(CASE, {name: WORDS})

    assert attached.document("d1").text == WORDS
    assert attached.document("d2") == CASE.document("d2")


def test_no_texts_leave_the_case_as_it_is():
    assert attach_texts(CASE, {}) == CASE


@pytest.mark.parametrize(
    "other",
    [
        WORDS + " ",
        WORDS.replace("down", "away"),  # the same length
        WORDS.replace(" ", "\r\n", 1),
        "",
    ],
)
@pytest.mark.parametrize("name", ["d1", "report.txt"])
def test_another_text_is_refused_and_the_error_names_it(name, other):
    with pytest.raises(InvalidValueError, match=f"^text '{name}': expected the text") as refusal:
        attach_texts(CASE, {name: other})

    assert f"{len(WORDS)} characters" in str(refusal.value)


def test_a_document_without_a_hash_takes_no_text():
    with pytest.raises(InvalidValueError, match=r"'d2': .*coded from its facts alone"):
        attach_texts(CASE, {"d2": WORDS})


@pytest.mark.parametrize("wrong", [b"bytes", None, 7, "half a character: \ud800"])
def test_what_is_no_text_is_refused(wrong):
    with pytest.raises(InvalidValueError, match="text 'd1': expected"):
        attach_texts(CASE, {"d1": wrong})


def test_quotes_are_checked_as_soon_as_the_text_is_at_hand():
    elsewhere = Quote(document="d1", start=0, end=3, quote="the")
    case = Negotiation(
        id="c",
        documents=CASE.documents,
        parties=[Party(id="y1", name="council")],
        proposals=[Proposal(id="p1")],
        positions=[
            Position(
                id="n1",
                party="y1",
                target=ProposalRef("p1"),
                stance=Stance.REJECTED,
                grounds=[elsewhere],
            )
        ],
    )

    with pytest.raises(CheckError, match="expected the words of d1"):
        attach_texts(case, {"d1": WORDS})
