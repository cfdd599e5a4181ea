"""The smallest failing input: it really fails, also without the grader, and right code has none."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.failing import failing_cases
from grader.kata import find_kata
from grader.submission import Submission
from grader.verdict import FailingCase, Finding, Step, Verdict

from ..helpers.graded import forked_workers
from ..helpers.labels import labelled
from ..helpers.paths import SUBMISSIONS

__all__ = ["forked_workers"]
pytestmark = pytest.mark.usefixtures("forked_workers")
WRONG = {
    "linear_regression/wrong/gradient_missing_transpose__helper": "gradients",
    "linear_regression/wrong/fit_updates_a_copy__dict_of_parameters": "fit",
    "linear_regression/wrong/fit_history_wrong_value__smoothed": "fit",
    "linear_regression/wrong/predict_wrong_value__whole_units": "predict",
    "ridge_regression/wrong/half_alpha": "loss",
    "standard_scaler/wrong/inverse_as_row_means": "inverse",
    "standard_scaler/wrong/integer_buffer": "transform",
}


RIGHT_EACH = 300  # each takes about as long as two gradings


def found(exercise: str, submission: Submission, *steps: str) -> dict[str, FailingCase]:
    """The failing input of each of these steps, if there is one."""
    kata = find_kata(exercise)
    findings = tuple(Finding(f"in-{step}", "error", step, None, "") for step in steps)
    judged = tuple(Step(step, "failed") for step in kata.steps)
    verdict = Verdict(exercise, submission.path, "failed", judged, findings, "", False, 1, 0.1)
    return {finding.step: case for finding, case in failing_cases(kata, submission, verdict)}


@pytest.mark.parametrize("name", WRONG)
def test_pasted_code_shows_the_failure_without_the_grader(name: str, tmp_path: Path) -> None:
    text = (SUBMISSIONS / f"{name}.py").read_text(encoding="utf-8")
    file = tmp_path / "my file's.py"
    file.write_text(text, encoding="utf-8")
    case = found(name.partition("/")[0], Submission(str(file), text), WRONG[name])[WRONG[name]]
    script = tmp_path / "pasted.py"
    script.write_text("\n".join(case.code), encoding="utf-8")
    assert "grader" not in "".join(case.code).replace(str(tmp_path), "")
    shell = WRONG[name] == "predict"
    done = subprocess.run(
        [sys.executable, *(["-i", "-c", ""] if shell else [str(script)])],
        input=script.read_text("utf-8") + "\n" if shell else "",
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    expected, got = (re.findall(rf"{word}: +(.*)", done.stdout) for word in ("expected", "got"))
    assert len(expected) == 1
    if "Error" in case.got:
        assert case.got.partition(": ")[2] in done.stderr
    else:
        assert plain(expected[0]) == plain(case.expected) != plain(case.got) == plain(got[0])


def plain(text: str) -> list[float]:
    """The printed numbers, rounded to 5 digits, and the number of opening brackets."""
    digits = re.findall(r"-?\d+\.?\d*(?:e[+-]?\d+)?", re.sub(r"float64", "", text))
    return [float(f"{float(number):.5g}") + 0.0 for number in digits] + [float(text.count("["))]


@pytest.mark.parametrize("name", ["linear_regression", "ridge_regression", "standard_scaler"])
def test_right_code_has_none(name: str) -> None:
    kata = find_kata(name)
    right = labelled("correct", name)[::RIGHT_EACH]
    texts = [kata.solution_path.read_text(encoding="utf-8"), *(one.raw.decode("utf-8-sig") for one in right)]
    steps = [method.step for method in kata.declaration.methods]
    for text in texts:
        assert found(name, Submission("my.py", text), kata.steps[0], *steps) == {}, text


def test_input_refused_by_the_guard_is_not_a_failing_case() -> None:
    name = "linear_regression/wrong/off_limits__append_in_loss_helper"
    text = (SUBMISSIONS / f"{name}.py").read_text(encoding="utf-8")
    assert found("linear_regression", Submission("my.py", text), "loss") == {}


def test_random_training_and_code_that_does_not_end_have_none() -> None:
    text = find_kata().solution_path.read_text(encoding="utf-8")
    random = text.replace(
        "losses = []", "self.w = np.random.normal(0, 0.01, len(self.w))\n        losses = []"
    )
    random = random.replace("self.b = self.b -", "self.b = self.b +").replace("self.b -=", "self.b +=")
    assert "self.b + lr" in random or "self.b +=" in random
    assert found("linear_regression", Submission("my.py", random), "fit") == {}
    ends = text.replace("losses = []", "import os\n        os._exit(3)")
    assert found("linear_regression", Submission("my.py", ends), "fit") == {}
