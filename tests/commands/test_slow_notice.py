"""The row shown while a grading runs: when it appears, and that nothing of it remains."""

import io
import sys
import threading
from threading import Event
from typing import Any

import pytest

from grader import cli
from grader.commands.shared import streams
from grader.terminal.keys import without_sequences
from grader.verdict import Verdict

from ..helpers.clocks import TestClock
from ..helpers.fakes import Fakes, fakes
from ..helpers.standins import stand_in
from ..helpers.streams import TerminalStream

__all__ = ["fakes"]
LONG = 60.0


class Terminal(TerminalStream):
    """A stream that claims to be a terminal and signals when words were written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def write(self, text: str) -> int:
        """Store the text, and signal if there are words in it."""
        count = super().write(text)
        if without_sequences(text).strip():
            self.written.set()
        return count


def slow(fakes: Fakes, monkeypatch: pytest.MonkeyPatch, stderr: Terminal) -> None:
    """Make a grading wait until something was written to stderr."""

    def grade(*given: Any, **options: Any) -> Verdict:
        assert stderr.written.wait(LONG)
        return fakes.grade(*given, **options)

    monkeypatch.setattr(streams, "SLOW_SECONDS", 0.0)
    stand_in(monkeypatch, "grader.grading", grade=grade)


def stand_before(monkeypatch: pytest.MonkeyPatch, stdout: io.StringIO, stderr: io.StringIO) -> None:
    """Use these as the standard streams."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setattr(sys, "stderr", stderr)


@pytest.mark.parametrize("words", [[], ["hint"]])
def test_slow_grading_shows_a_notice_and_erases_it(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    stdout, stderr = Terminal(), Terminal()
    stand_before(monkeypatch, stdout, stderr)
    slow(fakes, monkeypatch, stderr)
    assert cli.main(words, TestClock()) == 0
    assert without_sequences(stderr.getvalue()) == "grading...\r          \r"
    assert "grading..." not in stdout.getvalue()


def test_row_is_wiped_where_the_grading_is_interrupted(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    stand_before(monkeypatch, Terminal(), stderr)
    slow(fakes, monkeypatch, stderr)
    fakes.outcome = KeyboardInterrupt()
    assert cli.main([]) == 130
    assert without_sequences(stderr.getvalue()) == "grading...\r          \rInterrupted.\n"


def test_quick_grading_shows_no_notice(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    stand_before(monkeypatch, Terminal(), stderr)
    monkeypatch.setattr(streams, "SLOW_SECONDS", LONG)
    assert cli.main([]) == 0
    assert stderr.getvalue() == ""


def test_late_timer_shows_no_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    stand_before(monkeypatch, Terminal(), stderr)
    with streams.slow_notice() as waiting:
        pass
    waiting._show()
    assert stderr.getvalue() == ""


@pytest.mark.parametrize("case", ["--json", "--problems", "no stdout", "stdout", "stderr", "dumb"])
def test_no_timer_is_started_without_a_terminal(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    stdout: Any = None if case == "no stdout" else io.StringIO() if case == "stdout" else Terminal()
    stand_before(monkeypatch, stdout, io.StringIO() if case == "stderr" else Terminal())
    monkeypatch.setattr(threading.Timer, "start", None)
    if case == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    assert cli.main([case] if case.startswith("--") else []) == 0
