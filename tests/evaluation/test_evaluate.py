"""What an evaluation tells, document by document."""

from __future__ import annotations

import json

import pytest

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.evaluation.codings import (
    CodedDocument,
    CodedProposal,
    CodedStance,
    CodedTerm,
    Span,
)
from qalamoun_terms.evaluation.evaluate import evaluate
from qalamoun_terms.evaluation.findings import Subject
from qalamoun_terms.model.grounds import Document
from qalamoun_terms.model.negotiation import Negotiation

TEXT = "The army will open the road\nto Homs for two months. The council refused."
ROAD = Span(4, 50)
REFUSED = Span(52, 71)


def coding(*terms, stance=None, id="d"):
    offer = CodedProposal(id="P1", terms=terms)
    stances = [] if stance is None else [stance]
    return CodedDocument(id=id, proposals=[offer], stances=stances)


def road(kind="movement_access", **fields):
    return CodedTerm(id="T1", kind=kind, gist="a road opens", span=ROAD, fields=fields)


def refusal(stance="rejected"):
    return CodedStance(
        side="opposition", party="the council", target="P1", stance=stance, span=REFUSED
    )


GOLD = coding(road(duration=["P2M"], place=["Homs"]), stance=refusal())


def told(findings):
    return [str(one) for one in findings]


def test_the_same_coding_is_perfect():
    result = evaluate(GOLD, GOLD, TEXT)

    assert result.documents[0].missed == result.documents[0].invented == ()
    assert all(result.total.tally(name).f1 == 1 for name in ("term", "field", "stance"))
    assert result.total.rate("grounded") == 1


def test_what_nobody_predicted_is_missed_with_its_words():
    missed = evaluate({"d": GOLD}, {}, {"d": TEXT}).documents[0].missed

    assert told(missed) == [
        "term movement_access (P1/T1): army will open the road to Homs for two months",
        "stance rejected (opposition on P1): The council refused",
    ]


def test_what_is_not_in_the_gold_coding_is_invented():
    invented = evaluate(CodedDocument(id="d"), GOLD, TEXT).documents[0].invented

    assert [one.subject for one in invented] == [Subject.TERM, Subject.STANCE]


def test_a_field_is_missed_and_invented_by_its_value():
    other = coding(road(duration=["P60D"], place=["Homs"]), stance=refusal())
    (document,) = evaluate(GOLD, other, TEXT).documents

    assert told(document.missed) == ["field duration (P1/T1 movement_access): P2M"]
    assert told(document.invented) == ["field duration (P1/T1 movement_access): P60D"]


def test_a_term_of_another_kind_over_the_same_words_says_so():
    (document,) = evaluate(GOLD, coding(road("ceasefire"), stance=refusal()), TEXT).documents

    assert document.missed[0].about == "P1/T1, elsewhere ceasefire"
    assert document.invented[0].about == "P1/T1, elsewhere movement_access"


def test_a_stance_turned_round_is_both_and_reversed():
    result = evaluate(GOLD, coding(road(), stance=refusal("accepted")), TEXT)

    assert [one.kind for one in result.documents[0].invented] == ["accepted"]
    assert result.total.reversed == 1


def test_who_leaves_is_no_beneficiary_to_be_scored():
    gold, other = road("armed_exit", beneficiary=["fighters"]), road("armed_exit")

    assert evaluate(coding(gold), coding(other), TEXT).total.field.n == 0


def test_without_texts_the_gist_stands_for_the_words():
    result = evaluate(GOLD, CodedDocument(id="d"))

    assert told(result.documents[0].missed) == [
        "term movement_access (P1/T1): a road opens",
        "stance rejected (opposition on P1): the council",
    ]
    assert result.total.rate("grounded") is None


def test_a_place_outside_of_the_text_is_not_grounded():
    result = evaluate(GOLD, GOLD, TEXT[:60])

    assert result.total.rate("grounded") == 0.5


def test_documents_without_their_text_or_their_gold_coding_are_named():
    result = evaluate({"a": GOLD, "b": GOLD}, {"a": GOLD, "c": GOLD}, {"a": TEXT})

    assert [one.id for one in result.documents] == ["a"]
    assert (result.without_text, result.without_gold) == (("b",), ("c",))


def test_a_document_without_terms_counts_false_alarms():
    result = evaluate({"a": CodedDocument(id="a"), "b": GOLD}, {"a": GOLD, "b": GOLD})

    assert result.total.rate("false_alarms_per_negative") == 2


def test_a_case_is_evaluated_by_its_coding():
    case = Negotiation(id="c", documents=[Document.of("d1", TEXT)])

    assert evaluate(GOLD, case, TEXT).total.term.missed == 1


def test_the_data_is_json_and_holds_what_was_missed():
    data = json.loads(json.dumps(evaluate({"d": GOLD}, {}, {"d": TEXT}).to_data()))

    assert data["total"]["term"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "n": 1}
    assert data["documents"]["d"]["missed"][0]["span"] == [4, 50]


def test_an_evaluation_prints_as_a_table():
    lines = str(evaluate(GOLD, GOLD, TEXT)).splitlines()

    assert lines[1] == "term           1.000   1.000  1.000      1"
    assert lines[-1] == "documents: 1"
    assert "false alarms per negative: -" in lines


@pytest.mark.parametrize(
    ("gold", "predicted", "texts", "message"),
    [
        (GOLD, {"d": GOLD}, None, "gold: expected codings by the ids of their documents"),
        ({"d": GOLD}, GOLD, None, "predicted: expected codings by the ids of their documents"),
        ({"d": {}}, {}, None, "gold['d']: expected a coding (see read_coding) or a case, got dict"),
        ({"d": GOLD, "e": GOLD}, {}, TEXT, "texts: expected texts by the ids of their documents"),
    ],
)
def test_what_does_not_go_together_is_refused(gold, predicted, texts, message):
    with pytest.raises(InvalidValueError) as refused:
        evaluate(gold, predicted, texts)
    assert str(refused.value).startswith(message)


def test_a_case_of_two_documents_is_refused():
    case = Negotiation(id="c", documents=[Document.of("d1", TEXT), Document.of("d2", TEXT)])

    with pytest.raises(
        InvalidValueError, match="predicted: expected a case of one document, got 2"
    ):
        evaluate(GOLD, case)
