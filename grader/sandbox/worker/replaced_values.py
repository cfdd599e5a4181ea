"""Repeat a call with values or literals replaced, in a rewritten copy of the file; nothing is judged here."""

import ast
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import Any

import numpy as np

from ..describe import describe
from ..parsing import parsed
from ..tracing.expression_trace import Tracer
from ..tracing.instrument import instrumented
from ..tracing.laps import LAP, Endless, count_laps, lap_counter
from ..wire import encode
from .calling import Request, arguments_of, fresh_model, state_of

NO_NUMBER, NO_TEXT = 97.0, "?"  # a number that no formula contains, and a text that names nothing
MOST_TRIES, MOST_PLACES, MOST_SPELLINGS = 240, 160, 80
Place = tuple[int, int, Any, list[int]]  # of a value: its index among the events, line, itself, its callers


def replaced(submission: Any, request: Request) -> Request:
    """Repeat the call with one intermediate value replaced by one of the `options` of the same shape.

    Returns `tries` in the order of the call, each as `[line, calling lines, result, state]`. Values equal to
    one of `spared` are never replaced, nor is the first value equal to each of `spared_once`. Before these
    tries come those with one number literal of the file, or of `on_lines`, replaced by one of `numbers`, and
    those with a text replaced by one of `texts`. With `together`, only values that a line computes several
    times are replaced, every time.
    """
    one, options = request["sets"][0], [np.asarray(option, dtype=float) for option in request["options"]]
    tracer = Tracer(list, sys.maxsize)
    module = submission.fresh(instrumented(submission.source, submission.filename), tracer.names())

    def attempt(swap: tuple[int, Any] | None, code: Any = None, again: Sequence[int] = ()) -> Any:
        tracer.events, tracer.stack, tracer.swap, tracer.again = [], [], swap, list(again)
        args, named = arguments_of(one)
        try:
            within = module if code is None else submission.fresh(code, {LAP: lap_counter()})
            model = fresh_model(submission, request | one, within)
            tracer.active = True
            given = describe(getattr(model, request["method"])(*args, **named))
            return given, state_of(model, submission)["state"]
        except (Exception, Endless):
            return None
        finally:
            tracer.active = False

    tries: list[Any] = []
    which = (tuple(request.get(name, ())) for name in ("numbers", "texts", "on_lines"))
    for line, codes in _respelled(submission.source, submission.filename, *which):
        *outcomes, other = (attempt(None, code) for code in codes)
        tries += [[line, [], *given] for given in outcomes if given is not None and not _alike(given, other)]
    attempt(None)
    places = list(_unspared(tracer.events[:MOST_PLACES], request))
    alone = ((place, list[int]()) for place in places)
    for (at, line, seen, stack), again in _together(places) if "together" in request else alone:
        for option in options:
            if not _stands_in(option, seen) or len(tries) >= MOST_TRIES:
                continue
            given = float(option) if isinstance(seen, float) else option.copy()
            if (outcome := attempt((at, given), again=again)) is not None:
                tries.append([line, stack, *outcome])
    return {"tries": tries}


def _together(places: list[Place]) -> Iterator[tuple[Place, list[int]]]:
    """The first of the places with the same line and value, and how many events are between each two."""
    groups: dict[Any, list[Place]] = {}
    for place in places:
        _, line, seen, _ = place
        groups.setdefault((line, np.shape(seen), repr(seen)), []).append(place)
    for same in groups.values():
        if len(same) > 1:
            yield same[0], [after[0] - before[0] - 1 for before, after in pairwise(same)]


def _unspared(events: list[Any], request: Request) -> Iterator[Place]:
    """Yield the places of the values that may be replaced."""
    values = (request.get(name, ()) for name in ("spared", "spared_once"))
    spared, once = ([np.asarray(value, dtype=float) for value in some] for some in values)
    for at, (line, value, _, stack) in enumerate(events):
        seen = value["value"] if isinstance(value, dict) and value.get("made") else value
        first = [place for place, other in enumerate(once) if _is(seen, other)]
        once = [other for place, other in enumerate(once) if place not in first]
        if not first and not any(_is(seen, other) for other in spared):
            yield at, line, seen, stack


@lru_cache(maxsize=2)  # several data sets are tried with the same file
def _respelled(
    source: str, filename: str, numbers: tuple[float, ...], texts: tuple[str, ...], on_lines: tuple[int, ...]
) -> list[tuple[int, list[Any]]]:
    """The line of each literal, with the file's code for each other number (or text) in its place.

    The last code has NO_NUMBER or NO_TEXT there, or is as it was, as a control: if a replacement gives the
    same result, it only switches something off, or changes nothing. Another number might make a `while` loop
    endless, so its laps are counted.

    On one of the lines a factor, such as one of `numbers` that include 1, is also negated, a name that is
    assigned to another name is replaced like a number, and the two numbers of a pair change places. If
    there is nothing else to replace, so do other neighbours in a sequence, and loops run backwards.
    """
    tree, left, found = parsed(source, filename), MOST_SPELLINGS, []
    nodes: list[Any] = list(ast.walk(tree))
    count_laps(node for node in nodes if isinstance(node, ast.While))
    compiled = partial(compile, tree, filename, "exec", dont_inherit=True)
    for node in nodes:
        if not hasattr(node, "value") or (on_lines and node.lineno not in on_lines):
            continue
        written, codes = node.value, list[Any]()
        for other in _others(node, numbers, texts, bool(on_lines)) if left > 0 else ():
            if other != written or type(other) is bool:
                literal, left = _whole(other), left - 1
                is_literal = isinstance(node, ast.Constant)
                node.value = literal if is_literal else ast.copy_location(ast.Constant(literal), written)
                codes.append(compiled())
        node.value = written
        if codes:
            found.append((node.lineno, codes))
    for node in (n for n in nodes if getattr(n, "lineno", 0) in on_lines and not texts):
        if codes := list(_reordered(node, compiled, pairs=bool(numbers))):
            found.append((node.lineno, [*codes, compiled()]))
    return found


def _others(
    node: ast.AST, numbers: tuple[float, ...], texts: tuple[str, ...], on_line: bool
) -> tuple[Any, ...]:
    """What is put in the place of a literal, or of a name that is assigned; the last one is a control."""
    written: Any = getattr(node, "value", None)
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        return (*numbers, NO_NUMBER) if on_line and numbers and isinstance(written, ast.Name) else ()
    if not isinstance(node, ast.Constant):
        return ()
    if type(written) in (int, float):
        negated = [-written] if on_line and {1.0, abs(written)} <= {*numbers} else []
        return (*numbers, *negated, NO_NUMBER) if numbers else ()
    if type(written) is bool:
        return (not written, written) if numbers and on_line else ()
    return (*texts, NO_TEXT) if texts and type(written) is str else ()


def _reordered(node: Any, compiled: Callable[[], Any], *, pairs: bool) -> Iterator[Any]:
    """The code with two neighbours in a literal or a call exchanged, or with a loop that runs backwards.

    With `pairs`, only the two numbers of a literal change places.
    """
    parts = getattr(node, "values" if isinstance(node, ast.Dict) else "elts", [])
    if pairs:
        written = [part.operand if isinstance(part, ast.UnaryOp) else part for part in parts]
        numbers = [isinstance(n, ast.Constant) and type(n.value) in (int, float) for n in written]
        parts = parts if numbers == [True, True] else []
    elif isinstance(node, ast.Call):
        parts = node.args
    elif isinstance(node, ast.For):
        forward = node.iter
        backward = ast.Subscript(forward, ast.Slice(step=ast.Constant(-1)), ast.Load())
        node.iter = ast.fix_missing_locations(ast.copy_location(backward, forward))
        yield compiled()
        node.iter = forward
    for at in range(len(parts) - 1):
        parts[at : at + 2] = parts[at : at + 2][::-1]
        yield compiled()
        parts[at : at + 2] = parts[at : at + 2][::-1]


def _whole(literal: float | str) -> float | str:
    return int(literal) if isinstance(literal, float) and literal == int(literal) else literal


def _alike(one: Any, other: Any) -> bool:
    """Whether two calls gave the same result, bit for bit; false if `other` is None."""
    return other is not None and encode({"given": one}) == encode({"given": other})


def _is(seen: Any, value: np.ndarray) -> bool:
    return np.shape(seen) == value.shape and not _stands_in(value, seen)


def _stands_in(option: np.ndarray, value: Any) -> bool:
    """Whether `option` can replace `value`: numbers of the same shape that differ.

    Zeros are never replaced, because sums and averages start with them.
    """
    if not isinstance(value, (float, np.ndarray)) or np.shape(value) != option.shape or not np.any(value):
        return False
    scale = float(np.max(np.abs(option), initial=0.0)) or 1.0
    return not bool(np.all(np.abs(np.asarray(value, dtype=float) - option) <= 1e-9 * scale))
