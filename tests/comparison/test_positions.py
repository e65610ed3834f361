import pytest
from attrs import evolve

from qalamoun_terms.comparison.describe import describe, describe_article, in_words
from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.model import terms as t
from qalamoun_terms.model.actors import Party, Role, RoleInProposal, Side, SideRole
from qalamoun_terms.model.grounds import Source, SourceKind
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    Status,
)
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.time import Amount, Date, Deadline, Duration, Extension


def article(id, term, **stated):
    return Article(id=id, accounts=[Account(term=term)], **stated)


def said(id, party, target, stance, **stated):
    whole, _, part = target.partition(".")
    ref = ArticleRef(whole, part) if part else ProposalRef(whole)
    return Position(id=id, party=party, target=ref, stance=stance, **stated)


@pytest.fixture
def case():
    inside = Source(kind=SourceKind.ANONYMOUS, affiliation="a council", party="y2")
    roles = [
        Role(party="y1", role=RoleInProposal.PROPOSER),
        Role(party="y2", role=RoleInProposal.ADDRESSEE),
    ]
    offer = Proposal(
        id="p1",
        roles=roles,
        articles=[
            article("a1", t.Ceasefire(), label="1"),
            article("a2", t.TroopRedeployment()),
            article("a3", t.Ceasefire(subkind="calming")),
        ],
    )
    later = Proposal(id="p2", title="The package", date=Date("2018"), roles=roles)
    talks = Proposal(id="p3", articles=[article("a1", t.PoliticalProcess())])
    return Negotiation(
        id="c",
        sides=[
            Side(id="s3", label="Mediator", role=SideRole.MEDIATOR, principal=False),
            Side(id="s1", label="State", role=SideRole.STATE),
            Side(id="s2", label="Opposition", role=SideRole.OPPOSITION),
            Side(id="s4", label="Observers", role=SideRole.OTHER, principal=False),
        ],
        parties=[
            Party(id="y1", name="Government", side="s1"),
            Party(id="y2", name="Council", side="s2"),
            Party(id="y3", name="Envoy", side="s3"),
            Party(id="y4", name="Committee", side="s2"),
            Party(id="y5", name="Elders"),
        ],
        proposals=[offer, later, talks],
        positions=[
            said("n1", "y1", "p1", Stance.PROPOSED, when=Date("2016")),
            said("n2", "y2", "p1", Stance.PROVISIONAL),
            said("n3", "y2", "p1.a2", Stance.REJECTED, after=["n2"], when=Date("2017")),
            said("n4", "y2", "p1.a3", Stance.DEFERRED, after=["n2"]),
            said("n5", "y3", "p1", Stance.ACCEPTED),
            said("n6", "y5", "p1.a1", Stance.ACCEPTED),
            said("n7", "y1", "p3", Stance.ACCEPTED, source=inside),
            said("n8", "y2", "p3", Stance.ACCEPTED, source=inside),
        ],
    )


def test_the_rows_are_the_articles_and_the_proposals_without_any(case):
    table = positions(case)

    assert [str(row.ref) for row in table.rows] == ["p1.a1", "p1.a2", "p1.a3", "p2", "p3.a1"]
    assert [row.label for row in table.rows] == ["1", "p1.a2", "p1.a3", "p2", "p3.a1"]


def test_the_sides_stand_in_the_order_of_the_case_and_unknown_ones_last(case):
    table = positions(case)

    assert [one.label for one in table.sides] == [
        "Mediator",
        "State",
        "Opposition",
        "side not known",
    ]
    assert [one.parties for one in table.sides] == [("y3",), ("y1",), ("y2",), ("y5",)]


def test_a_cell_says_what_stands_and_what_stood_before(case):
    row = positions(case)["p1.a2"]

    assert [cell.words for cell in row.sides] == [
        "accepted",
        "proposed",
        "rejected (before: provisional)",
        "not reported",
    ]
    assert [one.id for one in row.side("s2").earlier] == ["n2"]
    assert [one.id for one in row.side("s2").standing] == ["n3"]


def test_a_deferred_or_missing_answer_is_never_a_refusal(case):
    table = positions(case)

    assert table["p1.a3"].side("s2").words == "deferred (before: provisional)"
    assert table["p2"].side("s2").words == "no response on record"
    assert table["p2"].side("s3").words == "not reported"


def test_a_status_makes_no_cell_say_that_nobody_answered(case):
    settled = evolve(case.proposals[1], status=Status.TENTATIVE)
    table = positions(evolve(case, proposals=(case.proposals[0], settled, case.proposals[2])))

    assert table["p2"].side("s2").words == "not reported"
    assert table["p2"].outcome.outcome is Outcome.IN_PRINCIPLE


def test_the_rows_are_told_apart_by_outcome(case):
    table = positions(case)

    assert [str(row.ref) for row in table.agreed] == ["p3.a1"]
    assert [str(row.ref) for row in table.disputed] == ["p1.a2"]
    assert [str(row.ref) for row in table.open] == ["p1.a1", "p1.a3", "p2"]


def test_the_rows_are_grouped_by_kind(case):
    groups = positions(case).by_kind()

    assert {kind: len(rows) for kind, rows in groups.items()} == {
        "ceasefire": 2,
        "troop_redeployment": 1,
        "proposal": 1,
        "political_process": 1,
    }


def test_the_sentence_counts_and_says_what_one_side_claims(case):
    assert positions(case).sentence == (
        "Of 4 known articles: 1 agreed (1 claimed by one side), 1 agreed in principle, 1 disputed, "
        "1 deferred. 1 proposal is known without articles: 1 without a response on record."
    )


def test_as_of_a_day_what_is_later_is_left_out_and_what_is_undated_is_named(case):
    table = positions(case, as_of=Date("2016-12-31"))

    assert [str(row.ref) for row in table.rows] == ["p1.a1", "p1.a2", "p1.a3", "p3.a1"]
    assert table["p1.a2"].outcome.outcome is Outcome.IN_PRINCIPLE
    assert table.undated == ("n2", "n4", "n5", "n6", "n7", "n8")


def test_as_of_a_day_what_came_after_a_later_position_is_left_out(case):
    more = said("n9", "y2", "p1.a2", Stance.ACCEPTED, after=["n3"])
    table = positions(evolve(case, positions=(*case.positions, more)), as_of=Date("2016"))

    assert "n9" not in table.undated


def test_as_of_a_day_later_proposals_supersede_nothing(case):
    later = evolve(case.proposals[1], supersedes=(ProposalRef("p1"),))
    known = evolve(case, proposals=(case.proposals[0], later, case.proposals[2]))

    assert positions(known)["p1.a1"].outcome.outcome is Outcome.SUPERSEDED
    assert positions(known, as_of=Date("2017"))["p1.a2"].outcome.outcome is Outcome.DISPUTED


def test_parties_of_one_side_are_named_where_they_differ(case):
    other = said("n9", "y4", "p1.a2", Stance.ACCEPTED)
    row = positions(evolve(case, positions=(*case.positions, other)))["p1.a2"]

    assert row.side("s2").words == ("Council: rejected (before: provisional); Committee: accepted")
    assert row.party("y4").words == "accepted"
    assert not row.party("y3").negotiating
    assert row.party("y9") is None


def test_a_cell_shows_alleged_breaches_and_flags(case):
    more = (
        said("n9", "y1", "p1.a1", Stance.VIOLATED),
        said("m1", "y2", "p1.a1", Stance.REJECTED),
        said("m2", "y2", "p1.a1", Stance.ACCEPTED, source=Source(affiliation="a paper")),
    )
    row = positions(evolve(case, positions=(*case.positions, *more)))["p1.a1"]

    assert row.side("s1").words == "proposed (breach alleged)"
    assert row.party("y1").alleged == (more[0],)
    assert row.side("s2").flags == ("sources conflict", "order not known")
    assert row.side("s2").words == (
        "rejected / accepted (on the whole: provisional; sources conflict; order not known)"
    )


def test_missing_rows_and_sides_are_refused(case):
    table = positions(case)

    with pytest.raises(KeyError, match=r"no row p9\.a1"):
        table["p9.a1"]
    with pytest.raises(KeyError, match="no cell for the side 's9'"):
        table["p1.a1"].side("s9")
    assert table[ArticleRef("p1", "a1")] is table["p1.a1"]


def test_a_case_without_proposals_says_so():
    assert positions(Negotiation(id="c")).sentence == "No article is known."


# --- terms in plain words


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (t.Ceasefire(), "ceasefire"),
        (
            t.Ceasefire(subkind="calming", reciprocal=True, extension=Extension(times=0)),
            "ceasefire (calming): binding both sides, not extendable",
        ),
        (
            t.TroopRedeployment(subkind="deploy", negated=True, forces=["army"]),
            "ban: troop redeployment (deploy): army",
        ),
        (t.ArmedExit(weapons=[], families=False), "armed exit: carrying no weapons, without their families"),
        (t.HumanitarianAccess(goods=["flour", "fuel"], route=[]),
         "humanitarian access: flour and fuel, by which road, port or crossing: none"),
        (t.MovementAccess(hours="by day", places=["Manin road"]),
         "movement access: when it is open: by day, at Manin road"),
        (
            t.ServiceGrace(
                duration=Duration.parse("P6M"), extension=Extension(up_to=Duration.parse("P1Y"))
            ),
            "service grace: for 6 months, extendable up to 12 months",
        ),
        (t.Other(text="No flags."), "other: No flags."),
        (
            t.DetaineeRelease(quantities=[t.Quantity(min=5, max=5, unit="men")]),
            "detainee release: 5 men",
        ),
    ],
)  # fmt: skip
def test_a_term_is_put_into_plain_words(term, words):
    assert describe(term) == words


@pytest.mark.parametrize("kind", sorted(t.KINDS))
def test_every_kind_has_words(kind):
    term = t.KINDS[kind](text="x") if kind == "other" else t.KINDS[kind]()

    assert describe(term).startswith(kind.replace("_", " "))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Duration.parse("P1M"), "1 month"),
        (Duration.parse("P1M/P45D"), "1 month to 45 days"),
        (Duration.parse("PT36H~"), "about 36 hours"),
        (Duration(Amount(months=1, seconds=86_400)), "1 month and 1 day"),
        (Duration(Amount()), "no time"),
        (Extension(), "extendable"),
        (Extension(by=Duration.parse("P1M"), times=2), "extendable by 1 month, 2 times"),
        (
            Deadline(within=Duration.parse("P3D"), by=Date("2018-04-19")),
            "within 3 days, by 2018-04-19",
        ),
        (t.Weapon.HEAVY, "heavy"),
        (False, "no"),
        (("a",), "a"),
    ],
)
def test_a_value_is_put_into_plain_words(value, words):
    assert in_words(value) == words


def test_an_article_on_which_accounts_differ_shows_all_that_they_say():
    def told(*found):
        return Article(id="a1", accounts=[Account(term=term) for term in found])

    heavy, light = t.WeaponsHandover(weapons=[t.Weapon.HEAVY]), t.WeaponsHandover()
    pause = t.Ceasefire(subkind="humanitarian_pause")

    assert describe_article(told(heavy, light)) == (
        "weapons handover; accounts differ: heavy weapons / weapons not stated"
    )
    assert describe_article(told(t.Ceasefire(), pause)) == (
        "accounts differ: ceasefire / ceasefire (humanitarian pause)"
    )
    assert describe_article(told(t.Ceasefire(), heavy)) == (
        "accounts differ: ceasefire / weapons handover: heavy weapons"
    )
    assert describe_article(told(t.Other(text="A"), t.Other(text="B"))) == (
        "other; accounts differ: A / B"
    )
