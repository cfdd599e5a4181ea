"""Describe in numbers what was seen of a wrong method."""

from typing import Any

import numpy as np

from ..asking import answers
from ..asking.answers import Numbers
from ..declaration.case import Case
from ..declaration.exercise import Method
from .lines.unused_values import in_other_order
from .recogniser import Observed, Recogniser


def off(right: Numbers, seen: Numbers | str | None) -> bool:
    """Whether an answer has another form than the right one, or is off by more than one part in 10,000."""
    if not isinstance(seen, tuple) or [np.shape(part) for part in seen] != [np.shape(part) for part in right]:
        return True
    pairs = zip(seen, right, strict=True)
    return not all(np.allclose(a, b, rtol=1e-4, atol=1e-6 * np.max(np.abs(b))) for a, b in pairs)


def told(recogniser: Recogniser, observed: Observed) -> str:
    """Describe in numbers what was seen when a mistake was recognised."""
    method, case = recogniser.method, observed.case
    if isinstance(observed.numbers, str) or observed.numbers is None:
        return observed.seen.says()
    right = recogniser.right_numbers(case)
    if len(right) > 1:
        return _parts_said(method, observed.numbers, right, case)
    seen, wanted = observed.numbers[0], right[0]
    if np.shape(seen) != np.shape(wanted):
        expected = answers.expected(recogniser.exercise, method, case)
        return f"{method.gives[0]} has shape {np.shape(seen)} for {case.says}; expected {expected}"
    gave, expected = answers.first_apart(method.gives[0], np.asarray(seen), np.asarray(wanted))
    return f"{gave} for {case.says}; expected {expected}"


def _parts_said(method: Method, numbers: Any, right: Any, case: Case) -> str:
    parts = []
    if len(right) == 2 and in_other_order(numbers, [right]):
        return "{0} is what {1} should be, and {1} is what {0} should be".format(*method.gives)
    for name, seen, good in zip(method.gives, numbers, right, strict=True):
        if np.shape(seen) != np.shape(good):
            wanted = np.shape(good) or "one number"
            parts.append((name, f"has shape {np.shape(seen)} where {wanted} is expected"))
        elif not off((good,), (seen,)):
            continue
        elif factor := _factor(seen, good, case):
            parts.append((name, f"is {factor} what it should be"))
        else:
            gave, wanted = answers.first_apart(name, np.asarray(seen), good)
            kept = method.sets and np.array_equal(seen, case.state.get(name, np.nan))
            parts.append((f"{gave}, as before the call," if kept else gave, f"where {wanted} is expected"))
    names = " and ".join(method.gives)
    said = "; ".join(" ".join(part) for part in parts)
    if not parts:
        said = f"{names}: at least one entry is off, by less than one part in 10,000"
    elif len(parts) == len(right) and len({words for _, words in parts}) == 1 and parts[0][1][:3] == "is ":
        said = f"{names} are{parts[0][1][2:]}".replace("it should", "they should")
    return f"{said}; n is {case.n} and d is {case.d}"


def _factor(seen: np.ndarray, right: np.ndarray, case: Case) -> str:
    """The factor of all entries, in words; of a single number only if it is a simple one, like 2 or 1 / n."""
    ratio = float(np.vdot(seen, right) / np.vdot(right, right))
    if np.size(seen) == 1 and not is_simple(ratio, case):
        return ""
    near = min(1e-4, 1e-2 * abs(ratio - 1))  # a sum, too, is nearly a multiple, if the factor is nearly 1
    if not np.allclose(seen, ratio * right, rtol=near) or near < 1e-6 or abs(ratio) < 1e-9:
        return ""
    return times(ratio)


def is_simple(ratio: float, case: Case) -> bool:
    """Whether a factor, or what it divides by, is a whole number up to a size of the data or a half."""
    simple = np.outer((1, 2, case.n, case.d, case.n - 1), (ratio, 1 / (ratio or 1)))
    return bool(np.any(np.abs(simple - np.rint(simple)) < 1e-4))


def times(ratio: float) -> str:
    """A factor in words, to go before "what it should be"."""
    return {-1.0: "the negative of", 0.5: "half of"}.get(round(ratio, 4), f"{ratio:.6g} times")
