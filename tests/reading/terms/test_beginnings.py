"""Where a clause begins: at its subject, past circumstances, words of saying and introductions."""

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.terms.find import find_terms
from qalamoun_terms.reading.text.frames import Span

ENGLISH = load("en")


def spans(text):
    return [
        mention.span.text(text) for mention in find_terms(text, Span(0, len(text)), (), ENGLISH)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In the first stage, the women, boys under 16, the old and the sick will be freed.",
            ["the women, boys under 16, the old and the sick will be freed"],
        ),
        (
            "The Third Army (TA) and the Hill Guards (HG) will leave the port.",
            ["The Third Army (TA) and the Hill Guards (HG) will leave the port"],
        ),
        (
            "Fighters who wish to go, and their families, will leave for the coast.",
            ["Fighters who wish to go, and their families, will leave for the coast"],
        ),
        (
            "The gate at the mill, the closure of which cut the town in two, is opened.",
            ["The gate at the mill, the closure of which cut the town in two, is opened"],
        ),
        (
            "Security at the gates of Amber, Sand and Salt shall be kept by the police.",
            ["Security at the gates of Amber, Sand and Salt shall be kept by the police"],
        ),
        (
            "The women go to the coast, while the fighters, in six boats, leave for the islands.",
            ["The women go to the coast", "the fighters, in six boats, leave for the islands"],
        ),
    ],
)
def test_a_subject_is_kept_whole_when_it_is_a_row_or_is_interrupted(text, found):
    assert spans(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Under the accord, the rebels shall disarm.", ["the rebels shall disarm"]),
        (
            "When that is done, and not before, the army will leave the port.",
            ["the army will leave the port"],
        ),
        ("From Amber, forty wounded leave for Sand.", ["From Amber, forty wounded leave for Sand"]),
        ("2.1 The rebels shall disarm.", ["The rebels shall disarm"]),
    ],
)
def test_leading_circumstances_are_left_out_unless_they_say_where_from(text, found):
    assert spans(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministry says it will free the captives.", ["it will free the captives"]),
        (
            "Mr Amber, who heads the office, offered in a letter to open two roads.",
            ["to open two roads"],
        ),
        ("The envoy asked the rebels to free the captives.", ["to free the captives"]),
        (
            "A deal for the rebels to leave for the coast had almost been reached.",
            ["the rebels to leave for the coast"],
        ),
        (
            "It is a plan in which the rebels free the captives.",
            ["the rebels free the captives"],
        ),
    ],
)
def test_who_says_or_asks_it_is_left_out(text, found):
    assert spans(text) == found


def test_a_noun_of_doing_may_name_who_does_it():
    assert spans("It would see the captives freed and the army's full withdrawal.") == [
        "the captives freed",
        "the army's full withdrawal",
    ]


def test_past_verbs_of_one_subject_are_told_one_by_one():
    text = "It halted fighting at the mill, let fuel in and allowed the wounded to leave."

    assert spans(text)[0] == "It halted fighting at the mill"
    assert spans(text)[-1] == "allowed the wounded to leave"


def test_what_one_lets_others_do_is_one_term():
    text = "to let the fighters, with the exception of the foreigners, leave for the coast"

    assert spans(text) == [text]


def test_a_condition_is_a_term_of_its_own_also_in_the_past():
    text = "The gate would be opened, on condition that the council opened the road."

    assert spans(text) == ["The gate would be opened", "the council opened the road"]


def test_an_exchange_of_persons_is_one_term():
    text = "Ten captives would be released in exchange for all the women held in the port."

    assert spans(text) == [text.removesuffix(".")]


@pytest.mark.parametrize(
    "tail",
    [
        " in line with an understanding of the elders",
        " under the third agreement of the elders",
        " with the aim of calming the town",
        ", for which their families have waited since May",
        ", starting on Sunday",
        ", the council of the elders of the town said",
    ],
)
def test_trailing_circumstances_are_left_out(tail):
    assert spans(f"The captives will be set free{tail}.") == ["The captives will be set free"]


def test_cells_of_a_table_are_apart():
    assert spans("1 | The captives are set free | Yes | The rebels shall disarm | No") == [
        "The captives are set free",
        "The rebels shall disarm",
    ]


def test_items_lettered_in_the_middle_of_a_line_are_apart():
    assert spans("(a) the captives are set free (b) the rebels disarm") == [
        "the captives are set free",
        "the rebels disarm",
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "There is a chapter in it about the return of the refugees.",
            "the return of the refugees",
        ),
        ("He was ready to open the road to the mill.", "to open the road to the mill"),
        ("They agreed with the elders on the exchange of captives.", "the exchange of captives"),
        ("They assured the elders of a truce of ten days.", "a truce of ten days"),
        ("The paper he has in mind is a truce of ten days.", "a truce of ten days"),
    ],
)
def test_a_term_begins_with_what_is_spoken_of(text, term):
    assert spans(text) == [term]


def test_the_first_colon_after_a_year_opens_content_and_that_of_an_article_does_not():
    assert spans("What we asked for in 1998: the release of the captives.") == [
        "the release of the captives"
    ]


def test_a_particle_at_the_end_belongs_to_its_verb():
    assert spans("They let the flour in and free the captives.") == [
        "They let the flour in",
        "free the captives",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A law of amnesty, voted by the house, for all the fighters",
        "The siege is to be eased so that bread, gas and flour come in",
        "The rebels hand in the two cannons and the rifles they took from the camp",
        "The entry of flour, on a fixed day, and not according to the mood of an officer",
        "The engineers leave the port as well",
    ],
)
def test_details_of_a_term_are_kept(text):
    assert spans(f"{text}.") == [text]


def test_a_modal_may_stand_apart_from_its_verb():
    text = "The army would, in its words, leave the port"

    assert spans(f"{text}.") == [text]


def test_what_one_commits_others_to_may_be_a_row_of_verbal_nouns():
    text = (
        "It commits them to freeing the captives, to opening the road and to disarming the rebels."
    )

    assert spans(text) == ["freeing the captives", "opening the road", "disarming the rebels"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ending weeks of war, the two chiefs agreed to free the captives.",
            ["to free the captives"],
        ),
        (
            "The demand that the rebels disarm, was refused by the minister.",
            ["the rebels disarm"],
        ),
        (
            "The captives will be freed, he said, a key demand of their families.",
            ["The captives will be freed"],
        ),
        ("The text makes no mention of the release of captives.", ["the release of captives"]),
    ],
)
def test_what_is_said_besides_a_term_is_left_out(text, found):
    assert spans(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "All raids, whether by air, by land or at sea, cease at noon",
        "Nobody is arrested for a deed that preceded the truce",
    ],
)
def test_insertions_and_what_belongs_to_a_noun_do_not_part_a_term(text):
    assert len(spans(f"{text}.")) == 1
    assert spans(f"{text}.")[0].endswith(text[20:])


def test_what_must_come_first_is_a_term_of_its_own():
    assert spans("They will come only when the captives are set free.") == [
        "the captives are set free"
    ]


def test_verbs_that_share_their_object_are_one_term():
    text = "It binds the two not to shell, raid or bomb the town."

    assert spans(text) == ["not to shell, raid or bomb the town"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            '"In May the captives will be set free," the mayor said.',
            "In May the captives will be set free",
        ),
        ("They agreed to free the captives and, later, to open the road.", "to free the captives"),
    ],
)
def test_marks_and_words_left_over_are_no_part_of_a_term(text, term):
    assert spans(text)[0] == term


def test_a_deal_is_told_apart_from_what_became_of_it():
    assert spans("A deal for the rebels to leave the port came apart on Sunday.") == [
        "the rebels to leave the port"
    ]


def test_what_is_named_between_commas_belongs_to_the_subject():
    text = "The guards, namely, forty men with rifles, shall be deployed at the port"

    assert spans(f"{text}.") == [text]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The two agreed to a truce of ten days.", ["a truce of ten days"]),
        (
            "They want a guarantee that the army would leave the port.",
            ["a guarantee that the army would leave the port"],
        ),
        (
            "In the first stage, all remaining captives, men and women, would be freed.",
            ["all remaining captives, men and women, would be freed"],
        ),
        (
            "The rebels will disarm, a condition that the army has set.",
            ["The rebels will disarm"],
        ),
    ],
)
def test_links_appraisals_and_assurances(text, terms):
    assert spans(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "The forces shall withdraw from Amber, Sand and Salt to the lines set out in the annex",
        "They undertake to free, within a week, all captives taken in the fighting",
        "Vehicles carrying food, water or fuel shall not be stopped, searched or turned back",
    ],
)
def test_rows_of_names_and_of_verbs_do_not_part_a_term(text):
    assert len(spans(f"{text}.")) == 1
    assert spans(f"{text}.")[0].endswith(text[-30:])


def test_a_second_refusal_with_nor_is_a_term_of_its_own():
    assert spans("The army shall not enter the camp, nor shall it arrest anyone there.") == [
        "The army shall not enter the camp",
        "nor shall it arrest anyone there",
    ]


def test_a_verb_with_that_only_leads_to_its_content():
    assert spans("The guards would ensure that the rebels disarm.") == ["the rebels disarm"]
