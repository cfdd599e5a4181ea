"""Run a rewritten copy of the file, or the file under a tracer, to find lines; nothing is judged here."""

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress  # bound now: a submission may patch it later
from functools import lru_cache
from types import FrameType
from typing import Any

import numpy as np

from ..describe import describe, describe_exception, kinds
from ..describe import number as number_of
from ..measuring.instruction_count import Spy
from ..measuring.iteration_probe import replaced_makers, watched
from ..parsing import parsed
from ..tracing.expression_trace import MOST_EVENTS, Tracer
from ..tracing.instrument import instrumented
from ..wire import encode
from .calling import Request, arguments_of, bytes_of, fresh_model, seed_random, state_of
from .substitute import order_of

NO_NUMBER, NO_TEXT = 97.0, "?"  # a number that no formula contains, and a text that names nothing
MOST_CALLS, MOST_TOLD, MOST_ELEMENTS = 400, 12, 4_096
MOST_TRIES, MOST_PLACES, MOST_SPELLINGS = 240, 160, 80
LAP, MOST_LAPS = "_kata_lap", 2_000


class _Endless(BaseException):
    """A `while` loop runs too often; no `except Exception` of the learner's may catch this."""


def spied(submission: Any, request: Request) -> Request:
    """The lines that iterate over samples in C, as an array subclass and the rewritten code detect them.

    No line counts if the call raises: NumPy iterates over values that it cannot compute with, such as None.
    """
    one = request["sets"][0]
    tracer = Tracer(list, request["least"])
    module = submission.fresh(instrumented(submission.source, submission.filename), tracer.names())
    model = fresh_model(submission, request | one, module)
    args, named = arguments_of(one)
    spy = Spy(submission.filename, request["least"])
    spied_on = [watched(a, spy) if isinstance(a, np.ndarray) else a for a in args]
    tracer.active = True
    try:
        with replaced_makers(spy, vars(module)):
            getattr(model, request["method"])(*spied_on, **named)
    except Exception:
        return {"walks": []}
    tracer.active = False
    return {"walks": tracer.walks + [line for line in spy.lines if line is not None]}


def followed(submission: Any, request: Request) -> Request:
    """The value of every operation in the call, and the calls of other methods, in a rewritten copy."""
    one = request["sets"][0]
    args, named = arguments_of(one)
    state: dict[str, Any] = {"model": None, "last": None}
    takes = submission.takes[request["method"]]
    given = {name: a for name, a in zip(takes, args, strict=False) if isinstance(a, np.ndarray)}

    def watch() -> list[str]:
        model = state["model"]
        now = {name: bytes_of(model, name) for name in submission.state}
        now |= {name: a.tobytes() for name, a in given.items()}
        last, state["last"] = state["last"] or now, now
        return [name for name, content in now.items() if content != last[name]]

    called: list[Any] = []

    def heard(line: int, function: Any, args: tuple[Any, ...], named: dict[str, Any]) -> None:
        name = next((name for name, known in own.items() if known is _inner(function)), None)
        if name is not None and len(called) < MOST_CALLS:
            rows = [len(a) for a in (*args, *named.values()) if np.ndarray in kinds(a) and a.ndim]
            takes = submission.takes[name] if len(called) < MOST_TOLD else []
            called.append([name, rows, line, _arguments(takes, function, args, named)])

    tracer = Tracer(watch, sys.maxsize, heard, request.get("most", MOST_EVENTS))
    module = submission.fresh(instrumented(submission.source, submission.filename), tracer.names())
    model = state["model"] = fresh_model(submission, request | one, module)
    others = [name for name in submission.takes if name not in ("__init__", request["method"])]
    own = {name: _inner(getattr(model, name, None)) for name in others}
    tracer.active = True
    watch()
    with suppress(Exception):  # what was computed until then is told
        getattr(model, request["method"])(*args, **named)
    tracer.active = False
    caught = [[line, describe_exception(error, submission.filename)] for line, error in tracer.caught]
    return {"events": tracer.events, "end": watch(), "called": called, "caught": caught}


def _inner(method: Any) -> Any:
    return getattr(method, "__func__", method)


def _arguments(
    takes: list[str], function: Any, args: tuple[Any, ...], named: dict[str, Any]
) -> dict[str, Any]:
    """The arguments of a call by their documented names; the model itself is left out."""
    through_class = bool(args) and hasattr(args[0], str(getattr(function, "__name__", "")))
    known = dict(zip(order_of(takes, function), args[through_class:], strict=False)) | named
    return {name: _sendable(known[name]) for name in takes if name in known}


def _sendable(value: Any) -> Any:
    """An argument in a form that can be sent: a number, a small array of numbers, or its type's name."""
    if np.ndarray in kinds(value) and value.dtype.kind in "fiu" and value.size <= MOST_ELEMENTS:
        return np.array(value, dtype=float, subok=False)
    found = number_of(value)
    return f"a {type(value).__name__[:60]}" if found is None else found[0]


def replaced(submission: Any, request: Request) -> Request:
    """Repeat the call with one intermediate value replaced by one of the `options` of the same shape.

    Returns `tries` in the order of the call, each as `[line, calling lines, result, state]`. Values equal to
    one of `spared` are not replaced. Of the values equal to one of `spared_once`, the first is not replaced.
    The first tries replace a number in the code (of the file, or of `on_lines`) by one of `numbers`, and a
    text by one of `texts`.
    """
    one, options = request["sets"][0], [np.asarray(option, dtype=float) for option in request["options"]]
    tracer = Tracer(list, sys.maxsize)
    module = submission.fresh(instrumented(submission.source, submission.filename), tracer.names())

    def attempt(swap: tuple[int, Any] | None, code: Any = None) -> Any:
        tracer.events, tracer.stack, tracer.swap = [], [], swap
        args, named = arguments_of(one)
        try:
            within = module if code is None else submission.fresh(code, {LAP: _lap_counter()})
            model = fresh_model(submission, request | one, within)
            tracer.active = True
            given = describe(getattr(model, request["method"])(*args, **named))
            return given, state_of(model, submission)["state"]
        except (Exception, _Endless):
            return None
        finally:
            tracer.active = False

    tries: list[Any] = []
    which = (tuple(request.get(name, ())) for name in ("numbers", "texts", "on_lines"))
    for line, codes in _respelled(submission.source, submission.filename, *which):
        *outcomes, other = (attempt(None, code) for code in codes)
        tries += [[line, [], *given] for given in outcomes if given is not None and not _alike(given, other)]
    attempt(None)
    for at, line, seen, stack in list(_unspared(tracer.events[:MOST_PLACES], request)):
        for option in options:
            if not _stands_in(option, seen) or len(tries) >= MOST_TRIES:
                continue
            given = float(option) if isinstance(seen, float) else option.copy()
            if (outcome := attempt((at, given))) is not None:
                tries.append([line, stack, *outcome])
    return {"tries": tries}


def _unspared(events: list[Any], request: Request) -> Iterator[tuple[int, int, Any, list[int]]]:
    """Yield each value that may be replaced: its index among the events, its line, itself, its callers."""
    spared, once = (
        [np.asarray(value, dtype=float) for value in request.get(name, ())]
        for name in ("spared", "spared_once")
    )
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
    """The line of each literal, with the code of the file for each number (or text) that replaces it.

    The last code is a control, with NO_NUMBER, NO_TEXT or the same flag. If a replacement gives the same
    result as the control, it only turns something off, or changes nothing. Another number might make a
    `while` loop endless, so its rounds are counted.
    """
    tree, left, found = parsed(source, filename), MOST_SPELLINGS, []
    nodes = list(ast.walk(tree))
    for loop in (node for node in nodes if isinstance(node, ast.While)):
        lap = ast.Expr(ast.Call(ast.Name(LAP, ast.Load()), [], []))
        loop.body.insert(0, ast.fix_missing_locations(ast.copy_location(lap, loop)))
    for node in nodes:
        if not isinstance(node, ast.Constant) or (on_lines and node.lineno not in on_lines):
            continue
        others: tuple[Any, ...] = ()
        if type(node.value) in (int, float):
            others = (*numbers, NO_NUMBER) if numbers else ()
        elif type(node.value) is bool:
            others = (not node.value, node.value) if numbers and on_lines else ()
        elif type(node.value) is str:
            others = (*texts, NO_TEXT) if texts else ()
        written, codes = node.value, list[Any]()
        for other in others if left > 0 else ():
            if other != written or type(other) is bool:
                node.value, left = _whole(other), left - 1
                codes.append(compile(tree, filename, "exec", dont_inherit=True))
        node.value = written
        if codes:
            found.append((node.lineno, codes))
    return found


def _whole(literal: float | str) -> float | str:
    return int(literal) if isinstance(literal, float) and literal == int(literal) else literal


def _lap_counter() -> Callable[[], None]:
    """A function that may be called MOST_LAPS times; the next call raises _Endless."""
    left = iter(range(MOST_LAPS))

    def lap() -> None:
        if next(left, None) is None:
            raise _Endless

    return lap


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


def made(submission: Any, request: Request) -> Request:
    """The line after which each parameter of a new model last changed, in functions that take the model."""
    lines: dict[str, int] = {}
    state: dict[str, bytes] = {}
    last: dict[FrameType, int] = {}

    def look(frame: FrameType) -> None:
        names = frame.f_code.co_varnames
        model = frame.f_locals.get(names[0]) if names else None
        for name in submission.state:
            now = bytes_of(model, name) if model is not None else b""
            if now and now != state.get(name) and frame in last:
                state[name], lines[name] = now, last[frame]

    def local(frame: FrameType, event: str, arg: object) -> Any:
        if frame.f_code.co_filename != submission.filename:
            return None
        look(frame)
        last[frame] = frame.f_lineno
        return local

    seed_random(submission)
    factory = submission.factory(submission.fresh())
    sys.settrace(local)
    try:
        factory(*request["new"])
    except Exception:
        pass
    finally:
        sys.settrace(None)
    return {"lines": lines}
