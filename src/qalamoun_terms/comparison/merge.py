"""One negotiating text of the drafts of several parties, its disagreements in attributed brackets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from qalamoun_terms.comparison.brackets import (
    BASE,
    NUMBER,
    Block,
    Bracket,
    BracketedText,
    Segment,
    Slot,
    check_label,
)
from qalamoun_terms.comparison.merge_articles import article_of, block_slots, same_but_number, told
from qalamoun_terms.comparison.merge_rows import Row, knows_all, rows_of
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.grounds import Coding
from qalamoun_terms.model.proposals import Proposal

__all__ = ["POLICIES", "Counts", "NegotiatingText", "OpenBracket", "merge", "resolve"]

POLICIES = ("consent", "editorial")
"""Clean is what all parties have; or also what one party changed where nobody else did."""


@frozen(kw_only=True)
class Counts:
    """How far a text is from agreement, as negotiators count it.

    Args:
        brackets: how many brackets there are; those around numbers do not count.
        options: how many alternatives stand in them, wanting no words among them.

    >>> Counts(brackets=1, options=2).options
    2
    """

    brackets: int
    options: int


@frozen(kw_only=True)
class OpenBracket:
    """A bracket to decide on, with its number.

    Args:
        number: its number in the text, from 1; it changes as brackets before it are decided.
        article: the place of its article in the text, from 1.
        part: the part of the article; empty where the article as a whole is in the bracket.
        options: the parties of each alternative and their words; None for words of which nothing is known.

    >>> one = OpenBracket(number=1, article=1, part="Text", options={("A",): "six", ("B",): "nine"})
    >>> one.options[("A",)]
    'six'
    """

    number: int
    article: int
    part: str
    options: Mapping[tuple[str, ...], str | None] = field(hash=False)


@frozen(kw_only=True, repr=False)
class NegotiatingText:
    """Drafts of several parties as one text: agreed words clean, the others in brackets.

    It is compiled by a machine, and no party has agreed to the compilation.

    Args:
        base: the text that the drafts depart from.
        drafts: the parties' drafts by their labels.
        policy: ``consent`` or ``editorial``.
        rows: the articles that stand side by side.
        bracketed: the text with its brackets, as far as it is not decided.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> one, two = (draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))
    >>> merge(one, {"State": one, "Opposition": two})
    <NegotiatingText of State, Opposition: 1 bracket, 2 options; compiled by machine>
    """

    base: Proposal
    drafts: Mapping[str, Proposal] = field(hash=False)
    policy: str
    rows: tuple[Row, ...]
    bracketed: BracketedText

    def __str__(self) -> str:
        return str(self.bracketed)

    def __repr__(self) -> str:
        brackets, options = self.counts.brackets, self.counts.options
        return (
            f"<NegotiatingText of {', '.join(self.parties)}: {brackets} "
            f"bracket{'' if brackets == 1 else 's'}, {options} options; compiled by machine>"
        )

    @property
    def parties(self) -> tuple[str, ...]:
        """The labels of the parties, in the order in which they were given."""
        return tuple(self.drafts)

    @property
    def compiled_by(self) -> Coding:
        """Who compiled the text: a machine."""
        return Coding(coder=f"qalamoun_terms merge, policy {self.policy}", by_machine=True)

    @property
    def brackets(self) -> tuple[OpenBracket, ...]:
        """The brackets that are left to decide on, in the order of the text."""
        return tuple(
            OpenBracket(number=number, article=place + 1, part=part, options=options)
            for number, (place, part, options) in enumerate(self._open(), 1)
        )

    def _open(self) -> Iterator[tuple[int, str, dict[tuple[str, ...], str | None]]]:
        for place, block in enumerate(self.bracketed.blocks):
            if block.holders:
                inside = "\n".join(map(str, block.slots))
                told_by = {block.holders: inside, block.out: "", block.silent: None}
                yield place, "", {names: text for names, text in told_by.items() if names}
            for slot in block.slots:
                if slot.name != NUMBER:
                    for one in slot.brackets:
                        yield place, slot.name, {each.parties: each.text for each in one.options}

    @property
    def counts(self) -> Counts:
        """How many brackets and alternatives there are."""
        found = [options for _, _, options in self._open()]
        alternatives = sum(text is not None for options in found for text in options.values())
        return Counts(brackets=len(found), options=alternatives)

    def for_party(self, label: str) -> tuple[str, ...]:
        """Give one party's own draft, article by article.

        Args:
            label: the label of the party.

        Returns:
            The text of each article, or the fields that its report states. Under the policy ``consent`` that is
            what is left of the text when the brackets of all others are removed.

        Raises:
            InvalidValueError: a party that there is not.

        >>> from qalamoun_terms.comparison.draft import draft
        >>> one, two = (draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))
        >>> print(*merge(one, {"State": one, "Opposition": two}).for_party("Opposition"))
        Number: 1
        Text: Grace of nine months.
        """
        return tuple(map(told, self._draft(label).articles))

    def _draft(self, label: str) -> Proposal:
        if label not in self.drafts:
            raise InvalidValueError(f"party: expected {' or '.join(self.drafts)}, got {label!r}")
        return self.drafts[label]

    def proposal(self, *, id: str = "merged", numbering: str | None = None) -> Proposal:
        """Make a proposal of a text without brackets.

        Args:
            id: the id of the proposal.
            numbering: the party whose numbers are taken where the parties number differently; without it such
                articles have no number.

        Returns:
            The proposal, coded by machine and checked by nobody.

        Raises:
            InvalidValueError: there are brackets left, or there is no such party.

        >>> from qalamoun_terms.comparison.draft import draft
        >>> base = draft([(1, None, "Grace of six months.")])
        >>> merge(base, {"State": base, "Opposition": base}).proposal().articles == base.articles
        True
        """
        left = self.counts.brackets
        if left:
            raise InvalidValueError(f"proposal: expected no bracket to be left, got {left}")
        if numbering is not None:
            self._draft(numbering)
        pairs = zip(self.rows, self.bracketed.blocks, strict=True)
        return Proposal(
            id=id,
            title=self.base.title,
            articles=[
                article_of(row, block, id=f"a{number}", numbering=numbering)
                for number, (row, block) in enumerate(pairs, 1)
            ],
            complete=True if all(map(knows_all, self.drafts.values())) else None,
            coding=self.compiled_by,
        )


def merge(
    base: Proposal, drafts: Mapping[str, Proposal], *, policy: str = "consent"
) -> NegotiatingText:
    """Compile one negotiating text of the drafts of two or more parties.

    Args:
        base: the text that the drafts depart from.
        drafts: the draft of each party, by the label that its brackets are to have.
        policy: ``consent`` puts in brackets what not all parties have; ``editorial`` takes in a change of one
            party where no other changed the same words.

    Returns:
        The text, which says that a machine compiled it.

    Raises:
        InvalidValueError: fewer than two parties, a label that cannot stand in a bracket, or another policy.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> base = draft([(1, None, "Fighters leave within three days.")])
    >>> state = draft([(1, None, "Fighters leave within two days.")])
    >>> other = draft(
    ...     [(1, None, "Fighters leave within three days."), (2, None, "Roads are open.")]
    ... )
    >>> print(merge(base, {"State": state, "Opposition": other}))
    Compiled by machine and agreed by nobody, policy consent, drafts of: State, Opposition
    <BLANKLINE>
    Number: 1
    Text: Fighters leave within [State: two] [Opposition: three] days.
    <BLANKLINE>
    [Opposition:
    Number: 2
    Text: Roads are open.
    ] [State: ]
    """
    if policy not in POLICIES:
        raise InvalidValueError(f"merge.policy: expected {' or '.join(POLICIES)}, got {policy!r}")
    if len(drafts) < 2:
        raise InvalidValueError(f"merge.drafts: expected two or more parties, got {len(drafts)}")
    for label in drafts:
        check_label(label)
    complete = {label: knows_all(draft) for label, draft in drafts.items()}
    merged = [
        (row, block)
        for row in rows_of(base, drafts)
        if (block := _block(row, complete, editorial=policy == "editorial")) is not None
    ]
    return NegotiatingText(
        base=base,
        drafts=dict(drafts),
        policy=policy,
        rows=tuple(row for row, _ in merged),
        bracketed=BracketedText(
            parties=tuple(drafts), policy=policy, blocks=[block for _, block in merged]
        ),
    )


def _block(row: Row, complete: Mapping[str, bool], *, editorial: bool) -> Block | None:
    """Merge one provision; None where nobody wants it."""
    held = {party: row.articles[party] for party in complete if party in row.articles}
    out = tuple(party for party in complete if party not in held and complete[party])
    silent = tuple(party for party in complete if party not in held and not complete[party])
    if not held and (row.base is None or not silent or (editorial and out)):
        return None
    holders = held if held or row.base is None else {BASE: row.base}
    slots = block_slots(row, holders, editorial=editorial)
    if not out and not (silent and not editorial):
        return Block(slots=slots)
    if editorial and row.base is None:
        return Block(slots=slots)
    if editorial and out and all(same_but_number(one, row.base) for one in held.values()):
        return None
    return Block(slots=slots, holders=tuple(holders), out=out, silent=silent)


def resolve(text: NegotiatingText, number: int, *, take: str) -> NegotiatingText:
    """Decide on one bracket.

    Args:
        text: the text.
        number: the number of the bracket, as `NegotiatingText.brackets` gives it.
        take: the label of a party whose alternative is taken; ``base`` where the base stands in the bracket.

    Returns:
        The text with those words clean and the bracket gone.

    Raises:
        InvalidValueError: no such bracket, a party that does not stand in it, or one of which nothing is known.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> one, two = (draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))
    >>> text = resolve(merge(one, {"State": one, "Opposition": two}), 1, take="Opposition")
    >>> text.proposal().articles[0].accounts[0].text
    'Grace of nine months.'
    """
    found = next((one for one in text.brackets if one.number == number), None)
    if found is None:
        raise InvalidValueError(
            f"resolve.number: expected 1 to {text.counts.brackets}, got {number!r}"
        )
    known = {party: told for parties, told in found.options.items() for party in parties}
    if known.get(take) is None:
        wanted = " or ".join(party for party, told in known.items() if told is not None)
        raise InvalidValueError(f"resolve.take: expected {wanted}, got {take!r}")
    place = found.article - 1
    first = next(one.number for one in text.brackets if one.article == found.article)
    return _with_block(text, place, _decided(text.bracketed.blocks[place], number - first, take))


def _decided(block: Block, index: int, take: str) -> Block | None:
    """Decide on the bracket with this place in its article; None where the article goes."""
    if block.holders:
        if index == 0:
            return evolve(block, holders=(), out=(), silent=()) if take in block.holders else None
        index -= 1
    slots = list(block.slots)
    for place, slot in enumerate(slots):
        if slot.name == NUMBER:
            continue
        if index < len(slot.brackets):
            slots[place] = evolve(slot, segments=_cleaned(slot, slot.brackets[index], index, take))
            break
        index -= len(slot.brackets)
    return evolve(block, slots=slots)


def _cleaned(slot: Slot, chosen: Bracket, index: int, take: str) -> tuple[Segment, ...]:
    made: list[Segment] = []
    seen = -1
    for one in slot.segments:
        seen += isinstance(one, Bracket)
        here = isinstance(one, Bracket) and seen == index
        piece = chosen.of(take) or "" if here else one
        if isinstance(piece, str) and made and isinstance(made[-1], str):
            made[-1] = f"{made[-1]}{piece}"
        elif piece != "":
            made.append(piece)
    return tuple(made)


def _with_block(text: NegotiatingText, place: int, block: Block | None) -> NegotiatingText:
    kept = () if block is None else (block,)
    blocks, rows = text.bracketed.blocks, text.rows
    return evolve(
        text,
        rows=(*rows[:place], *rows[place : place + len(kept)], *rows[place + 1 :]),
        bracketed=evolve(text.bracketed, blocks=(*blocks[:place], *kept, *blocks[place + 1 :])),
    )
