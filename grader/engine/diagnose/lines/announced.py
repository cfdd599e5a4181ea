"""Decide by numbers whether a helper computes what its name or docstring announces.

If it does, the call is wrong that asks for it; if it computes something similar instead, the helper is wrong.
"""

import ast
import re
from collections.abc import Callable, Iterator
from itertools import pairwise, product

import numpy as np

from ....observation import alike
from ...declaration.case import Case
from ...source.outline import Outline
from ...source.syntax import FUNCTIONS, Function, called_name, parameters, parts
from .trail import Event, Trail, along, is_less

Known = Callable[[np.ndarray], np.ndarray]
Kind = tuple[bool, str, str]  # whether a root is taken, what reduces, and of what

REDUCES: dict[str, Known] = {"mean": np.mean, "sum": np.sum}
INNER: dict[str, Known] = {"square": np.square, "absolute": np.abs, "value": np.asarray}
PLAIN = {"the", "a", "of", "all", "values", "value", "entries", "array", "vector"}
WORDS = {
    "average": "mean", "avg": "mean", "total": "sum", "squared": "square", "squares": "square",
    "sq": "square", "abs": "absolute", "rms": "root mean square", "rmse": "root mean square",
    "mse": "mean square", "l1": "absolute", "manhattan": "absolute",
    "sse": "sum square", "rss": "sum square", "ssr": "sum square", "mae": "mean absolute",
}  # fmt: skip
ALTERED = {"half", "halved", "negative", "negated", "minus", "log", "weighted", "per", "without", "times"}
SIGMOIDS = ("sigmoid", "logistic", "expit")
DERIVATIVES = {"backward", "derivative", "deriv", "prime", "grad", "gradient", "slope"}
SIZE_SQUARED = re.compile(r"\|+\w+\|+_?2?\s*(\^|\*\*)\s*2")


def _softplus(x: np.ndarray) -> np.ndarray:
    return np.asarray(np.logaddexp(0, x))


FUNCTIONS_OF_ONE: dict[str, Known] = {
    "softplus": _softplus, "log_sigmoid": lambda x: -_softplus(-x), "relu": lambda x: np.maximum(x, 0),
    **dict.fromkeys(SIGMOIDS, lambda x: np.exp(-_softplus(-x))),
}  # fmt: skip


def as_announced(outline: Outline, trail: Trail, case: Case, line: int | None) -> int | None:
    """The line to blame if a helper at this line, or called on it, announces what it gives; else None.

    The line of a helper that gives something else stays, or is where it gives that.
    """
    at = next((event for event in trail.events if event.line == line), None)
    if at is None:
        return None
    moved = None
    for inner, call in zip((at.line, *at.stack[::-1]), at.stack[::-1], strict=False):
        kept = _keeps_its_word(outline, trail, case, outline.function_at(inner), call)
        if kept is None:
            break
        if not kept or _hands_all_on(outline, call):
            return inner
        moved = call
    return moved or _broken_below(outline, trail, case, at.line)


def _hands_all_on(outline: Outline, line: int) -> bool:
    """Whether a line only calls a helper with parameters of its function: the helper is written for that."""
    value, function = getattr(outline.statement_at(line), "value", None), outline.function_at(line)
    own = set(parameters(function) if function else ())
    return isinstance(value, ast.Call) and all(getattr(given, "id", "") in own for given in value.args)


def _broken_below(outline: Outline, trail: Trail, case: Case, line: int) -> int | None:
    """The line on which a helper that the statement on a line calls gives something else than announced."""
    calls = parts(outline.statement_at(line)).of(ast.Call)
    for name in dict.fromkeys(called_name(n.func) for n in calls):
        helper = outline.function(name) if name not in outline.graded else None
        if helper and _keeps_its_word(outline, trail, case, helper, line) is False:
            return _ends(outline, trail, helper, line)[0][0].line
    return None


def _ends(outline: Outline, trail: Trail, helper: ast.AST, call: int) -> list[tuple[Event, np.ndarray]]:
    """The last event of each call of a helper on a line, with the value that the call gives."""
    found = []
    for event, after in pairwise(trail.events):
        inside = event.stack[-1:] == (call,) and outline.function_at(event.line) is helper
        if inside and (after.line, after.stack) == (call, event.stack[:-1]) and after.value is not None:
            found.append((event, after.value))
    return found


def _keeps_its_word(
    outline: Outline, trail: Trail, case: Case, helper: ast.AST | None, call: int
) -> bool | None:
    """Whether a helper called on a line gives what it announces; None if it is not known."""
    if not isinstance(helper, FUNCTIONS) or helper.name in outline.graded:
        return None
    ends = _ends(outline, trail, helper, call)
    if not ends:
        return None
    (last, given), *_ = ends
    before = trail.until(last).events
    values = [np.asarray(value, dtype=float) for value in (*case.args.values(), *case.state.values())]
    values += [event.value for event in before if event.value is not None]
    outside = [e.value for e in before if e.value is not None and outline.function_at(e.line) is not helper]
    if known := FUNCTIONS_OF_ONE.get(helper.name.strip("_")):
        return any(_same(known(value), given) for value in outside if value.shape == given.shape)
    if _is_derivative_of_sigmoid(outline, helper):
        known_before = [np.asarray(value, dtype=float) for value in case.args.values()] + outside
        factors = [np.ones_like(given), *(value for value in known_before if value.shape == given.shape)]
        sigmoids = [s for value in factors for s in (value, FUNCTIONS_OF_ONE["sigmoid"](value))]
        return any(_same(s * (1 - s) * factor, given) for s in sigmoids for factor in factors)
    if "clip" in helper.name and any(is_less(given, value) for value in outside):
        return True
    if helper.name.strip("_") in ("lerp", "mix", "blend", "interpolate"):
        return True if any(along(given, value) for value in outside) else None
    kind = announced(helper)
    if kind is None or given.shape:
        return None
    arrays = [value for value in values if value.ndim == 1 and value.size > 1]
    if any(_same(_computed(kind, value), given) for value in arrays):
        return True
    others = (other for other in product((False, True), REDUCES, INNER) if other != kind)
    return False if any(_same(_computed(k, v), given) for k in others for v in arrays) else None


def _is_derivative_of_sigmoid(outline: Outline, helper: Function) -> bool:
    """Whether the name of a helper, or of its class, says sigmoid, and its own name the derivative."""
    owners = (n.name for n in outline.classes if helper in n.body)
    own, words = {*helper.name.split("_")}, " ".join((helper.name, *owners)).lower()
    return bool(own & DERIVATIVES) and any(name in words for name in SIGMOIDS)


def announced(function: Function) -> Kind | None:
    """What the docstring of a function says that it computes, or else its name."""
    said = (ast.get_docstring(function) or "").partition("\n")[0]
    return _kind(said) or _kind(function.name)


def _kind(text: str) -> Kind | None:
    words = set(_words(text))
    if words & ALTERED:
        return None
    if "norm" in words or {"length", "square"} <= words:
        return (False, "sum", "absolute") if "absolute" in words else ("square" not in words, "sum", "square")
    if SIZE_SQUARED.search(text):
        return (False, "sum", "square")
    reduces, inner = words & {*REDUCES}, words & {"square", "absolute"}
    if reduces and words <= {*reduces, *PLAIN}:
        inner = {"value"}
    if len(reduces) != 1 or len(inner) != 1:
        return None
    return ("root" in words, *reduces, *inner)  # type: ignore[return-value]


def _words(text: str) -> Iterator[str]:
    for word in re.findall("[a-z]+[0-9]*", re.sub(r"\^\s*2|\*\*\s*2", " square ", text.lower())):
        yield from WORDS.get(word, word).split()


def _computed(kind: Kind, value: np.ndarray) -> np.ndarray:
    root, reduces, inner = kind
    found = REDUCES[reduces](INNER[inner](value))
    return np.sqrt(found) if root else found


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return alike(np.asarray(one), other, 1e-9, 1e-13)
