"""The clock of this machine; tests replace it."""

import time
from datetime import UTC, datetime


class Clock:
    """The source of the time."""

    def now(self) -> datetime:
        """The time of day in UTC, timezone-aware; it may jump in either direction."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment; never decreases."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait for this many seconds."""
        time.sleep(seconds)
