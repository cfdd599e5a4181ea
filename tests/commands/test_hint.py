"""`hint`: what it gives a hint on, what it shows, and what it records."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader import cli
from grader.commands.hint import step_named
from grader.commands.shared import places
from grader.practice.journal import Journal
from grader.submission import Submission
from grader.verdict import Finding, Step, Verdict

from ..helpers.clocks import TestClock
from ..helpers.fakes import ADVICE, ENTRY, Fakes, fakes
from ..helpers.graded import KATA
from ..helpers.standins import stand_in

__all__ = ["fakes"]

RUNGS = ("ask?", "named", "corrected", "+ 1  import numpy")


@pytest.fixture
def clock() -> TestClock:
    """A clock that all commands of a test share."""
    return TestClock()


def recorded(fakes: Fakes, clock: TestClock) -> list[tuple[Any, ...]]:
    """The recorded hints: finding, step and rung of each."""
    past = Journal(places.journal_folder(fakes.exercise), clock).read()
    return [(r.facts["finding"], r.facts["step"], r.facts["rung"]) for r in past.of("hint")]


def set_verdict(monkeypatch: pytest.MonkeyPatch, steps: dict[str, Any], *found: Finding) -> None:
    """Make the grading return these steps and findings."""
    outcome: Any = "failed" if any(f.severity == "error" for f in found) else "passed"
    outcome = "unfinished" if outcome == "passed" and "todo" in steps.values() else outcome
    made = Verdict(
        "linear_regression", "x.py", outcome, tuple(Step(*s) for s in steps.items()), found, "", False, 7, 0.1
    )
    stand_in(monkeypatch, "grader.grading", grade=lambda kata, learners: made)


def test_ladder_of_a_mistake(fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str]) -> None:
    fakes.outcome = "failed"
    for rungs in (
        ["ask?"],
        ["ask?", "named"],
        ["ask?", "named", "corrected"],
        ["ask?", "named", "corrected", "+ 1  import numpy"],
        ["ask?", "named", "corrected", "+ 1  import numpy"],
    ):
        assert cli.main(["hint"], clock) == 1
        out = capsys.readouterr().out
        assert [word for word in RUNGS if word in out] == rungs
        assert ("b is left out" in out) == (len(rungs) > 1)
        assert ("linear_regression.py:1" in out) == (len(rungs) > 1)
        clock.go_on(10)
    assert "More" not in out
    assert recorded(fakes, clock) == [("predict-ignores-bias", "predict", n) for n in (1, 2, 3, 4)]
    assert fakes.events().count("solution-seen") == 2  # one for each time the fix was shown


def test_ladder_goes_on_from_what_the_report_shows(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str]
) -> None:
    fakes.outcome = "failed"
    cli.main([], clock)
    assert "named" in capsys.readouterr().out
    cli.main(["hint"], clock)
    out = capsys.readouterr().out
    assert [word for word in RUNGS if word in out] == ["ask?", "named", "corrected"]
    assert "More   python -m grader hint, in 10 s or later; it shows your code, corrected,\n" in out
    assert "counts as having seen the solution" in out
    cli.main([], clock)
    assert [rung for *_, rung in recorded(fakes, clock)] == [2, 3]


@pytest.mark.parametrize("option", ["--no-hints", "--json"])
def test_ladder_begins_with_its_first_rung_where_none_was_shown(
    fakes: Fakes,
    clock: TestClock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    option: str,
) -> None:
    fakes.outcome = "failed"
    finding = Finding(ENTRY.id, "error", "predict", 1, "", () if option == "--no-hints" else ENTRY.hints)
    made = fakes.grade(KATA, Submission("x.py", ""))
    stand_in(monkeypatch, "grader.grading", grade=lambda *_, **__: replace(made, findings=(finding,)))
    cli.main([option], clock)
    assert recorded(fakes, clock) == []
    cli.main(["hint"], clock)
    assert [rung for *_, rung in recorded(fakes, clock)] == [1]


def test_report_with_a_fix_counts_as_the_solution_seen(fakes: Fakes, clock: TestClock) -> None:
    fakes.outcome = "failed"
    assert cli.main([], clock) == 1
    assert "solution-seen" not in fakes.events()
    assert cli.main(["--fix"], clock) == 1
    assert fakes.events().count("solution-seen") == 1


def test_no_fix_is_found(fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str]) -> None:
    fakes.outcome, fakes.fix = "failed", ""
    assert cli.main(["hint", "--all"], clock) == 1
    assert "Your code, corrected: no verified fix was found." in capsys.readouterr().out
    assert "solution-seen" not in fakes.events()


def test_again_within_seconds(fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str]) -> None:
    fakes.outcome = "failed"
    cli.main(["hint"], clock)
    assert "More   python -m grader hint, in 10 s or later\n" in capsys.readouterr().out
    clock.go_on(3.5)
    cli.main(["hint", "predict"], clock)
    out = " ".join(capsys.readouterr().out.split())
    assert "named" not in out
    assert "python -m grader hint predict, in 7 s or later, because this hint is new" in out
    assert "at once: python -m grader hint predict --next" in out
    cli.main(["hint", "--next"], clock)
    assert "named" in capsys.readouterr().out
    assert len(recorded(fakes, clock)) == 2


def test_whole_ladder(fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str]) -> None:
    fakes.outcome = "failed"
    assert cli.main(["hint", "--all"], clock) == 1
    out = capsys.readouterr().out
    assert [word for word in RUNGS if word in out] == [*RUNGS]
    assert len(recorded(fakes, clock)) == 4


def test_step_that_is_not_begun(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_verdict(monkeypatch, {"init": "passed", "predict": "todo"})
    assert cli.main(["hint"], clock) == 1
    out = capsys.readouterr().out
    assert "In predict: hint 1 of 3" in out
    assert "how?" in out
    assert "write predict" in out
    assert recorded(fakes, clock) == [("todo-predict", "predict", 1)]


def test_all_is_right(fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["hint"], ["hint", "predict"], ["hint", "--all"]):
        assert cli.main(words, clock) == 0
        assert capsys.readouterr().out == "Everything is right: no hint is needed.\n"
    assert recorded(fakes, clock) == []


def test_advice_has_a_ladder_too(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(ADVICE.id, "advice", "predict", None, "", ADVICE.hints)
    set_verdict(monkeypatch, {"init": "passed", "predict": "passed"}, finding)
    assert cli.main(["hint"], clock) == 0
    assert "Advice on predict: python -m grader hint predict" in capsys.readouterr().out
    assert cli.main(["hint", "predict"], clock) == 0
    assert "ask?" in capsys.readouterr().out


def test_step_that_cannot_be_judged_leads_to_its_cause(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(ENTRY.id, "error", "loading", 1, "", ENTRY.hints)
    set_verdict(monkeypatch, {"init": "blocked", "predict": "blocked"}, finding)
    assert cli.main(["hint", "predict"], clock) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        "The file does not load yet: that comes before predict.\n\nWhile loading: hint 1 of 4"
    )
    cli.main(["hint"], clock)
    assert "comes before" not in capsys.readouterr().out


def test_step_that_waits_for_another_says_so(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(ENTRY.id, "error", "predict", 1, "", ENTRY.hints)
    set_verdict(monkeypatch, {"init": "blocked", "predict": "failed"}, finding)
    assert cli.main(["hint", "init"], clock) == 1
    assert "predict is not right yet: that comes before init.\n\nIn predict:" in capsys.readouterr().out


def test_step_may_be_named_by_its_method(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(ENTRY.id, "error", "predict", 1, "", ENTRY.hints)
    set_verdict(monkeypatch, {"init": "passed", "predict": "failed"}, finding)
    assert cli.main(["hint", "set_up"], clock) == 1
    assert "init is right" in capsys.readouterr().out


def test_methods_of_the_exercise_lead_to_their_steps() -> None:
    named = {
        word: step_named([word], KATA, "hint")
        for word in ("predict", "compute_loss", "compute_gradients", "fit")
    }
    assert list(named.values()) == ["predict", "loss", "gradients", "fit"]


def test_step_that_is_right_while_another_is_not(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(ENTRY.id, "error", "predict", 1, "", ENTRY.hints)
    set_verdict(monkeypatch, {"init": "passed", "predict": "failed"}, finding)
    assert cli.main(["hint", "init"], clock) == 1
    assert capsys.readouterr().out == ("init is right: no hint is needed.\nNext   python -m grader hint\n")


def test_without_a_memory_it_still_hints(
    fakes: Fakes, clock: TestClock, capsys: pytest.CaptureFixture[str]
) -> None:
    fakes.outcome = "failed"
    places.journal_folder(fakes.exercise).write_text("no folder", encoding="utf-8")
    assert cli.main(["hint"], clock) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "ask?" in out
    assert "cannot be written" in out
    assert "All hints: python -m grader hint --all" in out
    assert cli.main(["hint", "--all"], clock) == 1
    assert "corrected" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("set_u", "There is no step 'set_u'. Did you mean set_up?"),
        ("pedict", "There is no step 'pedict'. Did you mean predict?"),
        ("zzz", "The steps are init, predict."),
        ("init predict", "hint takes one STEP, but 2 were given"),
        ("--al", "Did you mean --all?"),
        ("--seed 1", "--seed is an option of check"),
    ],
)
def test_wrong_calls(fakes: Fakes, capsys: pytest.CaptureFixture[str], words: str, said: str) -> None:
    assert cli.main(["hint", *words.split()]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""


def test_exercise_that_is_gone(fakes: Fakes, capsys: pytest.CaptureFixture[str]) -> None:
    Path(fakes.exercise).unlink()
    assert cli.main(["hint"]) == 2
    assert "To get the exercise back" in capsys.readouterr().err
