"""`hint`: what it gives a hint on, what it shows, and what it records."""

from dataclasses import replace
from typing import Any

import pytest

from grader.commands.hint import step_named
from grader.submission import Submission
from grader.verdict import Finding, Step, Verdict

from ..helpers.fakes import ADVICE, ENTRY, Fakes, fakes
from ..helpers.graded import KATA
from ..helpers.standins import stand_in

__all__ = ["fakes"]

RUNGS = ("ask?", "named", "corrected", "+ 1  import numpy")
WRONG = Finding(ENTRY.id, "error", "predict", 1, "", ENTRY.hints)


def recorded(fakes: Fakes) -> list[tuple[Any, ...]]:
    """The recorded hints: finding, step and rung of each."""
    return [(r.facts["finding"], r.facts["step"], r.facts["rung"]) for r in fakes.past().of("hint")]


def set_verdict(monkeypatch: pytest.MonkeyPatch, steps: dict[str, Any], *found: Finding) -> None:
    """Make the grading return these steps and findings."""
    outcome: Any = "failed" if any(f.severity == "error" for f in found) else "passed"
    outcome = "unfinished" if outcome == "passed" and "todo" in steps.values() else outcome
    made = Verdict(
        "linear_regression", "x.py", outcome, tuple(Step(*s) for s in steps.items()), found, "", False, 7, 0.1
    )
    stand_in(monkeypatch, "grader.grading", grade=lambda kata, learners: made)


def test_ladder_of_a_mistake(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    for count in (1, 2, 3, 4, 4):
        out = fakes.run("hint", status=1)
        assert [word for word in RUNGS if word in out] == [*RUNGS[:count]]
        assert ("b is left out" in out) == ("linear_regression.py:1" in out) == (count > 1)
        fakes.clock.go_on(10)
    assert "More" not in out
    assert recorded(fakes) == [("predict-ignores-bias", "predict", n) for n in (1, 2, 3, 4)]
    assert fakes.events().count("solution-seen") == 2  # one for each time the fix was shown


def test_first_hint_follows_the_one_in_the_report(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    assert "named" in fakes.run(status=1)
    out = fakes.run("hint", status=1)
    assert [word for word in RUNGS if word in out] == ["ask?", "named", "corrected"]
    assert "More   python -m grader hint, in 10 s or later; it shows your code, corrected,\n" in out
    assert "counts as having seen the solution" in out
    fakes.run(status=1)
    assert [rung for *_, rung in recorded(fakes)] == [2, 3]


@pytest.mark.parametrize("option", ["--no-hints", "--json"])
def test_ladder_begins_with_its_first_rung_where_none_was_shown(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    fakes.outcome = "failed"
    finding = replace(WRONG, hints=() if option == "--no-hints" else ENTRY.hints)
    made = replace(fakes.grade(KATA, Submission("x.py", "")), findings=(finding,))
    stand_in(monkeypatch, "grader.grading", grade=lambda *_, **__: made)
    fakes.run(option, status=1)
    assert recorded(fakes) == []
    fakes.run("hint", status=1)
    assert [rung for *_, rung in recorded(fakes)] == [1]


def test_report_with_a_fix_counts_as_the_solution_seen(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    for options, count in (((), 0), (("--fix",), 1)):
        fakes.run(*options, status=1)
        assert fakes.events().count("solution-seen") == count


def test_no_fix_is_found(fakes: Fakes) -> None:
    fakes.outcome, fakes.fix = "failed", ""
    assert "Your code, corrected: no verified fix was found." in fakes.run("hint", "--all", status=1)
    assert "solution-seen" not in fakes.events()


def test_again_within_seconds(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    assert "More python -m grader hint, in 10 s or later" in fakes.said("hint", status=1)
    fakes.clock.go_on(3.5)
    said = fakes.said("hint", "predict", status=1)
    assert "named" not in said
    assert "python -m grader hint predict, in 7 s or later, because this hint is new" in said
    assert "at once: python -m grader hint predict --next" in said
    assert "named" in fakes.run("hint", "--next", status=1)
    assert len(recorded(fakes)) == 2


def test_whole_ladder(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    out = fakes.run("hint", "--all", status=1)
    assert [word for word in RUNGS if word in out] == [*RUNGS]
    assert len(recorded(fakes)) == 4


def test_step_that_is_not_begun(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    set_verdict(monkeypatch, {"init": "passed", "predict": "todo"})
    out = fakes.run("hint", status=1)
    assert all(text in out for text in ("In predict: hint 1 of 3", "how?", "write predict"))
    assert recorded(fakes) == [("todo-predict", "predict", 1)]


def test_all_is_right(fakes: Fakes) -> None:
    for words in ([], ["predict"], ["--all"]):
        assert fakes.run("hint", *words) == "Everything is right: no hint is needed.\n"
    assert recorded(fakes) == []


def test_advice_has_a_ladder_too(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = Finding(ADVICE.id, "advice", "predict", None, "", ADVICE.hints)
    set_verdict(monkeypatch, {"init": "passed", "predict": "passed"}, finding)
    assert "Advice on predict (optional): python -m grader hint predict" in fakes.run("hint")
    out = fakes.run("hint", "predict")
    assert "Advice on predict (optional): fit starts over (hint 1 of " in out
    assert "ask?" in out
    assert "if you like" in out


def test_step_that_cannot_be_judged_leads_to_its_cause(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    set_verdict(monkeypatch, {"init": "blocked", "predict": "blocked"}, replace(WRONG, step="loading"))
    assert fakes.run("hint", "predict", status=1).startswith(
        "The file does not load yet: that comes before predict.\n\nWhile loading: hint 1 of 4"
    )
    assert "comes before" not in fakes.run("hint", status=1)


@pytest.mark.parametrize(
    ("init", "word", "said"),
    [
        ("blocked", "init", "predict is not right yet: that comes before init.\n\nIn predict:"),
        ("passed", "init", "init is right: no hint is needed.\nNext   python -m grader hint\n"),
        ("passed", "set_up", "init is right: no hint is needed.\n"),  # named by its method
    ],
)
def test_step_while_another_is_not_right(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, init: str, word: str, said: str
) -> None:
    set_verdict(monkeypatch, {"init": init, "predict": "failed"}, WRONG)
    assert fakes.run("hint", word, status=1).startswith(said)


def test_methods_of_the_exercise_lead_to_their_steps() -> None:
    for word, step in (("predict", "predict"), ("compute_loss", "loss"), ("compute_gradients", "gradients")):
        assert step_named([word], KATA, "hint") == step


def test_without_a_memory_it_still_hints(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    fakes.journal.write_text("no folder", encoding="utf-8")
    said = fakes.said("hint", status=1)
    assert all(
        text in said for text in ("ask?", "cannot be written", "All hints: python -m grader hint --all")
    )
    assert "corrected" in fakes.run("hint", "--all", status=1)


def test_exercise_that_is_gone(fakes: Fakes) -> None:
    fakes.exercise.unlink()
    assert "To get the exercise back" in fakes.refusal("hint")
