"""The ways in which a learner's method is called: plain, counted, weighed, timed, spied, followed.

Only the results of plain calls are judged. The other calls run on fresh copies of the module, with its output
hidden, to measure something.
"""

import builtins
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from time import perf_counter  # bound now: a submission may patch time later
from typing import Any

import numpy as np

from ..describe import describe, describe_exception
from ..measuring.instruction_count import Counted
from ..measuring.memory_peak import peak
from .calling import (
    Request,
    arguments_of,
    assign,
    content_of,
    copied,
    filled,
    fresh_model,
    new_model,
    seed_random,
    state_of,
    warnings_heard,
    why_unbound,
)
from .changed_operations import changed
from .replaced_values import replaced
from .substitute import substitute
from .traced_runs import followed, made, spied


class _Quiet:
    encoding, errors = "utf-8", "replace"

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return False


def plain(submission: Any, request: Request) -> Request:
    """Make the calls one after another, and return the facts about each.

    All calls go to one model, unless a call names another `model` by its number. The first call that names it
    makes it, with the call's `new` arguments if there are any. `state` is assigned before the call. `into`
    and `share` are indices of earlier calls: `into` refills their arrays, `share` uses them unchanged. A call
    without a method only reads the state. A result is `overwritten` if it has changed at the end.
    """
    seed_random(submission)
    module = submission.judged()
    answer: Request = {}
    try:
        model = new_model(submission.factory(module), request)
        if not request["calls"]:  # else the calls tell
            answer["start"] = state_of(model, submission)["state"]
            answer["has"] = [name for name in request.get("has", ()) if callable(getattr(model, name, None))]
    except BaseException as error:
        trouble = why_unbound(submission.factory(module), request["new"], request.get("new_named", {}))
        return {"raised": describe_exception(error, submission.filename) | {"binding": trouble}}
    if request.get("right") or submission.corrected:
        substitute(model, submission, request["new"])
    models, used, given = [model], [], []  # type: ignore[var-annotated]
    answer["calls"] = [_in_turn(submission, request, models, used, given, call) for call in request["calls"]]
    for facts, result, content in given[:-1]:
        if content_of(result) != content:
            facts["overwritten"] = True
    return answer


def _in_turn(
    submission: Any,
    request: Request,
    models: list[Any],
    used: list[Any],
    given: list[tuple[Request, Any, bytes]],
    call: Request,
) -> Request:
    args, named = arguments_of(call)
    try:
        if "into" in call:
            args = [filled(old, new) for old, new in zip(used[call["into"]], args, strict=True)]
        if "share" in call:
            first = request["calls"][call["share"]]["method"]
            there = dict(zip(submission.takes[first], used[call["share"]], strict=False))
            args = [there.get(n, a) for n, a in zip(submission.takes[call["method"]], args, strict=False)]
        if call.get("model", 0) == len(models):
            submission.mark("__init__")
            arguments = call["new"] if "new" in call else request["new"]
            models.append(new_model(submission.factory(submission.module), {"new": arguments}))
            if request.get("right") or submission.corrected:
                substitute(models[-1], submission, arguments)
        model = models[call.get("model", 0)]
        assign(model, call.get("state", {}))
    except BaseException as error:
        return {"raised": describe_exception(error, submission.filename)}
    finally:
        used.append(args)
    if not call["method"]:
        return state_of(model, submission)
    warned: list[list[Any]] = []
    submission.mark(call["method"])
    with warnings_heard(warned, submission.filename) if request.get("warnings") else nullcontext():
        facts, result = _one(submission, model, call, args, named)
    if request.get("warnings"):
        facts["warned"] = warned
    given.append((facts, result, content_of(result)))
    return facts


def _one(submission: Any, model: Any, call: Request, args: list[Any], named: Request) -> tuple[Request, Any]:
    """Make one call; return the facts about it, and its result."""
    taken, result = [*args, *named.values()], None
    before = [a.tobytes() if isinstance(a, np.ndarray) else None for a in taken]
    facts: Request = {}
    try:
        method = getattr(model, call["method"])
    except AttributeError as error:
        return {"raised": describe_exception(error, submission.filename)}, None
    try:
        result = method(*args, **named)
        facts["value"] = describe(result)
    except BaseException as error:
        facts["raised"] = describe_exception(error, submission.filename)
        facts["raised"]["binding"] = why_unbound(method, args, named) if isinstance(error, TypeError) else ""
    names = [*submission.takes[call["method"]][: len(args)], *named]
    after = [a.tobytes() if isinstance(a, np.ndarray) else None for a in taken]
    facts["changed"] = [name for name, old, new in zip(names, before, after, strict=False) if old != new]
    return facts | state_of(model, submission), result


def counted(submission: Any, request: Request) -> Request:
    """Count the instructions of the call with each set of arguments, each on a fresh copy.

    A first round on another copy warms up: NumPy imports some modules late, and caches work per shape.
    """
    rows: list[Request] = []
    sets = request["sets"]
    for number, one in enumerate([*sets, *sets]):
        warm = number < len(sets)
        args, named = arguments_of(one)
        longest = max((len(a) for a in args if isinstance(a, np.ndarray) and a.ndim), default=0)
        tally, failure = Counted(submission.filename, longest), None
        with nullcontext() if warm else tally.listening():
            model = fresh_model(submission, request | one, copied(submission, used=True) if warm else None)
        method = getattr(model, request["method"])

        def call() -> None:
            nonlocal failure
            try:
                method(*args, **named)  # noqa: B023  called before the loop goes on
            except Exception as error:
                failure = describe_exception(error, submission.filename)

        if not warm:
            tally.run(call)
            rows.append({"total": tally.total, "own": tally.own, "raised": failure,
                         "lines": [[line, count] for line, count in tally.lines.items()]})  # fmt: skip
        else:
            call()
    return {"counts": rows}


def weighed(submission: Any, request: Request) -> Request:
    """Peak memory in bytes that the call allocates with each set of arguments; 0 if it raises."""
    peaks = []
    for one in request["sets"]:
        model = fresh_model(submission, request | one, copied(submission, used=True))
        args, named = arguments_of(one)
        try:
            method = getattr(model, request["method"])
            peaks.append(peak(partial(method, *args, **named)))
        except Exception:
            peaks.append(0)
    return {"peaks": peaks}


def timed(submission: Any, request: Request) -> Request:
    """The seconds that the call takes with each set of arguments; for information, never for judging."""
    seconds = []
    for one in request["sets"]:
        model = fresh_model(submission, request | one)
        args, named = arguments_of(one)
        begun = perf_counter()
        getattr(model, request["method"])(*args, **named)
        seconds.append(perf_counter() - begun)
    return {"seconds": seconds}


def _print_nothing(*values: object, **how: object) -> None: ...


def hidden(work: Callable[[Any, Request], Request]) -> Callable[[Any, Request], Request]:
    """`work` with the learner's output thrown away; `print` does not even format its values."""

    def quietly(submission: Any, request: Request) -> Request:
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = _Quiet()
        printing, builtins.print = builtins.print, _print_nothing
        try:
            return work(submission, request)
        finally:
            sys.stdout, sys.stderr = streams
            builtins.print = printing

    return quietly


MODES: dict[str, Callable[[Any, Request], Request]] = {
    "plain": plain,
    "quiet": hidden(plain),
    "counted": hidden(counted),
    "weighed": hidden(weighed),
    "timed": hidden(timed),
    "spied": hidden(spied),
    "followed": hidden(followed),
    "replaced": hidden(replaced),
    "changed": hidden(changed),
    "made": hidden(made),
}
