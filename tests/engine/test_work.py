"""Loops over the samples are told from other work that happens to grow, with as few questions as possible."""

import re
from types import SimpleNamespace
from typing import Any, cast

import pytest

from grader.engine.asking.learner import ROWS, Learner
from grader.engine.checks import work

from ..helpers.graded import graded_text
from ..helpers.paths import ROOT

SIZES = tuple[tuple[int, int], ...]


def counted(monkeypatch: pytest.MonkeyPatch, instructions: Any) -> list[SIZES]:
    """Let a method of n samples take `instructions(n)` on line 5; return the sizes that are asked."""
    asked: list[SIZES] = []

    def counts(learner: Learner, method: str, sizes: SIZES) -> list[dict[str, Any]]:
        asked.append(sizes)
        totals = [instructions(n) for n, _ in sizes]
        return [{"total": total + 40, "own": total, "lines": [[5, total]]} for total in totals]

    monkeypatch.setattr(work, "_counts", counts)
    monkeypatch.setattr(work, "no_loop", lambda learner, method: False)
    return asked


def loop() -> work.Loop | None:
    """The loop in a method, as the counts show it."""
    learner = SimpleNamespace(kept={})
    return work.loop_over_samples(cast(Learner, learner), "predict")


def test_an_even_loop_needs_no_other_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, lambda n: 12 + 7 * n)
    found = loop()
    assert found is not None
    assert found.lines == (5,)
    assert {tuple(sizes) for sizes in asked} == {tuple(ROWS), tuple(work.FEW_ROWS[::-1])}


def test_an_uneven_loop_is_counted_on_other_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, lambda n: 7 * n + n // 3)
    assert loop() is not None
    assert all(sizes in asked for sizes in work.MORE_ROWS)


def test_constant_work_of_any_amount_is_not_a_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    amounts = iter([5_000, 9_000, 700, 12_000, 5_100, 4_900, 8_000, 300] * 4)  # as of a wait by the clock
    counted(monkeypatch, lambda n: next(amounts))
    monkeypatch.setattr(work, "_odd_growth", lambda learner, method: None)
    monkeypatch.setattr(work, "_walks", lambda learner, method: ())
    assert loop() is None


def test_methods_that_cannot_be_measured_are_listed_in_one_row() -> None:
    path = ROOT / "solutions" / "linear_regression.py"
    header = r"(    def (?:predict|compute_\w+)\(.*\n)"
    source = re.sub(header, r"\1        raise ValueError\n", path.read_text(encoding="utf-8"))
    (step,) = (step for step in graded_text(source).steps if step.name == "vectorization")
    assert "needs predict, compute_loss and compute_gradients" in {check.message for check in step.checks}
