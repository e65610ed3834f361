"""Packages in plain reports: what names them, what is theirs, and which are one and the same."""

import pytest

import qalamoun_terms as qt

TALKS = "The government and the rebels met for a third round of peace talks.\n\n"


def packages(text):
    """The terms of each package, as kind and words."""
    coding = qt.to_coding(qt.parse(text, published="2020-01-01"))
    return [
        [(term["kind"], text[slice(*term["span"])]) for term in proposal["terms"]]
        for proposal in coding["proposals"]
    ]


def kinds(text):
    """The kinds of the terms of each package."""
    return [[kind for kind, _ in terms] for terms in packages(text)]


def stances(text):
    """The sides with what they did about which package."""
    coding = qt.to_coding(qt.parse(text, published="2020-01-01"))
    return [(one["side"], one["target"], one["stance"]) for one in coding["stances"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The army and the Northern Front rebels have agreed to a temporary ceasefire deal.",
            "a temporary ceasefire",
        ),
        ("The army and the rebels signed a ten-day truce agreement.", "a ten-day truce"),
        ("The rebels accused the army of breaching the truce agreement.", "the truce"),
        (
            "The government has rejected a conditional ceasefire offer made by the rebels.",
            "a conditional ceasefire",
        ),
    ],
)
def test_a_package_called_a_ceasefire_is_one(text, words):
    assert packages(TALKS + text) == [[("ceasefire", words)]]


def test_the_name_of_a_ceasefire_gives_way_to_the_words_that_tell_it():
    text = (
        "The government and the rebels have reached a ceasefire agreement. "
        "The ceasefire agreement, which takes effect at midnight, is to last three months."
    )

    assert [terms[0][1].endswith("three months") for terms in packages(text)] == [True]
    assert kinds(text) == [["ceasefire"]]


def test_reports_may_be_preliminary_without_the_deal():
    text = "According to preliminary reports, the army and the rebels reached a truce on Monday."

    assert {stance for _, _, stance in stances(TALKS + text)} == {"accepted"}
    assert {
        stance for _, _, stance in stances(TALKS + text.replace("a truce", "a preliminary truce"))
    } == {"provisional"}


def test_a_deal_told_twice_is_one():
    text = (
        "The army and Jaish al-Nour have reached a reconciliation agreement in the town of Harasta.\n\n"
        "The army and Jaish al-Nour agreed to terms of a reconciliation agreement that would see "
        "the fighters hand over their heavy weapons."
    )

    assert kinds(text) == [["weapons_handover"]]
    assert len(stances(text)) == 2


def test_an_old_deal_and_a_new_one_are_two():
    text = (
        "The government and the rebels signed a peace agreement in 2015. It collapsed a year later. "
        "On Thursday the two sides signed a new peace agreement under which the rebels will "
        "withdraw from the capital."
    )

    assert kinds(text) == [[], ["armed_exit"]]


def test_what_one_side_asks_for_later_is_no_term_of_the_deal():
    text = (
        "The government and the rebels have agreed to a temporary ceasefire deal. "
        "The rebels insisted earlier that all prisoners be freed, diplomats said."
    )

    assert kinds(text)[0] == ["ceasefire"]


@pytest.mark.parametrize(
    "text",
    [
        "The offer of a ceasefire by the rebels has been rejected by the government.",
        "The government turned down a proposal of a ceasefire made by the rebels.",
        "The government turned down the offer of a ceasefire from the rebels.",
    ],
)
def test_whose_an_offer_is_may_stand_behind_what_it_holds(text):
    assert packages(TALKS + text) == [[("ceasefire", "a ceasefire")]]
    assert set(stances(TALKS + text)) == {
        ("opposition", "P1", "proposed"),
        ("state", "P1", "rejected"),
    }


def test_what_a_deal_is_on_is_none_of_its_parties():
    text = (
        "An agreement has been reached between the residents of Madaya and the Syrian Army on the "
        "militants' departure from the town, handing over their weapons and settling their status."
    )

    assert kinds(TALKS + text) == [["armed_exit", "weapons_handover", "status_settlement"]]
    assert {side for side, _, _ in stances(TALKS + text)} == {"civilian", "state"}


@pytest.mark.parametrize(
    "text",
    [
        "The roadmap will be discussed by the cabinet before the army withdraws.",
        "“Our women are not going to lay down their arms,” a commander said.",
    ],
)
def test_what_only_speaks_of_a_deal_is_no_term_of_it(text):
    deal = (
        "The government and the rebels signed a roadmap. Under the roadmap, the army will withdraw "
        "from the town. "
    )

    assert kinds(TALKS + deal + text) == [["troop_redeployment"]]


def test_a_demand_of_the_lead_is_the_one_of_the_body():
    text = (
        "The army demanded that the rebels withdraw from the front line, a rebel officer said.\n\n"
        "The two sides met in Kunming on Monday.\n\n"
        "It was their first meeting this year.\n\n"
        "At the meeting the army demanded a withdrawal of the rebels from the front line to their "
        "old bases."
    )

    assert len(packages(text)) == 1
    assert stances(text) == [("state", "P1", "demanded")]


def test_where_a_deal_holds_is_no_term_of_it():
    text = (
        "The army and the rebels signed a reconciliation agreement. The agreement includes Jubbatha, "
        "Hourria, Trnaja and Ufaniya near the demilitarized zone on the border. According to the "
        "agreement, an immediate ceasefire is introduced in the area."
    )

    assert kinds(TALKS + text) == [["ceasefire"]]


def test_what_happens_again_and_again_is_no_offer():
    text = "Every time the government declares a truce it is the first to violate it."

    assert kinds(TALKS + text) == []


def test_the_plan_that_somebody_has_put_forward_has_an_owner_and_no_content_of_it():
    text = (
        "The peace plan that the international mediator Kofi Annan has put forward will come to "
        "nothing, the rebel chief said. The army accepted the plan."
    )

    assert packages(TALKS + text) == [[]]
    assert stances(TALKS + text) == [("mediator", "P1", "proposed"), ("state", "P1", "accepted")]


ARTICLES = """Ceasefire Agreement between the Government of Sudan and the Liberation Front

The Government of Sudan and the Liberation Front,

Agree on the following:

1. Cessation of hostilities

a. The parties shall observe a ceasefire from midnight on 1 June.

2. Humanitarian access

The parties shall allow relief agencies free movement.

3. Prisoners

All prisoners of war shall be released within thirty days.
"""

TITLED = """AGREEMENT ON THE CESSATION OF HOSTILITIES

The Government of the Republic and the Movement, hereinafter the Parties,

Have agreed as follows:

Article 1
Ceasefire

1.1 The Parties shall cease all hostilities within 48 hours.

Article 2
Withdrawal

2.1 The Government shall withdraw its forces from the town of Abeba.

Article 3
Monitoring

A Joint Monitoring Commission is hereby established.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARTICLES, ["ceasefire", "humanitarian_access", "detainee_release"]),
        (TITLED, ["ceasefire", "troop_redeployment", "joint_committee"]),
    ],
)
def test_titles_of_articles_are_no_terms(text, expected):
    assert kinds(text) == [expected]
    assert set(stances(text)) == {("state", "P1", "accepted"), ("opposition", "P1", "accepted")}


def test_who_made_a_deal_may_stand_in_the_headline_alone():
    text = (
        "Syrian army, militants reach deal on Douma\n\nAccording to the deal:\n\n"
        "- Fighters who refuse to settle will leave to the north\n"
        "- Heavy and medium weapons are handed over\n"
        "- Detainees of both sides to be freed\n"
    )

    assert len(packages(text)) == 1
    assert set(stances(text)) == {("state", "P1", "accepted"), ("opposition", "P1", "accepted")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            (
                "The government and the rebels agreed to a ceasefire over the feast of Eid, the mediator "
                "said on Wednesday."
            ),
            "a ceasefire over the feast of Eid",
        ),
        (
            (
                "The rebels and the army have agreed to extend the ceasefire until the end of May "
                "following talks in Kabul."
            ),
            "extend the ceasefire until the end of May",
        ),
    ],
)
def test_a_ceasefire_is_told_with_what_it_is_for(text, words):
    assert packages(TALKS + text) == [[("ceasefire", words)]]


@pytest.mark.parametrize(
    "text",
    [
        "Negotiations are under way on the return of the displaced.",
        "It is to be put before the cabinet by the end of August.",
        "He would meet the rebel chief if necessary, the minister said.",
    ],
)
def test_how_talks_stand_and_what_becomes_of_a_deal_are_no_terms(text):
    deal = "The government and the rebels signed a roadmap. Under it, the army will withdraw. "

    assert kinds(TALKS + deal + text) == [["troop_redeployment"]]


def test_what_its_side_will_not_do_is_no_demand():
    text = (
        "The rebels demanded the release of the prisoners. "
        "The factions would not leave before there was a deal."
    )

    assert kinds(TALKS + text)[0] == ["detainee_release"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The draft agreement provides for the release of forty prisoners.", "proposed"),
        ("A proposed three-month ceasefire provides for the opening of the road.", "proposed"),
        ("DRAFT AGREEMENT\n\n1. The army leaves the wells.\n2. The road is opened.\n", "proposed"),
        ("The agreement provides for the release of forty prisoners.", "agreed"),
    ],
)
def test_a_deal_that_is_yet_to_be_made_is_proposed(text, status):
    assert {p["status"] for p in qt.to_coding(qt.parse(text))["proposals"]} == {status}
