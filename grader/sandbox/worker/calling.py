"""Make a model, set its state and call it: the functions that every pass shares."""

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from struct import pack  # bound now: a submission may patch it later
from typing import Any
from warnings import catch_warnings  # bound now: a submission may patch it later

import numpy as np
from numpy import array as new_array  # bound now: a submission may patch numpy later
from numpy import asarray, errstate, zeros

from ..describe import MOST_BYTES, MOST_ITEMS, describe, floats, kinds
from .substitute import substitute

Request = dict[str, Any]
MOST_WARNINGS = 20


def laid_out(array: np.ndarray, layout: str) -> np.ndarray:
    """A copy of `array` in this `layout`: plain, strided (every other row), columns or readonly."""
    if layout == "strided":
        wide = zeros((2 * array.shape[0], *array.shape[1:]), array.dtype)
        wide[::2] = array
        return wide[::2]
    copied = new_array(array, order="F" if layout == "columns" else "C")
    copied.flags.writeable = layout != "readonly"
    return copied


def seed_random(submission: Any) -> None:
    """Seed the random generators that the submission uses, so that every run draws the same numbers."""
    for name in submission.draws:
        if name in sys.modules:
            sys.modules[name].seed(7)


def new_model(factory: Callable[..., Any], request: Request) -> Any:
    model = factory(*request["new"], **request.get("new_named", {}))
    assign(model, request.get("state", {}))
    return model


def assign(model: Any, state: dict[str, Any]) -> None:
    """Set the model's parameters from outside, copying arrays."""
    for name, value in state.items():
        setattr(model, name, new_array(value) if isinstance(value, np.ndarray) else value)


def filled(old: Any, new: Any) -> Any:
    """The array that an earlier call was given, refilled with `new`; `new` itself if `old` is no array."""
    if not isinstance(old, np.ndarray):
        return new
    old.flags.writeable = True  # an earlier call may have changed this; the array owns its memory
    old[...] = new
    return old


def state_of(model: Any, submission: Any) -> dict[str, Any]:
    """Descriptions of a model's parameters, under the names that the exercise gives them.

    The type of one that is missing is "missing" or, if it is a property that raises, the exception's.
    """
    found: dict[str, Any] = {}
    for name in submission.state:
        try:
            found[name] = describe(getattr(model, name), 0)
        except Exception as error:  # a property may need values that only a fit sets
            there = hasattr(kinds(model)[0], name)
            found[name] = {"kind": "missing", "type": type(error).__name__[:60] if there else "missing"}
    return {"state": found}


def arguments_of(call: Request) -> tuple[list[Any], dict[str, Any]]:
    layout = call.get("layout", "plain")

    def ready(value: Any) -> Any:
        return laid_out(value, layout) if isinstance(value, np.ndarray) else value

    return [ready(a) for a in call["args"]], {k: ready(a) for k, a in call.get("named", {}).items()}


def why_unbound(method: Any, args: list[Any], named: dict[str, Any]) -> str:
    """The reason why `method` cannot take these arguments, or an empty string."""
    try:
        signature = inspect.signature(method)
    except (TypeError, ValueError):
        return ""
    try:
        signature.bind(*args, **named)
    except TypeError as error:
        return str(error)
    return ""


def fresh_model(submission: Any, request: Request, module: Any = None) -> Any:
    seed_random(submission)
    model = submission.factory(module or copied(submission))(*request["new"])
    for call in request.get("before", ()):
        args, named = arguments_of(call)
        getattr(model, call["method"])(*args, **named)
    assign(model, request.get("state", {}))
    if request.get("right") or submission.corrected:
        substitute(model, submission, request["new"])
    return model


def copied(submission: Any, *, used: bool = False) -> Any:
    """A copy of the module, fresh or `used` before; the judged module if the file cannot be run twice."""
    try:
        return submission.practised() if used else submission.fresh()
    except Exception:
        return submission.judged()


@contextmanager
def warnings_heard(found: list[list[Any]], filename: str) -> Iterator[None]:
    """Note the text and line of each warning that the learner's own filters let through.

    The line is 0 if it is not in `filename`. Underflow is ignored.
    """
    with errstate(under="ignore"), catch_warnings(record=True) as heard:
        yield
    for one in (heard or [])[:MOST_WARNINGS]:
        line = one.lineno if one.filename == filename else 0
        found.append([str(one.message)[:200], int(line)])


def content_of(value: Any, depth: int = 2) -> bytes:
    """Current content of a number, array, list or tuple as bytes; empty for other or huge values."""
    if type(value) in (list, tuple) and len(value) <= MOST_ITEMS:  # depth ends this if a list holds itself
        if depth and floats(value):
            return pack(f"{len(value)}d", *value)
        items = (content_of(item, depth - 1) for item in value) if depth else ()
        return b"".join((repr(len(value)).encode(), *items))
    if type(value) in (float, int):  # hex: an int may have more digits than Python writes in decimal
        return (repr(value) if type(value) is float else hex(value)).encode()
    small = isinstance(value, (np.ndarray, np.generic)) and value.nbytes <= MOST_BYTES
    return value.tobytes() if small else b""


def bytes_of(model: Any, name: str) -> bytes:
    try:
        value = asarray(getattr(model, name))
        return repr(value.shape).encode() + value.tobytes()
    except Exception:
        return b""
