"""Tell whether w and b minimise the loss and whether columns are dependent; extra data with such columns."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ...engine.declaration.case import Case, Extra
from ...engine.declaration.drawn_cases import LARGE, Cases
from ..linear_regression.data import draw as draw_any

SLACK = 1e-6
MOST_SCALES = 300
JITTER = 1e-4
"""With this multiple of the identity, added to A.T @ A or to A.T @ A / n, the solution is within SLACK on all
data; with 1e-3 it is not."""


def draw(name: str, random: np.random.Generator, n: int, d: int) -> Case:
    """Draw a case, again and again until JITTER makes no difference that counts."""
    case = draw_any(name, random, n, d)
    while lost_by(JITTER * n, case) > SLACK / 3:
        case = draw_any(name, random, n, d)
    return case


def lost_by(amount: float, case: Case) -> float:
    """What a multiple of the identity adds to the sum of squared residuals, relative to the sum of y**2."""
    y = case.y.astype(float)
    left, sizes, _ = np.linalg.svd(with_ones(case), full_matrices=False)
    kept = sizes > 1e-9 * sizes[0]
    missing = amount / (sizes[kept] ** 2 + amount) * (y @ left[:, kept])
    return float(missing @ missing / (y @ y))


def with_ones(case: Case) -> np.ndarray:
    """X with a last column of ones, whose weight is the bias; shape (n, d + 1)."""
    return np.column_stack([case.X, np.ones(case.n)]).astype(float)


def squares(case: Case, theta: np.ndarray) -> float:
    """The sum of squared residuals; theta is w followed by b, shape (d + 1,)."""
    return float(np.sum((with_ones(case) @ theta - case.y) ** 2))


@lru_cache(maxsize=256)
def smallest(case: Case) -> float:
    """The smallest possible sum of squared residuals."""
    return squares(case, np.linalg.lstsq(with_ones(case), case.y.astype(float), rcond=None)[0])


@lru_cache(maxsize=256)
def dependent(case: Case) -> bool:
    """Whether the columns of X and a column of ones are linearly dependent."""
    return bool(np.linalg.matrix_rank(with_ones(case)) <= case.d)


def no_minimiser(case: Case, numbers: Sequence[np.ndarray]) -> str:
    """What is wrong with w and b, in words; empty if they minimise the sum of squared residuals."""
    theta = np.append(*numbers).astype(float)
    if not np.isfinite(theta).all():
        return "w or b holds NaN or infinity"
    with np.errstate(all="ignore"):
        found = squares(case, theta)
    if found <= _accepted(case):
        return ""
    return f"the sum of squared residuals is {found:.6g}; the smallest is {smallest(case):.6g}"


def _accepted(case: Case) -> float:
    """The largest sum of squared residuals that counts as the smallest."""
    return smallest(case) + SLACK * (smallest(case) + float(np.sum(case.y.astype(float) ** 2)))


def extras(cases: Cases) -> list[Extra]:
    """Extra data with columns that depend on each other or on a column of ones, in all the usual ways.

    And two samples that are so close that a small multiple of the identity shows.
    """
    tall, wide = cases["tall"], cases["wide"]
    zeros, constant, twice, dummies = (case.X.copy() for case in (tall, tall, wide, wide))
    zeros[:, 1], constant[:, 0] = 0.0, 2.5
    twice[:, 3] = twice[:, 0]
    dummies[:, :3] = np.eye(3)[np.arange(wide.n) % 3]
    close = cases["one_feature"].with_args("close", X=np.array([[-0.4], [0.4]]), y=np.array([-0.7, 0.9]))
    made = (
        ("two samples close together", close),
        (LARGE, _kelvin(tall)),
        ("a column of zeros", tall.with_args("zeros", X=zeros)),
        ("a constant column", tall.with_args("constant", X=constant)),
        ("a repeated column", wide.with_args("columns_twice", X=twice)),
        ("a column that is the sum of two", _noisy_total(wide)),
        ("dummies of every category", wide.with_args("dummies", X=dummies)),
    )
    return [Extra(check, f"for {check}", case, ("fit",)) for check, case in made]


def _kelvin(case: Case) -> Case:
    """The case with features around 300, and an intercept that is most of y.

    A multiple of the identity that is relative to the sizes in A.T @ A distorts it from 1e-8 on.
    """
    X = 300.0 + 100.0 * (case.X - case.X.mean(axis=0))
    weights = np.array([3.0, -2.0, 1.0])
    return case.with_args("kelvin", X=X, y=X @ weights + 5000.0 + (case.y - case.X @ case.true[0]))


def _noisy_total(case: Case) -> Case:
    """The case with a column that is the sum of two, on which solving with A.T @ A raises no exception.

    Rounding then hides that the columns are dependent, and sometimes makes the solution useless. That depends
    on the numbers, so the columns are scaled until it happens, with the column of ones last and first.
    """
    ones = np.ones((case.n, 1))
    total = _with_total(case, 1.0)
    most = _accepted(total)  # the same for every scale
    for scale in 1 + 0.01 * np.arange(MOST_SCALES):
        total = _with_total(case, scale)
        X = total.X
        if all(_solved_badly(A, case.y, most) for A in (np.hstack([X, ones]), np.hstack([ones, X]))):
            break
    return total


def _with_total(case: Case, scale: float) -> Case:
    X = scale * case.X
    X[:, 2] = X[:, 0] + X[:, 1]
    return case.with_args("total", X=X)


def _solved_badly(A: np.ndarray, y: np.ndarray, most: float) -> bool:
    """Whether `solve` raises nothing and its solution is far worse than one that is accepted."""
    try:
        theta = np.linalg.solve(A.T @ A, A.T @ y)
    except np.linalg.LinAlgError:
        return False
    return float(np.sum((A @ theta - y) ** 2)) > 1.01 * most
