"""Changes of force of a whole change, told article by article."""

from __future__ import annotations

from qalamoun_terms.comparison.carried import without_carried
from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.movement import kind_in_words
from qalamoun_terms.comparison.told import Movement
from qalamoun_terms.model.proposals import ArticleRef

__all__ = ["force_of"]


def force_of(change: Change) -> tuple[Movement, ...]:
    """Tell what changed in what wordings bind to.

    Args:
        change: the change.

    Returns:
        A movement for each change of a duty, a negation, a condition, a number or a length of time, article by
        article in the order of the pairs; none is weighed.

    >>> from qalamoun_terms.comparison.compare import compare
    >>> from qalamoun_terms.comparison.draft import draft
    >>> old, new = (draft([(1, "", f"The army {verb} withdraw.")]) for verb in ("shall", "may"))
    >>> print(force_of(compare(old, new))[0])
    other provision: duty: obligation -> permission (“shall withdraw” -> “may withdraw”)
    """
    found = [
        Movement(
            old_article=ArticleRef(change.old, one.old[0]),
            new_article=ArticleRef(change.new, one.new[0]),
            kind=one.kind,
            field=force.sort,
            old=force.was,
            new=force.now,
            change=force.change,
            words=f"{kind_in_words(one.kind)}: {force}",
        )
        for one in change.pairings
        for force in one.force
    ]
    return without_carried(change, found) if found else ()
