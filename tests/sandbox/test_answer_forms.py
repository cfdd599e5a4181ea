"""Answers that do not have the worker's format count as damaged, whatever code sent them."""

# ruff: noqa: E501 - tables

from random import Random
from typing import Any

import pytest

from grader.katas.linear_regression.exercise import EXERCISE
from grader.sandbox import wire
from grader.sandbox.answer_forms import fits, is_violation
from grader.sandbox.limits import Ended

from ..helpers import edits
from ..helpers.mutants import SOLUTION
from ..helpers.workers import CALL, GENEROUS, model, sandbox

METHODS = EXERCISE.takes
LOAD = {"op": "load", "members": METHODS}
RUN = {"op": "run"} | CALL
RAISED = {"type": "E", "ancestry": ["E"], "message": "", "line": 1}
VALUE = {"kind": "number", "type": "float", "number": 1.0}
STATE = {"state": {"w": VALUE, "b": VALUE}}
ANSWER: dict[str, Any] = {"calls": [STATE | {"value": VALUE, "changed": []}]}
NEW: dict[str, Any] = {"start": STATE["state"], "has": [], "calls": []}
NESTED: dict[str, Any] = {"kind": "sequence", "type": "list", "length": 1, "family": "list"}


def nested(depth: int) -> dict[str, Any]:
    """A list inside a list, nested `depth` times."""
    return NESTED | {"items": [nested(depth - 1)]} if depth else NESTED


def refused(answer: dict[str, Any], request: dict[str, Any]) -> bool:
    """True if the answer counts as damaged."""
    return not fits(answer, request)


def with_value(value: Any) -> dict[str, Any]:
    """An answer in which the call returned this value."""
    return ANSWER | {"calls": [STATE | {"value": value, "changed": []}]}


def test_what_the_worker_sends_is_accepted() -> None:
    assert not refused(ANSWER, RUN)
    assert not refused({"raised": RAISED}, RUN)
    assert not refused({"raised": RAISED}, LOAD)
    assert not refused(with_value(nested(2)), RUN)
    assert not refused(NEW, RUN | {"calls": []})


def test_answers_to_several_requests_are_looked_at_one_by_one() -> None:
    asked = {"op": "runs", "requests": [RUN, RUN | {"calls": []}]}
    for answers in ([ANSWER], [ANSWER, NEW], [{"raised": RAISED}, NEW]):
        assert not refused({"answers": answers}, asked)
    for wrong in ([], [NEW], [ANSWER, ANSWER], [ANSWER, NEW, NEW], ["text"], "text", None):
        assert refused({"answers": wrong}, asked)


@pytest.mark.parametrize(
    "answer",
    [
        {}, {"ready": True}, {"raised": None}, {"raised": RAISED | {"line": -1}}, {"raised": RAISED | {"line": True}},
        ANSWER | {"calls": []}, ANSWER | {"calls": ANSWER["calls"] * 2},
        {"calls": [{"state": {"b": None}, "value": VALUE, "changed": []}]},
        ANSWER | {"calls": [STATE]}, with_value(None), with_value(VALUE | {"number": 1}), with_value(nested(3)),
        with_value(VALUE | {"number": None}), with_value(VALUE | {"dtype": "no such"}), with_value({"kind": "odd"}),
        with_value({"kind": "array", "type": "x", "shape": [2], "dtype": "<f8", "array": [1.0, 2.0]}),
        with_value({"kind": "array", "type": "x", "shape": [-2], "dtype": "<f8"}),
        with_value(NESTED | {"length": -1}), with_value(NESTED | {"numbers": [1.0], "flavours": []}),
        with_value(nested(300)),
    ],
    ids=range(20),
)  # fmt: skip
def test_another_form_is_refused(answer: dict[str, Any]) -> None:
    assert refused(answer, RUN)


@pytest.mark.parametrize(
    "loaded",
    [
        {"class": "odd"}, {"class": []}, {"class": "class"}, {"class": "class", "line": 1, "methods": {}},
        {"class": "class", "line": 1, "methods": {name: {"there": True} for name in METHODS}}, {"class": "missing"},
    ],
    ids=range(6),
)  # fmt: skip
def test_another_form_of_loading_is_refused(loaded: dict[str, Any]) -> None:
    assert refused(loaded, LOAD)


def test_only_what_the_guard_refuses_is_a_violation() -> None:
    report = {"violation": "off-limits", "what": "x", "line": None, "within": "fit"}
    assert is_violation(report)
    assert not is_violation(report | {"violation": "raises"})
    assert not is_violation(report | {"violation": []})
    assert not is_violation({"violation": "off-limits"})


TOO_MANY = "a right answer too many"
FORGERIES = {
    "an answer of another form": "channel.send({'class': 'class'})",
    "a violation that there is not": "channel.report('no such kind', 'x', 1, 'predict')",
    "a ticket that is none": "os.write(channel.out, wire.encode({'violation': 'off-limits', 'ticket': []}))",
    TOO_MANY: "channel.send({'raised': {'type': 'E', 'ancestry': [], 'message': '', 'line': 9}})",
}
FINDS = """\
import gc, os, sys
def found(name): return next(o for o in gc.get_objects() if type(o).__name__ == name)
def frame(): return sys._getframe()
"""


def answers_of(line: str) -> list[Any]:
    """The answers to three calls of a `predict` that runs `line`, which may use its channel, and returns 1.0."""
    body = f"channel = found('Channel')\nwire = channel.send.__globals__['wire']\n{line}\nreturn 1.0"
    with sandbox(model(body, FINDS), GENEROUS) as worker:
        worker.load()
        return [worker.run(request) for request in (CALL, CALL | {"calls": []}, CALL | {"calls": []})]


@pytest.fixture(scope="module")
def unforged() -> list[Any]:
    """What the same calls answer if no message is forged."""
    return answers_of("pass")


def told(answer: Any) -> str:
    """An answer as text, to compare it; how it ended, if it did."""
    return answer.how if isinstance(answer, Ended) else repr(answer)


@pytest.mark.parametrize("name", sorted(set(FORGERIES) - {TOO_MANY}))
def test_forged_message_ends_the_call(name: str, unforged: list[Any]) -> None:
    """Code that searches the worker's objects finds its channel and its ticket."""
    assert [told(answer) for answer in answers_of(FORGERIES[name])] == ["exits", *map(told, unforged[1:])]


def test_forged_answer_shifts_no_other(unforged: list[Any]) -> None:
    """A forged answer of the right form is believed for its own call, but the next call is not misled by it."""
    forged, *later = answers_of(FORGERIES[TOO_MANY])
    assert forged == {"raised": {"type": "E", "ancestry": [], "message": "", "line": 9}}
    assert list(map(told, later)) == ["exits", told(unforged[2])]


def test_damage_of_any_kind_is_refused_or_changes_a_value_alone() -> None:
    """Reading damaged messages raises nothing but WireError."""
    random = Random(4)
    with sandbox(SOLUTION.read_text(encoding="utf-8")) as worker:
        loaded = worker.load()
    assert isinstance(loaded, dict)
    counted = {True: 0, False: 0}
    for _ in range(1_000):
        which, request = random.choice(((loaded, LOAD), (ANSWER, RUN)))
        try:
            messages = list(wire.Splitter().feed(edits.damaged(wire.encode(which), random)))
        except wire.WireError:
            continue
        for message in messages:
            counted[refused(message, request)] += 1
    assert min(counted.values()) > 50
