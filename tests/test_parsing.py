"""A text is read by the library's own reader, or by an extractor of the caller's own."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt
from qalamoun_terms.errors import CheckError, InvalidValueError, ReadingError
from qalamoun_terms.model.actors import Party
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Document, Evidence, Quote
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Proposal, ProposalRef
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.parsing import parse
from qalamoun_terms.reading import parse as reader

TEXT = "The guild tabled an offer. The harbour board turned the offer down."


def extractor(words):
    """Makes an extractor that finds an offer and a rejection, which it grounds in given words."""

    def read(text, *, published):
        offer = Quote(
            document="d1", start=text.find("offer"), end=text.find("offer") + 5, quote="offer"
        )
        ground = Quote(document="d1", start=0, end=len(words), quote=words)
        return Negotiation(
            id="mine",
            documents=[Document(id="d1", published=published)],
            parties=[Party(id="y1", name="the harbour board")],
            proposals=[Proposal(id="p1", evidence=[Evidence(ground=offer)])],
            positions=[
                Position(
                    id="n1",
                    party="y1",
                    target=ProposalRef("p1"),
                    stance=Stance.REJECTED,
                    grounds=[ground],
                )
            ],
        )

    return read


def test_the_front_door_gives_this_one():
    assert qt.parse is parse


def test_without_an_extractor_the_reader_reads():
    options = {"published": "2015", "title": "Harbour", "case_id": "h"}

    assert parse(TEXT, **options) == reader.parse(TEXT, **options)


def test_what_an_extractor_claims_is_put_where_its_words_stand():
    case = parse(TEXT, extractor=extractor("turned the offer down"), published="2015-04")

    assert case.positions[0].grounds[0].start == TEXT.index("turned")
    assert case.documents[0].published == Date("2015-04")
    assert qt.verify(case).sound


def test_what_an_extractor_claims_is_refused_where_the_text_does_not_say_it():
    with pytest.raises(CheckError, match="n1: expected words of the text, got 'signed it'"):
        parse(TEXT, extractor=extractor("signed it"))


def test_an_extractor_reads_bytes_too():
    case = parse(TEXT.encode(), extractor=extractor("turned the offer down"))

    assert case.documents[0].text == TEXT


def test_an_extractor_gets_no_broken_bytes():
    with pytest.raises(ReadingError, match="byte 0"):
        parse(b"\xff", extractor=extractor("offer"))


@pytest.mark.parametrize(
    "more",
    [{"title": "t"}, {"case_id": "x"}, {"parties": {"the guild": "state"}}, {"sides": {}}],
)
def test_what_only_the_reader_heeds_is_refused_beside_an_extractor(more):
    with pytest.raises(InvalidValueError, match=next(iter(more))):
        parse(TEXT, extractor=extractor("offer"), **more)


def test_an_extractor_has_to_give_a_case():
    def careless(text, *, published):
        return {text: published}

    with pytest.raises(InvalidValueError, match="expected a Negotiation"):
        parse(TEXT, extractor=careless)
