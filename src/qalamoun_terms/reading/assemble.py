"""Puts what was read into the model: a case with its records, each with its grounds."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from qalamoun_terms.model.actors import Place, Role, RoleInProposal
from qalamoun_terms.model.check import check
from qalamoun_terms.model.grounds import (
    WEIGHED,
    Coding,
    Derived,
    Document,
    Evidence,
    Quote,
    Source,
    SourceKind,
    Unread,
)
from qalamoun_terms.model.negotiation import Negotiation, Round
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    Status,
    Wording,
)
from qalamoun_terms.model.proposals import Target as TargetRef
from qalamoun_terms.model.record import Measure, MeasureKind, Position, Stance, Voice
from qalamoun_terms.model.time import Date
from qalamoun_terms.reading.roster import Roster
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.notes import ACCEPTING, MeasureNote, Note, Story
from qalamoun_terms.reading.told.packages import Item, Package
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.helping import Help
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side
from qalamoun_terms.reading.who.speakers import Speaker

CODER = "qalamoun_terms rules"
PARTIES = 400  # actors of a text that are looked at for parties


_UNNAMED = frozenset({"deal", "demand", "paper", "terms", "condition", "positions"})
"""What the reader itself calls a package of which the text tells the terms and no name."""


@define(kw_only=True)
class Assembly:
    """Gives ids to what a story tells, and builds the records of a case.

    `labels` maps a party's name, in small letters, to the label of the side that the caller gave it.
    """

    document: Document
    text: str
    story: Story
    dates: Mapping[int, tuple[Date, Derived | Quote]] = field(factory=dict)
    statuses: Mapping[int, str] = field(factory=dict)
    roster: Roster = field(factory=Roster)
    actors: Sequence[Actor] = ()
    _refs: dict[int, TargetRef] = field(factory=dict)
    _agreed: dict[int, list[Note]] = field(factory=dict)
    _sources: dict[int, Source] = field(factory=dict)

    def case(self, case_id: str, title: str | None, places: Sequence[Place]) -> Negotiation:
        """The case.

        Args:
            case_id: the id of the case.
            title: how it is called.
            places: its places.
        """
        for note in self.story.notes:
            if note.stance in ACCEPTING and note.target.item is None:
                self._agreed.setdefault(id(note.target.package), []).append(note)
        proposals = tuple(self._proposals())
        self._name_others()
        positions = self._positions()
        measures = tuple(self._measures())
        unread = tuple(
            Unread(ground=self._quote(span), reason="no term or stance recognised")
            for span in self.story.unread
        )
        rounds: tuple[Round, ...] = ()
        if proposals or measures:
            rounds = (
                Round(
                    id="r1",
                    label=title or "as reported",
                    date=self.document.published,
                    proposals=tuple(p.id for p in proposals),
                    measures=tuple(m.id for m in measures),
                ),
            )
        return check(
            Negotiation(
                id=case_id,
                title=title,
                documents=(self.document,),
                parties=self.roster.parties(),
                sides=self.roster.sides(one.party for one in positions),
                places=tuple(places),
                rounds=rounds,
                proposals=proposals,
                positions=positions,
                measures=measures,
                unread=unread,
            )
        )

    # --- who ----------------------------------------------------------------------------------

    def _name_others(self) -> None:
        """Parties that a text names though it tells nothing that they did."""
        for actor in self.actors[:PARTIES]:
            told = is_side(actor.role) and not actor.metonym
            if told and (not actor.weak or actor.name[:1].isupper()):
                self.roster.party(actor.name, actor.role)

    def _doer(self, doer: Doer) -> str:
        role = doer.role if is_side(doer.role) else "other"
        return self.roster.party(doer.name or role, role)

    def _source(self, speaker: Speaker) -> Source:
        known = self._sources.get(id(speaker))
        if known is None:
            known = self._sources[id(speaker)] = self._source_of(speaker)
        return known

    def _source_of(self, speaker: Speaker) -> Source:
        """A speaker as the source of a statement, with the party that he speaks for."""
        party = None
        if speaker.role and speaker.actor and speaker.role != "both":
            party = self.roster.party(speaker.actor.name or speaker.role, speaker.role)
        if speaker.kind == "named" and speaker.name:
            return Source(kind=SourceKind.NAMED, name=" ".join(speaker.name.split()), party=party)
        if speaker.kind == "anonymous":
            return Source(
                kind=SourceKind.ANONYMOUS,
                affiliation=" ".join((speaker.affiliation or "").split()) or None,
                party=party,
            )
        return Source()

    # --- what ----------------------------------------------------------------------------------

    def _quote(self, span: Span) -> Quote:
        return Quote(
            document=self.document.id,
            start=span.start,
            end=span.end,
            quote=self.text[span.start : span.end],
        )

    def _proposals(self) -> Iterator[Proposal]:
        """The packages as proposals, in their order; from then on they have references."""
        for number, package in enumerate(self.story.shelf.packages, start=1):
            proposal_id = f"p{number}"
            self._refs[id(package)] = ProposalRef(proposal_id)
            for at, item in enumerate(package.items, start=1):
                self._refs[id(item)] = ArticleRef(proposal_id, f"a{at}")
            evidence = [Evidence(field="", ground=self._quote(package.place))]
            dated = self.dates.get(id(package))
            if dated:
                evidence.append(Evidence(field="date", ground=dated[1]))
            evidence += [
                Evidence(field="roles", ground=self._quote(helped.span))
                for helped in self._helpers(package)
            ]
            yield Proposal(
                id=proposal_id,
                title=self._title(package),
                roles=tuple(self._roles(package)),
                articles=tuple(
                    self._article(item, f"a{at}", verbatim=package.verbatim)
                    for at, item in enumerate(package.items, start=1)
                ),
                date=dated[0] if dated else None,
                status=self._status(package),
                complete=False if package.partial else None,
                source=self._source(package.speaker),
                evidence=tuple(evidence),
                coding=_coding(*sorted({item.mention.rule for item in package.items})),
            )

    def _status(self, package: Package) -> Status | None:
        told = self.statuses.get(id(package), package.status)
        return None if told == "unstated" else Status(told)

    def _title(self, package: Package) -> str:
        """What the text calls a package, or what it is, where the text only tells its terms."""
        if package.noun not in _UNNAMED and not package.verbatim:
            return package.title
        owner = f" of {package.owner.name}" if package.owner and package.owner.name else ""
        return {"demand": f"demand{owner}", "paper": f"terms{owner}"}.get(package.sort, "agreement")

    def _roles(self, package: Package) -> Iterator[Role]:
        """Who put a package forward, who made it, and who helped it along."""
        if package.owner and is_side(package.owner.role) and package.sort != "deal":
            party = self.roster.party(package.owner.name, package.owner.role)
            yield Role(party=party, role=RoleInProposal.PROPOSER)
        if package.sort == "deal":
            for note in self._agreed.get(id(package), ()):
                yield Role(party=self._doer(note.doer), role=RoleInProposal.NEGOTIATING_PARTY)
        for helped in self._helpers(package):
            yield Role(party=self._doer(helped.doer), role=RoleInProposal(helped.role))

    def _helpers(self, package: Package) -> list[Help]:
        """Who helps a package along, each once in a role."""
        found: dict[tuple[str, str], Help] = {}
        for note in self.story.helpers:
            if note.package is package:
                found.setdefault((self._doer(note.help.doer), note.help.role), note.help)
        return list(found.values())

    def _article(self, item: Item, article_id: str, *, verbatim: bool) -> Article:
        """An item as an article with one account of it."""
        mention = item.mention
        evidence = [Evidence(field="", ground=self._quote(mention.span))]
        evidence += [
            Evidence(field=name, ground=self._quote(span))
            for name, span in mention.evidence
            if name and len(span)
        ]
        account = Account(
            term=mention.term,
            wording=Wording.VERBATIM if verbatim else Wording.REPORTED,
            text=self.text[mention.span.start : mention.span.end],
            source=self._source(item.speaker),
            evidence=tuple(evidence),
        )
        return Article(
            id=article_id,
            label=item.label,
            accounts=(account,),
            coding=_coding(mention.rule, *([WEIGHED] if item.weighed else [])),
        )

    # --- what was done about it ------------------------------------------------------------------

    def _positions(self) -> tuple[Position, ...]:
        ids = {id(note): f"n{at}" for at, note in enumerate(self.story.notes, start=1)}
        return tuple(self._position(note, ids) for note in self.story.notes)

    def _position(self, note: Note, ids: Mapping[int, str]) -> Position:
        """A note as a position."""
        return Position(
            id=ids[id(note)],
            party=self._doer(note.doer),
            target=self._target(note.target),
            stance=Stance(note.stance),
            condition=self.text[note.condition.start : note.condition.end]
            if note.condition
            else None,
            after=tuple(ids[id(earlier)] for earlier in note.after if id(earlier) in ids),
            voice=_voice(note),
            inferred=note.inferred,
            source=self._source(note.speaker),
            grounds=(self._quote(note.span),),
            coding=_coding(),
        )

    def _target(self, target: Target) -> TargetRef:
        return self._refs[id(target.item or target.package)]

    def _measures(self) -> Iterator[Measure]:
        for number, note in enumerate(self.story.measures, start=1):
            yield self._measure(note, f"m{number}")

    def _measure(self, note: MeasureNote, measure_id: str) -> Measure:
        """What was told as done, as a measure."""
        return Measure(
            id=measure_id,
            kind=MeasureKind(note.kind),
            label=" ".join(self.text[note.span.start : note.span.end].split()),
            by=self._doer(note.doer) if note.doer and note.doer.role != "both" else None,
            source=self._source(note.speaker),
            grounds=(self._quote(note.span),),
        )


@functools.lru_cache(maxsize=1024)
def _coding(*rules: str) -> Coding:
    return Coding(coder=CODER, by_machine=True, rules=rules or None)


def _voice(note: Note) -> Voice:
    """Who tells of a stance: the party itself, its counterpart, somebody else, or the report."""
    if note.speaker.kind == "report":
        return Voice.REPORT
    if not note.speaker.role:
        return Voice.THIRD_PARTY
    if note.speaker.role == note.doer.role:
        return Voice.OWN
    principals = PRINCIPALS
    both = {note.speaker.role, note.doer.role} <= principals
    return Voice.COUNTERPART if both else Voice.THIRD_PARTY
