"""The report of July 2017, told again in other words, gives the positions of the coded case."""

import pytest

import qalamoun_terms as qt

CODED = {
    "delegation-articles-2017": ["troop_redeployment"],
    "direct-contact-2017": ["ceasefire", "political_process", "joint_committee"],
    "initiative-2016": [
        "armed_exit",
        "status_settlement",
        "protection_guarantee",
        "service_grace",
        "protection_guarantee",
    ],
}


@pytest.fixture(scope="module")
def read():
    return qt.parse(qt.demo_text(), published="2017-07")


@pytest.fixture(scope="module")
def coded():
    return qt.load_case("eastern-qalamoun")


def said(case, proposal):
    """Who did what about a proposal, as sides, stances and kinds of term."""
    kinds = {str(ref): article.kind for ref, article in case.articles()}
    return {
        (
            case.side_of(one.party).role.value,
            one.stance.value,
            kinds.get(str(one.target)),
            one.source.kind.value,
        )
        for one in case.positions
        if one.target.proposal == proposal.id
    }


@pytest.mark.parametrize(("name", "kinds"), CODED.items())
def test_the_retelling_has_the_articles_and_positions_of_the_case(read, coded, name, kinds):
    proposal = next(
        one for one in read.proposals if [article.kind for article in one.articles] == kinds
    )

    assert said(read, proposal) == said(coded, coded[name])
    assert proposal.date == coded[name].date


def test_the_retelling_comes_to_the_outcomes_of_the_case(read, coded):
    def outcomes(case, names):
        table = qt.positions(case)
        return sorted(
            (row.kind, str(row.outcome)) for row in table.rows if row.proposal.id in names
        )

    ours = [coded[name].id for name in CODED]

    assert len(read.proposals) == 3
    assert outcomes(read, {one.id for one in read.proposals}) == outcomes(coded, set(ours))
