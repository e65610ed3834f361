from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.over_time import changes_between
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.comparison.preferences import Preference, Preferences, overlay
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Document, Quote, Unread
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.record import Measure, MeasureKind
from qalamoun_terms.reading.parse import parse
from qalamoun_terms.reports.html import repr_html, to_html

VOID = {"br", "hr", "img", "input", "link", "meta"}
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "nav",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "p",
    "ul",
    "ol",
    "li",
    "a",
    "b",
    "strong",
    "span",
    "bdi",
    "q",
    "div",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "sup",
    "br",
    "blockquote",
}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed where it was opened."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.attributes, self.ids, self.words = [], set(), [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def values(self, name):
        return [value for _, attribute, value in self.attributes if attribute == name]


@pytest.fixture(params=["bundled", "hostile", "read"])
def case(request):
    return request.getfixturevalue(request.param)


def listings(case):
    wish = Preference(whose="<b>A</b>", kind="armed_exit", field="weapons", wants="wider")
    table = Preferences(title="<script>T</script>", author='"A" & B', rows=[wish])
    moved = [move for pair in pairwise(case.proposals) for move in compare(*pair).movements]
    yield open_articles(case)
    yield implementation(case, Date("2018"))
    yield changes_between(case, Date("2017-07"), Date("2018-06"))
    yield table
    yield overlay(moved, table)


def pages(case):
    yield to_html(case)
    yield to_html(positions(case))
    yield to_html(positions(case, Date("2017-07")))
    yield from map(to_html, listings(case))
    if len(case.proposals) > 1:
        yield to_html(compare(case.proposals[0], case.proposals[-1]))


def test_pages_are_well_formed_and_made_of_known_elements_alone(case):
    for text in pages(case):
        assert Page(text).tags <= TAGS


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(case):
    for text in pages(case):
        page = Page(text)
        assert len(page.ids) == len(set(page.ids))
        inner = {value[1:] for value in page.values("href") if value.startswith("#")}
        assert inner <= set(page.ids)


def test_nothing_is_loaded_and_nothing_runs(case):
    for text in pages(case):
        page = Page(text)
        assert not {"script", "link", "img", "iframe", "object", "form", "base"} & page.tags
        names = {name for _, name, _ in page.attributes}
        assert not {name for name in names if name.startswith("on")} | ({"src", "srcset"} & names)
        outer = [value for value in page.values("href") if not value.startswith("#")]
        assert all(urlsplit(value).scheme in ("http", "https") for value in outer)
        assert page.values("rel") == ["noopener noreferrer"] * len(outer)
        assert "default-src 'none'" in text
        assert text.count("<style>") == text.count("</style>") == 1
        assert "url(" not in text.partition("</style>")[0]
        assert "@import" not in text


def test_words_of_a_source_appear_as_they_are(hostile):
    page = Page(to_html(hostile))

    assert "<script>alert(1)</script>" in page.text
    assert "&lt;script&gt; &amp; &#60;" in page.text
    assert "{{ 7 * 7 }}" in page.text


def test_control_characters_are_shown_and_not_passed_on(hostile):
    text = to_html(hostile)

    assert not {char for char in text if ord(char) < 32} - {"\n"}
    assert "␛[2J" in text


def test_what_is_not_reported_never_looks_like_refused(bundled):
    text = to_html(bundled)

    silent = [line for line in text.splitlines() if 'class="silent"' in line]
    assert len(silent) > 20
    assert not any("✗" in line or "is-disputed" in line for line in silent)
    assert all(
        "? not reported" in line or "? </span>" in line or ">?</span>" in line for line in silent
    )


def test_every_cell_has_a_word_beside_its_sign(bundled):
    text = to_html(bundled)

    assert text.count('class="entry') == text.count('<span class="who">')
    assert '<span class="sign" aria-hidden="true">✗</span>&nbsp;<b>rejected</b>' in text
    assert '<span class="sign" aria-hidden="true">≠</span>&nbsp;disputed</b>' in text


def test_quoted_words_find_their_own_direction(bundled):
    text = to_html(bundled)

    assert text.count('<q dir="auto">') == text.count("<q ")


def test_evidence_is_marked_in_the_text_that_is_at_hand(read):
    text = to_html(read)
    page = Page(text)
    document = read.documents[0]

    quotes = [one.grounds[0] for one in read.positions if isinstance(one.grounds[0], Quote)]
    assert {f"text-{document.id}-{one.start}" for one in quotes} <= set(page.ids)
    assert " ".join(document.text.split())[:60] in page.text


def test_a_text_that_is_not_at_hand_is_listed_with_what_is_missing(bundled):
    page = Page(to_html(bundled))

    assert "Its text does not travel with the case: 4,208 characters" in page.text
    assert "The words that are quoted from it" in page.text


def test_overlapping_evidence_is_drawn_flat():
    text = (
        "The rebels at first approved all the articles, then they rejected the article on the road."
    )
    page = to_html(parse(text))

    assert Page(page).tags <= TAGS


def test_unread_sentences_are_listed_with_their_reasons():
    document = Document.of("d1", "Talks went on.")
    quote = Quote(document="d1", start=0, end=14, quote="Talks went on.")
    case = Negotiation(
        id="c", documents=[document], unread=[Unread(ground=quote, reason="no term")]
    )

    page = Page(to_html(case))

    assert "no term: “" not in page.text
    assert "no term: Talks went on." in page.text
    assert "text-d1-0" in page.ids


def test_measures_without_date_and_round_stand_apart():
    measure = Measure(id="m1", kind=MeasureKind.PRESSURE, label="roads closed")
    page = Page(to_html(Negotiation(id="c", measures=[measure])))

    assert "Without a date" in page.text
    assert "measure-m1" in page.ids


def test_the_method_says_what_it_cannot_promise(bundled, read):
    assert "none of them checked by a second person" in Page(to_html(bundled)).text
    assert "The reader works by rules and can be wrong" in Page(to_html(read)).text


def test_the_day_of_a_table_is_stated_with_what_stayed_undated(bundled):
    page = Page(to_html(positions(bundled, Date("2017-07"))))

    assert "As of July 2017." in page.text
    assert "factions' unified command" not in page.text


def test_an_empty_case_has_a_page():
    assert "No article is known." in Page(to_html(Negotiation(id="c"))).text


def test_fragments_are_well_formed_without_links(case):
    values = [
        case,
        case.proposals[0],
        positions(case),
        compare(case.proposals[0], case.proposals[-1]),
        *listings(case),
    ]
    for value in values:
        page = Page(repr_html(value))
        assert page.tags <= TAGS - {"html", "head", "body", "style", "a"}
        assert not page.ids


@pytest.mark.parametrize("show", [to_html, repr_html])
def test_other_values_are_refused(show):
    with pytest.raises(InvalidValueError, match="expected a negotiation"):
        show("a case")
