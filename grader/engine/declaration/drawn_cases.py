"""The data that a submission is tested on: random, from one seed, and different for different mistakes.

The diagnosis uses three cases. In `tall` and `wide`, n is not d, 2d or d*d: there a missing 2 and a division
by d give different numbers. In `square`, n is d: there a missing transpose raises nothing. The other cases
only judge; they have other sizes, kinds and magnitudes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from .case import Case, Extra
from .exercise import Edge, Exercise, Method
from .odd_cases import SLOPES, odd_cases

SIZES = {"tall": (23, 3), "wide": (31, 4), "square": (5, 5), "one_feature": (7, 1), "one_sample": (1, 3)}
# Among them a size that no usual chunk size divides, and one with more features than samples.
FURTHER_SIZES = {"other": (23, 3), "large": (2_503, 3), "broad": (9, 12), "path_other": (26, 3)}
PATH, PATH_SQUARE = (26, 3), (4, 4)
EASY_N, EASY_NOISE = 60, 0.05
# The words that messages use for a case whose sizes do not say what is unusual about it.
WORDS = {
    "one_feature": "for one feature",
    "one_sample": "for one sample",
    "twice": "with every sample twice",
    "integers": "for integer data",
    "int32": "for int32 data",
    "float32": "for float32 data",
    "float_y": "for integer X and a float y",
    "strided": "for a strided view",
    "columns": "for column-major data",
    "readonly": "for read-only data",
    "vast": "for values in the thousands, X all negative",
    "wild": "for n=45, d=30 with constant columns, a repeated row and an outlier",
    "large_values": "for values in the ten thousands",
    "small_values": "for values of about 0.0001",
    "flat_targets": "for a y of one number",
    "huge_targets": "for values of y in the millions",
    "tiny_targets": "for values of y of about 0.0001",
    "faint_targets": "for values of y of about 1e-9",
    "steep": "for values of X of about 1e9",
    "steep_slopes": "for gradients of about 1e9",
    "shallow_slopes": "for gradients of about 1e-9",
}
# Further cases for every method; "broad" too if it takes X.
ODDER = ("large", "vast", "lone", "pair", "wild", "large_values", "small_values")
FAR = (np.array([6.0, -7.0, 8.0]), -6.0)
MIXED, LARGE = "integer and float32 data", "values in the thousands"
"""The checks of every method to which an exercise may add cases."""
APART = (
    ("as many samples as features", ["square", "pair"]),
    ("fewer samples than features", ["broad"]),
    ("one sample", ["one_sample", "lone"]),
    ("constant columns and an outlier", ["wild"]),
)
"""The checks of a method's second step (see `exercise.Apart`), each with the cases that may belong to it."""


class Cases:
    """All the data of one grading; the same seed gives the same cases."""

    def __init__(self, exercise: Exercise, seed: int) -> None:
        self.exercise, self.seed = exercise, seed
        random = np.random.default_rng(seed)
        self.named: dict[str, Case] = {}
        self._draw(SIZES, random)
        self._add(exercise.whole(exercise.draw("integers", random, 13, 3), random))
        self._add(_cast(self["tall"], "float32", np.float32))
        tall = self["tall"]
        self._add(tall.with_args("twice", **_arrays(tall, lambda array: np.concatenate([array, array]))))
        for name, of in (("strided", "tall"), ("columns", "wide"), ("readonly", "tall")):
            self._add(replace(self[of], name=name, layout=name))
        if exercise.descent is not None:
            self._draw({"path": PATH, "path_square": PATH_SQUARE}, random)
            self._add(self._easy(random))
        self._draw(FURTHER_SIZES, random)
        self._add(_vast(self["tall"]))
        if exercise.descent is not None:
            self._add(self._far(random))
            start = self._exact() if exercise.descent.affine else self._nearly_exact(seed)
            self._add(start)
        self._add(_cast(self["integers"], "int32", np.int32))
        path = None if exercise.descent is None else self["path"]
        for case in odd_cases(exercise, seed, self["tall"], path):
            self._add(case)
        self.extras: tuple[Extra, ...] = tuple(exercise.extras(self))
        for extra in self.extras:
            self.named.setdefault(extra.case.name, extra.case)
        self.edges: tuple[Edge, ...] = tuple(exercise.edges())

    def __getitem__(self, name: str) -> Case:
        return self.named[name]

    def _add(self, case: Case) -> None:
        self.named[case.name] = self.exercise.valid(case)

    def _draw(self, sizes: Mapping[str, tuple[int, int]], random: np.random.Generator) -> None:
        for name, (n, d) in sizes.items():
            self._add(self.exercise.draw(name, random, n, d))

    def main(self, method: str) -> list[Case]:
        """The cases on which the diagnosis tells the mistakes of a method apart."""
        more = [e.case for e in self.extras if e.tells and method in e.methods]
        judged = self.exercise.method(method)
        found = [self["tall"], self["wide"], self["square"], *more]
        return [case for case in found if judged.is_judged(judged.step, case)]

    def apart(self, method: str) -> list[tuple[str, Case]]:
        """The cases on which a method is judged in its second step, each with words for it."""
        judged = self.exercise.method(method)
        found = [*self.with_words("square", "one_sample"), *self.odder(method)]
        return [one for one in found if judged.apart is not None and judged.apart.holds(one[1])]

    def with_words(self, *names: str) -> list[tuple[str, Case]]:
        """Cases by their names, each with words for it."""
        return [(WORDS.get(name, f"for {self[name].says}"), self[name]) for name in names]

    @property
    def plain(self) -> list[Case]:
        """The cases on which every method is called once, in addition to `tall`."""
        names = ("wide", "square", "one_feature", "one_sample", "integers", "float32", "strided", "columns")
        return [*(self[name] for name in names), self["readonly"]]

    def odder(self, method: str) -> list[tuple[str, Case]]:
        """The further cases for one method, each with words for it."""
        found = self.with_words(*used(self.exercise, self.exercise.method(method), ODDER))
        found += [(extra.words, extra.case) for extra in self.extras if method in extra.methods]
        found += self.with_words(*slopes(self.exercise, self.exercise.method(method)))
        takes_X = "X" in self.exercise.method(method).takes
        return [*found, *self.with_words("broad")] if takes_X else found

    def further(self, method: str) -> list[Case]:
        """The further cases that the checks of a method ask about: the odd ones, and extra ones."""
        return [case for _, case in self.odder(method)]

    def _far(self, random: np.random.Generator) -> Case:
        """Like `easy`, with an optimum so far from zero that no small start can be mistaken for it."""
        X = np.sqrt(EASY_N) * np.linalg.qr(random.normal(0.0, 1.0, (EASY_N, 3)))[0]
        y = X @ FAR[0] + FAR[1] + random.normal(0.0, EASY_NOISE, EASY_N)
        return replace(self["easy"].with_args("far", X=X, y=y), true=FAR)

    def _easy(self, random: np.random.Generator) -> Case:
        """Data on which descent converges within a hundred epochs: standardised, nearly orthogonal."""
        base = self.exercise.draw("easy", random, EASY_N, 3)
        Q, _ = np.linalg.qr(random.normal(0.0, 1.0, (EASY_N, 3)))
        X = np.sqrt(EASY_N) * Q
        weights, bias = base.true
        return base.with_args("easy", X=X, y=X @ weights + bias + random.normal(0.0, EASY_NOISE, EASY_N))

    def _exact(self) -> Case:
        """Whole numbers as floats, so that the residuals are exactly zero."""
        path = self["path"]
        weights, bias = path.start
        X = np.rint(2 * path.X)
        start = np.sign(weights) * [1.0, 2.0, 3.0], float(2.0 * np.sign(bias))
        y = X @ start[0] + start[1]
        return replace(path.with_args("exact", X=X, y=y, y_hat=y).at("exact", *start), true=start)

    def _nearly_exact(self, seed: int) -> Case:
        """A case with next to no loss at its parameters, which the exercise draws under this name."""
        return self.exercise.draw("exact", np.random.default_rng([seed, 2]), *PATH)

    def many(self, n: int, d: int) -> Case:
        """A case of any size, for counting work; the values do not matter, and repeat."""
        return _many(self.exercise, self.seed, n, d)


@lru_cache(maxsize=16)  # a grading asks for each several times, and so does every other file of a batch
def _many(exercise: Exercise, seed: int, n: int, d: int) -> Case:
    return exercise.draw("many", np.random.default_rng([seed, n, d]), n, d)


def _arrays(case: Case, change: Any) -> dict[str, Any]:
    return {name: change(value) for name, value in case.args.items() if isinstance(value, np.ndarray)}


def _cast(case: Case, name: str, dtype: Any) -> Case:
    return case.with_args(name, **_arrays(case, lambda array: array.astype(dtype)))


def _vast(case: Case) -> Case:
    """Values in the thousands: X is all negative, every other array is a thousand times as large."""
    grown = _arrays(case, lambda array: 1000.0 * array)
    return case.with_args("vast", **{**grown, "X": -600.0 * np.abs(case.X) - 10.0})


def same_rows(case: Case, row: int = 0) -> Case:
    """The case with one of its samples in every row, so that the order of the samples makes no difference."""
    arrays = _arrays(case, lambda array: np.repeat(array[row : row + 1], case.n, axis=0))
    return case.with_args(f"{case.name}, row {row} in every row", **arrays)


@lru_cache(maxsize=4)
def _sample(exercise: Exercise) -> Cases:
    """Data for deciding which step judges a case; the decision is the same for every seed."""
    return Cases(exercise, 0)


def slopes(exercise: Exercise, method: Method) -> tuple[str, ...]:
    """The cases for the gradients alone."""
    computes = exercise.descent is not None and method.name == exercise.descent.gradients
    return SLOPES if computes else ()


def used(exercise: Exercise, method: Method, names: Iterable[str]) -> list[str]:
    """Those of the named cases that are not left out for a method."""
    return [name for name in names if not method.sets or name not in exercise.leaves_out]


def judged(exercise: Exercise, method: Method, step: str, names: Iterable[str]) -> list[str]:
    """Those of the named cases on which a step judges a method."""
    found = used(exercise, method, names)
    if method.apart is None:
        return found
    return [name for name in found if method.is_judged(step, _sample(exercise)[name])]


def extra_checks(exercise: Exercise, method: Method, step: str) -> list[str]:
    """The names of a step's checks that exist only because of the exercise's extra cases."""
    made = list(exercise.extra_checks.get(method.name, ()))
    if method.apart is None:
        return made
    extras = [extra for extra in _sample(exercise).extras if method.is_judged(step, extra.case)]
    return [name for name in made if any(extra.check == name for extra in extras)]


def named_after(name: str, asked: Iterable[str]) -> str:
    """The name of a check, without "and for one sample" if that case is not among those asked."""
    return name if "one_sample" in asked else name.removesuffix(" and for one sample")
