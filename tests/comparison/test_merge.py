import attrs
import pytest

from qalamoun_terms.comparison.brackets import parse_brackets
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.merge import merge
from qalamoun_terms.comparison.resolve import resolve
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.grounds import Citation, Evidence
from qalamoun_terms.model.proposals import Account, Article, Proposal, Wording
from qalamoun_terms.model.terms import Ceasefire, ServiceGrace
from qalamoun_terms.model.time import Duration, Extension

EXIT = "Fighters leave by bus within three days, with one rifle each."
WATER = "The pumping station is repaired and handed to the water board."
ROADS = "The road to the crossing is open to all traffic at all hours."
BASE = draft([(1, "Exit", EXIT), (2, "Water", WATER)])


def body(text):
    return [str(block) for block in text.bracketed.blocks]


def reported(*terms, id="p1", **fields):
    articles = [
        Article(id=f"a{n}", accounts=[Account(term=term)]) for n, term in enumerate(terms, 1)
    ]
    return Proposal(id=id, articles=articles, **fields)


def test_a_change_of_one_party_is_bracketed_with_the_words_that_the_other_keeps():
    state = draft([(1, "Exit", EXIT.replace("three", "two")), (2, "Water", WATER)])
    text = merge(BASE, {"State": state, "Opposition": BASE})

    assert "within [State: two] [Opposition: three] days, with" in str(text)
    assert (text.counts.brackets, text.counts.options) == (1, 2)


def test_what_one_party_wants_out_stands_against_nothing():
    state = draft([(1, "Exit", EXIT.replace(", with one rifle each", "")), (2, "Water", WATER)])
    text = merge(BASE, {"State": state, "Opposition": BASE})

    assert "days[State: ] [Opposition: , with one rifle each]." in str(text)


def test_a_change_that_all_parties_make_is_clean():
    both = draft([(1, "Exit", EXIT.replace("three", "two")), (2, "Water", WATER)])
    text = merge(BASE, {"State": both, "Opposition": both})

    assert text.counts.brackets == 0
    assert "within two days" in str(text)


def test_parties_of_one_wording_share_a_bracket():
    state = draft([(1, "Exit", EXIT.replace("three", "two")), (2, "Water", WATER)])
    text = merge(BASE, {"State": state, "Opposition": BASE, "Third": state})

    assert "[State, Third: two] [Opposition: three]" in str(text)


def test_an_article_that_one_party_puts_in_stands_in_a_bracket_as_a_whole():
    more = draft([(1, "Exit", EXIT), (2, "Water", WATER), (3, "Roads", ROADS)])
    text = merge(BASE, {"State": BASE, "Opposition": more})

    assert body(text)[-1] == f"[Opposition:\nNumber: 3\nHeading: Roads\nText: {ROADS}\n] [State: ]"


def test_an_article_that_two_of_three_parties_put_in_has_their_brackets_inside():
    one = draft([(1, "Exit", EXIT), (2, "Water", WATER), (3, "Roads", ROADS)])
    two = draft([(1, "Exit", EXIT), (2, "Water", WATER), (3, "Roads", ROADS.replace("all", "no"))])
    text = merge(BASE, {"A": one, "B": two, "C": BASE})

    assert body(text)[-1].startswith("[A, B:\n")
    assert "[A: all traffic at all] [B: no traffic at no]" in body(text)[-1]
    assert body(text)[-1].endswith("] [C: ]")


def test_an_article_that_one_party_moved_stands_in_brackets_at_both_places():
    turned = draft([(1, "Water", WATER), (2, "Exit", EXIT)])
    text = merge(BASE, {"State": turned, "Opposition": BASE})

    assert len(text.rows) == 3
    assert text.bracketed.reading("State") == text.for_party("State")


def test_a_report_that_does_not_mention_an_article_does_not_want_it_out():
    grace, truce = ServiceGrace(duration=Duration.parse("P6M")), Ceasefire()
    base = reported(grace, truce)
    text = merge(base, {"State": base, "Opposition": reported(grace, id="p2")})

    assert body(text) == [
        "Kind: service grace\nDuration: 6 months",
        "[State:\nKind: ceasefire\n] [Opposition not reported]",
    ]


def test_reports_are_merged_field_by_field():
    grace = ServiceGrace(duration=Duration.parse("P6M"))
    longer = attrs.evolve(grace, extension=Extension(up_to=Duration.parse("P1Y")))
    text = merge(
        reported(grace), {"State": reported(grace), "Opposition": reported(longer, id="p2")}
    )

    assert body(text) == [
        (
            "Kind: service grace\nDuration: 6 months\n"
            "Extension: [State not reported] [Opposition: extendable up to 12 months]"
        )
    ]


def test_what_stands_in_the_base_and_no_report_mentions_is_shown():
    base = reported(ServiceGrace(duration=Duration.parse("P6M")), Ceasefire())
    only = reported(ServiceGrace(), id="p2")
    text = merge(base, {"State": only, "Opposition": only})

    assert body(text) == [
        "Kind: service grace\nDuration: [base: 6 months] [State, Opposition not reported]",
        "[base:\nKind: ceasefire\n] [State, Opposition not reported]",
    ]
    text = resolve(resolve(text, 1, take="base"), 1, take="base")
    assert [one.term for one in text.proposal().articles] == [one.term for one in base.articles]


def test_a_wording_and_a_report_are_two_alternatives_as_a_whole():
    words = Account(term=Ceasefire(), wording=Wording.VERBATIM, text="All fire ceases.")
    verbatim = Proposal(id="p2", articles=[Article(id="a1", accounts=[words])])
    text = merge(reported(Ceasefire()), {"A": verbatim, "B": reported(Ceasefire())})

    assert body(text) == ["Whole: [A: Text: All fire ceases.] [B: Kind: ceasefire]"]
    assert resolve(text, 1, take="A").proposal().articles[0].accounts == (words,)


def test_fields_taken_from_two_reports_rest_on_the_evidence_of_each():
    def told(term, field, document):
        evidence = [Evidence(field=field, ground=Citation(document=document))]
        account = Account(term=term, evidence=evidence)
        return Proposal(id="p1", articles=[Article(id="a1", accounts=[account])])

    six = told(ServiceGrace(duration=Duration.parse("P6M")), "duration", "d1")
    extended = ServiceGrace(extension=Extension(up_to=Duration.parse("P1Y")))
    text = merge(six, {"A": six, "B": told(extended, "extension", "d2")})
    text = resolve(resolve(text, 1, take="A"), 1, take="B")
    account = text.proposal().articles[0].accounts[0]

    assert account.term == attrs.evolve(extended, duration=Duration.parse("P6M"))
    assert {one.field: one.ground.document for one in account.evidence} == {
        "duration": "d1",
        "extension": "d2",
    }


def test_the_editorial_policy_takes_in_what_only_one_party_changed():
    state = draft([(1, "Exit", EXIT.replace("three", "two")), (2, "Water", WATER)])
    other = draft(
        [(1, "Exit", EXIT.replace("rifle", "bag")), (2, "Water", WATER), (3, "Roads", ROADS)]
    )
    text = merge(BASE, {"State": state, "Opposition": other}, policy="editorial")

    assert text.counts.brackets == 0
    assert text.proposal().articles[0].accounts[0].text == (
        "Fighters leave by bus within two days, with one bag each."
    )
    assert [one.label for one in text.proposal().articles] == ["1", "2", "3"]


def test_the_editorial_policy_brackets_what_two_parties_changed_differently():
    two, ten = (
        draft([(1, "Exit", EXIT.replace("three", n)), (2, "Water", WATER)]) for n in ("two", "ten")
    )
    text = merge(BASE, {"State": two, "Opposition": ten}, policy="editorial")

    assert "[State: two] [Opposition: ten]" in str(text)


def test_the_editorial_policy_brackets_an_article_that_one_changes_and_another_leaves_out():
    changed = draft([(1, "Exit", EXIT.replace("three", "two")), (2, "Water", WATER)])
    without = draft([(1, "Water", WATER)])
    text = merge(BASE, {"State": changed, "Opposition": without}, policy="editorial")

    assert body(text)[0].startswith("[State:\n")
    assert body(text)[0].endswith("] [Opposition: ]")


def test_an_article_that_is_decided_out_is_gone():
    more = draft([(1, "Exit", EXIT), (2, "Water", WATER), (3, "Roads", ROADS)])
    text = resolve(merge(BASE, {"State": BASE, "Opposition": more}), 1, take="State")

    assert text.proposal().articles == BASE.articles


def test_brackets_are_decided_in_any_order():
    one = draft([(1, "Exit", EXIT), (2, "Water", WATER), (3, "Roads", ROADS)])
    two = draft(
        [(1, "Exit", EXIT), (2, "Water", WATER), (3, "Ways", ROADS.replace("open", "shut"))]
    )
    text = merge(BASE, {"A": one, "B": two, "C": BASE})
    assert [bracket.part for bracket in text.brackets] == ["", "Heading", "Text"]

    text = resolve(resolve(resolve(text, 3, take="B"), 2, take="A"), 1, take="B")
    article = text.proposal().articles[2]
    assert (article.heading, article.accounts[0].text) == ("Roads", ROADS.replace("open", "shut"))


def test_numbers_that_differ_are_shown_and_taken_from_one_party():
    other = draft([(5, "Exit", EXIT), (6, "Water", WATER)])
    text = merge(BASE, {"State": BASE, "Opposition": other})

    assert text.counts.brackets == 0
    assert "Number: [State: 1] [Opposition: 5]" in str(text)
    assert [one.label for one in text.proposal().articles] == [None, None]
    assert [one.label for one in text.proposal(numbering="Opposition").articles] == ["5", "6"]


def test_a_result_says_that_a_machine_compiled_it():
    text = merge(BASE, {"State": BASE, "Opposition": BASE})

    assert str(text).startswith("Compiled by machine and agreed by nobody")
    assert text.proposal().coding.by_machine
    assert text.proposal().coding.checked_by is None
    assert text.proposal().status is None


def test_many_disputes_in_a_sentence_are_one_where_less_is_common_than_disputed():
    told = "The army shall, within six months of signature, leave the town. Nobody is searched."
    other = (
        told.replace("shall", "may").replace("six", "nine").replace("signature", "the last exit")
    )
    base = draft([(1, None, told)])
    text = merge(base, {"A": base, "B": draft([(1, None, other.replace("Nobody", "No one"))])})

    assert (
        "The army [A: shall, within six months of signature] "
        "[B: may, within nine months of the last exit], leave the town. "
        "[A: Nobody] [B: No one] is searched."
    ) in str(text)


def test_a_few_disputes_far_from_each_other_stay_apart():
    other = EXIT.replace("Fighters", "They").replace("three", "two").replace("rifle", "bag")
    text = merge(BASE, {"A": BASE, "B": draft([(1, "Exit", other), (2, "Water", WATER)])})

    assert text.counts.brackets == 3
    assert text.counts.articles == 1


def test_literal_brackets_of_a_source_are_escaped():
    marked = draft([(1, None, "Days [to be set] \\ here.")])
    text = merge(marked, {"A": marked, "B": marked})

    assert "Days \\[to be set\\] \\\\ here." in str(text)
    assert parse_brackets(str(text)) == text.bracketed


def test_arabic_texts_are_merged_word_by_word():
    one, two = (draft([(1, None, f"مهلة {n} أشهر للالتحاق بالخدمة")]) for n in ("ستة", "تسعة"))
    text = merge(one, {"الدولة": one, "المعارضة": two})

    assert "مهلة [الدولة: ستة] [المعارضة: تسعة] أشهر" in str(text)


def test_a_proposal_is_not_made_while_a_bracket_is_left():
    text = merge(BASE, {"A": BASE, "B": draft([(1, "Exit", EXIT)])})

    with pytest.raises(InvalidValueError, match="expected no bracket to be left, got 1"):
        text.proposal()


@pytest.mark.parametrize(
    ("drafts", "policy", "problem"),
    [
        ({"A": BASE}, "consent", "expected two or more parties, got 1"),
        ({"A": BASE, "B": BASE}, "majority", "expected consent or editorial, got 'majority'"),
        ({"A": BASE, "B]": BASE}, "consent", "expected a label without brackets"),
        ({"A": BASE, "base": BASE}, "consent", "expected a label without brackets"),
        ({"A": BASE, "": BASE}, "consent", "expected a label without brackets"),
    ],
)
def test_what_cannot_be_merged_is_refused(drafts, policy, problem):
    with pytest.raises(InvalidValueError, match=problem):
        merge(BASE, drafts, policy=policy)


@pytest.mark.parametrize(("number", "take"), [(9, "A"), (1, "C")])
def test_a_decision_that_cannot_be_made_is_refused(number, take):
    text = merge(BASE, {"A": BASE, "B": draft([(1, "Exit", EXIT)])})

    with pytest.raises(InvalidValueError, match="resolve"):
        resolve(text, number, take=take)


def test_what_is_not_reported_cannot_be_taken():
    base = reported(ServiceGrace(duration=Duration.parse("P6M")))
    text = merge(base, {"A": base, "B": reported(ServiceGrace(), id="p2")})

    with pytest.raises(InvalidValueError, match="expected A, got 'B'"):
        resolve(text, 1, take="B")


def test_a_party_that_there_is_not_has_no_text_and_no_numbers():
    with pytest.raises(InvalidValueError, match="expected A or B, got 'C'"):
        merge(BASE, {"A": BASE, "B": BASE}).for_party("C")
    with pytest.raises(InvalidValueError, match="expected A or B, got 'C'"):
        merge(BASE, {"A": BASE, "B": BASE}).proposal(numbering="C")


def test_words_of_a_compromise_are_agreed_instead_and_both_alternatives_are_kept_on_record():
    state = draft([(1, "Exit", EXIT.replace("three", "two")), (2, "Water", WATER)])
    text = resolve(merge(BASE, {"State": state, "Opposition": BASE}), 1, words="four")

    assert text.proposal().articles[0].accounts[0].text == EXIT.replace("three", "four")
    assert [(one.parties, one.text) for one in text.decisions[0].options] == [
        (("State",), "two"),
        (("Opposition",), "three"),
    ]


def test_words_of_a_compromise_may_stand_for_an_article_of_which_one_telling_is_reported():
    words = Account(term=Ceasefire(), wording=Wording.VERBATIM, text="All fire ceases.")
    verbatim = Proposal(id="p2", articles=[Article(id="a1", accounts=[words])])
    text = merge(reported(Ceasefire()), {"A": verbatim, "B": reported(Ceasefire())})

    text = resolve(text, 1, words="Fire ceases at dawn.")
    assert text.proposal().articles[0].accounts[0].text == "Fire ceases at dawn."


def test_no_words_may_be_what_is_agreed():
    state = draft([(1, "Exit", EXIT.replace(" by bus", " on foot")), (2, "Water", WATER)])
    text = resolve(merge(BASE, {"State": state, "Opposition": BASE}), 1, words="")

    assert text.counts.brackets == 0
    assert text.decisions[0].words == ""


@pytest.mark.parametrize("decision", [{}, {"take": "A", "words": "x"}, {"words": 7}])
def test_a_decision_is_one_side_s_words_or_others(decision):
    text = merge(BASE, {"A": BASE, "B": draft([(1, "Exit", EXIT.replace("three", "two"))])})

    with pytest.raises(InvalidValueError, match="resolve"):
        resolve(text, 1, **decision)


def test_whether_an_article_stays_and_the_fields_of_a_report_are_not_decided_by_words():
    out = merge(BASE, {"A": BASE, "B": draft([(1, "Exit", EXIT)])})
    six, nine = (reported(ServiceGrace(duration=Duration.parse(n))) for n in ("P6M", "P9M"))
    fields = merge(six, {"A": six, "B": nine})

    for text in (out, fields):
        with pytest.raises(InvalidValueError, match="which is not decided by words"):
            resolve(text, 1, words="seven")


def test_fields_that_no_draft_has_make_no_proposal():
    six = reported(ServiceGrace(duration=Duration.parse("P6M")))
    text = merge(six, {"A": six, "B": six})
    changed = parse_brackets(str(text).replace("6 months", "7 months"))

    with pytest.raises(InvalidValueError, match="expected words of a draft or of the base"):
        attrs.evolve(text, bracketed=changed).proposal()
