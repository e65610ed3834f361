"""Who is spoken of: actors with their sides, as the words of a text name them.

An actor is a noun phrase around a noun of the lexicon ("the delegation of the regime"), a name that
ends or begins as the names of armed and political bodies do ("Forces of the Martyr Khalaf", "Jaysh
al-Wadi"), or a person with the body that the text says the person speaks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Hit
from qalamoun_terms.reading.text.frames import Block, Segment, Sentence, Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.aliases import (
    alias_hits,
    find_aliases,
    is_acronym,
    named_from,
)
from qalamoun_terms.reading.who.armies import with_armies
from qalamoun_terms.reading.who.bodies import body_role, named_bodies
from qalamoun_terms.reading.who.members import with_members
from qalamoun_terms.reading.who.modifiers import is_finite
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.principals import with_principals
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side

COUNTRY_LETTERS = 5  # letters that the name of a country shares with its adjective
OWNER = 4  # words between "the rebels'" and "main political body"
SHORT_RANK = 4  # letters of a rank that a point cuts short ("Gen.", "Brig.")
REACH = 6  # words that a noun phrase may stretch to the left or right of its noun


def find_actors(
    tokens: Tokens, sentences: Sequence[Sentence], blocks: Sequence[Segment], lexicon: Lexicon
) -> tuple[Actor, ...]:
    """The actors that a text names, in the order of the text, with the sides its words give them.

    Args:
        tokens: the words of the text.
        sentences: its sentences.
        blocks: its blocks.
        lexicon: the nouns that name actors.
    """
    state_words = _state_words(tokens, lexicon)
    bounds = [
        tokens.bounds(sentence.span)
        for sentence in sentences
        if blocks[sentence.segment].kind is not Block.DATELINE
    ]
    found = [_in_sentence(tokens, *ends, lexicon, state_words) for ends in bounds]
    aliases = find_aliases(tokens, [actor for actors in found for actor in actors], lexicon)
    for index, ends in enumerate(bounds if aliases else ()):
        extra = alias_hits(tokens, *ends, aliases)
        if extra:
            found[index] = _in_sentence(tokens, *ends, lexicon, state_words, short_names=extra)
    named = with_members(tokens, [actor for actors in found for actor in actors], lexicon)
    settled = _settle(named, tokens, lexicon)
    return with_principals(tokens, with_armies(tokens, settled, lexicon), lexicon)


def _state_words(tokens: Tokens, lexicon: Lexicon) -> frozenset[str]:
    """Entries whose country is itself at war in this text, and so no mediator."""
    words = set(tokens.words) if len(tokens) < 200_000 else set(tokens.words[:200_000])
    return frozenset(
        entry.id
        for entry in lexicon.entries["actors"]
        if entry.word("state_with") and words & set(entry.word("state_with").split())
    )


def _in_sentence(
    tokens: Tokens,
    first: int,
    stop: int,
    lexicon: Lexicon,
    state_words: frozenset[str],
    *,
    short_names: Sequence[Hit] = (),
) -> list[Actor]:
    hits = _longest(
        [
            hit
            for hit in lexicon.indexes["actors"].find(tokens.words, first, stop)
            if _fits(tokens, hit, stop, lexicon)
        ]
        + list(short_names)
    )
    chunks: list[Actor] = []
    covered = _covered(hits)
    starts = {hit.start: hit.end for hit in hits if not hit.entry.data.get("adjective")}
    taken = first
    for at, hit in enumerate(hits):
        if hit.start < taken:
            continue
        left = _left(tokens, hit, taken, lexicon, covered)
        end = _right(tokens, hit.end, stop, lexicon, starts)
        end = _to_acronym(tokens, _with_name(tokens, end, stop, lexicon), stop, lexicon)
        inside = [h for h in hits[at:] if h.start < end] + [h for h in hits[:at] if h.start >= left]
        taken = end
        described = all(h.entry.data.get("adjective") for h in inside)
        if (
            not described
            or _owns_a_paper(tokens, end, stop, lexicon)
            or _shares_noun(tokens, end, hits[at:])
        ):
            words = Span(left, end)
            chunks.append(_chunk(tokens, words, inside, lexicon, state_words))
    named = list(named_bodies(tokens, first, stop, chunks, lexicon))
    return _owners_joined(sorted(chunks + named, key=lambda a: a.first), tokens)


def _fits(tokens: Tokens, hit: Hit, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word is printed as a name where it must be, and no adjective where it may be one."""
    if hit.entry.data.get("capital") and not tokens.capital(hit.start):
        return False
    if hit.entry.data.get("owned"):
        return "'s" in tokens.words[max(0, hit.start - OWNER) : hit.start]
    if hit.entry.data.get("bare") and _is_introduced(tokens, hit, lexicon):
        return False
    if not hit.entry.data.get("alone") or hit.end >= stop:
        return True
    word = tokens.words[hit.end]
    plain = any(word in lexicon.words(name) for name in ("function_word", "oblique", "adverb"))
    past = word.endswith("ed") or word in lexicon.irregular
    verb = past or is_finite(word, lexicon) or word.removesuffix("s") in lexicon.verbs
    return plain or verb or not word[0].isalnum()


def _is_introduced(tokens: Tokens, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name is given with other names or an office, which tell who it is: "its chief, X"."""
    at = hit.start - 1
    before = tokens.words[max(0, at - 5) : hit.start]
    named = at >= 0 and tokens.capital(at) and before[-1] not in lexicon.words("function_word")
    office = lexicon.words("person_noun") | lexicon.words("person_title")
    apposed = before[-1:] in ([","], ["."]) and bool(office & set(before[-3:]))
    after = tokens.words[hit.end : hit.end + 1] == [","] and bool(
        office & set(tokens.words[hit.end : hit.end + 5])
    )
    return named or apposed or after or bool(office & set(before[-1:]))


def _owns_a_paper(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> bool:
    """As in "a rebel demand", "a Russian proposal": an adjective alone says whose it is."""
    names = ("paper", "demand")
    return at < stop and any(tokens.words[at] in lexicon.words(name) for name in names)


def _shares_noun(tokens: Tokens, end: int, hits: Sequence[Hit]) -> bool:
    """As in "Russian and government forces": two adjectives of sides share one noun."""
    if list(tokens.words[end : end + 1]) != ["and"]:
        return False
    after = [hit for hit in hits if end < hit.start <= end + 2]
    return bool(after) and tokens.words[after[-1].end - 1].endswith("s")


def _owners_joined(actors: list[Actor], tokens: Tokens) -> list[Actor]:
    """A named body with the owner after "of" is one actor, on the owner's side."""
    joined: list[Actor] = []
    for actor in actors:
        last = joined[-1] if joined else None
        described = last and last.stop == actor.first and last.role == actor.role == "opposition"
        if last and described and last.stop - last.head == 1 and tokens.capital(actor.first):
            joined[-1] = evolve(actor, first=last.first)  # "the rebel Liberation Tigers"
            continue
        linked = last and last.weak and tokens.words[last.stop : actor.first] == ["of"]
        if last and linked and is_side(actor.role) and not actor.metonym:
            name = (
                tokens.span(last.head, actor.stop).text(tokens.text) if last.person else last.name
            )
            joined[-1] = evolve(
                last, stop=actor.stop, role=actor.role, weak=actor.weak, name=name, noun=actor.noun
            )
            continue
        joined.append(actor)
    return joined


def _covered(hits: Sequence[Hit]) -> set[int]:
    return {index for hit in hits for index in range(hit.start, hit.end)}


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of hits that overlap, the one that begins first and reaches furthest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end > kept[-1].end and hit.end - hit.start >= kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def _left(tokens: Tokens, hit: Hit, limit: int, lexicon: Lexicon, actor_words: set[int]) -> int:
    at = hit.start
    while at > limit and hit.start - at < REACH:
        word = tokens.words[at - 1]
        if word in lexicon.words("actor_determiner"):
            at -= 1
            if at > limit and tokens.words[at - 1] in {"both", "all", "of"}:
                continue
            break
        if not _modifies(tokens, at - 1, lexicon, actor_words):
            break
        at -= 2 if word == "'s" and at - 1 > limit and tokens.words[at - 2][0].isalpha() else 1
    return at


def _modifies(tokens: Tokens, at: int, lexicon: Lexicon, actor_words: set[int]) -> bool:
    word = tokens.words[at]
    if word in lexicon.words("actor_adjective") or at in actor_words or word == "'s":
        return True
    if _describes(word, lexicon):
        return True
    if not word[0].isalpha():
        return word[0].isdigit() and word[-1].isalpha()
    dated = word in lexicon.words("weekday") or word in lexicon.words("month")
    return tokens.capital(at) and not dated and word not in lexicon.words("function_word")


def _describes(word: str, lexicon: Lexicon) -> bool:
    """Whether a word such as "eastern-based" or "self-styled" stands before the noun of a body."""
    part = word.rpartition("-")[2] if "-" in word else ""
    return part in lexicon.words("modifying_part") or word in lexicon.words("challenger_modifier")


def _right(tokens: Tokens, at: int, stop: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    """The end of the noun phrase: "of the ..." and "for ..." are taken in, at most twice."""
    end = at
    for _ in range(2):
        end = _owned(tokens, end, stop, lexicon, starts)
        after = _linked(tokens, end, stop, lexicon, starts)
        if after == end:
            break
        end = after
    return end


def _with_name(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> int:
    """Past the name after a rank or an office ("General Malik", "its spokesman Abu Hadi")."""
    if tokens.words[at - 1].rpartition("-")[2] not in lexicon.words("person_noun"):
        return at
    point = list(tokens.words[at : at + 1]) == ["."] and len(tokens.words[at - 1]) <= SHORT_RANK
    end = at + point
    while (
        end < stop
        and end - at < 5
        and (
            (tokens.capital(end) and tokens.words[end] not in lexicon.words("function_word"))
            or (end > at and tokens.words[end] in lexicon.words("name_particle"))
        )
    ):
        end += 1
    return at if end == at + point else end


def _to_acronym(tokens: Tokens, at: int, stop: int, lexicon: Lexicon) -> int:
    """The end of a name that goes on to an acronym in brackets: "Front for Change and Concord (FCC)"."""
    for end in range(at + 1, min(at + REACH, stop - 2)):
        if tokens.words[end] == "(":
            fits = tokens.words[end + 2] == ")" and is_acronym(tokens, end + 1)
            first = named_from(tokens, end + 1, lexicon) if fits else None
            return end if first is not None and first < at else at
        if not tokens.words[end][0].isalpha():
            break
    return at


def _owned(tokens: Tokens, at: int, stop: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    """Past further nouns, and past a possessive with the noun that is owned ("the minister's office")."""
    end = at
    while end < stop:
        if end in starts:
            end = starts[end]
            continue
        ahead = end + 1 if tokens.words[end] == "'s" else end
        if list(tokens.words[end : end + 1]) == ["("] and list(tokens.words[end + 2 : end + 3]) == [
            ")"
        ]:
            ahead = end + 3 if end + 3 < stop and end + 3 in starts else ahead
        while ahead < stop and ahead not in starts:
            if tokens.words[ahead] not in lexicon.words("actor_adjective"):
                break
            ahead += 1
        if ahead == end or ahead not in starts:
            break
        end = starts[ahead]
    return end


def _linked(tokens: Tokens, at: int, stop: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    if at >= stop or tokens.words[at] not in lexicon.words("actor_link"):
        return at
    linked = end = at + 1
    place_only = tokens.words[at] in {"at", "from", "under"}
    while end < stop and end - linked < REACH:
        word = tokens.words[end]
        if word in lexicon.words("month"):
            break
        if end in starts and not place_only:
            end = starts[end]
            continue
        if not (
            word in lexicon.words("actor_determiner")
            or word in lexicon.words("actor_ground")
            or word in lexicon.words("actor_adjective")
            or _describes(word, lexicon)
            or word in {"'s", "of"}
            or (word.isdigit() and tokens.words[end - 1] == "of")
            or (word in _QUOTES and (_capital_at(tokens, end + 1) or tokens.capital(end - 1)))
            or (tokens.capital(end) and word[0].isalpha())
        ):
            break
        end += 1
    while end > linked and tokens.words[end - 1] in lexicon.words("loose_end"):
        end -= 1
    named = _capital_in(tokens, linked, end) or any(linked <= s < end for s in starts)
    loose = place_only or tokens.words[at] == "in"
    return end if end > linked and (named or not loose) else at


def _capital_at(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.capital(at)


_QUOTES = frozenset({'"', "“", "”"})
_CHALLENGING = frozenset({"opposition", "civilian"})


def _capital_in(tokens: Tokens, first: int, stop: int) -> bool:
    return any(tokens.capital(at) for at in range(first, stop))


def _chunk(
    tokens: Tokens,
    words: Span,
    hits: Sequence[Hit],
    lexicon: Lexicon,
    state_words: frozenset[str],
) -> Actor:
    """The actor of a noun phrase (from one word to another), with the side its words give it."""
    first, stop = words.start, words.end
    head, source, weak = _role(tokens, first, hits, state_words, lexicon)
    role = _entry_role(source, state_words) if source else ""
    if weak and role == "state":
        role = _of_a_body(tokens, head.end, stop, lexicon) or role
    if role == "state" and lexicon.words("challenger_modifier") & set(tokens.words[first:stop]):
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
        name=_full_name(hits) or tokens.span(body, stop).text(tokens.text).strip("\"'“”"),
        role=_challenger(tokens, source or head, role, lexicon),
        weak=weak,
        noun=tokens.words[(source or head).end - 1],
        person=_named_person(tokens, head, stop, lexicon),
        metonym=bool(head.entry.data.get("metonym")) and len(hits) == 1,
        country=_country(tokens, hits),
        definite=tokens.words[first] in {"the", "its", "his", "their", "this", "that", "our"},
        heads=frozenset(w for h in hits for w in tokens.words[h.start : h.end]),
    )


def _of_a_statesman(
    tokens: Tokens, at: int, stop: int, state_words: frozenset[str], lexicon: Lexicon
) -> str:
    """The side of a person whom all the world knows: "President Trump" governs no party to a war here."""
    if at >= stop or not tokens.capital(stop - 1):
        return ""
    hits = lexicon.indexes["actors"].find(tokens.words, stop - 1, stop)
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
        and not (h.entry.data.get("adjective") and own in {"opposition", "civilian"})
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
        h.start > hit.end and words[hit.end] == "'s" and h.entry.word("role") in _CHALLENGING
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


def _challenger(tokens: Tokens, head: Hit, role: str, lexicon: Lexicon) -> str:
    """An army or a council whose name says that it challenges the state is no state's and no town's."""
    before = set(tokens.words[max(0, head.start - 3) : head.start])
    if role == "state" and tokens.words[head.start] == "army":
        return "opposition" if before & lexicon.words("challenger_name") else role
    if role == "civilian" and head.entry.id == "council" and tokens.capital(head.start):
        return "opposition" if before & lexicon.words("challenger_council") else role
    return role


def _settle(found: list[Actor], tokens: Tokens, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Gives an actor that is named by a bare noun the side of the fuller phrase before it."""
    known: dict[str, str] = {}
    settled: list[Actor] = []
    last = ""
    for named in found:
        actor = named
        if named.weak and named.definite and named.noun in known:
            actor = evolve(named, role=known[named.noun], weak=False)
        elif (
            named.weak and not named.role and tokens.words[named.first] in lexicon.words("owned_by")
        ):
            actor = evolve(named, role=last)
        elif actor.role and actor.role != "both" and not actor.weak:
            known[actor.noun] = known[tokens.words[actor.head]] = actor.role
        if actor.role and actor.role != "both" and not actor.metonym:
            last = actor.role
        settled.append(actor)
    return tuple(settled)
