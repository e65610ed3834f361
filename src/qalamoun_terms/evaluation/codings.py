"""A coding of one document: what a careful coder, a person or a program, wrote down after reading it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from qalamoun_terms.model import validation as v

__all__ = [
    "CodedDocument",
    "CodedProposal",
    "CodedStance",
    "CodedTerm",
    "PlacedTerm",
    "Span",
]


@frozen
class Span:
    """A stretch of a document's text, in ``str`` offsets.

    Args:
        start: the first character.
        end: the character after the last one.

    >>> Span(4, 10).length
    6
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters it has; negative where the end stands before the start."""
        return self.end - self.start

    def stands_in(self, length: int) -> bool:
        """Say whether it is a place in a text of this length.

        >>> Span(0, 0).stands_in(100), Span(4, 10).stands_in(10)
        (False, True)
        """
        return 0 <= self.start < self.end <= length


def _to_pairs(
    fields: Mapping[str, Iterable[str]] | Iterable[tuple[str, Iterable[str]]],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(values)) for name, values in dict(fields).items())


@frozen(kw_only=True)
class CodedTerm:
    """A negotiated term, as coded.

    Args:
        id: ``T1``, ``T2``, ... within its proposal.
        kind: one of the kinds of term.
        gist: what it says, in the coder's words.
        span: the smallest stretch of text that states it.
        fields: the values of each field that the text states, by the name of the field; a mapping will do.

    >>> term = CodedTerm(id="T1", kind="ceasefire", span=Span(0, 9), fields={"duration": ("P2M",)})
    >>> term.values("duration"), term.values("place")
    (('P2M',), ())
    """

    id: str
    kind: str
    gist: str = ""
    span: Span
    fields: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), converter=_to_pairs)

    def values(self, name: str) -> tuple[str, ...]:
        """Give the values of a field; none where the text states none."""
        return dict(self.fields).get(name, ())


@frozen(kw_only=True)
class CodedProposal:
    """A package of terms, as coded.

    Args:
        id: ``P1``, ``P2``, ...
        label: what it is called.
        proposer_side: the side that put it forward, None where the coding leaves it out.
        date: its date as written, None where there is none.
        status: what the text calls it, None where the coding leaves it out.
        terms: its terms.

    >>> CodedProposal(id="P1").terms
    ()
    """

    id: str
    label: str = ""
    proposer_side: str | None = None
    date: str | None = None
    status: str | None = None
    terms: tuple[CodedTerm, ...] = field(default=(), converter=v.to_tuple)


@frozen(kw_only=True)
class CodedStance:
    """What a side is said to have done about a term or a whole proposal, as coded.

    Args:
        side: the side.
        party: the party, as in the text.
        target: ``P1`` or ``P1/T1``.
        stance: what it did.
        said_by: who says so.
        span: the words that say so.

    >>> CodedStance(side="state", target="P1/T2", stance="rejected", span=Span(0, 9)).package
    'P1'
    """

    side: str
    party: str = ""
    target: str
    stance: str
    said_by: str = "reporter"
    span: Span

    @property
    def package(self) -> str:
        """The proposal that it is about, as a whole or by one of its terms."""
        return self.target.partition("/")[0]


@frozen
class PlacedTerm:
    """A term together with the id of its proposal."""

    proposal: str
    term: CodedTerm

    @property
    def ref(self) -> str:
        """How stances point to it: ``P1/T1``."""
        return f"{self.proposal}/{self.term.id}"


@frozen(kw_only=True)
class CodedDocument:
    """The coding of one document.

    Args:
        id: the document's id, as a rule the stem of its file.
        published: its date of publication as written, None where that is not known.
        proposals: the packages.
        stances: what each side is said to have done about them.

    >>> CodedDocument(id="empty").terms
    ()
    """

    id: str
    published: str | None = None
    proposals: tuple[CodedProposal, ...] = field(default=(), converter=v.to_tuple)
    stances: tuple[CodedStance, ...] = field(default=(), converter=v.to_tuple)

    @property
    def terms(self) -> tuple[PlacedTerm, ...]:
        """The terms of all packages, in their order."""
        return tuple(PlacedTerm(one.id, term) for one in self.proposals for term in one.terms)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all terms and stances."""
        return (*(one.term.span for one in self.terms), *(one.span for one in self.stances))
