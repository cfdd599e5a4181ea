"""The real program in a pseudo-terminal, typed at as a person would; POSIX alone."""

import os
import select
import subprocess
import sys
from pathlib import Path

PATIENCE = 120.0


class Typist:
    """Somebody at a terminal in which the grader runs.

    Args:
        folder: a checkout with the grader in it.
        words: what stands behind `python -m grader`.
    """

    def __init__(self, folder: Path, *words: str) -> None:
        import pty

        self.end, other = pty.openpty()
        environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "grader", *words]
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=other, stdout=other, stderr=other, close_fds=True
        )
        os.close(other)
        self.seen = ""

    def wait_for(self, text: str) -> None:
        """Read until a text is on the screen.

        Raises:
            AssertionError: if the program ends, or keeps silent, before it is.
        """
        while text not in self.seen:
            assert self._read(), self.seen

    def type(self, text: str | bytes) -> None:
        """Press keys."""
        os.write(self.end, text.encode() if isinstance(text, str) else text)

    def finish(self) -> int:
        """Read to the end; the exit status."""
        while self._read():
            pass
        os.close(self.end)
        return self.process.wait(timeout=PATIENCE)

    def _read(self) -> bool:
        """Whether there was something more to read."""
        if not select.select([self.end], [], [], PATIENCE)[0]:
            return False
        try:
            chunk = os.read(self.end, 1 << 16)
        except OSError:  # Linux says so where the other end is closed
            return False
        self.seen += chunk.decode("utf-8", "replace")
        return bool(chunk)
