"""A user's own table of preferences, laid over movements and shown beside what it gives."""

import pytest

from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.preferences import Preference, Preferences, Way, overlay
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.model.terms import ArmedExit, Ceasefire, ServiceGrace, Weapon
from qalamoun_terms.model.time import Duration, Extension


def wish(whose, kind, field, wants, **more):
    return Preference(whose=whose, kind=kind, field=field, wants=wants, **more)


def table(*rows):
    return Preferences(title="A table", author="A. Reader", rows=rows)


@pytest.fixture
def change(paper):
    six, nine = (Duration.parse(one) for one in ("P6M", "P9M"))
    before = [ServiceGrace(duration=six), ArmedExit(weapons=[Weapon.LIGHT, Weapon.MEDIUM])]
    after = [
        ServiceGrace(duration=nine, extension=Extension(up_to=nine)),
        ArmedExit(weapons=[Weapon.LIGHT]),
    ]
    return compare(paper("p1", *before), paper("p2", *after))


def test_each_movement_is_read_by_the_rows_that_speak_of_it(change):
    rows = (
        wish("Families", "service_grace", "duration", "longer", reason="they said so"),
        wish("Fighters", "armed_exit", "weapons", "wider"),
        wish("State", "armed_exit", "weapons", "narrower"),
    )
    read = overlay(change, table(*rows))

    assert [(one.row.whose, one.way) for one in read] == [
        ("Families", Way.TOWARD),
        ("Fighters", Way.AGAINST),
        ("State", Way.TOWARD),
    ]
    assert [str(one.article) for one in read] == ["p2.a1", "p2.a2", "p2.a2"]
    assert len(read.unread) == 1


def test_the_table_is_printed_with_what_it_gives_and_nothing_is_added_up(change):
    lines = str(overlay(change, table(wish("State", "armed_exit", "weapons", "narrower"))))

    assert lines.splitlines()[:3] == [
        "A table, a table by A. Reader:",
        "  State: armed exit, weapons those who leave may carry: narrower",
        "By this table, and by nothing else:",
    ]
    assert "armed exit: weapons those who leave may carry: light, medium -> light" in lines
    assert "not in the table" in lines


def test_a_movement_that_the_row_does_not_tell_of_stays_open(change):
    rows = (
        wish("Families", "service_grace", "extension", "longer"),
        wish("Town", "service_grace", "extension", "longer"),
        wish("Town", "service_grace", "extension", "added"),
    )
    read = overlay(change, table(*rows))

    assert [(one.row.whose, one.row.wants, one.way) for one in read] == [
        ("Families", "longer", Way.OPEN),
        ("Town", "added", Way.TOWARD),
    ]


def test_no_preferences_are_brought_along(change):
    read = overlay(change, table())

    assert len(read) == 0
    assert len(read.unread) == len(change.movements)


@pytest.mark.parametrize("wants", ["longer", "shorter"])
def test_a_table_does_not_contradict_or_repeat_itself(wants):
    rows = [wish("A", "ceasefire", "duration", one) for one in ("longer", wants)]

    with pytest.raises(InvalidValueError, match="two for A, ceasefire, duration"):
        table(*rows)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("A", "picnic", "duration", "longer"), "preference.kind: expected one of"),
        (("A", "ceasefire", "weapons", "wider"), "expected a field of ceasefire, got 'weapons'"),
        (("A", "ceasefire", "duration", "nicer"), "preference.wants: expected one of"),
    ],
)
def test_a_row_names_what_there_is(row, expected):
    with pytest.raises(InvalidValueError, match=expected):
        wish(*row)


def test_a_table_and_what_it_gives_are_kept_as_json(change):
    made = table(wish("A", "ceasefire", "duration", "longer"))
    read = overlay(change, made)

    assert from_json(to_json(made)) == made
    assert from_json(to_json(read)) == read


def test_movements_without_an_article_can_be_read_too():
    from qalamoun_terms.comparison.told import Movement

    movement = Movement(kind="ceasefire", field="duration", change="longer", words="longer")
    [one] = overlay([movement], table(wish("A", Ceasefire.kind, "duration", "longer")))

    assert one.article is None
