import pytest
from attrs import evolve

from qalamoun_terms.comparison.combine import combine
from qalamoun_terms.errors import CheckError, InvalidValueError
from qalamoun_terms.model.actors import Party, Place, Role, RoleInProposal, Side, SideRole
from qalamoun_terms.model.grounds import (
    Citation,
    Derived,
    Document,
    Evidence,
    Quote,
    Source,
    Unread,
)
from qalamoun_terms.model.negotiation import Negotiation, Round, Unification
from qalamoun_terms.model.proposals import (
    Account,
    Article,
    ArticleRef,
    Proposal,
    ProposalRef,
)
from qalamoun_terms.model.record import (
    Compliance,
    ComplianceStatus,
    Measure,
    MeasureKind,
    Position,
    Stance,
)
from qalamoun_terms.model.terms import (
    HumanitarianAccess,
    ProtectionGuarantee,
    Weapon,
    WeaponsHandover,
)
from qalamoun_terms.model.time import Date

TEXT = "Jayrud is safe."


def state(id="s1", label="State"):
    return Side(id=id, label=label, role=SideRole.STATE)


def handover(*weapons):
    return Account(term=WeaponsHandover(weapons=weapons))


def paper(id="p1", *accounts, **stated):
    articles = [Article(id=f"a{n}", accounts=[one]) for n, one in enumerate(accounts, 1)]
    return Proposal(id=id, articles=articles, **stated)


# --- ids and references


@pytest.fixture
def full():
    """A case with a reference of every sort."""
    quote = Quote(document="d1", start=0, end=6, quote="Jayrud")
    source = Source(party="y1", cites=Source(party="y1"))
    account = Account(
        term=ProtectionGuarantee(places=["Jayrud"], forces=["Army"]),
        source=source,
        evidence=[Evidence(ground=Derived(rule="sum", from_=[quote]))],
    )
    old, ref = ProposalRef("p1"), ArticleRef("p1", "a1")
    later = Article(id="a1", accounts=[account], continues=[ref])
    return Negotiation(
        id="full",
        title="All of it",
        documents=[Document.of("d1", TEXT)],
        sides=[state()],
        parties=[Party(id="y1", name="Army", side="s1", speaks_for="s1")],
        places=[Place(id="l1", name="Jayrud")],
        proposals=[
            paper("p1", account, roles=[Role(party="y1", role=RoleInProposal.PROPOSER)]),
            Proposal(
                id="p2",
                articles=[later],
                continues=[old],
                supersedes=[old],
                source=source,
                evidence=[Evidence(field="date", ground=quote)],
            ),
        ],
        positions=[
            Position(id="n1", party="y1", target=old, stance=Stance.ACCEPTED, source=source),
            Position(
                id="n2", party="y1", target=ref, stance=Stance.REJECTED, after=["n1"], grounds=[quote]
            ),
        ],
        measures=[
            Measure(
                id="m1",
                kind=MeasureKind.PRESSURE,
                label="roads closed",
                by="y1",
                answers=ref,
                source=source,
                grounds=[quote],
                places=["Jayrud"],
            ),
            Measure(id="m2", kind=MeasureKind.RELIEF, label="roads opened"),
        ],
        compliance=[
            Compliance(
                id="c1",
                target=ref,
                status=ComplianceStatus.PARTIAL,
                of="y1",
                alleged_by="y1",
                source=source,
                grounds=[quote],
            ),
            Compliance(id="c2", target=old, status=ComplianceStatus.FULL),
        ],
        rounds=[Round(id="r1", label="one", proposals=["p1", "p2"], measures=["m1"])],
        unread=[Unread(ground=quote, reason="unknown")],
    )  # fmt: skip


def test_every_id_and_every_reference_gets_the_prefix_of_its_case(full):
    case = combine(full, Negotiation(id="other"))

    assert case.id == "full+other"
    assert case.title == "All of it"
    first, second = case.proposals
    assert (first.id, second.continues, second.supersedes) == (
        "full:p1",
        (ProposalRef("full:p1"),),
        (ProposalRef("full:p1"),),
    )
    assert second.articles[0].continues == (ArticleRef("full:p1", "a1"),)
    assert first.articles[0].accounts[0].source.cites.party == "full:y1"
    assert case.positions[1].after == ("full:n1",)
    assert case.measures[0].answers == ArticleRef("full:p1", "a1")
    assert case.compliance[0].alleged_by == "full:y1"
    assert case.rounds[0].measures == ("full:m1",)
    assert case.unread[0].ground.document == "full:d1"


def test_prefixes_are_given_once(full):
    case = combine(combine(full, Negotiation(id="b")), Negotiation(id="c"))

    assert case.id == "full+b+c"
    assert [one.id for one in case.proposals] == ["full:p1", "full:p2"]


def test_one_case_alone_comes_back_as_it_is(full):
    assert combine(full) == full
    assert combine(full, full) == full


def test_no_case_is_refused():
    with pytest.raises(InvalidValueError, match="expected at least one case, got none"):
        combine()


def test_two_different_cases_with_one_id_are_refused():
    one = Negotiation(id="c", parties=[Party(id="y1", name="A")])
    other = Negotiation(id="c", parties=[Party(id="y1", name="B")])

    with pytest.raises(InvalidValueError, match=r"one party c:y1, got two .* both be called 'c'"):
        combine(one, other)


def test_two_different_positions_with_one_id_are_refused():
    def case(stance):
        yes = Position(id="n1", party="y1", target=ProposalRef("p1"), stance=stance)
        return Negotiation(
            id="c", parties=[Party(id="y1", name="A")], proposals=[paper()], positions=[yes]
        )

    with pytest.raises(InvalidValueError, match="one position c:n1, got two that differ"):
        combine(case(Stance.ACCEPTED), case(Stance.REJECTED))


def test_a_case_with_dangling_references_is_refused():
    broken = Negotiation(id="a", parties=[Party(id="y1", name="A", side="s9")])

    with pytest.raises(CheckError, match="party a:y1: expected the id of a side"):
        combine(broken, Negotiation(id="b"))


# --- records that are one by themselves


def test_documents_with_one_hash_are_one_and_the_text_is_kept():
    dated = evolve(Document.of("d7", TEXT).without_text(), published=Date("2017-07"))
    case = combine(
        Negotiation(id="a", documents=[dated]),
        Negotiation(id="b", documents=[Document.of("d1", TEXT, title="News")]),
    )
    [document] = case.documents

    assert (document.id, document.text, document.title) == ("a:d7", TEXT, "News")
    assert document.published == Date("2017-07")
    assert case.unifications == (
        Unification(record="document", kept="a:d7", dropped="b:d1", reason="same sha256"),
    )


def test_documents_without_a_hash_stay_apart():
    case = combine(
        Negotiation(id="a", documents=[Document(id="d1", title="News")]),
        Negotiation(id="b", documents=[Document(id="d1", title="News")]),
    )

    assert len(case.documents) == 2


def test_sides_are_one_by_label_and_role():
    rebels = Side(id="s2", label="State", role=SideRole.OPPOSITION)
    beside = evolve(state("s7", "the state"), principal=False)
    case = combine(
        Negotiation(id="a", sides=[beside]), Negotiation(id="b", sides=[state(), rebels])
    )

    assert [one.id for one in case.sides] == ["a:s7", "b:s2"]
    assert case.sides[0].principal


def test_parties_are_one_by_a_shared_name_on_sides_of_one_role():
    army = Party(id="y1", name="The army", aliases=["al-Jaysh"], side="s1")
    jaysh = Party(id="y4", name="Jaysh", side="s1")
    rebels = Side(id="s2", label="Factions", role=SideRole.OPPOSITION)
    theirs = Party(id="y5", name="Jaysh", side="s2")
    case = combine(
        Negotiation(id="a", sides=[state()], parties=[army]),
        Negotiation(id="b", sides=[state(label="Regime"), rebels], parties=[jaysh, theirs]),
    )

    assert [(one.id, one.aliases) for one in case.parties] == [
        ("a:y1", ("Jaysh", "al-Jaysh")),
        ("b:y5", None),
    ]
    assert case.unifications[0].reason == "'Jaysh' is one of its names, on the state side"


def test_a_chain_of_names_makes_one_record_in_whatever_order():
    a = Negotiation(id="a", places=[Place(id="l1", name="Jerod", spellings=["Jeroud"])])
    b = Negotiation(id="b", places=[Place(id="l1", name="Jayrud", latitude=33.8, longitude=36.7)])
    c = Negotiation(id="c", places=[Place(id="l1", name="Jeroud", spellings=["Jayrud"])])
    case = combine(a, b, c)
    [place] = case.places

    assert (place.id, place.spellings, place.latitude) == ("a:l1", ("Jayrud", "Jeroud"), 33.8)
    assert [one.dropped for one in case.unifications] == ["b:l1", "c:l1"]
    assert combine(a, combine(b, c)) == case


# --- names inside of terms


def test_names_in_terms_become_those_of_the_record_that_is_kept(full):
    known = Negotiation(
        id="known",
        sides=[state()],
        parties=[Party(id="y1", name="Syrian army", aliases=["Army"], side="s1")],
        places=[Place(id="l1", name="Jerod", spellings=["Jayrud"])],
    )
    case = combine(known, full)
    term = case.proposals[0].articles[0].term

    assert (term.places, term.forces) == (("Jerod",), ("Syrian army",))
    assert case.measures[0].places == ("Jerod",)


def test_goods_and_other_words_are_left_alone():
    aid = Account(term=HumanitarianAccess(goods=["Bread"], carriers=["Bread"]))
    one = Negotiation(id="a", parties=[Party(id="y1", name="The bakers", aliases=["Bread"])])
    other = Negotiation(
        id="b", parties=[Party(id="y1", name="Bread")], proposals=[paper("p1", aid)]
    )
    term = combine(one, other).proposals[0].articles[0].term

    assert (term.goods, term.carriers) == (("Bread",), ("The bakers",))


def test_a_name_that_may_be_two_actors_is_left_alone():
    rebels = Side(id="s2", label="Factions", role=SideRole.OPPOSITION)
    sides = [state(), rebels]
    guard = Account(term=ProtectionGuarantee(forces=["Council"]))
    ours = [
        Party(id="y1", name="State council", aliases=["Council"], side="s1"),
        Party(id="y2", name="Town council", aliases=["Council"], side="s2"),
    ]
    theirs = [evolve(one, id=f"{one.id}b") for one in ours]
    case = combine(
        Negotiation(id="a", sides=sides, parties=ours),
        Negotiation(id="b", sides=sides, parties=theirs, proposals=[paper("p1", guard)]),
    )

    assert case.proposals[0].articles[0].term.forces == ("Council",)


def test_a_term_means_the_actors_of_its_own_case_first():
    rebels = Side(id="s2", label="Factions", role=SideRole.OPPOSITION)
    guard = Account(term=ProtectionGuarantee(forces=["Council"]))
    ours = [
        Party(id="y1", name="State council", aliases=["Council"], side="s1"),
        Party(id="y2", name="Town council", aliases=["Council"], side="s2"),
    ]
    case = combine(
        Negotiation(id="a", sides=[state(), rebels], parties=ours),
        Negotiation(
            id="b",
            sides=[rebels],
            parties=[Party(id="y1", name="Council", side="s2")],
            proposals=[paper("p1", guard)],
        ),
    )

    assert case.proposals[0].articles[0].term.forces == ("Town council",)


# --- proposals and articles that the user says are one


@pytest.fixture
def tellings():
    heavy, light = Weapon.HEAVY, Weapon.LIGHT
    first = paper("p1", handover(heavy), name="deal", articles_total=2)
    second = paper("p1", handover(light), handover(heavy, light), name="deal", date=Date("2018"))
    yes = Position(id="n1", party="y1", target=ArticleRef("p1", "a2"), stance=Stance.ACCEPTED)
    parties = [Party(id="y1", name="A")]
    return (
        Negotiation(id="a", parties=parties, proposals=[first]),
        Negotiation(id="b", parties=parties, proposals=[second], positions=[yes]),
    )


def test_proposals_stay_apart_unless_the_user_says_otherwise(tellings):
    case = combine(*tellings)

    assert [(one.id, one.name) for one in case.proposals] == [("a:p1", "deal"), ("b:p1", "b:deal")]


def test_joined_proposals_keep_all_their_articles(tellings):
    case = combine(*tellings, same={"b:p1": "a:p1"})
    [deal] = case.proposals

    assert [one.id for one in deal.articles] == ["a1", "b:p1:a1", "b:p1:a2"]
    assert (deal.date, deal.articles_total) == (Date("2018"), None)
    assert case.positions[0].target == ArticleRef("a:p1", "b:p1:a2")
    assert case.unifications[-1] == Unification(
        record="proposal",
        kept="a:p1",
        dropped="b:p1",
        reason="stated by who combined the cases",
    )


def test_joined_articles_keep_all_their_accounts_and_may_differ(tellings):
    case = combine(*tellings, same={"b:p1": "a:p1", "b:p1.a2": "a:p1.a1"})
    first, second = case.proposals[0].articles

    assert case.proposals[0].articles_total == 2
    assert first.differences == ("weapons",)
    assert second.id == "b:p1:a1"
    assert case.positions[0].target == ArticleRef("a:p1", "a1")
    assert case.unifications[-1].dropped == "b:p1.a2"


def test_an_account_that_says_the_same_is_there_once(tellings):
    one, other = tellings
    same = evolve(other, proposals=(paper("p1", handover(Weapon.HEAVY)),), positions=())
    case = combine(one, same, same={"b:p1": "a:p1", "b:p1.a1": "a:p1.a1"})

    assert len(case.proposals[0].articles[0].accounts) == 1


def test_an_article_can_be_named_by_the_proposal_that_it_came_from(tellings):
    joined = combine(*tellings, same={"b:p1": "a:p1"})
    later = combine(joined, same={"b:p1.a2": "a:p1.a1"})
    at_once = combine(*tellings, same={"b:p1": "a:p1", "b:p1.a2": "a:p1.a1"})

    assert later.proposals[0].articles == at_once.proposals[0].articles
    assert later.unifications == at_once.unifications


def test_parties_can_be_named_as_one_too(tellings):
    one, other = tellings
    renamed = evolve(other, parties=(Party(id="y1", name="B"),))
    case = combine(one, renamed, same={"b:y1": "a:y1"})

    assert [party.aliases for party in case.parties] == [("B",)]
    assert case.positions[0].party == "a:y1"
    assert case.unifications[0].reason == "stated by who combined the cases"


def test_a_proposal_that_is_joined_does_not_continue_itself():
    first = Negotiation(id="a", proposals=[paper("p1", handover())])
    old = paper("p1", handover())
    new = Proposal(
        id="p2",
        continues=[ProposalRef("p1")],
        articles=[Article(id="a1", accounts=[handover()], continues=[ArticleRef("p1", "a1")])],
    )
    second = Negotiation(id="b", proposals=[old, new])
    same = {"b:p1": "a:p1", "b:p2": "a:p1", "b:p1.a1": "a:p1.a1", "b:p2.a1": "a:p1.a1"}
    [proposal] = combine(first, second, same=same).proposals

    assert proposal.continues == ()
    assert proposal.articles[0].continues == ()


def test_articles_of_proposals_that_are_not_one_are_refused(tellings):
    with pytest.raises(InvalidValueError, match=r"expected the proposals of b:p1\.a1 and a:p1\.a1"):
        combine(*tellings, same={"b:p1.a1": "a:p1.a1"})


@pytest.mark.parametrize(
    "pair", [("p1", "a:p1"), ("b:p1", "a:p9"), ("b:p1", "a:y1"), ("x.y.z", "")]
)
def test_an_unknown_record_is_refused(tellings, pair):
    with pytest.raises(InvalidValueError, match="expected the prefixed ids of two records"):
        combine(*tellings, same=dict([pair]))


def test_a_citation_follows_its_document():
    note = Citation(document="d1", locator="item 1")
    first = Negotiation(id="a", documents=[Document.of("d5", TEXT)])
    second = Negotiation(
        id="b",
        documents=[Document.of("d1", TEXT)],
        measures=[Measure(id="m1", kind=MeasureKind.RELIEF, label="opened", grounds=[note])],
    )

    assert combine(first, second).measures[0].grounds[0].document == "a:d5"
