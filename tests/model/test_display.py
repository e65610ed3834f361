import pytest

import qalamoun_terms as qt
from qalamoun_terms.model import display


@pytest.fixture
def restored():
    before = list(display._renderers)
    yield
    display._renderers[:] = before


def shown():
    case = qt.load_case("eastern-qalamoun")
    paper, deal = case["initiative-2016"], case["agreement-2018"]
    return [case, paper, qt.positions(case), qt.compare(paper, deal)]


def test_models_show_themselves_in_notebooks():
    for value in shown():
        assert value._repr_html_().startswith("<div>")


def test_without_a_renderer_a_notebook_falls_back_to_the_repr(restored):
    display.set_renderer(None)

    assert [value._repr_html_() for value in shown()] == [None] * 4


def test_the_last_renderer_counts(restored):
    display.set_renderer(repr)
    display.set_renderer(lambda model: type(model).__name__)

    assert display.repr_html(7) == "int"


def test_large_results_are_one_line_in_a_terminal():
    case, _, table, change = shown()

    for value in (case, table, change):
        assert len(repr(value)) < 300
        assert "\n" not in repr(value)
