"""The envelope, the versions, and the texts that are no JSON of ours."""

import json
import subprocess
import sys

import pytest

from qalamoun_terms.errors import CheckError, FormatError, InvalidValueError, VersionError
from qalamoun_terms.formats.json import TYPES, VERSION, from_json, migrate, to_json
from qalamoun_terms.model.actors import Party, Place
from qalamoun_terms.model.grounds import Citation, Derived, Document, Evidence, Source
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.terms import Quantity, ServiceGrace, Weapon, WeaponsHandover
from qalamoun_terms.model.time import Date, Duration, Extension

PAPER = Proposal(id="p1", title="Paper")


def envelope(**fields):
    return json.dumps({"type": "proposal", "version": VERSION, "id": "p1", **fields})


def refusal(text):
    with pytest.raises(FormatError) as caught:
        from_json(text)
    return str(caught.value)


def test_a_proposal_is_written_with_its_type_and_version():
    assert json.loads(to_json(PAPER)) == {
        "type": "proposal",
        "version": 1,
        "id": "p1",
        "title": "Paper",
    }


def test_a_case_is_written_with_its_type_and_version():
    assert json.loads(to_json(Negotiation(id="c"))) == {
        "type": "negotiation",
        "version": 1,
        "id": "c",
    }


def test_letters_of_every_script_stay_readable():
    assert "الرحيبة" in to_json(Proposal(id="p1", title="الرحيبة"))


def test_indent_none_gives_one_line():
    assert to_json(PAPER, indent=None) == (
        '{"type": "proposal", "version": 1, "id": "p1", "title": "Paper"}'
    )


def test_keys_stand_in_the_order_of_the_fields_and_the_tag_first():
    grounds = Evidence(field="date", ground=Citation(document="d1", locator="item 1"))
    written = json.loads(to_json(Proposal(id="p1", date=Date("2016"), evidence=[grounds])))

    assert list(written) == ["type", "version", "id", "date", "evidence"]
    assert list(written["evidence"][0]) == ["field", "ground"]
    assert list(written["evidence"][0]["ground"]) == ["type", "document", "locator"]


def test_unstated_and_stated_to_be_none_stay_apart():
    unstated = Account(term=WeaponsHandover())
    none = Account(term=WeaponsHandover(weapons=[], places=[]))
    written = to_json(Proposal(id="p1", articles=[Article(id="a1", accounts=[unstated, none])]))
    terms = [account["term"] for account in json.loads(written)["articles"][0]["accounts"]]
    read = [account.term for account in from_json(written).articles[0].accounts]

    assert terms == [
        {"kind": "weapons_handover"},
        {"kind": "weapons_handover", "places": [], "weapons": []},
    ]
    assert [(term.weapons, term.places) for term in read] == [(None, None), ((), ())]


def test_dates_durations_and_references_are_written_as_texts():
    grace = ServiceGrace(
        duration=Duration.parse("P6M/P9M~"), extension=Extension(up_to=Duration.parse("P1Y"))
    )
    written = to_json(
        Proposal(id="p1", articles=[Article(id="a1", accounts=[Account(term=grace)])])
    )

    assert json.loads(written)["articles"][0]["accounts"][0]["term"] == {
        "kind": "service_grace",
        "duration": "P6M/P9M~",
        "extension": {"up_to": "P12M"},
    }


def test_sets_and_enums_are_written_as_lists_and_words():
    term = WeaponsHandover(weapons=[Weapon.HEAVY, Weapon.LIGHT], places=["b", "a"])
    written = to_json(Proposal(id="p1", articles=[Article(id="a1", accounts=[Account(term=term)])]))

    assert json.loads(written)["articles"][0]["accounts"][0]["term"] == {
        "kind": "weapons_handover",
        "places": ["a", "b"],
        "weapons": ["light", "heavy"],
    }


def test_something_that_stands_in_no_file_is_refused():
    with pytest.raises(InvalidValueError, match="value: expected a negotiation or "):
        to_json(Party(id="y1", name="A"))


@pytest.mark.parametrize("value", [None, 7, ["{}"], bytearray(b"{}")])
def test_only_text_and_bytes_are_read(value):
    with pytest.raises(InvalidValueError, match="text: expected str or bytes"):
        from_json(value)


def test_a_byte_order_mark_is_passed_over():
    assert from_json(b"\xef\xbb\xbf" + to_json(PAPER).encode()) == PAPER
    assert from_json("\ufeff" + to_json(PAPER)) == PAPER


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1: expected JSON: expecting value"),
        ("{", "line 1, column 2: expected JSON: expecting property name enclosed in double quotes"),
        ('{\n  "type": "proposal"\n  "version": 1}', "line 3, column 3: expected JSON: expecting"),
        ('{"type": "a\tb"}', "line 1, column 12: expected JSON: invalid control character at"),
        ("{'type': 'proposal'}", "line 1, column 2: expected JSON"),
        (envelope() + "x", "line 1, column 47: expected JSON: extra data"),
        (b"\xff\xfe{}", "$: expected utf-8, got byte 0xff at offset 0"),
        ("[]", "$: expected an object, got list []"),
        ("null", "$: expected an object, got None"),
        ('"proposal"', "$: expected an object, got str 'proposal'"),
        ("{}", "type: expected a value, got none"),
        ('{"type": "proposal"}', "version: expected a value, got none"),
        (envelope(type="treaty"), f"type: expected one of {', '.join(TYPES)}, got str 'treaty'"),
        (envelope(type=["proposal"]), f"type: expected one of {', '.join(TYPES)}, got list"),
        (envelope(version="1"), "version: expected a whole number from 1, got str '1'"),
        (envelope(version=True), "version: expected a whole number from 1, got bool True"),
        (envelope(version=1.0), "version: expected a whole number from 1, got float 1.0"),
        (envelope(version=0), "version: expected a whole number from 1, got int 0"),
    ],
)
def test_text_that_is_no_json_of_ours_is_refused_with_its_place(text, message):
    assert message in refusal(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"type": "proposal", "type": "proposal"}', "$: expected each key once, got 'type' twice"),
        ('{"a": [{"b": 1, "b": 1}]}', "a[0]: expected each key once, got 'b' twice"),
        ('{"a": {"": 1, "": 1}}', "a: expected each key once, got '' twice"),
    ],
)
def test_a_key_that_stands_twice_is_refused(text, message):
    assert refusal(text) == message


@pytest.mark.parametrize(
    ("number", "shown"),
    [("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf"), ("1e999", "inf")],
)
def test_numbers_that_are_none_are_refused(number, shown):
    text = f'{{"type": "proposal", "version": 1, "id": "p1", "x": [{number}]}}'

    assert refusal(text) == f"x[0]: expected a finite number, got {shown}"


def test_a_number_of_thousands_of_digits_is_refused():
    digits = "9" * 5000
    long = Quantity(min=10**5000, unit="trucks")
    account = Account(term=WeaponsHandover(quantities=[long]))

    assert "thousands of digits" in refusal(f'{{"version": {digits}}}')
    with pytest.raises(FormatError, match="thousands of digits"):
        to_json(Proposal(id="p1", articles=[Article(id="a1", accounts=[account])]))


@pytest.mark.parametrize("depth", [101, 1_000, 100_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_endless_nesting_is_refused(depth, opening):
    closing = {"[": "]", '{"a":': "}"}[opening]
    text = opening * depth + "1" + closing * depth

    assert refusal(text) == "$: expected at most 100 levels of lists and objects, got more"


@pytest.mark.parametrize("depth", [101, 5_000])
def test_what_could_not_be_read_back_is_not_written(depth):
    source = Source()
    for _ in range(depth):
        source = Source(cites=source)

    with pytest.raises(FormatError, match="at most 100 levels"):
        to_json(Proposal(id="p1", source=source))


def test_the_deepest_nesting_that_is_written_is_read():
    ground = Derived(rule="r", from_=())
    for _ in range(45):
        ground = Derived(rule="r", from_=(ground,))
    deep = Proposal(id="p1", evidence=[Evidence(ground=ground)])

    assert from_json(to_json(deep)) == deep


def test_half_a_character_is_refused_with_its_place():
    assert refusal(envelope(title="\ud800")) == (
        "title: expected valid unicode text, got a lone surrogate at index 0"
    )


def test_a_case_is_checked_when_it_is_read():
    lost = Negotiation(id="c", parties=[Party(id="y1", name="A", side="s9")])

    with pytest.raises(CheckError, match="expected the id of a side, got 's9'"):
        from_json(to_json(lost))


def test_a_text_that_is_not_the_one_that_was_coded_is_refused():
    data = json.loads(to_json(Negotiation(id="c", documents=[Document.of("d1", "Agreed.")])))
    data["documents"][0]["text"] = "Refused"

    assert refusal(json.dumps(data)) == (
        "documents[0].sha256: expected the hash of the text of d1, got another; "
        "this is not the text that was coded"
    )


def test_coordinates_keep_their_value():
    place = Place(id="l1", name="Jerod", latitude=33, longitude=36.1)

    assert from_json(to_json(Negotiation(id="c", places=[place]))).places == (place,)


def test_a_newer_version_is_refused_with_both_versions_named():
    with pytest.raises(VersionError) as caught:
        from_json(envelope(version=7, type="novelty", unknown=1))

    assert str(caught.value) == (
        "version: expected version 1 or older, got version 7; a newer release reads it"
    )


STEPS = {
    1: lambda old: {**old, "label": old["name"]},
    2: lambda old: {key: part for key, part in old.items() if key != "name"},
}


def test_an_older_version_is_brought_up_to_date_step_by_step():
    old = {"version": 1, "name": "Draft"}

    assert migrate(old, STEPS, 3) == {"version": 3, "label": "Draft"}
    assert old == {"version": 1, "name": "Draft"}


def test_only_the_steps_that_are_needed_are_taken():
    assert migrate({"version": 2, "name": "Draft"}, STEPS, 3) == {"version": 3}
    assert migrate({"version": 3, "name": "Draft"}, STEPS, 3) == {"version": 3, "name": "Draft"}


def test_a_version_that_no_step_leads_from_is_refused():
    with pytest.raises(VersionError, match="expected version 3, got version 1, which is read no"):
        migrate({"version": 1}, {2: STEPS[2]}, 3)


def test_the_same_case_is_written_alike_under_every_hash_seed():
    script = (
        "from qalamoun_terms.formats.json import to_json\n"
        "from qalamoun_terms.formats.schema import json_schema\n"
        "from qalamoun_terms.model.actors import Party\n"
        "from qalamoun_terms.model.negotiation import Negotiation\n"
        "party = Party(id='y1', name='A', aliases={'b', 'c', 'd', 'e'})\n"
        "print(to_json(Negotiation(id='c', parties=[party])), json_schema())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert runs[0] == runs[1]
