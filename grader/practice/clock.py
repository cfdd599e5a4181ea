"""The clock, as an interface that tests can replace."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """The source of the time."""

    def now(self) -> datetime:
        """The time of day in UTC, timezone-aware; it may jump in either direction."""

    def monotonic(self) -> float:
        """Seconds since some moment; never decreases."""

    def sleep(self, seconds: float) -> None:
        """Wait for this many seconds."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
