"""A call that never returns takes its deadline once: the worker is ended, and the call is not repeated."""

from pathlib import Path

import pytest

from grader.sandbox import launch
from grader.sandbox.client import Sandbox
from grader.sandbox.process import Sent

from ..helpers.graded import FORK_SERVER, IMPATIENT, errors, graded
from ..helpers.paths import ROOT

SOLUTION = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
BODIES = {
    "predict": "return X @ self.w + self.b",
    "compute_loss": "return float(np.mean((y_hat - y) ** 2))",
    "compute_gradients": "n = len(y)",
    "fit": "losses = []",
}
TWO_WRONG = {("predict-wrong-value", "predict"), ("predict-ignores-bias", "predict"), ("times-out", "fit")}


@pytest.mark.parametrize("method", BODIES)
def test_endless_method_ends_only_one_worker(method: str, tmp_path: Path) -> None:
    started: list[launch.Process] = []

    def start() -> launch.Process:
        started.append(FORK_SERVER.start())
        return started[-1]

    body = BODIES[method]
    assert SOLUTION.count(body) == 1
    verdict = graded(SOLUTION.replace(body, "while True: pass"), tmp_path, limits=IMPATIENT, start=start)
    assert errors(verdict) == ["times-out"]
    # The first worker, its replacement, and one that runs `fit` on top of right parts.
    assert len(started) == (2 if method == "fit" else 3)


def time_for(questions: int, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let the time for a file run out after `questions` requests; return the sent requests, to be cleared."""
    asked: list[object] = []
    answer = Sandbox._answer

    def out_of_time(sandbox: Sandbox, sent: Sent | None) -> object:
        asked.append(sent)
        sandbox.deadline = 0.0 if len(asked) > questions else sandbox.deadline
        return answer(sandbox, sent)

    monkeypatch.setattr(Sandbox, "_answer", out_of_time)
    return asked


@pytest.mark.parametrize("questions", [3, 20, 60, 100, 130])
def test_time_that_is_up_is_taken_for_no_mistake(
    questions: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = time_for(questions, monkeypatch)
    right = graded(SOLUTION, tmp_path)
    assert [(one.mistake, one.line) for one in right.errors] in ([], [("times-out", None)])
    asked.clear()
    source = SOLUTION.replace("self.b -= lr * db", "self.b += lr * db")
    wrong = graded(source, tmp_path)
    assert source != SOLUTION and wrong.verdict == "failed"
    assert {one.mistake for one in wrong.errors} <= {"times-out", "fit-wrong-value", "fit-ascends"}


@pytest.mark.parametrize("questions", [40, 70])
def test_timeout_is_not_reported_beside_another_mistake(
    questions: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time_for(questions, monkeypatch)
    (found,) = graded(SOLUTION.replace("float(np.mean", "np.sqrt(np.mean"), tmp_path).errors
    assert found.step == "loss" and found.mistake in ("loss-root", "loss-wrong-value")


@pytest.mark.parametrize("questions", [20, 40, 70])
def test_endless_call_is_reported_even_if_the_grading_then_times_out(
    questions: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time_for(questions, monkeypatch)
    source = SOLUTION.replace("losses = []", "while True: pass").replace("@ self.w + self.b", "@ self.w")
    found = graded(source, tmp_path, limits=IMPATIENT).errors
    assert found
    assert {(one.mistake, one.step) for one in found} <= TWO_WRONG


def test_long_training_that_takes_too_long_is_not_judged(tmp_path: Path) -> None:
    source = SOLUTION.replace("losses = []", "losses = []\n        while epochs == 1000: pass")
    verdict = graded(source, tmp_path, limits=IMPATIENT)
    assert source != SOLUTION and verdict.verdict == "passed"
    said = {check.name: check.message for step in verdict.steps for check in step.checks if check.message}
    assert said == {"a thousand epochs": "not judged, since it takes too long"}
