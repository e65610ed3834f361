"""Finds the places that a clause names: proper names and definite sites."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qalamoun_terms.reading.terms.clauses import Clause
from qalamoun_terms.reading.terms.goals import in_goal, without_article
from qalamoun_terms.reading.terms.grammar import Grammar
from qalamoun_terms.reading.terms.kinds import Reading
from qalamoun_terms.reading.terms.phrases import Phrase, phrase_around, proper_names
from qalamoun_terms.reading.terms.words import Tag
from qalamoun_terms.reading.text.frames import Span

_PERSONS = frozenset(
    {"fighter", "troops", "detainee", "civilian", "family", "employee", "student", "displaced",
     "conscript", "defector", "offender", "guards", "allied_police", "police", "local_sons"}
)  # fmt: skip
_WITHOUT_TOWNS = frozenset({"political_process", "joint_committee", "other"})
_MOVING = frozenset({"leave", "withdraw", "enter", "demilitarise", "give_up", "give_back", "open"})
_HANDING = frozenset({"give_up", "give_back", "govern", "demilitarise"})
_DEMONYM = ("ian", "ean", "ese", "ish")
_BODIES = frozenset({"party", "committee", "troops", "army_body", "allied_police", "police"})


def places(
    grammar: Grammar, clause: Clause, reading: Reading, taken: Collection[str]
) -> dict[str, Span]:
    """The places that a clause names, without those that are a goal.

    Args:
        grammar: the statement with its small words.
        clause: the clause that states the term.
        reading: its kind.
        taken: the goals found in it.
    """
    if reading.rule.id == "politics.discuss":
        return {}
    found: dict[str, Span] = {}
    covered: list[Phrase] = []
    for phrase in [*_sites(grammar, clause, reading), *_names(grammar, clause, reading)]:
        if any(p.first < phrase.stop and phrase.first < p.stop for p in covered):
            continue
        covered.append(phrase)
        name = without_article(phrase.text(grammar))
        if name and not any(name in goal or goal in name for goal in taken):
            found.setdefault(name, phrase.span(grammar))
    return found


def _names(grammar: Grammar, clause: Clause, reading: Reading) -> Iterator[Phrase]:
    """Proper names after a word of place, next to a noun of place, or in a row with such a name."""
    last = -1
    for run in proper_names(grammar, clause):
        name = _with_compass(
            grammar, _with_site(grammar, _with_number(grammar, run), clause), clause
        )
        if _is_adjective(grammar, run, name, clause) or _is_whence(grammar, name, reading):
            continue
        if _is_other(grammar, name) and not _is_seat(grammar, name, reading):
            continue
        in_row = name.first - 1 == last and grammar.words.lower[last] == ","
        if (
            in_row
            or _stands_in_place(grammar, name, clause, reading)
            or _is_moved(grammar, name, clause, reading)
        ):
            last = name.stop
            yield _without_generic(grammar, name)


def _with_number(grammar: Grammar, name: Phrase) -> Phrase:
    """As in "60-Metre Street"."""
    first = name.first
    numbered = first > 1 and grammar.words.lower[first - 1] == "-"
    return Phrase(first - 2, name.stop) if numbered and grammar.words.is_number(first - 2) else name


def _is_other(grammar: Grammar, name: Phrase) -> bool:
    """Whether a name is that of a party, a body, a month or a title, and not of a place."""
    lower = grammar.words.lower
    stop = min(name.stop + 1, len(lower))
    if any(lower[i] in grammar.lists["not_places"] for i in range(name.first, name.stop)):
        return True
    if grammar.is_a(name.stop - 1, "peoples"):
        return True
    after = name.stop in grammar.verb_at  # "refugees in X cross the river"
    last = name.stop if after else stop
    if any(lower[i] in grammar.lists["body_words"] for i in range(name.first, last)):
        return True
    dwellers = {t.first for t in grammar.words.tags if t.group == "party_civilian"}
    return any(
        tag.group in _BODIES
        and tag.first < name.stop
        and name.first < tag.stop
        and tag.first not in dwellers
        for tag in grammar.words.tags
    )


def _is_whence(grammar: Grammar, name: Phrase, reading: Reading) -> bool:
    """Whether a name only tells where those who come back had fled to."""
    fled = grammar.aside[name.first] and grammar.is_a(name.first - 1, "destinations")
    return fled and reading.rule.kind == "displaced_return"


def _is_seat(grammar: Grammar, name: Phrase, reading: Reading) -> bool:
    """Whether a town after whose name its rulers are called is meant as a town ("from X to Y")."""
    if reading.rule.kind in _WITHOUT_TOWNS or name.stop - name.first > 1:
        return False
    party = any(
        t.group == "party" and t.first <= name.first and t.stop == name.stop
        for t in grammar.words.tags
    )
    return party and name.first > 0 and grammar.is_a(name.first - 1, "town_links")


def _is_moved(grammar: Grammar, name: Phrase, clause: Clause, reading: Reading) -> bool:
    """Whether a place itself is left, entered or handed over: "leave X", "X comes under ..."."""
    if reading.head is None:
        return False
    before = name.first - 1
    while before >= clause.first and grammar.is_a(before, "articles"):
        before -= 1
    heads = {tag.group for tag in grammar.words.tags if tag.first == reading.head.first}
    if before + 1 == reading.head.stop:
        return bool(heads & _MOVING)
    passive = any(grammar.is_a(at, "be") for at in range(name.stop, reading.head.first + 1))
    subject = before < clause.first and not _is_no_name(grammar, name)
    return subject and ("come_under" in heads or (passive and bool(heads & _HANDING)))


def _is_no_name(grammar: Grammar, name: Phrase) -> bool:
    """Whether only its place at the beginning gives a word its capital letter."""
    thing = any(
        tag.first <= name.first < tag.stop and tag.group != "territory"
        for tag in grammar.words.tags
    )
    lists = ("determiners", "pronouns", "those", "negators", "subordinators")
    said = grammar.is_auxiliary(name.stop) or name.stop in grammar.verb_at
    return thing or not said or grammar.is_any(name.first, lists)


def _is_adjective(grammar: Grammar, run: Phrase, name: Phrase, clause: Clause) -> bool:
    """Whether a name only says whose they are ("Palestinian prisoners", "the Libyan town")."""
    if name.stop == run.stop and _is_demonym(grammar, run.stop - 1):
        after = run.stop + grammar.is_a(run.stop, "coordinators")
        if after < clause.stop and grammar.words.lower[after].isalpha():
            return not grammar.words.capital(after) and not _closes(grammar, after)
    return any(
        tag.group in _PERSONS and run.stop <= tag.first <= run.stop + 1 and tag.first < clause.stop
        and all(grammar.words.lower[i].isalpha() and not grammar.is_a(i, "prepositions")
                and not grammar.is_a(i, "coordinators") for i in range(run.stop, tag.first))
        for tag in grammar.words.tags
    )  # fmt: skip


def _is_demonym(grammar: Grammar, at: int) -> bool:
    word = grammar.words.lower[at]
    return word in grammar.lists["demonyms"] or word.endswith(_DEMONYM)


def _closes(grammar: Grammar, at: int) -> bool:
    """Whether a small word shows that the name before it stands alone."""
    lists = ("prepositions", "be", "modals", "have", "determiners", "relatives", "subordinators")
    return grammar.is_any(at, lists)


def _stands_in_place(grammar: Grammar, name: Phrase, clause: Clause, reading: Reading) -> bool:
    """Whether a name stands where a place is told: behind "in", "from", "the town of"."""
    before = name.first - 1
    skipped = ("articles", "compass", "generic_places")
    lower = grammar.words.lower
    while before >= clause.first and (
        grammar.is_any(before, skipped)
        or (lower[before] == "of" and grammar.is_a(before - 1, "generic_places"))
    ):
        before -= 1
    sited = grammar.is_a(name.stop - 1, "sites")
    if (
        name.first > 1
        and lower[name.first - 1] == "of"
        and grammar.is_a(name.first - 2, "generic_places")
    ):
        return True
    if before < 0 or not grammar.is_a(before, "locatives"):
        return sited
    word = grammar.words.lower[before]
    if word in ("by", "for"):
        return sited or (word == "for" and reading.rule.kind == "local_governance")
    if word == "of" and _of_persons(grammar, before):
        return False
    return not (reading.rule.id == "politics.talks" and word in ("in", "at"))


def _of_persons(grammar: Grammar, at: int) -> bool:
    return any(tag.stop == at and tag.group in _PERSONS for tag in grammar.words.tags)


def _with_site(grammar: Grammar, name: Phrase, clause: Clause) -> Phrase:
    """As in "Netzarim corridor": a noun of place right after a name belongs to it."""
    best = name.stop
    for place in range(name.stop, min(name.stop + 3, clause.stop)):
        if not grammar.words.lower[place].isalpha() or grammar.is_a(place, "prepositions"):
            break
        if grammar.is_a(place, "coordinators") or grammar.is_auxiliary(place):
            break
        if grammar.is_a(place, "sites"):
            best = place + 1
    return Phrase(name.first, best)


def _with_compass(grammar: Grammar, name: Phrase, clause: Clause) -> Phrase:
    """As in "eastern Qalamoun", "north-eastern Homs", "north of the Strip"."""
    first = name.first
    while first - 1 >= clause.first and (
        grammar.is_a(first - 1, "compass")
        or (grammar.words.lower[first - 1] == "-" and grammar.is_a(first - 2, "compass"))
    ):
        first -= 1
    before = name.first - 1
    while before > clause.first and grammar.is_a(before, "articles"):
        before -= 1
    of = before > clause.first and grammar.words.lower[before] == "of"
    if of and grammar.is_a(before - 1, "compass"):
        first = before - 1
    return Phrase(first, name.stop)


def _without_generic(grammar: Grammar, name: Phrase) -> Phrase:
    stop = name.stop
    while stop - 1 > name.first and grammar.is_a(stop - 1, "generic_places"):
        stop -= 1
    return Phrase(name.first, stop)


def _sites(grammar: Grammar, clause: Clause, reading: Reading) -> Iterator[Phrase]:
    """Definite sites: "the market", "the girls' school", "hospitals and power plants"."""
    last: Phrase | None = None
    for at in grammar.places_in("sites", clause.first, clause.stop):
        follows = at + 1 < clause.stop and grammar.is_a(at + 1, "sites")
        named = at > 0 and grammar.words.capital(at)
        if grammar.aside[at] or follows or named:
            continue
        if _names_follow(grammar, at, clause):
            continue
        phrase = _site(grammar, at, clause)
        joined = last is not None and 0 < phrase.first - last.stop <= 3
        if _is_definite(grammar, phrase, reading, joined=joined):
            last = phrase
            yield phrase


def _names_follow(grammar: Grammar, at: int, clause: Clause) -> bool:
    """As in "the ports of X and Y": the names are the places."""
    plural = grammar.words.lower[at].endswith("s") and at + 2 < clause.stop
    after = at + 2 + (plural and grammar.is_a(at + 2, "articles"))
    return plural and grammar.words.lower[at + 1] == "of" and grammar.words.capital(after)


def _site(grammar: Grammar, at: int, clause: Clause) -> Phrase:
    """A site with what belongs to its name: "the road from the mill to the port"."""
    around = phrase_around(grammar, Tag(at, at + 1, "site", "thing"), clause)
    first = around.first
    for place in range(around.first, at):
        word = grammar.words.lower[place]
        cut = grammar.is_a(place, "coordinators") or grammar.is_a(place, "determiners")
        if cut or not (word[0].isalnum() or word in ("-", "'s", "'")):
            first = place + 1
    stop = at + 1
    if stop < clause.stop and grammar.words.lower[stop] == "of":
        stop = _of_name(grammar, stop, clause)
    elif stop + 2 < clause.stop and grammar.words.lower[stop] == "from":
        stop = _from_to(grammar, stop, clause)
    return Phrase(first, stop)


def _of_name(grammar: Grammar, at: int, clause: Clause) -> int:
    """As in "the hill of Sitio Danao", "the roof of the silo": up to the end of the name."""
    stop = at + 1
    while stop < clause.stop and grammar.is_a(stop, "articles"):
        stop += 1
    start = stop
    while stop < clause.stop and (
        grammar.words.capital(stop) or (stop == start and in_goal(grammar, stop, clause))
    ):
        stop += 1
    return stop if stop > start else at


def _from_to(grammar: Grammar, at: int, clause: Clause) -> int:
    """As in "the road from Jufra to the coast" is one site."""
    lower = grammar.words.lower
    goals = [i for i in range(at + 1, min(at + 6, clause.stop)) if lower[i] == "to"]
    if not goals or not grammar.words.capital(at + 1):
        return at
    stop = goals[0] + 1
    while stop < clause.stop and grammar.is_a(stop, "articles"):
        stop += 1
    return min(stop + 1, clause.stop)


def _is_definite(grammar: Grammar, phrase: Phrase, reading: Reading, *, joined: bool) -> bool:
    """Whether an article, a number or a name makes a site a certain one, where sites count."""
    inner = range(phrase.first, phrase.stop)
    if any(grammar.words.capital(i) for i in inner if i > 0):
        return not _is_other(grammar, phrase) and not _after_by(grammar, phrase)
    counts = grammar.lexicon.fields_of(reading.rule.kind).sites
    generic = grammar.is_a(phrase.stop - 1, "generic_places")
    if not counts or generic or _is_part_of_thing(grammar, phrase):
        return False
    return _is_certain(grammar, phrase, reading.rule.kind, joined=joined)


def _is_certain(grammar: Grammar, phrase: Phrase, kind: str, *, joined: bool) -> bool:
    """Whether a site is meant as one that everybody knows, and not any of its sort."""
    lower = grammar.words.lower
    article = grammar.is_a(phrase.first - 1, "definite")
    behind = phrase.first - 1 - article
    if kind == "local_governance":
        lists = ("raised_on", "row_links")
        return article and (behind < 0 or (joined or grammar.is_any(behind, lists)))
    if kind in ("movement_access", "services_restoration"):
        return article and phrase.stop - phrase.first > 1
    known = article or lower[phrase.stop - 1].endswith("s")
    in_row = joined and (grammar.is_a(behind, "coordinators") or lower[max(behind, 0)] == ",")
    return known and (in_row or (behind >= 0 and _is_located(grammar, behind)))


def _after_by(grammar: Grammar, phrase: Phrase) -> bool:
    return phrase.first > 0 and grammar.words.lower[phrase.first - 1] == "by"


def _is_part_of_thing(grammar: Grammar, phrase: Phrase) -> bool:
    """Whether the lexicon knows the words as something else, such as a telephone line."""
    return any(
        tag.group in ("committee", "weapon", "aid", "job", "line")
        and tag.first <= phrase.stop - 1 < tag.stop
        and tag.stop - tag.first > 1
        for tag in grammar.words.tags
    )


def _is_located(grammar: Grammar, at: int) -> bool:
    """Whether the word before says that something is, goes or comes there."""
    word = grammar.words.lower[at]
    if word in ("of", "to"):
        return at > 0 and (
            grammar.words.lower[at - 1] in grammar.lists["distances"]
            or grammar.words.lower[at - 1] == "out"
        )
    if at in grammar.verb_at:
        return any(
            t.first == at and t.group in ("leave", "withdraw", "enter") for t in grammar.words.tags
        )
    return grammar.is_a(at, "locatives") and word not in ("and", "for", "by", "or", "to")
