"""Turns that introduce content in Arabic, lists without a lead, and kinds that no rule of the table reads."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.stems import stem_lexicon
from qalamoun_terms.lexicon.weights import linear_model
from qalamoun_terms.model.grounds import WEIGHED
from qalamoun_terms.reading.arabic.judging import by_weights, no_term
from qalamoun_terms.reading.arabic.words import Page, tokens_of

TALKS = "جرت مفاوضات بين الحكومة والفصائل في المدينة.\n"
PAPER = (
    "عرض الوسيط على الحكومة والحركة مقترحاً ينص على وقف القصف شهراً، وتسليم المدافع، "
    "والإفراج عن الأسيرات.\n"
)


def coding(text: str) -> dict:
    return qt.to_coding(qt.parse(text))


def kinds(text: str) -> list[str]:
    return [term["kind"] for one in coding(text)["proposals"] for term in one["terms"]]


def told(text: str) -> list[tuple[str, str, str]]:
    return [(s["side"], s["stance"], s["target"]) for s in coding(PAPER + text)["stances"]][1:]


def page(text: str) -> Page:
    return Page(tokens_of(text), stem_lexicon(load("ar")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وضع الوفد ورقة فيها فتح الطريق، وتعويض الضحايا.",
            ["movement_access", "property_protection"],
        ),
        ("حمل الشيخ عرضاً مفاده أن يُفتح الطريق الدولي.", ["movement_access"]),
        ("يقوم العرض على أن يُفتح الطريق الدولي.", ["movement_access"]),
        ("وأضافت الفصائل شرطاً هو فتح الطريق.", ["movement_access"]),
        (
            "يتحدث النص عن فتح الطريق، وعن إدخال المساعدات.",
            ["movement_access", "humanitarian_access"],
        ),
        ("وتسلمت الفصائل مقترحاً بفتح الطريق.", ["movement_access"]),
        (
            "هذه مطالب الحكومة: أن يُفتح الطريق، وأن يُطلق الأسرى.",
            ["movement_access", "detainee_release"],
        ),
        ("طرحت الحكومة فتح الطريق الدولي.", ["movement_access"]),
        ("واقترح ممثل البلدة مساء أمس أن يُفتح الطريق الدولي.", ["movement_access"]),
    ],
)
def test_small_turns_introduce_content(text, expected):
    assert kinds(TALKS + text) == expected


def test_a_title_that_names_the_package_opens_its_list():
    text = (
        "وثيقة تفاهم\nبين وزارة الداخلية وفصائل البلدة\n\n"
        "1- وقف القصف على البلدة.\n2- فتح الطريق الدولي.\n3- الإفراج عن المعتقلين.\n"
    )

    assert kinds(text) == ["ceasefire", "movement_access", "detainee_release"]


def test_numbered_lines_are_items_of_the_title():
    text = (
        "ترتيبات الحدود بين الجانبين\n\nتتعهد الحكومة والحركة بما يلي:\n\n"
        "١-١ سحب الجيش إلى الثكنات.\n\n١-٢ فتح المعبر أمام التجارة.\n"
    )

    assert kinds(text) == ["troop_redeployment", "movement_access"]


def test_what_happened_is_no_item_of_a_list():
    lead = "تقرير عن اتفاق الهدنة\n\nأبرز النقاط\n\n"

    assert kinds(lead + "- وصلت قافلة مساعدات.\n- دخلت شاحنات الطحين.\n") == []
    assert kinds(lead + "- وصول قافلة مساعدات.\n- إدخال شاحنات الطحين.\n") == [
        "humanitarian_access",
        "humanitarian_access",
    ]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("حلول الشرطة الروسية محل المفارز", "protection_guarantee"),
        ("هدوء شامل على الجبهات حتى العيد", "ceasefire"),
        ("قيد أربعين عنصراً على ملاك الشرطة", "force_integration"),
        ("ابتعاد الآليات عن شارع الكورنيش", "troop_redeployment"),
    ],
)
def test_weights_say_a_kind_that_no_rule_reads(clause, kind):
    words = page(clause)

    assert by_weights(words, 0, len(words.tokens)).rule.word("kind") == kind


@pytest.mark.parametrize("clause", ["قتل ثلاثة في قصف على السوق", "زار الوزير المستشفى صباح اليوم"])
def test_weights_leave_background_alone(clause):
    words = page(clause)

    assert by_weights(words, 0, len(words.tokens)) is None
    assert no_term(words, 0, len(words.tokens)) > 0.5


def test_a_text_in_which_the_lexicon_finds_nothing_stays_silent():
    text = "وصلت قافلة من الشاحنات إلى المخيم. وأُجلي مرضى إلى المدينة. وأصلحت البلدية شبكة المياه."

    assert kinds(text) == []


def test_what_the_weights_took_says_so():
    labels = linear_model("ar", "content_model").labels
    rules = {
        rule
        for proposal in qt.parse(PAPER).proposals
        for article in proposal.articles
        for rule in article.coding.rules
    }

    assert labels == ("none", "term")
    assert WEIGHED not in rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأجازت الحكومة تسليم المدافع.", [("state", "accepted", "P1/T2")]),
        ("ولا تمانع الحركة في تسليم المدافع.", [("opposition", "accepted", "P1/T2")]),
        ("وألحت الحكومة على تسليم المدافع.", [("state", "insisted", "P1/T2")]),
        (
            "ووافقت الحركة على أن تسلّم المدافع وعلى الإفراج عن الأسيرات.",
            [("opposition", "accepted", "P1/T2"), ("opposition", "accepted", "P1/T3")],
        ),
    ],
)
def test_answers_by_more_verbs_and_by_the_root_of_what_is_answered(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وقبلت الحركة المقترح إذا فُتح الطريق الدولي.",
        "ولن تقبل الحركة المقترح ما لم يُفتح الطريق الدولي.",
        "وقبلت الحركة المقترح وتضيف إليه فتح الطريق الدولي.",
    ],
)
def test_what_is_accepted_under_a_condition_or_with_more(text):
    assert told(text) == [
        ("opposition", "conditional", "P1"),
        ("opposition", "demanded", "P2"),
    ]


def test_the_issuer_is_read_from_the_headings_and_from_we():
    text = (
        "تنسيقية البلدة\nبيان إلى الرأي العام\n\nنحن أهالي البلدة بحثنا في مقترح الحكومة بفتح الطريق.\n\n"
        "ونرفض المقترح.\n"
    )
    told_of = [(s["side"], s["stance"]) for s in coding(text)["stances"]]

    assert ("civilian", "rejected") in told_of


def test_a_deal_that_is_only_near_is_not_made():
    assert coding("تحدثت الصحف عن اتفاق وشيك بين الحكومة والفصائل.")["stances"] == []


def test_who_is_introduced_by_whom_he_speaks_for_answers_for_them():
    text = (
        "الحاضرون: السيد سالم الورفلي وكيل وزارة النفط، والسيد علي كنه.\n\n"
        "عرضت الحركة فتح الطريق الدولي.\n\nالورفلي: نرفض المقترح.\n"
    )

    assert ("state", "rejected") in [(s["side"], s["stance"]) for s in coding(text)["stances"]]
