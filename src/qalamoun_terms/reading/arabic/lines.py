"""A sentence of an Arabic text while its acts are looked for."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.arabic.sides import Party
from qalamoun_terms.reading.arabic.words import Page

AROUND = 40  # words around a verb in which parties are looked at


@frozen(eq=False)
class Line:
    """A sentence being looked at: its words `first` up to `stop`, and the parties in it."""

    page: Page
    here: Sequence[Party]
    first: int
    stop: int
    labelled: bool = False
