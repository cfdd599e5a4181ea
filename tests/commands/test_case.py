"""`--case`, the key `i` and `--html`: when the smallest failing input is shown, and when it is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.commands.shared import checking
from grader.commands.watch import WatchSession
from grader.report import finding
from grader.verdict import FailingCase, Finding, Verdict
from grader.watching.loop import Action

from ..helpers.fakes import Fakes, fakes
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.reports import CASES
from ..helpers.standins import stand_in

__all__ = ["fakes"]

CODE = ("import runpy", f"model = {'x' * 90}", 'print("got:     ", model.predict(X))')
CASE = FailingCase("predict", CODE, "[0.0]", "[-2.0]")


@pytest.fixture
def looked(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The verdicts for which a failing input was searched; every error gets the same one."""
    asked: list[str] = []

    def failing_cases(kata: Any, learners: Any, verdict: Verdict) -> Iterator[tuple[Finding, FailingCase]]:
        asked.append(verdict.verdict)
        yield from ((finding, CASE) for finding in verdict.errors)

    stand_in(monkeypatch, "grader.failing", failing_cases=failing_cases)
    monkeypatch.setattr(checking, "_descent", lambda *given: None)
    return asked


def test_it_is_looked_for_only_where_it_is_asked_for(fakes: Fakes, looked: list[str]) -> None:
    fakes.outcome = "failed"
    assert "runpy" not in fakes.run("my.py", status=1)
    assert looked == []
    out = fakes.run("my.py", "--case", status=1)
    assert "\n".join(CODE) in out
    assert "Expected  [0.0]\nGot       [-2.0]\n" in out
    assert looked == ["failed"]
    assert "runpy" not in fakes.run("my.py", "--html", "a.html", status=1)
    page = Path("a.html").read_text(encoding="utf-8")
    assert finding.FAILING in page and "<pre>import runpy" in page
    fakes.outcome = "passed"
    assert finding.ALL_RIGHT in fakes.run("my.py", "--case")


@pytest.mark.parametrize("option", ["--json", "--problems"])
def test_what_has_no_place_for_it_is_refused(fakes: Fakes, looked: list[str], option: str) -> None:
    said = f"{option} cannot show what --case finds. Leave one of them out.\n"
    assert fakes.refusal(option, "--case") == said
    fakes.run(option, "--case", "--html", "a.html")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["found", "none"])
def test_screen_is_the_golden_one(name: str, size: str) -> None:
    page = empty(size)
    finding.failing(page, CASES["one_finding"], None if name == "none" else CASE)
    assert all(line in page.plain().splitlines() for line in (CODE if name == "found" else ()))
    page.rows = [row for row in page.rows if (CODE[1], "") not in row]  # this row may be wider than the page
    hold_against_golden("failing", f"{name}_{size}", page)


def test_key_shows_it(fakes: Fakes, looked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from grader.commands.shared import practice_records
    from grader.kata import find_kata
    from grader.submission import read

    from ..helpers.clocks import TestClock

    kata: Any = find_kata()
    watching = WatchSession(kata, practice_records.practice_of(kata, TestClock()), "my.py", is_exercise=False)
    submission = read("my.py")
    fakes.outcome = "failed"
    watching.graded(submission, fakes.grade(kata, submission))
    assert watching.pressed("i") is Action.ASIDE
    watching.aside()
    assert "\n".join(CODE) in capsys.readouterr().out
