"""Articles that are left over on both sides and belong together after all."""

from __future__ import annotations

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.draft import draft

AROUND = (
    "The pumping station is repaired and handed to the water board of the province.",
    "Schools open again under the local council, and teachers are paid their arrears.",
    "Each side hands over the names of those whom it holds and lets the monitors visit them.",
    "The road to the capital is cleared of mines and opened for trade from sunrise to sunset.",
    "No flag but that of the town may be flown over public buildings.",
    "Farmers beyond the ditch harvest their olives with escorts of the police.",
)


def links(old, new):
    """The relation of each link between two lists of texts, numbered from one."""
    made = [
        draft([(place, "", text) for place, text in enumerate(texts, 1)], id=name)
        for name, texts in (("p1", old), ("p2", new))
    ]
    return {(link.old, link.new): link.relation for link in compare(*made)}


def amended(texts):
    """Texts with a word more each, so that none is equal to what it was."""
    return [f"{text} Forthwith." for text in texts]


def test_an_article_rewritten_in_its_place_is_found_by_the_few_words_it_keeps():
    before = "Bread is baked at the old barracks with subsidised flour for every household."
    after = (
        "Under a programme of the relief agency all families receive subsidised loaves on Fridays; "
        "coupons are printed by the chamber of trade, and whoever forges coupons pays a fine."
    )
    found = links(
        [*AROUND[:3], before, *AROUND[3:]], [*amended(AROUND[:3]), after, *amended(AROUND[3:])]
    )

    assert found[("4",), ("4",)] == "amended"


def test_an_article_that_has_nothing_of_the_one_whose_place_it_took_is_added():
    before = "Bread is baked at the old barracks with subsidised flour for every household."
    after = "Judges hear property claims filed since then."
    found = links(
        [*AROUND[:3], before, *AROUND[3:]], [*amended(AROUND[:3]), after, *amended(AROUND[3:])]
    )

    assert found[("4",), ()] == "dropped"
    assert found[(), ("4",)] == "added"
