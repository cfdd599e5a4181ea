"""Screens, compared with golden files; `UPDATE_GOLDEN=1 python -m pytest tests/report` rewrites them."""

import json
import re
from dataclasses import asdict, replace

import pytest

from grader.report import paint, terminal
from grader.report.page import Page
from grader.verdict import CheckResult, Step

from ..helpers.goldens import hold_text
from ..helpers.paths import GOLDEN
from ..helpers.reports import (
    ASCENDS,
    CASES,
    PRINTED,
    SCALARS,
    SOURCE,
    SYNTAX,
    TITLES,
    UNDIVIDED,
    screen,
    verdict,
)
from ..helpers.streams import TerminalStream

SIZES = {"80": (80, "utf-8"), "60": (60, "utf-8"), "ascii": (80, "ascii")}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_screen_is_the_golden_one(name: str, size: str) -> None:
    hold_text("report", f"{name}_{size}", screen(CASES[name], Page(*SIZES[size])), *SIZES[size])


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in (GOLDEN / "report").iterdir()} == {
        f"{n}_{s}.txt" for n in CASES for s in SIZES
    }


@pytest.mark.parametrize("name", [name for name in CASES if name not in ("several", "printed")])
def test_the_ordinary_screen_has_24_rows_at_most(name: str) -> None:
    assert screen(CASES[name], Page(80)).count("\n") <= 23  # the 24th is for the prompt


@pytest.mark.parametrize("width", [80, 100])
def test_further_findings_are_named_whole(width: int) -> None:
    shown = screen(CASES["several"], Page(width))
    for finding, title in ((ASCENDS, "the gradient is added"), (SCALARS, "losses are NumPy scalars")):
        (row,) = (row for row in shown.splitlines() if row.startswith(f"  {finding.mistake}  "))
        assert row.endswith((f":{finding.line}  {title}", f"line {finding.line}  {title}"))


def test_line_out_of_the_file_is_not_shown() -> None:
    for line in (0, 99, None):
        shown = screen(verdict("failed", {}, replace(UNDIVIDED, line=line)), Page(80))
        assert " > " not in shown


def test_first_line_and_last_line_have_one_neighbour() -> None:
    for line, others in ((1, (2,)), (2, (1,))):
        shown = screen(verdict("failed", {}, replace(UNDIVIDED, line=line)), Page(80), ["a = 1", "b = 2"])
        assert f"  > {line} │" in shown
        assert all(f"    {other} │" in shown for other in others)


HOSTILE = "a\n[red]b[/red]\x1b[2Jc'\"\u202e\udcff\t\r\x9b.py"


def test_hostile_names_and_texts_are_shown_harmlessly() -> None:
    finding = replace(UNDIVIDED, seen=HOSTILE, hints=(HOSTILE,) * 3, line=1)
    case = replace(verdict("failed", {}, finding, finding), submission=HOSTILE, printed_by=PRINTED)
    for encoding in ("utf-8", "ascii", "latin-1"):
        shown = screen(case, Page(80, encoding), [HOSTILE.replace("\n", "\x0b")])
        shown.encode(encoding)
        assert all(c == "\n" or c.isprintable() for c in shown)
        assert "[red]b[/red]" in shown
        assert r"a\n[red]b[/red]\x1b[2Jc" in shown


def test_colour_changes_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for case in CASES.values():
        page = terminal.report(case, terminal.Background(SOURCE.split("\n"), TITLES), Page(80))
        coloured = paint.painted(page, TerminalStream())
        bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
        assert "\x1b[" in coloured
        assert [line.rstrip() for line in bare.splitlines()] == page.plain().splitlines()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv(name, value)
    page = terminal.report(CASES["one_finding"], terminal.Background(SOURCE.split("\n")), Page(80))
    assert not re.search(r"\x1b\[[\d;]*(3[0-7]|38|9[0-7])", paint.painted(page, TerminalStream()))


def test_failure_that_nothing_explains_shows_its_check() -> None:
    steps = {
        "loss": Step("loss", "failed", (CheckResult("values", "failed", "the check was not completed"),))
    }
    assert "In loss: the check was not completed" in screen(verdict("failed", steps), Page(80))


def test_document_is_ascii_and_holds_everything() -> None:
    case = replace(CASES["several"], printed="é\x1b\udcff", truncated=True)
    text = case.json()
    assert text.isascii()
    assert "\n" not in text
    held = json.loads(text)
    assert held["findings"] == json.loads(json.dumps([asdict(found) for found in case.findings]))
    assert held["output"] == {"text": "é\x1b\udcff", "truncated": True}
    with pytest.raises(ValueError, match="JSON"):
        replace(case, seconds=float("nan")).json()


def test_command_to_run_again_is_the_one_that_was_run() -> None:
    shown = screen(CASES["one_finding"], Page(80), again="python -m grader 'my file.py'")
    assert "fix line 17, then run: python -m grader 'my file.py'" in shown


def test_after_a_pass_the_reference_is_where_it_can_be_seen() -> None:
    shown = screen(CASES["passed"], Page(80))
    assert all(text in shown for text in ("python -m grader compare\n", "python -m grader interview\n"))
    other = replace(CASES["passed"], submission="other.py")
    shown = screen(other, Page(80), again="python -m grader other.py")
    assert "read solutions/linear_regression.py\n" in shown
    assert "python -m grader" not in shown
    reference = replace(other, submission="./solutions/linear_regression.py")
    assert "reference" not in screen(reference, Page(80), again="python -m grader solutions/...")


def test_finding_at_the_first_line_of_a_method_means_all_of_it() -> None:
    lines = ["class A:", "    def compute_gradients(self, X, y, y_hat):", "        return 0"]
    for line, what in (
        (1, "line 1"),
        (2, "the method at line 2"),
        (3, "line 3"),
        (9, "line 9"),
        (None, "this"),
    ):
        shown = screen(verdict("failed", {}, replace(UNDIVIDED, line=line)), Page(80), lines)
        assert f"Next   fix {what}, then run: python -m grader\n" in shown
    shown = screen(verdict("failed", {}, replace(SYNTAX, line=2)), Page(80), lines)
    assert "Next   fix line 2, then" in shown
