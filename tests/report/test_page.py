"""Rows fit the page whatever they contain; and when colour is left out."""

import io
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report import listing, paint
from grader.report.fixes import folded
from grader.report.page import Page, cells, harmless, split, wrap

from ..helpers.paths import ROOT
from ..helpers.streams import TerminalStream


def test_markup_of_the_learner_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    page = Page(80)
    page.row(("[bold]x[/bold] :smile: [/]", "failed"))
    assert "[bold]x[/bold] :smile: [/]" in paint.painted(page, TerminalStream())


def test_width_follows_columns_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns, width in (("60", 60), ("10", 40), ("1000", 100), ("0", 80), ("-5", 80), ("x", 80), ("", 80)):
        monkeypatch.setenv("COLUMNS", columns)
        assert paint.page_for(io.StringIO()).width == width
    assert paint.page_for(None).encoding == "utf-8"


def test_rich_is_not_imported_for_a_pipe() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from grader.report import paint, terminal\n"
        "from grader.verdict import Verdict\n"
        "case = Verdict('x', 'x.py', 'passed', (), (), 'hello', False, 1, 0.1)\n"
        "page = terminal.report(case, terminal.Background([]), paint.page_for(sys.stdout))\n"
        "print(paint.painted(page, sys.stdout))\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('rich', 'pygments')])"
    )
    environment = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    command = [sys.executable, "-c", code, str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert "passed" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_without_rich_the_report_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setitem(sys.modules, "rich.console", None)
    page = Page(80)
    page.row(("words", "failed"))
    assert paint.painted(page, TerminalStream()) == "words\n"


def test_wrapping_keeps_line_ends_and_indents() -> None:
    assert wrap("one two three four", 9) == ["one two three", "four"]  # the width is at least 16
    assert wrap("a\n    b c\n\nd", 40) == ["a", "    b c", "", "d"]
    assert wrap("x" * 40, 20) == ["x" * 20, "x" * 20]
    assert wrap("word " + "y" * 30, 20) == ["word", "y" * 20, "y" * 10]
    assert wrap("", 20) == [""]


def test_wide_characters_take_two_cells() -> None:
    assert cells("漢字e\u0301") == 5
    assert split("漢字漢", 4) == ["漢字", "漢"]
    assert split("漢", 1) == ["漢"]
    assert Page(80).crop("漢字漢字", 6) == "漢字…"


def test_harmless_keeps_what_is_harmless() -> None:
    assert harmless("a ✓\n\tb") == "a ✓\n\tb"
    assert harmless("a ✓\n", "ascii", keep="") == r"a \u2713\n"
    assert harmless("a\x00\x7f\xa0", None) == r"a\x00\x7f\xa0"
    assert harmless("é", "no such encoding") == r"\xe9"


def test_explanation_holds_all_three_rungs_and_the_wrong_code() -> None:
    facts = {"id": "fit-ascends", "title": "it climbs", "step": "fit", "severity": "error"}
    shown = listing.entry(facts, ("ask?", "named", "corrected"), ["- self.w += lr * dw"], Page(60)).plain()
    for text in (
        "fit-ascends: it climbs",
        "step fit; an error",
        "ask?",
        "named",
        "corrected",
        "- self.w += lr * dw",
    ):
        assert text in shown
    facts = {**facts, "step": "running", "severity": "advice"}
    shown = listing.entry(facts, ("a", "b", "c"), [], Page(60)).plain()
    assert "any step; advice (optional)" in shown
    assert "In code" not in shown


@given(st.lists(st.text("abc…", min_size=1, max_size=6), min_size=1, max_size=9), st.integers(8, 40))
def test_text_is_cut_between_words(words: list[str], width: int) -> None:
    text = " ".join(words)
    cut = Page().crop_words(text, width)
    assert cells(cut) <= width
    if cells(text) <= width:
        assert cut == text
    else:
        assert text.startswith(cut[: -len("…")])
        assert cut.endswith(" …")


LONG = "+  6          return np.exp(scores - np.max(scores, axis=1, keepdims=True)) / np.exp(scores).sum()"


def test_long_row_continues_indented() -> None:
    assert folded("- 13          self.w = 3", 78) == ["- 13          self.w = 3"]
    first, second = folded(LONG, 78)
    assert first == "+  6          return np.exp(scores - np.max(scores, axis=1, keepdims=True)) /"
    assert second == "+                 np.exp(scores).sum()"


@pytest.mark.parametrize("width", [40, 60, 78])
def test_comment_of_a_long_row_stays_a_comment(width: int) -> None:
    said = "one entry for each of the features # and none for b, which has a gradient of its own"
    code, *comment = folded(f"+ 19          dw = 2 * X.T @ error  # {said}", width)
    assert code == "+ 19          dw = 2 * X.T @ error"
    assert all(re.match(r"\+ +# ", row) and len(row) <= width for row in comment)
    assert " ".join(re.sub(r"^\+ +# ", "", row) for row in comment) == said
    alone = folded(f"- 19          # {said}", width)
    assert alone[0].startswith("- 19          # ")
    assert all(re.match(r"- +# ", row) for row in alone[1:])


@given(st.integers(30, 120))
def test_no_code_is_lost(width: int) -> None:
    found = folded(LONG, width)
    assert max(map(len, found)) <= width
    assert "".join(part.lstrip("+ ") for part in found).replace(" ", "") == LONG[1:].replace(" ", "")


def test_command_stays_in_one_row_if_it_fits() -> None:
    text = (
        "Write it, then run: python -m grader my.py --exercise ridge_regression, or leave it for another day"
    )
    assert wrap(text, 60) == [
        "Write it, then run:",
        "python -m grader my.py --exercise ridge_regression, or leave",
        "it for another day",
    ]
    assert wrap("See: python -m grader my.py. Some words.", 23) == [
        "See:",
        "python -m grader my.py.",
        "Some words.",
    ]
    assert wrap("run: python -m grader another/folder/my.py", 20) == [
        "run: python -m", "grader", "another/folder/my.py",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        (
            "with momentum: v = 0.9 * v + gradient, then w",
            34,
            ["with momentum: v = 0.9 * v +", "gradient, then w"],
        ),
        ("one step: v = 0.9 * v, and then on", 18, ["one step:", "v = 0.9 * v, and", "then on"]),
        ("Where r ** 2 / 2 is", 16, ["Where r ** 2 / 2", "is"]),
        ("the best a <= 1, b", 16, ["the best a <= 1,", "b"]),
        ("words and - 5 more words", 16, ["words and - 5", "more words"]),
    ],
)
def test_short_formula_stays_in_one_row(text: str, width: int, rows: list[str]) -> None:
    assert wrap(text, width) == rows
