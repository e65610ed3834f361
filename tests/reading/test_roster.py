"""Who speaks, sits or fights for a party is that party."""

import qalamoun_terms as qt
from qalamoun_terms.reading.roster import Roster

FOLLOWERS = frozenset({"fighters", "spokesman", "delegation", "forces"})


def test_names_that_differ_in_those_who_act_for_a_party_are_one_party():
    roster = Roster(followers=FOLLOWERS)
    names = ["Front fighters", "the Front", "the Front's delegation", "Fronts", "Front"]

    assert {roster.party(name, "opposition") for name in names} == {"y1"}
    assert roster.parties()[0].name == "Front"


def test_other_names_and_other_sides_stay_apart():
    roster = Roster(followers=FOLLOWERS)
    pairs = [("Front", "opposition"), ("Front", "civilian"), ("Fronde", "opposition")]

    assert len({roster.party(*pair) for pair in pairs}) == 3


def test_a_word_that_is_a_whole_name_stays():
    roster = Roster(followers=FOLLOWERS)

    roster.party("fighters", "opposition")

    assert roster.parties()[0].name == "fighters"


def test_a_spokesman_who_denies_what_his_movement_agreed_is_no_third_party():
    case = qt.parse(
        "The government and the Hadra Front signed a truce on Monday. The Hadra Front's delegation "
        "welcomed it. The Hadra Front rejected the release of prisoners that was proposed by the "
        "government."
    )

    names = {case.party(one.party).name for one in case.positions}
    assert names == {"government", "Hadra Front"}
