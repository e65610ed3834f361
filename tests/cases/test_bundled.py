import os
import re
from itertools import chain
from pathlib import Path

import pytest
from attrs import evolve

from qalamoun_terms.cases import CaseInfo, demo_text, list_cases, load_case
from qalamoun_terms.errors import InvalidValueError, UnknownCaseError
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.model.check import problems
from qalamoun_terms.model.grounds import Citation, Ground, Quote, SourceKind, quotes_in
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef
from qalamoun_terms.model.record import ComplianceStatus, MeasureKind, Stance
from qalamoun_terms.model.terms import Weapon
from qalamoun_terms.model.time import Date, Duration
from qalamoun_terms.resources import data_path, read_text

NAME = "eastern-qalamoun"
PROPOSALS = (
    "initiative-2016",
    "delegation-articles-2017",
    "direct-contact-2017",
    "trial-agreement-2017",
    "agreement-2018",
)
REPORT = Path(__file__).parents[3] / "shared" / "cases" / "eastern-qalamoun-2017.txt"
needs_the_report = pytest.mark.skipif(
    not REPORT.exists() and not os.environ.get("CI"), reason="the founding report is not at hand"
)


@pytest.fixture(scope="module")
def case() -> Negotiation:
    return load_case(NAME)


@pytest.fixture(scope="module")
def report() -> str:
    return REPORT.read_bytes().decode("utf-8")


def grounds_of(case: Negotiation) -> list[Ground]:
    accounts = [account for _, article in case.articles() for account in article.accounts]
    return [
        *(item.ground for account in accounts for item in account.evidence),
        *(item.ground for proposal in case.proposals for item in proposal.evidence),
        *chain.from_iterable(
            record.grounds for record in (*case.positions, *case.measures, *case.compliance)
        ),
    ]


def leaves_of(case: Negotiation) -> list[Quote | Citation]:
    return [leaf for ground in grounds_of(case) for leaf in quotes_in(ground)]


def position_of(case: Negotiation, party: str, stance: Stance):
    [found] = [
        one
        for one in case.positions
        if case.party(one.party).name == party and one.stance is stance
    ]
    return found


# --- loading


def test_the_case_is_listed_with_what_it_holds():
    [info] = list_cases()

    assert info == CaseInfo(
        name=NAME,
        title="Eastern Qalamoun, 2016 to 2018",
        rounds=5,
        proposals=PROPOSALS,
        documents=10,
    )


def test_the_case_is_sound_and_complete(case):
    assert list(problems(case)) == []
    assert (case.id, case.title) == (NAME, "Eastern Qalamoun, 2016 to 2018")
    assert [case[name].articles_known for name in PROPOSALS] == [5, 1, 3, 9, 9]


def test_loading_twice_gives_the_same(case):
    assert load_case(NAME) == case


def test_json_round_trip_is_the_identity(case):
    assert from_json(to_json(case)) == case


@pytest.mark.parametrize("file", ["founding", "trial-2017", "autumn-2017", "agreement-2018"])
def test_each_file_is_a_case_of_its_own_and_written_as_we_write(file):
    text = read_text("cases", NAME, f"{file}.json")
    part = from_json(text)

    assert part.id == file
    assert to_json(part) + "\n" == text


@pytest.mark.parametrize("name", ["", "eastern", "Eastern-Qalamoun", "../cases", "manifest.toml"])
def test_an_unknown_case_is_refused_with_the_known_ones(name):
    with pytest.raises(UnknownCaseError, match=f"there is: {NAME}"):
        load_case(name)


def test_the_rounds_stand_in_their_order(case):
    assert [(stage.date.edtf, len(stage.proposals)) for stage in case.rounds] == [
        ("2016-06-15~", 1),
        ("2017-07-01/2017-07-15", 2),
        ("2017-07-16", 1),
        ("2017-08/2017-12", 0),
        ("2018-04-19", 1),
    ]


# --- texts


@needs_the_report
def test_every_quote_is_the_words_of_the_report(report):
    founding = from_json(read_text("cases", NAME, "founding.json"))
    quotes = [leaf for leaf in leaves_of(founding) if isinstance(leaf, Quote)]

    assert len(quotes) > 50
    assert all(report[one.start : one.end] == one.quote for one in quotes)


@needs_the_report
@pytest.mark.parametrize("key", ["founding:d1", "eastern-qalamoun-2017.txt"])
def test_the_report_is_attached_by_id_or_under_any_name(case, report, key):
    attached = load_case(NAME, texts={key: report})

    assert attached.document("founding:d1").text == report
    assert load_case(NAME).document("founding:d1").text is None
    assert evolve(attached, documents=()) == evolve(case, documents=())


@needs_the_report
@pytest.mark.parametrize("key", ["founding:d1", "report.txt"])
def test_an_altered_report_is_refused(report, key):
    with pytest.raises(InvalidValueError, match=f"^text '{key}': expected the text"):
        load_case(NAME, texts={key: report.replace("\n", "\r\n")})


def test_a_wrong_text_is_refused():
    with pytest.raises(InvalidValueError, match=r"^text 'founding:d1': .*4208 characters"):
        load_case(NAME, texts={"founding:d1": "Nothing of the kind."})


def test_quotes_are_short_and_of_the_founding_report_alone(case):
    quotes = [leaf for leaf in leaves_of(case) if isinstance(leaf, Quote)]

    assert {one.document for one in quotes} == {"founding:d1"}
    assert max(len(one.quote.split()) for one in quotes) <= 30


def test_no_text_of_a_report_ships(case):
    assert [one.text for one in case.documents] == [None] * 10
    assert [one.id for one in case.documents if one.sha256] == ["founding:d1"]


@needs_the_report
def test_outside_of_quotes_no_twelve_words_are_those_of_the_report(report):
    theirs = runs(report)

    for folder in (data_path(), data_path("cases"), data_path("cases", NAME)):
        for file in (one for one in folder.iterdir() if one.is_file()):
            ours = file.read_text(encoding="utf-8")
            ours = re.sub(r'"quote": "(?:[^"\\]|\\.)*"', "", ours)
            assert not theirs & runs(ours), file.name


def runs(text: str, length: int = 12) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_every_record_has_a_ground(case):
    for ref, article in case.articles():
        for account in article.accounts:
            assert [one for one in account.evidence if one.field == ""], ref
    for record in (*case.positions, *case.measures, *case.compliance):
        assert record.grounds, record.id


def test_every_record_says_that_a_person_coded_it(case):
    coded = [*(article for _, article in case.articles()), *case.proposals, *case.positions]

    assert {(one.coding.coder, one.coding.by_machine) for one in coded} == {
        ("qalamoun_terms authors", False)
    }


# --- the facts


def test_the_paper_of_2016_has_its_five_items(case):
    paper = case["initiative-2016"]
    leaving, settling, security, grace, protection = (one.term for one in paper.articles)

    assert paper.date == Date("2016-06-15~")
    assert leaving.weapons == (Weapon.LIGHT, Weapon.MEDIUM)
    assert settling.beneficiaries == ("armed and unarmed people of Jerod",)
    assert security.beneficiaries == ("citizens of the region, military or civilian",)
    assert (grace.duration, grace.extension) == (Duration.parse("P6M"), None)
    assert (protection.forces, protection.places) == (("Third Division",), ("Jerod",))


def test_one_article_of_an_unknown_number_is_known_of_the_delegation(case):
    offer = case["delegation-articles-2017"]

    assert (offer.articles_known, offer.articles_total, offer.complete) == (1, None, False)


def test_the_opposition_first_approved_and_then_rejected(case):
    offer = case["delegation-articles-2017"].id
    approved = position_of(case, "opposition", Stance.PROVISIONAL)
    rejected = position_of(case, "opposition", Stance.REJECTED)

    assert approved.target == ProposalRef(offer)
    assert rejected.target == ArticleRef(offer, "a1")
    assert rejected.after == (approved.id,)


def test_the_direct_contact_is_one_anonymous_sources_word(case):
    contact = case["direct-contact-2017"]
    positions = [one for one in case.positions if one.target == ProposalRef(contact.id)]

    assert [one.stance for one in positions] == [Stance.ACCEPTED] * 2
    assert {one.source.kind for one in positions} == {SourceKind.ANONYMOUS}


def test_pressure_and_relief_stand_beside_the_talks(case):
    closed, reopened, blockade, kept_out = case.measures

    assert closed.duration == Duration.parse("P3D")
    assert closed.answers == ArticleRef(case["delegation-articles-2017"].id, "a1")
    assert [one.kind for one in case.measures] == [
        MeasureKind.PRESSURE,
        MeasureKind.RELIEF,
        MeasureKind.PRESSURE,
        MeasureKind.PRESSURE,
    ]
    assert reopened.source.kind is SourceKind.REPORT
    assert "blockade" in blockade.label
    assert kept_out.date == Date("2017-08")


def test_the_factions_accusation_is_an_allegation_about_the_trial(case):
    [alleged] = case.compliance

    assert alleged.status is ComplianceStatus.ALLEGED_BREACH
    assert alleged.target == ProposalRef(case["trial-agreement-2017"].id)
    assert case.party(alleged.alleged_by).name == "factions of Eastern Qalamoun"


def test_the_weapons_of_2018_are_contested_and_nothing_else_is(case):
    deal = case["agreement-2018"]
    contested = [one for one in deal.articles if one.term is None]

    assert [one.kind for one in contested] == ["weapons_handover"]
    assert contested[0].differences == ("weapons", "weapon_items")
    assert [account.term.weapons for account in contested[0].accounts] == [
        (Weapon.HEAVY,),
        (Weapon.HEAVY,),
        (Weapon.MEDIUM, Weapon.HEAVY),
        (Weapon.MEDIUM, Weapon.HEAVY),
        (Weapon.LIGHT, Weapon.HEAVY),
    ]


def test_no_acceptance_by_the_state_is_on_record_for_2018(case):
    deal = case["agreement-2018"]
    on_it = [one for one in case.positions if one.target.proposal == deal.id]

    assert [case.party(one).name for one in deal.with_role(*{one.role for one in deal.roles})] == [
        "factions' unified command",
        "Russia",
    ]
    assert not [one for one in on_it if case.side_of(one.party).label == "State"]


def test_one_faction_first_rejected_and_then_agreed_to_leave(case):
    rejected = position_of(case, "Jaysh Tahrir al-Sham", Stance.REJECTED)
    agreed = position_of(case, "Jaysh Tahrir al-Sham", Stance.ACCEPTED)

    assert rejected.inferred
    assert agreed.after == (rejected.id,)
    assert case.resolve(agreed.target).kind == "armed_exit"


def test_the_grace_of_2018_can_be_extended_to_a_year(case):
    [grace] = [one.term for one in case["agreement-2018"].articles if one.kind == "service_grace"]

    assert str(grace.duration) == "P6M"
    assert str(grace.extension.up_to) == "P12M"


def test_what_was_unified_across_the_sources_says_why(case):
    kept = {(one.record, one.kept, one.dropped) for one in case.unifications}

    assert ("proposal", "trial-2017:p1", "autumn-2017:p1") in kept
    assert all(one.reason for one in case.unifications)
    assert len([one for one in case.parties if one.name == "Russia"]) == 1
    assert len([one for one in case.places if one.name == "Jerod"]) == 1
    assert [side.label for side in case.sides] == ["State", "Opposition", "Russia", "Civilians"]


# --- the retelling


def test_the_demonstration_text_reads_like_a_report():
    text = demo_text()

    assert 300 <= len(text.split()) <= 450
    assert "mid June last year" in text
    assert "\r" not in text
