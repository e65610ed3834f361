"""Texts of many genres, of our own writing: what has to be read in each, whatever else is."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

WIRE = """\
Rebels, government agree to swap prisoners in northern valley

BEIRUT (Agency) - Rebels and the Lebanese government agreed on Tuesday to exchange 32 prisoners and to let a convoy of wounded fighters leave the outskirts of Arsal, security sources said.

Under the deal, which was mediated by Qatar, the militants will free nine soldiers in return for 23 detainees, among them women. The bodies of two soldiers will be handed to the Red Cross.

The militants had demanded safe passage to Idlib for all their fighters. Beirut rejected that demand, a minister told Reuters, and offered instead to allow the wounded out with an escort of the army.

A spokesman for the militants said they had accepted the offer on condition that the Red Cross accompany the buses.

Negotiations broke down twice last month after the militants insisted on the release of a jailed commander.
"""

UNREPORT = """\
Report of the Secretary-General

III. Political developments

12. On 3 March, the Government and the Coalition signed in Bangui, with the facilitation of the African Union, an agreement on the cessation of hostilities. The agreement provides for an immediate ceasefire, the withdrawal of armed elements from schools and hospitals, and the establishment of a joint security commission. It also calls for the unhindered delivery of humanitarian assistance to the prefectures of the east.

13. The Front, which did not take part in the talks, rejected the agreement on 5 March and called for a new round with all groups. Its leader, General Zarko, stated that his men would not disarm before elections were held.

14. On 20 March the Coalition suspended its participation in the commission, alleging that government forces had violated the ceasefire at Bria. The Government denied the allegation.
"""

NONPAPER = """\
NON-PAPER
Options for the crossing points. Without prejudice to the position of either side.

Option A
The three crossing points are opened to pedestrians from sunrise to sunset. Customs duties are collected by neither side. A liaison office with two officers from each side is set up at each of them.

Option B
Only the Ergneti crossing is opened. The troops of both sides withdraw two kilometres from the road. Trade is monitored by the mission.

Tbilisi has indicated that it could live with option B. Sukhumi prefers option A but does not accept the second sentence.
"""

BRACKETS = """\
Draft text by the co-facilitators, 7 June, 21:00

1. [Developed country Parties] [All Parties] shall provide finance of [100] [300] billion dollars a year from 2025.

2. [A technical committee on loss and damage shall be established, composed of ten members.]

3. Parties [shall] [should] report on their emissions every two years.

4. [The least developed countries may defer reporting for three years.]

Footnote: Brackets in paragraphs 2 and 4 were requested by the Umbrella Group. The Group of 77 insists on paragraph 2.
"""

BULLETIN = """\
Bulletin of the Reconciliation Centre, 9 August 2017

Negotiations with the leaders of the armed groups of Tall Hamra were held through the mediation of Russian officers. The commanders agreed in principle to lay down heavy weapons and to admit a humanitarian convoy. In return, they asked for an amnesty for those who evaded service.

The administration of the district has accepted the request. The issue of the detainees has been postponed.

During the day four ceasefire violations were registered.
"""

SS = """\
RESOLUTIONS OF THE PEACE CONFERENCE OF THE LOU AND THE MURLE
Pibor, 5 to 9 May 2012

We, the chiefs, elders, women and youth of the two communities, having met under the tree at Pibor in the presence of Bishop Paride and the county commissioner, resolve as follows:

1. That all cattle stolen since January be returned to their owners.
2. That the abducted women and children be handed over to the commissioner within one month.
3. Blood compensation of fifty-one cows is paid for each person killed.
4. That the youth surrender their guns to the police when the army has deployed along the Nanam river.
5. There shall be a joint court of ten chiefs, five from each side.
6. The road to Bor shall be safe for traders of both communities.

The youth of Likuangole accept these resolutions except the fourth.

Signed by thumbprint.
"""

SILENCES = """\
What they do not say in Sinuni

SINUNI - In the three months since the Baghdad paper arrived here, nobody has said yes to it and nobody has said no.

The paper, drawn up by the federal government and the authorities in Erbil in October, says that all armed groups must leave the town, that a force of 2,500 local men will be recruited into the police, and that the mayor will be chosen by the two governments together.

Asked about it, the commander of the protection units, Qasim Shesho, talked for an hour about his garden. The mayor who was appointed by Erbil has switched off his telephone. Only the council of elders has put something on paper: it wants the recruits to be from Sinuni alone, and the mayor to be elected.

The Kurdistan Workers' Party says it withdrew its men two years ago. Turkey does not believe it and bombs the mountain.
"""

PRESSER = """\
Transcript of press briefing, Harat al-Tanak crisis cell, 14 February

COLONEL SAAD (Internal Security): Good morning. We handed the owners' committee a paper with three points yesterday. One, the barricades come down. Two, the squatters leave the two towers by the end of the month. Three, the municipality pays the moving costs.

QUESTION: Has the committee answered?

COLONEL SAAD: It accepted the first and the third. On the second it asked for more time.

UMM HASSAN (owners' committee): That is not exact. We never accepted to take down the barricades before the prisoners are released. We demand that the eleven boys be freed first.
"""

INTERVIEW = """\
Interview: "We signed nothing"

Abu Tarek is a member of the committee that negotiates for the town of Deir Salman with the government.

Q: What did the government offer you?
A: They offered that the checkpoint on the Maliha road be lifted and that flour enter twice a week. In return they want the rifles, all of them.

Q: And what did you say?
A: To the road we said yes. The rifles we refused. We told them: a settlement of the wanted men first, then we talk about rifles.

Q: The governor says that you have agreed to everything.
A: We signed nothing. The governor says many things.

Q: Who guarantees what is agreed?
A: The Russians said that their police would stand at the checkpoint. We asked for that in writing and we are waiting for an answer.
"""

OPED = """\
Let the teachers have their clause

By Marta Olsson

For three weeks the ministry has told us that there is no money. Last Monday it found some. Its offer to the teachers' union comes to this: salaries go up by four per cent in September, the dismissed assistants are rehired, and no teacher who joined the strike loses his pension. In exchange the union must end the strike on Friday and hand back the keys of the schools.

The union said no on Tuesday. It wants six per cent, and it wants the inspector of Malmo gone. I think it should have said yes. The pension clause alone is worth the pavement it was won on.

The minister, for his part, has ruled out any talk about the inspector. "That is not on the table," he told the radio. He should read his own letter of March, in which he promised to look into it.
"""

TABLE = """\
RECORD OF THE SITTING

+----+-----------+------------------------------------+-----------------------------------+
| No | Matter    | Delegation of the government       | Delegation of the rebels          |
+----+-----------+------------------------------------+-----------------------------------+
| 1  | Prisoners | Proposes the release of forty men  | Agrees                            |
| 2  | Road      | Demands the opening of the road    | Asks for time to consult          |
+----+-----------+------------------------------------+-----------------------------------+
"""

POSITIONS = """\
MATRIX OF POSITIONS

Issue: prisoners
Government: All prisoners are released within a month.
Rebels: Agree.

Issue: road
Government: The coast road is opened.
Rebels: Refuse.
"""

LETTER = """\
Letter of the Marvale Front
to the Head of State

You ask what we want. We want this, and our people want it with us:

(a) The release of our prisoners.
(b) The opening of the road to Marvale.
(c) The bell of the town is rung again.

We wait for your answer.
"""

FEATURE = """\
Two papers on one table

The first belongs to the elders. The paper issued by the government in May was shorter: the surrender
of the rifles; the return of the police; and a pardon for those who fought.

The rebels accepted the return of the police and rejected the surrender of the rifles. As for the
pardon, they will answer on Friday. Last night the government withdrew its paper.

The truce signed by the two sides in March collapsed on Sunday. The army accused the rebels of
breaking the truce. The rebels agreed with the army on Monday to exchange the bodies of the dead.
"""


def stances(text, **options):
    return {(s["side"], s["stance"]) for s in to_coding(parse(text, **options))["stances"]}


def kinds(text, **options):
    coding = to_coding(parse(text, **options))
    return {term["kind"] for proposal in coding["proposals"] for term in proposal["terms"]}


READ = [
    # a text, stances that it states, and kinds of term that it holds
    (
        WIRE,
        {("opposition", "accepted"), ("state", "rejected"), ("opposition", "conditional")},
        {"detainee_release", "civilian_evacuation", "armed_exit"},
    ),
    (
        UNREPORT,
        {("state", "accepted"), ("opposition", "rejected")},
        {"ceasefire", "joint_committee"},
    ),
    (NONPAPER, {("state", "accepted")}, {"movement_access", "troop_redeployment"}),
    (BRACKETS, {("opposition", "insisted")}, {"other"}),
    (
        BULLETIN,
        {("opposition", "provisional"), ("opposition", "demanded"), ("state", "accepted")},
        {"weapons_handover", "humanitarian_access", "status_settlement"},
    ),
    (SS, {("civilian", "accepted")}, {"detainee_release", "weapons_handover"}),
    (SILENCES, {("state", "proposed"), ("civilian", "demanded")}, {"local_governance"}),
    (PRESSER, {("state", "proposed"), ("opposition", "deferred")}, {"detainee_release"}),
    (INTERVIEW, {("state", "proposed")}, {"movement_access"}),
    (OPED, {("state", "proposed"), ("opposition", "rejected")}, {"employment_reinstatement"}),
    (TABLE, {("state", "proposed"), ("opposition", "deferred")}, {"detainee_release"}),
    (
        POSITIONS,
        {("state", "proposed"), ("opposition", "accepted"), ("opposition", "rejected")},
        {"detainee_release", "movement_access"},
    ),
    (LETTER, {("opposition", "demanded")}, {"detainee_release", "movement_access", "other"}),
    (
        FEATURE,
        {("state", "proposed"), ("opposition", "rejected"), ("state", "withdrawn")},
        {"weapons_handover", "local_governance", "status_settlement"},
    ),
]


@pytest.mark.parametrize(("text", "wanted", "held"), READ)
def test_what_has_to_be_read_is_read(text, wanted, held):
    assert wanted <= stances(text, published="2018-05-10")
    assert held <= kinds(text, published="2018-05-10")


def test_options_are_packages_of_their_own():
    assert ["Option A", "Option B"] == [p.title for p in parse(NONPAPER).proposals]


def test_a_deal_that_fell_apart_is_told_as_such():
    coding = to_coding(parse(FEATURE, published="2018-05-10"))

    assert "collapsed" in {proposal["status"] for proposal in coding["proposals"]}


def test_an_issuer_speaks_in_its_own_letter():
    sources = {s["said_by"] for s in to_coding(parse(LETTER))["stances"]}

    assert {"Marvale Front"} == sources
