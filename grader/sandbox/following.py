"""Passes over a rewritten copy of the file or under a tracer: they find lines, and judge nothing."""

import sys
from types import FrameType
from typing import Any

import numpy as np

from .calling import Request, arguments_of, bytes_of, fresh_model, seed_random
from .counting import Spy
from .describe import describe, describe_exception
from .spy import watched
from .trail import Trail, instrumented

MOST_TRIES = 40


def spied(submission: Any, request: Request) -> Request:
    """The lines that walk over the samples in C, seen by an array subclass and by the rewritten code."""
    one = request["sets"][0]
    trail = Trail(str, request["least"])
    module = submission.fresh(instrumented(submission.source, submission.filename), trail.names())
    model = fresh_model(submission, request | one, module)
    args, named = arguments_of(one)
    spy = Spy(submission.filename, request["least"])
    spied_on = [watched(a, spy) if isinstance(a, np.ndarray) else a for a in args]
    trail.active = True
    try:
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
    given = [a for a in args if isinstance(a, np.ndarray)]

    def watch() -> str:
        model = state["model"]
        now = [bytes_of(model, "w"), bytes_of(model, "b"), *(a.tobytes() for a in given)]
        last, state["last"] = state["last"] or now, now
        return "".join(mark for mark, old, new in zip("wbXyh", last, now, strict=False) if old != new)

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


def mended(submission: Any, request: Request) -> Request:
    """What the call gives when each plain number on its way is replaced by another, one at a time."""
    one, number = request["sets"][0], request["number"]
    code = instrumented(submission.source, submission.filename)

    def attempt(swap: tuple[int, float] | None) -> tuple[Trail, Any]:
        trail = Trail(str, sys.maxsize)
        model = fresh_model(submission, request | one, submission.fresh(code, trail.names()))
        args, named = arguments_of(one)
        trail.active, trail.swap = True, swap
        try:
            return trail, getattr(model, request["method"])(*args, **named)
        except Exception:
            return trail, None

    events = attempt(None)[0].events
    places = [at for at, (_, value, _) in enumerate(events) if isinstance(value, float) and value != number]
    tries = [[events[at][0], describe(attempt((at, number))[1])] for at in places[:MOST_TRIES]]
    return {"tries": tries}


def made(submission: Any, request: Request) -> Request:
    """The lines after which w and b of a new model were last another."""
    lines: dict[str, int] = {}
    state: dict[str, Any] = {"line": None}

    def look(frame: FrameType) -> None:
        names = frame.f_code.co_varnames
        model = frame.f_locals.get(names[0]) if names else None
        for name in ("w", "b"):
            now = bytes_of(model, name) if model is not None else b""
            if now and now != state.get(name) and state["line"] is not None:
                state[name], lines[name] = now, state["line"]

    def local(frame: FrameType, event: str, arg: object) -> Any:
        if frame.f_code.co_filename != submission.filename:
            return None
        look(frame)
        state["line"] = frame.f_lineno
        return local

    seed_random()
    factory = submission.factory(submission.fresh())
    sys.settrace(local)
    try:
        factory(*request["new"])
    except Exception:
        pass
    finally:
        sys.settrace(None)
    return {"lines": lines}
