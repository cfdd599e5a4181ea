"""The commands `compare` and `demo`: what they show, on what condition, and what they record."""

import sys
from typing import Any

import pytest

from grader.practice.journal import JournalRecords, Record
from grader.practice.stretches import has_passed
from grader.report import comparison as screen
from grader.verdict import CheckResult, Finding, Step, Verdict

from ..helpers.checkouts import PARTS, Checkout, checkout, lay_out
from ..helpers.clocks import START
from ..helpers.forked import PROGRAM, Command
from ..helpers.graded import KATA, forked_workers
from ..helpers.standins import stand_in

__all__ = ["checkout", "forked_workers"]
pytestmark = pytest.mark.usefixtures("forked_workers")
SOLUTION = "def predict(self, X: Array) -> Array:"
ASCENDS = Finding("fit-ascends", "error", "fit", 3, "it climbs")


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Replace the grading; tests set the status of each step and the findings here."""
    said: dict[str, Any] = {"steps": dict.fromkeys(KATA.steps, "todo") | {"init": "passed"}, "findings": ()}

    def grade(kata: Any, learners: Any, *, seed: int | None = None) -> Verdict:
        steps = tuple(Step(name, s, (CheckResult("values", s),)) for name, s in said["steps"].items())
        statuses = set(said["steps"].values())
        outcome: Any = (
            "passed" if statuses == {"passed"} else "unfinished" if not said["findings"] else "failed"
        )
        return Verdict(kata.name, learners.path, outcome, steps, said["findings"], "", False, seed or 7, 0.1)

    stand_in(monkeypatch, "grader.grading", grade=grade)
    return said


def passes(graded: dict[str, Any]) -> None:
    """Make the exercise pass."""
    graded["steps"] = dict.fromkeys(KATA.steps, "passed")


def climbs(graded: dict[str, Any], checkout: Checkout) -> None:
    """Make the exercise one whose fit goes uphill, and make its grading say so."""
    checkout.put(checkout.solution.read_text(encoding="utf-8").replace("self.w -=", "self.w +="))
    graded["steps"] = dict.fromkeys(KATA.steps, "passed") | {"fit": "failed"}
    graded["findings"] = (ASCENDS,)


def test_before_a_pass_nothing_is_given_away(checkout: Checkout) -> None:
    out = checkout.run("compare", status=1)
    assert SOLUTION not in out
    assert "the solution is not shown" in out
    assert "python -m grader compare --yes" in out
    assert "fit  is not written yet" in out
    assert checkout.events() == ["run"]


def test_comparison_says_what_to_do_next(checkout: Checkout, graded: dict[str, Any]) -> None:
    write = "Next   write predict, then run: python -m grader\n"
    assert write in checkout.run("compare", status=1)
    climbs(graded, checkout)
    fix = "Next   fix fit, then run: python -m grader\n"
    assert fix in checkout.run("compare", "--yes", status=1)
    passes(graded)
    assert "Next" not in checkout.run("compare")


def test_yes_shows_it_and_it_is_recorded_before(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[list[str]] = []
    filled = screen.comparison

    def fill_and_look(*given: Any, **more: Any) -> Any:
        held.append(checkout.events())
        return filled(*given, **more)

    monkeypatch.setattr(screen, "comparison", fill_and_look)
    assert SOLUTION in checkout.run("compare", "--yes", status=1)
    assert held == [["run", "solution-seen"]]
    out = checkout.run("compare", "gradients", "--yes", "--seed", "9", status=1)
    assert "compute_gradients" in out
    assert SOLUTION not in out
    assert "--seed 9)" in out
    seen = checkout.journal.read().of("solution-seen")
    assert {record.facts["by"] for record in seen} == {"compare"}
    assert [record.facts["method"] for record in seen] == [None, "compute_gradients"]


def test_what_passes_now_may_see_it(checkout: Checkout, graded: dict[str, Any]) -> None:
    checkout.solve()
    passes(graded)
    out = checkout.run("compare")
    assert out.count(SOLUTION) == 2
    assert out.count("agrees with the reference in every digit") == 4
    assert checkout.events() == ["run"]


def test_pass_of_the_present_attempt_opens_it(checkout: Checkout, graded: dict[str, Any]) -> None:
    climbs(graded, checkout)
    checkout.journal.append("run", verdict="passed")
    checkout.journal.append("run", verdict="failed")
    out = checkout.run("compare", "fit", status=1)
    assert "def fit(self, X: Array" in out
    assert "diverges from the reference in epoch 1: w[0] is " in out
    assert checkout.events() == ["run", "run", "run"]
    checkout.journal.append("laid-out", how="reset", saved=None)
    assert "def fit(self, X: Array" not in checkout.run("compare", "fit", status=1)


@pytest.mark.parametrize(
    ("events", "passed"),
    [
        ("", False),
        ("failed", False),
        ("passed", True),
        ("failed passed failed", True),
        ("passed laid", False),
        ("passed laid failed", False),
        ("passed laid passed", True),
        ("laid laid", False),
    ],
)
def test_attempt_has_passed_since_it_was_laid_out(events: str, passed: bool) -> None:
    records = [
        Record(START, "laid-out", {"how": "reset"})
        if word == "laid"
        else Record(START, "run", {"verdict": word})
        for word in events.split()
    ]
    assert has_passed(JournalRecords((*records, Record(START, "hint", {})))) == passed


def test_journal_error_is_shown(checkout: Checkout) -> None:
    checkout.journal.folder.write_text("no folder", encoding="utf-8")
    out = checkout.run("compare", "--yes", status=1)
    assert "It could not be recorded that the solution was seen." in out
    assert SOLUTION in out


def test_journal_of_a_newer_version_opens_nothing(checkout: Checkout) -> None:
    checkout.journal.append("run", verdict="passed")
    checkout.journal.path.write_text('{"v": 99}\n', encoding="utf-8")
    out = checkout.run("compare", status=1)
    assert "newer version" in out
    assert SOLUTION not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("compare predikt", "There is no method 'predikt' to compare. Did you mean predict?"),
        ("compare Fit", "Did you mean fit?"),
        ("compare zzz", "The methods are predict, compute_loss, compute_gradients, fit;"),
        ("compare fit predict", "compare takes one METHOD, but 2 were given."),
        ("compare --json", "--json is an option of check"),
        ("demo x", "demo takes no argument"),
        ("doctor x", "doctor takes no argument"),
        ("doctor --yes", "There is no option --yes."),
    ],
)
def test_wrong_call_is_one_sentence(checkout: Checkout, words: str, said: str) -> None:
    assert said in checkout.refusal(*words.split())


@pytest.mark.parametrize("words", [["compare", "--yes"], ["demo"]])
def test_file_that_does_not_load_gets_the_report_of_check(
    checkout: Checkout, graded: dict[str, Any], words: list[str]
) -> None:
    checkout.put("def broken(:\n")
    graded["steps"] = dict.fromkeys(KATA.steps, "blocked")
    graded["findings"] = (Finding("syntax-error", "error", "loading", 1, "SyntaxError: invalid syntax"),)
    out = checkout.run(*words, status=1)
    assert "SyntaxError: invalid syntax" in out
    assert "> 1 " in out
    assert SOLUTION not in out
    assert checkout.events() == []


def test_demo_gives_the_documented_numbers(checkout: Checkout, graded: dict[str, Any]) -> None:
    checkout.solve()
    passes(graded)
    out = checkout.run("demo")
    for text in ("1.9971", "-0.9908", "0.5117", "3.0019", "0.010126", "variance of the noise", "yours"):
        assert text in out
    assert "Next" not in out


def test_demo_of_the_stub_says_what_to_do(checkout: Checkout) -> None:
    todo = "the exercise is not finished. Write predict, then run: python -m grader"
    assert todo in checkout.said("demo", status=1)


def test_demo_of_wrong_code_shows_it_and_names_the_mistake(
    checkout: Checkout, graded: dict[str, Any]
) -> None:
    climbs(graded, checkout)
    said = checkout.said("demo", status=1)
    assert all(text in said for text in ("w[0]", "not right yet, in fit:", "Details: python -m grader"))


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The whole program in a separate checkout."""
    return lay_out(tmp_path_factory.mktemp("program"), *PARTS, *PROGRAM)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
@pytest.mark.parametrize(
    ("typed", "status", "shown"),
    [
        ("n\n", 1, False),
        ("\x04", 1, False),
        (b"\xff\xe9\n", 1, False),
        ("YES\n", 1, True),
        ("\x03", 130, False),
    ],
)
def test_question_is_asked_and_only_a_yes_is_one(
    program: Checkout, typed: str | bytes, status: int, shown: bool
) -> None:
    from ..helpers.terminals import Terminal

    before = program.events()
    with Terminal(Command(("compare", "predict"), program.root), folder=program.root) as terminal:
        terminal.wait_for("Show the solution? [y/N]")
        assert "recorded" in terminal.shown
        assert SOLUTION not in terminal.shown
        terminal.press(typed)
        assert terminal.ended() == status
        assert (SOLUTION in terminal.shown) == shown
        assert ("solutions/linear_regression.py" in terminal.shown) == shown
        assert ("It is not shown" in terminal.shown) == (status == 1 and not shown)
        assert "Traceback" not in terminal.shown
    assert program.events() == [*before, "run", *["solution-seen"] * shown]


def test_nothing_but_the_journal_is_written(checkout: Checkout) -> None:
    before = {path.name for path in checkout.exercise.parent.iterdir()}
    for command in ("compare", "demo"):
        checkout.run(command, status=1)
    beside = {path.name for path in checkout.exercise.parent.iterdir()}
    assert beside == before | {checkout.journal.folder.name}
