"""Articles and proposals with all that they rest on, arranged for a reader who wants to check them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qalamoun_terms.comparison.describe import in_words
from qalamoun_terms.comparison.positions import PartyCell, PositionTable, SideCell
from qalamoun_terms.comparison.positions import Row as TableRow
from qalamoun_terms.model.grounds import Coding, Derived, Evidence, Ground, Quote, Source, quotes_in
from qalamoun_terms.model.proposals import Account, Proposal, ProposalRef, Target
from qalamoun_terms.model.record import Position, Voice
from qalamoun_terms.reports.names import (
    Names,
    anchor_of,
    document_anchor,
    position_anchor,
    text_anchor,
)
from qalamoun_terms.reports.view import (
    ArticleView,
    Cell,
    Entry,
    FieldView,
    GroundView,
    Group,
    Link,
    Row,
    StanceView,
    Telling,
)
from qalamoun_terms.reports.words import (
    NOT_REPORTED,
    OUTCOME_SIGNS,
    STANCE_SIGNS,
    STANCE_WORDS,
    VOICE_WORDS,
    counted,
    date_words,
    source_words,
    spaced,
    term_words,
)

__all__ = ["coding_words", "ground_views", "groups_of", "known_words"]


def ground_views(names: Names, grounds: Iterable[Ground]) -> tuple[GroundView, ...]:
    """Arrange what a value rests on, each quote and citation once.

    Args:
        names: the names of the case.
        grounds: the grounds.

    >>> from qalamoun_terms.model.grounds import Citation
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> [ground] = ground_views(
    ...     Names(Negotiation(id="c")), [Citation(document="d1", locator="item 4")]
    ... )
    >>> ground.place
    'd1, item 4'
    """
    return tuple(dict.fromkeys(one for ground in grounds for one in _ground(names, ground)))


def _ground(names: Names, ground: Ground) -> Iterator[GroundView]:
    rule = ground.rule if isinstance(ground, Derived) else None
    leaves = quotes_in(ground)
    if not leaves:
        yield GroundView(words=None, place="no words of a document", anchor=None, rule=rule)
    for leaf in leaves:
        document = names.source(leaf.document)
        if isinstance(leaf, Quote):
            at_hand = names.has_text(leaf.document)
            anchor = text_anchor if at_hand else _listed_anchor
            yield GroundView(
                words=leaf.quote,
                place=f"{document}, characters {leaf.start} to {leaf.end}",
                anchor=anchor(leaf.document, leaf.start),
                rule=rule,
            )
        else:
            parts = [document, leaf.locator or "", f"coded by {leaf.coder}" if leaf.coder else ""]
            yield GroundView(
                words=None,
                place=", ".join(part for part in parts if part),
                anchor=document_anchor(leaf.document),
                rule=rule,
            )


def _listed_anchor(document: str, _: int) -> str:
    return document_anchor(document)


def groups_of(table: PositionTable, names: Names) -> tuple[Group, ...]:
    """Arrange a table of positions, proposal by proposal.

    Args:
        table: the table.
        names: the names of its case.

    >>> from qalamoun_terms.comparison.positions import positions
    >>> from qalamoun_terms.model.negotiation import Negotiation
    >>> case = Negotiation(id="c", proposals=[Proposal(id="p1", title="An offer")])
    >>> [group] = groups_of(positions(case), Names(case))
    >>> group.title, group.known, group.articles[0].row.outcome
    ('An offer', 'none of its articles is known', 'no response on record')
    """
    rows: dict[str, list[TableRow]] = {}
    for row in table.rows:
        rows.setdefault(row.proposal.id, []).append(row)
    return tuple(_group(names, found) for found in rows.values())


def _group(names: Names, rows: list[TableRow]) -> Group:
    proposal = rows[0].proposal
    used = {one.id: one for row in rows for one in _used(row)}
    blanket = _in_order(names, used, ProposalRef(proposal.id))
    return Group(
        anchor=anchor_of(ProposalRef(proposal.id)),
        title=names.proposal(proposal.id),
        ref=names.short(ProposalRef(proposal.id)),
        date=date_words(proposal.date),
        status=spaced(proposal.status.value) if proposal.status else "",
        known=known_words(proposal),
        fields=tuple(_proposal_fields(names, proposal)),
        stances=tuple(_stance(names, one) for one in blanket),
        articles=tuple(_article(names, row, blanket) for row in rows),
    )


def _used(row: TableRow) -> Iterator[Position]:
    """Go through the positions that a row draws on, also those that no longer stand."""
    yield from row.outcome.standing
    yield from (one.position for one in row.outcome.replaced)
    yield from row.outcome.alleged
    yield from row.outcome.beside


def _in_order(names: Names, used: dict[str, Position], target: Target) -> tuple[Position, ...]:
    """List the positions on a target as the case does, then those that only a role implies."""
    on_it = {key: one for key, one in used.items() if one.target == target}
    recorded = [one for one in names.case.positions if one.id in on_it]
    known = {one.id for one in recorded}
    return (*recorded, *(one for key, one in on_it.items() if key not in known))


def known_words(proposal: Proposal) -> str:
    """Say how many articles of a proposal are known.

    >>> known_words(Proposal(id="p1", articles_total=5))
    '0 of 5 articles known'
    """
    number, total = proposal.articles_known, proposal.articles_total
    if total is not None:
        return f"{number} of {counted(total, 'article')} known"
    if proposal.complete:
        return f"all {counted(number, 'article')} known"
    if not number:
        return "none of its articles is known"
    rest = (
        "others are not known"
        if proposal.complete is False
        else "how many there are is not reported"
    )
    return f"{counted(number, 'article')} known; {rest}"


def _proposal_fields(names: Names, proposal: Proposal) -> Iterator[FieldView]:
    roles: dict[str, list[str]] = {}
    for item in proposal.roles:
        roles.setdefault(spaced(item.role.value), []).append(names.party(item.party))
    stated = [("roles", role, ", ".join(parties)) for role, parties in roles.items()]
    if proposal.date is not None:
        stated.append(("date", "date", f"{date_words(proposal.date)} ({proposal.date})"))
    if proposal.status is not None:
        stated.append(("status", "called", spaced(proposal.status.value)))
    if proposal.territory is not None:
        stated.append(("territory", "for", in_words(proposal.territory) or "stated to be none"))
    if proposal.validity is not None:
        stated.append(("validity", "valid for", in_words(proposal.validity)))
    for name, earlier in (("continues", proposal.continues), ("supersedes", proposal.supersedes)):
        if earlier:
            stated.append((name, name, ", ".join(names.proposal(one.proposal) for one in earlier)))
    stated.append(("source", "told by", source_words(proposal.source)))
    grounds = _by_field(names, proposal.evidence)
    for field, name, value in stated:
        yield FieldView(name=name, value=value, grounds=grounds.pop(field, ()))
    for field, rest in grounds.items():
        value = "the proposal" if not field else in_words(getattr(proposal, field)) or "none"
        yield FieldView(name=spaced(field) or "known from", value=value, grounds=rest)


def _by_field(names: Names, evidence: Iterable[Evidence]) -> dict[str, tuple[GroundView, ...]]:
    grounds: dict[str, list[Ground]] = {}
    for item in evidence:
        grounds.setdefault(item.field, []).append(item.ground)
    return {field: ground_views(names, found) for field, found in grounds.items()}


def _article(names: Names, row: TableRow, blanket: tuple[Position, ...]) -> ArticleView:
    used = {one.id: one for one in _used(row)}
    own = _in_order(names, used, row.ref) if row.article else ()
    accounts = row.article.accounts if row.article else ()
    return ArticleView(
        row=_row(names, row),
        explained=tuple(row.outcome.explain().splitlines()[1:]),
        differences=tuple(map(spaced, row.article.differences)) if row.article else (),
        tellings=tuple(_telling(names, account) for account in accounts),
        stances=tuple(_stance(names, one) for one in own),
        blanket=tuple(_blanket(names, one) for one in blanket if row.article),
    )


def _blanket(names: Names, position: Position) -> Link:
    words = f"{STANCE_SIGNS[position.stance]} {STANCE_WORDS[position.stance]}"
    return Link(
        words=f"{words}: {names.party(position.party)}", anchor=position_anchor(position.id)
    )


def _telling(names: Names, account: Account) -> Telling:
    grounds = _by_field(names, account.evidence)
    whole = grounds.get("", ())
    by_words = {spaced("forbidden" if name == "negated" else name): name for name in grounds}
    return Telling(
        source=source_words(account.source),
        wording=account.wording.value,
        text=account.text,
        fields=tuple(
            FieldView(
                name=name,
                value=value,
                grounds=tuple(
                    one for one in grounds.get(by_words.get(name, ""), ()) if one not in whole
                ),
            )
            for name, value in term_words(account.term)
        ),
        grounds=whole,
    )


def _row(names: Names, row: TableRow) -> Row:
    outcome = row.outcome.outcome.value
    grade = row.outcome.label.removeprefix(outcome).strip()
    return Row(
        anchor=anchor_of(row.ref),
        ref=names.short(row.ref),
        label=row.article.label if row.article else None,
        kind=spaced(row.kind) if row.article else "the whole proposal",
        says=_says(names, row),
        cells=tuple(_cell(cell) for cell in row.sides),
        sign=OUTCOME_SIGNS[outcome],
        outcome=outcome,
        grade=grade.removeprefix("(").removesuffix(")"),
        flags=row.outcome.flags,
        clocks=tuple(one.words for one in row.clocks),
    )


def _says(names: Names, row: TableRow) -> str:
    """Leave the name of the kind out of a title that stands beside it."""
    if row.article is None:
        return names.proposal(row.proposal.id)
    rest = row.title.removeprefix(spaced(row.kind)).lstrip(" :;")
    return rest.removeprefix("(").replace(")", "", 1) if rest.startswith("(") else rest


def _cell(cell: SideCell) -> Cell:
    return Cell(
        side=cell.column.label,
        entries=tuple(entry for party in cell.parties for entry in _entries(party)),
        silence="no response on record" if cell.silent else NOT_REPORTED,
        flags=cell.flags,
    )


def _entries(cell: PartyCell) -> Iterator[Entry]:
    told = [("", one) for one in (*cell.standing, *cell.alleged)]
    told += [(lead, one) for lead, some in cell.replaced_by_lead.items() for one in some]
    for lead, position in told:
        yield Entry(
            sign=STANCE_SIGNS[position.stance],
            words=STANCE_WORDS[position.stance],
            who=cell.name,
            anchor=position_anchor(position.id),
            lead=lead,
            note="" if cell.negotiating else "not a party to it",
        )


def _stance(names: Names, position: Position) -> StanceView:
    side = names.case.side_of(position.party)
    whole = isinstance(position.target, ProposalRef)
    return StanceView(
        anchor=position_anchor(position.id),
        sign=STANCE_SIGNS[position.stance],
        words=STANCE_WORDS[position.stance],
        who=names.party(position.party),
        side=side.label if side else "side not known",
        on="the whole proposal" if whole else "this article",
        facts=tuple(_stance_facts(names, position)),
        told=_told(position),
        grounds=ground_views(names, position.grounds),
    )


def _stance_facts(names: Names, position: Position) -> Iterator[tuple[str, str]]:
    if position.when is not None:
        yield "when", f"{date_words(position.when)} ({position.when})"
    if position.basis is not None:
        yield "basis", position.basis.value
    if position.condition is not None:
        yield "condition", position.condition
    if position.reason is not None:
        yield "reason given", position.reason
    by_id = {one.id: one for one in names.case.positions}
    for before in position.after:
        earlier = by_id.get(before)
        if earlier is not None:
            yield "after", f"{names.party(earlier.party)}: {STANCE_WORDS[earlier.stance]}"
    if position.coding is not None:
        yield "coded by", coding_words(position.coding)


def coding_words(coding: Coding) -> str:
    """Say who coded a record and whether a person has checked it.

    >>> coding_words(Coding(coder="rules 1", by_machine=True))
    'rules 1 (by machine), not checked by a person'
    """
    how = "by machine" if coding.by_machine else "by hand"
    checked = f"checked by {coding.checked_by}" if coding.checked_by else "not checked by a person"
    if not coding.by_machine and not coding.checked_by:
        checked = "not checked by a second person"
    return f"{coding.coder} ({how}), {checked}"


def _told(position: Position) -> str:
    how = "inferred from the words" if position.inferred else "stated"
    who = source_words(position.source)
    if position.voice is Voice.REPORT and position.source == Source():
        return f"{who}; {how}"
    return f"{who}, {VOICE_WORDS[position.voice]}; {how}"
