"""Which side the words of a noun phrase tell: its own noun, whose it is, and the names in it."""

from __future__ import annotations

from collections.abc import Sequence

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Hit
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.bodies import body_role
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import CHALLENGING, PRINCIPALS

COUNTRY_LETTERS = 5  # letters that the name of a country shares with its adjective


def actor_of(
    tokens: Tokens,
    words: Span,
    hits: Sequence[Hit],
    lexicon: Lexicon,
    state_words: frozenset[str],
) -> Actor:
    """The actor of a noun phrase, with the side its words give it.

    Args:
        tokens: the words of the text.
        words: the first word of the phrase, and the word after its last.
        hits: the nouns and adjectives of actors in it.
        lexicon: the nouns that name actors.
        state_words: entries whose country is itself at war in this text.
    """
    first, stop = words.start, words.end
    head, source, weak = _role(tokens, first, hits, state_words, lexicon)
    role = _entry_role(source, state_words) if source else ""
    if weak and role == "state":
        role = _of_a_body(tokens, head.end, stop, lexicon) or role
    words_of_it = tokens.words[first:stop]
    if role == "state" and not lexicon.words("challenger_modifier").isdisjoint(words_of_it):
        role = "opposition"
    if weak and not tokens.words[first : head.start].count("'s"):
        role = _of_a_statesman(tokens, head.end, stop, state_words, lexicon) or role
    body = first
    while body < stop - 1 and tokens.words[body] in lexicon.words("actor_determiner"):
        body += 1
    return Actor(
        first=first,
        stop=stop,
        head=head.start,
        name=_full_name(hits) or tokens.text_of(body, stop).strip("\"'“”"),
        role=_challenger(tokens, source or head, role, lexicon),
        weak=weak,
        noun=tokens.words[(source or head).end - 1],
        person=_named_person(tokens, head, stop, lexicon),
        metonym=bool(head.entry.data.get("metonym")) and len(hits) == 1,
        country=_country(tokens, hits),
        definite=tokens.words[first] in {"the", "its", "his", "their", "this", "that", "our"},
        heads=frozenset(w for h in hits for w in tokens.words[h.start : h.end]),
    )


def _role(
    tokens: Tokens,
    first: int,
    hits: Sequence[Hit],
    state_words: frozenset[str],
    lexicon: Lexicon,
) -> tuple[Hit, Hit | None, bool]:
    """The noun at the head of a phrase, the noun that tells its side, and whether only usually."""
    link = _first_link(tokens, first, hits, lexicon)
    ordered = sorted(hits, key=lambda h: h.start)
    before = [h for h in ordered if h.start < link] or ordered
    head = before[-1]
    if not head.entry.data.get("weak"):
        foreign = next((h for h in ordered if _foreign(h, state_words)), None)
        if foreign and head.entry.word("role") == "state" and not head.entry.data.get("metonym"):
            return head, foreign, False
        return head, _sender(tokens, head, ordered, state_words) or head, False
    own = _entry_role(head, state_words)
    strong = [
        h
        for h in ordered
        if (not h.entry.data.get("weak") or _foreign(h, state_words))
        and not (h.entry.data.get("adjective") and own in CHALLENGING)
    ]
    strong = [h for h in strong if _entry_role(h, state_words) == "both"] or strong
    strong = [h for h in strong if not _only_where(tokens, h, ordered, lexicon)]
    owner = [h for h in strong if h.start < head.start] or strong
    if owner:
        return head, owner[-1 if owner[0].start < head.start else 0], False
    usual = [h for h in ordered if _entry_role(h, state_words)]
    return head, (head if head in usual else usual[0] if usual else None), True


def _only_where(tokens: Tokens, hit: Hit, hits: Sequence[Hit], lexicon: Lexicon) -> bool:
    """Whether a country only tells where: "Syria's opposition", "the Islamic Council of Somalia"."""
    if not hit.entry.data.get("metonym") or not hit.entry.data.get("country"):
        return False
    words = tokens.words
    owned = any(
        h.start > hit.end and words[hit.end] == "'s" and h.entry.word("role") in CHALLENGING
        for h in hits
    )
    named = words[hit.start - 1] == "of" and tokens.capital(hit.start - 2)
    return owned or (named and words[hit.start - 2] in lexicon.words("challenging_body"))


def _foreign(hit: Hit, state_words: frozenset[str]) -> bool:
    """Whether a word names a country that usually mediates ("the Russian general staff")."""
    country = bool(hit.entry.data.get("country"))
    return country and _entry_role(hit, state_words) == "mediator"


def _sender(
    tokens: Tokens, head: Hit, hits: Sequence[Hit], state_words: frozenset[str]
) -> Hit | None:
    """Whose envoy it is, where that is a side and no go-between ("the rebels' envoy")."""
    if tokens.words[head.end - 1] not in {"envoy", "envoys"}:
        return None
    owned = [h for h in hits if h.end <= head.start and tokens.words[h.end] == "'s"]
    of_whom = [h for h in hits if h.start > head.end and tokens.words[head.end] == "of"]
    owner = (owned[-1:] or of_whom[:1] or [head])[0]
    return owner if _entry_role(owner, state_words) in PRINCIPALS else None


def _first_link(tokens: Tokens, first: int, hits: Sequence[Hit], lexicon: Lexicon) -> int:
    last = max(h.end for h in hits)
    links = lexicon.words("actor_link")
    return next((at for at in range(first, last) if tokens.words[at] in links), last)


def _entry_role(hit: Hit, state_words: frozenset[str]) -> str:
    return "state" if hit.entry.id in state_words else hit.entry.word("role")


def _of_a_statesman(
    tokens: Tokens, at: int, stop: int, state_words: frozenset[str], lexicon: Lexicon
) -> str:
    """The side of a person whom all the world knows: "President Trump" governs no party to a war here."""
    if at >= stop or not tokens.capital(stop - 1):
        return ""
    hits = tokens.hits(lexicon.indexes["actors"], stop - 1, stop)
    known = [
        hit for hit in hits if hit.entry.data.get("bare") and hit.entry.word("role") == "mediator"
    ]
    return _entry_role(known[0], state_words) if known else ""


def _of_a_body(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> str:
    """The side of the body that somebody presides over: "the President of the Karo Forum"."""
    if list(tokens.words[at : at + 1]) != ["of"]:
        return ""
    named = [
        tokens.words[i]
        for i in range(at + 1, stop)
        if tokens.capital(i) and tokens.words[i] in lexicon.words("challenging_body")
    ]
    return body_role(named, lexicon) if named and named != ["council"] else ""


def _challenger(tokens: Tokens, head: Hit, role: str, lexicon: Lexicon) -> str:
    """An army or a council whose name says that it challenges the state is no state's and no town's."""
    before = set(tokens.words[max(0, head.start - 3) : head.start])
    if role == "state" and tokens.words[head.start] == "army":
        return "opposition" if before & lexicon.words("challenger_name") else role
    if role == "civilian" and head.entry.id == "council" and tokens.capital(head.start):
        return "opposition" if before & lexicon.words("challenger_council") else role
    return role


def _country(tokens: Tokens, hits: Sequence[Hit]) -> str:
    """The first letters of the country that a phrase names."""
    for hit in hits:
        if hit.entry.data.get("country"):
            return " ".join(tokens.words[hit.start : hit.end])[:COUNTRY_LETTERS]
    return ""


def _full_name(hits: Sequence[Hit]) -> str:
    """The name that a short name stands for, where nothing else is in the phrase."""
    return hits[0].entry.word("name") if len(hits) == 1 else ""


def _named_person(tokens: Tokens, head: Hit, stop: int, lexicon: Lexicon) -> bool:
    """Whether a personal name follows the noun of rank or office."""
    return (
        tokens.words[head.end - 1] in lexicon.words("person_noun")
        and head.end < stop
        and tokens.capital(head.end)
    )
