"""Replace a learner's methods by correct ones.

The class that defines a method is patched, with wrappers that take any arguments. That also works with slots,
factories, properties and calls through the class. A subclass or a patched instance would not.
"""

import inspect
from collections.abc import Callable, Sequence
from functools import wraps
from types import FunctionType, ModuleType
from typing import Any

from ..describe import kinds


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
    """Wrap the training, so that right methods that it calls can use its arguments in place of their own."""
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
    order = order_of(takes, getattr(model, name, None))

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


def order_of(takes: Sequence[str], method: Any) -> tuple[str, ...]:
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
