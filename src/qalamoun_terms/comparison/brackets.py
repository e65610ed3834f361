r"""Bracketed text: what is agreed stands clean, what is not stands in square brackets with the parties' names.

1. ``[State, Third: six] [Opposition: nine]`` are the alternatives of one bracket, ``[Opposition: ]`` says that a
   party wants no words there, ``[Opposition not reported]`` that nothing is known of what it wants.
2. A bracket names every party that takes part in it, each once. Brackets with one space between them are one.
3. An article that not every party has stands in a bracket as a whole: a line ``[State:`` before it, and after it
   a line ``] [Opposition: ]``. The brackets inside of it are those of the parties that have it.
4. A literal ``[``, ``]`` or ``\`` of a source has a ``\`` before it, and the lines of a value that follow its
   first are indented by four spaces, so that a text can be read back without loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from qalamoun_terms.errors import FormatError, InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html

__all__ = ["Block", "Bracket", "BracketedText", "Option", "Slot", "parse_brackets"]

NUMBER = "Number"
"""The slot of an article's number, which follows from its place and is not bargained over."""

WHOLE = "Whole"
"""The slot of an article that is an alternative as a whole; its text names its own lines."""

BASE = "base"
"""Who stands for words of the base of which it is not known what any party wants."""

_SILENT = " not reported"
_INDENT = "\n    "
_HEAD = re.compile(r"Compiled by machine and agreed by nobody, policy (\w+), drafts of: (.+)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PLAIN = re.compile(r"(?:[^\\\[\]]|\\.)+", re.DOTALL)
_OPTION = re.compile(r"\[([^:\[\]\\]+)(?:: ((?:[^\\\[\]]|\\.)*))?\]", re.DOTALL)
_NOT_IN_LABELS = re.compile(r"[\[\]\\:,\n]")


@frozen(kw_only=True)
class Option:
    """One alternative of a bracket, and who stands for it.

    Args:
        parties: the labels of the parties.
        text: their words; empty where they want none, None where nothing is known of what they want.

    >>> print(Option(parties=["State", "Third"], text="six months"))
    [State, Third: six months]
    >>> print(Option(parties=["Opposition"], text=None))
    [Opposition not reported]
    """

    parties: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    text: str | None = field(validator=v.optional(v.text))

    def __str__(self) -> str:
        names = ", ".join(self.parties)
        return f"[{names}{_SILENT}]" if self.text is None else f"[{names}: {_escaped(self.text)}]"


@frozen(kw_only=True)
class Bracket:
    """Words that are not agreed: the alternatives, each party in one of them.

    Args:
        options: the alternatives.

    >>> print(Bracket(options=[Option(parties=["A"], text="six"), Option(parties=["B"], text="")]))
    [A: six] [B: ]
    """

    options: tuple[Option, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Option))

    def __str__(self) -> str:
        return " ".join(map(str, self.options))

    def of(self, party: str) -> str | None:
        """Give the words of one party; None where they are not known.

        >>> Bracket(options=[Option(parties=["A"], text="six")]).of("A")
        'six'
        """
        return next((one.text for one in self.options if party in one.parties), None)


Segment = str | Bracket
"""Clean text, or a bracket."""


@frozen(kw_only=True)
class Slot:
    r"""One part of an article, such as its heading, its text or a field of its term.

    Args:
        name: what part it is.
        segments: clean text and brackets in turn.

    >>> print(Slot(name="Text", segments=["A literal [ is escaped."]))
    Text: A literal \[ is escaped.
    """

    name: str = field(validator=v.nonempty_text)
    segments: tuple[Segment, ...] = field(
        converter=v.to_tuple, validator=v.tuple_of(v.any_of(str, Bracket))
    )

    def __str__(self) -> str:
        told = "".join(_escaped(one) if isinstance(one, str) else str(one) for one in self.segments)
        return f"{self.name}: {told}".replace("\n", _INDENT)

    @property
    def brackets(self) -> tuple[Bracket, ...]:
        """The brackets in it, in their order."""
        return tuple(one for one in self.segments if isinstance(one, Bracket))

    def reading(self, party: str) -> str:
        """Give the words that are left without the brackets of the other parties.

        Args:
            party: the label of the party.

        >>> Slot(name="Text", segments=["It is so."]).reading("State")
        'It is so.'
        """
        return "".join(
            one if isinstance(one, str) else one.of(party) or "" for one in self.segments
        )


@frozen(kw_only=True)
class Block:
    """One article of a bracketed text.

    Args:
        slots: its parts.
        holders: the parties that have it, where it stands in a bracket as a whole; else empty.
        out: the parties that want it out.
        silent: the parties of which it is not known whether they want it.

    >>> slot = Slot(name="Text", segments=["Roads are open."])
    >>> print(Block(slots=[slot], holders=["State"], out=["Opposition"]))
    [State:
    Text: Roads are open.
    ] [Opposition: ]
    """

    slots: tuple[Slot, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Slot))
    holders: tuple[str, ...] = field(default=(), converter=v.to_tuple)
    out: tuple[str, ...] = field(default=(), converter=v.to_tuple)
    silent: tuple[str, ...] = field(default=(), converter=v.to_tuple)

    def __str__(self) -> str:
        lines = "\n".join(map(str, self.slots))
        if not self.holders:
            return lines
        without = [
            Option(parties=parties, text=text)
            for parties, text in ((self.out, ""), (self.silent, None))
            if parties
        ]
        return f"[{', '.join(self.holders)}:\n{lines}\n] {' '.join(map(str, without))}"

    def reading(self, party: str) -> str | None:
        """Give the article as one party has it; None where that party does not have it.

        Args:
            party: the label of the party.

        >>> slot = Slot(name="Text", segments=["Roads are open."])
        >>> Block(slots=[slot], holders=["State"], out=["Opposition"]).reading("Opposition") is None
        True
        """
        if self.holders and party not in self.holders:
            return None
        return told_slots({slot.name: slot.reading(party) for slot in self.slots})


@frozen(kw_only=True)
class BracketedText:
    """A text with attributed brackets, apart from the drafts that it was compiled from.

    Args:
        parties: the labels of the parties whose drafts were compiled.
        policy: ``consent`` or ``editorial``.
        blocks: the articles.

    >>> told = str(BracketedText(parties=["State", "Opposition"], policy="consent", blocks=[]))
    >>> print(told)
    Compiled by machine and agreed by nobody, policy consent, drafts of: State, Opposition
    >>> parse_brackets(told).parties
    ('State', 'Opposition')
    """

    parties: tuple[str, ...] = field(converter=v.to_tuple, validator=v.tuple_of(v.nonempty_text))
    policy: str = field(validator=v.nonempty_text)
    blocks: tuple[Block, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Block))
    _repr_html_ = repr_html

    def __str__(self) -> str:
        head = (
            f"Compiled by machine and agreed by nobody, policy {self.policy}, "
            f"drafts of: {', '.join(self.parties)}"
        )
        return "\n\n".join([head, *map(str, self.blocks)])

    def reading(self, party: str) -> tuple[str, ...]:
        """Give the articles that are left when the brackets of all other parties are removed.

        Args:
            party: the label of the party.

        >>> BracketedText(parties=["A", "B"], policy="consent", blocks=[]).reading("A")
        ()
        """
        told = (block.reading(party) for block in self.blocks)
        return tuple(one for one in told if one is not None)


def told_slots(slots: dict[str, str]) -> str:
    """Write the parts of an article that are there, one after the other.

    >>> print(told_slots({"Number": "4", "Heading": "", "Text": "Roads are open."}))
    Number: 4
    Text: Roads are open.
    """
    return "\n".join(
        text if name == WHOLE else f"{name}: {text}" for name, text in slots.items() if text
    )


def check_label(label: str) -> None:
    """Refuse a label of a party that could not be read back from a bracket.

    Raises:
        InvalidValueError: an empty label, spaces around it, one of the marks of brackets in it, or ``base``.

    >>> check_label("State [draft]")
    Traceback (most recent call last):
    qalamoun_terms.errors.InvalidValueError: merge.drafts: expected a label without brackets, colon, comma, \
backslash or line end, got 'State [draft]'
    """
    if not label or label == BASE or label != label.strip() or _NOT_IN_LABELS.search(label):
        raise InvalidValueError(
            "merge.drafts: expected a label without brackets, colon, comma, backslash or line end, "
            f"got {label!r}"
        )


# --- reading it back


def parse_brackets(text: str) -> BracketedText:
    r"""Read a bracketed text back to its alternatives.

    Args:
        text: what `str` gave of a negotiating text.

    Returns:
        The articles with their clean text and their brackets.

    Raises:
        FormatError: a line that is not as a negotiating text has it.

    >>> head = "Compiled by machine and agreed by nobody, policy consent, drafts of: A, B"
    >>> found = parse_brackets(f"{head}\n\nText: Within [A: three] [B: six] days.")
    >>> found.blocks[0].slots[0].brackets[0].of("B")
    'six'
    """
    head, *blocks = text.split("\n\n")
    match = _HEAD.fullmatch(head)
    if match is None:
        raise FormatError("expected the line that names policy and parties", "line 1")
    return BracketedText(
        parties=match[2].split(", "),
        policy=match[1],
        blocks=[_block(block, f"article {number}") for number, block in enumerate(blocks, 1)],
    )


def _block(text: str, place: str) -> Block:
    lines = re.split(r"\n(?! {4})", text)
    if not lines[0].startswith("["):
        return Block(slots=[_slot(line, place) for line in lines])
    if not lines[0].endswith(":") or not lines[-1].startswith("] "):
        raise FormatError("expected a bracket around the whole article", place)
    without = _bracket(lines[-1][2:], place).options
    return Block(
        slots=[_slot(line, place) for line in lines[1:-1]],
        holders=lines[0][1:-1].split(", "),
        out=[name for one in without if one.text == "" for name in one.parties],
        silent=[name for one in without if one.text is None for name in one.parties],
    )


def _slot(line: str, place: str) -> Slot:
    name, colon, told = line.replace(_INDENT, "\n").partition(": ")
    if not colon or not name or name[0].isspace():
        raise FormatError(f"expected a name and a colon, got {v.describe(line)}", place)
    return Slot(name=name, segments=tuple(_segments(told, f"{place}, {name}")))


def _segments(text: str, place: str) -> Iterator[Segment]:
    at = 0
    while at < len(text):
        plain = _PLAIN.match(text, at)
        if plain is not None:
            yield _ESCAPED.sub(r"\1", plain[0])
            at = plain.end()
            continue
        end = _bracket_end(text, at, place)
        yield _bracket(text[at:end], place)
        at = end


def _bracket_end(text: str, at: int, place: str) -> int:
    """Find where the brackets end that follow on each other with one space between them."""
    match = _OPTION.match(text, at)
    if match is None:
        raise FormatError(f"expected a party in the bracket, got {v.describe(text[at:])}", place)
    while (following := _OPTION.match(text, match.end() + 1)) and text[match.end()] == " ":
        match = following
    return match.end()


def _bracket(text: str, place: str) -> Bracket:
    options, at = [], 0
    while at < len(text):
        match = _OPTION.match(text, at)
        if match is None:
            raise FormatError(f"expected a bracket, got {v.describe(text[at:])}", place)
        options.append(_option(match, place))
        at = match.end() + 1
    return Bracket(options=options)


def _option(match: re.Match[str], place: str) -> Option:
    if match[2] is not None:
        return Option(parties=match[1].split(", "), text=_ESCAPED.sub(r"\1", match[2]))
    if not match[1].endswith(_SILENT):
        raise FormatError(f"expected a colon after the parties, got {match[0]!r}", place)
    return Option(parties=match[1].removesuffix(_SILENT).split(", "), text=None)


def _escaped(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", text)
