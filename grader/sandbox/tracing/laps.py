"""Count the laps of loops in a rewritten copy, where a changed number could make one endless."""

import ast
from collections.abc import Callable, Iterable

LAP, MOST_LAPS = "_kata_lap", 2_000


class Endless(BaseException):
    """Code runs too long; no `except Exception` of the learner's may catch this."""


def count_laps(loops: Iterable[ast.For | ast.While]) -> None:
    """Let each lap of these loops call LAP."""
    for loop in loops:
        lap = ast.Expr(ast.Call(ast.Name(LAP, ast.Load()), [], []))
        loop.body.insert(0, ast.fix_missing_locations(ast.copy_location(lap, loop)))


def lap_counter() -> Callable[[], None]:
    """A function that may be called MOST_LAPS times; the next call raises Endless."""
    left = iter(range(MOST_LAPS))

    def lap() -> None:
        if next(left, None) is None:
            raise Endless

    return lap
