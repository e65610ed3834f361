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
            ("opposition", "accepted", "p1"),
            ("opposition", "rejected", "p1.a2"),
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

PAIRS = {
    # two texts that look alike, each with its terms and with who did what about what
    "those who refuse, and a refusal": (
        (
            "The government offered the fighters a settlement of their status. "
            "The fighters refused the settlement."
        ),
        ["status_settlement"],
        ["state proposed p1", "opposition rejected p1.a1"],
        "Under the deal, fighters who refuse the settlement will leave for the north.",
        ["armed_exit"],
        [],
    ),
    "those who accept, and an acceptance": (
        "The council accepted the army's offer of a ceasefire.",
        ["ceasefire"],
        ["state proposed p1", "opposition accepted p1"],
        "Under the army's offer, villages that accept a ceasefire get their electricity restored.",
        ["services_restoration"],
        ["state proposed p1"],
    ),
    "a refusal to sign, and one to amend": (
        "The mediators put forward a draft. The rebels refused to sign it.",
        [],
        ["mediator proposed p1", "opposition rejected p1"],
        "The rebels put forward a draft. They refused to amend it.",
        [],
        ["opposition proposed p1", "opposition insisted p1"],
    ),
    "a rejected proposal, and a rejected accusation": (
        "The army proposed a truce. The rebels rejected the proposal.",
        ["ceasefire"],
        ["state proposed p1", "opposition rejected p1"],
        "The army accused the rebels of breaking the truce. The rebels rejected the accusation.",
        ["ceasefire"],
        ["opposition violated p1"],
    ),
    "a rejected demand, and a rejected claim": (
        "The ministry rejected the rebels' demand for the release of prisoners.",
        ["detainee_release"],
        ["opposition demanded p1", "state rejected p1"],
        "The ministry rejected the claim that it had shelled the prison.",
        [],
        [],
    ),
    "an acceptance, and rejected reports of one": (
        "The rebels accepted the army's offer to release the prisoners.",
        ["detainee_release"],
        ["state proposed p1", "opposition accepted p1"],
        "The rebels rejected reports that they had accepted the release of the prisoners.",
        ["detainee_release"],
        ["opposition rejected p1"],
    ),
    "a promise to do, and one to discuss": (
        "The government agreed to release the prisoners.",
        ["detainee_release"],
        ["state accepted p1"],
        "The government agreed to discuss the release of the prisoners.",
        ["political_process"],
        ["state accepted p1"],
    ),
    "a promise to hand over, and one to study": (
        "The rebels promised to hand over their heavy weapons.",
        ["weapons_handover"],
        ["opposition proposed p1"],
        "The rebels promised to study the handover of their heavy weapons.",
        [],
        [],
    ),
    "what a deal has, and what it does not mention": (
        "The deal provides for a ceasefire and the release of detainees.",
        ["ceasefire", "detainee_release"],
        [],
        "The deal provides for a ceasefire. It does not mention the release of detainees.",
        ["ceasefire"],
        [],
    ),
    "what an agreement has, and what it says nothing about": (
        "The agreement includes a ceasefire and the return of the displaced.",
        ["ceasefire", "displaced_return"],
        [],
        "The agreement includes a ceasefire but says nothing about the return of the displaced.",
        ["ceasefire"],
        [],
    ),
    "what was accepted, and what would have been": (
        "The rebels accepted the offer.",
        [],
        ["opposition accepted p1"],
        "The rebels would have accepted the offer if it had included the release of prisoners.",
        [],
        [],
    ),
    "who had accepted, and had they accepted": (
        "The rebels had accepted the offer before the war was over.",
        [],
        ["opposition accepted p1"],
        "Had the rebels accepted the offer, the war would be over.",
        [],
        [],
    ),
    "a demand of the other side, and one inside a camp": (
        "The rebels demanded that the army release the prisoners.",
        ["detainee_release"],
        ["opposition demanded p1"],
        "Rebel fighters demanded that their commanders release their pay.",
        [],
        [],
    ),
    "leaders to be released, and leaders to resign": (
        "The rebels demanded that their leaders be released.",
        ["detainee_release"],
        ["opposition demanded p1"],
        "The rebels demanded that their leaders resign.",
        [],
        [],
    ),
    "an agreed withdrawal, and one that happened": (
        "Under the truce, the army will withdraw from the airport.",
        ["troop_redeployment"],
        [],
        "The army withdrew from the airport after heavy fighting, hours before talks on a truce.",
        [],
        [],
    ),
    "troops that are to move, and troops that move": (
        "The army and the rebels agreed that government troops would redeploy to the river.",
        ["troop_redeployment"],
        ["state accepted p1", "opposition accepted p1"],
        "The army and the rebels met for talks as government troops redeployed to the river.",
        [],
        [],
    ),
    "one verb over three terms, and one over one": (
        (
            "The rebels demanded the release of detainees, the lifting of the siege and the return "
            "of the displaced."
        ),
        ["detainee_release", "humanitarian_access", "displaced_return"],
        ["opposition demanded p1"],
        (
            "The rebels demanded the release of detainees. The army lifted a siege and the "
            "displaced returned."
        ),
        ["detainee_release"],
        ["opposition demanded p1"],
    ),
    "three promises, and one beside old deeds": (
        "The government agreed to release detainees, lift the siege and restore electricity.",
        ["detainee_release", "humanitarian_access", "services_restoration"],
        ["state accepted p1"],
        (
            "The government agreed to release detainees. It lifted the siege and restored "
            "electricity last year."
        ),
        ["detainee_release"],
        ["state accepted p1"],
    ),
    "a list without marks, and lines without terms": (
        (
            "The army and the rebels agreed on the following:\nCease fire from Monday\n"
            "Release of all detainees\nOpening of the road to the north\n"
        ),
        ["ceasefire", "detainee_release", "movement_access"],
        ["state accepted p1", "opposition accepted p1"],
        (
            "The army and the rebels met in the hall:\nTea was served at noon\n"
            "The band played\nThe road to the north was open\n"
        ),
        [],
        [],
    ),
    "a headline that repeats, and a body that says more": (
        (
            "Rebels to hand over heavy weapons\n\n"
            "The rebels agreed on Sunday to hand over their heavy weapons to the army."
        ),
        ["weapons_handover"],
        ["opposition accepted p1"],
        (
            "Rebels to hand over heavy weapons\n\nThe rebels agreed on Sunday to hand over their "
            "heavy weapons and to open the road to the north."
        ),
        ["weapons_handover", "movement_access"],
        ["opposition accepted p1"],
    ),
    "whose truce a headline tells of": (
        (
            "Army offers truce\n\nThe army offered the rebels a truce of two months on Sunday. "
            "The rebels rejected it."
        ),
        ["ceasefire"],
        ["state proposed p1", "opposition rejected p1.a1"],
        (
            "Army rejects truce\n\nThe rebels offered the army a truce of two months on Sunday. "
            "The army rejected it."
        ),
        ["ceasefire"],
        ["opposition proposed p1", "state rejected p1.a1"],
    ),
}

WEAPONS = [
    # a modifier that two nouns share, and one that they do not
    (
        "Under the deal, the fighters will hand over their heavy and medium weapons.",
        ["medium", "heavy"],
    ),
    (
        "Under the deal, the fighters will hand over their heavy weapons and keep medium weapons.",
        ["heavy"],
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


@pytest.mark.parametrize("names", PAIRS)
def test_look_alikes_are_told_apart(names):
    said, terms, stances, like_it, other_terms, other_stances = PAIRS[names]

    assert read(said) == (terms, stances)
    assert read(like_it) == (other_terms, other_stances)


def read(text):
    """Gives the kinds of the terms of a text, and its stances in words."""
    case = qt.parse(text)
    kinds = [article.kind for _, article in case.articles()]
    stances = [
        f"{case.side_of(one.party).role.value} {one.stance.value} {one.target}"
        for one in case.positions
    ]
    return kinds, stances


@pytest.mark.parametrize(("text", "weapons"), WEAPONS)
def test_a_modifier_is_shared_only_by_what_is_handed_over(text, weapons):
    [(_, article)] = qt.parse(text).articles()

    assert [weapon.value for weapon in article.term.weapons] == weapons


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
