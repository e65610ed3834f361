"""Positions over time, arranged: what is open, common ground, concessions, ranges, what became of what was agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from attrs import evolve

from qalamoun_terms.comparison.common_ground import Apart, CommonGround
from qalamoun_terms.comparison.concessions import Concession, concessions
from qalamoun_terms.comparison.conditions import ConditionalAcceptance
from qalamoun_terms.comparison.implementation import Duty, Implementation, Report
from qalamoun_terms.comparison.open_articles import OpenArticle, OpenArticles, Since
from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.comparison.positions import PositionTable
from qalamoun_terms.comparison.ranges import NumericRange, ranges
from qalamoun_terms.model.grounds import Citation, Quote, leaves_of
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Target
from qalamoun_terms.model.record import Measure
from qalamoun_terms.reports.grounds import ground_views
from qalamoun_terms.reports.items import Item, Section
from qalamoun_terms.reports.names import Names, anchor_of
from qalamoun_terms.reports.page_view import OpenGroup
from qalamoun_terms.reports.view import GroundView
from qalamoun_terms.reports.words import OUTCOME_SIGNS, counted, date_words, listed, spaced

__all__ = [
    "Refs",
    "apart_items",
    "common_items",
    "concession_items",
    "duty_items",
    "implementation_section",
    "open_groups",
    "open_item",
    "range_items",
    "shared_sections",
    "standing_sections",
    "unreported_words",
    "with_items",
]

_COMMON = "What two sides or more are for, if only in principle or on a condition."
_CONCESSIONS = (
    "The word is used only where one party has two dated and quoted positions on one article and the later "
    "gives up part of the earlier. It says nothing of why, nor of what it is worth."
)
_Told = TypeVar("_Told", CommonGround, Apart)


class Refs:
    """How articles and quoted words are named: on the page of their case, or by themselves.

    Args:
        names: the names of the case, None for a value that is shown without its case.

    >>> from qalamoun_terms.model.proposals import ArticleRef
    >>> Refs().short(ArticleRef("p1", "a2")), Refs().anchor(ArticleRef("p1", "a2"))
    ('p1.a2', None)
    """

    def __init__(self, names: Names | None = None) -> None:
        self._names = names

    def short(self, target: Target) -> str:
        """Name an article or a proposal in a few letters."""
        return self._names.short(target) if self._names else str(target)

    def anchor(self, target: Target) -> str | None:
        """Say where on the page more is told of it; None where there is no such page."""
        return anchor_of(target) if self._names else None

    def own_anchor(self, anchor: str) -> str | None:
        """Give an item an anchor where something on the page leads to it."""
        return anchor if self._names else None

    def grounds(self, found: Iterable[Quote | Citation]) -> tuple[GroundView, ...]:
        """Arrange quoted words and cited places."""
        if self._names:
            return ground_views(self._names, found)
        plain = ground_views(Names(Negotiation(id="none")), found)
        return tuple(evolve(one, anchor=None) for one in plain)

    def item(self, words: str, target: Target) -> Item:
        """Make an item about an article or a proposal."""
        return Item(words=words, ref=self.short(target), anchor=self.anchor(target))


def open_item(article: OpenArticle, refs: Refs) -> Item:
    """Arrange an open article: between whom, since when, over which words, on which conditions.

    Args:
        article: the open article.
        refs: how things are named.
    """
    split = article.split
    lines = [_since(article.since), *map(str, article.camps)]
    lines += [f"parties of one side stand apart: {listed(split)}"] if split else []
    differing = [spaced(one) for one in article.differences]
    lines += [f"accounts differ on: {listed(differing)}"] if differing else []
    lines += [_pressure(one) for one in article.pressure]
    return evolve(
        refs.item(article.title, article.ref),
        lines=tuple(lines),
        grounds=refs.grounds(article.grounds),
        within=tuple(_condition(one, refs) for one in article.conditions),
    )


def _pressure(measure: Measure) -> str:
    return f"beside it, pressure: {measure.label} ({date_words(measure.date)})"


def _since(since: Since) -> str:
    if since.date is None:
        return str(since)
    date = date_words(since.date)
    return f"since {date}" if since.exact else f"since some day after it was put forward ({date})"


def _condition(accepted: ConditionalAcceptance, refs: Refs) -> Item:
    asked = f": “{accepted.condition}”" if accepted.condition else " that no source tells"
    words = f"{accepted.party} accepts it on condition{asked}"
    if accepted.condition and not accepted.articles:
        words = f"{words}; no article that would meet it is known"
    meeting = (
        evolve(
            refs.item(f"would meet it: {one.title}", one.ref),
            lines=(one.label, f"both speak of {listed(one.shares)}"),
        )
        for one in accepted.articles
    )
    return Item(words=words, grounds=refs.grounds(accepted.grounds), within=tuple(meeting))


def common_items(found: Iterable[CommonGround], refs: Refs) -> tuple[Item, ...]:
    """Arrange common ground, those that are held alike together.

    Args:
        found: the common ground.
        refs: how things are named.
    """

    def held(one: CommonGround) -> str:
        others = f"; not on record with them: {listed(one.others)}" if one.others else ""
        return f"{listed(one.sides)}: {one.label}{others}"

    return _together(found, held, lambda one: refs.item(one.title, one.ref))


def apart_items(found: Iterable[Apart], refs: Refs) -> tuple[Item, ...]:
    """Arrange the parties that stand apart from their side, each with the articles.

    Args:
        found: who stands apart where.
        refs: how things are named.
    """

    def told(one: Apart) -> str:
        counted_in = "" if one.counted else " (not a party to it)"
        rest = "; ".join(one.rest)
        return f"{one.side}: {one.party}{counted_in}: {one.stand.value}; {rest}"

    return _together(found, told, lambda one: refs.item("", one.ref))


def _together(
    found: Iterable[_Told], words: Callable[[_Told], str], item: Callable[[_Told], Item]
) -> tuple[Item, ...]:
    groups: dict[str, list[Item]] = {}
    for one in found:
        groups.setdefault(words(one), []).append(item(one))
    return tuple(Item(words=said, within=tuple(items)) for said, items in groups.items())


def concession_items(found: Iterable[Concession], refs: Refs) -> tuple[Item, ...]:
    """Arrange concessions: what was given up, both positions in their words, and the pressure beside them.

    Args:
        found: the concessions.
        refs: how things are named.
    """
    return tuple(_concession(one, refs) for one in found)


def _concession(one: Concession, refs: Refs) -> Item:
    both = tuple(
        evolve(
            refs.item(f"{date_words(position.when)}: {position.stance.value}", position.target),
            grounds=refs.grounds(leaves_of(position.grounds)),
        )
        for position in (one.earlier, one.later)
    )
    pressure = tuple(map(_pressure, one.pressure))
    words = f"{one.party} gave up {one.gave_up}"
    return evolve(refs.item(words, one.later_article), lines=pressure, within=both)


def range_items(found: Iterable[NumericRange], refs: Refs) -> tuple[Item, ...]:
    """Arrange the ranges that parties have stated, where two or more have.

    Args:
        found: the ranges.
        refs: how things are named.
    """
    return tuple(
        Item(
            words=f"{one.title}: {one.verdict}",
            lines=tuple(
                f"{stated.party}: {stated.words} ({listed([refs.short(ref) for ref in stated.articles])})"
                for stated in one.stated
            ),
        )
        for one in found
        if len(one.stated) > 1
    )


def duty_items(duties: Iterable[Duty], refs: Refs) -> tuple[Item, ...]:
    """Arrange what was agreed and of which something is due or told.

    Args:
        duties: what was agreed.
        refs: how things are named.
    """
    return tuple(_duty(one, refs) for one in duties if one.reports or one.due)


def unreported_words(duties: Iterable[Duty]) -> str:
    """Say of how many agreed provisions nothing is told and nothing is due; empty where there is none.

    >>> unreported_words(())
    ''
    """
    silent = sum(not (one.reports or one.due) for one in duties)
    if not silent:
        return ""
    what = counted(silent, "agreed provision")
    return f"Of {what} no time is stated, and what was done is not reported."


def _duty(duty: Duty, refs: Refs) -> Item:
    lines = [duty.label]
    lines += [f"owed by {listed(duty.owed_by)}"] if duty.owed_by else []
    lines += [*map(str, duty.due), *duty.unclear]
    lines += [] if duty.reports else ["what was done is not reported"]
    return evolve(
        refs.item(duty.title, duty.ref),
        lines=tuple(lines),
        within=tuple(_report(one, refs) for one in duty.reports),
    )


def _report(report: Report, refs: Refs) -> Item:
    return Item(
        words=f"{report.words} ({date_words(report.date)})",
        own_anchor=refs.own_anchor(f"compliance-{report.record}"),
        grounds=refs.grounds(report.grounds),
    )


def open_groups(found: OpenArticles, refs: Refs) -> tuple[OpenGroup, ...]:
    """Arrange what is open by what it came to, the most contested first.

    Args:
        found: what is open.
        refs: how things are named.
    """
    by_outcome: dict[Outcome, list[Item]] = {}
    for article in found:
        by_outcome.setdefault(article.outcome, []).append(open_item(article, refs))
    return tuple(
        OpenGroup(
            anchor=f"open-{outcome.name.lower()}",
            sign=OUTCOME_SIGNS[outcome.value],
            outcome=outcome.value,
            items=tuple(items),
        )
        for outcome, items in by_outcome.items()
    )


def shared_sections(found: OpenArticles, refs: Refs) -> tuple[Section, ...]:
    """Arrange what the parties share, and where they part from their own side.

    Args:
        found: what is open and what is common ground.
        refs: how things are named.
    """
    return with_items(
        Section(title="Common ground", note=_COMMON, items=common_items(found.common, refs)),
        Section(title="Apart from their side", note="", items=apart_items(found.apart, refs)),
    )


def standing_sections(table: PositionTable, found: OpenArticles, refs: Refs) -> tuple[Section, ...]:
    """Arrange what the parties share, where they part, what they gave up, and the numbers they stated.

    Args:
        table: the table of positions.
        found: what is open and what is common ground, as of the same day.
        refs: how things are named.
    """
    given_up = concession_items(concessions(table.case, table.as_of), refs)
    stated = range_items(ranges(table.case, table.as_of), refs)
    return with_items(
        *shared_sections(found, refs),
        Section(title="Concessions", note=_CONCESSIONS, items=given_up),
        Section(title="Numbers that the parties stated", note="", items=stated),
    )


def implementation_section(found: Implementation, refs: Refs) -> Section:
    """Arrange what became of what was agreed.

    Args:
        found: what was agreed.
        refs: how things are named.
    """
    notes = "An allegation is the word of its source and no finding.", unreported_words(found)
    return Section(
        title="What became of what was agreed",
        note=" ".join(one for one in notes if one),
        items=duty_items(found, refs),
    )


def with_items(*sections: Section) -> tuple[Section, ...]:
    """Leave out the sections without items.

    >>> with_items(Section(title="Common ground", note="", items=()))
    ()
    """
    return tuple(one for one in sections if one.items)
