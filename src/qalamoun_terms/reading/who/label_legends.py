"""What the labels of minutes and notes stand for: legends ("KG = Kyrgyz delegation") and lists of who is present.

Minutes name their speakers once in full and go on with a short form before a colon: letters that a
legend explains, or the surname of a person in the list of those present.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import evolve, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Block, Segment
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor, in_place, named_actor
from qalamoun_terms.reading.who.sides import PRINCIPALS, SIDES

OPENING = 14  # blocks at the beginning that may say who is who
LABELS = 600  # blocks that are looked at for labels
LABEL_WORDS = 5  # words of a label, at most
MEANING_WORDS = 12  # words that say what a label stands for, at most
ATTENDANCE = 6  # words before the colon that opens a list of those present
PRESENT_WORDS = 400  # words of a block that are looked through for a name
SURNAME = 5  # letters of a surname that is also known without its title
_FIRM = frozenset({"state", "opposition", "mediator", "both"})
_ENDS = frozenset({",", ";", ".", "=", ")", "]"})
_PARTS = frozenset({";", "."})


@frozen
class PrintedLabel:
    """A name before a colon: its words `first` up to `stop`, as printed."""

    first: int
    stop: int
    printed: tuple[str, ...]


def with_labels(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors, with the labels of the text on the sides that the text itself explains.

    Args:
        tokens: the words of the text.
        blocks: its blocks.
        actors: the actors it names.
        lexicon: the words that name parties.
    """
    labels = list(_labels(tokens, blocks, lexicon))
    roles = _legend(tokens, blocks, actors, lexicon)
    firm = {a.first: a for a in actors if a.role in _FIRM and not a.weak}
    begin = _first_said(labels)
    for label in labels:
        if label.printed in roles or _is_known(firm, label):
            continue
        role = _short_role(label, lexicon) or _present_role(tokens, blocks, actors, label, begin)
        if role:
            roles.update(dict.fromkeys(_forms(label), role))
    for label in labels:
        tails = [role for name, role in roles.items() if name[-1] == label.printed[-1]]
        if tails and not _is_known(firm, label):
            roles.setdefault(label.printed, tails[0])
    for name, role in _attending(tokens, blocks, actors, lexicon).items():
        roles.setdefault(name, role)
    roles.update(_facing(tokens, actors, roles, lexicon))
    return _named_so(tokens, actors, roles)


def _first_said(labels: Sequence[PrintedLabel]) -> int:
    """The first word of the first label that stands before another line, too."""
    often = Counter(label.printed[-1] for label in labels)
    return min((label.first for label in labels if often[label.printed[-1]] > 1), default=0)


def _is_known(firm: Mapping[int, Actor], label: PrintedLabel) -> bool:
    """Whether the words of a label tell a side themselves."""
    return any(at in firm and firm[at].stop <= label.stop for at in range(label.first, label.stop))


def _forms(label: PrintedLabel) -> list[tuple[str, ...]]:
    """The ways in which a text prints the name of a label: "TRAORÉ" and "Traoré"."""
    last = label.printed[-1]
    again = [(last.title(),)] if last.isupper() and len(last) >= SURNAME else []
    return [label.printed, *again]


def _labels(tokens: Tokens, blocks: Sequence[Segment], lexicon: Lexicon) -> Iterator[PrintedLabel]:
    """The names before colons with which blocks begin, where some begin two blocks at least."""
    passed = lexicon.words("label_word") | {"[", "(", ",", "the"}
    found: list[PrintedLabel] = []
    for block in blocks[:LABELS]:
        if block.kind is Block.CELL:
            continue
        first, stop = tokens.bounds(block.span)
        while first < stop and tokens.words[first] in passed:
            first += 1
        end = next(
            (
                i
                for i in range(first, min(first + LABEL_WORDS + 1, stop))
                if tokens.words[i] in _STOPS
            ),
            None,
        )
        if end is not None and end > first and tokens.capital(first):
            found.append(PrintedLabel(first, end, _printed(tokens, first, end)))
    counts = Counter(label.printed[-1] for label in found)
    again = [name for name, number in counts.items() if number > 1]
    yield from (label for label in found if len(again) > 1 or counts[label.printed[-1]] > 1)


_EQUALS = frozenset({"="})
_STOPS = frozenset({":", ">", "("})


def _printed(tokens: Tokens, first: int, stop: int) -> tuple[str, ...]:
    return tuple(tokens.printed(at) for at in range(first, stop))


# --- legends --------------------------------------------------------------------------------------


def _legend(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> dict[tuple[str, ...], str]:
    """The labels that "=" explains, with the sides of what they stand for."""
    meant: dict[tuple[str, ...], tuple[int, int]] = {}
    for block in blocks[:OPENING]:
        first, stop = tokens.bounds(block.span)
        for at in tokens.places_of(_EQUALS, first + 1, stop - 1):
            if tokens.capital(at - 1):
                meant[_printed(tokens, at - 1, at)] = (at + 1, _meaning_end(tokens, at + 1, stop))
    roles = {name: _role_in(actors, *ends) for name, ends in meant.items()}
    _fill(tokens, meant, roles, lexicon)
    return {name: role for name, role in roles.items() if role}


def _meaning_end(tokens: Tokens, first: int, stop: int) -> int:
    last = min(first + MEANING_WORDS, stop)
    return next((i for i in range(first, last) if tokens.words[i] in _ENDS), last)


def _role_in(actors: Sequence[Actor], first: int, stop: int) -> str:
    """The side of the first actor between two words whose side is told."""
    within = [a for a in actors if first <= a.first < stop and a.role in SIDES]
    firm = [a for a in within if not a.weak]
    return (firm or within)[0].role if within else ""


def _fill(
    tokens: Tokens,
    meant: Mapping[tuple[str, ...], tuple[int, int]],
    roles: dict[tuple[str, ...], str],
    lexicon: Lexicon,
) -> None:
    """Gives delegations whose names tell no side the sides that face each other.

    Two delegations of countries that the lexicon does not know are two states; one beside a state
    is its challenger, one beside a challenger is the state.
    """
    open_ones = [
        name
        for name, role in roles.items()
        if not role and _delegates(tokens, meant[name], lexicon)
    ]
    known = {role for role in roles.values() if role in PRINCIPALS}
    if len(open_ones) == 2 and not known:
        nouns = {tokens.words[meant[name][1] - 1] for name in open_ones}
        roles.update(dict.fromkeys(open_ones, "state") if len(nouns) == 1 else {})
    elif len(open_ones) == 1 and len(known) == 1:
        roles[open_ones[0]] = "opposition" if known == {"state"} else "state"


def _delegates(tokens: Tokens, ends: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a meaning is somebody's delegation or side ("Kyrgyz delegation")."""
    words = tokens.words[ends[0] : ends[1]]
    return tokens.capital(ends[0]) and bool(set(words) & lexicon.words("delegation_noun"))


# --- who is present -------------------------------------------------------------------------------


def _short_role(label: PrintedLabel, lexicon: Lexicon) -> str:
    """The side of a label in capitals that is the beginning of a party's noun ("GOV", "OPP")."""
    if len(label.printed) != 1 or not label.printed[0].isupper():
        return ""
    word = label.printed[0].lower()
    for role in ("state", "opposition", "mediator"):
        if word in lexicon.words(f"{role}_label"):
            return role
    return ""


def _present_role(
    tokens: Tokens,
    blocks: Sequence[Segment],
    actors: Sequence[Actor],
    label: PrintedLabel,
    begin: int,
) -> str:
    """The side beside the name of a person in the words before the first label."""
    name = tokens.words[label.stop - 1]
    for block in blocks[:OPENING]:
        first, stop = tokens.bounds(block.span)
        at = next(
            (
                i
                for i in range(first, min(stop, begin, first + PRESENT_WORDS))
                if tokens.words[i] == name and tokens.capital(i)
            ),
            None,
        )
        if at is not None:
            low, high = _part(tokens, at, first, stop)
            return _beside(actors, at, low, high)
    return ""


def _attending(
    tokens: Tokens, blocks: Sequence[Segment], actors: Sequence[Actor], lexicon: Lexicon
) -> dict[tuple[str, ...], str]:
    """The persons and short names in a list of those present, on the side of their delegation.

    A delegation whose name tells no side faces the one that does.
    """
    firm = {at for a in actors if a.role in _FIRM and not a.weak for at in range(a.first, a.stop)}
    found: dict[tuple[str, ...], str] = {}
    for block in blocks[:OPENING]:
        first, stop = tokens.bounds(block.span)
        opening = tokens.words[first : min(first + ATTENDANCE, stop)]
        colon = opening.index(":") if ":" in opening else 0
        if not lexicon.words("attendance") & set(opening[:colon]):
            continue
        parts = _cut(tokens, first, stop, {";"})
        parts = parts if len(parts) > 1 else _cut(tokens, first, stop, {",", "and"})
        aside = _bracketed(tokens, first, stop)
        outside = [a for a in actors if a.first not in aside]
        roles = [_one_role_in(outside, low, high) for low, high in parts]
        known = set(roles) & PRINCIPALS
        for (low, high), role in zip(parts, roles, strict=True):
            faced = _delegates_in(tokens, low, high, lexicon) and len(known) == 1
            side = role or (("opposition" if known == {"state"} else "state") if faced else "")
            names = _short_names(tokens, low, high, firm, lexicon) if side else ()
            found.update(dict.fromkeys(names, side))
    return found


def _cut(tokens: Tokens, first: int, stop: int, marks: AbstractSet[str]) -> list[tuple[int, int]]:
    """A stretch cut at marks that stand outside of brackets."""
    ends: list[int] = []
    deep = 0
    for at in range(first, stop):
        deep += (tokens.words[at] == "(") - (tokens.words[at] == ")")
        if not deep and tokens.words[at] in marks:
            ends.append(at)
    return list(zip([first, *[end + 1 for end in ends]], [*ends, stop], strict=True))


def _bracketed(tokens: Tokens, first: int, stop: int) -> set[int]:
    """The words in brackets: what they say of a person is no delegation."""
    found: set[int] = set()
    deep = 0
    for at in range(first, stop):
        deep = max(0, deep + (tokens.words[at] == "(") - (tokens.words[at] == ")"))
        if deep:
            found.add(at)
    return found


def _one_role_in(actors: Sequence[Actor], first: int, stop: int) -> str:
    """The side of the actors between two words, "" where they are of several."""
    roles = {a.role for a in actors if first <= a.first < stop and a.role in _FIRM and not a.weak}
    if len(roles) > 1:
        return ""
    return roles.pop() if roles else _role_in(actors, first, stop)


def _delegates_in(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    return bool(set(tokens.words[first:stop]) & lexicon.words("delegation_noun"))


def _short_names(
    tokens: Tokens, first: int, stop: int, known: AbstractSet[int], lexicon: Lexicon
) -> Iterator[tuple[str, ...]]:
    """Letters that stand for a body, and the last words of persons' names."""
    titles = lexicon.words("personal_title") | {".", ":"}
    for at in range(first, stop):
        printed = tokens.printed(at)
        if at in known or not printed[0].isupper():
            continue
        ends = at + 1 >= stop or not tokens.capital(at + 1)
        person = at > first and tokens.words[at - 1] in titles
        run = at > first + 1 and tokens.capital(at - 1) and tokens.words[at - 2] in titles
        if (printed.isupper() and len(printed) > 1) or (ends and (person or run)):
            yield (printed,)


def _facing(
    tokens: Tokens,
    actors: Sequence[Actor],
    roles: Mapping[tuple[str, ...], str],
    lexicon: Lexicon,
) -> dict[tuple[str, ...], str]:
    """The one delegation whose name tells no side, where all others are the state's or a mediator's.

    "NDFP panel" that sits with the government's panel is who challenges the government.
    """
    nouns = lexicon.words("delegation_noun")
    open_ones: Counter[str] = Counter()
    sides: set[str] = set(roles.values())
    for actor in actors:
        if actor.role in PRINCIPALS and not actor.weak:
            sides.add(actor.role)
        elif not actor.role and actor.noun in nouns:
            first = actor.first + (tokens.words[actor.first] == "the")
            printed = tokens.printed(first)
            if printed.isupper() and len(printed) > 1 and (printed,) not in roles:
                open_ones[printed] += 1
    known = sides & PRINCIPALS
    if len(open_ones) != 1 or len(known) != 1 or max(open_ones.values()) < 2:
        return {}
    side = "opposition" if known == {"state"} else "state"
    return {(name,): side for name in open_ones}


def _part(tokens: Tokens, at: int, first: int, stop: int) -> tuple[int, int]:
    """The part of a list of those present that a word stands in, with what leads to its part."""
    low = next((i + 1 for i in range(at, first - 1, -1) if _parts(tokens, i)), first)
    high = next((i for i in range(at, stop) if _parts(tokens, i)), stop)
    return low, high


def _parts(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in _PARTS and not (
        at and len(tokens.words[at - 1]) <= 4 and tokens.capital(at - 1)
    )


def _beside(actors: Sequence[Actor], at: int, low: int, high: int) -> str:
    """The side of the party that a name stands beside: a mediator's before any, else the firmest."""
    within = [a for a in actors if low <= a.first < high and a.role in SIDES]
    chairs = [a for a in within if a.role == "mediator"]
    others = [a for a in within if not a.first <= at < a.stop]
    firm = [a for a in others if not a.weak] or others or within
    ranked = chairs or firm
    return ranked[-1].role if ranked else ""


def _named_so(
    tokens: Tokens, actors: Sequence[Actor], roles: Mapping[tuple[str, ...], str]
) -> tuple[Actor, ...]:
    """The actors, with every place where a label is printed just so on its side."""
    if not roles:
        return tuple(actors)
    by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, role in roles.items():
        by_word.setdefault(name[0], []).append((name, role))
    found: list[Actor] = []
    by_first = {
        actor.first + (tokens.words[actor.first] == "the"): actor
        for actor in actors
        if not actor.role
    }
    states = [name for name, role in roles.items() if role == "state" and len(name) == 1]
    apart = len({name[0].lower() for name in states}) > 1 and "opposition" not in roles.values()
    for at in range(len(tokens)):
        for name, role in by_word.get(tokens.printed(at), ()):
            if _printed(tokens, at, min(at + len(name), len(tokens))) == name:
                stop = by_first[at].stop if at in by_first else at + len(name)
                country = name[0].lower() if apart and role == "state" else ""
                actor = named_actor(tokens, at, max(stop, at + len(name)), role)
                found.append(evolve(actor, country=country))
                break
    return in_place(actors, found)
