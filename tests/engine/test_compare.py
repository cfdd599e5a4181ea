"""Submission and reference compared: how far they agree, where they diverge, and each method's code."""

from collections.abc import Iterator
from unicodedata import normalize

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import submission
from grader.comparison import Comparison, MethodComparison
from grader.engine.asking import answers
from grader.engine.compare.methods import digits, first_epoch, in_digits, times
from grader.engine.compare.with_reference import Loaded, compare, method_code
from grader.grading import loaded
from grader.kata import find_kata
from grader.submission import Submission
from grader.verdict import Status

from ..helpers.graded import KATA, forked_workers
from ..helpers.paths import SUBMISSIONS

__all__ = ["forked_workers"]
EXERCISE = KATA.declaration
RIGHT: dict[str, Status] = dict.fromkeys(KATA.steps, "passed")
REFERENCE = submission.read(str(KATA.solution_path))
STEP = """\
            self.w -= lr * dw
"""


@pytest.fixture(scope="module")
def reference(forked_workers: None) -> Iterator[Loaded]:
    """The reference, loaded in a worker."""
    with loaded(KATA, REFERENCE) as sandbox:
        sandbox.deadline = float("inf")  # all tests in this module use it
        yield sandbox, REFERENCE


def compared(source: str, reference: Loaded, statuses: dict[str, Status], method: str | None) -> Comparison:
    """The comparison of a submission with this source."""
    own = Submission("mine.py", source)
    with loaded(KATA, own) as sandbox:
        return compare(EXERCISE, (sandbox, own), reference, statuses, 7, method)


def one(old: str, new: str, reference: Loaded, method: str, status: Status = "failed") -> MethodComparison:
    """The comparison of one method after replacing `old` by `new` in the reference."""
    assert old in REFERENCE.source
    step = {"compute_gradients": "gradients", "compute_loss": "loss"}.get(method, method)
    statuses: dict[str, Status] = RIGHT | {step: status}
    (found,) = compared(REFERENCE.source.replace(old, new), reference, statuses, method).methods
    return found


def test_reference_agrees_with_itself_in_every_digit(reference: Loaded) -> None:
    found = compared(REFERENCE.source, reference, RIGHT, None)
    assert [each.method for each in found.methods] == ["predict", "compute_loss", "compute_gradients", "fit"]
    assert {each.agreement for each in found.methods} == {"agrees"}
    assert all("in every digit" in each.said[0] for each in found.methods)
    right, own = found.curves.values()
    assert right == own and len(own) == 150
    assert found.methods[3].said[1].startswith("An epoch takes ")
    assert found.methods[3].said[1].endswith(" times the reference's time (n=1000, d=5).")


def test_difference_names_both_values(reference: Loaded) -> None:
    found = one("2 / n * (X.T", "2 * (X.T", reference, "compute_gradients")
    assert found.agreement == "differs"
    seen, right = (
        float(found.said[0].split(word)[1].split()[0].rstrip(",")) for word in ("is ", "reference's ")
    )
    assert seen == pytest.approx(23 * right, rel=1e-4)
    assert "(n=23, d=3)" in found.said[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("return X @ self.w + self.b", "return (X @ self.w + self.b)[:, None]", "y_hat has shape (23, 1)"),
        ("return X @ self.w + self.b", "return 'no'", "returns a str (n=23, d=3)"),
        ("return X @ self.w + self.b", "raise ValueError('no')", "raises ValueError: no (n=23, d=3)"),
        ("return X @ self.w + self.b", "return self.later()", "raises AttributeError"),
        ("return X @ self.w + self.b", "raise NotImplementedError('x')", "stops at code that is not"),
        ("return X @ self.w + self.b", "import os; os._exit(3)", "does not return: the process ended"),
        ("return X @ self.w + self.b", "return X @ self.w * np.nan", "y_hat[0] is nan"),
    ],
)
def test_every_outcome_of_a_method_is_described(reference: Loaded, old: str, new: str, said: str) -> None:
    found = one(old, new, reference, "predict")
    assert found.agreement == "differs"
    assert said in found.said[0]


def test_single_precision_agrees_to_its_digits(reference: Loaded) -> None:
    found = one("return X @ self.w + self.b", "return np.float32(X @ self.w + self.b)", reference, "predict")
    assert found.agreement == "agrees"
    assert 6 <= int(found.said[0].split("to ")[1].split()[0]) <= 9


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("            self.w += lr * dw\n", "diverges from the reference in epoch 1: w[0] is "),
        ("            self.w -= (lr if len(losses) < 7 else 0) * dw\n", "in epoch 7: w[0] is "),
        ("            self.w[2] -= lr * dw[2] * (len(losses) < 40)\n            self.w[:2] -= lr * dw[:2]\n",
         "in epoch 40: w[2] is "),
        ("            self.w -= lr * dw\n            if len(losses) == 90: return losses\n",
         "in epoch 90: b is "),
        ("            self.w = list(self.w - lr * dw)\n", "in epoch 1: w is a list"),
    ],
)  # fmt: skip
def test_first_differing_epoch_and_parameter_are_named(reference: Loaded, new: str, said: str) -> None:
    found = one(STEP, new, reference, "fit")
    assert found.agreement == "differs"
    assert said in found.said[0]


def test_parts_are_blamed_where_the_step_itself_is_right(reference: Loaded) -> None:
    found = one("2 / n * (X.T", "-3 / n * (X.T", reference, "fit", "passed")
    assert "in epoch 1" in found.said[0]
    assert "fit itself is right: the methods that it calls differ." in found.said


def test_method_itself_is_right_where_only_those_that_it_calls_differ(forked_workers: None) -> None:
    kata = find_kata("logistic_regression")
    reference = submission.read(str(kata.solution_path))
    own = Submission("mine.py", reference.source.replace("1 + np.tanh", "1 - np.tanh"))
    statuses: dict[str, Status] = dict.fromkeys(kata.steps, "passed")
    with loaded(kata, own) as sandbox, loaded(kata, reference) as right:
        files = (sandbox, own), (right, reference)
        (found,) = compare(kata.declaration, *files, statuses, 7, "predict").methods
    assert "predict itself is right: the methods that it calls differ." in found.said


def test_loss_that_runs_away_ends_the_picture(reference: Loaded) -> None:
    source = REFERENCE.source.replace("2 / n * (X.T", "2 * (X.T")
    found = compared(source, reference, RIGHT | {"fit": "failed"}, "fit")
    assert any("Its loss blows up" in said for said in found.methods[0].said)
    right, own = found.curves.values()
    assert max(own) <= 1000 * max(right)
    assert len(own) < len(right) < 150


def test_start_of_its_own_is_accepted_with_a_word(reference: Loaded) -> None:
    new = "        self.w = np.full(3, 0.01)\n        losses = []\n"
    found = one("        losses = []\n", new, reference, "fit", "passed")
    assert found.said[0] == "starts from other values: before the first epoch w[0] is 0.01, the reference's 0"
    assert "accepted" in found.said[1]


def test_loss_recorded_after_the_step_is_not_a_difference(reference: Loaded) -> None:
    text = "            losses.append(self.compute_loss(y_hat, y))\n"
    source = REFERENCE.source.replace(text, "")
    source = source.replace(
        "self.b -= lr * db\n", f"self.b -= lr * db\n{text.replace('y_hat', 'self.predict(X)')}"
    )
    (found,) = compared(source, reference, RIGHT, "fit").methods
    assert found.agreement == "agrees"
    assert "records each loss after its step" in found.said[0]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("        return losses[-1]\n", "but fit returns the number"),
        ("        return losses[:-1]\n", "but fit returns a list of 149 numbers"),
        (
            "        return losses[:9] + [0.5] + losses[10:]\n",
            "but the loss of epoch 10 is 0.5, the reference's",
        ),
    ],
)
def test_history_is_compared_where_the_way_is_right(reference: Loaded, new: str, said: str) -> None:
    found = one("        return losses\n", new, reference, "fit")
    assert found.agreement == "differs"
    assert said in found.said[0]


def test_method_to_do_is_not_asked(reference: Loaded) -> None:
    found = compared(REFERENCE.source, reference, dict.fromkeys(KATA.steps, "todo"), None)
    assert {(each.agreement, each.said) for each in found.methods} == {("todo", ("is not written yet",))}
    assert found.curves == {}


@given(st.integers(1, 200), st.integers(1, 200))
def test_first_epoch_is_found(parting: int, last: int) -> None:
    assert first_epoch(lambda epochs: epochs >= parting, last) == (parting if parting <= last else None)


@given(st.integers(0, 15), st.floats(1.01, 9.9), st.floats(1e-3, 1e3))
def test_digits_are_those_of_the_relative_error(number: int, part: float, scale: float) -> None:
    right = np.array([scale, 0.0])
    found = digits(right + np.array([0.0, scale * part * 10.0 ** -(number + 1)]), right)
    assert found == min(number, 15)
    assert in_digits(digits(right, right)) == "in every digit"


def test_ratio_has_no_more_digits_than_a_clock() -> None:
    assert [times(ratio) for ratio in (0.96, 1.04, 9.96, 12.3, 1234.5)] == [
        "1.0 times", "1.0 times", "10.0 times", "12 times", "1,234 times",
    ]  # fmt: skip


SPREAD = '''\
def outside(a):
    return inner(a)

def inner(a): return a

class LinearRegression:
\t@staticmethod
\tdef helper(a):
\t\t"""Gone."""
\t\treturn outside(a)

\tdef predict(self, X):
\t\t"""Several

\t\tlines.
\t\t"""
\t\t# kept
\t\treturn self.helper(X) + outside(X)

\tdef compute_loss(self, y_hat, y): """one line"""; return 1

\tdef fit(self, X, y):
\t\t"""All there is."""
'''


def test_code_is_shown_with_helpers_and_without_docstrings() -> None:
    found = method_code(EXERCISE, SPREAD, "x.py", "predict")
    assert found.place == "x.py:12"
    assert found.lines == (
        "def predict(self, X):", "\t# kept", "\treturn self.helper(X) + outside(X)", "",
        "@staticmethod", "def helper(a):", "\treturn outside(a)", "",
        "def outside(a):", "    return inner(a)", "",
        "def inner(a): return a",
    )  # fmt: skip


def test_docstring_is_kept_beside_code_or_as_the_only_body() -> None:
    shared = method_code(EXERCISE, SPREAD, "x.py", "compute_loss").lines[0]
    assert shared.endswith('"""one line"""; return 1')
    assert method_code(EXERCISE, SPREAD, "x.py", "fit").lines[1] == '\t"""All there is."""'


@pytest.mark.parametrize("source", [SPREAD, "", "x = (", "\0", "LinearRegression = type('L', (), {})"])
def test_method_that_is_not_written_out_has_no_line(source: str) -> None:
    found = method_code(EXERCISE, source, "x.py", "compute_gradients")
    assert (found.place, found.lines) == ("x.py", ())


@pytest.mark.parametrize("folder", ["correct", "hostile", "unfinished", "wrong"])
def test_every_submission_has_method_code(folder: str) -> None:
    paths, count = sorted((SUBMISSIONS / KATA.name / folder).glob("*.py"))[::5], 0
    for path in paths:
        source = path.read_bytes().decode("utf-8", "replace")
        for method in ("predict", "compute_loss", "compute_gradients", "fit"):
            code = "\n".join(method_code(EXERCISE, source, "x.py", method).lines)
            assert not code or f"def {method}" in normalize("NFKC", code), path  # as Python reads names
            count += bool(code)
    assert count > 2.8 * len(paths)  # most have all four as plain methods


def test_first_difference_has_a_valid_index() -> None:
    right = np.arange(12.0).reshape(4, 3)
    wrong = right + (np.arange(12) == 7).reshape(4, 3)
    assert answers.first_apart("Z", wrong, right) == ("Z[2, 1] is 8", "7")
    assert answers.first_apart("loss", np.array(2.0), np.array(1.0)) == ("loss is 2", "1")
    assert answers.first_apart("w", np.array([1.0, 3.0]), np.array([1.0, 2.0])) == ("w[1] is 3", "2")
