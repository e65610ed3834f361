"""Reports and agreements in Arabic are read through to the same case as English ones."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt

PAPER = (
    "عرض المبعوث الأممي على الحكومة والمعارضة مسودة من ثلاثة بنود: وقف القصف شهراً قابلاً للتجديد، "
    "وإدخال المساعدات إلى حي الصفصاف، وإطلاق سراح النساء المعتقلات.\n"
)


def coding(text: str) -> dict:
    return qt.to_coding(qt.parse(text, published="2016-03-01"))


def kinds(text: str) -> list[list[str]]:
    return [[term["kind"] for term in p["terms"]] for p in coding(text)["proposals"]]


def stances(text: str) -> list[tuple[str, str, str]]:
    return [(s["side"], s["stance"], s["target"]) for s in coding(text)["stances"]]


def test_a_draft_with_its_terms_and_its_proposer():
    assert kinds(PAPER) == [["ceasefire", "humanitarian_access", "detainee_release"]]
    assert stances(PAPER) == [("mediator", "proposed", "P1")]


def test_offsets_are_those_of_the_text_as_given():
    marked = PAPER.replace("وقف القصف", "وَقْفُ القَـصْفِ")

    first, *_ = coding(marked)["proposals"][0]["terms"]

    assert marked[slice(*first["span"])].startswith("وَقْفُ القَـصْفِ")
    assert first["fields"]["duration"] == "P1M"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("ووافقت الحكومة على المسودة.", [("state", "accepted", "P1")]),
        ("أما المعارضة فرفضت المسودة.", [("opposition", "rejected", "P1")]),
        (
            "ووافقت الحكومة على المسودة باستثناء البند الثالث.",
            [("state", "accepted", "P1"), ("state", "rejected", "P1/T3")],
        ),
        ("وأبدت الحكومة موافقة مبدئية على المسودة.", [("state", "provisional", "P1")]),
        ("ولم توافق المعارضة على المسودة.", [("opposition", "rejected", "P1")]),
        ("ولم ترد المعارضة على المسودة.", [("opposition", "deferred", "P1")]),
        ("وطلبت الحكومة تأجيل البند الثاني.", [("state", "deferred", "P1/T2")]),
        ("ورفضت الحكومة إطلاق سراح النساء.", [("state", "rejected", "P1/T3")]),
        ("وكانت السماء صافية في ذلك اليوم.", []),
    ],
)
def test_answers_to_a_draft(answer, expected):
    assert stances(PAPER + answer)[1:] == expected


def test_a_demand_is_a_package_of_its_own():
    text = PAPER + "وطالبت المعارضة بانسحاب القوات من الطريق الدولي."

    assert kinds(text)[1] == ["troop_redeployment"]
    assert ("opposition", "demanded", "P2") in stances(text)


def test_both_sides_of_a_tentative_deal():
    text = (
        "توصلت فصائل المعارضة وقوات النظام إلى اتفاق مبدئي.\n"
        "ويقضي الاتفاق بوقف إطلاق النار لمدة 72 ساعة، وتسليم السلاح الثقيل."
    )

    assert kinds(text) == [["ceasefire", "weapons_handover"]]
    assert {s[:2] for s in stances(text)} == {
        ("state", "provisional"),
        ("opposition", "provisional"),
    }


def test_numbered_items_of_an_agreement():
    text = "اتفق الطرفان على ما يلي:\n\nأولاً: فتح الطريق.\n\nثانياً: عدم دخول الجيش إلى البلدة.\n"

    case = qt.parse(text)

    assert [a.kind for a in case.proposals[0].articles] == ["movement_access", "troop_redeployment"]
    assert case.proposals[0].articles[1].accounts[0].term.negated


def test_who_says_so():
    text = PAPER + "وقال مصدر طلب عدم الكشف عن اسمه إن الحكومة رفضت المسودة."

    assert coding(text)["stances"][-1]["said_by"] == "anonymous"


@pytest.mark.parametrize(
    "text",
    [
        "قتل خمسة مدنيين في قصف على البلدة، ورفضت الوزارة التعليق على الحادث.",
        "يفتح المعرض أبوابه غداً، ويعود الطلاب إلى مدارسهم بعد العطلة.",
        "سحب المدرب لاعبيه ورفض مصافحة الحكم بعد الهدنة بين الشوطين.",
    ],
)
def test_news_of_other_things_gives_nothing(text):
    assert coding(text)["proposals"] == []
    assert coding(text)["stances"] == []


def test_a_caller_may_say_whose_side_a_party_is_on():
    text = PAPER + "ورفضت اللجنة المسودة."

    case = qt.parse(text, parties={"اللجنة": "opposition"})

    assert qt.to_coding(case)["stances"][-1]["side"] == "opposition"
