import re
from pathlib import Path

import pytest
from attrs import evolve

from qalamoun_terms.comparison.grade import Grade
from qalamoun_terms.comparison.outcome import Outcome, OutcomeBasis, outcome_of
from qalamoun_terms.model.actors import Party, Role, RoleInProposal, Side, SideRole
from qalamoun_terms.model.check import check
from qalamoun_terms.model.grounds import Citation, Document, Quote, Source, SourceKind
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
    Status,
    Wording,
)
from qalamoun_terms.model.record import Basis, Position, Stance, Voice
from qalamoun_terms.model.terms import Ceasefire
from qalamoun_terms.model.time import Date

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "outcomes.md"
ROW = re.compile(
    r"^\| `(?P<record>[^`]+)` \| (?P<outcome>[^|]+?) \|(?P<flags>[^|]*)\|$", re.MULTILINE
)
ITEM = re.compile(r"(?P<party>[\w/]+): (?P<positions>.+)|(?P<holder>[\w/]+) is (?P<role>\w+)")
POSITION = re.compile(
    r"(?P<stance>\w+) (?P<target>[PA])(?: @(?P<when>\S+))?"
    r"(?: (?P<how>own|announced|signed))?(?: by (?P<by>.+))?"
)
HOW = {
    "own": {"voice": Voice.OWN},
    "announced": {"basis": Basis.ANNOUNCEMENT},
    "signed": {"basis": Basis.SIGNATURE},
}
ROLES = {
    "state": SideRole.STATE,
    "opposition": SideRole.OPPOSITION,
    "rebels": SideRole.OPPOSITION,
    "mediator": SideRole.MEDIATOR,
}


def rows():
    return [match.groups() for match in ROW.finditer(PAGE.read_text(encoding="utf-8"))]


def case_of(record: str) -> Negotiation:
    """Make the case that a record of the truth table stands for."""
    items = record.split("; ")
    found = [match for match in map(ITEM.fullmatch, items) if match]
    parties = list(dict.fromkeys(one["party"] or one["holder"] for one in found))
    parties += [f"{side}/source" for side in ("state", "opposition") if f"by {side}" in record]
    parties += ["opposition/source"] if "by anonymous opposition" in record else []
    sides = dict.fromkeys(party.split("/")[0] for party in parties)
    article = Article(id="a1", accounts=accounts_of(items))
    paper = Proposal(
        id="p1",
        articles=[article],
        roles=[
            Role(party=party_id(one["holder"]), role=RoleInProposal(one["role"]))
            for one in found
            if one["holder"]
        ],
        status=next((Status(one[7:]) for one in items if one.startswith("status ")), None),
    )
    later = Proposal(id="p2", supersedes=[ProposalRef("p1")])
    case = Negotiation(
        id="c",
        sides=[Side(id=side, label=side, role=ROLES[side]) for side in sides if side in ROLES],
        parties=[party_of(name) for name in dict.fromkeys(parties)],
        proposals=[paper, later] if "superseded" in items else [paper],
        positions=positions_of(found),
    )
    return check(case)


def accounts_of(items):
    wording = Wording.VERBATIM if "verbatim" in items else Wording.REPORTED
    told = [Account(term=Ceasefire(), wording=wording)]
    if "accounts differ" in items:
        told.append(Account(term=Ceasefire(reciprocal=True), wording=wording))
    return told


def party_id(name):
    return name.replace("/", "-")


def party_of(name):
    side, _, own = name.partition("/")
    return Party(id=party_id(name), name=own or side, side=side if side in ROLES else None)


def positions_of(found):
    made = []
    for one in found:
        for part in (one["positions"] or "").split(", ") if one["positions"] else ():
            for step, words in enumerate(part.split(" then ")):
                after = [made[-1].id] if step else []
                made.append(position_of(f"n{len(made) + 1}", one["party"], words, after))
    return made


def position_of(id, party, words, after):
    said = POSITION.fullmatch(words)
    assert said, words
    return Position(
        id=id,
        party=party_id(party),
        target=ProposalRef("p1") if said["target"] == "P" else ArticleRef("p1", "a1"),
        stance=Stance(said["stance"]),
        when=Date(said["when"]) if said["when"] else None,
        after=after,
        source=source_of(said["by"]),
        **HOW.get(said["how"], {}),
    )


def source_of(by):
    if by is None:
        return Source()
    side = by.removeprefix("anonymous ")
    party = f"{side}-source" if side in ROLES else None
    if by.startswith("anonymous"):
        return Source(kind=SourceKind.ANONYMOUS, affiliation=side, party=party)
    return Source(kind=SourceKind.NAMED, name=f"a speaker of the {side}", party=party)


# --- the truth table


@pytest.mark.parametrize(("record", "expected", "flags"), rows())
def test_every_row_of_the_truth_table_holds(record, expected, flags):
    case = case_of(record)
    outcome = outcome_of(case, "p1.a1")
    reverse = outcome_of(evolve(case, positions=case.positions[::-1]), "p1.a1")

    assert outcome.label == expected
    assert ", ".join(outcome.flags) == flags.strip()
    assert reverse == outcome


def test_the_table_has_every_outcome_and_every_grade():
    labels = [expected for _, expected, _ in rows()]

    assert len(labels) == PAGE.read_text(encoding="utf-8").count("\n| `") > 60
    assert all(any(label.startswith(one.value) for label in labels) for one in Outcome)
    assert all(any(one.value in label for label in labels) for one in Grade)


# --- what is shown beside the outcome


def test_a_replaced_position_is_kept_with_the_one_in_its_place():
    case = case_of("state: proposed P; opposition: provisional P then rejected A")
    [replacement] = outcome_of(case, "p1.a1").replaced

    assert replacement.position.stance is Stance.PROVISIONAL
    assert (replacement.by.stance, replacement.later) == (Stance.REJECTED, True)


def test_a_position_that_is_outweighed_is_not_called_earlier():
    case = case_of("state: proposed P; opposition: provisional P, rejected A")
    [replacement] = outcome_of(case, "p1.a1").replaced

    assert not replacement.later


def test_the_silent_sides_are_named():
    case = case_of("state: proposed P; opposition is addressee")

    assert outcome_of(case, "p1.a1").silent == ("opposition",)


def test_an_alleged_breach_is_shown():
    outcome = outcome_of(case_of("state: proposed P; opposition: accepted A, violated A"), "p1.a1")

    assert [one.stance for one in outcome.alleged] == [Stance.VIOLATED]
    assert "An allegation does not change the outcome." in outcome.explain()


def test_a_side_without_part_in_the_proposal_is_named_with_an_assent():
    case = case_of("state: accepted P; opposition: accepted P")
    apart = Side(id="s9", label="Civilians", role=SideRole.CIVILIAN)
    outcome = outcome_of(evolve(case, sides=(*case.sides, apart)), "p1.a1")

    assert outcome.label == "agreed (reported; no answer of Civilians on record)"
    assert "Civilians has no part in the proposal" in outcome.explain()


def test_a_source_that_is_named_by_its_affiliation_speaks_for_its_side():
    case = case_of("state: accepted P; opposition: accepted P")
    member = Source(kind=SourceKind.ANONYMOUS, affiliation="The Opposition")
    told = tuple(evolve(one, source=member) for one in case.positions)
    outcome = outcome_of(evolve(case, positions=told), "p1.a1")

    assert outcome.label == "agreed (claimed by one side, anonymous)"


def test_a_source_that_passes_on_another_speaks_for_that_one():
    case = case_of("state: accepted P; opposition: accepted P")
    passed_on = Source(cites=Source(kind=SourceKind.NAMED, name="A speaker", party="state"))
    told = tuple(evolve(one, source=passed_on) for one in case.positions)

    assert outcome_of(evolve(case, positions=told), "p1.a1").grade is Grade.ONE_SIDE


def test_a_counterpart_speaks_for_the_other_side():
    case = case_of("state: accepted P; opposition: accepted P own")
    told = tuple(
        evolve(one, voice=Voice.COUNTERPART) if one.party == "state" else one
        for one in case.positions
    )

    assert outcome_of(evolve(case, positions=told), "p1.a1").grade is Grade.ONE_SIDE


def test_a_mediator_who_tells_of_both_sides_is_no_side():
    case = case_of("state: accepted P; opposition: accepted P; mediator is facilitator")
    envoy = Source(kind=SourceKind.NAMED, name="The envoy", party="mediator")
    told = tuple(evolve(one, source=envoy) for one in case.positions)

    assert outcome_of(evolve(case, positions=told), "p1.a1").grade is Grade.REPORTED


# --- a proposal without known articles


def test_a_proposal_without_known_articles_has_an_outcome():
    case = case_of("state: proposed P; opposition: provisional P")
    bare = evolve(case.proposals[0], articles=())

    assert outcome_of(evolve(case, proposals=(bare,)), "p1").outcome is Outcome.IN_PRINCIPLE


def test_an_unknown_article_is_refused():
    with pytest.raises(KeyError, match="p1 has no article 'a7'"):
        outcome_of(case_of("status agreed"), "p1.a7")


def test_a_status_is_named_as_the_basis():
    outcome = outcome_of(case_of("status tentative"), ArticleRef("p1", "a1"))

    assert (outcome.basis, str(outcome)) == (
        OutcomeBasis.STATUS,
        "agreed in principle (reported; by the status of the proposal)",
    )


# --- explanation


def test_an_explanation_goes_down_to_the_words_and_who_said_them():
    text = "The council said no."
    case = case_of("state: proposed P; opposition: provisional P then rejected A")
    activist = Source(kind=SourceKind.NAMED, name="W. A.", affiliation="activist")
    words = Quote(document="d1", start=0, end=20, quote=text)
    refusal = evolve(case.positions[2], source=activist, grounds=(words,), reason="no trust")
    offer = evolve(case.positions[0], grounds=(Citation(document="d1", locator="item 2"),))
    told = evolve(
        case,
        documents=(Document.of("d1", text),),
        positions=(offer, case.positions[1], refusal),
    )

    expected = """\
p1.a1: disputed (reported).
A rejection by a negotiating party stands.
Opposition rejected the article p1.a1, for the reason given: "no trust": "The council said no." (d1), \
by the account of W. A. (activist).
State proposed the whole proposal: d1, item 2, as reported.
Opposition provisionally accepted the whole proposal, as reported. That no longer stands: \
it later rejected the article p1.a1 (the source's words place it after)."""
    assert outcome_of(told, "p1.a1").explain() == expected


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ("state: proposed P; opposition is addressee", "No response of opposition is on record."),
        ("state: proposed P", "No other side than state is on record."),
        ("state is proposer", "State proposed the whole proposal, by its role as proposer."),
        ("status agreed", "No position of a negotiating party is on record; a source calls"),
        ("state: proposed P; superseded", "It is superseded by p2."),
        ("state: proposed P; opposition: accepted P @2015, rejected P @2016", "(2016 is after 2015)"),
        ("state: proposed P; opposition: accepted P, rejected A", "which came first is not known"),
        ("state: proposed P; opposition: accepted A, rejected A", "both stand"),
        ("state: proposed P; opposition: accepted A by state, rejected A", "Sources differ"),
        ("state: proposed P; accounts differ", "Accounts differ on what the article says."),
        ("state: proposed P; mediator: accepted P", "so this does not count"),
        ("state: accepted P by state; opposition: accepted P by state", "told by one side"),
    ],
)  # fmt: skip
def test_an_explanation_says_what_decided(record, sentence):
    assert sentence in outcome_of(case_of(record), "p1.a1").explain()


def test_a_condition_and_a_date_are_told():
    case = case_of("state: proposed P; opposition: conditional A @2016-06")
    terms = tuple(
        evolve(one, condition="the road opens") if one.stance is Stance.CONDITIONAL else one
        for one in case.positions
    )

    assert (
        'Opposition conditionally accepted the article p1.a1 (2016-06), on condition: "the road opens"'
        in outcome_of(evolve(case, positions=terms), "p1.a1").explain()
    )


def test_a_source_of_a_party_without_a_side_speaks_for_that_party():
    case = case_of("unknown is negotiating_party; state is negotiating_party; "
                   "unknown: accepted P; state: accepted P")  # fmt: skip
    member = Source(kind=SourceKind.NAMED, name="A member", party="unknown")
    told = tuple(evolve(one, source=member) for one in case.positions)

    assert outcome_of(evolve(case, positions=told), "p1.a1").grade is Grade.ONE_SIDE


def test_a_status_that_one_side_tells_is_claimed_by_that_side():
    case = case_of("state is proposer; opposition is addressee; status agreed")
    member = Source(kind=SourceKind.ANONYMOUS, party="opposition")
    told = evolve(case, proposals=(evolve(case.proposals[0], source=member),))

    assert outcome_of(told, "p1.a1").label == (
        "agreed (claimed by one side, anonymous; by the status of the proposal)"
    )
