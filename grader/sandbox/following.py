"""Passes over a rewritten copy of the file or under a tracer: they find lines, and judge nothing."""

import ast
import sys
from collections.abc import Iterator
from functools import lru_cache
from types import FrameType
from typing import Any

import numpy as np

from .calling import Request, arguments_of, bytes_of, fresh_model, seed_random, state_of
from .counting import Spy
from .describe import describe, describe_exception
from .iteration_probe import replaced_makers, watched
from .parsing import parsed
from .trail import Trail, instrumented
from .wire import encode

NO_NUMBER = 97.0  # of any formula
MOST_TRIES, MOST_PLACES, MOST_SPELLINGS = 240, 160, 80


def spied(submission: Any, request: Request) -> Request:
    """The lines that walk over the samples in C, seen by an array subclass and by the rewritten code."""
    one = request["sets"][0]
    trail = Trail(list, request["least"])
    module = submission.fresh(instrumented(submission.source, submission.filename), trail.names())
    model = fresh_model(submission, request | one, module)
    args, named = arguments_of(one)
    spy = Spy(submission.filename, request["least"])
    spied_on = [watched(a, spy) if isinstance(a, np.ndarray) else a for a in args]
    trail.active = True
    try:
        with replaced_makers(spy, vars(module)):
            getattr(model, request["method"])(*spied_on, **named)
    except Exception:
        pass
    trail.active = False
    return {"walks": trail.walks + [line for line in spy.lines if line is not None]}


def followed(submission: Any, request: Request) -> Request:
    """The values of every operation of the call, in a rewritten copy; see `trail`."""
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

    trail = Trail(watch, request["least"])
    module = submission.fresh(instrumented(submission.source, submission.filename), trail.names())
    model = state["model"] = fresh_model(submission, request | one, module)
    failure = None
    trail.active = True
    watch()
    try:
        getattr(model, request["method"])(*args, **named)
    except Exception as error:
        failure = describe_exception(error, submission.filename)
    trail.active = False
    return {"events": trail.events, "walks": trail.walks, "end": watch(), "raised": failure}


def replaced(submission: Any, request: Request) -> Request:
    """What the call gives when one value on its way is replaced by one of the `options` of its shape.

    The tries come in the order of the call: `[line, calling lines, what came back, the state]`. Values that
    are among those `spared` stay, and so does the first that is each of those `spared_once`. Before them come
    the tries with one number of the file written as one of the `numbers`.
    """
    one, options = request["sets"][0], [np.asarray(option, dtype=float) for option in request["options"]]
    trail = Trail(list, sys.maxsize)
    module = submission.fresh(instrumented(submission.source, submission.filename), trail.names())

    def attempt(swap: tuple[int, Any] | None, code: Any = None) -> Any:
        trail.events, trail.stack, trail.swap = [], [], swap
        args, named = arguments_of(one)
        try:
            within = module if code is None else submission.fresh(code, trail.names())
            model = fresh_model(submission, request | one, within)
            trail.active = True
            given = describe(getattr(model, request["method"])(*args, **named))
            return given, state_of(model, submission)["state"]
        except Exception:
            return None
        finally:
            trail.active = False

    tries: list[Any] = []
    for line, codes in _respelled(submission.source, submission.filename, tuple(request.get("numbers", ()))):
        *outcomes, other = (attempt(None, code) for code in codes)
        tries += [[line, [], *given] for given in outcomes if given is not None and not _alike(given, other)]
    attempt(None)
    for at, line, seen, stack in list(_unspared(trail.events[:MOST_PLACES], request)):
        for option in options:
            if not _stands_in(option, seen) or len(tries) >= MOST_TRIES:
                continue
            given = float(option) if isinstance(seen, float) else option.copy()
            if (outcome := attempt((at, given))) is not None:
                tries.append([line, stack, *outcome])
    return {"tries": tries}


def _unspared(events: list[Any], request: Request) -> Iterator[tuple[int, int, Any, list[int]]]:
    """The values that may be replaced: the place of each among the events, its line, itself, its callers."""
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


@lru_cache(maxsize=2)  # a method is asked on several data
def _respelled(source: str, filename: str, numbers: tuple[float, ...]) -> list[tuple[int, list[Any]]]:
    """The lines of the numbers in a file, each with its code where that is one of these numbers instead.

    The last is for a number that is none of them: where that does the same, a number only switches something
    off. There are none in a file with a loop that another number might never end.
    """
    tree, left, found = parsed(source, filename), MOST_SPELLINGS, []
    nodes = list(ast.walk(tree))
    for node in () if any(isinstance(n, ast.While) for n in nodes) else nodes:
        if not isinstance(node, ast.Constant) or type(node.value) not in (int, float):
            continue
        written, codes = node.value, list[Any]()
        for number in (*numbers, NO_NUMBER) if numbers and left > 0 else ():
            if number != written:
                node.value, left = int(number) if number == int(number) else number, left - 1
                codes.append(compile(tree, filename, "exec", dont_inherit=True))
        node.value = written
        if codes:
            found.append((node.lineno, codes))
    return found


def _alike(one: Any, other: Any) -> bool:
    """Whether two calls gave the same, to the bit."""
    return other is not None and encode({"given": one}) == encode({"given": other})


def _is(seen: Any, value: np.ndarray) -> bool:
    return np.shape(seen) == value.shape and not _stands_in(value, seen)


def _stands_in(option: np.ndarray, value: Any) -> bool:
    """Whether a value can be replaced by an option: numbers of one shape that are not the same.

    Nothing stands in for zeros, with which sums and averages begin.
    """
    if not isinstance(value, (float, np.ndarray)) or np.shape(value) != option.shape or not np.any(value):
        return False
    scale = float(np.max(np.abs(option), initial=0.0)) or 1.0
    return not bool(np.all(np.abs(np.asarray(value, dtype=float) - option) <= 1e-9 * scale))


def made(submission: Any, request: Request) -> Request:
    """The line after which each parameter of a new model last changed, in the code that holds the model."""
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
