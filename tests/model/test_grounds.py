"""What a value rests on: quotes that fit, citations, derivations, and who says it."""

import pytest
from attrs import evolve
from hypothesis import given

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.grounds import (
    Citation,
    Coding,
    Derived,
    Document,
    Evidence,
    Quote,
    Source,
    SourceKind,
    Unread,
    quotes_in,
    text_digest,
)
from qalamoun_terms.testing import documents, grounds

TEXT = "اتفق الطرفان 🕊️ on a truce."
QUOTE = Quote(document="d1", start=0, end=6, quote="Agreed")


def refusal(make, *args, **fields):
    with pytest.raises(InvalidValueError) as caught:
        make(*args, **fields)
    return str(caught.value)


def test_the_digest_is_that_of_the_utf8_bytes():
    assert text_digest("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


def test_a_document_made_of_a_text_has_its_length_in_characters():
    document = Document.of("d1", TEXT)

    assert (document.length, document.sha256) == (len(TEXT), text_digest(TEXT))


@given(documents())
def test_a_document_without_its_text_keeps_hash_and_length(document):
    bare = document.without_text()

    assert bare.text is None
    assert (bare.sha256, bare.length) == (document.sha256, document.length)
    assert bare.without_text() is bare


def test_leaving_the_text_out_states_hash_and_length():
    assert Document(id="d1", text=TEXT).without_text() == Document.of("d1", TEXT).without_text()


def test_a_text_attached_later_must_be_the_one_that_was_coded():
    bare = Document.of("d1", "Agreed.").without_text()

    assert evolve(bare, text="Agreed.").text == "Agreed."
    assert refusal(evolve, bare, text="Refused").startswith("document.sha256: expected the hash of")
    assert refusal(evolve, bare, text="No.") == (
        "document.length: expected 3, the length of the text; got 7"
    )


@pytest.mark.parametrize("text", ["\ud800", b"Agreed.", None])
def test_a_document_is_made_of_text_only(text):
    assert refusal(Document.of, "d1", text).startswith("document.text: expected ")


def test_the_text_stays_out_of_the_repr():
    assert "truce" not in repr(Document.of("d1", TEXT))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"end": 5}, "quote.end: expected start + 6, the length of the words; got 0..5"),
        ({"start": 6, "end": 0}, "quote.end: expected start + 6, the length of the words; got 6.."),
        ({"start": -1, "end": 5}, "quote.start: expected a whole number from 0, got int -1"),
        ({"quote": "", "end": 0}, "quote.quote: expected text that is not blank"),
        ({"document": "d 1"}, "quote.document: expected an identifier"),
    ],
)
def test_a_quote_that_does_not_fit_is_refused(fields, message):
    assert refusal(evolve, QUOTE, **fields).startswith(message)


def test_what_a_ground_comes_down_to_are_its_quotes_and_citations():
    cited = Citation(document="d2")
    ground = Derived(rule="r", from_=[QUOTE, Derived(rule="s", from_=[cited]), Derived(rule="t")])

    assert quotes_in(ground) == (QUOTE, cited)
    assert quotes_in(QUOTE) == (QUOTE,)
    assert quotes_in(Derived(rule="published by the user")) == ()


@given(grounds())
def test_only_quotes_and_citations_are_left_of_a_ground(ground):
    assert all(isinstance(leaf, Quote | Citation) for leaf in quotes_in(ground))


@pytest.mark.parametrize(
    ("make", "fields", "message"),
    [
        (Derived, {"rule": " "}, "derived.rule: expected text that is not blank"),
        (Derived, {"rule": "r", "from_": "d1"}, "derived.from_: expected a list or tuple of Quote"),
        (Derived, {"rule": "r", "from_": [7]}, "derived.from_[0]: expected Quote or Citation or D"),
        (Evidence, {"ground": "d1"}, "evidence.ground: expected Quote or Citation or Derived"),
        (Unread, {"ground": Citation(document="d1"), "reason": "r"}, "unread.ground: expected Quo"),
        (Coding, {"coder": "A", "by_machine": 0}, "coding.by_machine: expected True or False, got"),
        (Coding, {"coder": "A", "by_machine": True, "rules": "r1"}, "coding.rules: expected a set"),
    ],
)
def test_grounds_of_the_wrong_type_are_refused(make, fields, message):
    assert refusal(make, **fields).startswith(message)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": SourceKind.NAMED}, "source.name: expected a name, got None"),
        ({"name": "A"}, "source.name: expected none for report, got 'A'"),
        (
            {"kind": SourceKind.ANONYMOUS, "name": "A"},
            "source.name: expected none for anonymous, got 'A'",
        ),
        ({"kind": "named", "name": "A"}, "source.kind: expected SourceKind, got str 'named'"),
        ({"cites": "SANA"}, "source.cites: expected Source or None, got str"),
    ],
)
def test_a_source_that_is_nobody_is_refused(fields, message):
    assert refusal(Source, **fields) == message


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (Source(), "report"),
        (Source(kind=SourceKind.NAMED, name="A"), "A"),
        (Source(kind=SourceKind.NAMED, name="A", affiliation="army"), "A (army)"),
        (Source(kind=SourceKind.ANONYMOUS), "anonymous"),
        (Source(kind=SourceKind.ANONYMOUS, affiliation="a council"), "anonymous (a council)"),
        (
            Source(cites=Source(kind=SourceKind.NAMED, name="A", cites=Source())),
            "report, citing A, citing report",
        ),
    ],
)
def test_a_source_is_called_by_what_is_known_of_it(source, label):
    assert source.label == label
