"""Plain sentences of Arabic news agencies: answers as nouns, foreign states, what is told twice."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt

PAPER = (
    "عرض الوسيط على الحكومة والفصائل مقترحاً ينص على وقف القصف شهراً، وتسليم الأسلحة الثقيلة، "
    "والإفراج عن الأسيرات.\n\n"
)


def told(text: str, before: str = PAPER) -> list[tuple[str, str, str]]:
    coding = qt.to_coding(qt.parse(before + text))
    stances = [(s["side"], s["stance"], s["target"]) for s in coding["stances"]]
    return [stance for stance in stances if stance != ("mediator", "proposed", "P1")]


def kinds(text: str) -> list[list[str]]:
    coding = qt.to_coding(qt.parse(text))
    return [[term["kind"] for term in package["terms"]] for package in coding["proposals"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("موافقة الحكومة على المقترح جاءت بعد ضغوط.", [("state", "accepted", "P1")]),
        ("وقال المبعوث إن رفض الفصائل للمقترح يعقد الأمر.", [("opposition", "rejected", "P1")]),
        ("وفشلت الجولة بسبب عدم قبول الحكومة بالمقترح.", [("state", "rejected", "P1")]),
        ("والجميع بانتظار موافقة الفصائل على المقترح.", []),
        ("ولا شيء يمضي دون موافقة الفصائل على المقترح.", []),
    ],
)
def test_an_answer_may_be_a_noun_of_whose_it_is(text, expected):
    assert told(text) == expected


def test_what_somebody_announces_of_others_is_theirs():
    text = "أعلنت الأمم المتحدة موافقة أطراف الصراع على المقترح."

    assert told(text) == [("state", "accepted", "P1"), ("opposition", "accepted", "P1")]


def test_what_is_demanded_or_refused_beside_the_verb():
    text = "وجددت الفصائل رفضها تسليم الأسلحة، مطالبة بفتح الطريق الدولي."

    assert told(text) == [("opposition", "rejected", "P1/T2"), ("opposition", "demanded", "P2")]


def test_readiness_is_found_after_what_is_said_of_who_declares_it():
    text = "أعلنت الفصائل، المتمركزة في الجنوب، اليوم عن استعدادها لفتح الطريق الدولي."

    assert told(text) == [("opposition", "proposed", "P2")]


@pytest.mark.parametrize(
    "text",
    [
        "وأعلنت الفصائل وقف إطلاق النار من جانب واحد.",
        "وأعلنت الفصائل أنها ستوقف الهجمات على المدينة.",
        "وقالت الفصائل إنها ستفتح الطريق الدولي.",
    ],
)
def test_what_a_side_says_that_it_will_do_is_an_offer(text):
    assert told(text) == [("opposition", "proposed", "P2")]


def test_what_was_done_is_no_offer():
    assert told("وقالت الفصائل إنها فتحت الطريق الدولي أمس.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتهمت الحكومة الفصائل بخرق الهدنة.", [("opposition", "violated", "P1")]),
        (
            "وجاء اتهام الحكومة للفصائل بعدم الالتزام بالهدنة مفاجئاً.",
            [("opposition", "violated", "P1")],
        ),
        ("ولم تلتزم قوات النظام بالهدنة.", [("state", "violated", "P1")]),
        (
            "وتبادلت الحكومة والفصائل الاتهامات بخرق الهدنة.",
            [("state", "violated", "P1"), ("opposition", "violated", "P1")],
        ),
        ("والتزمت قوات النظام بالهدنة.", []),
    ],
)
def test_breaches_by_accusation_and_by_not_complying(text, expected):
    deal = "توصلت الحكومة والفصائل إلى هدنة مدتها شهر تنص على وقف القصف.\n\n"
    accepted = [("state", "accepted", "P1"), ("opposition", "accepted", "P1")]

    assert told(text, deal) == [*accepted, *expected]


def test_who_will_not_give_something_refuses_it():
    assert told("وقال القائد: لن تسلم الفصائل الأسلحة الثقيلة.") == [
        ("opposition", "rejected", "P1/T2")
    ]


def test_a_deal_that_was_told_is_the_one_denied():
    text = "توصلت الحكومة والفصائل إلى اتفاق ينص على وقف القصف.\n\nمن جانبها، نفت الفصائل التوصل إلى أي اتفاق."

    assert told(text, "") == [
        ("state", "accepted", "P1"),
        ("opposition", "accepted", "P1"),
        ("opposition", "rejected", "P1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "توصلت روسيا والفصائل إلى اتفاق ينص على وقف القصف. ورفضت موسكو تمديد الاتفاق.",
        "أعلن اتفاق بين الفصائل والجانب الروسي ينص على وقف القصف. ورفض المفاوضون الروس تمديد الاتفاق.",
    ],
)
def test_a_foreign_state_that_makes_a_deal_is_a_party(text):
    text += " وقصف الجيش السوري القرى."

    assert ("state", "rejected") in {stance[:2] for stance in told(text, "")}


def test_a_foreign_state_that_brokers_is_none():
    text = "توصلت الحكومة والفصائل برعاية روسية إلى اتفاق ينص على وقف القصف. ورفضت موسكو تمديد الاتفاق."

    assert "state" not in {side for side, stance, _ in told(text, "") if stance == "rejected"}


def test_a_delegation_is_of_whom_its_name_says():
    assert told("ورفض وفد الفصائل المقترح. وقال الوفد الحكومي ذلك.") == [
        ("opposition", "rejected", "P1")
    ]


def test_a_deal_without_makers_has_its_content():
    assert kinds("وقال الوسيط إنه تم الاتفاق على إدخال المساعدات وإجلاء الجرحى.") == [
        ["humanitarian_access", "civilian_evacuation"]
    ]


def test_what_the_body_tells_again_is_told_once():
    text = (
        "توصلت الحكومة والفصائل في المدينة المحاصرة أمس إلى اتفاق ينص على وقف القصف على المدينة وفتح الطريق.\n\n"
        "وتوصلت الحكومة والفصائل، وفق مصادر محلية عدة، إلى اتفاق ينص على وقف القصف على المدينة وفتح الطريق "
        "وإدخال المساعدات.\n"
    )

    assert kinds(text) == [["ceasefire", "movement_access", "humanitarian_access"]]


def test_a_line_that_points_to_another_text_tells_nothing():
    assert told("اقرأ أيضاً: الفصائل ترفض المقترح.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت المعارضة موافقتها على المقترح.", [("opposition", "accepted", "P1")]),
        ("نفت الفصائل أن تكون قد وافقت على المقترح.", [("opposition", "rejected", "P1")]),
        ("نفت الفصائل صحة الأنباء عن موافقتها على المقترح.", [("opposition", "rejected", "P1")]),
        ("اتفقت الفصائل على رفض المقترح.", [("opposition", "rejected", "P1")]),
        ("قرر مجلس الوزراء قبول المقترح.", [("state", "accepted", "P1")]),
        ("صوتت الفصائل ضد المقترح.", [("opposition", "rejected", "P1")]),
        ("قوبل المقترح برفض من الحكومة.", [("state", "rejected", "P1")]),
        ("واعتبرت الفصائل أن المقترح غير مقبول.", [("opposition", "rejected", "P1")]),
        ("واتهم المبعوث الحكومة برفض المقترح.", [("state", "rejected", "P1")]),
        (
            "ورفضت الفصائل المقترح، فيما قبلت الحكومة ذلك.",
            [("opposition", "rejected", "P1"), ("state", "accepted", "P1")],
        ),
    ],
)
def test_a_yes_is_a_yes_and_a_no_a_no(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وقد ترفض الفصائل المقترح.",
        "إذا رفضت الحكومة المقترح انهارت المحادثات.",
        "وفي حال رفضت الحكومة المقترح تنهار المحادثات.",
        "نفت الفصائل رفضها للمقترح.",
    ],
)
def test_what_is_only_supposed_or_denied_is_no_answer(text):
    assert told(text) == []


def test_to_refuse_a_deal_without_something_is_to_ask_for_it():
    text = "وترفض الفصائل أي اتفاق لا يتضمن انسحاب القوات من البلدة."

    assert told(text) == [("opposition", "demanded", "P2")]


def test_a_call_of_a_party_is_a_demand_and_that_of_others_is_none():
    assert told("ودعت الحكومة إلى فتح الطريق الدولي.") == [("state", "demanded", "P2")]
    assert told("ودعت الأمم المتحدة إلى فتح الطريق الدولي.") == []


def test_a_verb_with_and_goes_on_with_the_subject_before_it():
    text = "سلمت الحركة ردها إلى الوسطاء في مصر وقطر ووافقت على المقترح."

    assert told(text) == [("opposition", "accepted", "P1")]


def test_what_is_told_under_the_titles_of_articles_is_content():
    text = (
        "اتفاق سلام بين الحكومة والحركة\n\n"
        "المادة الأولى\nيتوقف الطرفان عن إطلاق النار.\n\n"
        "المادة الثانية\nيفرج كل طرف عن أسراه خلال أسبوع.\n\n"
        "1. المساعدات والطرق\nتدخل القوافل إلى المدينة كل يوم من دون إذن مسبق.\n"
    )

    assert kinds(text) == [["ceasefire", "detainee_release", "humanitarian_access"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "بدأت جولة مفاوضات جديدة. وأكد ناشط التوصل إلى اتفاق جزئي لإخراج الجرحى من المدينة.",
            [["civilian_evacuation"]],
        ),
        (
            "بدأت جولة مفاوضات جديدة. ودخلت هدنة لمدة ثلاثة أيام حيز التنفيذ أمس.",
            [["ceasefire"]],
        ),
        (
            "وكشفت مصادر عن بنود الاتفاق، ومنها تسليم السلاح الثقيل، وعودة مؤسسات الدولة.",
            [["weapons_handover", "local_governance"]],
        ),
        (
            "توصل الجيش والفصائل إلى اتفاق لوقف إطلاق النار يشمل إجلاء الجرحى.",
            [["civilian_evacuation", "ceasefire"]],
        ),
        (
            "وخرجت الدفعة الثانية تنفيذا للاتفاق القاضي بإخراج جميع المسلحين إلى جرابلس.",
            [["armed_exit"]],
        ),
    ],
)
def test_deals_whose_makers_nobody_names(text, expected):
    assert kinds(text) == expected


def test_a_deal_that_is_hoped_for_is_none():
    assert kinds("بدأت مفاوضات جديدة قبل التوصل إلى اتفاق لإخراج الجرحى من المدينة.") == []


def fields(text: str) -> dict[str, object]:
    coding = qt.to_coding(qt.parse("ينص الاتفاق على " + text))
    return {k: v for k, v in coding["proposals"][0]["terms"][0]["fields"].items() if k != "force"}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("وقف القصف لأسبوعين.", "duration", "P14D"),
        ("وقف القصف لثلاثة أيام.", "duration", "P3D"),
        ("حماية سكان البلدة.", "beneficiary", "سكان البلدة"),
        ("تسليم إدارة المعبر لفصائل المعارضة.", "beneficiary", "فصائل المعارضة"),
        ("فتح الطريق في مدينة تعز غربي البلاد.", "place", ["مدينة تعز"]),
        ("انسحاب القوات من بلدة الميادين شرق درعا.", "place", ["بلدة الميادين"]),
    ],
)
def test_fields_of_a_term(text, name, expected):
    assert fields(text)[name] == expected


def test_a_place_to_which_men_go_receives_no_arms():
    assert "beneficiary" not in fields("تسليم السلاح الثقيل قبل خروجهم إلى إدلب.")


def test_what_any_deal_must_have_is_insisted_on():
    text = "وتتمسك الفصائل بأن يتضمن أي اتفاق مقبل خروج من يرغب من المقاتلين إلى الشمال."

    assert told(text) == [("opposition", "insisted", "P2")]


def test_who_is_to_stay_out_is_a_term_of_its_own():
    text = "ينص الاتفاق على عودة مؤسسات الدولة من دون دخول الجيش إلى المدينة."

    assert kinds(text) == [["local_governance", "troop_redeployment"]]


def test_dots_in_brackets_end_no_sentence():
    text = "توصل الطرفان، الحكومة والحركة، إلى اتفاق (...) ينص على عودة النازحين إلى قراهم."

    assert kinds(text) == [["displaced_return"]]


def test_a_group_that_is_dissolved_puts_nothing_forward():
    assert told("أفضت المحادثات إلى اتفاق يقضي بحل جيش الإسلام وتسليم السلاح.", "") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال أبو أحمد للحركة شيئاً عن المقترح.", []),
        ("قدمت الحركة رداً إيجابياً على المقترح.", [("opposition", "accepted", "P1")]),
        ("قدمت الحركة ردها على المقترح.", []),
        (
            "وقبلت الحركة المقترح لكنها طلبت فتح الطريق الدولي.",
            [("opposition", "accepted", "P1"), ("opposition", "demanded", "P2")],
        ),
        ("واتهم الجيش بخرق الهدنة.", [("state", "violated", "P1")]),
        (
            "واتهمت الحكومة الفصائل بخرق الهدنة، واتهمت الفصائل الحكومة بخرقها.",
            [("opposition", "violated", "P1"), ("state", "violated", "P1")],
        ),
    ],
)
def test_a_reply_counts_for_what_it_says_and_a_breach_for_who_is_accused(text, expected):
    assert told(text) == expected


def test_a_verb_with_and_keeps_the_subject_of_the_verb_before_it():
    text = "ترفض الفصائل المقترح بسبب تهجير أهل الغوطة، وتطالب بفتح الطريق الدولي."

    assert told(text) == [("opposition", "rejected", "P1"), ("opposition", "demanded", "P2")]


def test_envoys_of_a_side_make_its_deals():
    text = "توصلت لجنة الحي وممثلون عن النظام إلى اتفاق ينص على وقف القصف."

    assert told(text, "") == [("opposition", "accepted", "P1"), ("state", "accepted", "P1")]


def test_about_a_number_is_no_way_to_go():
    assert fields("خروج نحو 300 مقاتل إلى إدلب.")["destination"] == "إدلب"


def test_a_party_right_before_a_verb_of_the_present_does_it():
    text = "وقال متحدث إن الحكومة تطالب الفصائل بفتح الطريق الدولي."

    assert told(text) == [("state", "demanded", "P2")]


def test_a_spokesman_on_a_day_speaks_for_his_side():
    text = PAPER + "وقال متحدث باسم الحكومة يوم الاثنين إن الحكومة ترفض المقترح."
    stances = qt.to_coding(qt.parse(text))["stances"]

    assert [s["said_by"] for s in stances if s["stance"] == "rejected"] == ["الحكومة"]


def test_the_fate_of_somebody_is_told():
    assert kinds("ينص الاتفاق على الكشف عن مصير محمد قحطان.") == [["detainee_release"]]


def test_a_request_that_is_refused_is_no_request_of_who_refuses():
    assert ("civilian", "demanded") not in {
        s[:2] for s in told("ورفض الأهالي طلب الحكومة فتح الطريق.")
    }


def test_fighters_of_a_side_act_for_it():
    assert told("وقال مراسل إن مقاتلي الفصائل وافقوا على المقترح.") == [
        ("opposition", "accepted", "P1")
    ]
