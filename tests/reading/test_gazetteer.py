"""The places of a text."""

from __future__ import annotations

import pytest

from qalamoun_terms.reading.gazetteer import folded
from qalamoun_terms.reading.parse import parse


def places(text):
    return {place.name: place for place in parse(text).places}


def test_a_place_of_the_gazetteer_has_its_position():
    homs = places("The rebels left Homs under a deal with the government.")["Homs"]

    assert (34.73, 36.72) == (homs.latitude, homs.longitude)


def test_spellings_of_one_place_are_one_place():
    found = places(
        "The deal on al-Waer held. The people of Al Waer signed, and those of Daraya in Darayya."
    )

    assert ("Al Waer",) == found["al-Waer"].spellings


def test_an_unknown_name_in_a_places_spot_is_a_place():
    assert "Tel Oran" in places("The envoy and the rebels met in Tel Oran about the truce deal.")


def test_a_month_is_no_place():
    assert "May" not in places("The rebels and the government signed a deal in May.")


@pytest.mark.parametrize(
    ("one", "other"), [("Sana'a", "Sanaa"), ("Deir ez-Zor", "deir ezzor"), ("Bogotá", "Bogota")]
)
def test_what_varies_in_transliteration_is_folded(one, other):
    assert folded(one) == folded(other)
