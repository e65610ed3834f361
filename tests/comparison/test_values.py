"""Values of terms as a movement tells them."""

from __future__ import annotations

import pytest

from qalamoun_terms.comparison.values import fingerprint, in_words
from qalamoun_terms.model.terms import Ceasefire, Weapon
from qalamoun_terms.model.time import Duration, Extension


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "not stated"),
        ((), "none"),
        (True, "yes"),
        ("elected", "elected"),
        (("flour", "water"), "flour, water"),
        (Duration.parse("P1M"), "1 month"),
        (Extension(), "of unstated length"),
        (Extension(times=0), "excluded"),
        (Extension(times=1), "once"),
        (Extension(by=Duration.parse("P2M"), times=3), "by 2 months 3 times"),
    ],
)
def test_a_value_is_told(value, expected):
    assert in_words(value) == expected


def test_a_fingerprint_tells_what_is_stated_and_nothing_else():
    said = Ceasefire(places=["Jerod"], duration=Duration.parse("P1Y"))

    assert fingerprint(said) == fingerprint(
        Ceasefire(places=["Jerod"], duration=Duration.parse("P12M"), scope=None)
    )
    assert fingerprint(said) != fingerprint(Ceasefire(places=["Rahiba"]))
    assert fingerprint((Weapon.LIGHT,)) != fingerprint((Weapon.HEAVY,))
