"""Noun phrases that name a set of terms or its parts: "the paper of the mediators", "their second point".

Each is read with its owner ("the articles proposed by the delegation"); which package of the text it
means is told in `resolving`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.naming import Actor

YEAR = 4  # digits
DESCRIBED = 3  # words before a noun that may say that what it names is yet to be made
TITLE_REACH = 4  # words between "the" and the name of an actor
CONTENT_REACH = 14  # words of what a package holds before who put it forward
OWNER_REACH = 7  # words between a package's noun and who put it forward
_CLOSING = frozenset({'"', "”", "’", "'"})


@frozen(kw_only=True)
class PackageNoun:
    """A noun phrase that names a package or its parts: words `first` up to `stop`.

    `sort` is "deal", "paper", "demand" or "part"; `owner` whoever the phrase says put it forward;
    `described` the words before its noun.
    """

    first: int
    stop: int
    noun: str
    sort: str
    definite: bool
    owner: Actor | None = None
    owner_pronoun: str = ""
    partial: bool = False
    ordinal: str = ""
    created: bool = False
    label: str = ""
    described: tuple[str, ...] = ()

    def span(self, tokens: Tokens) -> Span:
        """The words of the phrase.

        Args:
            tokens: the words of the text.
        """
        return tokens.span(self.first, self.stop)


def find_packages(
    tokens: Tokens, first: int, stop: int, actors: Sequence[Actor], lexicon: Lexicon
) -> tuple[PackageNoun, ...]:
    """The noun phrases between two words that name a package or its parts.

    Args:
        tokens: the words of the text.
        first: the first word.
        stop: the word after the last.
        actors: the actors named between them.
        lexicon: the nouns of packages.
    """
    return tuple(_phrases(tokens, first, stop, actors, lexicon))


def _phrases(
    tokens: Tokens, first: int, stop: int, actors: Sequence[Actor], lexicon: Lexicon
) -> Iterator[PackageNoun]:
    """The nouns of a stretch that stand for packages, each with what is said around it."""
    sorts = _sorts(lexicon)
    nouns = tokens.places_of(_nouns(lexicon), first, stop)
    by_stop = {actor.stop: actor for actor in actors} if nouns else {}
    by_first = {actor.first: actor for actor in actors} if nouns else {}
    for at in nouns:
        word = tokens.words[at]
        sort = sorts[word]
        if not _is_noun(tokens, at, first, lexicon) and not _is_of_one(tokens, at, by_stop.get(at)):
            continue
        if sort == "deal" and _is_yet_to_be_made(tokens, at, first, lexicon):
            sort = "paper"
        if at + 1 < stop and sorts.get(tokens.words[at + 1]) in {"deal", "paper", "part"}:
            continue  # the first word of a compound: "initiative paper", "truce agreement"
        if at + 1 < stop and tokens.words[at + 1] in lexicon.words("compound_head"):
            continue  # "the reconciliation committee", "ceasefire violations"
        if tokens.words[max(first, at - 2) : at + 2] == ["on", "the", "understanding", "that"]:
            continue  # words of condition
        left, owner, pronoun = _left(tokens, at, first, by_stop, lexicon)
        end, after, created = _right(tokens, at, stop, by_first, lexicon)
        if tokens.words[max(first, left - 1) : left] == ["of"] and _is_breach(
            tokens, left, lexicon
        ):
            end, after, created = at + 1, None, False  # "violations of the truce by the army"
        words = tokens.words[left:at]
        if sort == "paper" and "no" in words:
            continue  # "no response", "no plan"
        if word in lexicon.words("spoken") and not _is_joint(tokens, at, words, lexicon):
            continue  # "a statement by the spokesman" says something and proposes nothing
        yield PackageNoun(
            first=left,
            stop=max(end, at + 2) if _label(tokens, at, stop) else end,
            noun=word,
            sort=sort,
            definite=bool(lexicon.words("definite_determiner") & set(words))
            or owner is not None
            or bool(pronoun),
            owner=owner or after,
            owner_pronoun=pronoun,
            partial=sort == "part"
            and not {"all", "every"} & set(tokens.words[max(first, left - 1) : at]),
            ordinal=next(
                (
                    w
                    for w in words
                    if w in lexicon.words("ordinal_word") or w in lexicon.words("rank_word")
                ),
                "",
            ),
            created=created or bool({"called"} & set(words)),
            label=_label(tokens, at, stop),
            described=tuple(words),
        )


def _is_yet_to_be_made(tokens: Tokens, at: int, first: int, lexicon: Lexicon) -> bool:
    """As in "the draft agreement", "a proposed one-month truce": it is put forward and not made."""
    for before in range(at - 1, max(first, at - DESCRIBED) - 1, -1):
        word = tokens.words[before]
        if word in lexicon.words("yet_to_be_made"):
            return True
        if not word[0].isalnum() or word in lexicon.words("function_word"):
            return False
    return False


def _is_joint(tokens: Tokens, at: int, before: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a statement is a text of several, or of what they will keep to."""
    of_what = tokens.words[at + 1 : at + 3]
    held = of_what[:1] == ["of"] and bool(set(of_what) & lexicon.words("kept_to"))
    return held or bool(set(before) & lexicon.words("joint"))


def _is_breach(tokens: Tokens, left: int, lexicon: Lexicon) -> bool:
    return left > 1 and tokens.words[left - 2] in lexicon.words("breach_noun")


def _label(tokens: Tokens, at: int, stop: int) -> str:
    """The letter or number by which a text tells packages apart: "option B", "draft 2"."""
    if at + 1 >= stop or tokens.starts[at + 1] - tokens.ends[at] > 1:
        return ""
    word = tokens.printed(at + 1)
    short = len(word) == 1 and word.isupper() and word != "I"
    return word.lower() if short or (word.isdigit() and len(word) < 3) else ""


def noun_sort(word: str, lexicon: Lexicon) -> str | None:
    """The sort of package that a noun names, or None.

    Args:
        word: a noun in lower case.
        lexicon: the nouns of packages.

    >>> from qalamoun_terms.lexicon.load import load
    >>> noun_sort("truce", load("en")), noun_sort("bread", load("en"))
    ('deal', None)
    """
    return _sorts(lexicon).get(word)


@functools.cache
def _sorts(lexicon: Lexicon) -> dict[str, str]:
    """The sorts of packages by the nouns that name them."""
    names = ("part", "demand", "paper", "deal")
    return {word: name for name in names for word in lexicon.words(name)}


@functools.cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_sorts(lexicon))


def _is_noun(tokens: Tokens, at: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a word that may also be a verb ("offer", "demand") stands as a noun."""
    word = tokens.words[at]
    if word not in lexicon.words("noun_or_verb"):
        return True
    before = tokens.words[at - 1] if at > first else ""
    return (
        before in lexicon.words("actor_determiner")
        or _described(tokens, at, first, lexicon)
        or before in lexicon.any_of("ordinal_word", "rank_word")
        or before in lexicon.words("offered_matter")
        or before in {"'s", "of", "under"}
    )


def _is_of_one(tokens: Tokens, at: int, actor: Actor | None) -> bool:
    """As in "a United Nations plan for": whoever one is called by a name, its verb would be "plans"."""
    if actor is None or tokens.words[at].endswith("s") or not tokens.capital(at - 1):
        return False
    opening = tokens.words[max(0, actor.first - 1) : actor.first + 1]
    one = bool({"a", "an"} & set(opening)) or (
        actor.stop - actor.first > 1 and not tokens.words[at - 1].endswith("s")
    )
    return one and tokens.words[at + 1 : at + 2] not in (["to"], ["that"])


def _described(tokens: Tokens, at: int, first: int, lexicon: Lexicon) -> bool:
    """As in "a separate deal", "the new plan": one word in between, and no subject of a verb."""
    if at - 2 < first:
        return False
    word = tokens.words[at - 1]
    if tokens.words[at - 2] not in lexicon.words("actor_determiner"):
        return tokens.words[at - 2] == "'s" and "-" in word  # "the army's five-point offer"
    if word.isdigit() and len(word) == YEAR:  # "a 2007 deal"
        return True
    if tokens.capital(at - 1):  # "the Taliban plan to attack" has a verb
        verb = tokens.words[at + 1 : at + 2] == ["to"] and tokens.words[at - 2] == "the"
        return word.endswith(tuple(lexicon.words("nation_ending"))) and not verb
    adjective = word.isalpha() and not word.endswith("s")
    if tokens.words[at - 2] in lexicon.words("one_of_many") and not tokens.words[at].endswith("s"):
        return adjective  # "a rebel demand": after one rebel the verb would be "demands"
    return adjective and word not in lexicon.indexes["actors"].by_word


def _left(
    tokens: Tokens, at: int, first: int, by_stop: dict[int, Actor], lexicon: Lexicon
) -> tuple[int, Actor | None, str]:
    """Where the phrase begins, with a possessor before it."""
    left = at
    while left > first and at - left < 6:
        word = tokens.words[left - 1]
        if word == "'s":
            owner = by_stop.get(left - 1) or by_stop.get(left)
            return (owner.first, owner, "") if owner else (left, None, "")
        if word in {"its", "their", "his", "her", "our", "my"}:
            return left - 1, None, word
        if left - 1 in by_stop or left in by_stop:
            owner = by_stop.get(left)
            placed = (
                owner
                and owner.metonym
                and tokens.words[at] in lexicon.any_of("any_package", "deal")
            )
            if owner and owner.stop == left and not owner.person and not placed:
                return owner.first, owner, ""
        if word in lexicon.words("actor_determiner"):
            left -= 1
            if tokens.words[left - 1 : left] in (["of"], ["all"]):
                continue
            break
        if tokens.words[left - 2 : left] == ["cessation", "of"]:
            left -= 2
            continue
        if not _describes(tokens, left - 1, lexicon):
            break
        left -= 1
    return left, None, ""


def _describes(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word before a noun says more of it, and is no verb or small word."""
    word = tokens.words[at]
    return (
        word[0].isalnum()
        and (word not in lexicon.words("function_word") or word in lexicon.words("rank_word"))
        and word not in lexicon.words("say")
        and not word.endswith("ly")
        and (word not in lexicon.words("put_forward_active"))
        and not (word.endswith("s") and word[:-1] in lexicon.verbs)
        and word not in lexicon.verbs
        and word not in lexicon.words("verb_before")
    )


def _right(
    tokens: Tokens,
    at: int,
    stop: int,
    by_first: dict[int, Actor],
    lexicon: Lexicon,
) -> tuple[int, Actor | None, bool]:
    """The end of the phrase, who put it forward by the words after it, and whether they say so."""
    words = tokens.words
    end = at + 1
    made = end
    if end + 1 < stop and words[end] == ",":
        relative = words[end + 1] in {"which", "that"}
        made += relative or words[end + 1] in lexicon.words("put_forward")
    made += end < stop and words[end] in _CLOSING
    while made < stop and made - end < 4 and words[made] in lexicon.words("before_put_forward"):
        made += 1
    if made < stop and words[made] in lexicon.words("put_forward"):
        for by in range(made + 1, min(made + OWNER_REACH, stop)):
            if words[by] in {"by", "from"} and by + 1 in by_first:
                owner = by_first[by + 1]
                return owner.stop, owner, True
            if words[by] in {",", ".", ";", ":"}:
                break
        if words[made - 1] in lexicon.words("be_form"):
            return end, None, True
    actor = by_first.get(end + 1)
    if actor and end < stop and words[end] in {"of", "from", "by"}:
        return actor.stop, actor, words[end] != "of"
    behind = _behind_content(tokens, at, stop, by_first, lexicon)
    if behind is not None:
        return end, behind, True
    return _relative(tokens, end, stop, by_first, lexicon)


def _behind_content(
    tokens: Tokens, at: int, stop: int, by_first: dict[int, Actor], lexicon: Lexicon
) -> Actor | None:
    """Who put a package forward, behind what it holds: "the offer of a truce (made) by the rebels"."""
    words = tokens.words
    if at + 1 >= stop or words[at + 1] not in {"of", "for", "to", "on"}:
        return None
    ends = lexicon.words("agent_break")
    for by in range(at + 2, min(at + CONTENT_REACH, stop - 1)):
        if (words[by] in ends and words[by] != "to") or words[by] == ",":
            return None
        actor = by_first.get(by + 1) if words[by] in {"by", "from"} else None
        made = words[by - 1] in lexicon.words("put_forward")
        own = words[at] in lexicon.words("own_offer")
        if actor and not actor.metonym and (made or own):
            return actor
    return None


def _relative(
    tokens: Tokens, end: int, stop: int, by_first: dict[int, Actor], lexicon: Lexicon
) -> tuple[int, Actor | None, bool]:
    """Reads "which the ministry had issued", "the army tabled in June": the owner after the noun."""
    words = tokens.words
    begin = end + 1 if end < stop and words[end] in {"which", "that"} else end
    actor = by_first.get(begin) or (by_first.get(end) if begin > end else None)
    if actor is None and begin < stop and words[begin] in lexicon.words("actor_determiner"):
        near = range(begin + 1, min(begin + TITLE_REACH, stop))  # "the international mediator"
        actor = next((by_first[at] for at in near if at in by_first), None)
    pronoun = begin < stop and words[begin] in {"they", "he", "she", "it", "we"} and begin > end
    after = actor.stop if actor else begin + 1
    if not (actor or pronoun):
        return end, None, False
    while after < stop and words[after] in lexicon.words("before_active"):
        after += 1
    if after < stop and words[after] in lexicon.words("put_forward_active"):
        return after + 1, actor, True
    return end, None, False
