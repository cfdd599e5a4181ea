"""The output of a batch: the table for a spreadsheet, the summary, the progress bar."""

import csv
import io

import pytest
from hypothesis import given

from grader.report.batch import ResultRow, bar, summary, table
from grader.report.page import Page, harmless

from ..helpers.goldens import hold_against_golden
from ..helpers.streams import TerminalStream
from ..helpers.verdicts import STEPS, TEXTS


@given(TEXTS, TEXTS)
def test_table_is_read_back(submission: str, error: str) -> None:
    row = ResultRow(submission, "failed", {"init": "passed"}, ("a", "b"), ("c",), error, 1)
    text = table([row], STEPS)
    assert text.startswith("\ufeff")
    names, cells = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert names == ["submission", "verdict", *STEPS, "mistakes", "advice", "error"]
    assert [cells[0].removeprefix("'"), cells[-1].removeprefix("'")] == [
        harmless(submission).removeprefix("'"),
        harmless(error).removeprefix("'"),
    ]
    assert cells[1:-1] == ["failed", "passed", "", "", "", "", "", "a b", "c"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(name: str) -> None:
    row = ResultRow(name, "failed", {}, (), (), name, 1)
    cells = list(csv.reader(io.StringIO(table([row], ()), newline="")))[1]
    assert cells[0] == cells[-1] == f"'{name}"


ROWS = [
    ResultRow("a.py", "failed", {}, ("raises", "raises", "loss-halved"), (), "", 1),
    ResultRow("b.py", "failed", {}, ("loss-halved",), ("fit-restarts",), "", 1),
    ResultRow("c.py", "passed", {}, (), (), "", 0),
    ResultRow("d.py", "unfinished", {}, (), (), "", 1),
    *(
        ResultRow(f"e{n}.py", "error", {}, (), (), f"There is no file e{n}.py. Check the path.", 2)
        for n in range(12)
    ),
]
TITLES = {
    "raises": "A call raises",
    "loss-halved": "There is a factor 1/2",
    "fit-restarts": "fit starts over",
}


@pytest.mark.parametrize(("size", "page"), {"80": Page(80), "ascii": Page(40, "ascii")}.items())
def test_summary(size: str, page: Page) -> None:
    hold_against_golden("batch", size, summary(page, ROWS, TITLES, 3, "all.jsonl"))


def test_each_that_did_not_pass_has_a_row() -> None:
    broken = ResultRow("f.py", "error", {}, (), (), "The grader itself failed.", 3)
    shown = summary(Page(80), [*ROWS, broken], TITLES, 0, "all.jsonl").plain()
    assert "\n  not right     a.py  raises, loss-halved\n" in shown
    assert "\n  not finished  d.py\n" in shown
    assert "\n  not graded    There is no file e0.py. Check the path.\n" in shown
    assert "\n  not graded    f.py  The grader itself failed.\n" in shown
    assert "  c.py" not in shown


def test_the_others_are_in_the_results() -> None:
    many = [ResultRow(f"{n}.py", "failed", {}, (), (), "", 1) for n in range(23)]
    shown = summary(Page(80), many, TITLES, 0, "all.jsonl").plain()
    assert shown.count("not right   ") == 20
    assert shown.endswith("\n  and 3 more: see all.jsonl\n")


def test_bar_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = TerminalStream()
    with bar(stream, 4) as count:
        count(False)
        count(True)
    assert "1/3" in stream.getvalue()
    assert "left" in stream.getvalue()
    for plain in (io.StringIO(), None):
        with bar(plain, 2) as count:
            count(True)
    monkeypatch.setenv("TERM", "dumb")
    stream = TerminalStream()
    with bar(stream, 4) as count:
        count(True)
    assert stream.getvalue() == ""
