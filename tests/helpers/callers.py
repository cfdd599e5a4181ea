"""Run commands in this process, and read what they print."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from grader import cli

from .clocks import TestClock


@dataclass
class Caller:
    """Runs commands with a clock that the test sets; no traceback may be shown."""

    request: pytest.FixtureRequest
    clock: TestClock = field(default_factory=TestClock)

    def _called(self, words: Sequence[str], status: int) -> tuple[str, str]:
        """Run a command that ends with this exit status; return what it printed to stdout and stderr."""
        capsys: pytest.CaptureFixture[str] = self.request.getfixturevalue("capsys")
        capsys.readouterr()
        assert cli.main([*words], self.clock) == status
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return out, err

    def run(self, *words: str, status: int = 0) -> str:
        """Run a command that ends with this exit status; return what it printed."""
        return "".join(self._called(words, status))

    def said(self, *words: str, status: int = 0) -> str:
        """Run a command as `run` does; return what it printed, as one line."""
        return " ".join(self.run(*words, status=status).split())

    def refusal(self, *words: str) -> str:
        """Run a command that is called wrongly; return the one line that it prints to stderr."""
        out, err = self._called(words, 2)
        assert (out, err.count("\n")) == ("", 1)
        return err
