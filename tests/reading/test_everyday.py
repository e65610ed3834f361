"""Sentences as anybody would write them, and look-alikes that say something else."""

import pytest

import qalamoun_terms as qt

SAID = [
    # what is said, its terms in their order, and who did what about what
    (
        (
            "The council accepted the army's offer of a ceasefire for 60 days, but rejected the "
            "handover of medium weapons."
        ),
        ["ceasefire", "weapons_handover"],
        [
            ("state", "proposed", "p1"),
            ("civilian", "accepted", "p1"),
            ("civilian", "rejected", "p1.a2"),
        ],
    ),
    (
        "The government proposed a two-month truce. The rebels accepted it in principle.",
        ["ceasefire"],
        [("state", "proposed", "p1"), ("opposition", "provisional", "p1.a1")],
    ),
    (
        "The rebels rejected a government proposal to redeploy troops along the river.",
        ["troop_redeployment"],
        [("state", "proposed", "p1"), ("opposition", "rejected", "p1")],
    ),
    (
        "The factions refused to hand over their heavy weapons.",
        ["weapons_handover"],
        [("opposition", "rejected", "p1")],
    ),
    (
        "The opposition demanded the release of all prisoners and the lifting of the siege.",
        ["detainee_release", "humanitarian_access"],
        [("opposition", "demanded", "p1")],
    ),
    (
        (
            "Under the agreement, fighters will leave for Idlib with their light weapons, heavy "
            "weapons will be handed over to the army within 72 hours, and detainees will be released."
        ),
        ["armed_exit", "weapons_handover", "detainee_release"],
        [],
    ),
    (
        (
            "The parties agree as follows:\n1. All hostilities shall cease from 1 March 2020.\n"
            "2. The Government shall release 40 detainees within seven days.\n"
            "3. A joint monitoring committee shall be established.\n"
            "4. Humanitarian convoys shall have unhindered access to Hodan."
        ),
        ["ceasefire", "detainee_release", "joint_committee", "humanitarian_access"],
        [],
    ),
]

SILENT = [
    "The rebels burned the villages and struck out at the convoy.",
    "Government forces shelled the town overnight, killing three people.",
    "The minister rejected the claim that troops had entered the town.",
    "Police refused to enter the stadium after the match.",
    "The opposition leader released a new album and the army band played along.",
]


@pytest.mark.parametrize(("text", "kinds", "stances"), SAID)
def test_a_plain_sentence_is_read(text, kinds, stances):
    case = qt.parse(text)

    assert kinds == [article.kind for _, article in case.articles()]
    assert stances == [
        (case.side_of(one.party).role.value, one.stance.value, str(one.target))
        for one in case.positions
    ]


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_that_tells_of_no_negotiation_gives_nothing(text):
    case = qt.parse(text)

    assert case.proposals == ()
    assert case.positions == ()


def test_a_deal_that_is_only_refused_is_called_nothing():
    case = qt.parse("The rebels rejected the truce.")

    assert [proposal.status for proposal in case.proposals] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels burned the government's villages after the proposal was made.",
        "The army struck out at the rebels after the ceasefire proposal.",
        "The government faulted the rebels for breaking the truce.",
        "The army sent troops back after the ceasefire deal.",
        "The government dismissed the general after the truce.",
        "Attacks by the rebels declined after the truce.",
        "The rebels threw out the settlers after the ceasefire.",
        "The army adopted new tactics after the truce.",
    ],
)
def test_what_is_done_beside_a_deal_is_no_answer_to_it(text):
    stances = {one.stance.value for one in qt.parse(text).positions}

    assert not stances & {"accepted", "provisional", "rejected"}
