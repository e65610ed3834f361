"""What the reports show of drafts: a change, the life of articles, one negotiating text."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.comparison.redline import Stretch

__all__ = [
    "DRAFTS_SHOWN",
    "BlockView",
    "ChangePage",
    "HistoryPage",
    "LifeView",
    "LinkView",
    "PartView",
    "RedlineView",
    "SlotView",
    "StageView",
    "TextPage",
]

DRAFTS_SHOWN = "a change, a history, a negotiating text or drafts side by side"
"""What the reports can show of drafts."""


@frozen(kw_only=True)
class LinkView:
    """What became of an article.

    Args:
        old: its designator before, None where only the new draft has it.
        new: its designator after.
        told: the relation, as it may be told.
        flags: moved, renumbered.
        reason: why the two were matched.
        confidence: how sure that is, in words.

    >>> LinkView(old="4", new="5", told="kept", flags=(), reason="same words", confidence="").told
    'kept'
    """

    old: str | None
    new: str | None
    told: str
    flags: tuple[str, ...]
    reason: str
    confidence: str


@frozen(kw_only=True)
class RedlineView:
    """The words of an article with what went, came and was moved.

    Args:
        name: its number before and now.
        text: the words with their marks.

    >>> RedlineView(name="4", text=(Stretch("six", "gone"),)).text[0].mark
    'gone'
    """

    name: str
    text: tuple[Stretch, ...]


@frozen(kw_only=True)
class ChangePage:
    """A change, arranged.

    Args:
        title: from which proposal to which.
        summary: what became of the articles, in a sentence.
        note: how comparable the two texts are.
        force: what changed in what wordings bind to.
        changed: what else is known to have changed in the terms.
        carried: the words that went from one article into another.
        redlines: the words of the articles that were reworded.
        whole: whether the redlines show the words that stayed.
        silent: what only one of the two mentions.
        links: what became of each article.

    >>> ChangePage(title="", summary="", note="", links=()).force
    ()
    """

    title: str
    summary: str
    note: str
    links: tuple[LinkView, ...]
    force: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    redlines: tuple[RedlineView, ...] = ()
    whole: bool = False
    silent: tuple[str, ...] = ()


@frozen(kw_only=True)
class StageView:
    """What became of an article in one draft.

    >>> StageView(label="4", told="amended", notes=()).told
    'amended'
    """

    label: str
    told: str
    notes: tuple[str, ...]


@frozen(kw_only=True)
class LifeView:
    """An article through all drafts: a stage for each, None where it is not yet or no more.

    >>> LifeView(title="ceasefire", stages=(None,)).stages
    (None,)
    """

    title: str
    stages: tuple[StageView | None, ...]


@frozen(kw_only=True)
class HistoryPage:
    """The life of each article through all drafts.

    >>> HistoryPage(title="Articles", sentence="", drafts=("p1",), lives=()).drafts
    ('p1',)
    """

    title: str
    sentence: str
    drafts: tuple[str, ...]
    lives: tuple[LifeView, ...]


@frozen(kw_only=True)
class PartView:
    """Clean words, or the alternatives of a bracket.

    Args:
        words: the clean words; empty for a bracket.
        options: for each alternative the parties and their words: empty for none wanted, None where nothing is known.
        number: the number by which the bracket is decided; None where it is not decided upon.

    >>> PartView(options=(("State", "six"), ("Opposition", None)), number=1).options[1][1] is None
    True
    """

    words: str = ""
    options: tuple[tuple[str, str | None], ...] = ()
    number: int | None = None


@frozen(kw_only=True)
class SlotView:
    """One part of an article: its number, heading, text or a field of its term.

    >>> SlotView(name="Text", parts=(PartView(words="Roads are open."),)).name
    'Text'
    """

    name: str
    parts: tuple[PartView, ...]


@frozen(kw_only=True)
class BlockView:
    """An article of a negotiating text.

    Args:
        slots: its parts.
        bracket: who has the article and who does not, where it stands in a bracket as a whole; else None.

    >>> BlockView(slots=()).bracket is None
    True
    """

    slots: tuple[SlotView, ...]
    bracket: PartView | None = None


@frozen(kw_only=True)
class TextPage:
    """A negotiating text, arranged.

    >>> TextPage(title="", note="", sentence="", blocks=(), decisions=()).blocks
    ()
    """

    title: str
    note: str
    sentence: str
    blocks: tuple[BlockView, ...]
    decisions: tuple[str, ...]
