"""The values that give a mistake away: what only code with that mistake computes on its way."""

from collections.abc import Callable, Iterator

import numpy as np

from ..probes import Probe
from .trail import Trail, along

Tells = Callable[[np.ndarray], bool]


def line_of_telling(mistake: str, trail: Trail, probe: Probe, y_hat: np.ndarray) -> int | None:
    """The line on which the first telling value of this mistake appears, the surest kind first."""
    if mistake == "gradient-ignores-y-hat":
        return trail.last(_is(probe.fresh))
    for tells in _tells(mistake, probe, y_hat):
        if (line := trail.first(tells)) is not None:
            return line
    return None


def _is(target: np.ndarray | float) -> Tells:
    wanted = np.asarray(target, dtype=float)
    return lambda value: (
        value.shape == wanted.shape and bool(np.allclose(value, wanted, rtol=1e-8, atol=1e-12))
    )


def _along(target: np.ndarray, sign: float) -> Tells:
    return lambda value: along(value, target, sign)


def _tells(mistake: str, probe: Probe, y_hat: np.ndarray) -> Iterator[Tells]:
    X, w, b = probe.X, probe.w, probe.b
    error = y_hat - probe.y
    pull = X.T @ error
    if mistake == "gradient-sign-flipped":
        stacked = [np.append(pull, error.sum()), np.append(error.sum(), pull)]
        yield _along(error, -1.0)
        yield lambda value: any(along(value, turned, -1.0) for turned in (pull, *stacked))
    elif mistake == "gradient-weights-sign-flipped":
        yield _along(pull, -1.0)
    elif mistake == "gradient-of-absolute-error":
        yield _along(np.sign(error), 1.0)
        yield _along(np.sign(error), -1.0)
    elif mistake == "gradient-of-squared-residual":
        yield _along(error**2, 1.0)
        yield _along(X.T @ error**2, 1.0)
    elif mistake == "gradient-missing-transpose" and probe.n == probe.d:
        yield _along(X @ error, 1.0)
        yield _along(X @ error, -1.0)
    elif mistake in ("predict-swaps-operands", "predict-transposes-x") and probe.n == probe.d:
        yield _is(X.T @ w)
    elif mistake == "predict-elementwise":
        yield _is(X * w)
    elif mistake == "predict-ignores-bias":
        yield _is(X @ w)
    elif mistake == "predict-subtracts-bias":
        yield _is(X @ w - b)
    elif mistake.startswith("loss-"):
        yield from _loss_tells(mistake, error)


def _loss_tells(mistake: str, error: np.ndarray) -> Iterator[Tells]:
    squares, mean = error**2, float(np.mean(error))
    one_sided = bool((error > 0).all() or (error < 0).all())
    sizes: list[np.ndarray | float] = [] if one_sided else [np.abs(error)]
    targets: dict[str, list[np.ndarray | float]] = {
        "loss-absolute": [*sizes, float(np.mean(np.abs(error)))],
        "loss-halved": [squares / 2, float(np.sum(squares)) / 2, float(np.mean(squares)) / 2],
        "loss-sign-flipped": [-squares, -float(np.sum(squares)), -float(np.mean(squares))],
        "loss-square-of-mean": [mean**2],
        "loss-root": [float(np.sqrt(np.mean(squares)))],
        "loss-not-squared": [mean, -mean],
    }
    for target in targets.get(mistake, []):
        yield _is(target)
