"""What is said of each article from one draft to another."""

from __future__ import annotations

from attrs import evolve

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.compare import comparability, compare
from qalamoun_terms.comparison.edits import (
    AccountEdit,
    ArticleEdit,
    EvidenceEdit,
    FieldEdit,
    TextEdit,
)
from qalamoun_terms.model.grounds import Citation, Coding, Evidence, Source, SourceKind
from qalamoun_terms.model.proposals import Account, Article, ArticleRef, Proposal, Status, Wording
from qalamoun_terms.model.terms import (
    ArmedExit,
    Ceasefire,
    JointCommittee,
    Other,
    ServiceGrace,
    TroopRedeployment,
    Weapon,
    WeaponsHandover,
)
from qalamoun_terms.model.time import Duration, Extension


def edits_of(old, new):
    """The edits of the only link between two drafts, which must lead from one to the other."""
    change = compare(old, new)
    assert apply(old, change) == new
    [link] = change.links
    return link.relation, link.edits


def single(id, *accounts, **fields):
    """A proposal of one article."""
    return Proposal(id=id, articles=[Article(id="a1", accounts=accounts, **fields)])


# --- relations


def test_the_relations_of_a_verbatim_draft(draft):
    old = draft(
        "p1",
        ("1", "Prisoners are released within ten days."),
        ("2", "The road to Manin is opened for trade."),
        ("3", "A committee of six meets every week."),
        ("4", "Heavy arms leave the towns at once."),
        ("5", "Schools and hospitals reopen under the council."),
    )
    new = draft(
        "p2",
        ("1", "Heavy arms leave the towns at once."),
        ("2", "Prisoners are released within ten days."),
        ("3", "Flags are flown by nobody whatsoever."),
        ("4", "A committee of nine meets every week."),
        ("5", "Schools and hospitals reopen under the council."),
    )
    change = compare(old, new)

    assert [(link.old, link.new, link.relation) for link in change] == [
        (("4",), ("1",), "moved"),
        (("1",), ("2",), "renumbered"),
        (("2",), (), "dropped"),
        ((), ("3",), "added"),
        (("3",), ("4",), "amended"),
        (("5",), ("5",), "kept"),
    ]
    assert change.links[0].renumbered
    assert apply(old, change) == new


def test_an_amended_article_may_also_have_moved_and_have_another_number(draft):
    rows = [(str(n), f"Road {n} through town {n} is opened for trade.") for n in range(1, 5)]
    moved = [*rows[1:], ("9", "Road 1 through town 1 is closed for trade.")]
    link = compare(draft("p1", *rows), draft("p2", *moved)).links[-1]

    assert (link.relation, link.moved, link.renumbered) == ("amended", True, True)


def test_nothing_is_dropped_or_added_where_a_text_is_known_by_report(paper):
    links = compare(paper("p1", Ceasefire()), paper("p2", ServiceGrace())).links

    assert [(link.relation, link.told_as) for link in links] == [
        ("dropped", "not reported"),
        ("added", "not reported before"),
    ]


def test_nothing_is_dropped_or_added_where_a_draft_is_not_known_to_be_complete(draft):
    old, new = (
        draft(name, (None, text), complete=None) for name, text in (("p1", "x"), ("p2", "y"))
    )

    assert {link.told_as for link in compare(old, new)} == {"not reported", "not reported before"}


def test_all_articles_known_of_a_stated_number_are_the_whole_draft(draft):
    whole = evolve(draft("p1", ("1", "Maps."), complete=None), articles_total=1)

    assert comparability(whole, whole).whole
    assert not comparability(whole, evolve(whole, articles_total=2)).whole
    assert not comparability(whole, evolve(whole, complete=False)).whole


def test_a_split_and_a_merger_that_a_source_asserts(draft):
    rows = (("1", "Prisoners are released."), ("2", "Maps are handed over."))
    old = draft("p1", *rows, ("3", "The road is opened and kept open."))
    made = draft(
        "p2", ("1", "Prisoners are released; maps."), ("2", "Road opened."), ("3", "Kept so.")
    )
    first, second, third = made.articles
    new = evolve(
        made,
        articles=[
            evolve(first, continues=[ArticleRef("p1", "a1"), ArticleRef("p1", "a2")]),
            evolve(second, continues=[ArticleRef("p1", "a3")]),
            evolve(third, continues=[ArticleRef("p1", "a3")]),
        ],
    )
    change = compare(old, new)

    assert [(link.old, link.new, link.relation) for link in change] == [
        (("1", "2"), ("1",), "merged"),
        (("3",), ("2", "3"), "split"),
    ]
    assert {link.reason for link in change} == {"a source says which continues which"}
    assert [str(movement) for movement in change.movements if not movement.field] == [
        "other: Road opened. (split from p1.a3)",
        "other: Maps are handed over. (merged into p2.a1)",
    ]
    assert apply(old, change) == new


# --- edits


def test_a_field_that_changed_is_told_with_its_parts(paper):
    old = paper("p1", ArmedExit(weapons=[Weapon.LIGHT, Weapon.MEDIUM]))
    relation, [edit] = edits_of(old, paper("p2", ArmedExit(weapons=[Weapon.LIGHT])))

    assert relation == "amended"
    assert (edit.field, edit.old, edit.new) == (
        "weapons",
        (Weapon.LIGHT, Weapon.MEDIUM),
        (Weapon.LIGHT,),
    )
    assert [(part.change, part.old) for part in edit.parts] == [("removed", "medium")]


def test_an_extension_that_came_is_told_by_what_it_states(paper):
    grace = ServiceGrace(duration=Duration.parse("P6M"))
    longer = evolve(grace, extension=Extension(up_to=Duration.parse("P1Y")))
    _, [edit] = edits_of(paper("p1", grace), paper("p2", longer))

    assert [(part.path, part.new) for part in edit.parts] == [(("up_to",), "P12M")]


def test_an_extension_that_changed_is_told_by_the_part_that_changed(paper):
    old = ServiceGrace(extension=Extension(up_to=Duration.parse("P1Y"), times=1))
    new = ServiceGrace(extension=Extension(up_to=Duration.parse("P1Y"), times=2))
    _, [edit] = edits_of(paper("p1", old), paper("p2", new))

    assert [(part.path, part.old, part.new) for part in edit.parts] == [(("times",), "1", "2")]


def test_equal_lengths_in_other_units_are_no_change(paper):
    half_a_year, six_months = (Duration.parse(iso) for iso in ("P0Y6M", "P6M"))
    hours, days = (Duration.parse(iso) for iso in ("PT72H", "P3D"))

    for old, new in ((half_a_year, six_months), (hours, days)):
        relation, edits = edits_of(
            paper("p1", Ceasefire(duration=old)), paper("p1", Ceasefire(duration=new))
        )
        assert (relation, edits) == ("kept", ())


def test_sets_in_another_order_are_no_change(paper):
    one, other = (paper("p1", Ceasefire(places=places)) for places in (["A", "B"], ["B", "A"]))

    assert compare(one, other).is_empty


def test_a_verbatim_text_is_edited_word_by_word(draft):
    old = draft("p1", ("1", "The army shall leave the town within six months of signing."))
    new = draft("p2", ("1", "The army shall leave the town within nine months of signing."))
    relation, edits = edits_of(old, new)
    words = [edit for edit in edits if isinstance(edit, TextEdit) and not edit.field]

    assert relation == "amended"
    assert [(edit.old, edit.new) for edit in words[0].words] == [("six", "nine")]


def test_other_words_of_a_report_change_nothing_in_the_article():
    old = single("p1", Account(term=Ceasefire(), text="They agreed to stop."))
    new = single("p1", Account(term=Ceasefire(), text="A truce was agreed."))
    relation, [edit] = edits_of(old, new)

    assert relation == "kept"
    assert isinstance(edit, TextEdit)


def test_what_an_article_rests_on_is_no_content():
    source = Source(kind=SourceKind.NAMED, name="W. Nour")
    old = single("p1", Account(term=Ceasefire()))
    new = single(
        "p1",
        Account(
            term=Ceasefire(),
            wording=Wording.VERBATIM,
            text="Fire ceases.",
            source=source,
            evidence=[Evidence(ground=Citation(document="d1"))],
        ),
        coding=Coding(coder="A. Coder", by_machine=False),
    )
    relation, edits = edits_of(old, new)

    assert relation == "kept"
    assert {edit.field for edit in edits if isinstance(edit, EvidenceEdit)} == {
        "coding",
        "evidence",
        "source",
        "text",
        "wording",
    }
    assert not compare(old, new).movements


def test_another_heading_amends_an_article_and_another_lineage_does_not():
    old = single("p1", Account(term=Ceasefire()), heading="Truce")
    headed = single("p1", Account(term=Ceasefire()), heading="Ceasefire")
    continued = single(
        "p1", Account(term=Ceasefire()), heading="Truce", continues=[ArticleRef("p0", "a1")]
    )

    assert edits_of(old, headed)[0] == "amended"
    assert edits_of(old, continued)[0] == "kept"


def test_a_label_that_does_not_count_on_is_an_edit():
    old = single("p1", Account(term=Ceasefire()), label="4")
    relation, [edit] = edits_of(old, single("p1", Account(term=Ceasefire()), label="IV"))

    assert relation == "renumbered"
    assert isinstance(edit, ArticleEdit)


def test_another_kind_replaces_the_account():
    text = "The army stays out of the towns of the region for good."
    old = single("p1", Account(term=TroopRedeployment(), text=text))
    new = single("p2", Account(term=Ceasefire(), text=text))
    relation, [edit] = edits_of(old, new)

    assert relation == "amended"
    assert isinstance(edit, AccountEdit)
    assert [claim.field for claim in compare(old, new).pairings[0].claims] == ["kind"]


def test_a_contested_field_compares_as_the_set_of_its_claims(paper):
    heavy, more = (
        WeaponsHandover(weapons=w) for w in ([Weapon.HEAVY], [Weapon.HEAVY, Weapon.LIGHT])
    )
    change = compare(paper("p1", heavy), paper("p2", (heavy, more)))
    [claims] = change.pairings[0].claims

    assert claims.field == "weapons"
    assert claims.old == ((Weapon.HEAVY,),)
    assert claims.new == ((Weapon.HEAVY,), (Weapon.LIGHT, Weapon.HEAVY))


def test_another_account_of_the_same_content_amends_nothing(paper):
    heavy = WeaponsHandover(weapons=[Weapon.HEAVY])
    [link] = compare(paper("p1", heavy), paper("p2", (heavy, heavy))).links

    assert link.relation == "kept"


def test_accounts_in_another_order_amend_nothing(paper):
    terms = [Ceasefire(places=[place]) for place in "ABC"]
    relation, [edit] = edits_of(paper("p1", tuple(terms)), paper("p1", (terms[2], *terms[:2])))

    assert relation == "kept"
    assert (edit.field, edit.old, edit.new) == ("account_order", (0, 1, 2), (2, 0, 1))


def test_accounts_come_and_go(paper):
    terms = [Ceasefire(places=[place]) for place in "ABCD"]
    old, new = paper("p1", tuple(terms[:3])), paper("p1", (terms[3], terms[1], JointCommittee()))

    assert apply(old, compare(old, new)) == new


def test_the_fields_of_the_proposal_are_edited():
    old, new = Proposal(id="p1", title="Paper"), Proposal(id="p2", status=Status.AGREED)

    assert [edit.field for edit in compare(old, new).proposal] == ["id", "title", "status"]


def test_only_fields_are_edited_that_differ(paper):
    old = paper("p1", Ceasefire(places=["Jerod"], duration=Duration.parse("P2M")))
    _, edits = edits_of(old, paper("p2", Ceasefire(places=["Jerod"], scope=["air strikes"])))

    assert [edit.field for edit in edits if isinstance(edit, FieldEdit)] == ["duration", "scope"]


def test_a_long_provision_of_no_kind_is_edited_word_by_word(paper):
    text = (
        "Each side keeps a list of the mines that it laid and hands it over before the first snow."
    )
    old, new = (
        paper(name, Other(text=one))
        for name, one in (("p1", text), ("p2", text.replace("Each", "No")))
    )
    _, [edit] = edits_of(old, new)

    assert isinstance(edit, TextEdit)
    assert edit.field == "text"
