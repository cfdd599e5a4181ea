"""A wrong answer that no mistake explains is described by its ratio to the right one, if that is simple."""

from pathlib import Path

import pytest

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
    ],
)
def test_the_factor_minus_one_is_called_the_negative(old: str, new: str, seen: str, tmp_path: Path) -> None:
    assert old in KATA.solution_text
    (found,) = graded(KATA.solution_text.replace(old, new), tmp_path).errors
    assert seen in found.seen
