"""From a text to a case: by the library's own reader, or by an extractor of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.reading import parse as reader

if TYPE_CHECKING:
    from qalamoun_terms.evaluation.extractor import Extractor

__all__ = ["parse"]

_CASE_ID = "case"


def parse(  # noqa: PLR0913 - the extractor is one way to read among what the reader asks for
    text: str | bytes,
    *,
    published: str | Date | None = None,
    title: str | None = None,
    case_id: str = _CASE_ID,
    parties: Mapping[str, str] | None = None,
    sides: Mapping[str, str] | None = None,
    extractor: Extractor | None = None,
) -> Negotiation:
    """Reads a report, a statement or an agreement's text into a case.

    Every value of the case is grounded in words of the text, or derived from them by a named rule;
    what the text does not say stays out, and sentences that speak of the negotiation and gave
    nothing are listed as unread. What an extractor of one's own gives is held to the same.

    Args:
        text: the text, or its bytes in utf-8; nothing is taken away, so that offsets stay true.
        published: when it was published, as EDTF; relative dates ("last June") need it.
        title: its title.
        case_id: the id of the case.
        parties: the sides of parties whose names the caller knows; it wins over what is read.
        sides: the roles of the caller's own sides, by the labels that `parties` uses.
        extractor: what reads the text in the place of the library's own reader.

    Returns:
        The case; empty where the text is empty or speaks of no negotiation.

    Raises:
        CheckError: names each claim of an extractor that is not grounded in the text.
        InvalidValueError: an extractor is given together with what only the library's reader heeds, or
            gives something else than a case of this text.
        ReadingError: bytes that are no utf-8, or a text that cannot be written as utf-8.

    >>> case = parse("The rebels rejected the government's offer.")
    >>> [position.stance.value for position in case.positions]
    ['proposed', 'rejected']
    >>> def silent(text, *, published):
    ...     from qalamoun_terms.model.grounds import Document
    ...
    ...     return Negotiation(id="mine", documents=[Document(id="d1")])
    >>> parse("The rebels rejected the government's offer.", extractor=silent).positions
    ()
    """
    if extractor is None:
        return reader.parse(
            text, published=published, title=title, case_id=case_id, parties=parties, sides=sides
        )
    others = {"title": title, "parties": parties, "sides": sides}
    heeded = [name for name, value in others.items() if value is not None]
    heeded += ["case_id"] if case_id != _CASE_ID else []
    if heeded:
        raise InvalidValueError(
            f"parse: expected an extractor to get a text and its date alone, got {', '.join(heeded)}"
        )
    from qalamoun_terms.evaluation.extractor import from_extractor

    return from_extractor(text, extractor, published=published)
