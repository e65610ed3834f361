"""What a change tells its reader: how comparable the texts are, and what moved."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import field, frozen

from qalamoun_terms.comparison.values import in_words
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.proposals import ArticleRef

__all__ = ["Carried", "Comparability", "Contested", "Movement", "one_of"]


def one_of(*names: str) -> v.Check:
    """Accept one of a few words.

    >>> one_of("kept", "moved").expected
    'one of kept, moved'
    """
    expected = f"one of {', '.join(names)}"

    def fault(value: object) -> v.Fault | None:
        return None if value in names else v.Fault("", expected, repr(value))

    return v.Simple(expected, fault, names.__contains__)


@frozen(kw_only=True)
class Comparability:
    """How far two proposals can be compared: by their words, or only by what is told of them.

    Args:
        old: whether the old proposal's articles are known verbatim or as reported.
        new: the same of the new proposal.
        old_complete: whether all articles of the old proposal are known.
        new_complete: whether all articles of the new proposal are known.

    >>> told = Comparability(old="reported", new="reported")
    >>> told.by_text, told.absence, told.presence
    (False, 'not reported', 'not reported before')
    """

    old: str = field(validator=one_of("verbatim", "reported"))
    new: str = field(validator=one_of("verbatim", "reported"))
    old_complete: bool = field(default=False, validator=v.boolean)
    new_complete: bool = field(default=False, validator=v.boolean)

    @property
    def by_text(self) -> bool:
        """Whether both are known word for word, so that their words can be compared."""
        return self.old == self.new == "verbatim"

    @property
    def whole(self) -> bool:
        """Whether both are known word for word and completely, so that what is missing is absent."""
        return self.by_text and self.old_complete and self.new_complete

    @property
    def absence(self) -> str:
        """What is said of an article that only the old proposal is known to have."""
        return "dropped" if self.whole else "not reported"

    @property
    def presence(self) -> str:
        """What is said of an article that only the new proposal is known to have."""
        return "added" if self.whole else "not reported before"

    @property
    def words(self) -> str:
        """How comparable the two are, in a sentence.

        >>> print(Comparability(old="reported", new="verbatim").words)
        The old text is known by report only: terms are compared, words are not, and what one of the two does \
not mention counts as not reported.
        """
        if self.whole:
            return (
                "Both texts are verbatim and complete: compared word for word and by their terms."
            )
        if self.by_text:
            return (
                "Both texts are verbatim, but not known to be complete: compared word for word and by "
                "their terms; what one of the two does not have counts as not reported."
            )
        told = [name for name in ("old", "new") if getattr(self, name) == "reported"]
        which = "Both texts are" if len(told) == 2 else f"The {told[0]} text is"
        return (
            f"{which} known by report only: terms are compared, words are not, and what one of the "
            "two does not mention counts as not reported."
        )


@frozen
class Contested:
    """The values that the accounts of a contested article claim for one field.

    Args:
        values: the different values, in the order of the accounts.

    >>> str(Contested(("heavy", "light")))
    'contested (heavy / light)'
    """

    values: tuple[Any, ...]

    def __str__(self) -> str:
        return f"contested ({' / '.join(in_words(value) for value in self.values)})"


@frozen(kw_only=True)
class Movement:
    """A change of a term, told in a sentence.

    Args:
        old_article: the article before; None where only the new proposal is known to have it.
        new_article: the article after; None where only the old proposal is known to have it.
        kind: the kind of term.
        field: the field that changed; empty for the article as a whole.
        old: the value before: None where none is stated, `Contested` where the accounts differ.
        new: the value after.
        change: what happened to it: added, removed, longer, shorter, wider, narrower, changed, not reported, and so on.
        direction: lighter, heavier, or neutral where no rule says so.
        for_whom: for whom it is lighter or heavier.
        words: the sentence.
        note: what the state of the sources adds to it, None if nothing.

    >>> print(Movement(kind="ceasefire", field="", change="added", words="ceasefire: added"))
    ceasefire: added
    """

    old_article: ArticleRef | None = attrs.field(default=None)
    new_article: ArticleRef | None = attrs.field(default=None)
    kind: str
    field: str
    old: Any = attrs.field(default=None)
    new: Any = attrs.field(default=None)
    change: str
    direction: str = attrs.field(default="neutral")
    for_whom: str | None = attrs.field(default=None)
    words: str
    note: str | None = attrs.field(default=None)

    def __str__(self) -> str:
        return self.words


@frozen(kw_only=True)
class Carried:
    """Words that were carried from one article into another.

    Args:
        from_: the article that had them, in the old draft.
        into: the article that has them, in the new draft.
        old: the words as they stood.
        new: the words as they stand.

    >>> here, there = ArticleRef("p1", "a1"), ArticleRef("p2", "a4")
    >>> print(Carried(from_=here, into=there, old="Buses wait.", new="Buses wait."))
    from p1.a1 into p2.a4: “Buses wait.”
    """

    from_: ArticleRef = field(validator=v.instance(ArticleRef))
    into: ArticleRef = field(validator=v.instance(ArticleRef))
    old: str = field(validator=v.text)
    new: str = field(validator=v.text)

    def __str__(self) -> str:
        return f"from {self.from_} into {self.into}: “{self.new}”"
