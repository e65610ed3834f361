"""What becomes of articles that are known word for word, from draft to draft."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.features import folded_words
from qalamoun_terms.testing.drafts import draft_pair, score

EXIT = (
    "Fighters who do not accept the settlement leave the town by bus within three days. "
    "They take one rifle each and three magazines."
)
BUSES = "The buses are escorted by the police to the northern crossing and may not be searched."
WATER = "The pumping station is repaired and handed to the water board of the province."
SCHOOLS = "Schools open again under the local council, and teachers are paid their arrears."
PRISONERS = (
    "Each side hands over the names of those whom it holds and lets the monitors visit them."
)
ROADS = "The road to the capital is cleared of mines and opened for trade from sunrise to sunset."
FLAGS = "No flag but that of the town may be flown over public buildings."


def links(old, new):
    """The links between drafts of a number and a text, or of a number, a heading and a text."""
    made = [
        draft([row if len(row) == 3 else (row[0], "", row[1]) for row in rows], id=name)
        for name, rows in (("p1", old), ("p2", new))
    ]
    change = compare(*made)
    assert apply(made[0], change) == made[1]
    return {(link.old, link.new): link.relation for link in change}


def test_an_article_that_loses_a_paragraph_to_a_new_one_was_split():
    old = [("1", WATER), ("2", f"{EXIT} {BUSES}"), ("3", SCHOOLS)]
    new = [("1", WATER), ("2", EXIT), ("3", SCHOOLS), ("4", BUSES)]

    assert links(old, new)[("2",), ("2", "4")] == "split"


def test_an_article_that_absorbs_another_is_merged_with_it():
    old = [("1", WATER), ("2", EXIT), ("3", SCHOOLS), ("4", BUSES)]
    new = [("1", WATER), ("2", f"{BUSES} {EXIT}"), ("3", SCHOOLS)]

    assert links(old, new)[("2", "4"), ("2",)] == "merged"


def test_a_clause_repeated_for_another_town_is_added_and_no_split():
    clause = "The guard of {} is made up of twelve of its own people and answers to the council."
    old = [("1", WATER), ("2", clause.format("Jerod")), ("3", SCHOOLS)]
    new = [*old[:2], ("3", clause.format("Rahiba")), ("4", SCHOOLS)]
    found = links(old, new)

    assert found[("2",), ("2",)] == "kept"
    assert found[(), ("3",)] == "added"


def test_twins_are_told_apart_by_what_stands_around_them():
    clause = "The guard is made up of twelve people and answers to the council."
    old = [("1", EXIT), ("2", clause), ("3", WATER), ("4", clause), ("5", SCHOOLS)]
    new = [("1", ROADS), ("2", EXIT), ("3", clause), ("4", WATER), ("5", clause), ("6", SCHOOLS)]

    assert {key for key in links(old, new) if key[0] in {("2",), ("4",)}} == {
        (("2",), ("3",)),
        (("4",), ("5",)),
    }


def test_near_twins_that_are_both_amended_keep_their_places():
    clause = "In {} the guard is made up of {} people who answer to the council of the town alone."
    towns = ("Jerod", "Rahiba", "Dumayr", "Nasiriyah")
    old = [(str(n), clause.format(town, "twelve")) for n, town in enumerate(towns, 1)]
    new = [(number, text.replace("twelve", "twenty")) for number, text in old]

    assert set(links(old, new)) == {((str(n),), (str(n),)) for n in range(1, 5)}


def test_an_article_that_grew_to_many_times_its_length_is_still_itself():
    grown = f"{SCHOOLS} {PRISONERS} {ROADS} {FLAGS} {EXIT}"
    old = [("1", WATER), ("2", SCHOOLS), ("3", BUSES)]
    new = [("1", WATER), ("2", grown), ("3", BUSES)]

    assert links(old, new)[("2",), ("2",)] == "amended"


def test_a_short_article_whose_words_occur_in_a_long_one_elsewhere_is_no_match():
    long = f"{EXIT} {PRISONERS} {ROADS} The monitors report to the council on all of these."
    old = [("1", WATER), ("2", "The monitors report."), ("3", SCHOOLS)]
    new = [("1", WATER), ("2", SCHOOLS), ("3", FLAGS), ("4", BUSES), ("5", long)]
    found = links(old, new)

    assert found[("2",), ()] == "dropped"
    assert found[(), ("5",)] == "added"


def test_the_number_tells_where_the_drafter_keeps_numbers_and_rewrites_words():
    pair = draft_pair(60, seed=4, reworded=0.9, numbering="kept", headings=False)
    found = score(compare(draft(pair.old), draft(pair.new, id="p2")), pair.links)

    assert found.f1 > 0.9


def test_the_number_does_not_tell_where_old_numbers_are_used_again():
    shares = {"inserted": 0.1, "deleted": 0.1}
    pair = draft_pair(80, seed=4, numbering="reused", headings=False, shares=shares)
    found = score(compare(draft(pair.old), draft(pair.new, id="p2")), pair.links)

    assert found.f1 > 0.97


def test_a_rewritten_article_is_found_by_its_heading():
    old = [("1", "Water", WATER), ("2", "Exit", EXIT), ("3", "Schools", SCHOOLS)]
    new = [
        ("1", "Schools", SCHOOLS.replace("arrears", "wages")),
        ("2", "Water", WATER.replace("repaired", "mended")),
        ("3", "Exit", "Whoever refuses to sign is taken to Idlib in the first week."),
    ]

    assert (("2",), ("3",)) in links(old, new)


@pytest.mark.parametrize("nothing", ["(deleted)", "(محذوفة)", "Sin contenido."])
def test_what_is_said_to_be_left_out_under_several_headings_makes_no_articles_alike(nothing):
    old = [
        ("1", "Flags", nothing),
        ("2", "Water", WATER),
        ("3", "Roads", ROADS),
        ("4", "Exit", nothing),
    ]
    new = [
        ("1", "Prisoners", nothing),
        ("2", "Water", f"{WATER} {BUSES}"),
        ("3", "Roads", nothing),
        ("4", "Exit", nothing),
    ]
    found = links(old, new)

    assert found[("1",), ()] == "dropped"
    assert found[(), ("1",)] == "added"
    assert found[("3",), ("3",)] == "amended"
    assert found[("4",), ("4",)] == "kept"


def test_words_are_compared_without_regard_to_vowel_signs_and_letter_forms():
    old = [("1", "يُسَلَّمُ السلاحُ الثقيلُ إلى اللجنةِ المشتركةِ"), ("2", "تفتح المدارس في البلدة")]
    new = [("1", "تفتح المدارس في البلدة كلها"), ("2", "يسلم السلاح الثقيل إلى اللجنه المشتركه")]

    assert set(links(old, new)) == {(("1",), ("2",)), (("2",), ("1",))}


def test_errors_of_recognition_do_not_hide_an_article():
    spoilt = WATER.replace("station", "stat1on").replace("handed", "hand ed").replace("rn", "m")
    old = [("1", WATER), ("2", SCHOOLS), ("3", EXIT)]
    new = [("1", EXIT), ("2", spoilt), ("3", SCHOOLS)]

    assert links(old, new)[("1",), ("2",)] == "amended"


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_generated_drafts_are_matched_nearly_without_fault(language):
    pair = draft_pair(300, seed=11, language=language)
    found = score(compare(draft(pair.old), draft(pair.new, id="p2")), pair.links)

    assert found.f1 >= 0.99
    assert found.relations >= 0.97
    assert found.whole >= 0.9


def test_articles_with_half_of_their_words_replaced_or_reordered_are_found():
    pair = draft_pair(300, seed=12, reworded=0.5)

    assert score(compare(draft(pair.old), draft(pair.new, id="p2")), pair.links).f1 >= 0.95


@pytest.mark.parametrize(
    "rows",
    [
        [("", "", "Repealed.")] * 3000,
        [("", "", "")] * 3000,
        [(n, "", f"The guard of the town is made up of {n} people.") for n in range(1500)],
        [(1, "", "word " * 100_000 + "end"), (2, "", "Fighters leave.")],
        [(n, "", f"{n} " * 20) for n in range(2000)],
    ],
    ids=["all equal", "no text", "one word each", "half a megabyte", "nothing shared"],
)
def test_hostile_drafts_are_compared(rows):
    new = [(number, heading, f"{text} too".strip()) for number, heading, text in rows[1:]]
    change = compare(draft(rows), draft(new, id="p2"))

    assert apply(draft(rows), change) == draft(new, id="p2")


def test_a_permuted_draft_has_moves_only():
    rows = draft_pair(200, seed=3).old
    change = compare(draft(rows), draft(rows[::-1], id="p2"))

    assert {link.relation for link in change} <= {"moved", "kept"}
    assert all(link.old == link.new for link in change)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_are_folded_like_any_others(text):
    assert folded_words(text) == re.findall("[a-z0-9]+", text.lower())
    assert folded_words(f"{text} é") == [*folded_words(text), "e"]


WRITTEN = [
    "Each side frees those whom it holds within ten days and hands a list of names to the monitors.",
    "The pumping station is repaired and handed to the water board, which keeps the wells clean.",
    "The road to the capital is cleared of mines and open for trade from sunrise to sunset.",
    "Teachers are paid their arrears, and schools take pupils again under the local council.",
    "Fighters keep one rifle each; heavy arms are stored under seal and counted every month.",
    "A committee of six from both sides meets every week and settles complaints by consent.",
]
WRITTEN_ANEW = [
    "No later than the tenth day prisoners go home; monitors check the list against all gates.",
    "Water is a common good, and its board runs every well and the pumping station from now on.",
    "Goods pass on the road to the capital by daylight once engineers have lifted the mines.",
    "Wages that schools owe to teachers since the siege are met out of a fund for the council.",
    "Whatever is heavier than a rifle lies under seal in stores that may be counted at will.",
    "Complaints go to a joint committee; it sits weekly, and no member may be left unheard.",
]


def test_articles_that_were_all_written_anew_are_found_by_what_little_they_have_in_common():
    old = [(str(n), text) for n, text in enumerate(WRITTEN, 1)]
    order = [3, 4, 5, 0, 1, 2]
    new = [(str(n), WRITTEN_ANEW[place]) for n, place in enumerate(order, 1)]
    new.insert(3, ("3a", FLAGS))
    found = links(old, new)

    expected = {((str(place + 1),), (str(n),)) for n, place in enumerate(order, 1)}
    assert set(found) == {*expected, ((), ("3a",))}


def test_arabic_words_are_one_with_the_article_and_without_it():
    old = [
        ("1", "تسليم الأسرى والجثامين خلال أسبوع"),
        ("2", "فتح المدارس والمشافي أمام السكان"),
        ("3", "حراسة الأسواق ليلا من شرطة البلدة"),
        ("4", "ترميم الجسور وشبكات الكهرباء"),
    ]
    new = [
        ("1", "للشرطة حراسة أسواق في كل ليل"),
        ("2", "لا تؤخر الجهات المعنية ترميما لشبكات كهرباء وجسور"),
        ("3", "يجري بعد التوقيع تسليم أسرى وجثامين"),
        ("4", "تعود مدارس ومشاف إلى العمل ويفتح بابها لسكان"),
    ]

    assert set(links(old, new)) >= {(("1",), ("3",)), (("3",), ("1",)), (("4",), ("2",))}
