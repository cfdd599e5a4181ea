"""An interview killed at random moments: nothing that was recorded is lost, and it can be resumed."""

import os
import re
import signal
from contextlib import suppress
from pathlib import Path
from random import Random
from subprocess import TimeoutExpired

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from grader.report.times import duration

from ..helpers.sessions import KEYS, RIGHT, Home, answer, asked, with_methods
from ..helpers.terminals import Terminal

MINE = "# what was here before\n"
ONE = ("predict",)
WRONG = "return X.T @ (y_hat - y), float(np.sum(y_hat - y))"
VERSIONS = (
    with_methods(),
    with_methods(*ONE, compute_loss="return float(np.sum((y_hat - y) ** 2))"),
    with_methods(*ONE),
    with_methods(*ONE, "compute_loss", compute_gradients=WRONG),
    with_methods(*ONE, "compute_loss"),
    "def broken(:\n",
    with_methods(*ONE, "compute_loss", "compute_gradients"),
)
MOMENTS = ("started", "on the screen", "saved", "graded", "hinted")
TALKS = ("asked", "answered", "told")
LONGEST = 0.6


class Victim:
    """An interview that is killed again and again, and what was recorded before the last kill.

    Args:
        home: the checkout in which it runs.
        random: draws the moments of the kills.
    """

    def __init__(self, home: Home, random: Random) -> None:
        self._home, self._random = home, random
        self._written = b""
        self._name = ""
        self._answers = 0
        home.save(MINE)

    def work(self, number: int) -> None:
        """Resume the work on the code up to a random moment of MOMENTS, then kill it shortly after."""
        moment = MOMENTS.index(self._random.choice(MOMENTS))
        with self._home.call("--yes") as terminal:
            if moment >= 1:
                self._look(terminal)
            runs = len(self._home.past().of("run"))
            if moment >= 2:
                self._home.save(f"{VERSIONS[number % len(VERSIONS)]}# {number}\n")
            if moment >= 3:
                terminal.wait_until(lambda seen: len(self._home.past().of("run")) > runs, "a verdict")
            if moment >= 4:
                terminal.press("h")
                terminal.wait_for("of 3")
                assert self._home.past().of("hint")
            self.kill(terminal)

    def talk(self) -> None:
        """Resume the questions up to a random moment of TALKS, then kill it shortly after."""
        moment = TALKS.index(self._random.choice(TALKS))
        with self._home.call() as terminal:
            if moment >= 1 and self._answers < 4:
                answer(terminal, self._answers + 1, right=self._random.random() < 0.5)
            elif moment == 0:
                asked(terminal, self._answers + 1)
            if moment == 2 and self._answers < 4:
                asked(terminal, self._answers + 2)
                self._answers += 1
                assert len(self._home.past().of("answer")) >= self._answers
            self.kill(terminal)
        self._answers = len(self._home.past().of("answer"))

    def _look(self, terminal: Terminal) -> None:
        """Wait for the screen and check that it shows all recorded splits."""
        terminal.wait_for(KEYS, "Splits")
        screen = terminal.screen
        for split in self._home.last().attempt.splits:
            shown = re.search(rf"^  {split.steps[0]} +([\d:]+) +([\d:]+)", screen, re.MULTILINE)
            assert shown is not None
            assert shown.groups() == (duration(split.segment), duration(split.sum))

    def kill(self, terminal: Terminal) -> None:
        """Kill it after a random time of at most LONGEST seconds, and check what is left."""
        with suppress(TimeoutExpired):
            terminal.process.wait(self._random.uniform(0, LONGEST))
        terminal.signal(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
        self._check()

    def _check(self) -> None:
        """Check that nothing recorded is lost and that it is still the same interview."""
        home, past = self._home, self._home.past()
        written = home.journal.path.read_bytes() if home.journal.path.exists() else b""
        assert written.startswith(self._written)
        self._written = written[: written.rfind(b"\n") + 1]
        copies = [path.read_text(encoding="utf-8") for path in (home.journal.folder / "saved").glob("*.py")]
        assert MINE in (home.exercise.read_text(encoding="utf-8"), *copies)
        starts = past.of("interview-started")
        assert len(starts) <= 1
        assert not self._name or home.last().id == self._name
        self._name = home.last().id if starts else ""


def killed(home: Home, times: int, seed: int) -> None:
    """Kill an interview this many times, then finish it."""
    victim = Victim(home, Random(seed))
    talks = times // 4
    for number in range(times - talks):
        victim.work(number)
    home.save(RIGHT)
    with home.call("--yes") as terminal:
        terminal.wait_for("e questions")
        terminal.press("e")
        asked(terminal, 1)
        victim.kill(terminal)
    for _ in range(talks - 1):
        victim.talk()
    given = len(home.past().of("answer"))
    with home.call() as terminal:
        terminal.wait_for(f"Question {given + 1} of 5")
        terminal.press("q\n")
        terminal.wait_for("Reference  ")
        assert terminal.ended() == 0
    past = home.past()
    events = [record.event for record in past.records]
    assert (events.count("interview-started"), events.count("interview-debriefed")) == (1, 1)
    assert [end.facts["how"] for end in past.of("interview-ended")] == ["passed"]
    assert home.last().attempt.outcome == "passed"
    assert [step for split in home.last().attempt.splits for step in split.steps].count("predict") == 1


@pytest.mark.parametrize(("times", "seed"), [(5, 1), pytest.param(50, 2, marks=pytest.mark.slow, id="50-2")])
def test_interview_continues_after_being_killed_at_random_moments(
    tmp_path: Path, times: int, seed: int
) -> None:
    killed(Home(tmp_path), times, seed)
