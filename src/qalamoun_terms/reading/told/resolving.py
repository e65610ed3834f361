"""Which package of the text a noun phrase means: "the new draft", "the Egyptian plan", "the deal"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.package_nouns import PackageNoun
from qalamoun_terms.reading.told.packages import Item, Package, Shelf, proposer_side
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer, doer_of
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS

COUNTRY = 4  # letters by which "Egyptian" is known for Egypt


@frozen
class Resolver:
    """Tells which package a noun phrase means, and puts on the shelf what was not told of before."""

    scene: Scene
    desk: Desk

    def package(
        self, phrase: PackageNoun, index: int, *, role: str = "", fresh: bool = False
    ) -> Package:
        """The package that a phrase means, put on the shelf if it is not there yet.

        It holds the ceasefire that its own name may state.

        Args:
            phrase: the noun phrase.
            index: the sentence.
            role: the side of its owner, where the context tells it.
            fresh: whether it is a new one in any case.
        """
        found = self._shelved(phrase, index, role=role, fresh=fresh)
        if found.place == phrase.span(self.scene.tokens):
            self.named_calm(found, phrase, index)
        return found

    def _shelved(self, phrase: PackageNoun, index: int, *, role: str, fresh: bool) -> Package:
        """The package that a phrase means, by its own words and by who was last spoken of."""
        last = self.scene.cast.last
        if last and last.actor and self._may_own(phrase.owner_pronoun, last.actor):
            phrase = evolve(phrase, owner=last.actor)
        known = None if fresh else self.resolve(phrase, role)
        if known is None:
            owner = phrase.owner if phrase.sort != "deal" or phrase.created else None
            by = Doer(name="", role=role, actor=owner)
            known = self.desk.new(
                phrase.sort, phrase.noun, phrase.span(self.scene.tokens), index, by=by
            )
        if phrase.sort == "part" and phrase.partial and known.sort == "part":
            known.partial = True
        if phrase.owner and phrase.owner.role and known.role == "unstated" and known.sort != "deal":
            known.owner, known.role = phrase.owner, proposer_side(phrase.owner.role)
        self._owned(known, phrase)
        return known

    def resolve(self, phrase: PackageNoun, role: str = "") -> Package | None:
        """The package of the text that a phrase means, or None where it is a new one.

        Args:
            phrase: the noun phrase.
            role: the side of its owner, where the context tells it.
        """
        return resolve(self.desk.story.shelf, phrase, self.scene.lexicon, role)

    def _may_own(self, pronoun: str, actor: Actor) -> bool:
        """Whether a pronoun may mean an actor: "his" is said of no country, "its" of no person."""
        if pronoun in {"his", "her"}:
            return not actor.metonym and not self.scene.words_of("sovereign") & actor.heads
        return pronoun in {"its", "their"}

    def _owned(self, package: Package, phrase: PackageNoun) -> None:
        """Who a phrase says put a package forward is on record as its proposer."""
        owner = phrase.owner
        if owner is None or not owner.role or owner.role == "both":
            return
        if package.sort == "deal" and package.owner is not owner:
            return
        if phrase.noun in self.scene.words_of("answering_paper"):
            return
        stance = "demanded" if phrase.sort == "demand" else "proposed"
        doer = doer_of(owner)
        self.desk.note(doer, Target(package), stance, phrase.span(self.scene.tokens), phrase.first)

    def named_calm(self, package: Package, phrase: PackageNoun, index: int) -> None:
        """Reads "a ten-day ceasefire deal": a package that its name says is a ceasefire.

        Args:
            package: the package.
            phrase: its name.
            index: the sentence.
        """
        tokens = self.scene.tokens
        at = next(
            (
                i
                for i in range(phrase.first, phrase.stop)
                if tokens.words[i] in self.scene.words_of("calm")
            ),
            None,
        )
        if (
            at is None
            or package.items
            or phrase.noun in self.scene.words_of("calm")
            or phrase.sort == "demand"
        ):
            return
        first = tokens.at(phrase.owner.span(tokens).end) if phrase.owner else phrase.first
        if not phrase.first <= first <= at:
            first = phrase.first
        first += tokens.words[first] == "'s"
        for stated in self.scene.bare_stated(tokens.span(first, at + 1)):
            if stated.kind == "ceasefire" and not self.desk.taken(stated):
                speaker = self.scene.company.speaker(phrase.first)
                package.items.append(
                    Item(mention=stated.mention, sentence=index, speaker=speaker, named=True)
                )


def resolve(shelf: Shelf, phrase: PackageNoun, lexicon: Lexicon, role: str = "") -> Package | None:
    """The package that a phrase means, or None where it means one that is not known yet.

    Args:
        shelf: the packages of the text so far.
        phrase: the phrase.
        lexicon: the words that tell packages apart.
        role: the side of its owner, where the phrase or its context tells it.
    """
    recent = shelf.recent
    if phrase.label and phrase.sort != "part":
        ends = f"{phrase.noun} {phrase.label}"
        return next((p for p in recent if p.title.lower().startswith(ends)), None)
    owner = role or (phrase.owner.role if phrase.owner else "")
    fitting = [p for p in recent if _may_be_meant(p, phrase, owner, lexicon)]
    if not fitting and phrase.definite and phrase.noun in lexicon.words("loose_deal") and not owner:
        fitting = [p for p in recent[-1:] if p.sort == "paper" and p.items]
    return _likeliest(shelf, fitting, phrase, lexicon) if fitting else None


def _likeliest(
    shelf: Shelf, fitting: Sequence[Package], phrase: PackageNoun, lexicon: Lexicon
) -> Package | None:
    """Of packages that a phrase may mean: by "first" and "other", by its noun, or the current."""
    another = phrase.ordinal in lexicon.words("ordinal_more") and phrase.sort != "part"
    if another and len(fitting) < 2:
        return None
    if phrase.sort != "part" and all(_of_other_age(p, phrase, lexicon) for p in fitting):
        return None
    later = lexicon.words("later_version") & set(phrase.described)
    anew = later if not phrase.definite and phrase.sort == "deal" else frozenset()
    if anew and not any(anew & set(p.title.lower().split()) for p in fitting):
        return None
    if phrase.ordinal in lexicon.words("ordinal_former"):
        return fitting[0]
    same = [p for p in fitting if _stem(p.noun) == _stem(phrase.noun)]
    if phrase.ordinal in lexicon.words("ordinal_latter") and len(fitting) > 1:
        others = [p for p in fitting if p is not shelf.current]
        return others[-1] if phrase.ordinal == "other" and others else fitting[-1]
    if phrase.noun in lexicon.words("any_package"):
        # "the text" is a paper that lies there rather than what one side wants
        fitting = [p for p in fitting if p.sort != "demand"] or list(fitting)
    likely = [p for p in fitting if _of_owner(p, phrase)] or same or fitting
    return shelf.current if shelf.current in likely and shelf.current else likely[-1]


def _may_be_meant(package: Package, phrase: PackageNoun, owner: str, lexicon: Lexicon) -> bool:
    """Whether a package is of the sort and of the side that a phrase asks for."""
    if phrase.created and phrase.sort == "paper" and _stem(package.noun) != _stem(phrase.noun):
        return False
    one_sided = "deal" not in {phrase.sort, package.sort}
    made = phrase.created and phrase.sort not in {"part", package.sort}
    if owner and (one_sided or made):
        unowned = package.role == "unstated" and _stem(package.noun) == _stem(phrase.noun)
        return package.role == proposer_side(owner) or unowned
    of_one = owner in PRINCIPALS and phrase.sort == "paper"
    if of_one and package.sort == "deal" and package.role == "joint":
        return False
    named_again = phrase.definite and _stem(package.noun) == _stem(phrase.noun)
    if phrase.sort == "part" or phrase.noun in lexicon.words("any_package") or named_again:
        return True
    calm = phrase.noun in lexicon.words("calm") and package.holds("ceasefire")
    if phrase.sort in {"demand", "deal"}:
        return package.sort == phrase.sort or calm
    return package.sort in {"paper", "part"} or (
        package.sort == "deal" and phrase.noun in lexicon.words("written_package")
    )


def _of_other_age(package: Package, phrase: PackageNoun, lexicon: Lexicon) -> bool:
    """Whether a package was called the old one where a phrase means the new one, or the reverse."""
    words = package.title.lower().split()
    named = set(words[: words.index(package.noun)]) if package.noun in words else set()
    meant = set(phrase.described)
    later, earlier = lexicon.words("later_version"), lexicon.words("earlier_version")
    return bool((later & meant and named & earlier) or (earlier & meant and named & later))


def _of_owner(package: Package, phrase: PackageNoun) -> bool:
    """Whether a phrase names the country that put a package forward: "the Egyptian plan"."""
    country = package.owner.country if package.owner else ""
    if not country:
        return False
    owned = phrase.owner is not None and phrase.owner.country == country
    spelt = len(country) >= COUNTRY and any(w.startswith(country) for w in phrase.described)
    return owned or spelt


def same_noun(package: Package, phrase: PackageNoun) -> bool:
    """Whether a package was first called by the noun of a phrase, or by one just as general.

    Args:
        package: the package.
        phrase: the phrase.
    """
    return package.noun in {phrase.sort, "terms"} or _stem(package.noun) == _stem(phrase.noun)


def _stem(noun: str) -> str:
    return noun.removesuffix("s")
