"""The vocabulary of a language whose words carry their small words with them, as Arabic does."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from qalamoun_terms.lexicon.letters import folded
from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.lexicon.phrases import Entry

_BEFORE_NOUN = (
    *("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ال", "وال", "فال", "بال"),
    *("كال", "لل", "وبال", "ولل", "فلل", "فبال", "وكال"),
)
_BEFORE_VERB = ("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل")
_AFTER = ("", "ه", "ها", "هم", "هما", "هن", "نا", "كم", "ني")


@frozen
class Form:
    """One form of a word: the entry it belongs to, and whether it is a noun or a verb.

    `rest` holds the words that must follow it, each in all its forms.
    """

    entry: Entry
    table: str
    part: str
    tense: str = ""
    rest: tuple[frozenset[str], ...] = ()


@frozen
class Use:
    """A form as it stands in a text: with the small words before it and the pronoun after it."""

    form: Form
    before: str
    after: str


@frozen(eq=False)
class StemLexicon:
    """The forms of a language's words, and lists of number words by what they mean."""

    lexicon: Lexicon = field(repr=False)
    forms: Mapping[str, tuple[Form, ...]] = field(repr=False)
    rows: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]] = field(repr=False)
    numbers: Mapping[str, Mapping[str, str]] = field(repr=False)
    _uses: dict[str, Mapping[str, tuple[Use, ...]]] = field(factory=dict, repr=False)
    _with_and: dict[str, frozenset[str]] = field(factory=dict, repr=False)

    def uses(self, word: str) -> tuple[Use, ...]:
        """What a word of a text may be.

        Args:
            word: the word in the folded spelling.
        """
        return self._tables(word).get("", ())

    def uses_of(self, word: str, table: str) -> tuple[Use, ...]:
        """What a word of a text may be by one table.

        Args:
            word: the word in the folded spelling.
            table: the name of the table.
        """
        return self._tables(word).get(table, ())

    def _tables(self, word: str) -> Mapping[str, tuple[Use, ...]]:
        """What a word may be, by the tables that say so; all of it under ""."""
        known = self._uses.get(word)
        if known is None:
            if len(self._uses) > _KEPT:
                self._uses.clear()
            every = tuple(self._read(word)) if len(word) < _LONGEST else ()
            tables = {use.form.table for use in every} | {""}
            known = self._uses[word] = {
                table: tuple(use for use in every if table in ("", use.form.table))
                for table in tables
            }
        return known

    def _read(self, word: str) -> Iterator[Use]:
        ends = [after for after in _AFTER if word.endswith(after)]
        for before in _BEFORE_NOUN + _BEFORE_VERB[3:6]:
            if not word.startswith(before):
                continue
            named = word[len(before) :] in self.words("place_name")
            for after in ends:
                if after and named:  # Hama, which is written as "he protected him"
                    continue
                core = word[len(before) : len(word) - len(after)]
                if len(core) < 2 - (not after and not before):
                    continue
                for form in self.forms.get(core, ()):
                    if _joins(form, before, after):
                        yield Use(form, before, after)

    def words(self, name: str) -> frozenset[str]:
        """The words of a class.

        Args:
            name: the name of the class.
        """
        return self.lexicon.words(name)

    def words_with_and(self, name: str) -> frozenset[str]:
        """The words of a class, also with an "and" before them.

        Args:
            name: the name of the class.
        """
        found = self._with_and.get(name)
        if found is None:
            words = self.words(name)
            found = words.union(f"{joint}{word}" for joint in "وف" for word in words)
            self._with_and[name] = found
        return found


_KEPT = 50_000
_LONGEST = 24


def _joins(form: Form, before: str, after: str) -> bool:
    if form.part == "verb":
        return before in _BEFORE_VERB and (form.tense == "imperfect" or "س" not in before)
    return before in _BEFORE_NOUN and not ("ال" in before and after)


def bare(word: str) -> Iterator[str]:
    """A noun without what may stand before and after it: each way to cut it, the shortest cut first.

    Args:
        word: the word in the folded spelling.

    >>> list(bare("والهدنه"))[-1]
    'هدن'
    """
    for before in _BEFORE_NOUN:
        for after in _AFTER:
            core = word[len(before) : len(word) - len(after)]
            if word.startswith(before) and word.endswith(after) and len(core) > 1:
                yield core


def noun_forms(noun: str) -> tuple[str, ...]:
    """The regular forms of a noun, without article and pronoun.

    Args:
        noun: the noun in the folded spelling.

    >>> noun_forms("ورقه")[:2]
    ('ورقه', 'ورقت')
    """
    if noun.endswith("ه"):
        stem = noun[:-1]
        return (noun, *(stem + end for end in ("ت", "ات", "تين", "تان", "تي")))
    if len(noun) < 3:
        return (noun,)
    return (noun, *(noun + end for end in ("ا", "ات", "ين", "ون", "ان", "ي", "و", "ه")))


def verb_forms(verb: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb given as "past:imperfect", each with its tense.

    Args:
        verb: the third person of both tenses, in the folded spelling.

    >>> ("رفضت", "past") in set(verb_forms("رفض:يرفض"))
    True
    """
    past, imperfect = verb.split(":")
    for end in ("", "ت", "ا", "تا", "وا", "و", "نا", "ن"):
        yield past + end, "past"
    if past.endswith(("ي", "ا")):
        for end in ("ت", "وا", "و", "ا"):
            yield past[:-1] + end, "past"
    stem = imperfect[1:]
    ends = ("", "ون", "وا", "و", "ان", "ا", "ن")
    stems = (stem, stem[:-1]) if stem.endswith(("ي", "و")) and len(stem) > 2 else (stem,)
    for person in "يتن":
        for one in stems:
            for end in ends:
                yield person + one + end, "imperfect"


@functools.cache
def _of_language(lexicon: Lexicon) -> StemLexicon:
    forms: dict[str, dict[tuple[object, ...], Form]] = defaultdict(dict)
    rows: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for table, entries in lexicon.entries.items():
        for entry in entries:
            for noun in entry.word("nouns").split():
                for word, form in _nouns(noun, entry, table):
                    forms[word][(table, entry.id, "noun", form.rest)] = form
            for verb in folded(entry.word("verbs")).split():
                for word, tense in verb_forms(verb):
                    forms[word][(table, entry.id, tense, ())] = Form(entry, table, "verb", tense)
            for row in filter(None, folded(entry.word("words")).split(";")):
                rows[row.split()[0]].append((tuple(row.split()), entry))
    numbers = {
        name: {word: key for key, words in _table(lexicon, name).items() for word in words.split()}
        for name in ("numbers", "units", "duals", "limits", "months")
    }
    return StemLexicon(
        lexicon,
        {form: tuple(known.values()) for form, known in forms.items()},
        {w: tuple(sorted(found, key=lambda r: -len(r[0]))) for w, found in rows.items()},
        numbers,
    )


def _nouns(noun: str, entry: Entry, table: str) -> Iterator[tuple[str, Form]]:
    """The forms of a noun of one or more words, by the first of them."""
    first, *others = noun.split("_")
    rest = tuple(frozenset(_forms_of(word.removeprefix("ال"))) for word in others)
    for form in _forms_of(first):
        yield form, Form(entry, table, "noun", rest=rest)


def _forms_of(noun: str) -> tuple[str, ...]:
    """The forms of a noun as printed: a ha at its end is no ta marbuta, and "!" allows no other."""
    if noun.endswith("!"):
        return (folded(noun[:-1]),)
    return (folded(noun),) if noun.endswith("ه") else noun_forms(folded(noun))


def _table(lexicon: Lexicon, name: str) -> Mapping[str, str]:
    return {word: str(value) for word, value in lexicon.section("numbers", name).items()}


def stem_lexicon(lexicon: Lexicon) -> StemLexicon:
    """The vocabulary of a lexicon, made once.

    Args:
        lexicon: the lexicon of the language.

    >>> from qalamoun_terms.lexicon.load import load
    >>> "reject" in {use.form.entry.id for use in stem_lexicon(load("ar")).uses("ورفضت")}
    True
    """
    return _of_language(lexicon)
