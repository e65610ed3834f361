"""A change, arranged: changes of force first, then what moved, then the words, then every article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qalamoun_terms.comparison.changes import Change, Link
from qalamoun_terms.comparison.edits import TextEdit
from qalamoun_terms.comparison.movement import kind_in_words
from qalamoun_terms.comparison.pairings import Run
from qalamoun_terms.comparison.redline import Stretch, stretches_of
from qalamoun_terms.comparison.told import Carried, Movement
from qalamoun_terms.comparison.wording import WordEdit, apply_words, pieces
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.proposals import ArticleRef, Proposal
from qalamoun_terms.reports.draft_view import ChangePage, LinkView, RedlineView
from qalamoun_terms.reports.rounds import is_silence, movement_words
from qalamoun_terms.reports.words import isolated

__all__ = ["page_of_change"]

_LONG = 60
"""So many words and spaces that stayed are shown; of more only those next to an edit."""

_SHOWN = 24
_MOST = 6
"""So many changes of force of one article are told."""

_LEFT_OUT = " … "


def page_of_change(change: Change, base: Proposal | None = None) -> ChangePage:
    """Arrange a change.

    Args:
        change: the change.
        base: the proposal that it leads from, so that the words that stayed can be shown as well.

    Raises:
        InvalidValueError: another proposal than that which the change leads from.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> page_of_change(compare(Proposal(id="p1"), Proposal(id="p2"))).title
    'From p1 to p2'
    """
    said, _, _ = change.summary.partition(f" {change.comparability.words}")
    names = _names(change)
    redlines = dict(_redlines(change, _texts(change, base), names))
    told = [one for one in change.movements[len(change.force) :] if not _is_shown(one, redlines)]
    return ChangePage(
        title=isolated(f"From {_end(change, 'old')} to {_end(change, 'new')}"),
        summary=said,
        note=change.comparability.words,
        force=tuple(_force(change, names)),
        changed=tuple(movement_words(one) for one in told if not is_silence(one)),
        carried=tuple(_carried(one, names) for one in change.carried),
        redlines=tuple(redlines.values()),
        whole=base is not None,
        silent=tuple(movement_words(one) for one in told if is_silence(one)),
        links=tuple(_link(link) for link in change.links),
    )


def _end(change: Change, end: str) -> str:
    """Name a proposal of a change as far as the change tells: its title, its name, or its id."""
    stated = {one.field: getattr(one, end) for one in change.proposal}
    return str(stated.get("title") or stated.get("name") or getattr(change, end))


def _link(link: Link) -> LinkView:
    flags = {"moved": link.moved, "renumbered": link.renumbered}
    return LinkView(
        old=", ".join(link.old) or None,
        new=", ".join(link.new) or None,
        told=link.told_as,
        flags=tuple(word for word, up in flags.items() if up and word != link.told_as),
        reason=link.reason,
        confidence=f"{link.confidence:.0%} sure" if link.confidence < 1 else "",
    )


# --- how articles are called


class _Names:
    """The designators of articles by their ids, in both drafts."""

    def __init__(self) -> None:
        self.old: dict[str, str] = {}
        self.new: dict[str, str] = {}
        self.both: dict[str, str] = {}


def _names(change: Change) -> _Names:
    names = _Names()
    for run in (piece for piece in change.order if isinstance(piece, Run)):
        for index in range(run.length):
            old, new = run.ids(index)
            one, other = map(_called, run.designators(index))
            names.old[old], names.new[new] = one, other
            names.both[old] = one if one == other else f"{one} (now {other})"
    return names


def _called(designator: str) -> str:
    """Say that a number alone is that of an article."""
    return designator if any(map(str.isalpha, designator)) else f"article {designator}"


def _force(change: Change, names: _Names) -> Iterator[str]:
    """Tell the changes of force of each article in a line, with its number in place of a kind that says nothing."""
    articles: dict[str, list[str]] = {}
    for one in change.force:
        words = movement_words(one)
        if one.kind == "other":
            words = words.removeprefix(f"{kind_in_words(one.kind)}: ")
        articles.setdefault(one.old_article.article if one.old_article else "", []).append(words)
    for article, told in articles.items():
        more = len(told) - _MOST
        rest = f"; and {more} more, as it was rewritten" if more > 0 else ""
        yield f"{names.both.get(article, article)}: {'; '.join(told[:_MOST])}{rest}"


def _carried(one: Carried, names: _Names) -> str:
    old = names.old.get(one.from_.article, one.from_.article)
    new = names.new.get(one.into.article, one.into.article)
    return isolated(f"from {old} into {new}: “{one.new}”")


# --- the words


def _texts(change: Change, base: Proposal | None) -> dict[tuple[str, int], str] | None:
    if base is None:
        return None
    if base.id != change.old:
        raise InvalidValueError(f"base: expected the proposal {change.old}, got {base.id}")
    return {
        (article.id, place): account.text
        for article in base.articles
        for place, account in enumerate(article.accounts)
        if account.text is not None
    }


def _redlines(
    change: Change, texts: dict[tuple[str, int], str] | None, names: _Names
) -> Iterator[tuple[str, RedlineView]]:
    reported = {one.old[0] for one in change.pairings if one.reported}
    for edit in change.edits:
        if isinstance(edit, TextEdit) and not edit.field and edit.article not in reported:
            text = None if texts is None else texts.get((edit.article, edit.account), "")
            marked = _excerpts(edit.words) if text is None else _shown(edit, text)
            yield edit.article, RedlineView(name=names.both[edit.article], text=tuple(marked))


def _shown(edit: TextEdit, text: str) -> Iterator[Stretch]:
    """Give the words of an article with their marks, without the middle of what stayed where that is long."""
    if apply_words(text, edit.words) is None:
        raise InvalidValueError(f"base: expected the words that the change is of in {edit.article}")
    stretches = stretches_of(text, edit.words)
    for place, one in enumerate(stretches):
        cut = pieces(one.words) if one.mark == "same" else []
        if len(cut) <= _LONG:
            yield one
            continue
        first = "".join(cut[:_SHOWN]) if place else ""
        last = "".join(cut[-_SHOWN:]) if place < len(stretches) - 1 else ""
        yield Stretch(f"{first}{_LEFT_OUT}{last}")


def _excerpts(edits: Iterable[WordEdit]) -> Iterator[Stretch]:
    """Give what went and what came, without the words between."""
    for place, edit in enumerate(edits):
        if place or edit.at:
            yield Stretch(_LEFT_OUT)
        yield from (
            one for one in (Stretch(edit.old, "gone"), Stretch(edit.new, "come")) if one.words
        )


def _is_shown(movement: Movement, redlines: dict[str, RedlineView]) -> bool:
    """Say whether a movement only repeats the words that a redline shows."""
    ref: ArticleRef | None = movement.old_article
    worded = movement.kind == "other" and movement.field == "text"
    return worded and ref is not None and ref.article in redlines
