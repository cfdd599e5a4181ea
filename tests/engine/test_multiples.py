"""A wrong answer that no mistake explains is described by its ratio to the right one, if that is simple."""

from pathlib import Path

import pytest

from grader.kata import find_kata

from ..helpers.graded import KATA, graded

RIGHT = "np.mean((y_hat - y) ** 2)"


@pytest.mark.parametrize(
    ("loss", "times"),
    [
        ("np.sum((y_hat - y) ** 2) / 2 * len(y)", "n**2 / 2"),
        ("1 / 2 * len(y) * np.sum((y_hat - y) ** 2)", "n**2 / 2"),
        ("3 * np.mean((y_hat - y) ** 2)", "3"),
        ("0.37 * np.mean((y_hat - y) ** 2)", "0.37"),
        ("np.mean((y_hat - y) ** 2) / len(y) ** 2", "1 / n**2"),
        ("np.mean((y_hat - y) ** 2) * len(self.w) / len(y)", "d / n"),
        ("np.mean((y_hat - y) ** 2) / len(self.w) / len(y) * 2", "2 / (n * d)"),
    ],
)
def test_a_multiple_is_named(loss: str, times: str, tmp_path: Path) -> None:
    assert _seen(loss, tmp_path).endswith(f"; it is always {times} times that")


def test_a_multiple_of_one_part_is_named(tmp_path: Path) -> None:
    text = KATA.solution_text.replace("2 / n * (X.T @ error)", "2 / n**2 * (X.T @ error)")
    (found,) = graded(text, tmp_path).errors
    assert found.mistake == "gradient-wrong-value"
    assert found.seen.endswith("; it is always 1 / n times that")
    assert "off by the same factor" in found.hints[1]


def test_the_factor_of_another_logarithm_is_named_after_it(tmp_path: Path) -> None:
    assert "1 / np.log(2) times that, as np.log2" in _seen("np.mean((y_hat - y) ** 2) / np.log(2)", tmp_path)


@pytest.mark.parametrize("loss", ["np.mean((y_hat - y) ** 2) + 1", "np.mean(np.abs(y_hat - y) ** 3)"])
def test_no_multiple_is_named_without_one(loss: str, tmp_path: Path) -> None:
    assert "always" not in _seen(loss, tmp_path)


def _seen(loss: str, folder: Path) -> str:
    text = KATA.solution_text
    assert text.count(RIGHT) == 1
    (found,) = graded(text.replace(RIGHT, loss), folder).errors
    assert found.mistake == "loss-wrong-value"
    return found.seen


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("error = y_hat - y", "error = y - y_hat", "dw and db are the negative of what they should be; n is"),
        ("-= lr", "+= lr", "the first step is the negative of what it should be for w and b; n is"),
        ("-= lr", "-= 0.5 * lr", "the first step is half of what it should be for w and b; n is"),
        ("float(np.sum(error))", "error", "db has shape (23,) where one number is expected; n is"),
        ("float(np.sum(error))", "0.0 * np.sum(error)", "db is 0 for n="),
        ("predict(X)\n ", "predict(X - 1)\n ", "after 3 epochs w is ["),
    ],
)
def test_what_was_seen_reads_well(old: str, new: str, seen: str, tmp_path: Path) -> None:
    assert old in KATA.solution_text
    (found,) = graded(KATA.solution_text.replace(old, new), tmp_path).errors
    assert seen in found.seen


def test_a_part_that_is_zero_is_no_multiple(tmp_path: Path) -> None:
    kata = find_kata("normal_equation")
    text = kata.solution_text.replace("np.ones(len(X))", "np.zeros(len(X))")
    found, *_ = graded(text, tmp_path, kata=kata).errors
    assert "b is 0 where " in found.seen
