"""Run the program with a clock that a test sets: `python -m tests.helpers.clocked FILE ARGUMENT...`.

FILE holds the number of seconds that the clock is ahead of the machine's (behind, if negative). It is read
at each call; if it does not exist, the time is the machine's.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from grader import cli
from grader.practice.clock import Clock


class SetClock(Clock):
    """The machine's clock, moved by the number of seconds in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """The time of day that the test has set."""
        try:
            ahead = float(self._file.read_text(encoding="ascii") or 0)
        except FileNotFoundError:
            ahead = 0.0
        return super().now() + timedelta(seconds=ahead)


if __name__ == "__main__":
    sys.exit(cli.main(sys.argv[2:], SetClock(Path(sys.argv[1]))))
