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


def test_many_short_articles_that_went_into_a_very_long_one_are_found_though_none_is_like_it():
    body = " ".join(f"Item{n} means object{n} of sort{n} kept{n}." for n in range(150))
    apart = [WATER, *STEPS, SCHOOLS, EXIT]
    together = [WATER, SCHOOLS, EXIT, f"{body} {' '.join(STEPS)} {body[::-1]}"]
    ten = tuple(str(place) for place in range(2, 12))

    assert links(apart, together)[ten, ("4",)] == "merged"
    assert links(together, apart)[("4",), ten] == "split"


def test_what_stands_next_to_a_part_is_one_by_less():
    last = "Lorries need permits; the transport bureau issues them to drivers."
    old = [WATER, " ".join(STEPS), SCHOOLS, EXIT]
    found = links(old, [WATER, *STEPS[:9], last, SCHOOLS, EXIT])

    assert found[("2",), tuple(str(place) for place in range(2, 12))] == "split"
    far = links(old, [WATER, *STEPS[:9], SCHOOLS, EXIT, last])
    assert far[(), ("13",)] == "added"


def test_a_twin_of_a_part_adds_nothing_and_is_no_part():
    twin = BUSES.replace("northern", "southern")
    found = links([WATER, f"{EXIT} {BUSES}", SCHOOLS], [WATER, EXIT, BUSES, SCHOOLS, twin])

    assert found[("2",), ("2", "3")] == "split"
    assert found[(), ("5",)] == "added"


def test_two_clauses_that_became_one_for_both_are_merged():
    clause = (
        "Whoever keeps {} in the town hands them to the monitors of the camp within {} days, names the "
        "place where they lay, and is not asked how he came by them or who else knew of the place; "
        "where he keeps them longer he is brought before a judge of the province and may be held until "
        "the next harvest."
    )
    apart = [
        WATER,
        clause.format("rifles", "ten"),
        clause.format("mortars", "three"),
        SCHOOLS,
        EXIT,
    ]
    both = f"{clause.format('rifles or mortars', 'ten')} {STEPS[0]}"
    together = [WATER, both, SCHOOLS, EXIT]

    assert links(apart, together)[("2", "3"), ("2",)] == "merged"
    assert links(together, apart)[("2",), ("2", "3")] == "split"


def test_one_of_two_like_clauses_is_dropped_where_the_other_one_does_not_name_it():
    clause = (
        "The market of {} opens within a week; the police guard it, and no toll is taken there."
    )
    old = [WATER, clause.format("Rahiba"), clause.format("Nasriya"), SCHOOLS, EXIT]
    new = [WATER, clause.format("Rahiba and the camp"), SCHOOLS, EXIT]

    assert links(old, new)[("3",), ()] == "dropped"


def test_an_article_that_is_far_more_like_another_one_is_its_part_whatever_its_number():
    new = [WATER, EXIT, f"{BUSES} No flag but that of the town is flown.", *STEPS[:3]]
    found = links([WATER, f"{EXIT} {BUSES}", SCHOOLS, *STEPS[:3]], new)

    assert found[("2",), ("2", "3")] == "split"
    assert found[("3",), ()] == "dropped"


def test_where_all_is_written_anew_parts_are_found_by_less():
    old = [
        (
            "Each side frees those whom it holds within ten days. "
            "Families may visit the prison on Fridays until then."
        ),
        "The pumping station is repaired and handed to the water board, which cleans the wells.",
        "The road to the capital is cleared of mines and open for trade from sunrise to sunset.",
        "Teachers are paid their arrears, and schools take pupils under the local council.",
        "Fighters keep one rifle each; heavy arms are stored under seal and counted each month.",
    ]
    new = [
        "No later than the tenth day prisoners go home, as each side holds them without charge.",
        "Relatives may come on Fridays; no guard of a prison sends a family away.",
        "Water is a common good, and its board runs the wells and the pumping station.",
        "Goods pass on the road to the capital by daylight once engineers lifted the mines.",
        "What schools owe to teachers since the siege is met out of a fund of the council.",
        "Whatever is heavier than a rifle lies under seal in stores that may be counted.",
    ]

    assert links(old, new)[("1",), ("1", "2")] == "split"
    assert links(new, old)[("1", "2"), ("1",)] == "merged"
