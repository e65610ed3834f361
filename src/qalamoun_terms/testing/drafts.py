"""Drafts of which it is known what became of each article, to measure how well they are compared.

`draft_pair` makes an old and a new draft and says the truth about them. It is not kinder than life: unrelated
articles are built of the same words, clauses are repeated for one town after the other, a split moves one
paragraph away, a merger absorbs an article among the paragraphs of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import Protocol

from attrs import evolve, frozen

from qalamoun_terms.testing.stock import LANGUAGES, Stock

__all__ = ["DraftPair", "LinkLike", "Score", "TrueLink", "draft_pair", "score"]

Row = tuple[str, str, str]
"""The number, the heading and the text of an article."""


@frozen(kw_only=True)
class TrueLink:
    """What became of an article.

    Args:
        old: its number in the old draft, or several; empty for an article that was put in.
        new: its number in the new draft, or several; empty for one that was left out.
        relation: kept, renumbered, moved, amended, split, merged, added or dropped.

    >>> TrueLink(old=("4",), new=("5", "6"), relation="split").new
    ('5', '6')
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    relation: str


@frozen(kw_only=True)
class DraftPair:
    """Two drafts and the truth about them.

    Args:
        old: the rows of the old draft.
        new: the rows of the new draft.
        links: what became of each article.

    >>> len(draft_pair(20, seed=1).old)
    20
    """

    old: tuple[Row, ...]
    new: tuple[Row, ...]
    links: tuple[TrueLink, ...]


class LinkLike(Protocol):
    """What a link must have to be scored."""

    @property
    def old(self) -> tuple[str, ...]:
        """The articles of the old draft."""

    @property
    def new(self) -> tuple[str, ...]:
        """The articles of the new draft."""

    @property
    def relation(self) -> str:
        """What became of them."""


@frozen(kw_only=True)
class Score:
    """How well links agree with the truth.

    Args:
        precision: how many of the pairs of articles that were found are true.
        recall: how many of the true pairs were found.
        relations: how many of the true links were found with just their articles and their relation.
        whole: how many of the splits and mergers were found with all of their articles; None where there is none.

    >>> Score(precision=1.0, recall=0.5, relations=0.5, whole=None).f1
    0.6666666666666666
    """

    precision: float
    recall: float
    relations: float
    whole: float | None

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(found: Iterable[LinkLike], truth: Sequence[LinkLike]) -> Score:
    """Say how well links agree with the truth.

    Args:
        found: the links of a comparison.
        truth: the true ones.

    >>> truth = [TrueLink(old=("1",), new=("1", "2"), relation="split")]
    >>> score([TrueLink(old=("1",), new=("1",), relation="amended")], truth).recall
    0.5
    """
    links = list(found)
    pairs, true_pairs = _pairs(links), _pairs(truth)
    same = len(pairs & true_pairs)
    told = {(frozenset(one.old), frozenset(one.new)): one.relation for one in links}
    right = [told.get((frozenset(one.old), frozenset(one.new))) for one in truth]
    groups = [
        given == one.relation
        for one, given in zip(truth, right, strict=True)
        if one.relation in ("split", "merged")
    ]
    exact = sum(given == one.relation for one, given in zip(truth, right, strict=True))
    return Score(
        precision=same / len(pairs) if pairs else 1.0,
        recall=same / len(true_pairs) if true_pairs else 1.0,
        relations=exact / len(truth) if truth else 1.0,
        whole=sum(groups) / len(groups) if groups else None,
    )


def _pairs(links: Iterable[LinkLike]) -> set[tuple[str, str]]:
    return {(one, other) for link in links for one in link.old for other in link.new}


# --- making drafts


@frozen(kw_only=True, eq=False)
class _Article:
    """An article on its way: its paragraphs, and the old articles that it comes from."""

    heading: str
    paragraphs: tuple[str, ...]
    origins: tuple[int, ...] = ()
    relation: str = "kept"


def draft_pair(  # noqa: PLR0913
    articles: int,
    *,
    seed: int = 0,
    language: str = "en",
    numbering: str = "renumbered",
    headings: bool = True,
    reworded: float = 0.0,
    shares: dict[str, float] | None = None,
) -> DraftPair:
    """Make an old and a new draft of which it is known what became of each article.

    Args:
        articles: how many articles the old draft has.
        seed: another seed gives other drafts.
        language: ``en``, ``es`` or ``ar``.
        numbering: ``renumbered`` from first to last in the new draft; ``kept``, with new numbers for new articles;
            ``reused``, with the numbers of dropped articles for new ones.
        headings: whether the articles have headings.
        reworded: which part of the words of each article is replaced or reordered.
        shares: which part of the articles is ``amended``, ``moved``, ``inserted``, ``deleted``, ``split``,
            ``merged``, and ``boilerplate`` repeated for one town after the other; the default is ten, ten, five,
            five, two, two and five of a hundred.

    Returns:
        The two drafts and the truth about them.

    >>> pair = draft_pair(50, seed=7)
    >>> [(link.old, link.new) for link in pair.links if link.relation == "split"]
    [(('2',), ('1', '3'))]
    """
    chance = Random(f"{seed} {articles}")  # noqa: S311
    maker = _Maker(chance, LANGUAGES[language], articles)
    return maker.pair({**_SHARES, **(shares or {})}, numbering, headings, reworded)


_SHARES = {
    "amended": 0.1,
    "moved": 0.1,
    "inserted": 0.05,
    "deleted": 0.05,
    "split": 0.02,
    "merged": 0.02,
    "boilerplate": 0.05,
}


class _Maker:
    def __init__(self, chance: Random, stock: Stock, articles: int) -> None:
        self.chance, self.stock, self.number = chance, stock, articles

    # --- words

    def _fill(self, pattern: str) -> str:
        slots = {name: self.chance.choice(words) for name, words in self.stock.slots.items()}
        return pattern.format(n=self.chance.randint(2, 90), **slots)

    def _sentence(self) -> str:
        said = self._fill(self.chance.choice(self.stock.patterns))
        return f"{said[0].upper()}{said[1:]}."

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self.chance.randint(1, 3)))

    def _fresh(self) -> _Article:
        heading = self._fill(self.chance.choice(self.stock.headings))
        return _Article(
            heading=f"{heading[0].upper()}{heading[1:]}",
            paragraphs=tuple(self._paragraph() for _ in range(self.chance.randint(2, 4))),
            relation="added",
        )

    def _first(self, boilerplate: int) -> list[_Article]:
        """Make the articles of the old draft; some repeat a clause for one town after the other."""
        made = [self._fresh() for _ in range(self.number - boilerplate)]
        towns = self.stock.slots["town"]
        for start in range(0, boilerplate, 10):
            clause = [self._paragraph() for _ in range(2)]
            heading = self._fill(self.stock.headings[0])
            at = self.chance.randrange(len(made) + 1)
            for town in towns[: min(10, boilerplate - start)]:
                told = tuple(f"{one} {town}: {self.chance.randint(2, 90)}." for one in clause)
                made.insert(at, _Article(heading=heading, paragraphs=told))
                at = min(len(made), at + self.chance.randint(1, 6))
        return [evolve(one, origins=(place,), relation="kept") for place, one in enumerate(made)]

    # --- what is done to articles

    def _amended(self, one: _Article) -> _Article:
        paragraphs = list(one.paragraphs)
        at = self.chance.randrange(len(paragraphs))
        step = self.chance.choice(("words", "words", "more", "less"))
        if step == "more":
            paragraphs.insert(at, self._paragraph())
        elif step == "less" and len(paragraphs) > 2:
            del paragraphs[at]
        else:
            paragraphs[at] = self._reworded(paragraphs[at], 0.3)
        return evolve(one, paragraphs=tuple(paragraphs), relation="amended")

    def _reworded(self, text: str, part: float) -> str:
        """Replace half of that part of the words, and change the order of the other half."""
        words = text.split()
        chosen = [at for at in range(len(words)) if self.chance.random() < part]
        chosen = chosen or [self.chance.randrange(len(words))]
        others = (self._sentence() + " " + self._sentence()).split()
        shuffled = [at for at in chosen if self.chance.random() < 0.5]
        for at in chosen:
            if at not in shuffled:
                words[at] = self.chance.choice(others)
        turned = shuffled[1:] + shuffled[:1]
        for at, word in zip(shuffled, [words[other] for other in turned], strict=True):
            words[at] = word
        return " ".join(words)

    def _split(self, one: _Article) -> list[_Article]:
        """Move one paragraph away, or cut the article in two."""
        told = one.paragraphs if len(one.paragraphs) > 1 else (*one.paragraphs, self._paragraph())
        at = self.chance.randrange(1, len(told))
        away = evolve(
            self._fresh(), paragraphs=told[at : at + 1], origins=one.origins, relation="split"
        )
        rest = evolve(one, paragraphs=told[:at] + told[at + 1 :], relation="split")
        return [rest, away]

    def _merged(self, one: _Article, other: _Article) -> _Article:
        """Absorb an article among the paragraphs of another."""
        at = self.chance.randint(1, len(one.paragraphs))
        told = one.paragraphs[:at] + other.paragraphs + one.paragraphs[at:]
        return evolve(
            one, paragraphs=told, origins=(*one.origins, *other.origins), relation="merged"
        )

    # --- the new draft

    def pair(
        self,
        shares: dict[str, float],
        numbering: str,
        headings: bool,  # noqa: FBT001
        reworded: float,
    ) -> DraftPair:
        counts = {name: round(share * self.number) for name, share in shares.items()}
        first = self._first(counts.pop("boilerplate"))
        made = self._revised(first, counts)
        if reworded:
            made = [
                one if one.relation == "added" else self._all_reworded(one, reworded)
                for one in made
            ]
        old_numbers = [str(place) for place in range(1, len(first) + 1)]
        new_numbers = _numbers(made, numbering, len(first))
        return DraftPair(
            old=_rows(first, old_numbers, headings=headings),
            new=_rows(made, new_numbers, headings=headings),
            links=tuple(_links(made, old_numbers, new_numbers)),
        )

    def _all_reworded(self, one: _Article, part: float) -> _Article:
        told = tuple(self._reworded(text, part) for text in one.paragraphs)
        relation = one.relation if one.relation in ("split", "merged") else "amended"
        return evolve(one, paragraphs=told, relation=relation)

    def _revised(self, first: list[_Article], counts: dict[str, int]) -> list[_Article]:
        left = self.chance.sample(range(len(first)), len(first))
        steps = {
            name: [left.pop() for _ in range(min(counts[name], len(left)))]
            for name in ("deleted", "split", "merged", "amended", "moved")
        }
        absorbed = [left.pop() for _ in range(min(len(steps["merged"]), len(left)))]
        amended = set(steps["amended"])
        pieces: dict[int, list[_Article]] = {
            place: [self._amended(one) if place in amended else one]
            for place, one in enumerate(first)
        }
        for place in steps["split"]:
            pieces[place] = self._split(first[place])
        for place, other in zip(steps["merged"], absorbed, strict=False):
            pieces[place] = [self._merged(first[place], first[other])]
        gone = {*steps["deleted"], *absorbed, *steps["moved"]}
        made = [one for place, found in pieces.items() if place not in gone for one in found]
        for place in steps["moved"]:
            made.insert(
                self.chance.randrange(len(made) + 1), evolve(first[place], relation="moved")
            )
        for _ in range(counts["inserted"]):
            made.insert(self.chance.randrange(len(made) + 1), self._fresh())
        return made


def _numbers(made: Sequence[_Article], numbering: str, old: int) -> list[str]:
    if numbering == "renumbered":
        return [str(place) for place in range(1, len(made) + 1)]
    seen: set[int] = set()
    kept = [one.origins[0] if one.origins else None for one in made]
    gone = [place for place in range(old) if place not in set(kept)]
    free = (gone if numbering == "reused" else []) + list(range(old, old + len(made)))
    spare = iter(free)
    found = []
    for place in kept:
        number = next(spare) if place is None or place in seen else place
        seen.add(number)
        found.append(str(number + 1))
    return found


def _rows(
    articles: Sequence[_Article], numbers: Sequence[str], *, headings: bool
) -> tuple[Row, ...]:
    return tuple(
        (number, one.heading if headings else "", "\n".join(one.paragraphs))
        for number, one in zip(numbers, articles, strict=True)
    )


def _links(made: Sequence[_Article], old: Sequence[str], new: Sequence[str]) -> Iterable[TrueLink]:
    parts: dict[tuple[int, ...], list[str]] = {}
    for one, number in zip(made, new, strict=True):
        if one.relation == "split":
            parts.setdefault(one.origins, []).append(number)
    for one, number in zip(made, new, strict=True):
        before = tuple(old[place] for place in one.origins)
        relation = one.relation
        after = tuple(parts.pop(one.origins, ())) if relation == "split" else (number,)
        if relation == "kept" and before != after:
            relation = "renumbered"
        if after:
            yield TrueLink(old=before, new=after, relation=relation)
    found = {place for one in made for place in one.origins}
    for place, number in enumerate(old):
        if place not in found:
            yield TrueLink(old=(number,), new=(), relation="dropped")
