"""A clock that tests set."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from grader.practice.clock import Clock

START = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)


@dataclass
class TestClock(Clock):
    """A clock that moves only by calls of `go_on` and `sleep`."""

    __test__ = False

    time: datetime = START
    passed: float = 0.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        """The time that was set."""
        return self.time

    def monotonic(self) -> float:
        """The seconds that passed through `sleep` and `go_on`."""
        return self.passed

    def sleep(self, seconds: float) -> None:
        """Move the clock without waiting."""
        self.slept.append(seconds)
        self.go_on(seconds)

    def go_on(self, seconds: float) -> None:
        """Move the clock forward."""
        self.time += timedelta(seconds=seconds)
        self.passed += seconds
