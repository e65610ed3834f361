"""What the reports show of drafts: changes, histories, negotiating texts, drafts side by side."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

import qalamoun_terms as qt
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.reports.html import repr_html
from qalamoun_terms.reports.terminal import render

EXIT = "Fighters who do not sign shall leave by bus within three days."
BUSES = "The buses are escorted by the police to the crossing and may not be searched."
ROADS = "The road to the crossing stays open to all traffic at all hours of the day."
OLD = qt.draft([(1, "Exit", f"{EXIT} {BUSES}"), (2, "Roads", ROADS)])
NEW = qt.draft(
    [(1, "Exit", EXIT.replace("shall", "may")), (2, "Roads", f"{ROADS} {BUSES}")], id="p2"
)
CHANGE = qt.compare(OLD, NEW)
ARABIC = [qt.draft([(1, None, f"مهلة {n} أشهر للالتحاق بالخدمة")]) for n in ("ستة", "تسعة")]


def shown(value, width=100, **more):
    out = StringIO()
    Console(file=out, width=width, color_system=None).print(render(value, **more))
    return out.getvalue()


def forms(value, **more):
    return qt.to_markdown(value, **more), qt.to_html(value, **more), shown(value, **more)


def test_changes_of_force_come_first_with_the_number_of_their_article():
    for text in forms(CHANGE):
        places = [text.index(head) for head in ("Changes of force", "What moved", "The words")]
        assert places == sorted(places)
    assert "- article 1: duty: obligation → permission" in qt.to_markdown(CHANGE)


def test_an_article_that_was_rewritten_has_no_endless_list_of_changes_of_force():
    old = "".join(f"Side {n}x shall go within {n} days. " for n in range(2, 12))
    change = qt.compare(qt.draft([(1, "", old)]), qt.draft([(1, "", old.replace("shall", "may"))]))

    assert len(change.force) == 10
    assert "and 4 more, as it was rewritten" in qt.to_markdown(change)


def test_words_that_went_into_another_article_are_told():
    assert f"from article 1 into article 2: “{BUSES}”" in " ".join(shown(CHANGE).split())


def test_a_redline_shows_what_stayed_where_the_old_draft_is_given():
    alone, whole = qt.to_markdown(CHANGE), qt.to_markdown(CHANGE, base=OLD)

    assert "… ~~shall~~**may**" in alone
    assert "Fighters who do not sign ~~shall~~**may** leave by bus within three days." in whole
    assert "[-shall-]{+may+}" in shown(CHANGE, base=OLD)
    assert "<del>shall</del><ins>may</ins>" in qt.to_html(CHANGE, base=OLD)


def test_of_a_long_text_only_the_words_around_an_edit_are_shown():
    long = " ".join(f"word{n}" for n in range(400))
    old, new = (qt.draft([(1, "", f"{long} {n} months {long}")]) for n in ("six", "nine"))
    text = qt.to_markdown(qt.compare(old, new), base=old)

    assert "~~six~~**nine** months" in text
    assert "word399 ~~six" in text
    assert "word200" not in text
    assert "… word" in text


def test_another_draft_is_no_base_of_a_change():
    with pytest.raises(InvalidValueError, match="base: expected the proposal p1, got p2"):
        qt.to_html(CHANGE, base=NEW)
    with pytest.raises(InvalidValueError, match="base: expected the words that the change is of"):
        qt.to_markdown(CHANGE, base=qt.draft([(1, "Exit", "Other words."), (2, "Roads", ROADS)]))


def test_words_that_were_moved_inside_of_an_article_are_told_as_moved():
    turned = qt.draft([(1, "Exit", f"{BUSES} {EXIT}"), (2, "Roads", ROADS)], id="p2")
    change = qt.compare(OLD, turned)

    assert "(moved here)" in qt.to_markdown(change, base=OLD)
    assert '<ins class="moved" title="moved here">' in qt.to_html(change, base=OLD)
    assert "{>" in shown(change, base=OLD)


def test_redlines_of_arabic_words_find_their_own_direction():
    page = qt.to_html(qt.compare(*ARABIC), base=ARABIC[0])

    assert '<p class="words" dir="auto">مهلة <del>ستة</del><ins>تسعة</ins> أشهر' in page


def test_a_history_has_a_column_for_each_draft():
    markdown, page, terminal = forms(qt.trace([OLD, NEW]))

    assert "| What it says | p1 | p2 |" in markdown
    assert page.count('<th scope="col"') == 3
    assert "p2: 1, split" in terminal


def test_a_negotiating_text_shows_brackets_with_their_numbers():
    text = qt.merge(OLD, {"State": NEW, "Opposition": OLD})
    markdown, page, terminal = forms(text)

    assert "\\[**State**: may\\] \\[**Opposition**: shall\\]" in markdown
    assert 'id="bracket-1"' in page
    assert "1:[State: may] [Opposition: shall]" in terminal
    assert all(
        "Compiled by machine and agreed by nobody" in one for one in (markdown, page, terminal)
    )


def test_an_article_that_not_all_parties_have_stands_in_a_bracket():
    text = qt.merge(OLD, {"State": qt.draft([(1, "Exit", f"{EXIT} {BUSES}")]), "Opposition": OLD})
    markdown, page, terminal = forms(text)

    assert "\\[**Opposition**:" in markdown
    assert 'class="article bracketed" id="bracket-1"' in page
    assert "] [State: ]" in terminal


def test_what_was_decided_is_shown_with_what_it_was_decided_between():
    text = qt.merge(OLD, {"State": NEW, "Opposition": OLD})
    number = next(one.number for one in text.brackets if ("State",) in one.options)
    for one in forms(qt.resolve(text, number, words="should")):
        assert "as a compromise" in " ".join(one.split())


def test_a_text_that_was_read_back_is_shown_alike():
    text = qt.merge(*ARABIC[:1], {"الدولة": ARABIC[0], "المعارضة": ARABIC[1]})

    assert qt.to_html(text.bracketed) == qt.to_html(text)
    assert qt.to_markdown(text.bracketed) == qt.to_markdown(text)


def test_drafts_stand_side_by_side_in_a_terminal():
    terminal = shown(qt.side_by_side(OLD, NEW, compromise=True))

    assert "Compromise" in terminal
    assert "[-shall-]{+may+}" in terminal


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(width):
    text = qt.merge(OLD, {"State": NEW, "Opposition": OLD})
    for value in (CHANGE, text, qt.trace([OLD, NEW]), qt.side_by_side(OLD, NEW)):
        assert max(map(len, shown(value, width).splitlines())) <= width


HOSTILE = "<script>x()</script> & [bold]x[/bold] \x1b[2J\u202e"


def test_hostile_words_are_shown_and_obeyed_nowhere():
    one, two = (qt.draft([(1, HOSTILE, f"{HOSTILE} {n} days in the town")]) for n in ("a", "b"))
    text = qt.merge(one, {"<b>A</b>": one, "B": two})
    for value in (qt.compare(one, two), text, qt.trace([one, two]), qt.side_by_side(one, two)):
        for page in (qt.to_html(value), repr_html(value)):
            assert "<script" not in page
            assert "<b>A" not in page
            assert "\x1b" not in page
        assert "<script" not in qt.to_markdown(value).replace("\\<script", "")
        assert not set(shown(value)) & {"\x1b", "\u202e"}


def test_notebooks_show_fragments_without_anchors():
    text = qt.merge(OLD, {"State": NEW, "Opposition": OLD})
    shown_alike = (CHANGE, text, text.bracketed, qt.trace([OLD, NEW]), qt.side_by_side(OLD, NEW))
    for value in shown_alike:
        assert value._repr_html_().startswith("<div>")
        assert ' id="' not in value._repr_html_()


def test_arabic_words_that_changed_stay_in_the_order_of_the_sentence():
    """Unisolated, an arrow between two Arabic quotations is read from the new one to the old one."""
    for text in forms(qt.compare(*ARABIC))[:2]:
        assert "“\u2068ستة أشهر\u2069” → “\u2068تسعة أشهر\u2069”" in text
    assert "\u2068" not in shown(qt.compare(*ARABIC))
