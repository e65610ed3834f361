"""What the answers in an Arabic text are about, and what it was just speaking of."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from qalamoun_terms.reading.arabic.done import Deed, doer_of
from qalamoun_terms.reading.arabic.notebook import Notebook
from qalamoun_terms.reading.arabic.objects import Noun, Nouns, items_meant
from qalamoun_terms.reading.arabic.openings import named_content
from qalamoun_terms.reading.told.notes import ACCEPTING
from qalamoun_terms.reading.told.packages import WHOLES, Package
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer

_NOTES_BACK = 20  # notes among which an answer is looked for that is told again
_BEFORE = 40  # words before an answer in which what it answers may be named
_OBJECT = 9  # words after a verb in which the noun of a package stands that is new to the text


@define
class Focus:
    """Finds what an answer is about.

    `topic` is what the text was just about, `commented` the item over a comment, `labelled` tells
    that a speaker's name stands before a colon.
    """

    book: Notebook
    nouns: Nouns
    topic: Target | None = None
    excepted_at: int = -9
    commented: Target | None = None
    labelled: bool = False

    def meant(self, deed: Deed, end: int) -> list[Target]:
        """What an answer is about: its object, what is put first, or what "it" is.

        Args:
            deed: the answer.
            end: where its object ends.
        """
        act = deed.act
        self._named_before(deed)
        current = self.book.story.shelf.current
        if act.pronoun and self.topic and self.topic.item and self.excepted_at == self.book.now:
            return [self.topic]
        if act.comment and self.commented and self.labelled:
            return [self.commented]
        targets = self.targets(act.end, end)
        if act.fronted is not None and (act.pronoun or not targets):
            targets = self.targets(act.fronted, act.start) or targets
        targets = targets or list(self._new_to_the_text(deed, end))
        targets = targets or list(self._term_itself(deed, end))
        if targets or current is None:
            return targets
        if self.commented and self.labelled:
            return [self.commented]
        if act.named and not act.pronoun:
            return []
        bare = end <= act.end or not self.book.page.word(act.end)[:1].isalnum()
        return [Target(current)] if bare or act.pronoun else []

    def _named_before(self, deed: Deed) -> None:
        """The first package of a text may be named in the sentence before who answers it."""
        if self.book.story.shelf.current is not None:
            return
        first, _ = self.book.page.tokens.bounds(self.book.sentences[self.book.now].span)
        first = max(first, deed.act.start - _BEFORE)
        near = [n for n in self.nouns.between(first, deed.act.start) if n.sort in WHOLES]
        if near and near[-1].definite:
            noun = near[-1]
            package = self.book.new(noun.sort, noun.first, noun.stop, _owner(noun))
            remember_name(self.book, package, noun, deed.act.start)

    def _new_to_the_text(self, deed: Deed, end: int) -> Iterator[Target]:
        """A package that is named for the first time by who answers it."""
        reach = min(end, deed.act.end + _OBJECT)
        for noun in self.nouns.between(deed.act.end, reach):
            if noun.sort == "part" or self.nouns.resolve(noun):
                return
            package = self._told_in_lead(noun, deed)
            if package is None:
                package = self.book.new(noun.sort, noun.first, noun.stop, _owner(noun))
                remember_name(self.book, package, noun, end)
            self.nouns.means(noun, package)
            yield Target(package)
            return

    def _told_in_lead(self, noun: Noun, deed: Deed) -> Package | None:
        """The package of which the lead said that the same side answers it so."""
        roles = {doer.role for doer in deed.doers}
        for note in self.book.story.notes[-_NOTES_BACK:]:
            package = note.target.package
            same = note.stance == deed.act.stance and note.doer.role in roles
            if same and package.sort == noun.sort and self.book.in_lead(package.sentence):
                return package
        return None

    def _term_itself(self, deed: Deed, end: int) -> Iterator[Target]:
        """A term that somebody accepts or refuses and that the text tells only so."""
        first = deed.act.end + self.book.page.is_a(deed.act.end, "preposition")
        first += self.book.page.is_exactly(first, "that_will") or self.book.page.word(first) == "اي"
        part = "verb" if self.book.page.is_exactly(first - 1, "that_will") else "noun"
        begins = any(u.form.part == part for u in self.book.page.uses(first, "terms"))
        told = ACCEPTING | {"rejected", "insisted"}
        if not begins or deed.act.stance not in told or deed.act.named:
            return
        current = self.book.story.shelf.current
        owner = deed.doers[0] if deed.act.stance == "insisted" else None
        package = self.book.new("paper", deed.act.start, deed.act.end, owner)
        if self.book.gather(package, first, end):
            yield Target(package)
        else:
            self.book.drop(package, current)

    def targets(self, first: int, stop: int) -> list[Target]:
        """What words after a verb of answering mean.

        Args:
            first: the first word.
            stop: the word after the last.
        """
        return items_meant(self.nouns, first, stop, self.topic)


def remember_name(book: Notebook, package: Package, noun: Noun, stop: int) -> None:
    """Keep the terms in the name of a package.

    Args:
        book: the notes.
        package: the package.
        noun: its noun.
        stop: the word after the last of the sentence.
    """
    at = named_content(book.page, noun, stop)
    truce = any(use.form.entry.id == "truce" for use in book.page.uses(noun.first, "objects"))
    if at is None and truce:
        book.name(package, noun.first, noun.first + 1)
    if at is not None:
        end = next((i for i in range(at, stop) if book.page.word(i) in {"،", ",", "»"}), stop)
        book.name(package, at, end)


def _owner(noun: Noun) -> Doer | None:
    return doer_of(noun.owner) if noun.owner else None
