"""The ways in which a call of the learner's can be made: plainly, counted, weighed, spied upon, followed.

A plain pass is what is judged. The others run on fresh copies of the module, with its output hidden, and
only their side facts count.
"""

import inspect
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import numpy as np
from numpy import array as new_array  # bound now: a submission may patch numpy later
from numpy import asarray, zeros

from .counting import Counted, Spy
from .describe import describe, describe_exception
from .parts import put_under, record_parts
from .spy import watched
from .trail import Trail, instrumented

Request = dict[str, Any]
MOST_TRIES = 40


class _Quiet:
    encoding, errors = "utf-8", "replace"

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return False


def laid_out(array: np.ndarray, layout: str) -> np.ndarray:
    """A copy of `array` as `layout` says: plain, strided (every other row), columns or readonly."""
    if layout == "strided":
        wide = zeros((2 * array.shape[0], *array.shape[1:]), array.dtype)
        wide[::2] = array
        return wide[::2]
    copied = new_array(array, order="F" if layout == "columns" else "C")
    copied.flags.writeable = layout != "readonly"
    return copied


def _seeded() -> None:
    """Make what a submission draws at random the same in every run, where it draws at all."""
    for name in ("random", "numpy.random"):
        if name in sys.modules:
            sys.modules[name].seed(7)


def _model(factory: Callable[..., Any], request: Request) -> Any:
    model = factory(*request["new"], **request.get("new_named", {}))
    for name, value in request.get("state", {}).items():
        setattr(model, name, new_array(value) if isinstance(value, np.ndarray) else value)
    return model


def _state(model: Any) -> dict[str, Any]:
    found = {}
    for name in ("w", "b"):
        try:
            found[name] = describe(getattr(model, name), 0)
        except AttributeError:
            found[name] = {"kind": "missing", "type": "missing"}
    return found


def _arguments(call: Request) -> tuple[list[Any], dict[str, Any]]:
    layout = call.get("layout", "plain")

    def ready(value: Any) -> Any:
        return laid_out(value, layout) if isinstance(value, np.ndarray) else value

    return [ready(a) for a in call["args"]], {k: ready(a) for k, a in call.get("named", {}).items()}


def _binding(method: Any, args: list[Any], named: dict[str, Any]) -> str:
    """Why `method` cannot be called so, or an empty string."""
    try:
        signature = inspect.signature(method)
    except (TypeError, ValueError):
        return ""
    try:
        signature.bind(*args, **named)
    except TypeError as error:
        return str(error)
    return ""


def plain(submission: Any, request: Request) -> Request:
    """Make the calls one after another on one model; the facts about each."""
    _seeded()
    module = submission.module
    answer: Request = {}
    try:
        model = _model(submission.factory(module), request)
        answer["start"] = _state(model)
    except BaseException as error:
        trouble = _binding(submission.factory(module), request["new"], request.get("new_named", {}))
        return {"raised": describe_exception(error, submission.filename) | {"binding": trouble}}
    if request.get("right"):
        put_under(model, submission)
    listener = record_parts(model) if request.get("record") else None
    answer["calls"] = [_one(submission, model, call) for call in request["calls"]]
    if listener is not None:
        answer["parts"] = listener.undo()
    return answer


def _one(submission: Any, model: Any, call: Request) -> Request:
    args, named = _arguments(call)
    given = [*args, *named.values()]
    before = [a.tobytes() if isinstance(a, np.ndarray) else None for a in given]
    facts: Request = {}
    try:
        method = getattr(model, call["method"])
    except AttributeError as error:
        return {"missing": True, "raised": describe_exception(error, submission.filename)}
    try:
        facts["value"] = describe(method(*args, **named))
    except BaseException as error:
        facts["raised"] = describe_exception(error, submission.filename)
        facts["raised"]["binding"] = _binding(method, args, named) if isinstance(error, TypeError) else ""
    names = ["X", "y"] if len(before) < 3 or call["method"] == "fit" else ["X", "y", "y_hat"]
    names = call.get("names", names)
    after = [a.tobytes() if isinstance(a, np.ndarray) else None for a in given]
    facts["changed"] = [name for name, old, new in zip(names, before, after, strict=False) if old != new]
    return facts | _state(model)


def _fresh(submission: Any, request: Request, module: Any = None) -> Any:
    _seeded()
    model = _model(submission.factory(module or _reloaded(submission)), request)
    if request.get("right"):
        put_under(model, submission)
    return model


def _reloaded(submission: Any) -> Any:
    """A fresh copy of the module; where the file cannot be run twice in one process, the one there is."""
    try:
        return submission.load()
    except Exception:
        return submission.module


def counted(submission: Any, request: Request) -> Request:
    """Instructions of the call with each set of arguments, each on a fresh copy, after a warm-up."""
    rows: list[Request] = []
    sets = request["sets"]
    for number, one in enumerate([sets[0], *sets]):
        model = _fresh(submission, request | one)
        args, named = _arguments(one)
        method = getattr(model, request["method"])
        tally, failure = Counted(submission.filename), None

        def call() -> None:
            nonlocal failure
            try:
                method(*args, **named)  # noqa: B023  called before the loop goes on
            except Exception as error:
                failure = describe_exception(error, submission.filename)

        if number:
            tally.run(call)
            rows.append({"total": tally.total, "own": tally.own, "raised": failure,
                         "lines": [[line, count] for line, count in tally.lines.items()]})  # fmt: skip
        else:
            call()
    return {"counts": rows}


def weighed(submission: Any, request: Request) -> Request:
    """The peak of memory allocated by the call with each set of arguments."""
    import tracemalloc

    peaks = []
    for one in request["sets"]:
        model = _fresh(submission, request | one)
        args, named = _arguments(one)
        tracemalloc.start()
        try:
            getattr(model, request["method"])(*args, **named)
            peaks.append(tracemalloc.get_traced_memory()[1])
        except Exception:
            peaks.append(0)
        finally:
            tracemalloc.stop()
    return {"peaks": peaks}


def spied(submission: Any, request: Request) -> Request:
    """The lines that walk over the samples in C, seen by an array subclass and by the rewritten code."""
    one = request["sets"][0]
    trail = Trail(str, request["least"])
    module = submission.load(instrumented(submission.source, submission.filename), trail.names())
    model = _fresh(submission, request | one, module)
    args, named = _arguments(one)
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
    args, named = _arguments(one)
    state: dict[str, Any] = {"model": None, "last": None}
    given = [a for a in args if isinstance(a, np.ndarray)]

    def watch() -> str:
        model = state["model"]
        now = [_bytes(model, "w"), _bytes(model, "b"), *(a.tobytes() for a in given)]
        last, state["last"] = state["last"] or now, now
        return "".join(mark for mark, old, new in zip("wbXyh", last, now, strict=False) if old != new)

    trail = Trail(watch, request["least"])
    module = submission.load(instrumented(submission.source, submission.filename), trail.names())
    model = state["model"] = _fresh(submission, request | one, module)
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
        model = _fresh(submission, request | one, submission.load(code, trail.names()))
        args, named = _arguments(one)
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
            now = _bytes(model, name) if model is not None else b""
            if now and now != state.get(name) and state["line"] is not None:
                state[name], lines[name] = now, state["line"]

    def local(frame: FrameType, event: str, arg: object) -> Any:
        if frame.f_code.co_filename != submission.filename:
            return None
        look(frame)
        state["line"] = frame.f_lineno
        return local

    _seeded()
    factory = submission.factory(submission.load())
    sys.settrace(local)
    try:
        factory(*request["new"])
    except Exception:
        pass
    finally:
        sys.settrace(None)
    return {"lines": lines}


def _bytes(model: Any, name: str) -> bytes:
    try:
        value = asarray(getattr(model, name))
        return repr(value.shape).encode() + value.tobytes()
    except Exception:
        return b""


def hidden(work: Callable[[Any, Request], Request]) -> Callable[[Any, Request], Request]:
    """`work` with the learner's output thrown away."""

    def quietly(submission: Any, request: Request) -> Request:
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = _Quiet()  # type: ignore[assignment]
        try:
            return work(submission, request)
        finally:
            sys.stdout, sys.stderr = streams

    return quietly


MODES: dict[str, Callable[[Any, Request], Request]] = {
    "plain": plain,
    "quiet": hidden(plain),
    "counted": hidden(counted),
    "weighed": hidden(weighed),
    "spied": hidden(spied),
    "followed": hidden(followed),
    "mended": hidden(mended),
    "made": hidden(made),
}
