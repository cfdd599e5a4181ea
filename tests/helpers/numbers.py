"""Run a submission made of edits: the results of every method on probe data, and the final state."""

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.catalogue import Edit
from grader.engine.case import Case
from grader.engine.cases import Cases
from grader.engine.diagnose.overlay import CONSTANT
from grader.katas.linear_regression.exercise import EXERCISE

CASES = Cases(EXERCISE, 5)
METHODS_ON = (CASES["tall"], CASES["wide"], CASES["square"])
RUNS = ((0.06, 1), (0.06, 2), (0.06, 5), (0.11, 3))
CLOSE = 1e-9
SOME_NUMBER = "0.25"

Numbers = tuple[tuple[str, np.ndarray], ...]


def filled(edits: Edit) -> Edit:
    """The edits, with a number for each placeholder that stands for any number of the learner's."""
    return {slot: text.replace(CONSTANT, SOME_NUMBER) for slot, text in edits.items()}


def class_of(text: str) -> Any:
    """The class that a text defines."""
    namespace: dict[str, Any] = {}
    exec(compile(text, "submission", "exec"), namespace)
    return namespace["LinearRegression"]


def numbers_of(edits: Edit) -> Numbers:
    """All numbers that the submission computes: a pair of type and flat array for each call."""
    made = class_of(EXERCISE.formula.source(filled(edits)))
    fresh = made(4)
    told = [(f"{fresh.w.dtype} {_kind((fresh.w, fresh.b))}", _flat((fresh.w, fresh.b)))]
    for case in METHODS_ON:
        for ask in _questions(case):
            told.append(_answer(_model(made, case), ask))
    for lr, epochs in RUNS:
        told.append(_answer(_model(made, CASES["path"]), _training(CASES["path"], lr, epochs)))
    return tuple(told)


def _model(made: Any, case: Case) -> Any:
    model = made(case.d)
    model.w, model.b = case.state["w"].copy(), case.state["b"]
    return model


def _questions(case: Case) -> list[Callable[[Any], Any]]:
    return [
        lambda model: model.predict(case.X),
        lambda model: model.compute_loss(case["y_hat"], case.y),
        lambda model: model.compute_gradients(case.X, case.y, case["y_hat"]),
    ]


def _training(case: Case, lr: float, epochs: int) -> Callable[[Any], Any]:
    return lambda model: model.fit(case.X, case.y, lr, epochs)


def _answer(model: Any, ask: Callable[[Any], Any]) -> tuple[str, np.ndarray]:
    np.random.seed(0)
    try:
        with np.errstate(all="ignore"):
            answer = ask(model)
    except (ValueError, TypeError):
        return "raised", np.zeros(0)
    return _kind(answer), np.concatenate([_flat(answer), _flat((model.w, model.b))])


def _kind(answer: Any) -> str:
    if isinstance(answer, (list, tuple)):
        return f"{type(answer).__name__} of {sorted({_kind(item) for item in answer})}"
    return f"{type(answer).__name__}{np.shape(answer)}"


def _flat(answer: Any) -> np.ndarray:
    if isinstance(answer, (list, tuple)):
        return np.concatenate([np.zeros(0), *(_flat(item) for item in answer)])
    numbers = isinstance(answer, (float, int, np.ndarray, np.number))
    return np.ravel(np.asarray(answer, dtype=float)) if numbers else np.zeros(0)


def alike(one: Numbers, two: Numbers) -> bool:
    """Whether two submissions compute the same numbers, of the same types."""
    return all(
        a == b and x.shape == y.shape and np.allclose(x, y, rtol=CLOSE, atol=0.0, equal_nan=True)
        for (a, x), (b, y) in zip(one, two, strict=True)
    )
