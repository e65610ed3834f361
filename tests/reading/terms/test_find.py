"""Statements of terms: where each begins and ends, what kind it is, what it forbids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.load_terms import term_lexicon
from qalamoun_terms.reading.terms.find import find_terms, other_term
from qalamoun_terms.reading.text.frames import Mention, Span

ENGLISH = load("en")


def read(text, *, bare=False, mentions=()):
    return find_terms(text, Span(0, len(text)), mentions, ENGLISH, bare=bare)


def kinds(text, *, bare=False, mentions=()):
    return [mention.term.kind for mention in read(text, bare=bare, mentions=mentions)]


def spans(text, *, bare=False):
    return [mention.span.text(text) for mention in read(text, bare=bare)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two armies stop the shelling of the delta.", "ceasefire"),
        ("Marines shall be withdrawn from the lighthouse.", "troop_redeployment"),
        ("The insurgents depart by boat for the outer islands.", "armed_exit"),
        ("The wounded are to be evacuated by sea.", "civilian_evacuation"),
        ("The clan gives up its howitzers.", "weapons_handover"),
        ("Nobody is prosecuted for the mutiny.", "status_settlement"),
        ("Reservists obtain a deferment of two years.", "service_grace"),
        ("Deserters go back to their regiments unpunished.", "defector_status"),
        ("All hostages are to be freed.", "detainee_release"),
        ("Relief convoys may enter every week.", "humanitarian_access"),
        ("The coast road is to be reopened.", "movement_access"),
        ("The district shall be returned to the crown.", "local_governance"),
        ("The customs house comes under the governor.", "local_governance"),
        ("The villagers shall be returned to the district.", "displaced_return"),
        ("The fleet shall guarantee the security of the pilgrims.", "protection_guarantee"),
        ("Peacekeeping forces shall be deployed on the ridge.", "protection_guarantee"),
        ("Marines shall be deployed on the ridge beside the peacekeepers.", "troop_redeployment"),
        ("No band is to use the soil of the duchy against its neighbours.", "protection_guarantee"),
        ("Guns are confined to the gendarmerie.", "weapons_handover"),
        ("Refugees come home on army buses.", "displaced_return"),
        ("Clerks dismissed during the siege resume work.", "employment_reinstatement"),
        ("The duchy would stop its drone attacks on the ports.", "ceasefire"),
        ("Five thousand demobilised rebels are taken into the army.", "force_integration"),
        ("The hussars set up new outposts on the ridge.", "troop_redeployment"),
        ("The carrying of guns in public is prohibited.", "disarmament_zone"),
        ("The quarter receives services without discrimination.", "services_restoration"),
        ("The quarter is represented in the town council.", "local_governance"),
        ("The quarter is represented in the cabinet.", "political_process"),
        ("The sanctions on the duchy are reviewed and removed.", "other"),
        ("The frozen accounts of the shipping line are unblocked.", "other"),
        ("Water and power are restored to the delta.", "services_restoration"),
        ("Refugees go home before the rains.", "displaced_return"),
        ("An interim council administers the delta.", "local_governance"),
        ("Peacekeepers guard the lighthouse.", "protection_guarantee"),
        ("They set up a joint commission.", "joint_committee"),
        ("Owners are compensated for burnt orchards.", "property_protection"),
        ("The sacked teachers are reinstated.", "employment_reinstatement"),
        ("The rangers are merged into the army.", "force_integration"),
        ("A referendum is held within a year.", "political_process"),
        ("A demilitarised zone is created along the creek.", "disarmament_zone"),
        ("Sappers lift the landmines in the meadow.", "other"),
    ],
)
def test_each_kind_is_read_from_head_and_object(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("the handover of the mortars", "they hand over the mortars"),
        ("the release of the captives", "the captives shall be released"),
        ("the withdrawal of the troops", "the troops are to withdraw"),
        ("the lifting of the siege", "the siege is lifted"),
        ("the return of the refugees", "the refugees will return"),
        ("the formation of a committee", "they will form a committee"),
    ],
)
def test_a_noun_of_doing_says_the_same_as_its_verb(noun, verb):
    assert kinds(noun) == kinds(verb) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fighters leave with their rifles.", "Fighters hand over their rifles."),
        ("Soldiers leave the school.", "Soldiers leave the prison as free men."),
        ("The refugees return to their houses.", "The houses are returned to the refugees."),
        ("The army enters the town.", "The army does not attack the town."),
        ("Aid enters by the coast road.", "The coast road is opened."),
        ("The teachers return to their schools.", "The schools are reopened."),
        ("The exchange of prisoners begins.", "The exchange of prisoners is to be discussed."),
        ("Weapons are handed to the army.", "Weapons are pulled back from the front."),
        ("The council is elected.", "The council is appointed by the elders."),
    ],
)
def test_look_alikes_are_told_apart(one, other):
    assert kinds(one)
    assert kinds(one) != kinds(other)


@pytest.mark.parametrize(
    "text",
    [
        "The harvest was poor and the wells ran dry.",
        "Tea was served on the terrace.",
        "He admired the curtains.",
        "",
        "   \n ",
        ". , ; : -",
    ],
)
def test_words_that_are_no_term_give_none(text):
    assert read(text) == ()


def test_items_run_together_become_terms_of_their_own():
    text = (
        "the exit of the gunmen towards the coast, the settlement of the situation of the "
        "wanted, and the granting of a year to join the reserve service"
    )

    assert spans(text) == [
        "the exit of the gunmen towards the coast",
        "the settlement of the situation of the wanted",
        "the granting of a year to join the reserve service",
    ]
    assert kinds(text) == ["armed_exit", "status_settlement", "service_grace"]


def test_one_verb_over_several_infinitives_gives_several_terms():
    text = "Both camps agreed to hold their fire, to free the captives and to open the port."

    assert spans(text) == ["to hold their fire", "to free the captives", "to open the port"]


def test_two_clauses_with_their_own_subjects_are_two_terms():
    text = "The rebels disarm, and the army and the militias leave the valley."

    assert spans(text) == ["The rebels disarm", "the army and the militias leave the valley"]


def test_a_shared_subject_does_not_hide_the_second_verb():
    text = "Whoever stays hands in his rifle and joins the coast guard."

    assert kinds(text) == ["weapons_handover", "force_integration"]


def test_a_subject_reaches_over_a_verb_that_is_not_known():
    text = "The gunmen in the mill pack up and depart by Friday."

    assert spans(text) == ["The gunmen in the mill pack up and depart by Friday"]
    assert kinds(text) == ["armed_exit"]


def test_a_noun_shared_by_two_modifiers_stays_one_term():
    assert spans("the surrender of medium and heavy weapons") == [
        "the surrender of medium and heavy weapons"
    ]


def test_what_introduces_the_content_is_no_part_of_it():
    text = "The envoy proposed on Monday that the captives be set free."

    assert spans(text) == ["the captives be set free"]


def test_a_relative_clause_that_introduces_content_is_followed():
    assert spans("a paper which provides for the withdrawal of the army") == [
        "the withdrawal of the army"
    ]


def test_a_relative_clause_says_no_term_of_its_own():
    assert kinds("The men who surrendered their rifles are set free.") == ["detainee_release"]


def test_a_comment_on_who_said_it_is_left_out():
    assert spans("The captives are set free, the mayor said.") == ["The captives are set free"]


def test_two_statements_of_calm_are_one_ceasefire():
    assert kinds("to calm the situation and the end of all tension") == ["ceasefire"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army shall not enter the delta.", True),
        ("No soldier enters the delta.", True),
        ("The army enters the delta.", False),
        ("Not only the army enters the delta.", False),
        ("Neither camp bombs the delta.", True),
    ],
)
def test_negation_is_part_of_the_term(text, negated):
    [mention] = read(text)

    assert mention.term.negated is negated


def test_arms_that_leavers_carry_are_no_handover():
    [mention] = read("The insurgents depart for the coast, carrying their light weapons.")

    assert mention.term.kind == "armed_exit"
    assert [weapon.value for weapon in mention.term.weapons] == ["light"]


def test_a_bare_noun_phrase_is_read_only_where_it_is_surely_content():
    assert kinds("two bridges and a highway") == []
    assert kinds("two bridges and a highway", bare=True) == ["movement_access"]


def test_the_side_of_a_party_decides_who_leaves():
    text = "The Blues withdraw from the ridge."
    name = Span(4, 9)
    state = Mention(span=name, kind="party", name="Blues", role="state")
    opposition = Mention(span=name, kind="party", name="Blues", role="opposition")

    assert kinds(text, mentions=[state]) == ["troop_redeployment"]
    assert kinds(text, mentions=[opposition]) == ["armed_exit"]


def test_mentions_outside_of_the_scope_do_not_count():
    text = "The Blues. They withdraw from the ridge."
    blues = Mention(span=Span(4, 9), kind="party", name="Blues", role="state")

    assert find_terms(text, Span(11, len(text)), [blues], ENGLISH) == ()


def test_an_item_that_fits_no_kind_keeps_its_words():
    text = "- The bell is rung\n  at noon."
    mention = other_term(text, Span(2, len(text)))

    assert mention.term.kind == "other"
    assert mention.term.text == "The bell is rung at noon."
    assert mention.span.text(text) == "The bell is rung\n  at noon."


def test_line_ends_and_marks_do_not_move_the_words():
    text = "﻿1) The captives\r\nare set free.\r\n"
    [mention] = read(text)

    assert mention.span.text(text) == "The captives\r\nare set free"


def test_the_cue_and_the_rule_tell_how_a_term_was_read():
    text = "The captives are set free."
    [mention] = read(text)

    assert mention.cue.text(text) == "set free"
    assert mention.rule in {rule.id for rule in term_lexicon(ENGLISH).rules}


def test_a_text_without_pauses_is_read_in_pieces():
    text = "they hand over the tanks and the captives are set free and " * 400
    found = read(text)

    assert len(found) > 100
    assert {mention.term.kind for mention in found} == {"weapons_handover", "detainee_release"}


WORDS = sorted(term_lexicon(ENGLISH).by_first)[::7]
SMALL = [
    *sorted(set().union(*term_lexicon(ENGLISH).grammar.values()))[::3],
    *[",", ";", ".", ":", "-", "(", ")", '"', "“", "’", "\n", "\x00", "\u200f", "3", "1,000"],
]
prose = st.lists(st.sampled_from([*WORDS, *SMALL]), max_size=40).map(" ".join)


@given(text=st.one_of(st.text(max_size=200), prose), data=st.data(), bare=st.booleans())
def test_any_text_is_read_without_failing_and_inside_of_its_scope(text, data, bare):
    start = data.draw(st.integers(0, len(text)))
    scope = Span(start, data.draw(st.integers(start, len(text))))

    for mention in find_terms(text, scope, (), ENGLISH, bare=bare):
        stretches = [mention.span, mention.cue, *(span for _, span in mention.evidence)]
        assert all(scope.covers(span) and span.text(text).strip() for span in stretches)
        assert all(hasattr(mention.term, name) for name, _ in mention.evidence)


@given(text=prose)
def test_reading_twice_gives_the_same(text):
    assert read(text, bare=True) == read(text, bare=True)
