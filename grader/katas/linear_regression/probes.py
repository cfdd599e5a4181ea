"""The data on which a submission is probed: random, from one seed, and able to tell mistakes apart.

Diagnosis runs on `tall` and `wide` (n none of d, 2d, d*d, so that a missing 2 and a division by d do not
make up for each other) and on `square` (n == d, where a missing transpose is silent). Residuals do not
sum to zero, X is not centred, b is not zero, w is far from zero and from the answer, and y_hat is not
what the model would predict. The further ones only judge: they are of other sizes, kinds and magnitudes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np


@dataclass(frozen=True, eq=False)
class Probe:
    """One data set and one state of the model.

    Attributes:
        X: of shape (n, d).
        y, y_hat: of shape (n,).
        w: of shape (d,).
        b: one number.
        true_w, true_b: what y was made with, before the noise.
        layout: how the arrays lie in memory; see `sandbox.passes.laid_out`.
    """

    name: str
    X: np.ndarray
    y: np.ndarray
    y_hat: np.ndarray
    w: np.ndarray
    b: float
    true_w: np.ndarray
    true_b: float
    layout: str = "plain"

    @property
    def n(self) -> int:
        """The number of samples."""
        return int(self.X.shape[0])

    @property
    def d(self) -> int:
        """The number of features."""
        return int(self.X.shape[1])

    @property
    def fresh(self) -> np.ndarray:
        """What the right model predicts in this state, shape (n,)."""
        return np.asarray(self.X @ self.w + self.b, dtype=float)

    @property
    def says(self) -> str:
        """The sizes, for a message."""
        return f"n={self.n}, d={self.d}"


EASY_NOISE = 0.05
SIZES = {"tall": (23, 3), "wide": (31, 4), "square": (5, 5), "one_feature": (7, 1), "one_sample": (1, 3)}
# A size that no chunk divides, and more features than samples.
FURTHER_SIZES = {"other": (23, 3), "large": (2_503, 3), "broad": (9, 12), "path_other": (26, 3)}


# On these, mistakes are told apart by their residuals, so those must have both signs, and no mean of zero.
TELLING = {"tall", "wide", "path"}
LEAST_CANCELLED = 0.1
LR_TRIED, EPOCHS_TRIED = 0.06, 3


def _probe(name: str, random: np.random.Generator, n: int, d: int) -> Probe:
    probe = _drawn(name, random, n, d)
    while name in TELLING and not (_answer_is_large(probe) and all(map(_tells, _residuals(probe)))):
        probe = _drawn(name, random, n, d)
    return probe


def _answer_is_large(probe: Probe) -> bool:
    """Whether nobody can take the answer for a small random start."""
    return float(np.max(np.abs(probe.true_w))) >= 1.0


def _residuals(probe: Probe) -> Iterator[np.ndarray]:
    """Those that the methods are given, and those that a descent meets from where it may start."""
    yield probe.y_hat - probe.y
    if probe.name.startswith("path"):
        A = np.column_stack([probe.X, np.ones(probe.n)])
        for start in (np.append(probe.w, probe.b), np.zeros(probe.d + 1)):
            theta = start
            for _ in range(EPOCHS_TRIED):
                residual = A @ theta - probe.y
                yield residual
                theta = theta - LR_TRIED * 2 / probe.n * A.T @ residual


def _tells(residual: np.ndarray) -> bool:
    """Whether the mean of the residuals is neither that of their sizes nor next to nothing."""
    left = abs(float(np.mean(residual))) / float(np.mean(np.abs(residual)))
    return LEAST_CANCELLED <= left <= 1 - LEAST_CANCELLED


def _drawn(name: str, random: np.random.Generator, n: int, d: int) -> Probe:
    X = random.normal(0.6, 1.0, (n, d))
    signs = random.choice([-1.0, 1.0], d)
    w = signs * random.uniform(0.7, 1.6, d)
    b = float(random.choice([-1.0, 1.0]) * random.uniform(0.8, 1.8))
    true_w = w + random.choice([-1.0, 1.0], d) * random.uniform(0.8, 1.6, d)
    true_b = (-0.3 if name in TELLING else -1.3) * b
    y = X @ true_w + true_b + random.normal(0.0, 0.3, n)
    # Above the targets on some probes and below on others: no sign can look right by chance.
    shift = float((1 if name in ("tall", "square") else -1) * random.uniform(0.7, 1.2))
    y_hat = y + shift + random.normal(0.0, 1.0, n)
    return Probe(name, X, y, y_hat, w, b, true_w, true_b)


class Probes:
    """All the probes of one grading.

    Args:
        seed: of the random generator; the same seed gives the same probes.
    """

    def __init__(self, seed: int) -> None:
        self.seed = seed
        random = np.random.default_rng(seed)
        for name, (n, d) in SIZES.items():
            setattr(self, name, _probe(name, random, n, d))
        self.integers = self._integers(random)
        self.float32 = self._single()
        self.twice = self._twice()
        self.strided = replace(self.tall, name="strided", layout="strided")
        self.columns = replace(self.wide, name="columns", layout="columns")
        self.readonly = replace(self.tall, name="readonly", layout="readonly")
        self.path = _probe("path", random, 26, 3)
        self.path_square = _probe("path_square", random, 4, 4)
        self.easy = self._easy(random)
        for name, (n, d) in FURTHER_SIZES.items():
            setattr(self, name, _probe(name, random, n, d))
        self.perfect = replace(self.tall, name="perfect", y_hat=self.tall.y)
        self.at_zero = replace(self.tall, name="at_zero", w=np.zeros(3), b=0.0)
        self.float_y = replace(self.tall, name="float_y", X=self._whole(self.tall.X))
        self.float_y_hat = replace(self.float_y, name="float_y_hat", y=self._whole(self.tall.y))
        self.vast = self._vast()
        self.far = self._far(random)
        self.exact = self._exact()

    tall: Probe
    wide: Probe
    square: Probe
    one_feature: Probe
    one_sample: Probe
    other: Probe
    large: Probe
    broad: Probe
    path_other: Probe
    exact: Probe

    @property
    def plain(self) -> list[Probe]:
        """The probes on which every method is asked once, besides `tall`."""
        sizes = [self.wide, self.square, self.one_feature, self.one_sample]
        return [*sizes, self.integers, self.float32, self.strided, self.columns, self.readonly]

    def odder(self, method: str) -> list[tuple[str, Probe]]:
        """The further probes on which one method is asked, each with words for it."""
        found = [("for n=2503", self.large), ("for values in the thousands, X all negative", self.vast)]
        if method == "predict":
            found.append(("for w and b of zero", self.at_zero))
        else:
            found.append(("for integer X and y and a float y_hat", self.float_y_hat))
            found.append(("for y_hat equal to y", self.perfect))
        if method == "compute_gradients":
            found.append(("for integer X and a float y", self.float_y))
        return found if method == "compute_loss" else [*found, ("for n=9, d=12", self.broad)]

    @staticmethod
    def _whole(array: np.ndarray) -> np.ndarray:
        whole: np.ndarray = np.rint(2 * array).astype(np.int64)
        return whole

    def _vast(self) -> Probe:
        tall = self.tall
        X = -300.0 * np.abs(tall.X) - 10.0
        return replace(tall, name="vast", X=X, y=1000.0 * tall.y, y_hat=1000.0 * tall.y_hat)

    def _far(self, random: np.random.Generator) -> Probe:
        """Like `easy`, with an answer so far from zero that no small start can be taken for it."""
        w, b = np.array([6.0, -7.0, 8.0]), -6.0
        X = np.sqrt(60) * np.linalg.qr(random.normal(0.0, 1.0, (60, 3)))[0]
        y = X @ w + b + random.normal(0.0, EASY_NOISE, 60)
        return replace(self.easy, name="far", X=X, y=y, true_w=w, true_b=b)

    def _exact(self) -> Probe:
        """Whole numbers, though floats, so that the loss of w and b is zero and not only next to it."""
        path = self.path
        X, w, b = np.rint(2 * path.X), np.sign(path.w) * [1.0, 2.0, 3.0], 2.0 * np.sign(path.b)
        y = X @ w + b
        return replace(path, name="exact", X=X, y=y, y_hat=y, w=w, b=float(b), true_w=w, true_b=float(b))

    def _integers(self, random: np.random.Generator) -> Probe:
        base = _probe("integers", random, 13, 3)
        X, y = random.integers(-3, 5, (13, 3)), random.integers(-6, 9, 13)
        # Predictions are no integers, whatever the data: w is a float array.
        return replace(base, X=X, y=y, y_hat=y + base.y_hat - base.y)

    def _single(self) -> Probe:
        tall = self.tall
        small = [array.astype(np.float32) for array in (tall.X, tall.y, tall.y_hat)]
        return replace(tall, name="float32", X=small[0], y=small[1], y_hat=small[2])

    def _twice(self) -> Probe:
        tall = self.tall
        return replace(
            tall,
            name="twice",
            X=np.vstack([tall.X, tall.X]),
            y=np.tile(tall.y, 2),
            y_hat=np.tile(tall.y_hat, 2),
        )

    def _easy(self, random: np.random.Generator) -> Probe:
        """Data on which descent is done after a hundred epochs: standardised, nearly orthogonal."""
        base = _probe("easy", random, 60, 3)
        Q, _ = np.linalg.qr(random.normal(0.0, 1.0, (60, 3)))
        X = np.sqrt(60) * Q
        return replace(base, X=X, y=X @ base.true_w + base.true_b + random.normal(0.0, EASY_NOISE, 60))

    def many(self, n: int, d: int) -> Probe:
        """A probe of any size, for counting work; the values do not matter, and repeat."""
        return _many(self.seed, n, d)


@lru_cache(maxsize=16)  # a grading asks for each several times, and a batch for all of them again
def _many(seed: int, n: int, d: int) -> Probe:
    return _probe("many", np.random.default_rng([seed, n, d]), n, d)


def same_rows(probe: Probe) -> Probe:
    """The probe with its first sample in every row: any order of the samples then comes to the same."""
    n = probe.n
    return replace(
        probe,
        name="same_rows",
        X=np.tile(probe.X[:1], (n, 1)),
        y=np.full(n, probe.y[0]),
        y_hat=np.full(n, probe.y_hat[0]),
    )
