"""A person at a terminal: a program in a pseudo-terminal, what it shows, and what is typed to it."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 60.0


class Typist:
    """Runs `python -m grader` in a terminal of its own.

    Args:
        home: the checkout to run it in.
        arguments: of the command line.
        columns: the width of the terminal.
        environment: what differs from the test's own environment.
    """

    def __init__(
        self, home: Path, *arguments: str, columns: int = 100, environment: Mapping[str, str] | None = None
    ) -> None:
        self.terminal, inner = pty.openpty()
        termios.tcsetwinsize(inner, (40, columns))
        settings = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")}
        # What the leader of a session opens first becomes its terminal, so that Ctrl-C typed is Ctrl-C.
        command = ["sh", "-c", 'exec "$@" <>"$0" >&0 2>&0', os.ttyname(inner)]
        self.process = subprocess.Popen(
            [*command, sys.executable, "-m", "grader", *arguments],
            cwd=home,
            env=settings | {"TERM": "xterm-256color", "NO_COLOR": "1"} | dict(environment or {}),
            stdin=inner,  # open at least until it is opened by its name
            start_new_session=True,
        )
        os.close(inner)
        self.screen = ""

    def type(self, text: str) -> None:
        """Type, and forget what is on the screen."""
        self.screen = ""
        os.write(self.terminal, text.encode())

    def see(self, pattern: str) -> str:
        """Wait until the text on the screen, without styles and with single spaces, holds a pattern."""
        while not re.search(pattern, self.text):
            more = self._more()
            assert more, f"the program ended, and {pattern!r} is not in:\n{self.screen}"
            self.screen += more
        return self.text

    @property
    def text(self) -> str:
        """What is on the screen since something was last typed."""
        return " ".join(re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", self.screen).split())

    def end(self) -> int:
        """Read to the end; the exit status."""
        while more := self._more():
            self.screen += more
        return self.process.wait(PATIENCE)

    def leave(self) -> None:
        """Close the terminal and see that nothing is left running."""
        os.close(self.terminal)
        self.process.kill()
        self.process.wait(PATIENCE)

    def _more(self) -> str:
        if not select.select([self.terminal], [], [], PATIENCE)[0]:
            raise TimeoutError(f"nothing more came after:\n{self.screen}")
        try:
            return os.read(self.terminal, 65_536).decode(errors="replace")
        except OSError:  # Linux's way to say that the other side is closed
            return ""
