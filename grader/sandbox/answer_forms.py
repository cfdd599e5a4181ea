"""Check the form of every answer, because a submission can write to the same pipe.

A submission that finds the worker's pipe to the grader can send whole messages with the right ticket. An
answer with a form that the worker never sends counts as damaged. So the rest of the code only sees known
forms.

A form is written as data. A type means exactly this type, a set means one of these texts, a tuple means one
of several forms. A list of one form means any number of items, a longer list means these items in a row. A
dict means a record: a name with a question mark may be missing, other names are ignored, `...` means every
name.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from .describe import SHOWN_ITEMS

Form = Any
Test = Callable[[Any], bool]
Message = dict[str, Any]

MOST = 1 << 63
DEPTH = 2  # that of `describe`


def fits(answer: Message, request: Message) -> bool:
    """Whether `answer` has the form of an answer to `request`."""
    if _broken(answer):
        return True
    if request["op"] == "screen":
        return _screened(answer) and len(answer["tried"]) == len(request["sources"])
    if request["op"] == "runs":
        return _are_answers(answer.get("answers"), request["requests"])
    if request["op"] == "load":
        members = _test(dict.fromkeys(request["members"], MEMBER))
        return _loaded(answer) and (answer["class"] != "class" or members(answer["methods"]))
    return _is_run(answer, request)


def _are_answers(found: Any, asked: Sequence[Message]) -> bool:
    """Whether these are answers to the first of several requests, to one at least."""
    if type(found) is not list or not 0 < len(found) <= len(asked):
        return False
    pairs = zip(found, asked, strict=False)
    return all(type(one) is dict and (_broken(one) or _is_run(one, request)) for one, request in pairs)


def _is_run(answer: Message, request: Message) -> bool:
    if (mode := request["mode"]) not in MODES:
        return _plain(answer, request)
    numbered = SETS.get(mode)
    return MODES[mode](answer) and (numbered is None or len(answer[numbered]) == len(request["sets"]))


def _test(form: Form) -> Test:
    """The test for a form."""
    if isinstance(form, type):
        return lambda value: type(value) is form
    if isinstance(form, set):
        return lambda value: type(value) is str and value in form
    if isinstance(form, tuple):
        types = {one for one in form if isinstance(one, type)}
        return _either(types, [_test(one) for one in form if not isinstance(one, type)])
    if isinstance(form, list):
        return _row([*map(_test, form)])
    return _record(form) if isinstance(form, dict) else form


def _either(types: set[type], tests: list[Test]) -> Test:
    def fits(value: Any) -> bool:
        if type(value) in types:
            return True
        for test in tests:  # noqa: SIM110  a generator would take twice the time
            if test(value):
                return True
        return False

    return fits


def _row(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return lambda value: type(value) is list and all(map(tests[0], value))

    def fits(value: Any) -> bool:
        if type(value) is not list or len(value) != len(tests):
            return False
        for test, item in zip(tests, value, strict=True):  # noqa: SIM110  a generator takes twice the time
            if not test(item):
                return False
        return True

    return fits


def _record(form: dict[Any, Form]) -> Test:
    if ... in form:
        inner = _test(form[...])
        return lambda value: type(value) is dict and all(map(inner, value.values()))
    tests = [(name.rstrip("?"), name.endswith("?"), _test(one)) for name, one in form.items()]

    def fits(value: Any) -> bool:
        if type(value) is not dict:
            return False
        for name, optional, test in tests:  # noqa: SIM110  a generator would take twice the time
            if not (test(value[name]) if name in value else optional):
                return False
        return True

    return fits


def _count(value: Any) -> bool:
    return type(value) is int and 0 <= value < MOST


def _line(value: Any) -> bool:
    return value is None or (_count(value) and value > 0)


def _dtype(value: Any) -> bool:
    return type(value) is str and _is_dtype(value)


@lru_cache(maxsize=64)
def _is_dtype(name: str) -> bool:
    try:
        return np.dtype(name) is not None
    except (TypeError, ValueError, SyntaxError):
        return False


NOTHING = type(None)
EXCEPTION = {
    "type": str, "ancestry": [str], "message": str, "line": _line, "binding?": str, "stack?": [_count],
}  # fmt: skip
_broken = _test({"raised": EXCEPTION})
is_violation = _test(
    {
        "violation": {"off-limits", "solution-borrowed", "forbidden-library"},
        "what": str, "line": _line, "within": str,
    }
)  # fmt: skip
"""Test for a message that reports what the guard refused."""

SHAPED = {"type": str, "shape": [_count], "dtype": _dtype}
_shaped = _test(SHAPED)
KINDS = {
    "number": _test({"type": str, "number": float, "dtype?": _dtype}),
    "array": _test(SHAPED | {"array?": np.ndarray}),
    "sequence": _test({
        "type": str, "length": _count, "family": {"list", "tuple", "deque"},
        "numbers?": np.ndarray, "flavours?": [str], "items?": list,
    }),
} | dict.fromkeys(("none", "other", "missing"), _test({"type": str}))  # fmt: skip


def _value(value: Any, depth: int = DEPTH) -> bool:
    """Whether `value` has the form of a record made by `describe`."""
    kind = value.get("kind") if type(value) is dict else None
    if type(kind) is not str or kind not in KINDS or not KINDS[kind](value):
        return False
    if kind == "array":
        return "array" not in value or list(value["array"].shape) == value["shape"]
    if kind == "sequence":
        return _of_sequence(value, depth)
    masked = "shape" in value
    return kind == "number" or (_shaped(value) and "array" not in value if masked else len(value) == 2)


def _of_sequence(value: Message, depth: int) -> bool:
    if "numbers" in value:
        numbers = value["numbers"]
        return numbers.dtype == float and numbers.shape == (value["length"],) and "flavours" in value
    items = value.get("items", [])
    many = len(items) in (0, value["length"], SHOWN_ITEMS)
    return many and (depth > 0 or not items) and all(_value(item, depth - 1) for item in items)


STATE = {...: _value}
_looked = _test(({"raised": EXCEPTION}, {"state": STATE}))
_begun = _test({"start": STATE, "has": [str]})
_given = _test({
    "state": STATE, "changed": [str], "value?": _value, "raised?": EXCEPTION,
    "overwritten?": bool, "warned?": [[str, _count]],
})  # fmt: skip


def _call(value: Any) -> bool:
    if type(value) is dict and "state" not in value:
        return _broken(value) and "value" not in value
    return _given(value) and ("value" in value) != ("raised" in value)


def _plain(answer: Message, request: Message) -> bool:
    calls = answer.get("calls")
    if type(calls) is not list or len(calls) != len(request["calls"]):
        return False
    if not calls and not _begun(answer):
        return False
    pairs = zip(request["calls"], calls, strict=True)
    return all(_call(call) if asked["method"] else _looked(call) for asked, call in pairs)


MEMBER = (
    {"there": lambda value: value is False},
    {
        "there": lambda value: value is True, "bare": bool, "defaults": {...: float},
        "parameters?": [str], "required?": [str],
    },
)  # fmt: skip
CLASS = {"class": {"class"}, "methods": dict, "line": _line}
_loaded = _test(({"class": {"missing"}, "is": str}, {"class": {"callable"}}, CLASS))
_screened = _test({"tried": [(NOTHING, np.ndarray)]})
NUMERIC = (NOTHING, float, np.ndarray)
SEEN = (*NUMERIC, {"call": str, "rows": [_count], "value": NUMERIC, "made?": bool})
RAISED = (NOTHING, EXCEPTION)
MODES = {mode: _test(form) for mode, form in {
    "counted": {"counts": [{"total": _count, "own": _count, "raised": RAISED, "lines": [[_count, _count]]}]},
    "weighed": {"peaks": [_count]},
    "timed": {"seconds": [float]},
    "spied": {"walks": [_count]},
    "followed": {
        "events": [[_count, SEEN, [str], [_count]]], "end": [str],
        "called": [[str, [_count], _count, {...: (float, np.ndarray, str)}]],
        "caught": [[_count, EXCEPTION]],
    },
    "replaced": {"tries": [[_count, [_count], _value, STATE]]},
    "changed": {"repaired": [[_count, _count]]},
    "made": {"lines": {...: _count}},
}.items()}  # fmt: skip
SETS = {"counted": "counts", "weighed": "peaks", "timed": "seconds"}
"""The form of an answer with one item for each set of arguments."""
