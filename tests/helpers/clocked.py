"""The program under a clock that a test sets: `python -m tests.helpers.clocked FILE ARGUMENT...`.

FILE holds the seconds by which the time of day is ahead of the machine's (behind it, if negative), and is
read each time anybody asks; without it the time is the machine's.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from grader import cli
from grader.practice.clock import SystemClock


class SetClock(SystemClock):
    """The machine's clock, put forward or back by what is in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """The time of day, as the test wants it."""
        try:
            ahead = float(self._file.read_text(encoding="ascii") or 0)
        except FileNotFoundError:
            ahead = 0.0
        return super().now() + timedelta(seconds=ahead)


if __name__ == "__main__":
    sys.exit(cli.main(sys.argv[2:], SetClock(Path(sys.argv[1]))))
