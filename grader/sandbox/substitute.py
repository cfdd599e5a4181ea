"""Replace a learner's methods by correct ones, or record the calls of the learner's own methods.

The class that defines a method is patched, with wrappers that take any arguments: that works with slots,
factories, properties and calls through the class, where subclassing or patching the instance would fail.
"""

import inspect
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from types import FunctionType, ModuleType
from typing import Any

import numpy as np
from numpy import array as new_array  # bound now: a submission may patch numpy later

from .describe import kinds, number

MOST_CALLS, MOST_TOLD, MOST_ELEMENTS = 400, 12, 4_096


def substitute(model: Any, submission: Any, new: Sequence[Any]) -> None:
    """Replace the methods named in `submission.substituted` by those of the reference, whose text was sent.

    `new` holds the constructor's arguments; the reference gets the same ones. Its class is made for each
    model and not kept: code that searches the heap for a right class must not find one.
    """
    module = ModuleType("right")
    exec(submission.answers, module.__dict__)
    reference = module.__dict__[submission.name]
    for name in submission.substituted:
        _patch(model, name, _right(reference, name, submission, model, new))
    if submission.corrected:
        _note_arguments(model, submission)


def _note_arguments(model: Any, submission: Any) -> None:
    """Wrap the training so that right methods under it can use its arguments in place of their own."""
    name = submission.corrected["training"]
    raw = next((t.__dict__[name] for t in kinds(model) if name in t.__dict__), None)
    if not isinstance(raw, FunctionType) or hasattr(raw, "notes"):
        return

    @wraps(raw)
    def call(*args: Any, **named: Any) -> Any:
        submission.given = dict(zip(submission.takes[name], args[1:], strict=False)) | named
        try:
            return raw(*args, **named)
        finally:
            submission.given = {}

    call.notes = True  # type: ignore[attr-defined]
    _patch(model, name, call)


def _corrected(submission: Any, right: Any, name: str, known: dict[str, Any]) -> dict[str, Any]:
    """The arguments that the training should pass to a method: its own, and its last predictions."""
    roles, given = submission.corrected, submission.given
    if not roles or not given:
        return known
    known = known | {key: given[key] for key in submission.takes[name] if key in given}
    if name != (forward := roles["forward"]):
        takes = [given[key] for key in submission.takes[forward]]
        known[roles["predicted"]] = given["last"] if "last" in given else getattr(right, forward)(*takes)
    return known


def _right(reference: Any, name: str, submission: Any, model: Any, new: Sequence[Any]) -> Callable[..., Any]:
    takes = submission.takes[name]
    order = _order(takes, getattr(model, name, None))

    def call(*args: Any, **named: Any) -> Any:
        plain = [a for a in args if a is not model and a is not type(model)]
        known = dict(zip(order, plain, strict=False)) | named
        right = reference(*new)
        for parameter in submission.state:
            setattr(right, parameter, getattr(model, parameter))
        known = _corrected(submission, right, name, known)
        answer = getattr(right, name)(*[known[key] for key in takes])
        if name == submission.corrected.get("forward"):
            submission.given["last"] = answer
        return answer

    call.__name__ = name
    call.order = order  # type: ignore[attr-defined]
    return call


def _order(takes: Sequence[str], method: Any) -> tuple[str, ...]:
    """The order of the arguments: the learner's, if it only reorders the documented names."""
    if (known := getattr(method, "order", None)) is not None:  # patched in an earlier run
        return tuple(known)
    try:
        own = tuple(p for p in inspect.signature(method).parameters if p != "self")
    except (TypeError, ValueError):
        return tuple(takes)
    return own if sorted(own) == sorted(takes) else tuple(takes)


def _patch(model: Any, name: str, call: Callable[..., Any]) -> None:
    owner = next((t for t in kinds(model) if name in t.__dict__), None)
    if owner is not None:
        setattr(owner, name, call)
    if name in getattr(model, "__dict__", {}):
        model.__dict__[name] = call


class Listener:
    """The recorded calls of a model's methods, and what was patched to record them."""

    def __init__(self) -> None:
        self.calls: list[list[Any]] = []
        self.patched: list[tuple[Any, str, Any]] = []

    def note(self, name: str, rows: list[int], line: int | None, given: dict[str, Any]) -> None:
        """Record a call of `name` with the row counts of its arrays; arguments only for the first calls."""
        if len(self.calls) < MOST_CALLS:
            few = given if len(self.calls) < MOST_TOLD else {}
            self.calls.append([name, rows, line, few])

    def undo(self) -> list[list[Any]]:
        """Restore the methods and return the calls, each as `[name, rows, line, arguments]`."""
        for owner, name, raw in self.patched:
            setattr(owner, name, raw)
        return self.calls


def record_calls(model: Any, names: Sequence[str], submission: Any) -> Listener:
    """Wrap these methods of the model's class so that each call is recorded, until `undo`."""
    listener = Listener()
    for name in names:
        owner = next((t for t in kinds(model) if name in t.__dict__), None)
        raw = owner.__dict__[name] if owner is not None else None
        if isinstance(raw, (staticmethod, classmethod)):
            wrapped: Any = type(raw)(_noting(listener, name, raw.__func__, submission, owner))
        elif isinstance(raw, FunctionType):
            wrapped = _noting(listener, name, raw, submission, owner)
        else:
            continue
        setattr(owner, name, wrapped)
        listener.patched.append((owner, name, raw))
    return listener


def _noting(
    listener: Listener, name: str, original: Callable[..., Any], submission: Any, owner: Any
) -> Callable[..., Any]:
    takes = submission.takes[name]
    order = _order(takes, original)

    @wraps(original)
    def call(*args: Any, **named: Any) -> Any:
        arrays = [a for a in [*args, *named.values()] if np.ndarray in kinds(a)]
        bound = args and (owner in kinds(args[0]) or type in kinds(args[0]))
        plain = args[1:] if bound else args
        known = dict(zip(order, plain, strict=False)) | named
        given = {key: _told(known[key]) for key in takes if key in known}
        caller = sys._getframe(1)
        line = caller.f_lineno if caller.f_code.co_filename == submission.filename else None
        listener.note(name, [len(a) for a in arrays if a.ndim], line, given)
        return original(*args, **named)

    return call


def _told(value: Any) -> Any:
    """An argument in a form that can be sent: a number, a small array of numbers, or its type's name."""
    if np.ndarray in kinds(value) and value.dtype.kind in "fiu" and value.size <= MOST_ELEMENTS:
        return new_array(value, dtype=float, subok=False)
    found = number(value)
    return f"a {type(value).__name__[:60]}" if found is None else found[0]
