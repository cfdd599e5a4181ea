"""`interview --status`: show the state of an interview, once or for as long as it runs."""

import sys

from ...practice.interview import Standing
from ...practice.practice import Practice
from ...report import interview
from ...terminal.keys import END_OF_FILE, Keys
from ...terminal.screen import Screen, is_there
from ...terminal.signals import Signals
from ..shared import streams

TICK_SECONDS = 0.2
LEAVES = ("q", END_OF_FILE)


def status(practice: Practice, *, follow: bool) -> None:
    """Print the state; with `follow` and a terminal, first keep it on one row until the interview ends."""
    standing = practice.last_interview()
    if follow and is_there() and standing is not None and standing.how is None:
        standing = _follow(practice, standing)
    streams.show(lambda page: interview.status(page, practice.name, standing, practice.steps))


def _follow(practice: Practice, standing: Standing) -> Standing:
    """Update the row until the interview ends or the user leaves; return the last state."""
    screen, name = Screen(sys.stdout), standing.id
    with Signals() as signals, Keys(sys.stdin) as keys:
        try:
            while not signals.end and not any(key in LEAVES for key in keys.pressed()):
                signals.check()
                last = practice.last_interview()
                if last is None or last.id != name or last.how is not None:
                    return last or standing
                standing, page = last, screen.page()
                interview.standing_row(page, standing, practice.steps)
                screen.draw_foot(page)
                practice.clock.sleep(TICK_SECONDS)
        finally:
            screen.leave()
    return standing
