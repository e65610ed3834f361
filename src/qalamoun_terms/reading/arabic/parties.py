"""Who acts in an Arabic text: names of sides, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field

from qalamoun_terms.reading.arabic.nations import is_national
from qalamoun_terms.reading.arabic.phrases import phrase_end
from qalamoun_terms.reading.arabic.sides import Party, apposed, inside, settled
from qalamoun_terms.reading.arabic.words import Page
from qalamoun_terms.reading.text.frames import Sentence
from qalamoun_terms.reading.who.sides import is_side
from qalamoun_terms.reading.who.speakers import REPORT, Speaker

_BEFORE = ("", "ال", "و", "ف", "وال", "فال", "ل", "لل", "ب", "بال", "ول", "ولل")
_GOVERNED = frozenset({"ل", "لل", "ب", "بال", "ول", "ولل"})
_INTRODUCED = 60  # parties among which a speaker may have been introduced
_SURNAME = 2  # words of a name before a colon
_NAMES_BACK = 60  # speakers that a part of a name may mean

_SAID_WITHIN = 16  # words after a verb of saying in which what is said begins


def find_parties(page: Page, given: Mapping[str, str]) -> tuple[Party, ...]:
    """The parties of a text, in its order; a noun such as "committee" is who it was before.

    Args:
        page: the text.
        given: sides of parties that the caller knows, by name in the folded spelling.
    """
    found: list[Party] = []
    roles: dict[str, str] = {}
    rows = _given_rows(given)
    at = 0
    while at < len(page.tokens):
        read = _party(page, at, rows)
        if read is None:
            at += 1
            continue
        known = read.role or _in_brackets(page, read, found) or roles.get(read.noun, "")
        role = known
        if role not in {"", "both", "country", "envoy"}:
            roles.setdefault(read.noun, role)
            roles.setdefault(read.noun.split()[0], role)
        found.append(evolve(read, role=role))
        at = read.stop
    return settled(page, found)


_Rows = dict[str, list[tuple[tuple[str, ...], str]]]


def _given_rows(given: Mapping[str, str]) -> _Rows:
    """The names that the caller knows, as rows of words by their first word."""
    rows: _Rows = {}
    for name, role in given.items():
        row = tuple(word.removeprefix("ال") for word in name.split())
        if row:
            rows.setdefault(row[0], []).append((row, role))
    return rows


def _rows_of(
    page: Page, word: str, before: str, given: _Rows
) -> Iterator[tuple[tuple[str, ...], str]]:
    yield from given.get(word, ())
    for row, entry in page.stems.rows.get(word, ()):
        if entry.data.get("definite") and not before.endswith(("ال", "لل")):
            continue
        yield row, "envoy" if entry.data.get("country") else entry.word("role")


def _in_brackets(page: Page, party: Party, found: Sequence[Party]) -> str:
    """The role of the party before, for "the province (the first side)"."""
    if found and page.word(party.first - 1) == "(" and party.first - found[-1].stop <= 2:
        return found[-1].role
    return ""


def _party(page: Page, at: int, given: _Rows) -> Party | None:
    """The party that the words at a place name, with what is written together with the first."""
    word = page.word(at)
    for before in _BEFORE:
        if not word.startswith(before):
            continue
        for row, role in _rows_of(page, word[len(before) :], before, given):
            if all(page.word(at + n).removeprefix("ال") == w for n, w in enumerate(row[1:], 1)):
                return _of_whom(page, _named(page, at, before, row, role), len(row), given)
    return None


def _of_whom(page: Page, party: Party, words: int, given: _Rows) -> Party:
    """A body of no side by itself is of whom its name says: "a delegation of the rebels"."""
    after = party.first + words
    if is_side(party.role):
        return party
    if is_national(page, after):
        noun = f"{party.noun} {page.word(after).removeprefix('ال')}"
        return evolve(party, noun=noun, role="envoy", stop=max(party.stop, after + 1))
    other = _party(page, after, given) if not party.role and _is_owner(page, after) else None
    if other is None or not is_side(other.role):
        return party
    text = page.tokens.text[page.tokens.starts[party.first] : page.tokens.ends[other.stop - 1]]
    return evolve(party, stop=other.stop, role=other.role, name=" ".join(text.split()))


def _is_owner(page: Page, at: int) -> bool:
    """Whether a word may say whose the body before it is: it carries no small word."""
    return not page.joined(at) and not page.word(at).startswith(("ب", "لل"))


def _named(page: Page, at: int, before: str, row: tuple[str, ...], role: str) -> Party:
    """A party by the words that tell its side, with all that its name reaches to."""
    whole = row[-1] in page.stems.words("proper") or role == "country"
    longest = len(row) if whole else 4
    stop = max(at + len(row), phrase_end(page, at, len(page.tokens), longest))
    stop = _without_others(page, at + len(row), stop)
    lead = 0 if before in ("لل", "ولل") else len(before.removesuffix("ال"))
    name = page.tokens.text[page.tokens.starts[at] : page.tokens.ends[stop - 1]]
    after_noun = before in ("", "ال") and page.entry(at - 1, "proposals") is not None
    return Party(
        first=at,
        stop=stop,
        name=" ".join(_cut(name, lead).split()),
        role=role,
        noun=" ".join(row),
        governed=before in _GOVERNED or page.is_a(at - 1, "governor"),
        follows_noun=after_noun,
    )


def _cut(name: str, lead: int) -> str:
    """A printed name without the letters of its small words, whatever marks stand between them."""
    at = 0
    while lead > 0 and at < len(name):
        lead -= name[at].isalpha()
        at += 1
    while at < len(name) and at and not name[at].isalpha():
        at += 1
    return name[at:]


def _without_others(page: Page, first: int, stop: int) -> int:
    """The end of a name before "and" or a verb."""
    for at in range(first, stop):
        verb = any(
            use.form.part == "verb"
            for table in ("stances", "speech", "proposals")
            for use in page.uses(at, table)
        )
        if page.joined(at) or verb or _begins_party(page, at) or _begins_doing(page, at):
            return at
    return stop


def _begins_doing(page: Page, at: int) -> bool:
    """Whether what is done or answered follows a name that is definite: a noun, and no adjective."""
    word = page.word(at)
    if not (word.startswith("ال") and page.word(at - 1).startswith(("ال", "لل", "بال", "وال"))):
        return False
    adjective = word.endswith(("ي", "يه"))
    package = page.entry(at, "proposals") is not None
    doing = any(
        use.form.part == "noun" for table in ("terms", "stances") for use in page.uses(at, table)
    )
    things = any(use.form.entry.id in _THINGS for use in page.uses(at, "objects"))
    return not adjective and (package or doing or things)


_THINGS = frozenset(
    {"weapon", "fire", "truce", "siege", "charge", "crossing", "road", "aid", "detainee", "service"}
)


_PEOPLE = ("ون", "ين")  # endings of men, who are no adjective of a body


def _begins_party(page: Page, at: int) -> bool:
    """Whether the name of another party begins at a place: of several words, or a noun by itself."""
    word = page.word(at).removeprefix("ال")
    people = word.endswith(_PEOPLE) and not page.word(at - 1).endswith((*_PEOPLE, "ي"))
    alone = people or word not in page.stems.words("adjectival")
    alone = alone and page.word(at).startswith("ال")
    definite = page.word(at - 1).startswith(("ال", "وال", "لل", "بال"))
    if alone and definite and any(row == (word,) for row, _ in page.stems.rows.get(word, ())):
        return True
    return any(
        len(row) > 1
        and all(page.word(at + n).removeprefix("ال") == w for n, w in enumerate(row[1:], 1))
        for row, _ in page.stems.rows.get(page.word(at).removeprefix("ال"), ())
    )


@define
class Voices:
    """Remembers who was named as a speaker, so that a part of the name is enough later."""

    page: Page
    parties: Sequence[Party]
    issuer: Speaker = REPORT
    names: list[str] = field(factory=list)
    latest: Speaker = REPORT
    guest: Speaker = REPORT

    def speaker(self, sentence: Sentence) -> Speaker:
        """Who speaks in a sentence: who is said to say it, else who issued the text.

        Args:
            sentence: the sentence.
        """
        found = self._speaker(*self.page.tokens.bounds(sentence.span))
        if found.kind != "report":
            self.latest = found
        return found

    def _speaker(self, first: int, stop: int) -> Speaker:
        """Who says a stretch: by a verb of saying, by "according to", or who issues the text."""
        for at in range(first, stop):
            saying = any(
                use.form.entry.id == "say" and use.form.part == "verb"
                for use in self.page.uses(at, "speech")
            )
            if saying and self._is_own(at):
                return self.issuer
            if saying and self._content(at, stop) == at + 1 and at == first:
                return self.latest if self.issuer.kind == "report" else self.issuer
            if saying and self._content(at, stop):
                return self._named(at + 1, self._content(at, stop)) or self._before(first, at)
            if self.page.is_a(at, "aside") and at + 1 < stop:
                begin = at + 1 + 2 * (self.page.word(at + 1) == "ما")
                end = phrase_end(self.page, begin, stop, 4)
                return self._named(begin, end) or self.issuer
        return self.issuer

    def _is_own(self, at: int) -> bool:
        """Whether a verb of saying is said of oneself: "we say", "that it says"."""
        word = self.page.word(at)
        return word.lstrip("و").startswith("ن") or self.page.word(at - 1) == "ان"

    def label(self, first: int, stop: int) -> int | None:
        """Where the words of a speaker begin whose name stands before a colon, or None.

        Args:
            first: the first word of the sentence.
            stop: the word after its last.
        """
        colon = next(
            (i for i in range(first, min(first + 8, stop - 1)) if self.page.word(i) == ":"), None
        )
        if colon is None or colon == first or not self._is_speaker(first, colon):
            return None
        return colon + 1

    def _is_speaker(self, first: int, colon: int) -> bool:
        """Whether the words before a colon name who speaks, and are no act and no dateline."""
        acts = any(
            use.form.part == "verb"
            for i in range(first, colon)
            for table in ("stances", "speech", "proposals")
            for use in self.page.uses(i, table)
        )
        filed = colon == first + 1 or self.page.word(first + 1) in {"-", "–", "("}
        dateline = filed and self._is_place(first)
        if acts or dateline:
            return False
        titled = any(use.form.entry.id == "person" for use in self.page.uses(first, "speech"))
        titled = titled or self.page.is_a(first, "media") or self.page.is_a(first, "answer_label")
        return (
            titled or bool(inside(self.parties, first, colon)) or self._was_introduced(first, colon)
        )

    def _was_introduced(self, first: int, colon: int) -> bool:
        """Whether one or two words before a colon name somebody of a party that speaks in a record."""
        name = self.page.word(colon - 1)
        short = colon - first <= _SURNAME and len(name) > _SURNAME
        return short and bool(apposed(self.page, self.parties, name, first))

    def _is_place(self, at: int) -> bool:
        """Whether a word names a place: before a colon it tells where a report was filed."""
        return self.page.word(at).removeprefix("ال") in self.page.stems.words("place_name")

    def labelled(self, first: int, label: int) -> Speaker:
        """Who speaks by a label.

        Args:
            first: the first word of the label.
            label: the word after its colon.
        """
        if self.page.is_a(first, "answer_label"):
            return self.guest
        last = label - 1
        while first < last - 1 and not self.page.word(first)[0].isalnum():
            first += 1
        if self.page.is_a(first, "comment"):
            first += 1
        name = " ".join(self.page.span(first, last).text(self.page.tokens.text).split())
        role = next((p.role for p in inside(self.parties, first, last) if p.role), "")
        role = role or self._known(self.page.word(last - 1), first)
        return Speaker(kind="named", name=name, role=role)

    def _known(self, word: str, before: int) -> str:
        """The side of a person whose name stood before brackets with a party in them."""
        for party in self.parties[:_INTRODUCED]:
            near = range(max(0, party.first - 3), party.first)
            words = {self.page.word(i) for i in near}
            if party.first < before and {word, "("} <= words:
                return party.role
        return apposed(self.page, self.parties, word, before)

    def _before(self, first: int, at: int) -> Speaker:
        """The speaker who stands before a verb of saying, or who issues the text."""
        if at > first and any(
            use.form.entry.id == "source"
            for i in range(first, at)
            for use in self.page.uses(i, "speech")
        ):
            return Speaker(kind="anonymous")
        found = self._named(first, at) if 0 < at - first <= 6 else None
        return found or self.issuer

    def _content(self, at: int, stop: int) -> int:
        """Where what is said begins: at "that" or a colon."""
        for place in range(at + 1, min(stop, at + _SAID_WITHIN)):
            if self.page.is_exactly(place, "said_opening"):
                return place
            if self._announced(place):
                return place
        return 0

    def _announced(self, at: int) -> bool:
        """Whether what is announced stands as a noun: "announced its refusal", "a deal reached"."""
        acts = {
            use.form.entry.word("act")
            for use in self.page.uses(at, "stances")
            if use.form.part == "noun"
        }
        return bool(acts & {"reach", "answer_noun"})

    def _named(self, first: int, stop: int) -> Speaker | None:
        """The speaker whom a stretch of words names, without titles."""
        if stop <= first:
            return None
        words = range(first, stop)
        if any(use.form.entry.id == "source" for i in words for use in self.page.uses(i, "speech")):
            return Speaker(kind="anonymous")
        start = first
        while start < stop - 1 and self._title(start):
            start += 1
        if self.page.word(start) == "باسم":
            named = next(iter(inside(self.parties, start + 1, start + 2)), None)
            if named and (named.stop >= stop or self.page.is_a(named.stop, "day_word")):
                return self._party_speaks(named)
            start = min(named.stop, stop - 1) if named else start
        titled = start + 1 < stop and self._is_person(start)
        end = phrase_end(self.page, start + titled, stop, 5)
        start, end = self._person(start, end, stop)
        name = " ".join(self.page.span(start, end).text(self.page.tokens.text).split())
        if not name or not name[0].isalpha() or self.page.is_a(start, "preposition"):
            return None
        name = next(
            (
                known
                for known in self.names[-_NAMES_BACK:]
                if name in known.split() or name == known
            ),
            name,
        )
        if name not in self.names:
            self.names.append(name)
        role = next((p.role for p in inside(self.parties, first, stop) if p.role), "")
        return Speaker(kind="named", name=name, role="" if role == "both" else role)

    def _party_speaks(self, party: Party) -> Speaker:
        """Who speaks where a spokesman is named by whom he speaks for alone."""
        role = "" if party.role == "both" else party.role
        return Speaker(kind="named", name=party.name, role=role, actor=party.actor())

    def _person(self, start: int, end: int, stop: int) -> tuple[int, int]:
        """The words of a person's name that follow whom the person speaks for."""
        body = bool(inside(self.parties, start, start + 1)) and end < stop
        word = self.page.word(end)
        tables = ("speech", "stances", "terms", "objects", "proposals")
        known = any(self.page.uses(end, table) for table in tables)
        if not body or known or not word[:1].isalpha() or word.startswith(("ال", "ب", "ل")):
            return start, end
        if self.page.is_a(end, "day_word"):
            return start, end
        if self.page.is_a(end, "preposition") or word[-1:] in {"ه", "ا"} or end + 1 >= stop:
            return start, end
        return end, phrase_end(self.page, end, stop, 3)

    def _is_person(self, at: int) -> bool:
        return any(use.form.entry.id == "person" for use in self.page.uses(at, "speech"))

    def _title(self, at: int) -> bool:
        return self._is_person(at) and not self.page.is_exactly(at, "respect")
