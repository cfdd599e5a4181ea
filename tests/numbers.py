"""What the submission of some edits computes: every method on probe data, and what is left behind."""

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.catalogue import Edit
from grader.katas.linear_regression.formula import source
from grader.katas.linear_regression.probes import Probe, Probes

PROBES = Probes(5)
METHODS_ON = (PROBES.tall, PROBES.wide, PROBES.square)
RUNS = ((0.06, 1), (0.06, 2), (0.06, 5), (0.11, 3))
CLOSE = 1e-9

Numbers = tuple[tuple[str, np.ndarray], ...]


def class_of(text: str) -> Any:
    """The class that a text defines."""
    namespace: dict[str, Any] = {}
    exec(compile(text, "submission", "exec"), namespace)
    return namespace["LinearRegression"]


def numbers_of(edits: Edit) -> Numbers:
    """The numbers of everything that can be asked of the submission, with the kinds that they come in."""
    made = class_of(source(edits))
    fresh = made(4)
    told = [(f"{fresh.w.dtype} {_kind((fresh.w, fresh.b))}", _flat((fresh.w, fresh.b)))]
    for probe in METHODS_ON:
        for ask in _questions(probe):
            told.append(_answer(_model(made, probe), ask))
    for lr, epochs in RUNS:
        told.append(_answer(_model(made, PROBES.path), _training(PROBES.path, lr, epochs)))
    return tuple(told)


def _model(made: Any, probe: Probe) -> Any:
    model = made(probe.d)
    model.w, model.b = probe.w.copy(), probe.b
    return model


def _questions(probe: Probe) -> list[Callable[[Any], Any]]:
    return [
        lambda model: model.predict(probe.X),
        lambda model: model.compute_loss(probe.y_hat, probe.y),
        lambda model: model.compute_gradients(probe.X, probe.y, probe.y_hat),
    ]


def _training(probe: Probe, lr: float, epochs: int) -> Callable[[Any], Any]:
    return lambda model: model.fit(probe.X, probe.y, lr, epochs)


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
    """Whether two submissions cannot be told apart by what they compute."""
    return all(
        a == b and x.shape == y.shape and np.allclose(x, y, rtol=CLOSE, atol=0.0, equal_nan=True)
        for (a, x), (b, y) in zip(one, two, strict=True)
    )
