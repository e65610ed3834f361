"""A table of positions in Arabic is read row by row."""

from __future__ import annotations

import qalamoun_terms as qt

TABLE = (
    "جدول المواقف من المسودة\n\n"
    "| البند | موقف الحكومة | موقف الحركة |\n"
    "| وقف القصف لمدة شهر | موافقة | غير مقبول |\n"
    "| تسليم السلاح الثقيل | تأجيل | رفض |\n"
)


def test_each_row_is_an_article_and_each_cell_a_side_s_answer():
    coding = qt.to_coding(qt.parse(TABLE))

    kinds = [term["kind"] for term in coding["proposals"][0]["terms"]]
    answers = [(s["side"], s["stance"], s["target"]) for s in coding["stances"]]
    assert kinds == ["ceasefire", "weapons_handover"]
    assert answers == [
        ("state", "accepted", "P1/T1"),
        ("opposition", "rejected", "P1/T1"),
        ("opposition", "rejected", "P1/T2"),
    ]


def test_a_table_of_other_things_gives_nothing():
    text = "| المدينة | الحكومة | السعر |\n| حلب | موافقة | 20 |\n| حمص | رفض | 30 |\n"

    assert qt.to_coding(qt.parse(text))["proposals"] == []
