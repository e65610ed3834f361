"""What is done to what gives the kind of a statement in Arabic, in any of its usual forms."""

from __future__ import annotations

import pytest
from attrs import evolve

import qalamoun_terms as qt
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.stems import stem_lexicon
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.reading.arabic.parties import find_parties
from qalamoun_terms.reading.arabic.terms import find_terms
from qalamoun_terms.reading.arabic.words import Page, tokens_of

RULES = load("ar").entries["kinds"]
GROUPS = {entry.id for table in ("terms", "objects") for entry in load("ar").entries[table]}


def page_of(text: str) -> Page:
    page = Page(tokens_of(text), stem_lexicon(load("ar")))
    return evolve(page, roles={party.first: party.role for party in find_parties(page, {})})


def kinds(text: str, *, item: bool = True) -> list[str]:
    page = page_of(text)
    return [
        term.rule and term.term.kind for term in find_terms(page, 0, len(page.tokens), item=item)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("تتوقف الغارات على الأرياف", "ceasefire"),
        ("لن يقوم أي طرف بعمل هجومي", "ceasefire"),
        ("غياب الطيران عن سماء الوادي", "ceasefire"),
        ("وضع سلاح الكتائب في مستودع وتسليم القناصات والرشاشات", "weapons_handover"),
        ("تُسحب الراجمات من محيط البلدة", "disarmament_zone"),
        ("عدم إدخال أسلحة إلى المخيم", "disarmament_zone"),
        ("مغادرة المرتزقة أراضي البلاد", "troop_redeployment"),
        ("تعود الكتائب النظامية إلى ثكناتها", "troop_redeployment"),
        ("يُرحَّل من يرفض التسوية نحو الشمال", "armed_exit"),
        ("سفر المصابين للعلاج", "civilian_evacuation"),
        ("المنشقون تُسوّى أوضاعهم خلال شهرين", "defector_status"),
        ("إجراء تسوية لأبناء الناحية", "status_settlement"),
        ("إسقاط الملاحقات عن الطلبة", "status_settlement"),
        ("لا اعتقالات على الحواجز", "protection_guarantee"),
        ("تسيير دوريات مشتركة على الساحل", "protection_guarantee"),
        ("تبييض السجون من النساء", "detainee_release"),
        ("تسهيل وصول القوافل الإغاثية", "humanitarian_access"),
        ("رفع القيود عن تنقل السكان", "movement_access"),
        ("إعادة تأهيل المشافي", "services_restoration"),
        ("رجوع الأهالي إلى ديارهم", "displaced_return"),
        ("عودة دوائر الدولة إلى الناحية", "local_governance"),
        ("يخضع الميناء لسلطة الجمارك", "local_governance"),
        ("لجنة من خمسة لمتابعة الشكاوى", "joint_committee"),
        ("رد المواشي إلى أصحابها", "property_protection"),
        ("رجوع المعلمين المفصولين إلى صفوفهم ووظائفهم", "employment_reinstatement"),
        ("انضمام المقاتلين إلى حرس الحدود", "force_integration"),
        ("تقاسم السلطة مناصفة", "political_process"),
        ("سداد الرواتب المتأخرة", "other"),
    ],
)
def test_usual_wordings_of_each_kind(text, kind):
    assert kinds(text)[:1] == [kind]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("خروج المسلحين", "يخرج المسلحون", "armed_exit"),
        ("الإفراج عن الأسرى", "يُفرَج عن الأسرى", "detainee_release"),
        ("فتح المعابر", "تُفتح المعابر", "movement_access"),
        ("دمج الألوية في وزارة الدفاع", "تُدمج الألوية في وزارة الدفاع", "force_integration"),
    ],
)
def test_verbs_and_their_nouns_give_one_kind(one, other, kind):
    assert kinds(one) == kinds(other) == [kind]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("عدم دخول الجيش إلى البلدة", True),
        ("لا يدخل الجيش إلى البلدة", True),
        ("منع دخول الجيش إلى البلدة", True),
        ("دخول الجيش إلى البلدة", False),
    ],
)
def test_what_is_not_to_be_done_is_negated(text, negated):
    page = page_of(text)

    (term,) = find_terms(page, 0, len(page.tokens), item=True)

    assert term.term.negated is negated


def test_ensuring_only_opens_what_is_ensured():
    assert kinds("ضمان عودة النازحين") == ["displaced_return"]
    assert kinds("تسهيل مرور القوافل") == ["humanitarian_access"]


def test_what_happens_before_or_after_is_no_term_of_its_own():
    assert kinds("فتح الطريق بعد انسحاب الحامية") == ["movement_access"]


def test_one_statement_is_told_from_the_next_at_and():
    text = "وقف القصف وتسليم السلاح، إضافة إلى خروج المقاتلين مقابل إدخال المساعدات"

    assert kinds(text, item=False) == [
        "ceasefire",
        "weapons_handover",
        "armed_exit",
        "humanitarian_access",
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_names_a_kind_a_subkind_and_classes_that_there_are(rule):
    cls = KINDS[rule.word("kind")]
    named = {
        group
        for part in ("heads", "objects", "also", "without")
        for group in rule.word(part).split()
    }

    assert rule.word("subkind") in {"", *cls.SUBKINDS}
    assert {group for group in named if not group.startswith("party_")} <= GROUPS


def test_every_kind_has_a_rule():
    assert {rule.word("kind") for rule in RULES} == set(KINDS)


def test_a_town_is_no_verb_that_is_spelt_like_it():
    """Hama is written as "he protected him"."""
    text = "وافقت فصائل المعارضة في ريف حماة على هدنة لمدة أسبوعين."
    coding = qt.to_coding(qt.parse(text))

    assert [t["kind"] for p in coding["proposals"] for t in p["terms"]] == ["ceasefire"]
