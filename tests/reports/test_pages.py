from attrs import evolve

from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.model.grounds import Citation, Coding, Derived, Document
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.terms import Ceasefire
from qalamoun_terms.reports.data import table_data
from qalamoun_terms.reports.grounds import ground_views, known_words
from qalamoun_terms.reports.names import Names
from qalamoun_terms.reports.pages import page_of_case, page_of_table
from qalamoun_terms.reports.sources import web_address

TRUCE = Article(id="a1", accounts=[Account(term=Ceasefire())])


def method(*articles):
    proposal = Proposal(id="p1", articles=articles)
    return page_of_case(Negotiation(id="c", proposals=[proposal])).method[1]


def test_the_method_counts_who_coded_and_who_checked():
    rules = evolve(TRUCE, coding=Coding(coder="rules 1", by_machine=True, checked_by="B"))
    person = evolve(TRUCE, id="a2", coding=Coding(coder="A", by_machine=False))

    assert method(rules, person, evolve(TRUCE, id="a3")) == (
        "Of 3 articles and positions, 1 coded by hand by A, 1 read by rules 1 and 1 without a coder "
        "on record; 1 of them checked by a person."
    )
    assert method() == "No article and no position is recorded."


def test_how_many_articles_are_known_is_said_as_far_as_it_is_reported():
    paper = Proposal(id="p1", articles=[TRUCE])

    assert known_words(paper) == "1 article known; how many there are is not reported"
    assert known_words(evolve(paper, complete=False)) == "1 article known; others are not known"
    assert known_words(evolve(paper, complete=True)) == "all 1 article known"
    assert known_words(evolve(paper, articles_total=5)) == "1 of 5 articles known"
    assert known_words(Proposal(id="p1")) == "none of its articles is known"


def test_a_case_without_a_title_is_called_by_its_only_document():
    case = Negotiation(id="c", documents=[Document(id="d1", title="A report")])

    assert page_of_case(case).title == "A report"
    assert page_of_case(Negotiation(id="c")).title == "c"


def test_a_derivation_names_its_rule_with_what_it_was_worked_out_from():
    names = Names(Negotiation(id="c"))
    source = Citation(document="d1")

    assert [one.rule for one in ground_views(names, [Derived(rule="a", from_=[source])])] == ["a"]
    assert ground_views(names, [Derived(rule="a")])[0].place == "no words of a document"


def test_every_row_leads_to_grounds_of_its_own(bundled):
    page = page_of_case(bundled)
    anchors = [article.row.anchor for group in page.groups for article in group.articles]

    assert len(anchors) == len(set(anchors)) == len(positions(bundled).rows)


def test_who_is_no_party_to_a_proposal_is_marked_as_such(bundled):
    page = page_of_table(positions(bundled))
    entries = [
        entry
        for group in page.groups
        for article in group.articles
        for cell in article.row.cells
        for entry in cell.entries
    ]

    assert {one.note for one in entries if one.who == "Jaysh Tahrir al-Sham"} == {
        "not a party to it"
    }
    assert {one.note for one in entries if one.who == "opposition"} == {""}


def test_only_web_addresses_are_linked():
    linked = ["https://a.org/x?y=1#z", "HTTP://a.org"]
    others = [
        None,
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.org",
        "https://",
        " https://a.org",
    ]
    others += ["https://[bad", "file:///etc/passwd", "java\nscript:alert(1)"]

    assert [web_address(url) for url in linked] == linked
    assert [web_address(url) for url in others] == [None] * len(others)


def test_tables_as_data_keep_silence_apart_from_refusal(bundled):
    rows = {row["proposal_name"]: row for row in table_data(positions(bundled))["rows"]}

    paper = {side["label"]: side for side in rows["initiative-2016"]["sides"]}
    assert paper["Opposition"]["silent"] is True
    assert [one["standing"] for one in paper["Opposition"]["parties"]] == [[]]
    assert rows["direct-contact-2017"]["anonymous"] is True
    assert rows["direct-contact-2017"]["grade"] == "claimed by one side"
