"""Every single-node mutant of the reference is rejected, unless it computes the same: then it passes."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ..helpers.graded import errors, graded
from ..helpers.mutants import Mutant, base, mutants
from ..helpers.numbers import class_of

LEAST = 200
# Mutants that compute the same as the reference, and why; the tests below check this with numbers.
EQUIVALENT: dict[str, str] = {
    "5:4 after the next: self.w = np.zeros(n_features)": "w and b do not depend on each other",
    "15:4 after the next: n = len(y)": "n and error do not depend on each other",
    "12:21 arguments in the order [0, 2, 1]": "the square does not care which of the two is subtracted",
    "22:8 after the next: losses.append(self.compute_loss(y_hat, y))": "the gradients change nothing",
    "22:8 after the next: self.w -= lr * dw": "both gradients are there before either step",
    "6:17 np.zeros(n_features) -> -np.zeros(n_features)": "minus zero is zero",
    "13:15 float(np.mean((y_hat - y) ** 2)) -> np.mean((y_hat - y) ** 2)": "a NumPy scalar is a number",
    "22:17 range(epochs) -> range(1, epochs + 1)": "as many epochs, and their number is not used",
    "16:16 y -> X": "X has as many rows as y has entries",
    "16:16 y -> y_hat": "y_hat has as many entries as y",
    "18:47 float(np.sum(error)) -> np.sum(error)": "a NumPy scalar is a number",
    "24:26 self.compute_loss(y_hat, y) -> self.compute_loss(y, y_hat)": "as for the arguments' order",
    "13:30 y_hat - y -> y - y_hat": "a square has no sign",
    "13:30 y_hat - y -> -(y_hat - y)": "a square has no sign",
}
# Mutants with another default for the learning rate or the number of epochs: they pass, with advice.
OTHER_DEFAULTS = {
    "20:12 no defaults",
    *(f"20:27 0.01 -> {rate}" for rate in ("1.01", "-0.99", "0.02", "-0.01")),
    *(f"20:40 1000 -> {epochs}" for epochs in (1001, 999, 2000, -1000)),
}

MUTANTS = mutants()
SIZES = ((9, 2), (4, 4), (6, 1), (1, 3), (50, 7))
TRAINING = ((0.03, 0), (0.01, 1), (0.05, 4), (0.0, 3))


@cache
def reference() -> str:
    """The text of the reference that the mutants are made from."""
    return ast.unparse(base()) + "\n"


def answers(made: Any) -> Iterator[np.ndarray]:
    """The results of a class on random data of several sizes, with positional and with keyword arguments."""
    random = np.random.default_rng(20261123)
    for n, d in SIZES:
        X, y, y_hat = random.normal(0.5, 1, (n, d)), random.normal(1, 2, n), random.normal(-1, 2, n)
        yield from (parameters(made(d)), parameters(made(n_features=d)))
        yield from (made_with(made, d).predict(X), made_with(made, d).predict(X=X))
        losses = made_with(made, d).compute_loss(y_hat, y), made(d).compute_loss(y=y, y_hat=y_hat)
        yield from (np.asarray(loss, dtype=float) for loss in losses)
        yield joined(made_with(made, d).compute_gradients(X, y, y_hat))
        yield joined(made(d).compute_gradients(y_hat=y_hat, y=y, X=X))
        yield from trained(made, X, y)
    model = made(X.shape[1])
    yield from (np.asarray(model.fit(X, y)), parameters(model))


def trained(made: Any, X: np.ndarray, y: np.ndarray) -> list[np.ndarray]:
    """The history and parameters of several runs of `fit`, each with positional and keyword arguments."""
    told = []
    for lr, epochs in TRAINING:
        model = made_with(made, X.shape[1])
        told += [np.asarray(model.fit(X, y, lr, epochs)), parameters(model)]
        told += [np.asarray(model.fit(y=y, X=X, epochs=epochs, lr=lr)), parameters(model)]
    return told


def made_with(made: Any, d: int) -> Any:
    """A model whose parameters are not zero."""
    model = made(d)
    model.w, model.b = np.linspace(0.7, -1.1, d), 0.4
    return model


def parameters(model: Any) -> np.ndarray:
    """Both parameters in one array."""
    return joined((model.w, model.b))


def joined(pair: Any) -> np.ndarray:
    """One array of the first one's shape, the second one's number of dimensions, and all numbers of both."""
    first, second = pair
    return np.concatenate([np.shape(first), [np.ndim(second)], np.ravel(first), np.ravel(second)])


@cache
def is_same(text: str) -> bool:
    """True if a text gives the same results as the reference on random data."""
    try:
        with np.errstate(all="ignore"):
            pairs = zip(answers(class_of(text)), right_answers(), strict=True)
            return all(a.shape == b.shape and np.allclose(a, b, rtol=1e-9, atol=1e-12) for a, b in pairs)
    except Exception:
        return False


@cache
def right_answers() -> list[np.ndarray]:
    """The results of the reference."""
    return list(answers(class_of(reference())))


def test_there_are_many_mutants_and_few_are_equivalent() -> None:
    assert len(MUTANTS) >= LEAST
    assert len({mutant.source for mutant in MUTANTS}) == len(MUTANTS)
    assert 10 * len(EQUIVALENT) <= len(MUTANTS)


def test_equivalents_are_those_that_are_listed() -> None:
    assert is_same(reference())
    found = [mutant.what for mutant in MUTANTS if is_same(mutant.source)]
    assert found == list(EQUIVALENT)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.what)
def test_mutant_is_rejected_or_equivalent(mutant: Mutant, tmp_path: Path) -> None:
    verdict = graded(mutant.source, tmp_path)
    advice = [found.mistake for found in verdict.advice]
    if mutant.what in EQUIVALENT:
        assert (verdict.verdict, errors(verdict)) == ("passed", [])
        assert "other-defaults" not in advice
    elif mutant.what in OTHER_DEFAULTS:
        assert (verdict.verdict, errors(verdict), advice) == ("passed", [], ["other-defaults"])
    else:
        assert verdict.verdict == "failed", mutant.source
        assert errors(verdict)
