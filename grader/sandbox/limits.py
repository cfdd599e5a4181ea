"""The limits of a call, and how it can end a worker. Imports little, so that a worker can start first."""

import os
from dataclasses import dataclass

PROCESSOR_SECONDS, WALL_SECONDS = 5.0, 10.0
MEMORY = 1 << 30


@dataclass(frozen=True)
class Limits:
    """Limits of a call: processor and wall time in seconds, memory in bytes above the worker's own."""

    processor: float = PROCESSOR_SECONDS
    wall: float = WALL_SECONDS
    memory: int = MEMORY


@dataclass(frozen=True)
class Ended:
    """A call during which the worker ended: how, and at which line."""

    how: str  # the name of the mistake: times-out, exits or too-much-memory
    detail: str  # what happened, in a few words
    line: int | None = None  # the learner's line that was running, if the process could still report it
    stack: tuple[int, ...] = ()  # the learner's lines on the call stack, innermost first


def crowding() -> float:
    """How many processes share a processor, at least 1. Everything takes that many times as long."""
    try:
        return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    except (AttributeError, OSError):  # not on this system
        return 1.0
