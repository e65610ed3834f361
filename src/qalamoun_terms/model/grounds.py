"""What a value rests on: words quoted from a document, a place cited by a person, or a stated derivation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import Enum

import attrs
from attrs import evolve, field, frozen

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.stated import Stated
from qalamoun_terms.model.time import Date

__all__ = [
    "Access",
    "Citation",
    "Coding",
    "Derived",
    "Document",
    "Evidence",
    "Ground",
    "Quote",
    "Source",
    "SourceKind",
    "Translation",
    "Unread",
    "leaves_of",
    "quotes_in",
    "text_digest",
]


def text_digest(text: str) -> str:
    """Give the SHA-256 of a text, as hexadecimal digits of its UTF-8 bytes.

    >>> text_digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Access(Enum):
    """How near a document brings the reader to the negotiated text itself."""

    VERBATIM = "verbatim"
    LEAKED = "leaked"
    PUBLISHED_BY_PARTY = "published_by_party"
    LISTED = "listed"
    SUMMARISED = "summarised"
    MENTIONED = "mentioned"


class Translation(Enum):
    """Who translated a document, if it is a translation."""

    NONE = "none"
    OFFICIAL = "official"
    PUBLISHER = "publisher"
    HUMAN = "human"
    MACHINE = "machine"


@frozen(kw_only=True, repr=False)
class Document(Stated):
    """A source text, with or without its words.

    A text that may not be passed on is left out of a case: ``text`` is then None, while the hash and the length
    stay, so that a reader who has the text can attach it and check that it is the same one.

    Args:
        id: ``d1``, ``d2``, ...
        title: the headline or title.
        language: the language of this text, as a BCP 47 tag.
        original_language: the language it was first written in, if that is another.
        translation: who translated it.
        publisher: the outlet or body that issued it.
        author: who signed it.
        url: where it stood.
        published: the date of publication.
        retrieved: when it was read there.
        access: how near it brings one to the negotiated text.
        licence: the terms on which it may be passed on.
        sha256: the hash of the text's UTF-8 bytes.
        length: the length of the text in characters (``str`` offsets).
        text: the words, or None where they do not travel with the case.

    Raises:
        InvalidValueError: a text that differs from the given hash or length.

    >>> note = Document.of("d1", "Both sides agreed to talk.", title="A note")
    >>> note.length, note.without_text().text is None
    (26, True)
    """

    id: str = field(validator=v.identifier)
    title: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    language: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    original_language: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    translation: Translation | None = field(
        default=None, validator=v.optional(v.instance(Translation))
    )
    publisher: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    author: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    url: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    published: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    retrieved: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    access: Access | None = field(default=None, validator=v.optional(v.instance(Access)))
    licence: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    sha256: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    length: int | None = field(default=None, validator=v.optional(v.count))
    text: str | None = field(default=None, repr=False, validator=v.optional(v.text))

    def __attrs_post_init__(self) -> None:
        if self.text is None:
            return
        if self.length is not None and self.length != len(self.text):
            raise InvalidValueError(
                f"document.length: expected {len(self.text)}, the length of the text; "
                f"got {self.length}"
            )
        if self.sha256 is not None and self.sha256 != text_digest(self.text):
            raise InvalidValueError(
                f"document.sha256: expected the hash of the text of {self.id}, got another; "
                "this is not the text that was coded"
            )

    @classmethod
    def of(
        cls, id: str, text: str, *, title: str | None = None, published: Date | None = None
    ) -> Document:
        """Make a document of a text, with its hash and length.

        >>> Document.of("d1", "Agreed.").length
        7
        """
        if (fault := v.text.fault(text)) is not None:
            raise v.invalid("document.text", fault.expected, text)
        return cls(
            id=id,
            title=title,
            published=published,
            sha256=text_digest(text),
            length=len(text),
            text=text,
        )

    def without_text(self) -> Document:
        """Give the same document without its words; hash and length stay.

        >>> Document.of("d1", "Agreed.").without_text().sha256 == text_digest("Agreed.")
        True
        """
        if self.text is None:
            return self
        return evolve(self, sha256=text_digest(self.text), length=len(self.text), text=None)


@frozen(kw_only=True, repr=False)
class Quote(Stated):
    """Words of a document, with their place: ``text[start:end] == quote`` wherever the text is at hand.

    Args:
        document: the id of the document.
        start: the first character, as a ``str`` offset.
        end: the character after the last one.
        quote: the words themselves.

    Raises:
        InvalidValueError: a length of the words that is not ``end - start``, or no words at all.

    >>> Quote(document="d1", start=0, end=6, quote="Agreed").quote
    'Agreed'
    """

    document: str = field(validator=v.identifier)
    start: int = field(validator=v.count)
    end: int = field(validator=v.count)
    quote: str = field(validator=v.nonempty_text)

    def __attrs_post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise InvalidValueError(
                f"quote.end: expected start + {len(self.quote)}, the length of the words; "
                f"got {self.start}..{self.end}"
            )


@frozen(kw_only=True, repr=False)
class Citation(Stated):
    """A place in a document that a person names as the ground of a hand-made coding.

    Args:
        document: the id of the document.
        locator: where in it ("paragraph 3", "item 4").
        coder: who coded it.

    >>> Citation(document="d2", locator="second list, item 1").locator
    'second list, item 1'
    """

    document: str = field(validator=v.identifier)
    locator: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    coder: str | None = field(default=None, validator=v.optional(v.nonempty_text))


@frozen(kw_only=True, repr=False)
class Derived(Stated):
    """A value that was computed from others by a named rule.

    "Mid June last year" gives a date only together with the date of publication; the rule says so.

    Args:
        rule: the name of the rule.
        from_: what it was computed from; empty where the rule needs no words (a publication date given by the user).

    >>> Derived(rule="relative date", from_=[Citation(document="d1")]).rule
    'relative date'
    """

    rule: str = field(validator=v.nonempty_text)
    from_: tuple[Quote | Citation | Derived, ...] = field(default=(), converter=v.to_tuple)

    @from_.validator
    def _check_from(self, attribute: object, value: object) -> None:
        fault = v.tuple_of(v.any_of(Quote, Citation, Derived)).fault(value)
        if fault is not None:
            raise InvalidValueError(
                f"derived.from_{fault.where}: expected {fault.expected}, got {fault.found}"
            )


Ground = Quote | Citation | Derived
"""What a value may rest on."""


def quotes_in(ground: Ground) -> tuple[Quote | Citation, ...]:
    """List the quotes and citations that a ground comes down to.

    >>> q = Quote(document="d1", start=0, end=4, quote="June")
    >>> quotes_in(Derived(rule="relative date", from_=(q,))) == (q,)
    True
    """
    if isinstance(ground, Derived):
        return tuple(leaf for part in ground.from_ for leaf in quotes_in(part))
    return (ground,)


def leaves_of(grounds: Iterable[Ground]) -> tuple[Quote | Citation, ...]:
    """List the quotes and citations that some grounds come down to, each once.

    >>> q = Quote(document="d1", start=0, end=4, quote="June")
    >>> leaves_of([q, Derived(rule="relative date", from_=(q,))]) == (q,)
    True
    """
    return tuple(dict.fromkeys(leaf for ground in grounds for leaf in quotes_in(ground)))


@frozen(kw_only=True, repr=False)
class Evidence(Stated):
    """The ground of one field of a record; an empty field name stands for the record as a whole.

    Args:
        field: the name of the field, or "" for the whole.
        ground: what it rests on.

    >>> Evidence(field="duration", ground=Citation(document="d1")).field
    'duration'
    """

    field: str = attrs.field(default="", validator=v.text)
    ground: Ground = attrs.field(validator=v.any_of(Quote, Citation, Derived))


class SourceKind(Enum):
    """Whose voice it is: the report's own, a named one, or one that stays unnamed."""

    REPORT = "report"
    NAMED = "named"
    ANONYMOUS = "anonymous"


@frozen(kw_only=True, repr=False)
class Source(Stated):
    """Who says it.

    Args:
        kind: the report's own voice, a named person or body, or an anonymous one.
        name: the name, for a named source only.
        affiliation: whom an anonymous or named source is said to belong to.
        party: the id of the party that the source speaks for or belongs to, if it is one.
        cites: the source that this one passes on.

    Raises:
        InvalidValueError: a named source without a name, or a name for one that has none.

    >>> Source(kind=SourceKind.ANONYMOUS, affiliation="a local council").label
    'anonymous (a local council)'
    """

    kind: SourceKind = field(default=SourceKind.REPORT, validator=v.instance(SourceKind))
    name: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    affiliation: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    party: str | None = field(default=None, validator=v.optional(v.identifier))
    cites: Source | None = field(default=None)

    @cites.validator
    def _check_cites(self, attribute: object, value: object) -> None:
        if value is not None and not isinstance(value, Source):
            raise InvalidValueError(
                f"source.cites: expected Source or None, got {type(value).__name__}"
            )

    def __attrs_post_init__(self) -> None:
        if (self.kind is SourceKind.NAMED) != (self.name is not None):
            wanted = "a name" if self.kind is SourceKind.NAMED else f"none for {self.kind.value}"
            raise InvalidValueError(f"source.name: expected {wanted}, got {self.name!r}")

    @property
    def label(self) -> str:
        """How the source is named in a table: a name, ``anonymous (affiliation)`` or ``report``."""
        who = self.name or ("anonymous" if self.kind is SourceKind.ANONYMOUS else "report")
        if self.affiliation:
            who = f"{who} ({self.affiliation})"
        return f"{who}, citing {self.cites.label}" if self.cites else who


WEIGHED = "weights.content"
"""Among the rules of an article: learnt weights took it for a term, where no word introduces one."""


@frozen(kw_only=True, repr=False)
class Coding(Stated):
    """Who coded a record, and whether a person has checked it since.

    Args:
        coder: a person, or the name and version of a rule set.
        by_machine: whether rules coded it and not a person.
        coded_on: when, if that is recorded.
        rules: the lexicon entries or rules that read it.
        checked_by: the person who checked it, None if nobody has.
        checked_on: when.

    >>> Coding(coder="A. Coder", by_machine=False).checked_by is None
    True
    """

    coder: str = field(validator=v.nonempty_text)
    by_machine: bool = field(validator=v.boolean)
    coded_on: Date | None = field(default=None, validator=v.optional(v.instance(Date)))
    rules: tuple[str, ...] | None = field(
        default=None, converter=v.to_names, validator=v.optional(v.names)
    )
    checked_by: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    checked_on: Date | None = field(default=None, validator=v.optional(v.instance(Date)))


@frozen(kw_only=True, repr=False)
class Unread(Stated):
    """A sentence that speaks of the negotiation and yielded nothing.

    Args:
        ground: the sentence.
        reason: why it was left alone, in plain words.

    >>> q = Quote(document="d1", start=0, end=11, quote="Talks went.")
    >>> Unread(ground=q, reason="no term or stance recognised").reason
    'no term or stance recognised'
    """

    ground: Quote = field(validator=v.instance(Quote))
    reason: str = field(validator=v.nonempty_text)
