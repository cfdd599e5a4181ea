"""The screens of a comparison, a demonstration and a picture."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.comparison import Code, Comparison, Demonstration, MethodComparison
from grader.report import comparison as screen
from grader.report.comparison import demonstration
from grader.report.curves import LARGEST, curves
from grader.report.page import Page, cells

from ..helpers.goldens import SIZES, empty, hold_against_golden

PREDICT = MethodComparison(
    "predict",
    "agrees",
    ("agrees with the reference in every digit, on 3 random data sets",),
    Code("exercises/linear_regression.py:17", ("def predict(self, X):", "    return self.b + X.dot(self.w)")),
    Code(
        "solutions/linear_regression.py:16",
        ("def predict(self, X: Array) -> Array:", "    return X @ self.w"),
    ),
)
GRADIENTS = MethodComparison(
    "compute_gradients",
    "differs",
    ("differs: dw[1] is 21.9341, the reference's 0.953657 (n=23, d=3)",),
    Code(
        "exercises/linear_regression.py:33",
        (
            "def compute_gradients(self, X, y, y_hat):",
            "    error = self.residual(y_hat, y)  # the résidu, signed as it comes out of the subtraction",
            "    return 2 * X.T @ error, 2 * np.sum(error)",
            "",
            "def residual(self, y_hat, y):",
            "    return y_hat - y",
        ),
    ),
    Code(
        "solutions/linear_regression.py:24",
        (
            "def compute_gradients(self, X: Array, y: Array, y_hat: Array) -> tuple[Array, float]:",
            "    n = len(y)",
            "    error = y_hat - y",
            "    return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))",
        ),
    ),
)
FIT = MethodComparison(
    "fit",
    "differs",
    (
        "diverges from the reference in epoch 1: w[0] is -0.522945, the reference's -0.175362",
        "fit itself is right: the methods that it calls differ.",
        "An epoch takes 1.1 times the reference's time (n=1000, d=5).",
    ),
    Code("exercises/linear_regression.py"),
    Code("solutions/linear_regression.py:30", ("def fit(self):", "    return losses")),
)
TODO = MethodComparison(
    "fit", "todo", ("is not written yet",), Code("mine.py:3", ("def fit(self):", "    ...")), FIT.reference
)
FALLING = tuple(10 * 0.9**epoch + 0.05 for epoch in range(100))
CURVES = {"the reference": FALLING, "yours": tuple(1.3 * loss for loss in FALLING)}
CASES = {
    "differs": Comparison((PREDICT, GRADIENTS, FIT), CURVES, 7),
    "todo": Comparison((PREDICT, TODO), {}, 7),
}
LEARNED = Demonstration(
    "200 samples of 3 features, noise 0.1, lr 0.01, 500 epochs",
    (("w[0]", 1.9971, 2.0), ("w[1]", -0.9908, -1.0), ("b", 3.0019, 3.0)),
    FALLING,
    0.01,
)
RUN_AWAY = replace(
    LEARNED,
    learned=(("w[0]", float("nan"), 2.0), ("b", -3.2e200, 3.0)),
    losses=(1.0, 1e4, 1e8, float("inf"), float("nan")),
    trouble="The training diverges: from epoch 4 on the loss is inf.",
)
DEMONSTRATIONS = {
    "demo": (LEARNED, ""),
    "demo_away": (
        RUN_AWAY,
        "the exercise is not right yet, in fit: it climbs. Details: python -m grader",
    ),
    "demo_nothing": (Demonstration("200 samples", (), (), 0.01, "fit raises ValueError: no."), "write it"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", [True, False], ids=["code", "behaviour"])
@pytest.mark.parametrize("name", CASES)
def test_comparison_is_the_golden_one(name: str, code: bool, size: str) -> None:
    page = screen.comparison(CASES[name], empty(size), code=code)
    hold_against_golden("compare", f"{name}_{'code' if code else 'behaviour'}_{size}", page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DEMONSTRATIONS)
def test_demonstration_is_the_golden_one(name: str, size: str) -> None:
    found, afterwards = DEMONSTRATIONS[name]
    hold_against_golden("compare", f"{name}_{size}", demonstration(found, empty(size), afterwards))


def test_numbers_are_separated_from_their_names() -> None:
    away = replace(LEARNED, learned=(("w[0]", -18531.25012, 2.0), ("w[10]", -98765.4321, 12.5)))
    rows = demonstration(away, Page(60)).plain().splitlines()
    assert [row.split() for row in rows if row.startswith("  w[")] == [
        ["w[0]", "-18531.2501", "2"],
        ["w[10]", "-98765.4321", "12.5"],
    ]
    assert len({len(row) for row in rows if row.startswith("  w[")}) == 1


def test_side_by_side_from_100_columns_on() -> None:
    for width, together in ((99, False), (100, True), (160, True)):
        shown = screen.comparison(CASES["differs"], Page(width), code=True).plain()
        row = next(line for line in shown.splitlines() if "self.b + X.dot" in line)
        assert ("X @ self.w" in row) == together


def test_long_place_keeps_its_line() -> None:
    far = replace(PREDICT, own=replace(PREDICT.own, place=f"/{'folder/' * 20}linear_regression.py:17"))
    shown = screen.comparison(Comparison((far,), {}, 1), Page(60), code=True).plain()
    assert "yours  linear_regression.py:17\n" in shown


LONG = "            losses.append(self.compute_loss(y_hat, y))"


@pytest.mark.parametrize("width", range(40, 55))
def test_broken_line_keeps_its_indentation(width: int) -> None:
    one = replace(PREDICT, own=Code("x.py:1", ("def fit(self):", LONG)))
    shown = screen.comparison(Comparison((one,), {}, 1), Page(width), code=True).plain()
    rows = [row.partition("│ ")[2] for row in shown.splitlines()]
    start = next(number for number, row in enumerate(rows) if row.strip().startswith("losses"))
    end = next(number for number, row in enumerate(rows) if row.endswith("y))"))
    first, *others = rows[start : end + 1]
    assert first.startswith(" " * 12 + "losses.append(")
    assert all(row.startswith(" " * 13) for row in others)
    assert "".join("".join(rows[start : end + 1]).split()) == "".join(LONG.split())


@given(
    st.lists(st.text(max_size=150), min_size=1, max_size=6),
    st.integers(40, 130),
    st.sampled_from(["utf-8", "ascii"]),
)
def test_any_code_fits_and_is_harmless(lines: list[str], width: int, encoding: str) -> None:
    code = Code("x.py:1", tuple(lines))
    one = replace(PREDICT, own=code, reference=code)
    shown = screen.comparison(Comparison((one,), {}, 1), Page(width, encoding), code=True).plain()
    shown.encode(encoding)
    assert all(cells(line) <= width for line in shown.splitlines())
    assert all(c == "\n" or c.isprintable() for c in shown)


@given(
    st.lists(st.floats(), max_size=40),
    st.lists(st.floats(width=32), max_size=40),
    st.integers(40, 110),
    st.sampled_from(["utf-8", "ascii"]),
)
def test_any_curves_are_drawn_or_left_out(
    own: list[float], other: list[float], width: int, encoding: str
) -> None:
    page = Page(width, encoding)
    curves(page, "Loss", {"the reference": other, "yours": own})
    shown = page.plain()
    shown.encode(encoding)
    assert all(cells(line) <= width for line in shown.splitlines())
    assert bool(shown) == any(abs(y) <= LARGEST for y in [*own, *other])


def test_what_is_all_but_zero_is_drawn_flat() -> None:
    page = Page(60)
    curves(page, "Loss", {"yours": (1e-150, 1e-155)})
    assert "logarithmic" not in page.plain()


def test_both_curves_are_seen_where_they_agree() -> None:
    page = Page(60, "ascii")
    curves(page, "Loss", {"the reference": FALLING, "yours": FALLING})
    inside = [row for row in page.plain().splitlines() if row.startswith("  |")]
    assert sum(row.count("o") for row in inside) > 10
    assert sum(row.count(".") for row in inside) > 20
    assert "logarithmic" in page.plain()


def test_curve_has_its_colour_and_the_frame_none() -> None:
    page = Page(60)
    curves(page, "Loss", {"the reference": FALLING, "yours": FALLING})
    styles = {(text[0], style) for row in page.rows for text, style in row if style in ("own", "reference")}
    assert styles == {("o", "own"), ("·", "reference")}


@pytest.mark.parametrize("width", [24, 38, 58])
def test_comment_of_a_broken_line_goes_below_its_code(width: int) -> None:
    said = "the mean over all of the samples and not their sum"
    code, *comment = screen._broken(f"        dw = X @ e  # {said}" + " at all" * (width == 58), width)
    assert code == "        dw = X @ e"
    assert all(row.startswith("        # ") and len(row) <= width for row in comment)
    assert " ".join(row.strip(" #") for row in comment).startswith(said)
