"""Say by what power of the sizes a wrong answer differs from the right one, such as `n**2 / 2` times."""

from collections.abc import Sequence
from itertools import product

import numpy as np

from .recogniser import Recogniser, agrees

POWERS = sorted(product((-2, -1, 0, 1, 2), (-1, 0, 1)), key=lambda powers: sum(map(abs, powers)))
"""Powers of n and d, the simplest first."""
EXACT = 1e-4
NEAR_ONE = 0.01
MOST_DENOMINATOR = 12
OF_FACTOR = (
    "The result is off by the same factor on all data. Look for a multiplication or a division that is"
    " missing, or that is there twice."
)
OF_LOGARITHM = "The logarithm has another base than the task's, which is the natural logarithm: np.log."
BASES = {"np.log2": 2, "np.log10": 10}


def multiple(recogniser: Recogniser) -> str:
    """By what factor the wrong parts of all answers differ from the right ones, in words; else empty."""
    ratios, count = [], len(recogniser.method.gives)
    pairs = [(observed, recogniser.right_numbers(observed.case)) for observed in recogniser.main]
    right_too = [k for k in range(count) if all(agrees(seen, right, k) for seen, right in pairs)]
    for observed, right in pairs:
        if not isinstance(observed.numbers, tuple):
            return ""
        if [np.shape(part) for part in observed.numbers] != [np.shape(part) for part in right]:
            return ""
        both = ([part for k, part in enumerate(p) if k not in right_too] for p in (observed.numbers, right))
        ratios.append(_ratio(*(np.concatenate([*map(np.ravel, parts)]) for parts in both)))
    sizes = [(observed.case.n, observed.case.d) for observed in recogniser.main]
    if None in ratios or len({n for n, _ in sizes}) < 2:
        return ""
    found = next((same for powers in POWERS if (same := _same(ratios, sizes, *powers))), (1.0, 0, 0))
    almost_right = found[1:] == (0, 0) and abs(found[0] - 1) < NEAR_ONE  # then no factor explains it
    bases = ((name, base) for name, base in BASES.items() if abs(found[0] * np.log(base) - 1) < EXACT)
    if found[1:] == (0, 0) and (other := next(bases, None)):
        return f"1 / np.log({other[1]}) times that, as {other[0]} gives it in place of np.log"
    return "" if almost_right else f"{_written(*found)} times that"


def _ratio(seen: np.ndarray, right: np.ndarray) -> float | None:
    size = float(right @ right)
    ratio = float(seen @ right) / size if size and np.isfinite(seen).all() else 0.0
    return ratio if ratio and np.allclose(seen, ratio * right, rtol=EXACT, atol=1e-9) else None


def _same(
    ratios: Sequence[float | None], sizes: Sequence[tuple[int, int]], of_n: int, of_d: int
) -> tuple[float, int, int] | None:
    """The constant that is left of all ratios without these powers, and the powers; None if it varies."""
    left = [ratio / (n**of_n * d**of_d) for ratio, (n, d) in zip(ratios, sizes, strict=True) if ratio]
    return (left[0], of_n, of_d) if np.allclose(left, left[0], rtol=EXACT, atol=0.0) else None


def _written(constant: float, of_n: int, of_d: int) -> str:
    """A product as Python would write it: `n**2 / 2`, `2 / d`, `0.37`."""
    denominators = range(1, MOST_DENOMINATOR + 1)  # the least of equals is taken
    denominator = min(denominators, key=lambda k: abs(round(constant * k) / k - constant))
    numerator = round(constant * denominator)
    exact = numerator != 0 and abs(numerator / denominator / constant - 1) < EXACT
    above = [f"{numerator if exact else f'{constant:.4g}'}"]
    below = [str(denominator)] if exact and denominator > 1 else []
    for name, power in (("n", of_n), ("d", of_d)):
        if power:
            (above if power > 0 else below).append(name if abs(power) == 1 else f"{name}**{abs(power)}")
    above = above[1:] if above[0] == "1" and len(above) > 1 else above
    under = " * ".join(below)
    return " * ".join(above) + (f" / ({under})" if len(below) > 1 else f" / {under}" if below else "")
