"""Run the grader as a program, forked from a process that has already imported its modules.

Importing NumPy, pytest and a hundred modules takes longer than most of what a command does then. A normal
start is tested by tests/commands/test_start.py, and by all tests that go through a shell. On other
systems than Linux the grader is always started normally.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryFile

from .paths import ROOT

WORKS = sys.platform == "linux"
PARTS = ("grader", "tests/__init__.py", "tests/helpers/__init__.py", "tests/helpers/clocked.py")
PROGRAM = () if WORKS else PARTS
"""The parts that a checkout needs, apart from its exercises, so that a command uses it as its own."""


@dataclass(frozen=True)
class Command:
    """A call of the grader.

    Attributes:
        words: its arguments.
        root: the checkout that it uses as its own; by default that of the tests.
        clock: a file that sets its clock, see `clocked`.
    """

    words: tuple[str, ...]
    root: Path | None = None
    clock: Path | None = None

    @property
    def line(self) -> list[str]:
        """The command line that starts it."""
        start = ["grader"] if self.clock is None else ["tests.helpers.clocked", str(self.clock)]
        return [sys.executable, "-m", *start, *self.words]

    def run(self) -> int:
        """Run it in this process, which must serve nothing else afterwards; return its exit status."""
        from grader import cli

        from .clocked import SetClock

        self.stand()
        return cli.main([*self.words], None if self.clock is None else SetClock(self.clock))

    def stand(self) -> None:
        """Make the imported grader use the checkout `root`, and its exercises."""
        from grader import kata, katas

        if self.root is None:
            return
        root, usual, own = self.root.resolve(), kata.ROOT, self.root.resolve() / "grader" / "katas"
        for name, module in [*sys.modules.items()]:
            if name.startswith("grader.") and vars(module).get("ROOT") == usual:
                vars(module)["ROOT"] = root
            if name.startswith("grader.") and "KATAS" in vars(module) and own.is_dir():
                vars(module)["KATAS"] = own
            if name.startswith("grader.katas.") and own.is_dir():
                del sys.modules[name]
        if own.is_dir():
            katas.__path__[:] = [str(own)]


class Forked:
    """A call of the grader in its own process, with the part of `subprocess.Popen` that the tests use.

    Args:
        command: the call.
        folder: its working directory.
        environment: its complete environment.
        streams: the descriptors that become its stdin, stdout and stderr.
        is_terminal: whether stderr is to become its controlling terminal.
    """

    def __init__(
        self, command: Command, folder: Path, environment: Mapping[str, str], streams: Sequence[int],
        *, is_terminal: bool = False,
    ) -> None:  # fmt: skip
        from multiprocessing import forkserver, get_context

        forkserver.set_forkserver_preload([f"{__package__}.imported"])
        with chdir(ROOT):  # the fork server imports the grader from there
            forkserver.ensure_running()
        given = [Connection(os.dup(stream)) for stream in streams]
        self._process = get_context("forkserver").Process(
            target=_begin, args=(command, folder, dict(environment), given, is_terminal), daemon=True
        )
        self._process.start()
        for stream in given:
            stream.close()
        assert self._process.pid is not None
        self.pid = self._process.pid

    def poll(self) -> int | None:
        """The exit status, if it has ended."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended, for at most `timeout` seconds, and return the exit status."""
        self._process.join(timeout)
        if (status := self.poll()) is None:
            raise subprocess.TimeoutExpired("grader", timeout or 0.0)
        return status

    def kill(self) -> None:
        """Kill it."""
        self._process.kill()


def _begin(
    command: Command, folder: Path, environment: dict[str, str], streams: list[Connection], is_terminal: bool
) -> None:
    """Set up the forked process like one that was started, and run the grader."""
    for number, stream in enumerate(streams):
        os.dup2(stream.fileno(), number)
        stream.close()
    os.setsid()
    if is_terminal:
        import fcntl
        import termios

        fcntl.ioctl(2, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = open(2, "w", 1, encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    sys.exit(command.run())


@dataclass(frozen=True)
class Ran:
    """The result of a command.

    Attributes:
        status: its exit status.
        out, err: what it printed.
    """

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything that it printed, as one line."""
        return " ".join((self.out + self.err).split())


def ran(command: Command, folder: Path, environment: Mapping[str, str], *, new_process: bool = False) -> Ran:
    """Run a command without a terminal; with `new_process`, start the program instead of forking it."""
    if new_process or not WORKS:
        done = subprocess.run(
            command.line, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)
    with open(os.devnull, "rb") as nothing, TemporaryFile() as out, TemporaryFile() as err:
        streams = [stream.fileno() for stream in (nothing, out, err)]
        status = Forked(command, folder, environment, streams).wait()
        os.lseek(out.fileno(), 0, os.SEEK_SET)
        os.lseek(err.fileno(), 0, os.SEEK_SET)
        return Ran(status, out.read().decode(), err.read().decode())
