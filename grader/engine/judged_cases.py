"""Which data a step of a method is about, where the method is judged in two steps."""

from collections.abc import Iterable
from functools import lru_cache

from .cases import Cases
from .exercise import Exercise, Method

APART = (
    ("as many samples as features", ["square", "pair"]),
    ("fewer samples than features", ["broad"]),
    ("one sample", ["one_sample", "lone"]),
    ("constant columns and an outlier", ["wild"]),
)
"""The checks of a method's further step, each with the cases that may belong to it."""


@lru_cache(maxsize=4)
def _sample(exercise: Exercise) -> Cases:
    """Data by which to tell which step is about a case: that is the same for every seed."""
    return Cases(exercise, 0)


def judged(exercise: Exercise, method: Method, step: str, names: Iterable[str]) -> list[str]:
    """Those of the cases that a step of a method is about."""
    found = [name for name in names if name not in exercise.leaves_out]
    if method.apart is None:
        return found
    return [name for name in found if method.is_judged(step, _sample(exercise)[name])]


def extra_checks(exercise: Exercise, method: Method, step: str) -> list[str]:
    """The names of the checks of a step that only an exercise's extra cases make."""
    made = list(exercise.extra_checks.get(method.name, ()))
    if method.apart is None:
        return made
    extras = [extra for extra in _sample(exercise).extras if method.is_judged(step, extra.case)]
    return [name for name in made if any(extra.check == name for extra in extras)]


def named_after(name: str, asked: Iterable[str]) -> str:
    """The name of a check, without the one sample where it is not asked about."""
    return name if "one_sample" in asked else name.removesuffix(" and for one sample")
