"""A text before the readers: what is seen in it, and a desk to read it at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.parse import see
from qalamoun_terms.reading.told.bearings import take_bearings
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.scene import Scene


@pytest.fixture
def seen() -> Callable[[str], Scene]:
    return lambda text: see(text, load("en"), None, {})


@pytest.fixture
def desk_for() -> Callable[[Scene], Desk]:
    return lambda scene: Desk(scene, take_bearings(scene))
