"""What a command is given: the name of a bundled case, a file of ours, or a text to be read."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from attrs import evolve

from qalamoun_terms.errors import QalamounError, UnknownCaseError

if TYPE_CHECKING:
    from qalamoun_terms.model.dates import Date
    from qalamoun_terms.model.negotiation import Negotiation
    from qalamoun_terms.model.proposals import Proposal

__all__ = [
    "STANDARD_INPUT",
    "a_date",
    "case_id_of",
    "read_bytes",
    "read_case",
    "read_compared",
    "read_draft_file",
    "read_proposal",
    "read_value",
    "reason",
]

_Value = TypeVar("_Value")

STANDARD_INPUT = "-"
_NO_ID = re.compile(r"[^A-Za-z0-9_]+")


def a_date(context: click.Context, option: click.Parameter, value: str | None) -> Date | None:
    """Read the date of an option.

    Args:
        context: the running command.
        option: the option.
        value: what stands after it.

    Raises:
        click.ClickException: it is no date in EDTF.

    >>> a_date(None, click.Option(["--as-of"]), "2017-07")
    Date(edtf='2017-07')
    """
    if value is None:
        return None
    from qalamoun_terms.model.dates import Date

    try:
        return Date(value)
    except QalamounError as error:
        raise click.ClickException(f"{option.opts[0]}: {str(error).partition(': ')[2]}") from None


def read_bytes(name: str) -> bytes:
    """Read a file, or standard input for ``-``.

    Args:
        name: the path.

    Raises:
        click.ClickException: it cannot be read.

    >>> read_bytes("no-such-file.txt")
    Traceback (most recent call last):
    click.exceptions.ClickException: no-such-file.txt: no such file or directory
    """
    try:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read()
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{name}: {reason(error)}") from None


def reason(error: OSError | ValueError) -> str:
    """Say in a few words why a file could not be read or written.

    >>> reason(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    words = getattr(error, "strerror", None) or str(error)
    return words[:1].lower() + words[1:]


def read_case(name: str, published: Date | None = None) -> Negotiation:
    """Give the case that a name stands for.

    Args:
        name: a bundled case, a JSON file of ours, or a text; ``-`` for standard input.
        published: when the text was published, for the dates in it.

    Raises:
        click.ClickException: nothing has this name, or it holds something else than a case.
        QalamounError: a file that cannot be understood, with its name.

    >>> read_case("nowhere")
    Traceback (most recent call last):
    qalamoun_terms.errors.UnknownCaseError: no case is called 'nowhere'; ...
    """
    from qalamoun_terms.model.negotiation import Negotiation

    value = _read(name, published)
    if isinstance(value, Negotiation):
        return value
    raise _unexpected(name, "a negotiation", value)


def read_value(name: str, wanted: type[_Value], expected: str) -> _Value:
    """Give what a file of ours holds, where it is of one class.

    Args:
        name: the path; ``-`` for standard input.
        wanted: the class.
        expected: what that is called.

    Raises:
        click.ClickException: it holds something else, or cannot be understood.

    >>> from qalamoun_terms.comparison.preferences import Preferences
    >>> read_value("no-such-file.json", Preferences, "a table of preferences")
    Traceback (most recent call last):
    click.exceptions.ClickException: no-such-file.json: no such file or directory
    """
    from qalamoun_terms.formats.json import from_json

    try:
        value = from_json(read_bytes(name))
    except QalamounError as error:
        raise click.ClickException(f"{name}: {error}") from None
    if isinstance(value, wanted):
        return value
    raise _unexpected(name, expected, value)


def read_proposal(reference: str, published: Date | None = None) -> Proposal:
    """Give the proposal that a reference such as ``FILE#p1`` stands for.

    Args:
        reference: a case or a file, ``#``, and the id or the short name of a proposal; without the latter, a
            file with one proposal.
        published: when a text was published.

    Raises:
        click.ClickException: there is no such proposal, or more than one.
        QalamounError: a file that cannot be understood.

    >>> read_proposal("nowhere#p1")
    Traceback (most recent call last):
    qalamoun_terms.errors.UnknownCaseError: no case is called 'nowhere'; ...
    """
    name, wanted = _name_and_wanted(reference)
    return _proposal_in(_read(name, published), name, wanted, reference)


def _name_and_wanted(reference: str) -> tuple[str, str]:
    name, mark, wanted = reference.rpartition("#")
    return (reference, "") if not mark or Path(reference).is_file() else (name, wanted)


def _proposal_in(value: object, name: str, wanted: str, reference: str) -> Proposal:
    from qalamoun_terms.model.negotiation import Negotiation
    from qalamoun_terms.model.proposals import Proposal

    if isinstance(value, Proposal):
        return _same(value, wanted, reference)
    if not isinstance(value, Negotiation):
        raise _unexpected(name, "a negotiation or a proposal", value)
    names = [one.name or one.id for one in value.proposals]
    known = ", ".join(names) or "none"
    if not wanted:
        if len(names) == 1:
            return value.proposals[0]
        hint = f", as in {name}#{names[0]}" if names else ""
        raise click.ClickException(f"{reference}: expected one proposal{hint}; there is: {known}")
    if not any(wanted in (one.id, one.name) for one in value.proposals):
        raise click.ClickException(f"{reference}: no proposal {wanted!r}; there is: {known}")
    return value[wanted]


def read_compared(reference: str, published: Date | None = None, *, drafts: bool) -> Proposal:
    """Give what is to be compared: a proposal of a case, or a draft known word for word.

    Args:
        reference: as for `read_proposal`, or a table of articles in CSV.
        published: when a text was published.
        drafts: whether a text is a draft and no report.

    >>> read_compared("nowhere#p1", drafts=False)
    Traceback (most recent call last):
    qalamoun_terms.errors.UnknownCaseError: no case is called 'nowhere'; ...
    """
    if drafts or Path(reference).suffix.casefold() == ".csv":
        if published is not None:
            raise _not_a_text("a draft")
        return read_draft_file(reference)
    return read_proposal(reference, published)


def read_draft_file(reference: str) -> Proposal:
    """Give the draft that a name stands for: a proposal of a case, a table of articles, or a text.

    Args:
        reference: as for `read_proposal`; a file that is no JSON is a table where its name ends in ``.csv``, and
            else a text in which lines such as "Article 4" begin the articles.

    Raises:
        click.ClickException: it cannot be read, or no article can be told in it.
        QalamounError: a file of ours that cannot be understood.

    >>> read_draft_file("nowhere#p1")
    Traceback (most recent call last):
    qalamoun_terms.errors.UnknownCaseError: no case is called 'nowhere'; ...
    """
    from qalamoun_terms.formats.draft_text import read_draft, read_draft_rows

    name, wanted = _name_and_wanted(reference)
    if _bundled(name) is not None:
        return read_proposal(reference)
    data = read_bytes(name)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return _proposal_in(_told(data, name, None), name, wanted, reference)
    read = read_draft_rows if Path(reference).suffix.casefold() == ".csv" else read_draft
    try:
        found = read(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise click.ClickException(f"{reference}: expected a text in UTF-8") from None
    except QalamounError as error:
        raise click.ClickException(f"{reference}: {error}") from None
    return evolve(found, name=case_id_of(reference))


def _same(proposal: Proposal, wanted: str, reference: str) -> Proposal:
    if wanted in ("", proposal.id, proposal.name):
        return proposal
    raise click.ClickException(
        f"{reference}: no proposal {wanted!r}; there is: {proposal.name or proposal.id}"
    )


def _unexpected(name: str, expected: str, value: object) -> click.ClickException:
    found = type(value).__name__.lower()
    return click.ClickException(f"{name}: expected {expected}, got a {found}")


def _read(name: str, published: Date | None) -> object:
    bundled = _bundled(name)
    if bundled is not None:
        if published is not None:
            raise _not_a_text("a bundled case")
        return bundled
    data = read_bytes(name)
    return _told(data, name, published)


def _told(data: bytes, name: str, published: Date | None) -> object:
    try:
        return _understood(data, name, published)
    except QalamounError as error:
        raise click.ClickException(f"{name}: {error}") from None


def _bundled(name: str) -> Negotiation | None:
    """Give the bundled case of this name; None where a file is meant."""
    if name == STANDARD_INPUT or not _is_plain(name):
        return None
    from qalamoun_terms.cases import load_case

    try:
        return load_case(name)
    except UnknownCaseError:
        if Path(name).exists():
            return None
        raise


def _is_plain(name: str) -> bool:
    """Say whether a name looks like that of a case: no folder, no suffix."""
    return bool(name) and not set(name) & set("/\\.\0")


def _understood(data: bytes, name: str, published: Date | None) -> object:
    """Read JSON where the content begins like it, and else a text."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        from qalamoun_terms.formats.json import from_json

        if published is not None:
            raise _not_a_text("JSON")
        value: object = from_json(data)
        return value
    from qalamoun_terms.reading.parse import parse

    return parse(data, published=published, case_id=case_id_of(name))


def _not_a_text(found: str) -> click.ClickException:
    return click.ClickException(f"--published: expected a text beside it, got {found}")


def case_id_of(name: str) -> str:
    """Make the id of a case from the name of the file that it is read from.

    >>> case_id_of("reports/talks of 2017.txt"), case_id_of("-")
    ('talks-of-2017', 'case')
    """
    return _NO_ID.sub("-", Path(name).stem).strip("-") or "case"
