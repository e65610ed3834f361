"""Nothing is coerced, and every refusal names its place."""

import copy

import attrs
import pytest

from qalamoun_terms.errors import FormatError
from qalamoun_terms.formats.converter import TAGS, structure, unstructure
from qalamoun_terms.model.grounds import Citation, Derived, Evidence, Quote, Source, Unread
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef, Proposal, ProposalRef
from qalamoun_terms.model.record import Measure, MeasureKind, Position, Stance
from qalamoun_terms.model.terms import KINDS, Ceasefire, Term
from qalamoun_terms.model.time import Amount, Date, Deadline, Duration

TERM = {
    "kind": "service_grace",
    "negated": False,
    "beneficiaries": ["evaders"],
    "duration": "P6M",
    "quantities": [{"min": 60, "max": 100, "unit": "men"}],
    "extension": {"up_to": "P12M", "times": 1},
}
CASE = {
    "id": "c",
    "places": [{"id": "l1", "name": "Jerod", "latitude": 33.8, "longitude": 36.7}],
    "proposals": [
        {"id": "p1"},
        {
            "id": "p2",
            "complete": True,
            "articles_total": 7,
            "continues": ["p1"],
            "articles": [
                {
                    "id": "a1",
                    "continues": ["p1.a1"],
                    "accounts": [
                        {
                            "term": TERM,
                            "source": {"kind": "named", "name": "A", "cites": {}},
                            "evidence": [
                                {
                                    "field": "duration",
                                    "ground": {
                                        "type": "derived",
                                        "rule": "sum",
                                        "from": [
                                            {
                                                "type": "quote",
                                                "document": "d1",
                                                "start": 0,
                                                "end": 3,
                                                "quote": "six",
                                            }
                                        ],
                                    },
                                }
                            ],
                        }
                    ],
                }
            ],
        },
    ],
    "positions": [{"id": "n1", "party": "y1", "target": "p2.a1", "stance": "accepted"}],
}
ACCOUNT = "proposals[1].articles[0].accounts[0]"
GROUND = f"{ACCOUNT}.evidence[0].ground"


def changed(path, value):
    """Give the case with another value at a path, or without it where the value is `...`."""
    data = copy.deepcopy(CASE)
    *way, last = [int(step) if step.isdigit() else step for step in _steps(path)]
    place = data
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data


def _steps(path):
    return path.replace("[", ".").replace("]", "").split(".")


def test_the_case_itself_is_accepted():
    assert structure(CASE, Negotiation).proposals[1].articles[0].term.duration.exact


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        # a word is no truth value, and neither is a number
        (f"{ACCOUNT}.term.negated", "false", "expected true or false, got str 'false'"),
        (f"{ACCOUNT}.term.negated", 0, "expected true or false, got int 0"),
        ("proposals[1].complete", 1, "expected true or false, got int 1"),
        # None is not "None", and a number is no text
        ("places[0].name", None, "expected text, got None"),
        ("places[0].name", 7, "expected text, got int 7"),
        ("id", True, "expected text, got bool True"),
        # 7.9 is not 7, nor 7.0, nor "7"; True is not 1
        ("proposals[1].articles_total", 7.9, "expected a whole number, got float 7.9"),
        ("proposals[1].articles_total", 7.0, "expected a whole number, got float 7.0"),
        ("proposals[1].articles_total", "7", "expected a whole number, got str '7'"),
        ("proposals[1].articles_total", True, "expected a whole number, got bool True"),
        ("places[0].latitude", True, "expected a number, got bool True"),
        ("places[0].latitude", "33.8", "expected a number, got str '33.8'"),
        # a text is no list of letters, and an object or a tuple no list
        (f"{ACCOUNT}.term.beneficiaries", "all", "expected a list, got str 'all'"),
        (f"{ACCOUNT}.term.beneficiaries", {"all": 1}, "expected a list, got dict {'all': 1}"),
        (f"{ACCOUNT}.term.beneficiaries", ("all",), "expected a list, got tuple ('all',)"),
        (f"{ACCOUNT}.term.beneficiaries[0]", None, "expected text, got None"),
        ("proposals", {}, "expected a list, got dict {}"),
        ("proposals[0]", [], "expected an object, got list []"),
        ("proposals[0]", "p1", "expected an object, got str 'p1'"),
        (f"{ACCOUNT}.source", None, "expected an object, got None"),
        (f"{ACCOUNT}.source.cites", [], "expected an object, got list []"),
        (f"{ACCOUNT}.term", ["ceasefire"], "expected an object, got list ['ceasefire']"),
        (f"{ACCOUNT}.term.quantities[0].max", "100", "expected a whole number, got str '100'"),
        # words of a closed list, by their exact value
        (f"{ACCOUNT}.source.kind", "NAMED", "expected one of report, named, anonymous, got str"),
        ("positions[0].stance", "Accepted", "expected one of proposed, demanded, insisted,"),
        ("positions[0].stance", ["accepted"], "expected one of proposed"),
        # dates, durations and references
        (f"{ACCOUNT}.term.duration", "6 months", "expected an ISO 8601 duration without fractions"),
        (f"{ACCOUNT}.term.duration", 6, "expected text, got int 6"),
        (f"{ACCOUNT}.term.duration", {"months": 6}, "expected text, got dict {'months': 6}"),
        (f"{ACCOUNT}.term.extension.up_to", "P9M/P6M", "expected at least the min of P9M"),
        ("positions[0].when", "June 2016", "expected an EDTF date such as 2016"),
        ("positions[0].target", "p1.a1.x", "expected p3 or p3.a2, got 'p1.a1.x'"),
        ("positions[0].target", None, "expected text, got None"),
        ("proposals[1].continues[0]", "p1.a1", "expected a proposal such as p3, got str 'p1.a1'"),
        ("proposals[1].articles[0].continues[0]", "p1", "expected an article such as p3.a2, got"),
        # which kind of term or ground it is
        (f"{ACCOUNT}.term.kind", "truce", "expected one of ceasefire, troop_redeployment,"),
        (f"{ACCOUNT}.term.kind", ..., "expected one of ceasefire, troop_redeployment,"),
        (f"{ACCOUNT}.term.kind", ["other"], "expected one of ceasefire, troop_redeployment,"),
        (f"{GROUND}.type", "guess", "expected one of quote, citation, derived, got str 'guess'"),
        (f"{GROUND}.from[0].type", ..., "expected one of quote, citation, derived, got None"),
        # what is missing
        ("proposals[0].id", ..., "expected a value, got none"),
        ("proposals[1].articles[0].accounts", ..., "expected a value, got none"),
        (f"{GROUND}.from[0].end", ..., "expected a value, got none"),
        # what nobody knows
        ("titel", "x", "expected a field of Negotiation, got an unknown key; did you mean title?"),
        (f"{ACCOUNT}.term.weapons", [], "expected a field of ServiceGrace, got an unknown key"),
        (
            f"{GROUND}.from_",
            [],
            "expected a field of Derived, got an unknown key; did you mean fro",
        ),
        # what the class itself refuses
        ("places[0].latitude", 91, "expected a number from -90 to 90 or None, got int 91"),
        (f"{ACCOUNT}.term.subkind", "long", "expected None for this kind; got 'long'"),
        (f"{ACCOUNT}.term.quantities[0].max", 3, "expected at least min (60), got 3"),
        (f"{ACCOUNT}.term.quantities[0].unit", " ", "expected text that is not blank, got str ' '"),
        (f"{ACCOUNT}.term.trigger", "", "expected text that is not blank or None, got str ''"),
        (f"{GROUND}.from[0].end", 9, "expected start + 3, the length of the words; got 0..9"),
        ("proposals[1].articles[0].accounts", [], "expected at least one account, got none"),
        ("proposals[1].articles[0].id", "a.1", "expected an identifier of letters, digits and _"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(path, value, problem):
    with pytest.raises(FormatError) as caught:
        structure(changed(path, value), Negotiation)

    assert caught.value.path == path
    assert caught.value.problem.startswith(problem)
    assert str(caught.value).startswith(f"{path}: {problem}")


def test_a_key_that_is_no_name_stands_in_quotes():
    with pytest.raises(FormatError) as caught:
        structure({**CASE, "two words\n": 1}, Negotiation)

    assert caught.value.path == r"['two words\n']"


def test_every_problem_is_listed():
    data = changed("proposals[0].id", 7)
    data["positions"][0] |= {"stance": "no", "extra": 1}

    with pytest.raises(FormatError) as caught:
        structure(data, Negotiation)

    assert caught.value.path == "proposals[0].id"
    assert [line.partition(":")[0] for line in caught.value.more] == [
        "positions[0].stance",
        "positions[0].extra",
    ]
    assert str(caught.value) == ("proposals[0].id: expected text, got int 7 (and 2 more problems)")


def test_the_whole_of_an_input_is_called_dollar():
    with pytest.raises(FormatError, match=r"^\$: expected an object, got list \[\]$"):
        structure([], Proposal)


def test_a_problem_of_the_whole_record_is_told_at_the_record():
    with pytest.raises(FormatError) as caught:
        structure({"within": None}, Deadline)

    assert str(caught.value) == "$: expected within or by, got None"


@pytest.mark.parametrize("value", [Amount(months=18), Date("2016-06~"), Duration.parse("P6M/P9M~")])
def test_a_value_in_time_is_a_text_and_back(value):
    assert unstructure(value) == str(value)
    assert structure(str(value), type(value)) == value


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_term_says_which_it_is(kind):
    required = {"text": "x"} if kind == "other" else {}
    term = KINDS[kind](**required)

    assert unstructure(term) == {"kind": kind, **required}
    assert structure(unstructure(term), Term) == term


def test_a_place_for_one_kind_takes_that_kind_only():
    assert structure({"kind": "ceasefire"}, Ceasefire) == Ceasefire()
    with pytest.raises(FormatError, match="kind: expected one of ceasefire, got str 'other'"):
        structure({"kind": "other", "text": "x"}, Ceasefire)


def test_grounds_say_which_they_are_and_use_the_key_from():
    ground = Derived(rule="sum", from_=[Citation(document="d1"), Derived(rule="given")])

    assert unstructure(Evidence(ground=ground)) == {
        "ground": {
            "type": "derived",
            "rule": "sum",
            "from": [{"type": "citation", "document": "d1"}, {"type": "derived", "rule": "given"}],
        }
    }


def test_a_lone_quote_says_that_it_is_one():
    words = Quote(document="d1", start=0, end=3, quote="six")

    assert unstructure(Unread(ground=words, reason="r"))["ground"]["type"] == "quote"


def test_every_tag_is_used_once_for_its_key():
    assert len(set(TAGS.values())) == len(TAGS)


@pytest.mark.parametrize("ref", [ProposalRef("p1"), ArticleRef("p1", "a1")])
def test_a_target_is_a_text_and_back(ref):
    position = Position(id="n1", party="y1", target=ref, stance=Stance.ACCEPTED)
    measure = Measure(id="m1", kind=MeasureKind.RELIEF, label="road open", answers=ref)

    assert unstructure(position)["target"] == unstructure(measure)["answers"] == str(ref)
    assert structure(unstructure(position), Position) == position
    assert structure(unstructure(measure), Measure) == measure


def test_null_says_not_stated_where_that_may_be_said():
    assert structure({"id": "p1", "title": None, "complete": None}, Proposal) == Proposal(id="p1")


def test_a_source_that_cites_a_plain_report_keeps_it():
    source = Source(cites=Source())

    assert unstructure(source) == {"cites": {}}
    assert structure({"cites": {}}, Source) == source


def test_a_fault_in_a_class_is_not_taken_for_a_fault_in_the_input():
    @attrs.frozen
    class Broken:
        id: str

        def __attrs_post_init__(self):
            raise TypeError("a fault of the class")

    with pytest.raises(TypeError, match="a fault of the class"):
        structure({"id": "b1"}, Broken)
