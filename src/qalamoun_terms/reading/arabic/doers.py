"""Who does what an Arabic sentence tells: whom it names, who speaks, and who acted just before."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from qalamoun_terms.reading.arabic.done import Act, doer_of
from qalamoun_terms.reading.arabic.focus import Focus
from qalamoun_terms.reading.arabic.notebook import Notebook
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.sides import is_side


@define
class Doers:
    """Finds who does something, and remembers who did.

    `last` acted last, in the sentence `last_at`; `makers` made the last deal, and `poles` are the
    first party that the text names on each side.
    """

    book: Notebook
    focus: Focus
    last: Doer | None = None
    last_at: int = -9
    makers: list[Doer] = field(factory=list)
    poles: list[Doer] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        for role in ("state", "opposition"):
            named = next((p for p in self.book.parties if p.role == role and self._acts(p)), None)
            self.poles += [doer_of(named)] if named else []

    @property
    def page(self) -> Page:
        """The text."""
        return self.book.page

    def of(self, act: Act) -> list[Doer]:
        """Who does something: whom the sentence names, who speaks, or who acted just before.

        Args:
            act: what is done.
        """
        if act.beside:
            return self._main(act)
        found = list(self._speaking()) if act.own or act.quoted else []
        if act.quoted and not found:
            found = list(self._told_of(act))
        for party in act.doers if not found else ():
            if party.role == "both":
                found.extend(self.principals())
            else:
                found.append(doer_of(party))
        first, _ = self.page.tokens.bounds(self.book.sentences[self.book.now].span)
        begins = self.book.now - self.last_at == 1 and act.start <= first + 1
        but = self.page.is_exactly(act.start - 1, "but_it") and self.last_at == self.book.now
        recent = but or ((self.last_at == self.book.now or begins) and self._bare(act))
        they = self.page.word(act.start).endswith("وا")
        if not found and self.focus.labelled and not they:
            found = list(self._speaking())
        elif not found and self.last and recent and act.kind != "deal":
            found = [self.last]
        found = [doer for doer in found if doer.role not in {"", "other"}]
        if found:
            self.last, self.last_at = found[0], self.book.now
        return found

    def principals(self) -> Iterator[Doer]:
        """Both sides: who made the last deal, else the poles of the text by the first party on each."""
        if self.makers:
            yield from self.makers
            return
        yield from self.poles

    def _main(self, act: Act) -> list[Doer]:
        """Who acts in the clause before: who did something there, who spoke, else who is named first."""
        if self.last and self.last_at == self.book.now:
            return [self.last]
        found = [doer for doer in self._speaking() if self.book.speaker.kind == "named"]
        first, _ = self.page.tokens.bounds(self.book.sentences[self.book.now].span)
        named = [p for p in inside(self.book.parties, first, act.start) if not p.governed]
        found = found or [doer_of(p) for p in named[:1] if p.role != "both"]
        found = [doer for doer in found if doer.role not in {"", "other", "mediator"}]
        if found:
            self.last, self.last_at = found[0], self.book.now
        return found[:1]

    def _told_of(self, act: Act) -> Iterator[Doer]:
        """The party whose source says something of it: the last one named before."""
        first, _ = self.page.tokens.bounds(self.book.sentences[self.book.now].span)
        named = [p for p in inside(self.book.parties, first, act.start) if is_side(p.role)]
        if named:
            yield doer_of(named[-1])

    def _bare(self, act: Act) -> bool:
        """Whether no subject follows a verb: what follows is its object, or nothing."""
        page, at = self.page, act.start + 1
        word = page.word(at)
        small = (
            word in {"هذا", "هذه"}
            or not word[:1].isalpha()
            or page.is_a(at, "preposition")
            or word.startswith("ب")
        )
        known = ("proposals", "terms", "objects", "stances")
        return small or act.pronoun or any(any(page.uses(at, table)) for table in known)

    def _speaking(self) -> Iterator[Doer]:
        """Who speaks, as who does something."""
        speaker = self.book.speaker
        if speaker.role == "both":
            yield from self.principals()
        elif speaker.role:
            yield Doer(name=speaker.name or "", role=speaker.role, actor=speaker.actor)

    def _acts(self, party: Party) -> bool:
        """Whether a party is named as one who may act, and not as what is done to."""
        before = self.page.uses(party.first - 1, "terms")
        if party.noun not in self.page.stems.words("persons"):
            return True
        return not any(use.form.part == "noun" for use in before)
