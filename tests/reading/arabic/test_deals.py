"""Who makes a deal in an Arabic report, and where its content is told."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt

CONTENT = "وينص الاتفاق على وقف القصف وفتح المعابر."


def coding(text: str) -> dict:
    return qt.to_coding(qt.parse(text, published="2020-05-01"))


def sides(text: str) -> list[tuple[str, str]]:
    return [(s["side"], s["stance"]) for s in coding(text)["stances"] if s["target"] == "P1"]


def kinds(text: str) -> list[str]:
    return [term["kind"] for p in coding(text)["proposals"] for term in p["terms"]]


@pytest.mark.parametrize(
    "opening",
    [
        "توصلت الحكومة والفصائل إلى اتفاق.",
        "تم التوصل إلى اتفاق بين الحكومة والفصائل.",
        "وقعت الحكومة اتفاقاً مع الفصائل.",
        "وقّعت الحكومة، أمس، والفصائل على اتفاق في المدينة.",
        "أُعلن الاتفاق بين الحكومة والفصائل مساء أمس.",
    ],
)
def test_both_makers_of_a_deal(opening):
    assert sorted(sides(f"{opening} {CONTENT}")) == [
        ("opposition", "accepted"),
        ("state", "accepted"),
    ]


def test_a_maker_of_whom_nothing_is_known_is_the_other_pole():
    text = "اتفق الرئيس سالم الحسن والسيد مروان القاضي على الآتي:\n\n1- وقف القصف.\n2- فتح المعابر."

    assert sorted(sides(text)) == [("opposition", "accepted"), ("state", "accepted")]


def test_two_states_make_a_deal_with_each_other():
    text = f"وقعت أرمينيا وأذربيجان اتفاقاً. {CONTENT}"

    assert sides(text) == [("state", "accepted"), ("state", "accepted")]


def test_a_state_that_brokers_is_no_maker():
    text = f"توصلت الحكومة والفصائل إلى اتفاق بوساطة قطر. {CONTENT}"

    assert {side for side, _ in sides(text)} == {"state", "opposition"}


@pytest.mark.parametrize(
    "sought",
    [
        "تتواصل المفاوضات للتوصل إلى اتفاق بين الحكومة والفصائل.",
        "فشلت مساعي التوصل إلى اتفاق بين الحكومة والفصائل.",
    ],
)
def test_a_deal_that_is_sought_is_not_made(sought):
    assert coding(sought)["stances"] == []


@pytest.mark.parametrize(
    "told",
    [
        "وينص الاتفاق على وقف القصف وفتح المعابر.",
        "وبموجب الاتفاق يتوقف القصف وتُفتح المعابر.",
        "ومن بين البنود وقف القصف وفتح المعابر.",
        "وجاء في الاتفاق وقف القصف وفتح المعابر.",
        "وأبرز البنود:\n- وقف القصف.\n- فتح المعابر.",
        "وفيما يلي البنود:\n1-وقف القصف\n2-فتح المعابر",
        "وتضمن الاتفاق ما يأتي:\n🔹 وقف القصف\n🔹 فتح المعابر",
        "ويقع الاتفاق في محورين:\nالمحور الأول: وقف القصف.\nالمحور الثاني: فتح المعابر.",
    ],
)
def test_content_is_opened_in_many_ways(told):
    text = f"توصلت الحكومة والفصائل إلى اتفاق.\n\n{told}"

    assert kinds(text) == ["ceasefire", "movement_access"]


def test_content_goes_on_in_the_next_sentence():
    text = f"توصلت الحكومة والفصائل إلى اتفاق. {CONTENT} كما سيتم تبادل الأسرى."

    assert kinds(text)[-1] == "detainee_release"


def test_a_listed_item_of_no_kind_is_kept_among_terms_and_dropped_among_none():
    listed = "اتفق الطرفان، الحكومة والحركة، على ما يلي:\n1- وقف القصف.\n2- فتح المعابر.\n3- {}\n"

    assert kinds(listed.format("دعم أسر الصيادين في موسم الشتاء."))[-1] == "other"
    assert kinds("برنامج الحفل:\n1- كلمة المدير.\n2- فقرة غنائية للأطفال.\n") == []
