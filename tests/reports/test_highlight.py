from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.reports.highlight import Mark, cut

TEXT = "The council first agreed, then refused."


def mark(start, end, target="n1"):
    return Mark(start=start, end=end, target=target, label=target, note="said")


marks = st.builds(
    mark,
    st.integers(-3, len(TEXT) + 3),
    st.integers(-3, len(TEXT) + 3),
    st.sampled_from(["n1", "n2", "p1.a1"]),
)


@given(st.lists(marks, max_size=12))
def test_pieces_join_to_the_text_and_know_every_mark_that_covers_them(given_marks):
    pieces = cut(TEXT, given_marks)

    assert "".join(piece.text for piece in pieces) == TEXT
    held = {one for one in given_marks if 0 <= one.start < one.end <= len(TEXT)}
    for piece in pieces:
        end = piece.start + len(piece.text)
        covering = {one for one in held if one.start <= piece.start and end <= one.end}
        assert set(piece.marks) == covering
        assert piece.begins == any(one.start == piece.start for one in held)


@given(st.lists(marks, max_size=12))
def test_each_stretch_of_a_target_is_closed_once(given_marks):
    pieces = cut(TEXT, given_marks)

    for target in ("n1", "n2", "p1.a1"):
        runs, inside = 0, False
        for piece in pieces:
            covered = any(one.target == target for one in piece.marks)
            runs += covered and not inside
            inside = covered
        closed = sum(one.target == target for piece in pieces for one in piece.closed)
        assert closed == runs


@given(st.lists(marks, max_size=8))
def test_the_order_of_the_marks_does_not_matter(given_marks):
    assert cut(TEXT, given_marks) == cut(TEXT, reversed(given_marks))


def test_a_text_without_marks_is_one_piece():
    (piece,) = cut(TEXT, ())

    assert (piece.text, piece.marks, piece.begins) == (TEXT, (), False)


def test_an_empty_text_has_no_pieces():
    assert cut("", [mark(0, 1)]) == ()


def test_narrow_marks_come_before_wide_ones():
    (inner,) = [
        piece for piece in cut(TEXT, [mark(0, 24, "wide"), mark(12, 24)]) if piece.start == 12
    ]

    assert [one.target for one in inner.marks] == ["n1", "wide"]
