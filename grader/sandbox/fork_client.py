"""The other side of `fork_server`: start processes quickly, for grading many files on Linux."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from . import launch
from .worker.fork_server import ANSWER, QUESTION, RUNNING

GONE = "the process from which workers are forked is gone"


class ForkError(Exception):
    """The process from which workers are forked is gone."""


class Forked:
    """One forked process, with the interface of `launch.Process`."""

    def __init__(
        self, server: "ForkServer", pid: int, stdin: int, stdout: int, stderr: int | None = None
    ) -> None:
        self._server, self.pid = server, pid
        self.stdin: IO[bytes] | None = os.fdopen(stdin, "wb", buffering=0)
        self.stdout: IO[bytes] | None = os.fdopen(stdout, "rb", buffering=0)
        self.stderr: IO[bytes] | None = None if stderr is None else os.fdopen(stderr, "rb", buffering=0)
        self.returncode: Any = None

    def poll(self) -> int | None:
        return self._ask(b"P")

    def wait(self) -> int:
        status = self._ask(b"W")
        return RUNNING if status is None else status

    def kill(self) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def _ask(self, command: bytes) -> int | None:
        if self.returncode is None:
            try:
                status = self._server.ask(command, self.pid)
            except ForkError:
                import psutil

                status = RUNNING if command == b"P" and psutil.pid_exists(self.pid) else -signal.SIGKILL
            self.returncode = None if status == RUNNING else status
        ended: int | None = self.returncode
        return ended


class ForkServer:
    """The process from which workers, or others, are forked; safe to use from several threads.

    On other systems than Linux, or if the process fails, they are started in the usual way.

    Args:
        command: starts one of them, or with the number of a socket, the process from which they are forked.
        stderr: where their errors go; by default to a pipe for each.
    """

    def __init__(
        self, command: Callable[[], list[str]] = launch.command, stderr: int | None = subprocess.PIPE
    ) -> None:
        self._command, self._stderr = command, stderr
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._works = sys.platform == "linux"

    def prepare(self) -> None:
        """Start the process, so that it is ready when it is needed."""
        if self._works:
            with self._lock:
                self._begun()

    def start(self) -> launch.Process:
        """A new process, ready immediately if it is forked."""
        if self._works:
            try:
                return self._fork()
            except ForkError:
                self.close()
                self._works = False
        return launch.start(self._command, self._stderr)

    def _fork(self) -> Forked:
        mine, theirs = [], []
        try:
            for writes in (True, False, False) if self._stderr == subprocess.PIPE else (True, False):
                reader, writer = os.pipe()
                mine.append(writer if writes else reader)
                theirs.append(reader if writes else writer)
            pid = self.ask(b"F", 0, theirs)
        except BaseException:
            for end in mine:
                os.close(end)
            raise
        finally:
            for end in theirs:
                os.close(end)
        return Forked(self, pid, *mine)

    def ask(self, command: bytes, number: int, streams: list[int] | None = None) -> int:
        """Send one request, with `streams` as descriptors, and return the answer.

        Raises:
            ForkError: if the process does not answer.
        """
        with self._lock:
            try:
                control = self._begun() if command == b"F" else self._control
                if control is None:
                    raise ForkError(GONE)
                socket.send_fds(control, [QUESTION.pack(command, number)], streams or [])
                answer = control.recv(ANSWER.size, socket.MSG_WAITALL)
            except OSError as error:
                raise ForkError(str(error)) from None
        if len(answer) < ANSWER.size:
            raise ForkError(GONE)
        (found,) = ANSWER.unpack(answer)
        return int(found)

    def _begun(self) -> socket.socket:
        if self._control is not None:
            return self._control
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [*self._command(), str(theirs.fileno())], pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL, stderr=None if self._stderr == subprocess.PIPE else self._stderr,
                env=launch.environment(), start_new_session=True,
            )  # fmt: skip
        self._control = ours
        return ours

    def branch(self) -> "ForkServer":
        """Another one like this, for a process that was itself forked from the one that has started this."""
        other = ForkServer(self._command, self._stderr)
        if self._control is not None:
            other._control, theirs = socket.socketpair()
            with theirs, suppress(OSError):
                socket.send_fds(self._control, [QUESTION.pack(b"B", 0)], [theirs.fileno()])
        return other

    def close(self) -> None:
        """End the process; running workers are not touched."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.kill()  # it may still be importing
            self._process.wait()
        self._control = self._process = None
