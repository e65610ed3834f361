"""The errors of this package: one base class, and one class for each thing a caller can mend.

A message is in lower case, names the place first and then what was expected there.
"""

from collections.abc import Iterable

__all__ = [
    "CheckError",
    "ConflictError",
    "FormatError",
    "InvalidValueError",
    "QalamounError",
    "ReadingError",
    "UnknownCaseError",
    "VersionError",
]


class QalamounError(Exception):
    """Anything that this package refuses to do, so that one ``except`` catches it all.

    >>> issubclass(InvalidValueError, QalamounError)
    True
    """


class InvalidValueError(QalamounError, ValueError):
    """A field of a model was given a value that it cannot hold.

    >>> str(InvalidValueError("amount.months: expected a whole number, got str '6'"))
    "amount.months: expected a whole number, got str '6'"
    """


class CheckError(QalamounError):
    """A case whose parts do not fit together: every problem found, not only the first.

    Args:
        problems: One line for each problem, each naming the record it is about.

    >>> error = CheckError(["p1.a2: no document 'd9'", "pos3: no party 'State'"])
    >>> error.problems
    ("p1.a2: no document 'd9'", "pos3: no party 'State'")
    >>> print(error)
    2 problems: p1.a2: no document 'd9'; pos3: no party 'State'
    """

    problems: tuple[str, ...]

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        return f"{count} problem{'' if count == 1 else 's'}: {'; '.join(self.problems)}"


class FormatError(QalamounError):
    """Input in a file format, such as JSON or a coding sheet, that does not follow the format.

    Args:
        problem: What was expected there, and what was found.
        path: Where in the input; ``$`` stands for the whole of it.
        more: The other problems that were found, each with its path.

    >>> print(FormatError("expected a list, got str 'a1'", "proposals[0].articles"))
    proposals[0].articles: expected a list, got str 'a1'
    >>> print(FormatError("expected text, got int 7", "title", ["id: expected text, got None"]))
    title: expected text, got int 7 (and 1 more problem)
    """

    problem: str
    path: str
    more: tuple[str, ...]

    def __init__(self, problem: str, path: str = "$", more: Iterable[str] = ()) -> None:
        self.problem = problem
        self.path = path
        self.more = tuple(more)
        super().__init__(problem, path, self.more)

    def __str__(self) -> str:
        count = len(self.more)
        rest = f" (and {count} more problem{'' if count == 1 else 's'})" if count else ""
        return f"{self.path}: {self.problem}{rest}"


class VersionError(FormatError):
    """Input written in a version of the format that this release cannot read.

    >>> print(VersionError("expected version 1, got version 7", "version"))
    version: expected version 1, got version 7
    """


class ConflictError(QalamounError):
    """A change that cannot be applied, because an article it edits is not as it was.

    Args:
        article: The reference of that article, as printed.
        problem: What the change expected there.

    >>> print(ConflictError("p1.a4", "expected a duration of P6M, found P9M"))
    p1.a4: expected a duration of P6M, found P9M
    """

    article: str
    problem: str

    def __init__(self, article: str, problem: str) -> None:
        self.article = article
        self.problem = problem
        super().__init__(article, problem)

    def __str__(self) -> str:
        return f"{self.article}: {self.problem}"


class ReadingError(QalamounError):
    """A text that cannot be read at all: bytes that are not UTF-8, or half a character.

    Args:
        problem: What is wrong with the text.
        position: The offset of the first bad byte, or the index of the first bad character.

    >>> print(ReadingError("expected utf-8, got byte 0xff at offset 12", 12))
    expected utf-8, got byte 0xff at offset 12
    """

    problem: str
    position: int | None

    def __init__(self, problem: str, position: int | None = None) -> None:
        self.problem = problem
        self.position = position
        super().__init__(problem, position)

    def __str__(self) -> str:
        return self.problem


class UnknownCaseError(QalamounError):
    """The name of a bundled case that does not exist.

    Args:
        name: The name that was asked for.
        known: The names there are.

    >>> print(UnknownCaseError("qalamun", ["eastern-qalamoun"]))
    no case is called 'qalamun'; there is: eastern-qalamoun
    """

    name: str
    known: tuple[str, ...]

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(name, self.known)

    def __str__(self) -> str:
        there_is = f"; there is: {', '.join(self.known)}" if self.known else ""
        return f"no case is called {self.name!r}{there_is}"
