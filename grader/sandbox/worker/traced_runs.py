"""Run a rewritten copy of the file, or the file under a tracer, to find lines; nothing is judged here."""

import sys
from contextlib import suppress  # bound now: a submission may patch it later
from types import FrameType
from typing import Any

import numpy as np

from ..describe import describe_exception, kinds
from ..describe import number as number_of
from ..measuring.instruction_count import Spy
from ..measuring.iteration_probe import replaced_makers, watched
from ..tracing.expression_trace import MOST_EVENTS, Tracer
from ..tracing.instrument import instrumented
from .calling import Request, arguments_of, bytes_of, fresh_model, seed_random
from .substitute import order_of

MOST_CALLS, MOST_TOLD, MOST_ELEMENTS = 400, 12, 4_096


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
            given = args[1:] if args and args[0] is state["model"] else args  # called through the class
            called.append([name, rows, line, _arguments(takes, function, given, named)])

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
    """The arguments of a call by their documented names, without the model itself."""
    known = dict(zip(order_of(takes, function), args, strict=False)) | named
    return {name: _sendable(known[name]) for name in takes if name in known}


def _sendable(value: Any) -> Any:
    """An argument in a form that can be sent: a number, a small array of numbers, or its type's name."""
    if np.ndarray in kinds(value) and value.dtype.kind in "fiu" and value.size <= MOST_ELEMENTS:
        return np.array(value, dtype=float, subok=False)
    found = number_of(value)
    return f"a {type(value).__name__[:60]}" if found is None else found[0]


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
