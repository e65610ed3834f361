"""Texts that use the words of negotiating for something else give nothing."""

from __future__ import annotations

import pytest

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse
from qalamoun_terms.reading.told.bearings import Bearings, take_bearings

ELSEWHERE = [
    (
        "Rovers rejected a second bid for their striker on Friday. The player had agreed terms with City, "
        "the champions of the league, and asked to leave. The manager insisted that he would stay for "
        "the derby. The clubs may reach a deal before the transfer window closes, his agent said. The "
        "goalkeeper was released on Monday. Supporters demanded the return of the old badge, and the two "
        "captains shook hands after a truce of a match without a goal."
    ),
    (
        "The honourable member asked the Treasury to withdraw the levy on stalls. The minister rejected "
        "the motion and offered the traders a rebate. Their leaders turned the offer down. The budget "
        "was put off to June, and the taxes stay as they are. The opposition demanded that the pension "
        "fund be opened to inspection. The minister agreed to hand over the accounts to the clerks."
    ),
    (
        "For eleven years I sat in a booth and lent my voice to others. The coffee was bad, and once the "
        "biscuits ran out. My daughter demands that I write a memoir. I told her my terms: no names, no "
        "dates. She accepted. At the wedding somebody proposed a toast and everybody agreed to it."
    ),
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_other_fields_give_no_proposals(text):
    coding = to_coding(parse(text))

    assert [] == coding["proposals"]
    assert [] == coding["stances"]


def test_the_same_words_over_a_siege_give_proposals():
    text = (
        "The rebels rejected the government's offer of a truce on Friday. The army demanded the "
        "release of the captured soldiers."
    )

    assert to_coding(parse(text))["proposals"]


def test_arabic_words_of_games_give_no_proposals():
    text = (
        "رفض النادي عرضا ثانيا لضم اللاعب، وقال المدرب إن اللاعب وافق على الشروط. وتم الاتفاق على "
        "تأجيل المباراة أسبوعا. وطالب المشجعون بفتح بوابة الملعب قبل بداية الموسم."
    )

    assert [] == to_coding(parse(text))["proposals"]


def test_the_bearings_of_a_text_of_talks(seen):
    bearings = take_bearings(
        seen(
            "The government and the rebels met for talks on a truce. The rebels rejected the offer to "
            "release the prisoners, and the government put a second proposal on the table."
        )
    )

    assert bearings.negotiates
    assert bearings.negotiates_much
    assert bearings.opposed
    assert bearings.is_fought()


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_bearings_of_a_text_of_another_field(seen, text):
    assert not take_bearings(seen(text)).negotiates


def test_papers_make_up_for_words_of_what_is_fought_over():
    facts = {"negotiates": True, "negotiates_much": False, "opposed": False, "deals_much": False}

    assert Bearings(contested=1, papers=2, **facts).is_fought()
    assert not Bearings(contested=1, papers=1, **facts).is_fought()
    assert not Bearings(contested=0, papers=5, **facts).is_fought()
    assert not Bearings(contested=2, papers=0, **facts).is_fought(3)
