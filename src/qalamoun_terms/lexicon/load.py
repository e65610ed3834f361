"""Loads the lexicon of a language from its TOML files, once."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib import resources

from attrs import field, frozen

from qalamoun_terms.errors import QalamounError
from qalamoun_terms.lexicon.phrases import Entry, Index, build_index, forms, parse_phrase

LANGUAGES = ("en", "ar")


@frozen(kw_only=True, eq=False)
class Lexicon:
    """All that the reader knows of one language.

    `tables` holds each file as it was read, by its name; `classes` the named classes of words;
    `entries` the phrases of each table; `indexes` the same, ready for finding; `irregular` the
    forms of irregular verbs other than the bare one, and `verbs` the bare forms of all verbs.
    `words` gives the words of a class by its name.

    >>> "agreement" in load("en").words("package")
    True
    """

    language: str
    tables: Mapping[str, Mapping[str, object]] = field(repr=False)
    classes: Mapping[str, frozenset[str]] = field(repr=False)
    entries: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    indexes: Mapping[str, Index] = field(repr=False)
    irregular: frozenset[str] = field(default=frozenset(), repr=False)
    verbs: frozenset[str] = field(default=frozenset(), repr=False)
    words: Callable[[str], frozenset[str]] = field(init=False, repr=False)
    _unions: dict[tuple[str, ...], frozenset[str]] = field(factory=dict, init=False, repr=False)
    _numbers: dict[str, Mapping[str, int]] = field(factory=dict, init=False, repr=False)
    _named: dict[str, Mapping[str, frozenset[str]]] = field(factory=dict, init=False, repr=False)

    @words.default
    def _words_of_class(self) -> Callable[[str], frozenset[str]]:
        return self.classes.__getitem__

    def any_of(self, *names: str) -> frozenset[str]:
        """The words of several classes.

        Args:
            names: the names of the classes.

        >>> {"agreement", "monday"} <= load("en").any_of("package", "weekday")
        True
        """
        found = self._unions.get(names)
        if found is None:
            found = frozenset().union(*(self.classes[name] for name in names))
            self._unions[names] = found
        return found

    def section(self, file: str, name: str) -> Mapping[str, object]:
        """What stands in a section of a file; nothing where the file has no such section.

        Args:
            file: the name of the file.
            name: the name of the section.

        >>> load("en").section("structure", "ordinals")["third"]
        3
        """
        return _section(self.tables[file], name)

    def numbers(self, file: str, name: str) -> Mapping[str, int]:
        """The numbers that words stand for, in a section of a file.

        Args:
            file: the name of the file.
            name: the name of the section.

        >>> load("en").numbers("structure", "ordinals")["third"]
        3
        """
        key = f"{file}.{name}"
        if key not in self._numbers:
            section = self.section(file, name)
            self._numbers[key] = {word: int(str(value)) for word, value in section.items()}
        return self._numbers[key]

    def named_words(self, file: str, name: str) -> Mapping[str, frozenset[str]]:
        """The words behind each name of a section of a file.

        Args:
            file: the name of the file.
            name: the name of the section.

        >>> "truce" in load("en").named_words("proposals", "topics")["ceasefire"]
        True
        """
        key = f"{file}.{name}"
        if key not in self._named:
            section = self.section(file, name)
            self._named[key] = {n: frozenset(str(words).split()) for n, words in section.items()}
        return self._named[key]


@functools.cache
def load(language: str = "en") -> Lexicon:
    """The lexicon of a language.

    Args:
        language: an ISO 639-1 code.

    Raises:
        QalamounError: there is no lexicon of this language.

    >>> load("en").language
    'en'
    """
    if language not in LANGUAGES:
        raise QalamounError(f"language {language!r}: expected one of {', '.join(LANGUAGES)}")
    tables = _read(language)
    irregular = {
        verb: tuple(str(form).split())
        for table in tables.values()
        for verb, form in _section(table, "irregular").items()
    }
    classes = _classes(tables, irregular)
    entries = {
        name: tuple(_entry(row, classes, irregular) for row in _rows(table))
        for name, table in tables.items()
    }
    indexes = {name: build_index(rows) for name, rows in entries.items()}
    return Lexicon(
        language=language,
        tables=tables,
        classes=classes,
        entries=entries,
        indexes=indexes,
        irregular=frozenset(w for forms_ in irregular.values() for w in forms_) - set(irregular),
        verbs=frozenset(_bare_verbs(tables)),
    )


def _bare_verbs(tables: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """The words that the phrases of the lexicon write as verbs ("accept~")."""
    for table in tables.values():
        for row in _rows(table):
            phrases = row.get("phrases", [])
            for text in phrases if isinstance(phrases, list) else []:
                words = (w for piece in str(text).split() for w in piece.rstrip("?").split("|"))
                yield from (word[:-1] for word in words if word.endswith("~"))


def _read(language: str) -> dict[str, Mapping[str, object]]:
    folder = resources.files(__package__).joinpath(language)
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in files
    }


def _section(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    section = table.get(name, {})
    return section if isinstance(section, dict) else {}


def _rows(table: Mapping[str, object]) -> list[Mapping[str, object]]:
    rows = table.get("entry", [])
    return rows if isinstance(rows, list) else []


def _classes(
    tables: Mapping[str, Mapping[str, object]], irregular: Mapping[str, tuple[str, ...]]
) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for file, table in tables.items():
        for name, words in _section(table, "classes").items():
            if name in found:
                raise QalamounError(f"{file}.toml: class {name!r}: expected a name not yet given")
            found[name] = frozenset(_class_words(str(words), irregular))
    return found


def _class_words(words: str, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for word in words.split():
        if word.endswith("~"):
            yield from forms(word[:-1], irregular)
        else:
            yield word


def _entry(
    row: Mapping[str, object],
    classes: Mapping[str, frozenset[str]],
    irregular: Mapping[str, tuple[str, ...]],
) -> Entry:
    phrases = row.get("phrases", [])
    listed = phrases if isinstance(phrases, list) else []
    data = {k: v for k, v in row.items() if k not in _OWN}
    return Entry(
        id=str(row["id"]),
        phrases=tuple(parse_phrase(str(text), classes, irregular) for text in listed),
        example=str(row.get("example", "")),
        counter_example=str(row.get("counter_example", "")),
        data=data,
    )


_OWN = frozenset({"id", "phrases", "example", "counter_example"})
