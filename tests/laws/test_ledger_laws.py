"""What holds of positions over time, whatever the case."""

import json
from functools import cache

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qalamoun_terms.comparison.clocks import ClockState
from qalamoun_terms.comparison.concessions import concessions
from qalamoun_terms.comparison.conditions import conditional_acceptances
from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.comparison.over_time import changes_between
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.comparison.preferences import Preference, Preferences, Way, overlay
from qalamoun_terms.comparison.ranges import ranges
from qalamoun_terms.comparison.spans import end_of
from qalamoun_terms.comparison.told import Movement
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.formats.schema import json_schema
from qalamoun_terms.model.actors import Party
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Citation, Quote
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, ArticleRef, Proposal, ProposalRef
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.terms import KINDS, Ceasefire, term_fields
from qalamoun_terms.testing import dates, durations, negotiations

_SOME = settings(max_examples=25)
_TWO_DAYS = st.tuples(st.dates(), st.dates()).map(lambda pair: tuple(map(Date.of, sorted(pair))))
_OPPOSITES = {"longer": "shorter", "wider": "narrower", "more": "fewer", "added": "removed"}
_OPPOSITES |= {other: one for one, other in _OPPOSITES.items()}
_TAKING = (
    Stance.PROPOSED,
    Stance.DEMANDED,
    Stance.INSISTED,
    Stance.ACCEPTED,
    Stance.PROVISIONAL,
    Stance.CONDITIONAL,
)
_OFF = (Outcome.AGREED, Outcome.WITHDRAWN, Outcome.SUPERSEDED)


@_SOME
@given(negotiations(), dates())
def test_nothing_changes_between_a_date_and_itself(case, date):
    assert changes_between(case, date, date).changes == ()


@_SOME
@given(negotiations(), _TWO_DAYS)
def test_what_is_not_told_as_changed_is_the_same_at_both_ends(case, days):
    before, after = (positions(case, day) for day in days)
    found = changes_between(case, *days)
    changed = {str(one.ref) for one in found}
    old = {str(row.ref): row for row in before.rows}

    assert changed <= {str(row.ref) for row in after.rows}
    for row in after.rows:
        if str(row.ref) in changed:
            assert found[row.ref].label_after == row.outcome.label
        else:
            assert old[str(row.ref)].outcome.label == row.outcome.label
            assert old[str(row.ref)].expired == row.expired


@_SOME
@given(negotiations(), _TWO_DAYS)
def test_what_has_run_out_stays_so_unless_more_becomes_known(case, days):
    first, second = (positions(case, day) for day in days)
    told = {str(one.ref) for one in changes_between(case, *days)}
    gone = {str(row.ref) for row in first.expired}

    assert gone - told <= {str(row.ref) for row in second.expired}


@given(dates(), durations())
def test_an_end_is_never_before_its_start(start, lasts):
    end = end_of(start, lasts)

    assert (end is None) == (start.earliest is None and start.latest is None)
    if end is not None:
        for one, other in ((start.earliest, end.earliest), (start.latest, end.latest)):
            assert (one is None) == (other is None)
            assert one is None or one <= other


@_SOME
@given(negotiations(), dates())
def test_only_what_is_agreed_runs_and_only_a_known_start_runs_out(case, date):
    for row in positions(case, date).rows:
        assert row.outcome.outcome.is_assent or not row.clocks
        for one in row.clocks:
            if one.why is not None:
                assert one.state in (ClockState.NOT_BEGUN, ClockState.UNKNOWN)


@_SOME
@given(negotiations())
def test_each_article_is_open_or_agreed_or_off_the_table(case):
    found = open_articles(case)
    rows = positions(case).rows

    assert {str(one.ref) for one in found} == {
        str(row.ref) for row in rows if row.outcome.outcome not in _OFF
    }
    for shared in found.common:
        assert len(set(shared.sides)) == len(shared.sides) >= 2
        assert not set(shared.sides) & set(shared.others)


@_SOME
@given(negotiations())
def test_every_allegation_stands_with_its_target_and_stays_one(case):
    found = implementation(case)
    told = {report.record for duty in found for report in duty.reports}
    alleged = {report.record for duty in found for report in duty.alleged}
    violated = {one.id for one in case.positions if one.stance is Stance.VIOLATED}

    assert told == {one.id for one in case.compliance} | violated
    assert violated <= alleged


@_SOME
@given(negotiations())
def test_a_concession_has_one_party_two_dates_one_article_and_two_quotes(case):
    for one in concessions(case):
        assert one.earlier.party == one.later.party
        assert one.earlier.when.before(one.later.when)
        assert isinstance(one.earlier.target, ArticleRef)
        assert isinstance(one.later.target, ArticleRef)
        assert one.earlier.grounds
        assert one.later.grounds


@st.composite
def _answers(draw, id):
    words = [Quote(document="d1", start=0, end=3, quote="yes")]
    years = st.sampled_from([None, Date("2016"), Date("2016-06"), Date("2017"), Date("2018")])
    return Position(
        id=id,
        party=draw(st.sampled_from(["y1", "y2"])),
        target=draw(st.sampled_from([ProposalRef("p1"), *(ArticleRef("p1", a) for a in "ab")])),
        stance=draw(st.sampled_from(Stance)),
        when=draw(years),
        grounds=draw(st.sampled_from([(), words, [Citation(document="d1")]])),
    )


@given(st.tuples(*(_answers(f"n{number}") for number in range(4))))
def test_a_refusal_that_is_given_up_is_found_just_where_all_conditions_hold(answers):
    articles = [Article(id=a, accounts=[Account(term=Ceasefire())]) for a in "ab"]
    parties = [Party(id=one, name=one) for one in ("y1", "y2")]
    case = Negotiation(
        id="c",
        parties=parties,
        proposals=[Proposal(id="p1", articles=articles)],
        positions=answers,
    )
    found = {(one.earlier.id, one.later.id) for one in concessions(case)}
    refusals = {
        (one.id, other.id)
        for one in answers
        for other in answers
        if one.stance is Stance.REJECTED
        and other.stance in _TAKING
        and one.party == other.party
        and one.target == other.target != ProposalRef("p1")
        and one.when is not None
        and other.when is not None
        and one.when.before(other.when)
        and all(isinstance(ground, Quote) for ground in (*one.grounds, *other.grounds))
        and one.grounds
        and other.grounds
    }

    assert {pair for pair in found if _stance(case, pair[0]) is Stance.REJECTED} == refusals


def _stance(case, id):
    return next(one.stance for one in case.positions if one.id == id)


@_SOME
@given(negotiations())
def test_ranges_and_conditions_speak_of_what_the_case_has(case):
    articles = {ref for ref, _ in case.articles()}

    for number in ranges(case):
        assert {ref for one in number.stated for ref in one.articles} <= articles
        assert len(number.stated) > 1 or number.meets is None
    for one in conditional_acceptances(case):
        assert {article.ref for article in one.articles} <= articles - {one.target}


@_SOME
@given(negotiations(), dates(), st.booleans())
def test_what_is_kept_survives_the_file(case, date, whole):
    day = None if whole else date
    kept = open_articles(case, day), implementation(case, day), changes_between(case, None, day)

    for value in kept:
        text = to_json(value)

        assert from_json(text) == value
        Draft202012Validator(_schema(json.loads(text)["type"])).validate(json.loads(text))


@cache
def _schema(name):
    return json_schema(name)


@_SOME
@given(negotiations())
def test_the_order_of_records_changes_no_camp_and_no_range(case):
    turned = evolve(case, positions=tuple(reversed(case.positions)))

    assert open_articles(turned).articles == open_articles(case).articles
    assert ranges(turned) == ranges(case)


@given(st.data())
def test_a_table_and_its_opposite_never_agree(data):
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    name = data.draw(st.sampled_from(term_fields(KINDS[kind])))
    wants = data.draw(st.sampled_from(sorted(_OPPOSITES)))
    change = data.draw(st.sampled_from([*_OPPOSITES, "changed", "contested"]))
    movement = Movement(kind=kind, field=name, change=change, words="moved")
    ways = []
    for wish in (wants, _OPPOSITES[wants]):
        row = Preference(whose="A", kind=kind, field=name, wants=wish)
        [read] = overlay([movement], Preferences(title="T", author="B", rows=[row]))
        ways.append(read.way)

    assert (ways[0] is ways[1]) == (ways[0] is Way.OPEN)
