"""The sides of parties whose own words leave them open, weighed by learnt weights.

"The committee" is a state's in one report, its challengers' in the next, and that of the elders who
carry the offers in a third. What stands in a name and around its mentions, and which sides the
others are on, is weighed by `side_model.json`, made by `benchmarks/train_sides.py` from our own texts.
The side that the lexicon gives counts for much, so that only clear words outweigh it.
"""

from __future__ import annotations

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.weights import LinearModel, likeliest, linear_model
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor

MENTIONS = 12  # mentions of a party whose neighbours are looked at
BEFORE, AFTER = 4, 5  # words beside a mention that are looked at
BEGINNING = 6  # letters by which the forms of a word are taken for one
BEGINNINGS = (4, 6)  # letters of the words of a name that are looked at
NEIGHBOUR, NEXT = 14, 4  # words between two parties that stand near or next to each other
SHARES = (0.15, 0.4)  # of the mentions in a text: few, some, most
OFTEN = 4  # mentions that make a party one of those whom the text is about
LONG = 4  # words of a long name
TOLD = 3.0  # what the side by the lexicon counts, in logarithms of odds
SURE = 0.7  # probability from which a party gets a side that the lexicon does not give
UNKNOWN = "none"
_WORDS = 8_000  # words whose features are kept at hand


@frozen(kw_only=True)
class Party:
    """All mentions of one name, by their places among the actors of a text."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    role: str
    weak: bool

    @property
    def told(self) -> str:
        """The side that the lexicon tells, or that it tells none."""
        return self.role or UNKNOWN


def with_weighed_sides(
    tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors, with the sides that all that is said of them makes likely.

    Args:
        tokens: the words of the text.
        actors: the actors that it names.
        lexicon: the lexicon of its language.
    """
    model = linear_model(lexicon.language, "side_model")
    if model is None:
        return tuple(actors)
    company = parties(tokens, actors, lexicon)
    roles = {
        party.words: _likeliest(party, model, model.scores(features))
        if party.role or _is_told_apart(tokens, actors, party, lexicon)
        else ""
        for party, features in zip(company, side_features(tokens, actors, company), strict=True)
    }
    roles |= {short: roles[full] for short, full in _short_names(company) if roles[full]}
    settled = list(actors)
    for party in company:
        if party.role not in {"both", roles[party.words]}:
            for at in party.places:
                settled[at] = evolve(settled[at], role=roles[party.words])
    return tuple(settled)


def _short_names(company: Sequence[Party]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names that are a noun alone, each with the only fuller name before it that ends so."""
    fuller: dict[str, list[Party]] = defaultdict(list)
    for party in company:
        if len(party.words) > 1:
            fuller[party.words[-1]].append(party)
    for party in company:
        named = fuller[party.words[0]] if len(party.words) == 1 else []
        if len(named) != 1 or (party.role and not party.weak):
            continue
        if named[0].role != "both" and named[0].places[0] < party.places[0]:
            yield party.words, named[0].words


def _is_told_apart(tokens: Tokens, actors: Sequence[Actor], party: Party, lexicon: Lexicon) -> bool:
    """Whether it is one party, and no "delegations" of all, "our people" or mere onlookers."""
    actor = actors[party.places[0]]
    several = len(party.words) == 1 and actor.noun.endswith("s")
    watches = lexicon.words("onlooker") & set(party.words)
    return not (several or watches) and tokens.words[actor.first] not in lexicon.words("owning")


def _likeliest(party: Party, model: LinearModel, scores: Sequence[int]) -> str:
    """The likeliest side of a party, when what the lexicon tells has been counted in."""
    if party.role and model.is_ahead(scores, party.role, TOLD):
        return party.role
    chances = model.chances(scores)
    if not party.role:
        best = likeliest(chances)
        return best if chances[best] >= SURE else ""
    odds = math.exp(TOLD)
    return likeliest({side: c * odds if side == party.role else c for side, c in chances.items()})


def parties(tokens: Tokens, actors: Sequence[Actor], lexicon: Lexicon) -> tuple[Party, ...]:
    """The parties of a text: the actors that are named by the same words.

    Args:
        tokens: the words of the text.
        actors: the actors that it names.
        lexicon: the words that may open a name.
    """
    opening = lexicon.words("actor_determiner")
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, actor in enumerate(actors):
        words = tokens.words[actor.first : actor.stop]
        name = tuple(word for word in words if word[0].isalnum() and word not in opening)
        places[name or tuple(words)].append(at)
    return tuple(
        Party(
            words=name,
            places=tuple(found),
            role=Counter(actors[at].role for at in found).most_common(1)[0][0],
            weak=actors[found[0]].weak,
        )
        for name, found in places.items()
    )


def side_features(
    tokens: Tokens, actors: Sequence[Actor], company: Sequence[Party]
) -> Iterator[frozenset[str]]:
    """What tells the side of each party: its name, the words beside it, and the others.

    Args:
        tokens: the words of the text.
        actors: the actors that it names.
        company: its parties.
    """
    mentions, firm = Counter[str](), Counter[str]()
    of: dict[int, Party] = {}
    for party in company:
        mentions[party.told] += len(party.places)
        firm[party.told] += not party.weak
        of.update(dict.fromkeys(party.places, party))
    told: dict[tuple[str, int, bool], list[str]] = {}  # of the others: the same for many parties
    for party in company:
        sort = party.told, len(party.places), party.weak
        if sort not in told:
            told[sort] = [*_among(mentions, party), _strong(firm, party)]
        yield frozenset(
            (
                *_named(tokens, actors[party.places[0]], party),
                *_beside(tokens, actors, party),
                *_near(tokens, actors, party, of),
                *told[sort],
            )
        )


def _named(tokens: Tokens, actor: Actor, party: Party) -> Iterator[str]:
    """What its own words tell."""
    yield f"person:{actor.person:d}"
    yield f"metonym:{actor.metonym:d}"
    yield f"country:{bool(actor.country):d}"
    named = [i for i in range(actor.first, actor.stop) if tokens.words[i] in party.words]
    yield f"capital:{not tokens.capitals.isdisjoint(named):d}"
    yield f"length:{min(LONG, len(party.words))}"
    yield f"head:{actor.noun}"
    yield f"first:{party.words[0]}"
    yield f"last:{party.words[-1]}"
    for word in party.words:
        yield from _of_word(word)
    times = len(party.places)
    yield "times:" + ("once" if times == 1 else "some" if times < OFTEN else "often")


@functools.lru_cache(maxsize=_WORDS)
def _of_word(word: str) -> tuple[str, ...]:
    """What a word of a name tells."""
    return f"word:{word}", *(f"begins {size}:{word[:size]}" for size in BEGINNINGS)


def _beside(tokens: Tokens, actors: Sequence[Actor], party: Party) -> Iterator[str]:
    """The words before and after its mentions."""
    words = tokens.words
    for at in party.places[:MENTIONS]:
        first, stop = actors[at].first, actors[at].stop
        before, after = words[max(0, first - BEFORE) : first], words[stop : stop + AFTER]
        yield from [_stem("before", word) for word in before if word[0].isalnum()]
        yield from [_stem("after", word) for word in after if word[0].isalnum()]
        yield f"previous:{before[-1] if before else ''}"
        yield f"next:{after[0] if after else ''}"


def _near(
    tokens: Tokens, actors: Sequence[Actor], party: Party, of: Mapping[int, Party]
) -> Iterator[str]:
    """The parties named beside it, and what stands between."""
    for at in party.places[:MENTIONS]:
        for side, other in (("before", at - 1), ("after", at + 1)):
            if not 0 <= other < len(actors) or of[other] is party:
                continue
            left, right = sorted((at, other))
            between = tokens.words[actors[left].stop : actors[right].first]
            if len(between) < NEIGHBOUR:
                yield f"{side} it:{of[other].told} {of[other].weak:d}"
            if len(between) <= NEXT:
                yield f"{side} it, with:{' '.join(between)}"
                yield f"{side} it, with:{' '.join(between)} {of[other].told}"


def _among(mentions: Mapping[str, int], party: Party) -> Iterator[str]:
    """How much of the text tells of others, by their sides."""
    total = sum(mentions.values()) - len(party.places)
    few, some = SHARES
    for role in ("state", "opposition", "mediator", "civilian", "other", "both", UNKNOWN):
        others = mentions.get(role, 0) - (len(party.places) if role == party.told else 0)
        share = others / total if total else 0.0
        size = "no" if not share else "few" if share < few else "some" if share < some else "most"
        yield f"others {role}:{size}"


def _strong(firm: Mapping[str, int], party: Party) -> str:
    """Which sides others are on of whom that is sure."""
    own = party.told if not party.weak else ""
    sides = ("mediator", "opposition", "state")
    return "strong:" + " ".join(side for side in sides if firm.get(side, 0) > (side == own))


@functools.lru_cache(maxsize=_WORDS)
def _stem(where: str, word: str) -> str:
    """What a word beside a name tells."""
    return f"{where}:0" if word[0].isdigit() else f"{where}:{word[:BEGINNING]}"
