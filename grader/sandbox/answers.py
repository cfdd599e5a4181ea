"""Check the form of every answer: a submission can write to the same pipe, so none is trusted.

A submission that finds the worker's pipe to the grader can send whole messages with the right ticket.
An answer whose form differs from the worker's own counts as damaged, so later code sees only known forms.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

import numpy as np

from .describe import SHOWN_ITEMS, assigned
from .wire import WireError

Test = Callable[[Any], bool]
Message = dict[str, Any]

MOST = 1 << 63
VIOLATIONS = ("off-limits", "solution-borrowed", "forbidden-library")
KINDS = ("none", "number", "array", "sequence", "other", "missing")
FAMILIES = ("list", "tuple", "deque")
DEPTH = 2  # that of `describe`


def check_answer(answer: Message, request: Message) -> None:
    """Check that `answer` has the form of an answer to `request`.

    Raises:
        WireError: if it does not.
    """
    if request["op"] == "screen":
        fits = _record({"tried": _each(_either(_nothing, _array), len(request["sources"]))})(answer)
    elif request["op"] == "runs":
        fits = _are_answers(answer.get("answers"), request["requests"])
    else:
        form = _loaded(request) if request["op"] == "load" else FORMS[request["mode"]](request)
        fits = form(answer)
    if not (fits or _broken(answer)):
        raise WireError("an answer of an unknown form")


def _are_answers(found: Any, asked: Sequence[Message]) -> bool:
    """Whether these are the answers to the first of several requests, one at least."""
    if type(found) is not list or not 0 < len(found) <= len(asked):
        return False
    return all(
        type(one) is dict and (_broken(one) or FORMS[request["mode"]](request)(one))
        for one, request in zip(found, asked, strict=False)
    )


def _exactly(kind: type) -> Test:
    return lambda value: type(value) is kind


_text, _flag, _float, _array, _nothing = map(_exactly, (str, bool, float, np.ndarray, type(None)))


def _count(value: Any) -> bool:
    return type(value) is int and 0 <= value < MOST


def _line(value: Any) -> bool:
    return value is None or (_count(value) and value > 0)


def _one_of(names: tuple[str, ...]) -> Test:
    return lambda value: type(value) is str and value in names


def _either(*tests: Test) -> Test:
    def form(value: Any) -> bool:
        for test in tests:  # noqa: SIM110  a generator would take twice the time
            if test(value):
                return True
        return False

    return form


def _each(test: Test, number: int | None = None) -> Test:
    def form(value: Any) -> bool:
        return type(value) is list and number in (None, len(value)) and all(map(test, value))

    return form


def _row(*tests: Test) -> Test:
    def form(value: Any) -> bool:
        fits = type(value) is list and len(value) == len(tests)
        return fits and all(test(item) for test, item in zip(tests, value, strict=True))

    return form


def _record(wanted: Mapping[str, Test], optional: Mapping[str, Test] | None = None) -> Test:
    """Test for a dict with all of `wanted` and perhaps some of `optional`; other keys are ignored."""
    must_be, may_be = tuple(wanted.items()), tuple((optional or {}).items())

    def form(value: Any) -> bool:
        if type(value) is not dict:
            return False
        for name, test in must_be:
            if name not in value or not test(value[name]):
                return False
        for name, test in may_be:  # noqa: SIM110  a generator would take twice the time
            if name in value and not test(value[name]):
                return False
        return True

    return form


def _named(test: Test) -> Test:
    def form(value: Any) -> bool:
        return type(value) is dict and all(map(test, value.values()))

    return form


_texts, _counts = _each(_text), _each(_count)
_exception = _record({"type": _text, "ancestry": _texts, "message": _text, "line": _line}, {"binding": _text})
_broken = _record({"raised": _exception})
_perhaps = _either(_nothing, _exception)
is_violation = _record({"violation": _one_of(VIOLATIONS), "what": _text, "line": _line, "within": _text})
"""Test for a message that reports what the guard refused."""


def _dtype(value: Any) -> bool:
    return type(value) is str and _is_dtype(value)


@lru_cache(maxsize=64)
def _is_dtype(name: str) -> bool:
    try:
        return np.dtype(name) is not None
    except (TypeError, ValueError, SyntaxError):
        return False


_kind = _one_of(KINDS)
_number = _record({"number": _float, "flavour": _text}, {"dtype": _dtype})
_shaped = _record({"shape": _counts, "dtype": _dtype})
_counted_items = _record({"length": _count, "family": _one_of(FAMILIES)})


def _value(value: Any, depth: int = DEPTH) -> bool:
    """Whether `value` has the form of a record made by `describe`."""
    if type(value) is not dict or type(value.get("type")) is not str or not _kind(kind := value.get("kind")):
        return False
    if kind == "number":
        return _number(value)
    if kind == "array":
        return _of_array(value)
    if kind == "sequence":
        return _of_sequence(value, depth)
    masked = "shape" in value
    return (_shaped(value) if masked else set(value) == {"kind", "type"}) and "array" not in value


def _of_array(value: Message) -> bool:
    if not _shaped(value):
        return False
    if "array" not in value:
        return True
    content = value["array"]
    return _array(content) and list(content.shape) == value["shape"]


def _of_sequence(value: Message, depth: int) -> bool:
    if not _counted_items(value):
        return False
    if "numbers" in value:
        numbers = value["numbers"]
        fits = _array(numbers) and numbers.dtype == float and numbers.shape == (value["length"],)
        return fits and _texts(value.get("flavours"))
    items = value.get("items", [])
    inner = partial(_value, depth=depth - 1)
    many = len(items) in (0, value["length"], SHOWN_ITEMS) if type(items) is list else False
    return many and (depth > 0 or not items) and _each(inner)(items)


_state = _record({"state": _named(_value)})
_given = _record(
    {"state": _named(_either(_nothing, _value)), "changed": _texts},
    {"value": _value, "raised": _exception, "overwritten": _flag, "warned": _each(_row(_text, _count))},
)


def _call(value: Any) -> bool:
    if type(value) is dict and "raised" not in value:
        return _given(value) and "value" in value
    if _broken(value) and "state" not in value:
        return "value" not in value
    return _given(value) and "value" not in value


_looked = _either(_broken, _state)
_begun = _record({"start": _named(_value), "has": _texts})
_told = _either(_float, _array, _text)


def _plain(request: Message) -> Test:
    names = tuple(request.get("record", ()))
    called = _each(_row(_one_of(names), _counts, _line, _named(_told)))

    def form(answer: Any) -> bool:
        calls = answer.get("calls")
        if type(calls) is not list or len(calls) != len(request["calls"]):
            return False
        if not calls and not _begun(answer):
            return False
        for number, (asked, call) in enumerate(zip(request["calls"], calls, strict=True)):
            if not (_call(call) if asked["method"] else _looked(call)):
                return False
            kept = [name for name, value in call.get("state", {}).items() if value is None]
            if kept and not set(kept) <= assigned(request, number).keys():
                return False
        return not names or ("called" in answer and called(answer["called"]))

    return form


_gone = _record({"there": lambda value: value is False})
_there = _record(
    {"there": lambda value: value is True, "bare": _flag, "line": _line, "defaults": _named(_float)},
    {"parameters": _texts, "required": _texts},
)


def _loaded(request: Message) -> Test:
    methods = _record(dict.fromkeys(request["members"], _either(_gone, _there)))
    return _either(
        _record({"class": _one_of(("missing",)), "is": _text}),
        _record({"class": _one_of(("callable",))}),
        _record({"class": _one_of(("class",)), "methods": methods, "line": _line}),
    )


def _sets(name: str, test: Test) -> Callable[[Message], Test]:
    """Form of an answer that holds, under `name`, one item passing `test` for each set of arguments."""
    return lambda request: _record({name: _each(test, len(request["sets"]))})


def _always(form: Test) -> Callable[[Message], Test]:
    return lambda request: form


_counts_made = _record(
    {"total": _count, "own": _count, "raised": _perhaps, "lines": _each(_row(_count, _count))}
)
_numeric = _either(_nothing, _float, _array)
_seen = _either(_numeric, _record({"call": _text, "rows": _counts, "value": _numeric}, {"made": _flag}))
_events = _each(_row(_count, _seen, _texts, _counts))
_tries = _each(_row(_count, _counts, _value, _named(_value)))

FORMS: dict[str, Callable[[Message], Test]] = {
    "plain": _plain,
    "quiet": _plain,
    "counted": _sets("counts", _counts_made),
    "weighed": _sets("peaks", _count),
    "timed": _sets("seconds", _float),
    "spied": _always(_record({"walks": _counts})),
    "followed": _always(_record({"events": _events, "walks": _counts, "end": _texts, "raised": _perhaps})),
    "replaced": _always(_record({"tries": _tries})),
    "made": _always(_record({"lines": _named(_count)})),
}
