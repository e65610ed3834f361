"""Cases of several documents joined into one, each unification listed with its reason.

1. Joining is associative, and joining a case with itself changes nothing: what is one record is found by
   classes over all the names of all the records, never pair by pair, and the first record of a class stands.
2. Nothing is guessed. Documents are one by their hash, sides by label and role, places by a shared spelling,
   parties by a shared name on sides of one role. Proposals and articles are one only where the user says so.
3. Accounts are joined, never chosen between: an article may come to disagree with itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from attrs import evolve

from qalamoun_terms.comparison import merging
from qalamoun_terms.comparison.canonical import CanonicalNames
from qalamoun_terms.comparison.order import natural
from qalamoun_terms.comparison.prefix import prefixed, renamed
from qalamoun_terms.comparison.renaming import Renaming, distinct
from qalamoun_terms.comparison.unify import Classes, Keys
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.check import check
from qalamoun_terms.model.negotiation import Negotiation, Unification
from qalamoun_terms.model.proposals import ArticleRef, Proposal

__all__ = ["combine"]

_Record = TypeVar("_Record", bound=Any)
_KINDS = ("document", "side", "party", "place", "proposal", "article")
_REFERENCE = re.compile(r"[^.]+\.[^.]+")
_STATED = "stated by who combined the cases"


def combine(*cases: Negotiation, same: Mapping[str, str] | None = None) -> Negotiation:
    """Join cases of several documents into one.

    The ids of a case's records get the id of the case as prefix, once: ``p1`` of the case ``founding`` becomes
    ``founding:p1``.

    Args:
        cases: the cases, at least one, in the order in which their records are to stand.
        same: records that are one although no name says so, by their prefixed ids: ``{"b:p1": "a:p1"}`` for
            proposals, ``{"b:p1.a2": "a:p1.a1"}`` for articles of proposals that are one.

    Returns:
        The case of all of them, checked; a single case, or one given twice, comes back as it is.

    Raises:
        InvalidValueError: no case; ``same`` names a record that there is not, or joins articles of proposals that
            are not one; or two different cases have one id.
        CheckError: a case whose references do not hold.

    >>> from qalamoun_terms.model.actors import Place
    >>> jerod = Place(id="l1", name="Jerod", spellings=["Jayrud"])
    >>> founding = Negotiation(id="founding", places=[jerod])
    >>> truce = Negotiation(id="truce", places=[Place(id="l1", name="Jayrud")])
    >>> case = combine(founding, truce)
    >>> case.id, [place.id for place in case.places]
    ('founding+truce', ['founding:l1'])
    >>> case.unifications[0].reason
    "'Jayrud' is one of its spellings"
    """
    given: list[Negotiation] = []
    for case in cases:
        if case not in given:
            given.append(case)
    if not given:
        raise InvalidValueError("combine: expected at least one case, got none")
    if len(given) == 1 and not same:
        return check(given[0])
    return check(_Joining([prefixed(case) for case in given], dict(same or {})).result())


class _Joining:
    """The work of joining cases whose ids have their prefixes."""

    def __init__(self, cases: Sequence[Negotiation], same: dict[str, str]) -> None:
        self.cases = cases
        self.keys = Keys(roles={side.id: side.role for case in cases for side in case.sides})
        self.classes = Classes()
        self.stated: set[tuple[str, str]] = set()
        self.shown: dict[str, str] = {}
        self._take_in_records()
        self._take_in_unifications(lambda record: record != "article")
        others = [pair for pair in same.items() if not self._joins(pair, _KINDS[:-1])]
        self._take_in_articles()
        self._take_in_unifications(lambda record: record == "article")
        for pair in others:
            if not self._joins(pair, ("article",)):
                raise InvalidValueError(
                    "combine.same: expected the prefixed ids of two records of one kind, such as "
                    f"a:p1 or a:p1.a2; got {pair[0]!r} and {pair[1]!r}"
                )

    def result(self) -> Negotiation:
        """Make the case."""
        places = self._joined("place", merging.join_places, self._all("places"))
        sided = [self._references().of_party(party) for party in self._all("parties")]
        parties = self._joined("party", merging.join_parties, sided)
        names = CanonicalNames(self.classes, parties, places)
        renamings = [self._renaming(names, case) for case in self.cases]
        told = [renamed(case, one) for case, one in zip(self.cases, renamings, strict=True)]
        proposals = [
            self._placed(one, renaming)
            for case, renaming in zip(self.cases, renamings, strict=True)
            for one in case.proposals
        ]
        return Negotiation(
            id="+".join(distinct(atom for case in self.cases for atom in case.id.split("+"))),
            title=next((case.title for case in self.cases if case.title is not None), None),
            documents=self._joined("document", merging.join_documents, self._all("documents")),
            sides=self._joined("side", merging.join_sides, self._all("sides")),
            parties=parties,
            places=places,
            proposals=_named_apart(self._joined("proposal", merging.join_proposals, proposals)),
            rounds=merging.once("round", [one for case in told for one in case.rounds]),
            positions=merging.once("position", [one for case in told for one in case.positions]),
            measures=merging.once("measure", [one for case in told for one in case.measures]),
            compliance=merging.once("compliance", [x for case in told for x in case.compliance]),
            unread=distinct(one for case in told for one in case.unread),
            unifications=self._unifications(),
        )

    def _all(self, name: str) -> list[Any]:
        return [record for case in self.cases for record in getattr(case, name)]

    def _take_in_records(self) -> None:
        for document in self._all("documents"):
            self.classes.add("document", document.id, self.keys.of_document(document))
        for side in self._all("sides"):
            self.classes.add("side", side.id, self.keys.of_side(side))
        for party in self._all("parties"):
            self.classes.add("party", party.id, self.keys.of_party(party))
        for place in self._all("places"):
            self.classes.add("place", place.id, self.keys.of_place(place))
        for proposal in self._all("proposals"):
            self.classes.add("proposal", proposal.id)

    def _take_in_articles(self) -> None:
        for proposal in self._all("proposals"):
            for article in proposal.articles:
                ref = ArticleRef(proposal.id, article.id)
                self.classes.add("article", self._article_key(str(ref)))

    def _take_in_unifications(self, wanted: Callable[[str], bool]) -> None:
        for one in self._all("unifications"):
            if wanted(one.record):
                kept, dropped = self._key(one.record, one.kept), self._key(one.record, one.dropped)
                self.classes.join(one.record, kept, dropped)

    def _joins(self, pair: tuple[str, str], kinds: tuple[str, ...]) -> bool:
        """Take two records for one because the user says so, if there are two such records."""
        for kind in kinds:
            one, other = (self._key(kind, named) for named in pair)
            if self.classes.knows(kind, one) and self.classes.knows(kind, other):
                if kind == "article" and one.partition(".")[0] != other.partition(".")[0]:
                    raise InvalidValueError(
                        f"combine.same: expected the proposals of {pair[0]} and {pair[1]} to be one "
                        "as well, got two"
                    )
                self.classes.join(kind, one, other)
                self.stated |= {(kind, one), (kind, other)}
                return True
        return False

    def _key(self, kind: str, id: str) -> str:
        is_ref = kind == "article" and _REFERENCE.fullmatch(id)
        return self._article_key(id) if is_ref else id

    def _article_key(self, id: str) -> str:
        """Name an article within the proposal that is kept, apart from the articles of that one."""
        ref = ArticleRef(*id.split("."))
        kept = self.classes.kept("proposal", ref.proposal)
        key = str(ArticleRef(kept, self._article_id(ref, kept)))
        self.shown.setdefault(key, self._origin(id))
        return key

    def _article_id(self, ref: ArticleRef, kept: str) -> str:
        if kept == ref.proposal or self._moved(ref.article):
            return ref.article
        return f"{ref.proposal}:{ref.article}"

    def _moved(self, article: str) -> str | None:
        """Find the proposal that an article was moved from when that was dropped, by the article's id."""
        parts = article.split(":")
        heads = (":".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
        return next((one for one in heads if self.classes.knows("proposal", one)), None)

    def _origin(self, id: str) -> str:
        """Name an article as it was called in the proposal that it came from."""
        article = id.partition(".")[2]
        moved = self._moved(article)
        return f"{moved}.{article.removeprefix(f'{moved}:')}" if moved else id

    def _article(self, ref: ArticleRef) -> ArticleRef:
        return ArticleRef(*self.classes.kept("article", self._article_key(str(ref))).split("."))

    def _references(self) -> Renaming:
        return Renaming(
            document=partial(self.classes.kept, "document"),
            party=partial(self.classes.kept, "party"),
            side=partial(self.classes.kept, "side"),
            proposal=partial(self.classes.kept, "proposal"),
            article=self._article,
            record=str,
        )

    def _renaming(self, names: CanonicalNames, case: Negotiation) -> Renaming:
        return evolve(
            self._references(),
            party_name=names.within("party", case.parties),
            place_name=names.within("place", case.places),
        )

    def _placed(self, proposal: Proposal, renaming: Renaming) -> Proposal:
        """Rename what a proposal refers to, and give its articles the ids that they have from now on."""
        articles: dict[str, Any] = {}
        for article in renaming.of_proposal(proposal).articles:
            ref = self._article(ArticleRef(proposal.id, article.id))
            others = tuple(one for one in article.continues if one != ref)
            placed = evolve(article, id=ref.article, continues=others)
            before = articles.get(ref.article)
            articles[ref.article] = merging.join_articles(before, placed) if before else placed
        renamed = renaming.of_proposal(proposal)
        kept = self.classes.kept("proposal", proposal.id)
        return evolve(
            renamed,
            articles=tuple(articles.values()),
            continues=[one for one in renamed.continues if one.proposal != kept],
            supersedes=[one for one in renamed.supersedes if one.proposal != kept],
        )

    def _joined(
        self, kind: str, join: Callable[[_Record, _Record], _Record], records: list[_Record]
    ) -> tuple[_Record, ...]:
        """Make one record of each class; two records of one id must not contradict each other."""
        given: dict[str, _Record] = {}
        found: dict[str, _Record] = {}
        for record in records:
            before = given.setdefault(record.id, record)
            if _nameless(join(before, record)) not in (_nameless(before), _nameless(record)):
                raise merging.differing(kind, record.id)
            given[record.id] = join(before, record)
            kept = self.classes.kept(kind, record.id)
            found[kept] = join(found[kept], record) if kept in found else record
        return tuple(found.values())

    def _unifications(self) -> tuple[Unification, ...]:
        recorded = self._recorded_reasons()
        own = self._own_reasons()
        stated = dict.fromkeys(self.stated, _STATED)
        made = []
        for kind in distinct((*_KINDS, *(one.record for one in self._all("unifications")))):
            for kept, members in self.classes.unified(kind).items():
                for dropped in members:
                    key = (kind, dropped)
                    reason = recorded.get(key) or stated.get(key) or own.get(key) or _STATED
                    shown = self.shown.get(dropped, dropped) if kind == "article" else dropped
                    one = Unification(record=kind, kept=kept, dropped=shown, reason=reason)
                    made += [one] if dropped != kept else []
        return tuple(sorted(made, key=_unification_order))

    def _recorded_reasons(self) -> dict[tuple[str, str], str]:
        reasons: dict[tuple[str, str], str] = {}
        for one in self._all("unifications"):
            reasons.setdefault((one.record, self._key(one.record, one.dropped)), one.reason)
        return reasons

    def _own_reasons(self) -> dict[tuple[str, str], str]:
        """Say of each record why it went into another: by its own name, hash or label."""
        reasons = {("document", one.id): "same sha256" for one in self._all("documents")}
        reasons |= {("side", one.id): "same label and role" for one in self._all("sides")}
        for place in self._all("places"):
            reasons.setdefault(("place", place.id), f"{place.name!r} is one of its spellings")
        for party in self._all("parties"):
            role = self.keys.role_of(party)
            where = f", on the {role.value} side" if role else ""
            reasons.setdefault(("party", party.id), f"{party.name!r} is one of its names{where}")
        return reasons


def _unification_order(one: Unification) -> tuple[Any, ...]:
    kind = _KINDS.index(one.record) if one.record in _KINDS else len(_KINDS)
    return (kind, one.record, natural(one.kept), natural(one.dropped))


def _nameless(record: _Record) -> _Record:
    """Leave out the short name of a proposal, which has to differ between the cases."""
    if not isinstance(record, Proposal):
        return record
    return evolve(record, name=None)


def _named_apart(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Put the id of its case before a short name that an earlier proposal has already."""
    taken: set[str] = set()
    apart = []
    for one in proposals:
        name = one.name
        if name in taken:
            name = f"{one.id.rpartition(':')[0]}:{name}"
        taken |= {name} if name else set()
        apart.append(evolve(one, name=name))
    return tuple(apart)
