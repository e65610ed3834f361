"""What joining cases promises: associative, idempotent, whole."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.combine import combine
from qalamoun_terms.model.actors import Party, Place, Side, SideRole
from qalamoun_terms.model.check import problems
from qalamoun_terms.model.grounds import Citation, Document, Source
from qalamoun_terms.model.negotiation import Negotiation, Round
from qalamoun_terms.model.proposals import Account, Article, ArticleRef, Proposal, ProposalRef
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.terms import Ceasefire, ProtectionGuarantee
from qalamoun_terms.testing import negotiations

_FEW = settings(max_examples=40)
_TEXTS = ("They agreed.", "They did not agree.")
_LABELS = {
    "State": SideRole.STATE,
    "the State": SideRole.STATE,
    "Regime": SideRole.STATE,
    "Factions": SideRole.OPPOSITION,
}
_NAMES = {
    SideRole.STATE: ("Army", "al-Jaysh", "Third Division", "Government"),
    SideRole.OPPOSITION: ("Council", "Command", "Jaysh al-Islam", "the council"),
}
_PLACES = ("Jerod", "Jayrud", "Jeroud", "Rahiba", "al-Rahiba", "Ruhaybah")


@st.composite
def small_cases(draw, id):
    documents = [
        evolve(Document.of(f"d{n}", text), title=draw(st.none() | st.sampled_from(("A", "B"))))
        for n, text in enumerate(draw(st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=2)), 1)
    ]
    labels = draw(st.lists(st.sampled_from(list(_LABELS)), min_size=1, max_size=3, unique=True))
    sides = [
        Side(id=f"s{n}", label=label, role=_LABELS[label], principal=draw(st.booleans()))
        for n, label in enumerate(labels, 1)
    ]
    parties = [_party(draw, n, sides) for n in range(1, draw(st.integers(2, 4)))]
    places = [_place(draw, n) for n in range(1, draw(st.integers(1, 4)))]
    proposals = [_proposal(draw, n, parties) for n in range(1, draw(st.integers(2, 4)))]
    positions = [_position(draw, n, parties, proposals) for n in range(1, draw(st.integers(1, 4)))]
    stage = Round(id="r1", label="talks", proposals=tuple(one.id for one in proposals))
    return Negotiation(
        id=id,
        title=draw(st.none() | st.just(f"The case {id}")),
        documents=documents,
        sides=sides,
        parties=parties,
        places=places,
        proposals=proposals,
        positions=positions,
        rounds=[stage],
    )


def _party(draw, number, sides):
    side = draw(st.sampled_from(sides))
    names = st.sampled_from(_NAMES[side.role])
    aliases = draw(st.none() | st.lists(names, max_size=2))
    return Party(id=f"y{number}", name=draw(names), aliases=aliases, side=side.id)


def _place(draw, number):
    names = st.sampled_from(_PLACES)
    spellings = draw(st.none() | st.lists(names, max_size=2))
    geonames = draw(st.none() | st.integers(1, 3))
    return Place(id=f"l{number}", name=draw(names), spellings=spellings, geonames=geonames)


def _proposal(draw, number, parties):
    forces = st.sampled_from([name for names in _NAMES.values() for name in names])
    terms = st.one_of(
        st.builds(Ceasefire, places=st.none() | st.lists(st.sampled_from(_PLACES), max_size=2)),
        st.builds(ProtectionGuarantee, forces=st.none() | st.lists(forces, max_size=2)),
    )
    party = st.none() | st.sampled_from([one.id for one in parties])
    accounts = st.builds(Account, term=terms, source=st.builds(Source, party=party))
    articles = [
        Article(id=f"a{n}", accounts=draw(st.lists(accounts, min_size=1, max_size=2)))
        for n in range(1, draw(st.integers(1, 4)))
    ]
    name = draw(st.none() | st.just(f"paper-{number}"))
    return Proposal(id=f"p{number}", name=name, articles=articles)


def _position(draw, number, parties, proposals):
    targets = [ProposalRef(one.id) for one in proposals]
    targets += [ArticleRef(one.id, part.id) for one in proposals for part in one.articles]
    return Position(
        id=f"n{number}",
        party=draw(st.sampled_from(parties)).id,
        target=draw(st.sampled_from(targets)),
        stance=draw(st.sampled_from(Stance)),
        after=[f"n{number - 1}"] if number > 1 and draw(st.booleans()) else (),
        grounds=[Citation(document="d1")],
    )


@_FEW
@given(small_cases("a"), small_cases("b"), small_cases("c"))
def test_joining_is_associative(a, b, c):
    at_once = combine(a, b, c)

    assert combine(combine(a, b), c) == at_once
    assert combine(a, combine(b, c)) == at_once


@_FEW
@given(small_cases("a"), small_cases("b"), small_cases("c"))
def test_joining_is_associative_where_the_user_says_what_is_one(a, b, c):
    ab, bc = {"b:p1": "a:p1"}, {"c:p1": "b:p1"}
    if a.proposals[0].articles and b.proposals[0].articles:
        ab["b:p1.a1"] = "a:p1.a1"
    at_once = combine(a, b, c, same=ab | bc)

    assert combine(combine(a, b, same=ab), c, same=bc) == at_once
    assert combine(a, combine(b, c, same=bc), same=ab) == at_once


@_FEW
@given(small_cases("a"), small_cases("b"))
def test_a_case_joined_with_itself_or_with_a_part_stays_as_it_is(a, b):
    both = combine(a, b)

    assert combine(a, a) == a
    assert combine(both, both) == both
    assert combine(both, b) == both
    assert combine(both, a) == both
    assert combine(a, both) == both


@_FEW
@given(small_cases("a"), small_cases("b"))
def test_a_part_added_again_stays_where_the_user_put_it(a, b):
    same = {"b:p1": "a:p1"}
    if a.proposals[0].articles and b.proposals[0].articles:
        same["b:p1.a1"] = "a:p1.a1"
    both = combine(a, b, same=same)

    assert combine(both, b) == both


@_FEW
@given(small_cases("a"), small_cases("b"))
def test_nothing_gets_lost(a, b):
    both = combine(a, b, same={"b:p1": "a:p1"})

    for name in ("documents", "sides", "parties", "places", "proposals"):
        kind = {"parties": "party"}.get(name, name.removesuffix("s"))
        dropped = [one for one in both.unifications if one.record == kind]
        given_ = len(getattr(a, name)) + len(getattr(b, name))
        assert len(getattr(both, name)) + len(dropped) == given_
    assert len(both.positions) == len(a.positions) + len(b.positions)
    assert len(both.rounds) == len(a.rounds) + len(b.rounds)
    assert len(list(both.articles())) == len(list(a.articles())) + len(list(b.articles()))


def redacted(case, id):
    """Leave the texts out: with them a quote that was never checked may turn out to be false."""
    return evolve(case, id=id, documents=tuple(one.without_text() for one in case.documents))


@_FEW
@given(negotiations(), negotiations())
def test_every_reference_holds_in_the_joined_case(one, other):
    a, b = redacted(one, "a"), redacted(other, "b")
    both = combine(a, b)

    assert list(problems(both)) == []
    assert combine(both, both) == both
    assert len(both.positions) == len(a.positions) + len(b.positions)
    records = (*both.documents, *both.parties, *both.positions)
    assert all(record.id.startswith(("a:", "b:")) for record in records)
