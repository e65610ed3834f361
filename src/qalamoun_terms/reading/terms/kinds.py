"""Tells what kind of term a clause states, by the lexicon's table of heads and objects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from qalamoun_terms.lexicon.load_terms import CARRIED, Rule, TermLexicon
from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.heads import THING
from qalamoun_terms.reading.terms.words import Tag, Words

_FAR = 25
_LATER_HEAD = 2.0
_NAMED_ASIDE = 1.5
_PHRASE = 6
"""So many words back a preposition may stand before the noun that it governs."""

_OWNED = 3
_TRANSPARENT = frozenset({"permit"})
"""Classes of heads that only let another one happen."""


@frozen
class Reading:
    """A rule that fits a clause, with the words that it fitted and its weight there."""

    rule: Rule
    head: Tag | None
    object: Tag | None
    weight: float
    negated: bool


def read_kind(
    grammar: Grammar,
    clause: Clause,
    lexicon: TermLexicon,
    *,
    bare: bool = False,
    subject: tuple[Tag, ...] = (),
    only: str = "",
) -> Reading | None:
    """The kind of term that a clause states, or None.

    Args:
        grammar: the statement with its small words.
        clause: a stretch of it.
        lexicon: the vocabulary of terms.
        bare: also read a noun phrase without any head, as lists have them.
        subject: the classes of a subject that the clause shares with the one before it.
        only: the one kind that is asked for, "" for any.
    """
    tags = (*subject, *clause_tags(grammar, clause))
    heads = {tag.group for tag in tags if tag.part != "thing"}
    if bare:
        heads.add("")
    groups = frozenset([tag.group for tag in tags])
    asked = _rules_for(lexicon, heads, groups)
    fitting = {rule.id: rule for rule in asked if not only or rule.kind == only}
    if not fitting:
        return None
    company = _company(grammar, clause, tags, groups)
    negated = is_negated(grammar, clause)
    found: list[Reading] = []
    for rule in fitting.values():
        if not (rule.affirmed if negated else rule.negated) and _may_fit(rule, company):
            found += _readings_of(company, rule, negated=negated)
    return max(found, key=lambda reading: (reading.weight, reading.rule.id), default=None)


def _rules_for(lexicon: TermLexicon, heads: Iterable[str], groups: AbstractSet[str]) -> list[Rule]:
    """The rules that have one of some heads, and an object among some classes or none at all."""
    things = groups | {""}
    found: list[Rule] = []
    for head in heads:
        about = lexicon.rules_about.get(head)
        if about is not None:
            for thing in things & about.keys():
                found += about[thing]
    return found


@frozen(eq=False)
class _Company:
    """The words of a clause with the classes that stand in it, those of its main part, and its heads.

    `first` is where the head stands that says something first.
    """

    grammar: Grammar
    clause: Clause
    tags: Sequence[Tag]
    groups: frozenset[str]
    main: frozenset[str]
    words: frozenset[str]
    heads: Sequence[Tag]
    first: frozenset[int]


def _company(
    grammar: Grammar, clause: Clause, tags: Sequence[Tag], groups: frozenset[str]
) -> _Company:
    """What the rules look at in a clause, gathered once."""
    starts = {head.first for head in clause.heads}
    aside = grammar.aside
    heads = [tag for tag in tags if tag.part != "thing" and tag.first in starts]
    return _Company(
        grammar=grammar,
        clause=clause,
        tags=tags,
        groups=groups,
        main=frozenset([tag.group for tag in tags if not aside[tag.first]]),
        words=frozenset(grammar.words.lower[clause.first : clause.stop]),
        heads=heads,
        first=_first_head(clause, heads),
    )


def _may_fit(rule: Rule, company: _Company) -> bool:
    """Whether what a rule asks for beside its object stands in a clause, and nothing that it forbids."""
    if not rule.without.isdisjoint(company.main):
        return False
    return _has_all(rule, company.groups, company.words)


def may_state(words: Words, lexicon: TermLexicon, *, bare: bool) -> bool:
    """Whether words have classes that any kind of term asks for; where they have not, none is stated.

    Args:
        words: the words of a statement with their classes.
        lexicon: the vocabulary of terms.
        bare: whether a noun phrase without any head may be a term too.
    """
    groups = {tag.group for tag in words.tags}
    heads = {tag.group for tag in words.tags if tag.part != "thing"} | ({""} if bare else set())
    if "weapon" in groups:
        groups.add(CARRIED)
    plain = frozenset(words.lower)
    return any(_has_all(rule, groups, plain) for rule in _rules_for(lexicon, heads, groups))


def _has_all(rule: Rule, groups: Collection[str], words: Collection[str]) -> bool:
    """Whether the classes and words that a rule asks for beside its object are there."""
    if rule.also and rule.also.isdisjoint(groups):
        return False
    return not rule.words or not rule.words.isdisjoint(words)


def clause_tags(grammar: Grammar, clause: Clause) -> tuple[Tag, ...]:
    """The classes in a clause, leaving out what its relative and subordinate clauses do.

    The things that they name are kept where the clause itself names nothing of that class.
    """
    stretch = clause.first, clause.stop
    found = grammar.tags_in.get(stretch)
    if found is None:
        found = grammar.tags_in[stretch] = _tags_in(grammar, *stretch)
    return found


def _tags_in(grammar: Grammar, first: int, stop: int) -> tuple[Tag, ...]:
    """The tags that may tell a kind: the main ones, and of those beside only what is not said mainly."""
    main: list[Tag] = []
    rest: list[Tag] = []
    aside, owners, modifying = grammar.aside, grammar.owners, grammar.lists["modifying"]
    for tag in grammar.words.tags:
        if tag.first < first or tag.stop > stop:
            continue
        if aside[tag.first]:
            rest.append(tag)
        elif tag.stop in owners and _is_owner(grammar, tag):
            continue
        elif not (tag.group in modifying and _modifies(grammar, tag, first, stop)):
            main.append(tag)
    if rest:
        groups = {tag.group for tag in main}
        main += [tag for tag in rest if tag.part == "thing" and tag.group not in groups]
    return tuple(_with_carried(grammar, main))


def _modifies(grammar: Grammar, tag: Tag, first: int, stop: int) -> bool:
    """Whether an adjective only tells what sort of thing follows it in a stretch."""
    return any(
        thing.first == tag.stop
        and thing.part == "thing"
        and first <= thing.first <= thing.stop <= stop
        for thing in grammar.words.tags
    )


def _is_owner(grammar: Grammar, tag: Tag) -> bool:
    """Whether who stands before "'s" is only named as the owner of something ("the army's guns").

    Who does something is no owner: "the army's full withdrawal".
    """
    if tag.part != "thing":
        return False
    doing = range(tag.stop + 1, tag.stop + 1 + _OWNED)
    return not any(noun.part == "noun" and noun.first in doing for noun in grammar.words.tags)


def _with_carried(grammar: Grammar, tags: Sequence[Tag]) -> Sequence[Tag]:
    """Takes arms that leave with who leaves for what is carried, and not for what is handed over."""
    if "weapon" not in [tag.group for tag in tags]:
        return tags
    carrying = grammar.lists["carrying"]
    leaving = any(
        tag.group == "leave" and grammar.words.lower[tag.first] not in carrying for tag in tags
    )
    found: list[Tag] = []
    for tag in tags:
        if tag.group == "weapon" and leaving and _is_carried(grammar, tag.first):
            found.append(Tag(tag.first, tag.stop, CARRIED, "thing"))
        else:
            found.append(tag)
    return found


def _is_carried(grammar: Grammar, at: int) -> bool:
    """Whether arms are what somebody has with him: "with" or "carrying" a few words before."""
    carrying = grammar.lists["carrying"]
    return any(grammar.words.lower[place] in carrying for place in range(max(at - 9, 0), at))


def is_negated(grammar: Grammar, clause: Clause) -> bool:
    """Whether a clause says that something shall not be."""
    lower, last = grammar.words.lower, clause.stop
    if clause.heads:
        last = min(clause.heads[-1].stop + 2, clause.stop)
    if grammar.lists["negators"].isdisjoint(lower[clause.first : last]):
        return False
    for at in range(clause.first, last):
        if grammar.aside[at] or not grammar.is_a(at, "negators"):
            continue
        if (
            lower[at] == "not"
            and at + 1 < len(lower)
            and lower[at + 1] in grammar.lists["not_negating"]
        ):
            continue
        if lower[at : at + 3] == ["no", "one", "else"]:
            continue
        return True
    return False


def _readings_of(company: _Company, rule: Rule, *, negated: bool) -> list[Reading]:
    """The readings that a rule gives: each of its heads with each of its objects."""
    if not rule.heads:
        return _bare(company, rule, negated=negated)
    things: list[Tag | None] = [*_things(rule, company.tags)]
    pairs = [
        (head, thing)
        for head in company.heads
        if head.group in rule.heads
        for thing in things or [None]
        if thing is None or _goes_with(company.grammar, rule, head, thing)
    ]
    return [
        Reading(
            rule,
            head,
            thing,
            rule.weight - _cost(head, thing, company.first) - _aside(company.grammar, thing),
            negated,
        )
        for head, thing in pairs
    ]


def _first_head(clause: Clause, tags: Sequence[Tag]) -> frozenset[int]:
    """Where the first head stands that says something itself: not "let", "begin" or "ensure"."""
    telling = {tag.first for tag in tags if tag.group not in _TRANSPARENT}
    heads = [head for head in clause.heads if head.first in telling]
    if heads and heads[0].form in ("nominal", THING):
        said = [head for head in heads if head.form == "finite"]
        heads = said or heads
    if not heads:
        return frozenset()
    return frozenset(head.first for head in heads if head.front <= heads[0].first)


def _things(rule: Rule, tags: Sequence[Tag]) -> list[Tag]:
    return [tag for tag in tags if tag.group in rule.objects]


def _goes_with(grammar: Grammar, rule: Rule, head: Tag, thing: Tag) -> bool:
    """Whether a thing stands to a head as the rule asks."""
    return (
        _apart(head, thing)
        and (not rule.order or _order(head, thing) == rule.order)
        and (not rule.near or thing.first - head.stop <= rule.near)
        and (not rule.direct or _is_direct(grammar, head, thing))
        and not _tells_when(grammar, thing)
    )


def _tells_when(grammar: Grammar, thing: Tag) -> bool:
    """Whether a thing only tells when something is done ("during the siege")."""
    if thing.group not in grammar.lists["event_classes"]:
        return False
    at = thing.first - 1
    while at >= 0 and grammar.is_a(at, "determiners"):
        at -= 1
    return at >= 0 and grammar.is_a(at, "time_links")


def _apart(head: Tag, thing: Tag) -> bool:
    """Whether a thing has words of its own beside a head, be it in one compound: "prisoner exchange"."""
    inside = thing.first == head.first and thing.stop < head.stop
    return inside or thing.first > head.first or thing.stop <= head.first


def _is_direct(grammar: Grammar, head: Tag, thing: Tag) -> bool:
    """Whether a thing is a subject or an object: after no preposition but "by" or "handover of"."""
    for at in range(thing.first - 1, max(thing.first - _PHRASE, -1), -1):
        if head.first <= at < head.stop:
            break
        if grammar.is_a(at, "of_links"):
            return any(tag.stop == at and tag.part == "noun" for tag in grammar.words.tags)
        if grammar.is_a(at, "prepositions"):
            return grammar.is_a(at, "direct_links")
        if at in grammar.verb_at or not grammar.words.lower[at][0].isalnum():
            break
    return True


def _aside(grammar: Grammar, thing: Tag | None) -> float:
    """What is only named in a relative clause counts less."""
    return _NAMED_ASIDE if thing is not None and grammar.aside[thing.first] else 0.0


def _order(head: Tag, thing: Tag) -> str:
    return "before" if thing.first < head.first else "after"


def _cost(head: Tag, thing: Tag | None, first: Collection[int]) -> float:
    distance = 0
    if thing is not None:
        distance = max(thing.first - head.stop, head.first - thing.stop, 0)
    return 0.06 * min(distance, _FAR) + (0.0 if head.first in first else _LATER_HEAD)


def _bare(company: _Company, rule: Rule, *, negated: bool) -> list[Reading]:
    """What a noun alone tells, the more the nearer it stands to the start."""
    grammar, clause = company.grammar, company.clause
    if rule.phrase and _says_more(grammar, clause):
        return []
    return [
        Reading(rule, None, tag, rule.weight - 0.06 * min(tag.first - clause.first, _FAR), negated)
        for tag in _things(rule, company.tags)
        if not grammar.aside[tag.first]
    ]


def _says_more(grammar: Grammar, clause: Clause) -> bool:
    """Whether a clause is more than a noun phrase: a verb says something of it."""
    if any(head.form in ("finite", "infinitive") for head in clause.heads):
        return True
    main = (at for at in range(clause.first, clause.stop) if not grammar.aside[at])
    return any(grammar.is_auxiliary(at) for at in main)
