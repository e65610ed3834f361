"""A proposal from the rows of a draft."""

from __future__ import annotations

from qalamoun_terms.comparison.compare import comparability, compare
from qalamoun_terms.comparison.draft import draft


def test_the_numbers_are_the_labels_and_the_words_are_its_own():
    made = draft([(1, "Exit", "Fighters leave."), ("IV", None, "Roads open.")], id="p7", title="T")

    assert (made.id, made.title) == ("p7", "T")
    assert [(one.label, one.heading) for one in made.articles] == [("1", "Exit"), ("IV", None)]
    assert [one.accounts[0].text for one in made.articles] == ["Fighters leave.", "Roads open."]
    assert comparability(made, made).by_text


def test_links_name_articles_by_their_numbers_even_where_those_look_like_ids():
    rows = [("a2", "", "Fighters leave at dawn."), ("a1", "", "The road is opened to trade.")]
    links = compare(draft(rows), draft(rows[::-1], id="p2")).links

    assert {link.old for link in links} == {link.new for link in links} == {("a1",), ("a2",)}
    assert all(link.old == link.new for link in links)


def test_an_article_may_have_no_number_no_heading_or_no_text():
    made = draft([(None, "", ""), ("", "Final clauses", None), ("3", None, "  ")])

    assert [one.label for one in made.articles] == [None, None, "3"]
    assert [one.accounts[0].text for one in made.articles] == [None, None, None]
    assert {link.relation for link in compare(made, made)} == {"kept"}


def test_a_draft_may_be_empty():
    links = compare(draft([]), draft([("1", "", "Fighters leave.")])).links

    assert [link.relation for link in links] == ["added"]
