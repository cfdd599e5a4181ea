"""Calls that took all the memory: each takes seconds, so a method that has done it is not called again."""

from collections.abc import Iterator
from typing import Any

from ..observation import Raised
from ..sandbox.limits import Ended

MEMORY = "MemoryError"


def out_of_memory(request: dict[str, Any], answer: dict[str, Any]) -> Iterator[tuple[str, Ended]]:
    """The methods of which a call ended so, and how."""
    for call, record in zip(request.get("calls", ()), answer.get("calls", ()), strict=False):
        raised = Raised.of(record["raised"]) if "raised" in record else None
        if raised is not None and MEMORY in raised.ancestry:
            stack = () if raised.line is None else (raised.line,)
            yield call["method"], Ended("too-much-memory", raised.message or MEMORY, raised.line, stack)
