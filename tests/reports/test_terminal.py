from io import StringIO

import pytest
from rich.console import Console

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.over_time import changes_between
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.dates import Date
from qalamoun_terms.reports.terminal import print_case, render


def printed(value, width=80):
    out = StringIO()
    Console(file=out, width=width, color_system=None).print(render(value))
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(bundled, width):
    values = (
        bundled,
        positions(bundled),
        compare(*bundled.proposals[:2]),
        open_articles(bundled),
        implementation(bundled),
        changes_between(bundled, Date("2017-07")),
    )
    for value in values:
        assert max(map(len, printed(value, width).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_the_view_goes_from_positions_to_what_moved_to_what_is_open(bundled, width):
    text = printed(bundled, width)

    places = [text.index(head) for head in ("≠ disputed", "What moved", "Open articles")]
    assert places == sorted(places)
    assert "✗ rejected" in text
    assert "? no response on" in text


def test_a_side_without_any_report_is_named_below_the_table(bundled):
    assert "? not reported in any of them: Russia" in printed(bundled)


@pytest.mark.parametrize("value", [lambda case: case, open_articles, implementation])
def test_a_terminal_obeys_no_word_of_a_source(hostile, value):
    text = printed(value(hostile))

    assert not {char for char in text if ord(char) < 32 or 0x7F <= ord(char) < 0xA0} - {"\n"}
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_markup_of_a_source_is_shown_as_it_is(hostile):
    text = printed(hostile)

    assert "[bold]x[/bold]" in text.replace("\n", "").replace(" ", "")
    assert ":smile:" in text


def test_a_table_says_which_day_it_is_drawn_up_for(bundled):
    assert "As of July 2017." in printed(positions(bundled, Date("2017-07")))


def test_sentences_that_were_not_read_are_counted(read):
    expected = f"Not read: {len(read.unread)} sentence" if read.unread else read.id

    assert expected in printed(read)


def test_a_case_is_printed_on_the_given_console(bundled):
    out = StringIO()
    print_case(bundled, Console(file=out, width=80))

    assert out.getvalue().startswith("Eastern Qalamoun, 2016 to 2018")


def test_an_unchanged_proposal_says_so(bundled):
    paper = bundled["initiative-2016"]

    assert "No term is known to have changed." in printed(compare(paper, paper))


def test_other_values_are_refused():
    with pytest.raises(InvalidValueError, match="expected a negotiation"):
        render(None)


def test_a_contested_article_is_followed_by_the_words_it_rests_on(bundled):
    lines = " ".join(printed(bundled, 100).split("In whose words")[1].split())

    assert '"the opposition rejected one of the articles' in lines
    assert "by the account of Wissam Abdul Nour" in lines
    assert "armed exit" not in lines
