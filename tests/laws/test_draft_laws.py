"""What holds of drafts that are followed or put side by side, whatever they are."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.side_by_side import side_by_side
from qalamoun_terms.comparison.trace import trace
from qalamoun_terms.reports.html import to_html
from qalamoun_terms.reports.markdown import to_markdown
from qalamoun_terms.testing import negotiations, proposals

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(negotiations())
def test_each_article_of_a_case_is_in_one_life(case):
    refs = [ref for life in trace(case) for ref in life.refs]

    assert sorted(refs) == sorted(ref for ref, _ in case.articles())


@few
@given(st.lists(proposals(), max_size=3))
def test_each_life_is_a_row_in_every_form(drafts):
    table = side_by_side(*drafts)
    rows = len(trace(drafts))

    assert len(table.rows) == rows
    assert len(to_markdown(table).splitlines()) == rows + 4
    assert to_html(table).count('<tr role="row">') == rows + 1
    assert table.to_csv()
