"""What sides answer, ask for and offer in Arabic, and whose answer it is."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt

PAPER = (
    "عرض الوسيط على الحكومة والحركة مقترحاً ينص على وقف القصف شهراً، وتسليم المدافع، "
    "والإفراج عن الأسيرات.\n"
)


def told(text: str) -> list[tuple[str, str, str]]:
    coding = qt.to_coding(qt.parse(PAPER + text))
    return [(s["side"], s["stance"], s["target"]) for s in coding["stances"]][1:]


def terms(text: str, proposal: int) -> list[str]:
    coding = qt.to_coding(qt.parse(PAPER + text))
    return [term["kind"] for term in coding["proposals"][proposal]["terms"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت الحركة رفضها للمقترح.", [("opposition", "rejected", "P1")]),
        ("وأكدت الحركة قبولها المقترح.", [("opposition", "accepted", "P1")]),
        ("ووافقت الحكومة مبدئياً على المقترح.", [("state", "provisional", "P1")]),
        ("وطلبت الحكومة مهلة لدراسة المقترح.", [("state", "deferred", "P1")]),
        ("ونقل المصدر موافقة الحكومة على المقترح.", [("state", "accepted", "P1")]),
        ("وأعلن المصدر موافقة الحكومة على المقترح.", [("state", "accepted", "P1")]),
        ("وقالت الحركة إنها توافق على المقترح.", [("opposition", "accepted", "P1")]),
        ("وذكرت الحكومة أنها ترفض بند الأسيرات.", [("state", "rejected", "P1/T3")]),
        ("وتمسكت الحكومة بتسليم المدافع.", [("state", "insisted", "P1/T2")]),
    ],
)
def test_answers_by_verb_and_by_noun(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأبلغ ممثلون عن الحكومة الوسيط قبولهم بالمقترح.", []),
        ("وإن الثوار أبلغوا اللجنة قبولهم بالمقترح.", [("opposition", "accepted", "P1")]),
        ("ولم تقبل الحكومة بعد المقترح.", [("state", "deferred", "P1")]),
        ("ولم تبد الحكومة رأياً في المقترح.", [("state", "deferred", "P1")]),
        ("ولن تتنازل الحركة عن المقترح.", [("opposition", "insisted", "P1")]),
        ("ورحبت الأمم المتحدة بالمقترح.", []),
    ],
)
def test_whose_answer_it_is_and_how_far_it_goes(text, expected):
    assert told(text) == expected


def test_a_verb_is_not_of_a_party_that_it_does_not_agree_with():
    assert told("وسلمت الوسيط ردها ثم وافقت على المقترح.") == []


def test_those_who_refuse_the_settlement_are_content_and_no_answer():
    assert told("ويُرحَّل من يرفض المقترح إلى الشمال.") == []


def test_what_is_refused_without_a_paper_is_a_package_of_its_own():
    text = "ورفضت الحكومة إعادة النازحين إلى قراهم."

    assert told(text) == [("state", "rejected", "P2")]
    assert terms(text, 1) == ["displaced_return"]


def test_an_offer_to_do_something():
    text = "وأبدت الحركة استعدادها لفتح الطريق الدولي."

    assert told(text) == [("opposition", "proposed", "P2")]
    assert terms(text, 1) == ["movement_access"]


def test_a_deal_that_is_denied_is_a_package_that_is_refused():
    text = "ونفت الحكومة وجود اتفاق على عودة النازحين."

    assert told(text) == [("state", "rejected", "P2")]


def test_who_is_accused_of_a_breach_and_by_whom():
    coding = qt.to_coding(qt.parse(PAPER + "واتهمت الحكومة مسلحين بخرق المقترح."))

    assert [(s["side"], s["stance"], s["said_by"]) for s in coding["stances"]][1:] == [
        ("opposition", "violated", "الحكومة")
    ]


def test_demands_in_a_list():
    text = "وأعلنت الحركة شروطها:\n- رفع الحصار عن البلدة.\n- عودة النازحين.\n"

    assert told(text) == [("opposition", "demanded", "P2")]
    assert terms(text, 1) == ["humanitarian_access", "displaced_return"]


@pytest.mark.parametrize(
    "text",
    [
        "وافق مجلس الوزراء على ترميم مشفى المدينة، وطالب الأهالي بصرف الرواتب.",
        "طالبت المعارضة بانسحاب الوزير من الجلسة، ورفضت الحكومة التعليق.",
        "سلّم المدير الجوائز، وتسلم الفريق كأس البطولة بعد انسحاب الضيوف.",
        "انسحبت القوات من التلة بعد معارك عنيفة، وعاد النازحون إلى قراهم.",
        "تتراجع الأسعار في السوق، ويفتح المصرف فروعه يوم الأحد.",
        "اتفقت الشركتان على تمديد العقد، ويتضمن الاتفاق دفع المستحقات على دفعات.",
        "وافق النواب على مشروع قانون ينص على زيادة الرواتب وتعويض المزارعين.",
        "خرقت الطائرات الهدنة مراراً، وطالبت المعارضة العالم بوقف القصف.",
        "توقفت المفاوضات، وطالبت الحركة المجتمع الدولي بحماية المدنيين.",
        "تحدثت الأنباء عن تعرض محطة ضخ المياه للقصف بعد فشل المفاوضات مع مسلحين.",
        "في مثل هذا اليوم قبل عشرين عاماً وقعت الحكومة والحركة اتفاق السلام.",
        "برنامج الحفل:\n1- تكريم الطلبة وتسليم الشهادات.\n2- افتتاح المعرض.",
        "قررت المحكمة الإفراج عن موقوفين بكفالة، ورفض القاضي تأجيل الجلسة.",
        "رفض الجيش تسليم الملعب للنادي.",
    ],
)
def test_the_news_of_the_day_is_no_negotiation(text):
    assert qt.to_coding(qt.parse(text))["proposals"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("رفضت الفصائل تسليم السلاح الثقيل.", {("opposition", "rejected")}),
        (
            "وافقت الفصائل على وقف إطلاق النار لمدة شهر، لكنها رفضت تسليم السلاح الثقيل.",
            {("opposition", "accepted"), ("opposition", "rejected")},
        ),
    ],
)
def test_an_answer_to_a_term_of_war_is_read_where_nothing_else_is_told(text, expected):
    stances = qt.to_coding(qt.parse(text))["stances"]

    assert {(s["side"], s["stance"]) for s in stances} == expected


def test_who_is_interviewed_speaks_in_the_answers_and_a_question_states_nothing():
    text = (
        "حوار مع رئيس وفد المعارضة\n\n"
        "سؤال: هل رفضت الحكومة المقترح؟\n\n"
        "جواب: لم نسمع منها. ونطالب بالإفراج عن المعتقلين وبفتح طريق البلدة.\n"
    )

    stances = qt.to_coding(qt.parse(text))["stances"]

    assert [(s["side"], s["stance"]) for s in stances] == [("opposition", "demanded")]
    assert stances[0]["said_by"].startswith("رئيس وفد المعارضة")


def test_what_is_refused_unless_something_is_done_is_conditional():
    text = "قدم الوسيط مقترحا لهدنة إنسانية. وقال الجيش إنه لن يقبل الهدنة إلا إذا انسحب المتمردون من المدينة."

    found = {(s["side"], s["stance"]) for s in qt.to_coding(qt.parse(text))["stances"]}
    assert ("state", "conditional") in found
    assert ("state", "rejected") not in found


def test_a_day_after_a_party_is_no_name_of_a_person():
    text = "عرضت الحكومة مقترحاً بفتح الطريق. ووافقت قوات المعارضة يوم الخميس على المقترح."

    parties = [one["party"] for one in qt.to_coding(qt.parse(text))["stances"]]

    assert parties == ["الحكومة", "قوات المعارضة"]


def test_what_is_refused_does_not_belong_to_the_name_before_it():
    text = "توصلت الحكومة وفصائل المعارضة إلى اتفاق على فتح الطريق. ورفض الائتلاف الوطني السوري الاتفاق."

    stances = qt.to_coding(qt.parse(text))["stances"]
    assert ("opposition", "rejected") in {(s["side"], s["stance"]) for s in stances}


def test_what_is_agreed_to_is_the_content_of_a_paper_without_any():
    text = "قالت حركة المعارضة إنها توافق على مقترح الوسيط وعلى إطلاق سراح عشرة أسرى مقابل هدنة."
    proposals = qt.to_coding(qt.parse(text))["proposals"]

    assert "detainee_release" in [t["kind"] for p in proposals for t in p["terms"]]
