"""What holds of every report, whatever the case is."""

import re
from html.parser import HTMLParser
from io import StringIO

from hypothesis import HealthCheck, given, settings
from rich.console import Console

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.over_time import changes_between
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.reports.html import repr_html, to_html
from qalamoun_terms.reports.markdown import to_markdown
from qalamoun_terms.reports.terminal import render
from qalamoun_terms.testing import dates, negotiations, proposals

FEWER = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
VOID = {"br", "meta"}


class Page(HTMLParser):
    """Reads a page strictly and collects its ids and inner links."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links = [], [], set()
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        assert tag != "script"
        self.ids += [value for name, value in attrs if name == "id"]
        hrefs = [value for name, value in attrs if name == "href"]
        self.links |= {value[1:] for value in hrefs if value.startswith("#")}
        assert all(value.lower().startswith(("#", "http:", "https:")) for value in hrefs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def assert_sound(text):
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert page.links <= set(page.ids)


@FEWER
@given(negotiations())
def test_the_page_of_a_case_is_sound(case):
    assert_sound(to_html(case))
    assert_sound(repr_html(case))


@FEWER
@given(negotiations(), dates())
def test_the_page_of_a_table_is_sound_on_any_day(case, day):
    assert_sound(to_html(positions(case, day)))


@FEWER
@given(proposals(), proposals())
def test_the_page_of_a_change_is_sound(old, new):
    assert_sound(to_html(compare(old, new)))
    assert_sound(repr_html(old))


@FEWER
@given(negotiations())
def test_every_table_in_markdown_keeps_its_columns(case):
    for block in to_markdown(case).split("\n\n"):
        lines = block.splitlines()
        if lines and lines[0].startswith("| "):
            assert len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines}) == 1


@FEWER
@given(negotiations())
def test_a_terminal_is_sent_no_control_characters(case):
    out = StringIO()
    Console(file=out, width=80, color_system=None).print(render(case))

    assert not {char for char in out.getvalue() if ord(char) < 32 or ord(char) == 127} - {"\n"}


@FEWER
@given(negotiations(), dates())
def test_positions_over_time_are_sound_wherever_they_are_shown(case, day):
    for value in (open_articles(case), implementation(case, day), changes_between(case, None, day)):
        out = StringIO()
        Console(file=out, width=60, color_system=None).print(render(value))

        assert_sound(to_html(value))
        assert_sound(repr_html(value))
        assert to_markdown(value).startswith("# ")
        assert not {char for char in out.getvalue() if ord(char) < 32} - {"\n"}
