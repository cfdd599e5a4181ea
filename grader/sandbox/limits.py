"""What a call may take, and how it may end a worker. Imports nothing, so that a worker can start first."""

from dataclasses import dataclass

PROCESSOR_SECONDS, WALL_SECONDS = 5.0, 10.0
MEMORY = 1 << 30


@dataclass(frozen=True)
class Limits:
    """What a call may take: processor and wall time in seconds, memory in bytes above the worker's own."""

    processor: float = PROCESSOR_SECONDS
    wall: float = WALL_SECONDS
    memory: int = MEMORY


@dataclass(frozen=True)
class Ended:
    """A call after which there was no worker any more."""

    how: str  # the mistake that this is: times-out, exits or too-much-memory
    detail: str  # what happened, in a few words
    line: int | None = None  # the learner's line that was running, where the process could still say it
    stack: tuple[int, ...] = ()  # that line and those of the calls to it, the innermost first
