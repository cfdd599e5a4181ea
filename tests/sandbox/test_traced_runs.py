"""Following a call finds lines: where values come from, what statements store, where a call hangs."""

from typing import Any

import numpy as np
import pytest

from grader.engine.source.outline import Outline
from grader.katas.linear_regression.exercise import EXERCISE
from grader.sandbox.tracing.expression_trace import Tracer
from grader.sandbox.tracing.instrument import instrumented

PROPERTIES = """
from enum import Enum

class Way(Enum):
    DOWN = -1
    ALSO_DOWN = DOWN

class Model:
    def __init__(self):
        self.theta = [1.0, 2.0]

    @property
    def b(self):
        return self.theta[1] * 1.0

    @b.setter
    def b(self, value):
        self.theta[1] = value

    def fit(self, step):
        self.b -= step
        rate = 0.5
        pair, other = (rate, self.half(self.b))
        self.none().b = other
        return other

    def half(self, value):
        return value / 2

    def none(self):
        return Model()
"""
ENDLESS = """
def fit(epochs):
    epoch = 0
    while epoch < epochs:
        for row in range(3):
            predict(row)
    for _ in range(epochs):
        lock.acquire()

def predict(row):
    for _ in range(3):
        row = row + 1
    return row

def steps():
    for step in count(1):
        yield step
"""


def followed(swap: tuple[int, Any] | None = None, *again: int) -> tuple[list[list[Any]], Any]:
    """The events of `fit`, and what it returned."""
    trail = Tracer(lambda: [repr(getattr(model, "b", ""))], 3)
    namespace: dict[str, Any] = dict(trail.names())
    exec(instrumented(PROPERTIES, "followed.py"), namespace)
    model = namespace["Model"]()
    trail.active, trail.swap, trail.again = True, swap, list(again)
    returned = model.fit(0.25)
    trail.active = False
    return trail.events, returned


def line_of(text: str) -> int:
    """The number of the only line that contains a text."""
    (line,) = [n for n, row in enumerate(PROPERTIES.splitlines(), 1) if text in row]
    return line


def test_a_store_carries_its_value_and_looking_leaves_no_events() -> None:
    events, returned = followed()
    assert returned == 0.875
    stored = [(line, r["value"]) for line, r, *_ in events if isinstance(r, dict) and r["call"] == "="]
    assert (line_of("self.b -= step"), 1.75) in stored
    assert (line_of("rate = 0.5"), 0.5) in stored
    getters = [event for event in events if event[0] == line_of("* 1.0")]
    assert len(getters) == 2 * 3  # the file reads the property twice, with three operations each


def test_an_event_knows_the_calls_around_it() -> None:
    events, _ = followed()
    (halved,) = [event for event in events if event[0] == line_of("value / 2")]
    assert halved[3] == [line_of("pair, other")]


def test_a_value_on_the_way_can_be_replaced() -> None:
    events, _ = followed()
    at = next(n for n, event in enumerate(events) if event[0] == line_of("value / 2"))
    assert followed((at, np.float64(9.0)))[1] == 9.0


def test_a_value_can_be_replaced_each_time_that_it_is_computed() -> None:
    events, _ = followed()
    read = [n for n, event in enumerate(events) if event[0] == line_of("* 1.0")]
    first, second = (n for n, after in zip(read, [*read[1:], -1], strict=True) if after != n + 1)
    assert followed((first, 4.0))[1] == (4.0 - 0.25) / 2
    assert followed((first, 4.0), second - first - 1)[1] == 4.0 / 2


@pytest.mark.parametrize(
    ("stack", "line"),
    [((6, 5), 4), ((12, 6), 4), ((13, 6), 4), ((8,), 8), ((17,), 16), ((12,), 11), ((), None)],
)
def test_an_endless_loop_is_the_one_without_an_end(stack: tuple[int, ...], line: int | None) -> None:
    assert Outline(ENDLESS, EXERCISE).line_of_ending("times-out", stack) == line


def test_the_only_endless_loop_needs_no_stack() -> None:
    assert Outline("while True:\n    pass\n", EXERCISE).line_of_ending("times-out", ()) == 1


COUNTS_RARELY = """
def fit(epochs):
    epoch = 0
    while epoch < epochs:
        predict(epoch)
        if verbose:
            epoch += 1

def predict(row):
    return row
"""


def test_a_call_in_an_endless_loop_is_not_to_blame() -> None:
    assert Outline(COUNTS_RARELY, EXERCISE).line_of_ending("times-out", (10, 5)) == 7
