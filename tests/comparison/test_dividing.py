"""Which articles were split into several, and which were merged into one."""

from __future__ import annotations

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.draft import draft

WATER = "The pumping station is repaired and handed to the water board of the province."
SCHOOLS = "Schools open again under the local council, and teachers are paid their arrears."
EXIT = (
    "Fighters who do not accept the settlement leave the town by bus within three days. "
    "They take one rifle each and three magazines."
)
BUSES = "The buses are escorted by the police to the northern crossing and may not be searched."
STEPS = (
    "Guards withdraw from the market square before noon.",
    "Sappers clear mines around the grain silo and mark lanes.",
    "Nurses receive vaccines through the eastern gate every Monday.",
    "Farmers harvest olives beyond the ditch with escorts.",
    "Prisoners aged below eighteen go home without ransom.",
    "Engineers restore electricity pylons along the ridge.",
    "Judges hear property claims filed since the siege.",
    "Bakers obtain subsidised flour at the former barracks.",
    "Observers photograph every weapon stored in the depot.",
    "Drivers hold permits printed by the transport office.",
)


def links(old, new):
    """The relation of each link between two lists of texts, numbered from one."""
    made = [
        draft([(place, "", text) for place, text in enumerate(texts, 1)], id=name)
        for name, texts in (("p1", old), ("p2", new))
    ]
    return {(link.old, link.new): link.relation for link in compare(*made)}


def test_an_article_that_was_cut_into_many_is_found_with_all_of_them():
    found = links([WATER, " ".join(STEPS), SCHOOLS], [WATER, *STEPS, SCHOOLS])

    assert found[("2",), tuple(str(place) for place in range(2, 12))] == "split"


def test_many_articles_that_were_put_into_one_are_found_with_all_of_them():
    found = links([WATER, *STEPS, SCHOOLS], [WATER, " ".join(STEPS), SCHOOLS])

    assert found[tuple(str(place) for place in range(2, 12)), ("2",)] == "merged"


def test_a_twin_of_a_part_adds_nothing_and_is_no_part():
    twin = BUSES.replace("northern", "southern")
    found = links([WATER, f"{EXIT} {BUSES}", SCHOOLS], [WATER, EXIT, BUSES, SCHOOLS, twin])

    assert found[("2",), ("2", "3")] == "split"
    assert found[(), ("5",)] == "added"


def test_an_article_that_is_far_more_like_another_one_is_its_part_whatever_its_number():
    new = [WATER, EXIT, f"{BUSES} No flag but that of the town is flown.", *STEPS[:3]]
    found = links([WATER, f"{EXIT} {BUSES}", SCHOOLS, *STEPS[:3]], new)

    assert found[("2",), ("2", "3")] == "split"
    assert found[("3",), ()] == "dropped"
