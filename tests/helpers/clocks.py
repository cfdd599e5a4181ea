"""A clock that tests set."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)


@dataclass
class TestClock:
    """A clock that moves when it is told to, and when somebody sleeps by it."""

    __test__ = False

    time: datetime = START
    passed: float = 0.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        """The time that was set."""
        return self.time

    def monotonic(self) -> float:
        """The seconds that passed by `sleep` and `go_on`."""
        return self.passed

    def sleep(self, seconds: float) -> None:
        """Go on at once."""
        self.slept.append(seconds)
        self.go_on(seconds)

    def go_on(self, seconds: float) -> None:
        """Let time pass."""
        self.time += timedelta(seconds=seconds)
        self.passed += seconds
