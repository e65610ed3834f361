"""The cases that ship with the package, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import evolve, field, frozen

from qalamoun_terms.cases.manifest import Manifest, parse_manifest
from qalamoun_terms.cases.texts import attach_texts
from qalamoun_terms.comparison.combine import combine
from qalamoun_terms.errors import UnknownCaseError
from qalamoun_terms.formats.json import from_json
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.check import check
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.resources import data_path, read_text

__all__ = ["CaseInfo", "demo_text", "list_cases", "load_case"]

_FOLDER = "cases"
_DEMO = ("eastern-qalamoun", "retelling.txt")


@frozen(kw_only=True)
class CaseInfo:
    """What a bundled case holds, to choose from before it is loaded.

    Args:
        name: the name to load it by.
        title: how the case is called.
        rounds: how many stages it has.
        proposals: the names, or else the ids, of its proposals.
        documents: how many sources it was coded from.

    >>> CaseInfo(name="a", title="A town", rounds=1, proposals=["offer"], documents=2).proposals
    ('offer',)
    """

    name: str = field(validator=v.nonempty_text)
    title: str = field(validator=v.nonempty_text)
    rounds: int = field(validator=v.count)
    proposals: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    documents: int = field(validator=v.count)


def list_cases() -> tuple[CaseInfo, ...]:
    """List the bundled cases by name.

    >>> for info in list_cases():
    ...     print(info.name, info.proposals[0])
    eastern-qalamoun initiative-2016
    """
    return tuple(_info(name, load_case(name)) for name in _names())


def load_case(name: str, *, texts: Mapping[str, str] | None = None) -> Negotiation:
    """Load a bundled case: all of its sources, joined.

    The texts of the sources do not ship. Where they are given, they are attached, and every quote of the
    case is checked against them.

    Args:
        name: the name of the case, as `list_cases` gives it.
        texts: texts of its sources, by the id of the document or under any other name, such as that of
            the file; then the hash tells which document it is.

    Returns:
        The case.

    Raises:
        UnknownCaseError: no bundled case has this name.
        InvalidValueError: a text that is not one of those that were coded.

    >>> case = load_case("eastern-qalamoun")
    >>> case["initiative-2016"].articles_known
    5
    >>> load_case("qalamun")
    Traceback (most recent call last):
    qalamoun_terms.errors.UnknownCaseError: no case is called 'qalamun'; there is: eastern-qalamoun
    """
    if name not in _names():
        raise UnknownCaseError(name, _names())
    case = _joined(name)
    return attach_texts(case, texts) if texts else case


def demo_text() -> str:
    """Give a short report to try the reader on: that of July 2017, told again in our own words.

    It was written for this package and has the same proposals, positions and measures as the report that the
    bundled case was coded from. It is no source; dates in it count from July 2017.

    >>> demo_text().splitlines()[0]
    'Roads into Eastern Qalamoun reopen as talks stall over a gas line'
    """
    return read_text(_FOLDER, *_DEMO)


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(sorted(one.name for one in data_path(_FOLDER).iterdir() if one.is_dir()))


@lru_cache(maxsize=8)
def _joined(name: str) -> Negotiation:
    manifest = parse_manifest(read_text(_FOLDER, name, "manifest.toml"))
    parts = [from_json(read_text(_FOLDER, name, file)) for file in manifest.files]
    return check(_unified(name, manifest, parts))


def _unified(name: str, manifest: Manifest, parts: Sequence[Negotiation]) -> Negotiation:
    """Join the parts of a case, and give the manifest's reason wherever its word joined two records."""
    joined = combine(*parts, same={one.dropped: one.kept for one in manifest.same})
    reasons = {(one.kept, one.dropped): one.reason for one in manifest.same}
    unifications = tuple(
        evolve(one, reason=reasons.get((one.kept, one.dropped), one.reason))
        for one in joined.unifications
    )
    return evolve(joined, id=name, title=manifest.title, unifications=unifications)


def _info(name: str, case: Negotiation) -> CaseInfo:
    return CaseInfo(
        name=name,
        title=case.title or name,
        rounds=len(case.rounds),
        proposals=[one.name or one.id for one in case.proposals],
        documents=len(case.documents),
    )
