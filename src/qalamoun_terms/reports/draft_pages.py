"""The life of articles through drafts, and a negotiating text, arranged."""

from __future__ import annotations

from collections.abc import Iterator

from qalamoun_terms.comparison.brackets import NUMBER, Block, Bracket, BracketedText, Slot
from qalamoun_terms.comparison.history import History, Life, Stage
from qalamoun_terms.comparison.negotiating import Decision, NegotiatingText
from qalamoun_terms.reports.draft_view import (
    BlockView,
    HistoryPage,
    LifeView,
    PartView,
    SlotView,
    StageView,
    TextPage,
)
from qalamoun_terms.reports.words import counted, isolated, listed

__all__ = ["page_of_history", "page_of_text"]


def page_of_history(history: History) -> HistoryPage:
    """Arrange the life of each article, a column a draft.

    Args:
        history: what `trace` found.

    >>> page_of_history(History(drafts=(), lives=())).sentence
    'No article is known.'
    """
    known = counted(len(history), "article")
    sentence = f"{known} through {counted(len(history.drafts), 'draft')}."
    return HistoryPage(
        title="The life of each article",
        sentence=sentence if history.lives else "No article is known.",
        drafts=tuple(map(str, history.drafts)),
        lives=tuple(_life(history, life) for life in history),
    )


def _life(history: History, life: Life) -> LifeView:
    stages = {stage.draft.id: stage for stage in life}
    found = (stages.get(draft.id) for draft in history.drafts)
    return LifeView(
        title=life.title, stages=tuple(None if one is None else _stage(one) for one in found)
    )


def _stage(stage: Stage) -> StageView:
    others = ", ".join(map(str, stage.related))
    related = f" {'from' if stage.ref else 'into'} {others}" if others else ""
    return StageView(
        label=stage.label or "",
        told=f"{stage.told_as}{related}",
        notes=tuple(map(isolated, stage.movements)),
    )


# --- a negotiating text


def page_of_text(text: NegotiatingText | BracketedText) -> TextPage:
    """Arrange a text with brackets, each with the number by which it is decided.

    Args:
        text: what `merge` compiled, or what `parse_brackets` read back.

    >>> page_of_text(BracketedText(parties=["A", "B"], policy="consent", blocks=[])).sentence
    'No bracket is left.'
    """
    decisions: tuple[Decision, ...] = ()
    if isinstance(text, NegotiatingText):
        decisions, text = text.decisions, text.bracketed
    blocks, counted_so_far = [], 0
    for block in text.blocks:
        view, counted_so_far = _block(block, counted_so_far)
        blocks.append(view)
    return TextPage(
        title=f"One negotiating text of {listed([isolated(one) for one in text.parties])}",
        note=f"Compiled by machine and agreed by nobody; policy {text.policy}.",
        sentence=_sentence(blocks),
        blocks=tuple(blocks),
        decisions=tuple(map(_decision, decisions)),
    )


def _sentence(blocks: list[BlockView]) -> str:
    brackets = [part for block in blocks for part in _brackets(block) if part.number is not None]
    if not brackets:
        return "No bracket is left."
    options = sum(words is not None for part in brackets for _, words in part.options)
    left = f"{counted(len(brackets), 'bracket')} {'is' if len(brackets) == 1 else 'are'} left"
    return f"{left}, with {counted(options, 'option')}."


def _brackets(block: BlockView) -> Iterator[PartView]:
    if block.bracket is not None:
        yield block.bracket
    yield from (part for slot in block.slots for part in slot.parts if part.options)


def _block(block: Block, reached: int) -> tuple[BlockView, int]:
    bracket = None
    if block.holders:
        reached += 1
        without = ((block.out, ""), (block.silent, None))
        options = tuple((", ".join(names), words) for names, words in without if names)
        bracket = PartView(
            words=", ".join(block.holders),
            options=((", ".join(block.holders), "the article"), *options),
            number=reached,
        )
    slots = []
    for slot in block.slots:
        view, reached = _slot(slot, reached)
        slots.append(view)
    return BlockView(slots=tuple(slots), bracket=bracket), reached


def _slot(slot: Slot, reached: int) -> tuple[SlotView, int]:
    parts = []
    for one in slot.segments:
        if isinstance(one, str):
            parts.append(PartView(words=one))
            continue
        number = None
        if slot.name != NUMBER:
            reached += 1
            number = reached
        parts.append(_bracket(one, number))
    return SlotView(name=slot.name, parts=tuple(parts)), reached


def _bracket(bracket: Bracket, number: int | None) -> PartView:
    options = tuple((", ".join(one.parties), one.text) for one in bracket.options)
    return PartView(options=options, number=number)


def _decision(one: Decision) -> str:
    where = f"article {one.article}{f', {one.part}' if one.part else ''}"
    others = "; ".join(
        f"{', '.join(option.parties)}: {_told(option.text)}" for option in one.options
    )
    taken = f"as {one.taken} has it" if one.taken else f"“{one.words}”, as a compromise"
    return isolated(f"{where}: {taken} (alternatives were {others})")


def _told(words: str | None) -> str:
    if words is None:
        return "not reported"
    return f"“{words}”" if words else "nothing"
