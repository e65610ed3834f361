"""The documents of tests/corpus and their codings: valid by the manual, complete, and wide enough."""

import json
from collections import Counter
from pathlib import Path

import pytest

from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.time import Duration

CORPUS = Path(__file__).parent
FOLDERS = ("dev", "own", "genres", "learnt", "retold", "held", "apart")

KINDS = {
    "ceasefire",
    "troop_redeployment",
    "armed_exit",
    "civilian_evacuation",
    "weapons_handover",
    "status_settlement",
    "service_grace",
    "defector_status",
    "detainee_release",
    "humanitarian_access",
    "movement_access",
    "services_restoration",
    "displaced_return",
    "local_governance",
    "protection_guarantee",
    "joint_committee",
    "property_protection",
    "employment_reinstatement",
    "force_integration",
    "political_process",
    "disarmament_zone",
    "other",
}
STANCES = {
    "proposed",
    "accepted",
    "provisional",
    "conditional",
    "rejected",
    "insisted",
    "demanded",
    "withdrawn",
    "deferred",
    "violated",
}
SIDES = {"state", "opposition", "mediator", "civilian", "other"}
PROPOSER_SIDES = {"state", "opposition", "mediator", "joint", "unstated"}
STATUSES = {
    "proposed",
    "tentative",
    "agreed",
    "rejected",
    "implemented",
    "collapsed",
    "unstated",
}
GENRES = {"report", "agreement_text", "statement"}
WEAPONS = {"light", "medium", "heavy"}
LENGTHS = {"duration", "extension"}
WORDS = {"force", "beneficiary", "destination"}
LISTS = {"weapons", "place"}

CODINGS = sorted(path for folder in FOLDERS for path in (CORPUS / folder).glob("*.json"))
OWN = [path for path in CODINGS if path.parent.name == "own"]


def name(path):
    return f"{path.parent.name}/{path.stem}"


def coding_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


def text_of(path):
    with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
        return file.read()


def terms_of(coding):
    return [term for proposal in coding["proposals"] for term in proposal["terms"]]


def unique(values):
    values = list(values)
    return len(values) == len(set(values))


each_coding = pytest.mark.parametrize("path", CODINGS, ids=name)
each_own_coding = pytest.mark.parametrize("path", OWN, ids=name)


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_text_has_a_coding_and_each_coding_a_text(folder):
    texts = {path.stem for path in (CORPUS / folder).glob("*.txt")}
    codings = {path.stem for path in (CORPUS / folder).glob("*.json")}
    assert texts == codings
    assert texts


def test_ids_are_unique_and_name_their_files():
    assert [coding_of(path)["id"] for path in CODINGS] == [path.stem for path in CODINGS]
    assert unique(path.stem for path in CODINGS)


@each_coding
def test_the_head_is_valid(path):
    coding = coding_of(path)
    assert set(coding) == {
        "id",
        "published",
        "genre",
        "proposals",
        "stances",
        "parties",
        "places",
        "notes",
    }
    assert coding["genre"] in GENRES
    assert coding["published"] is None or str(Date(coding["published"])) == coding["published"]
    assert all(set(party) == {"name", "side"} for party in coding["parties"])
    assert {party["side"] for party in coding["parties"]} <= SIDES
    assert all(party["name"] for party in coding["parties"])
    assert all(coding["places"])
    assert coding["notes"]


@each_coding
def test_the_proposals_are_valid(path):
    proposals = coding_of(path)["proposals"]
    assert unique(proposal["id"] for proposal in proposals)
    for proposal in proposals:
        assert set(proposal) == {"id", "label", "proposer_side", "date", "status", "terms"}
        assert proposal["label"]
        assert proposal["proposer_side"] in PROPOSER_SIDES
        assert proposal["status"] in STATUSES
        assert proposal["date"] is None or str(Date(proposal["date"])) == proposal["date"]


@each_coding
def test_the_terms_are_valid(path):
    coding = coding_of(path)
    for proposal in coding["proposals"]:
        assert unique(term["id"] for term in proposal["terms"])
    for term in terms_of(coding):
        assert set(term) == {"id", "kind", "gist", "span", "fields"}
        assert term["kind"] in KINDS
        assert term["gist"]


@each_coding
def test_the_fields_are_known_and_of_their_form(path):
    for term in terms_of(coding_of(path)):
        fields = term["fields"]
        assert set(fields) <= LENGTHS | WORDS | LISTS
        for field in LENGTHS & set(fields):
            assert Duration.parse(fields[field])
        for field in WORDS & set(fields):
            assert isinstance(fields[field], str)
            assert fields[field]
        for field in LISTS & set(fields):
            assert isinstance(fields[field], list)
            assert all(fields[field])
            assert unique(fields[field])
            assert fields[field]
        assert set(fields.get("weapons", ())) <= WEAPONS


@each_coding
def test_the_spans_lie_in_the_text(path):
    coding, text = coding_of(path), text_of(path)
    for entry in terms_of(coding) + coding["stances"]:
        start, end = entry["span"]
        assert 0 <= start < end <= len(text)
        words = text[start:end]
        assert words == words.strip()
        assert any(character.isalnum() for character in words)


@each_coding
def test_the_spans_hold_whole_words(path):
    coding, text = coding_of(path), text_of(path)
    for entry in terms_of(coding) + coding["stances"]:
        _, end = entry["span"]
        assert not (text[end - 1 : end].isalnum() and text[end : end + 1].isalnum())


@each_coding
def test_the_stances_are_valid_and_point_at_something(path):
    coding = coding_of(path)
    targets = {proposal["id"] for proposal in coding["proposals"]} | {
        f"{proposal['id']}/{term['id']}"
        for proposal in coding["proposals"]
        for term in proposal["terms"]
    }
    for stance in coding["stances"]:
        assert set(stance) == {"side", "party", "target", "stance", "said_by", "span"}
        assert stance["side"] in SIDES
        assert stance["stance"] in STANCES
        assert stance["target"] in targets
        assert stance["party"]
        assert stance["said_by"]


@each_coding
def test_no_entry_is_there_twice(path):
    coding = coding_of(path)
    assert unique((term["kind"], *term["span"]) for term in terms_of(coding))
    assert unique(
        (stance["party"], stance["side"], stance["target"], stance["stance"], *stance["span"])
        for stance in coding["stances"]
    )


@each_coding
def test_negative_documents_have_nothing_coded(path):
    coding = coding_of(path)
    empty = not coding["proposals"] and not coding["stances"]
    assert coding["notes"].startswith("NEGATIVE") == empty


@each_own_coding
def test_a_package_of_one_term_is_the_target_itself(path):
    coding = coding_of(path)
    single = {proposal["id"] for proposal in coding["proposals"] if len(proposal["terms"]) == 1}
    assert not [
        stance
        for stance in coding["stances"]
        if "/" in stance["target"] and stance["target"].split("/")[0] in single
    ]


@each_own_coding
def test_a_place_or_destination_stands_in_the_clause_itself(path):
    text = text_of(path)
    for term in terms_of(coding_of(path)):
        clause = text[slice(*term["span"])].casefold()
        fields = term["fields"]
        for value in [*fields.get("place", ()), fields.get("destination", "")]:
            assert value.casefold() in clause


@each_own_coding
def test_names_and_places_stand_in_the_text(path):
    coding, text = coding_of(path), text_of(path).casefold()
    for value in [party["name"] for party in coding["parties"]] + coding["places"]:
        assert value.casefold() in text


@pytest.mark.parametrize("paths", [OWN, CODINGS], ids=["own", "all"])
def test_all_kinds_and_all_stances_are_covered(paths):
    codings = [coding_of(path) for path in paths]
    assert {term["kind"] for coding in codings for term in terms_of(coding)} == KINDS
    assert {stance["stance"] for coding in codings for stance in coding["stances"]} == STANCES


def test_our_documents_are_as_many_as_the_readme_says():
    arabic = [path for path in OWN if path.stem.startswith("ar-")]
    negative = [path for path in OWN if not coding_of(path)["proposals"]]
    assert (len(OWN), len(arabic), len(negative)) == (20, 6, 3)
    assert Counter(path.parent.name for path in CODINGS)["dev"] == 52
    for path in OWN:
        assert 150 <= len(text_of(path).split()) <= 450
