"""What a term in Arabic says of places, persons, arms and time."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt


def fields(term: str) -> dict:
    text = f"اتفق الطرفان، الحكومة والحركة، على ما يلي:\n\n1- {term}\n2- فتح المعابر.\n"
    return qt.to_coding(qt.parse(text))["proposals"][0]["terms"][0]["fields"]


@pytest.mark.parametrize(
    ("term", "places"),
    [
        ("انسحاب القوات من محيط جسر الصفصاف.", ["جسر الصفصاف"]),
        ("انسحاب القوات من بلدات الزعفران والبيلسان.", ["البيلسان", "الزعفران"]),
        ("فتح طريق حلب – دمشق.", ["طريق حلب – دمشق"]),
        ("وقف القصف في تعز.", ["تعز"]),
        ("فتح المعبر أمام المرضى.", ["المعبر"]),
        ("عدم دخول الجيش إلى المدينة.", None),
        ("تسليم الجرحى عن طريق اللجنة.", None),
    ],
)
def test_named_places_and_definite_sites_count_and_the_town_does_not(term, places):
    assert fields(term).get("place") == places


def test_who_receives_arms():
    assert fields("تسليم المدافع إلى الفرقة التاسعة.")["beneficiary"] == "الفرقة التاسعة"
    assert fields("تسليم المدافع للجيش.")["beneficiary"] == "جيش"


def test_who_is_compensated_and_not_for_what():
    assert fields("تعويض أصحاب البساتين.")["beneficiary"] == "أصحاب البساتين"
    assert "beneficiary" not in fields("التعويض عن الأضرار.")


def test_where_fighters_go_is_no_place_they_leave():
    told = fields("خروج المقاتلين من حي النخيل إلى إدلب.")

    assert told["destination"] == "إدلب"
    assert told["place"] == ["حي النخيل"]


def test_a_place_is_quoted_without_the_marks_of_what_is_cut_off():
    text = "اتفق الطرفان، الحكومة والحركة، على فَتْحِ الطُّرُقِ وَالمَعَابِرِ وَسُوقِ النُّورِ."

    case = qt.parse(text)

    assert [one.text for _, article in case.articles() for one in article.accounts] == [
        "فَتْحِ الطُّرُقِ وَالمَعَابِرِ"
    ]
    assert qt.verify(case).not_grounded == ()
