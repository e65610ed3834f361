"""What is told of a change, in plain words, and for whom it is lighter or heavier."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from qalamoun_terms.cases import load_case
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.happened import what_happened
from qalamoun_terms.comparison.movement import kind_in_words
from qalamoun_terms.model.proposals import Account, Article, Proposal, Wording
from qalamoun_terms.model.terms import (
    KINDS,
    ArmedExit,
    Ceasefire,
    DefectorStatus,
    DetaineeRelease,
    Other,
    ProtectionGuarantee,
    Quantity,
    ServiceGrace,
    StatusSettlement,
    TroopRedeployment,
    Weapon,
    WeaponsHandover,
    term_fields,
)
from qalamoun_terms.model.time import Date, Deadline, Duration, Extension


def words(*sides, wording=Wording.REPORTED, complete=None):
    """The sentences told of one article, known by report or word for word."""
    old, new = (
        Proposal(
            id=name,
            complete=complete,
            articles=[
                Article(
                    id="a1",
                    accounts=[
                        Account(term=term, wording=wording)
                        for term in (side if isinstance(side, tuple) else (side,))
                    ],
                )
            ],
        )
        for name, side in zip(("p1", "p2"), sides, strict=True)
    )
    return [str(movement) for movement in compare(old, new).movements]


def time(iso):
    return Duration.parse(iso)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ServiceGrace(duration=time("P6M")),
            ServiceGrace(duration=time("P6M"), extension=Extension(up_to=time("P1Y"))),
            "service grace: extension up to 12 months added (lighter for those liable to service)",
        ),
        (
            ArmedExit(weapons=[Weapon.LIGHT, Weapon.MEDIUM]),
            ArmedExit(weapons=[Weapon.LIGHT]),
            (
                "armed exit: weapons those who leave may carry: light, medium -> light "
                "(heavier for those who leave)"
            ),
        ),
        (
            ProtectionGuarantee(forces=["Third Division"]),
            ProtectionGuarantee(forces=["Russian military police"]),
            "protection: forces Third Division -> Russian military police",
        ),
        (
            ServiceGrace(duration=time("P6M")),
            ServiceGrace(duration=time("P3M")),
            "service grace: duration 6 months -> 3 months (heavier for those liable to service)",
        ),
        (
            ServiceGrace(duration=time("P6M/P9M")),
            ServiceGrace(duration=time("P3M/P1Y")),
            "service grace: duration 6 to 9 months -> 3 to 12 months",
        ),
        (
            WeaponsHandover(weapons=[Weapon.HEAVY]),
            WeaponsHandover(weapons=[Weapon.HEAVY, Weapon.MEDIUM]),
            (
                "weapons handover: weapons heavy -> medium, heavy "
                "(heavier for those who hold the arms)"
            ),
        ),
        (
            WeaponsHandover(subkind="retention", weapons=[Weapon.LIGHT]),
            WeaponsHandover(subkind="retention", weapons=[Weapon.LIGHT, Weapon.MEDIUM]),
            "weapons handover: weapons light -> light, medium",
        ),
        (
            TroopRedeployment(deadline=Deadline(within=time("P3D"))),
            TroopRedeployment(deadline=Deadline(within=time("PT48H"))),
            (
                "redeployment: deadline within 3 days -> within 2 days "
                "(heavier for the forces that must move)"
            ),
        ),
        (
            TroopRedeployment(deadline=Deadline(by=Date("2017-07-20"))),
            TroopRedeployment(deadline=Deadline(by=Date("2017-07-30"))),
            "redeployment: deadline by 2017-07-20 -> by 2017-07-30",
        ),
        (
            TroopRedeployment(),
            TroopRedeployment(negated=True),
            "redeployment: provided for -> forbidden",
        ),
        (
            StatusSettlement(subkind="security_clearance"),
            StatusSettlement(subkind="amnesty"),
            "settlement of status: form security clearance -> amnesty",
        ),
        (
            DefectorStatus(reinstatement=True),
            DefectorStatus(reinstatement=False),
            "status of defectors: rejoin their units: yes -> no",
        ),
        (
            Ceasefire(duration=time("P2M")),
            Ceasefire(),
            "ceasefire: duration 2 months, not reported in the new text",
        ),
        (
            Ceasefire(),
            Ceasefire(scope=["air strikes"]),
            "ceasefire: what stops: air strikes, not reported before",
        ),
        (
            ArmedExit(),
            ArmedExit(families=True),
            "armed exit: families may leave too: yes (lighter for those who leave)",
        ),
    ],
)
def test_a_change_of_a_field_is_told(old, new, expected):
    assert words(old, new) == [expected]


def test_what_is_added_to_a_report_carries_a_note(paper):
    grace = ServiceGrace(duration=time("P6M"), extension=Extension(up_to=time("P1Y")))
    change = compare(paper("p1", ServiceGrace(duration=time("P6M"))), paper("p2", grace))

    assert [movement.note for movement in change.movements] == ["not reported before"]


def test_a_field_that_is_gone_from_a_verbatim_text_is_removed():
    ends = Ceasefire(duration=time("P2M"), scope=["air strikes"]), Ceasefire()

    assert words(*ends, wording=Wording.VERBATIM, complete=True) == [
        "ceasefire: duration 2 months removed",
        "ceasefire: what stops: air strikes removed",
    ]


def test_a_verbatim_text_adds():
    ends = Ceasefire(), Ceasefire(duration=time("P2M"))

    assert words(*ends, wording=Wording.VERBATIM) == ["ceasefire: duration 2 months added"]


def test_a_ban_is_told_without_a_direction():
    ban = [ArmedExit(negated=True, weapons=w) for w in ([Weapon.LIGHT], list(Weapon))]

    assert words(*ban) == [
        "armed exit: weapons those who leave may carry: light -> light, medium, heavy"
    ]


def test_a_contested_value_is_told_with_all_its_claims():
    heavy, both = (
        WeaponsHandover(weapons=w) for w in ([Weapon.HEAVY], [Weapon.HEAVY, Weapon.MEDIUM])
    )

    assert words(heavy, (heavy, both)) == [
        "weapons handover: weapons heavy -> contested (heavy / medium, heavy)"
    ]


def test_an_article_that_only_one_report_has_is_told_whole(paper):
    change = compare(paper("p1", Ceasefire(duration=time("P2M"))), paper("p2", ServiceGrace()))

    assert [(str(one), one.direction) for one in change.movements] == [
        ("service grace (not reported before)", "neutral"),
        ("ceasefire: for 2 months (not reported)", "neutral"),
    ]
    assert change.movements[0].old_article is None
    assert change.movements[1].new_article is None


def test_movements_point_to_the_articles_on_both_sides(paper):
    old = paper("p1", Ceasefire(places=["A"]), ServiceGrace(duration=time("P6M")))
    [movement] = [
        one
        for one in compare(old, paper("p2", ServiceGrace(duration=time("P1Y")))).movements
        if one.kind == "service_grace"
    ]

    assert (str(movement.old_article), str(movement.new_article)) == ("p1.a2", "p2.a1")
    assert (movement.old, movement.new, movement.direction) == (time("P6M"), time("P1Y"), "lighter")
    assert movement.for_whom == "those liable to service"
    assert movement.change == "longer"


def test_other_words_of_a_provision_of_no_kind_are_told_as_far_as_they_go():
    text = (
        "Each side keeps lists of one, of two, of three and of four mines in every town it holds."
    )
    new = text.replace("one", "1").replace("two", "2").replace("three", "3").replace("four", "4")

    assert words(Other(text=text), Other(text=new)) == [
        "other provision: words: “one” -> “1”; “two” -> “2”; “three” -> “3”; and 1 more"
    ]


def test_words_that_come_or_go_are_told():
    text = "Each side keeps a list of the mines that it laid, and hands it over in the first week."

    assert words(Other(text=text), Other(text=text.replace(" the first", " first"))) == [
        "other provision: words: “the” taken out"
    ]
    assert words(Other(text=text), Other(text=text.replace("mines", "old mines"))) == [
        "other provision: words: “old” added"
    ]


def test_another_kind_is_told():
    text = "The army stays out of the towns of the region for good."
    old, new = (
        Proposal(id=name, articles=[Article(id="a1", accounts=[Account(term=term, text=text)])])
        for name, term in (("p1", TroopRedeployment()), ("p2", Ceasefire()))
    )

    assert [str(one) for one in compare(old, new).movements] == [
        "ceasefire: kind of provision: troop redeployment -> ceasefire"
    ]


def test_no_movement_says_concession_or_counts():
    table = (
        resources.files("qalamoun_terms.comparison").joinpath("movement.toml").read_text("utf-8")
    )

    assert "concession" not in table


def test_the_rules_name_each_kind_and_only_fields_that_it_has():
    table = (
        resources.files("qalamoun_terms.comparison").joinpath("movement.toml").read_text("utf-8")
    )
    rules = tomllib.loads(table)

    assert set(rules) == {"any", *KINDS}
    for kind, rows in rules.items():
        if kind == "any":
            continue
        assert kind_in_words(kind)
        assert set(rows) - {"name"} <= set(term_fields(KINDS[kind]))
        for row in rows.values():
            if isinstance(row, dict):
                directions = {
                    row[key] for key in ("longer", "wider", "more", "added") if key in row
                }
                assert directions <= {"lighter", "heavier"}
                assert bool(directions) == ("for" in row)
                assert set(row.get("not_for", ())) <= set(KINDS[kind].SUBKINDS)


def test_the_case_of_eastern_qalamoun_moves_as_its_sources_have_it():
    case = load_case("eastern-qalamoun")
    told = [str(one) for one in compare(case["initiative-2016"], case["agreement-2018"]).movements]

    assert {
        "service grace: extension up to 12 months added (lighter for those liable to service)",
        (
            "armed exit: weapons those who leave may carry: light, medium -> light "
            "(heavier for those who leave)"
        ),
        "protection: forces Third Division -> Russian military police",
    } <= set(told)
    assert any(one.startswith("ceasefire") and "(not reported before)" in one for one in told)
    assert not any(word in one for one in told for word in ("dropped", "removed", "concession"))


def test_the_truce_of_the_trial_is_not_reported_for_the_agreement():
    case = load_case("eastern-qalamoun")
    told = map(str, compare(case["trial-agreement-2017"], case["agreement-2018"]).movements)

    assert "ceasefire: duration 2 months, not reported in the new text" in set(told)


def counted(number, most=None, **stated):
    found = [Quantity(min=number, max=most or number, unit="prisoners", **stated)]
    return DetaineeRelease(quantities=found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (counted(50), counted(80), "heavier for those who hold them"),
        (counted(80), counted(50), "lighter for those who hold them"),
        (counted(50, 80), counted(60, 70), None),
        (counted(50), counted(50, approximate=True), None),
        (counted(50), counted(10, per="day"), None),
    ],
)
def test_counts_of_the_same_things_go_up_or_down(old, new, expected):
    [told] = words(old, new)

    assert told.endswith(f"({expected})") if expected else "(" not in told


def test_a_count_without_an_upper_end_is_more():
    few = DetaineeRelease(quantities=[Quantity(min=5, max=9, unit="prisoners")])
    many = DetaineeRelease(quantities=[Quantity(min=5, unit="prisoners")])

    assert what_happened(few.quantities, many.quantities) == "more"
    assert what_happened(many.quantities, few.quantities) == "fewer"


def test_each_field_of_each_kind_is_declared():
    table = (
        resources.files("qalamoun_terms.comparison").joinpath("movement.toml").read_text("utf-8")
    )
    rules = tomllib.loads(table)

    for kind, cls in KINDS.items():
        assert set(term_fields(cls)) <= {*rules["any"], *rules[kind]}


def test_a_longer_truce_is_heavier_for_those_who_hold_fire():
    told = words(Ceasefire(duration=time("P2M")), Ceasefire(duration=time("P3M")))

    assert told == [
        "ceasefire: duration 2 months -> 3 months (heavier for those who must hold fire)"
    ]
