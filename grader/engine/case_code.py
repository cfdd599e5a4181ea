"""Write one call as Python code to paste into a file or a shell; it needs only the learner's file."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..observation import Value
from .exercise import Exercise, Method
from .requests import Request

DIGITS, MOST = 6, 20


def lines(
    exercise: Exercise,
    method: Method,
    request: Request,
    right: Sequence[Any],
    leaves: Sequence[str],
    path: str,
) -> list[str]:
    """The lines of the code, which prints the expected result and the learner's.

    Args:
        exercise: the exercise whose class is called.
        method: the method that is called last.
        request: the request that the worker got for this call.
        right: the right values: the parts of the answer, or the attributes after the call.
        leaves: the attributes to print after the call; empty if the returned value is printed instead.
        path: the path of the learner's file.
    """
    *before, call = request["calls"]
    given: dict[str, Any] = {}
    for one in request["calls"]:
        given |= dict(zip(exercise.takes[one["method"]], one["args"], strict=True))
    new = ", ".join(repr(value) for value in request["new"])
    code = [
        "import runpy",
        "import numpy as np",
        f"mine = runpy.run_path({_quoted(path)})",
        f'model = mine["{exercise.class_name}"]({new})',
        *(f"{name} = {_input(value)}" for name, value in given.items()),
        *(f"model.{one['method']}({', '.join(exercise.takes[one['method']])})" for one in before),
        *(f"model.{key} = {_input(value)}" for key, value in (call.get("state") or request["state"]).items()),
    ]
    called = f"model.{method.name}({', '.join(method.takes)})"
    if leaves:
        wanted = ", ".join(f'"{leaf} =", {value!r}' for leaf, value in zip(leaves, right, strict=True))
        come = ", ".join(f'"{leaf} =", model.{leaf}' for leaf in leaves)
        return [*code, called, f'print("expected:", {wanted})', f'print("got:     ", {come})']
    wanted = repr(tuple(right) if len(right) > 1 else right[0])
    return [*code, f'print("expected:", {wanted})', f'print("got:     ", {called})']


def _quoted(path: str) -> str:
    """A path as a Python literal, in double quotes like the other strings if it needs no escapes."""
    return f'"{path}"' if path.isprintable() and not set(path) & set('"\\') else repr(path)


def _input(value: Any) -> str:
    return f"np.array({value.tolist()!r})" if isinstance(value, np.ndarray) else repr(value)


def rounded(value: Any) -> Any:
    """A right value as plain Python numbers, rounded to a few significant digits."""
    found = np.asarray(value, dtype=float)
    return [rounded(part) for part in found] if found.ndim else float(f"{float(found):.{DIGITS}g}") + 0.0


def text(value: Value) -> str:
    """An observed value as Python would print it; only described if it has too many entries."""
    numbers = value.numbers if value.kind == "sequence" else value.content
    if numbers is None or numbers.size > MOST:
        return value.says()
    return repr(rounded(numbers))
