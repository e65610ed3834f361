"""What an answer in Arabic is about: a package, or items of one by number or by their words."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import define, field, frozen

from qalamoun_terms.lexicon.letters import folded
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.told.packages import PACKAGES_BACK, WHOLES, Item, Package, Shelf
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.sides import PRINCIPALS, is_side

_BEFORE = ("وال", "بال", "فال", "ال", "لل", "و", "ف", "ب", "ل", "ك", "")
_AFTER = ("هم", "ها", "ات", "ون", "ين", "ان", "ا", "ه")
_ITEMS = 60


@frozen(kw_only=True)
class Noun:
    """A noun that names a package or its parts, and who it belongs to."""

    first: int
    stop: int
    sort: str
    noun: str
    definite: bool
    owner: Party | None = None
    label: str = ""


@define
class Nouns:
    """The nouns of packages in a text, and the packages that they mean."""

    page: Page
    parties: Sequence[Party]
    shelf: Shelf
    told: dict[int, Package] = field(factory=dict)

    def means(self, noun: Noun, package: Package) -> None:
        """Keep which package a noun means that is told of again.

        Args:
            noun: the noun.
            package: the package.
        """
        self.told[noun.first] = package

    def between(self, first: int, stop: int) -> Iterator[Noun]:
        """The nouns of packages between two words.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        for at in range(first, stop):
            use = next((u for u in self.page.uses(at, "proposals") if u.form.part == "noun"), None)
            if use is None or (self._settles(at) and "ال" not in use.before):
                continue
            if use.form.entry.id == "paper" and self.page.is_a(at + 1, "law"):
                continue  # a bill of parliament
            if self._dissolves(at):
                continue  # "by dissolving the army of X" is no solution
            text = self.page.is_a(at, "text")
            if text and self.page.entry(at + 1, "proposals"):
                continue  # "the text of the agreement" is the agreement
            second = at > first and "ال" not in use.before and not self.page.is_a(at - 1, "text")
            if second and self.page.entry(at - 1, "proposals"):
                continue  # the second word of "a paper of initiative"
            by = self.page.word(at + 1) == "من"
            beside = inside(self.parties, at + 1 + by, at + 2 + by)
            owner = next((p for p in beside if (p.follows_noun or by) and not p.country), None)
            after = self.page.word(at + 1)
            bare = "ال" not in use.before and not use.after
            named = bare and after.startswith("ال")
            truce = bare and any(u.form.entry.id == "stop" for u in self.page.uses(at + 1, "terms"))
            label = after if named and owner is None else ""
            yield Noun(
                first=at,
                stop=owner.stop if owner else at + (2 if label else 1),
                sort=use.form.entry.word("sort"),
                noun=_stem(self.page.word(at)),
                definite="ال" in use.before
                or use.before.endswith("لل")
                or bool(use.after)
                or owner is not None
                or bool(label)
                or truce,
                label=label,
                owner=owner if owner and is_side(owner.role) else None,
            )

    def _is_called(self, package: Package, noun: Noun) -> bool:
        """Whether the text has a noun for a package: what somebody only agreed to do has none."""
        at, _ = self.page.tokens.bounds(package.place)
        named = package.sort == "deal" or self.page.entry(at, "proposals") is not None
        uses = self.page.uses(noun.first, "objects")
        truce = any(use.form.entry.id == "truce" for use in uses)
        kinds = {item.mention.term.kind for item in package.items[:_ITEMS]}
        return named or (truce and "ceasefire" in kinds)

    def _dissolves(self, at: int) -> bool:
        if self.page.word(at).lstrip("وبل") != "حل":
            return False
        return any(p.role in PRINCIPALS for p in inside(self.parties, at + 1, at + 2))

    def _settles(self, at: int) -> bool:
        """Whether a word is a noun of doing with an object ("settling the status")."""
        return self.page.word(at + 1).startswith("اوضاع")

    def resolve(self, noun: Noun) -> Package | None:
        """The package that a noun means, or None where it is a new one.

        Args:
            noun: the noun.
        """
        here = self.page.tokens.starts[noun.first]
        placed = [p for p in self.shelf.recent if p.place.start == here]
        if noun.first in self.told or placed:
            return self.told.get(noun.first) or placed[-1]
        known = [p for p in self.shelf.recent if _stem(p.noun) == noun.noun]
        if noun.label:
            known = [p for p in known if noun.label in folded(p.title)]
            return known[-1] if known else None
        if noun.owner:
            known = [p for p in known if p.role in {noun.owner.role, "unstated"}]
        if known:
            return known[-1] if noun.definite else None
        if noun.definite and not noun.owner and self.shelf.current:
            same = [p for p in self.shelf.recent if p.sort == noun.sort]
            this = self.page.word(noun.first - 1) in {"هذا", "هذه", "بهذا", "لهذا"}
            if same and (this or noun.sort != "demand"):
                return same[-1]
            only = len(self.shelf.packages) == 1 and noun.sort != "demand"
            called = only and self._is_called(self.shelf.packages[0], noun)
            return self.shelf.packages[0] if called else None
        return None


def items_meant(nouns: Nouns, first: int, stop: int, topic: Target | None = None) -> list[Target]:
    """What words after a verb of answering mean: items by number, a package, or items by their words.

    Args:
        nouns: the nouns of packages, with the packages so far.
        first: the first word.
        stop: the word after the last.
        topic: what the text was just about, for "this article".
    """
    page, shelf = nouns.page, nouns.shelf
    if shelf.current is None:
        return []
    ranked = _ranked(page, shelf, first)
    if ranked is not None:
        return [Target(ranked)]
    numbered = list(_numbered(page, shelf.current, first, stop))
    if numbered:
        return [Target(shelf.current, item) for item in numbered]
    noun = next(iter(nouns.between(first, min(stop, first + 4))), None)
    if noun is not None:
        if noun.sort in WHOLES and not noun.definite and noun.first <= first + 1:
            return []  # one that the text has not named before
        named = _named(nouns, noun, stop, topic)
        if named is not None:
            return named
    stop = min(stop, first + 14)
    again = [i for i in range(first + 1, stop) if page.word(i) in {"وعلي", "وعن"}]
    rows = zip([first, *again], [*again, stop], strict=True)
    found = [target for low, high in rows for target in _topical(page, shelf, low, high)]
    return found or _topical(page, shelf, first, stop)


def _named(nouns: Nouns, noun: Noun, stop: int, topic: Target | None) -> list[Target] | None:
    """What a noun means: "this article", the article about something, all articles, or a package."""
    page, current = nouns.page, nouns.shelf.current
    if noun.sort == "part":
        if page.word(noun.first - 1) in {"هذا", "هذه"} and topic:
            return [topic]
        if page.is_a(noun.first, "single_part"):
            return _topical(page, nouns.shelf, noun.first + 1, min(stop, noun.first + 7))
        return [Target(current)] if current else None
    package = nouns.resolve(noun)
    return [Target(package)] if package is not None else None


def _ranked(page: Page, shelf: Shelf, first: int) -> Package | None:
    """A package that is called "the second" where the text compares papers without numbered items."""
    papers = [p for p in shelf.packages[:PACKAGES_BACK] if p.sort == "paper"]
    labelled = any(i.label for p in shelf.recent for i in p.items[:_ITEMS])
    if len(papers) < 2 or labelled or page.word(first)[:2] != "ال":
        return None
    number = _ordinals(page).get(page.word(first).removeprefix("ال"))
    return papers[number - 1] if number and number <= len(papers) else None


def _ordinals(page: Page) -> Mapping[str, int]:
    return page.stems.lexicon.numbers("structure", "ordinals")


def _numbered(page: Page, package: Package, first: int, stop: int) -> Iterator[Item]:
    """The items of a package that "the second article" and "article 2" mean."""
    known = _ordinals(page)
    for at in range(first, min(stop, first + 12)):
        word = page.word(at)
        number = known.get(_bare(word))
        part = any(u.form.entry.id == "part" for u in page.uses(at - 1, "proposals"))
        if word.isdigit() and part:
            number = int(word)
        before = page.word(at - 1)
        if page.word(at + 1) == "من" and _is_month(page, at + 2):
            continue  # "the second of April" is a day
        other = before.startswith(("ال", "وال")) and not part and known.get(_bare(before)) is None
        if number and not other and (part or "ال" in word[:3] or word.endswith("ا")):
            yield from _by_number(package, int(number), known)


def _is_month(page: Page, at: int) -> bool:
    known = page.word(at) in page.stems.numbers["months"]
    return known or page.stems.numbers["units"].get(page.word(at).removeprefix("ال")) == "M"


def _bare(word: str) -> str:
    cuts = (word[len(b) :] for b in ("وال", "بال", "فال", "ال", "لل") if word.startswith(b))
    return next(cuts, word)


def _by_number(package: Package, number: int, ordinals: Mapping[str, int]) -> list[Item]:
    labelled = [item for item in package.items if _number_of(item, ordinals) == number]
    if labelled:
        return labelled[:1]
    return package.items[number - 1 : number] if not any(i.label for i in package.items) else []


def _number_of(item: Item, ordinals: Mapping[str, int]) -> int | None:
    label = folded(item.label or "")
    digits = "".join(c for c in label if c.isdigit())
    if digits:
        return int(digits[:4])
    word = "".join(c for c in label if c.isalpha())
    return ordinals.get(word)


def _topical(page: Page, shelf: Shelf, first: int, stop: int) -> list[Target]:
    """The one item that shares most with the words asked about."""
    asked = _stems(page, first, stop)
    if not asked:
        return []
    scored = [
        (len(asked & _own(page, item)), Target(package, item))
        for package in shelf.packages[-12:]
        for item in package.items[-_ITEMS:]
    ]
    best = max((score for score, _ in scored), default=0)
    top = [target for score, target in scored if score == best]
    if best == 0 or best < 0.35 * len(asked):
        return []
    leading = _leading(page, first, stop)
    top = [target for target in top if target.item and leading & _own(page, target.item)]
    mine = [t for t in top if t.package is shelf.current] or top
    return mine if len(mine) == 1 else []


def _leading(page: Page, first: int, stop: int) -> set[str]:
    """The first word asked about, which says what it is: it must be in what is meant."""
    for at in range(first, stop):
        light = page.is_a(at, "matter") or page.word(at - 1) in {"ان", "بان", "الا"}
        found = set() if light else _stems(page, at, at + 1)
        if found:
            return found
    return set()


def _own(page: Page, item: Item) -> AbstractSet[str]:
    """The stems of the words that state an item."""
    if item.stems is None:
        low, high = page.tokens.bounds(item.mention.span)
        low = low if page.tokens.starts[low] == item.mention.span.start else low - 1
        item.stems = _stems(page, low, high), frozenset()
    return item.stems[0]


def _stems(page: Page, first: int, stop: int) -> set[str]:
    found = set()
    for at in range(first, stop):
        word = page.word(at)
        found |= {f"#{use.form.entry.id}" for use in page.uses(at, "objects")}
        if len(word) > 2 and word[0].isalpha() and not page.is_a(at, "preposition"):
            found.add(_root(word))
    return found


@functools.lru_cache(maxsize=4096)
def _root(word: str) -> str:
    """The consonants of a word, by which "registering" and "they register" are alike."""
    core = _stem(word)
    if len(core) > 3 and core[0] in "يتن":
        core = core[1:]
    root = "".join(letter for letter in core if letter not in "اويه")
    return root if len(root) > 1 else core


@functools.lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A word without its small words and regular endings."""
    for before in _BEFORE:
        if word.startswith(before) and len(word) - len(before) >= 3:
            word = word[len(before) :]
            break
    for after in _AFTER:
        if word.endswith(after) and len(word) - len(after) >= 3:
            return word[: -len(after)]
    return word
