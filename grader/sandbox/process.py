"""One worker process: send it requests, wait for each answer with a deadline, kill it."""

import os
import queue
import re
import secrets
import signal
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any, TypeGuard

from . import answer_forms, launch, wire
from .captured_output import Sections
from .limits import Ended, Limits

START_SECONDS = 60.0
MOST_VIOLATIONS = 100
PAUSE, LITTLE = 0.02, 1 << 12  # seconds; bytes
TICKET = 48  # bits
SWITCH_SECONDS = 0.0002
"""Seconds that a thread computes while another waits; short, because asking a worker takes little time."""
SLOW = "Timeout ("  # how the fault handler's report of a slow call begins


def hand_over_quickly() -> None:
    """Switch faster between the threads of this process, so that they wait less for each other."""
    sys.setswitchinterval(SWITCH_SECONDS)


class WorkerLost(Exception):
    """The worker could not be started, or was lost before it touched the learner's code."""


@dataclass(frozen=True)
class Sent:
    """A request that was sent, with the ticket that its answer will carry."""

    request: dict[str, Any]
    ticket: int


def _as_dumped(character: str) -> str:
    """A character of a file name as the fault handler writes it."""
    if " " <= character <= "~":
        return character
    return f"\\x{ord(character):02x}" if ord(character) < 256 else ascii(character)[1:-1]


class Worker:
    """One process. Every `receive` ends within its deadline, with an answer or with an `Ended`."""

    def __init__(self, limits: Limits, sections: Sections, filename: str, process: launch.Process) -> None:
        self.limits, self._sections = limits, sections
        self.shown_as = "".join(_as_dumped(character) for character in filename)
        self.violations: list[dict[str, Any]] = []
        self.metered, self.spent = False, 0.0  # spent: total processor time in seconds, children included
        self._inbox: queue.SimpleQueue[dict[str, Any] | wire.WireError | None] = queue.SimpleQueue()
        self._splitter = wire.Splitter()
        self._arrays: wire.Sent = {}
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._tickets: set[int] = set()
        self._answered = 0  # calls, loading not counted
        self.process = process
        self._over = threading.Event()
        targets = (self._listen, self._drain, self._write)
        self._threads = [threading.Thread(target=target, daemon=True) for target in targets]
        for thread in self._threads:
            thread.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        try:
            while chunk := os.read(self.process.stdout.fileno(), 1 << 20):
                for message in self._splitter.feed(chunk):
                    self._inbox.put(message)
        except wire.WireError as error:
            self._inbox.put(error)
        except OSError:
            pass
        self._inbox.put(None)

    def _drain(self) -> None:
        """Read the printed output with its marks; pauses let the small output of many calls add up."""
        assert self.process.stderr is not None
        chunk, pause = b"more", PAUSE
        while chunk:
            try:
                chunk = os.read(self.process.stderr.fileno(), 1 << 18)
            except OSError:
                chunk = b""
            self._sections.feed(chunk)
            if len(chunk) < LITTLE:
                self._over.wait(pause)
                pause = min(PAUSE, 1.1 * pause)
            else:
                pause = PAUSE / 20  # much is printed, and the worker blocks if nobody reads it

    def _write(self) -> None:
        """Write the queued requests, in a thread: a stopped worker reads none, and no deadline may wait."""
        assert self.process.stdin is not None
        try:
            while data := self._outbox.get():
                view = memoryview(data)
                while view:
                    view = view[self.process.stdin.write(view) or 0 :]
        except OSError:
            return

    def wait_until_ready(self) -> None:
        """Wait for the worker's first message; this time does not count against the learner's deadlines.

        Raises:
            WorkerLost: if none comes within START_SECONDS.
        """
        try:
            message = self._inbox.get(timeout=START_SECONDS)
        except queue.Empty:
            message = None
        if not isinstance(message, dict):
            self.close()
            raise WorkerLost(self._splitter.last_words() + self._sections.output.text)

    def send(self, request: dict[str, Any]) -> Sent:
        """Send a request; answers come in the order of sending."""
        ticket = secrets.randbits(TICKET)
        self._tickets.add(ticket)
        self._outbox.put(wire.encode(request | {"ticket": ticket}, self._arrays))
        return Sent(request, ticket)

    def receive(self, sent: Sent, wall: float) -> dict[str, Any] | Ended:
        """Wait for the next answer, the one to `sent`; without a valid one the worker is killed.

        It may take `wall` seconds, not counting those in which the worker waited for a processor.
        """
        processor = min(self.limits.processor, sent.request.get("most_seconds", self.limits.processor))
        begun, held_up = time.monotonic(), float("inf")
        spent: float | None = None
        while True:
            waited = time.monotonic() - begun
            # Checked in every round, because messages may never stop coming in.
            if waited > wall and waited > wall + self.held_up() - held_up:
                return self._late(waited)
            try:
                message = self._inbox.get(timeout=0.25)
            except queue.Empty:
                if spent is None:
                    spent, held_up = self.processor_time(), self.held_up()
                if self.processor_time() - spent > processor - 0.25:
                    return self._late(waited)
                continue
            if message is None:
                self._inbox.put(None)  # for the next `receive`
                return self._gone()
            if not self._is_ours(message, sent.ticket):
                return self._damaged()
            if "violation" in message:
                if len(self.violations) < MOST_VIOLATIONS:
                    self.violations.append(message)
                continue
            if not answer_forms.fits(message, sent.request):
                return self._damaged()
            self._answered += {"run": 1, "runs": len(message.get("answers", ()))}.get(sent.request["op"], 0)
            return message

    def begun(self) -> int:
        """How many of the requests that have no answer yet the worker has begun; at least 1."""
        return max(1, self._sections.runs - self._answered)

    def _damaged(self) -> Ended:
        self.kill()
        return Ended("exits", "the connection between the process and the grader was written to or closed")

    def _is_ours(self, message: dict[str, Any] | wire.WireError, ticket: int) -> TypeGuard[dict[str, Any]]:
        """Whether a message answers `ticket`, or reports a violation since this request or an earlier one."""
        if isinstance(message, wire.WireError):
            return False
        given = message.pop("ticket", None)
        if type(given) is not int:
            return False
        if "violation" in message:
            return given in self._tickets and answer_forms.is_violation(message)
        return given == ticket

    def processor_time(self, *, children: bool = False) -> float:
        """The processor time that the process has used, in seconds; 0 if it has ended."""
        import psutil

        try:
            times = psutil.Process(self.process.pid).cpu_times()
        except psutil.Error:
            return 0.0
        own = times.user + times.system
        return float(own + times.children_user + times.children_system if children else own)

    def held_up(self) -> float:
        """The seconds for which the process was ready to run but had to wait for a processor.

        0 if the system does not report it; on Linux it is the second number of `/proc/PID/schedstat`
        (Documentation/scheduler/sched-stats.rst).
        """
        try:
            with open(f"/proc/{self.process.pid}/schedstat", "rb") as file:
                return int(file.read().split()[1]) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0

    def _late(self, waited: float) -> Ended:
        words = self._splitter.last_words()
        self.kill()
        return self._ended("times-out", f"no answer after {waited:.0f} s", words)

    def _gone(self) -> Ended:
        self.kill()
        code = self.process.returncode
        words = self._splitter.last_words()
        if code < 0:
            name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
            detail = f"the process was ended by {name}"
            if name in ("SIGSEGV", "SIGBUS") and SLOW in words:
                # 3.13's fault handler can crash on the frames of code that keeps running while it reads them
                return self._ended("times-out", "no answer in time", words)
            return self._ended("exits", detail, words)
        return self._ended("exits", f"the process ended with status {code}", words)

    def _ended(self, how: str, detail: str, words: str) -> Ended:
        """How a call ended, with the learner's lines in the last stack that the fault handler wrote."""
        last = words.rpartition("most recent call first")[2]
        found = re.findall(re.escape(self.shown_as) + r'", line (\d+)', last)
        stack = tuple(int(line) for line in found)
        return Ended(how, detail, next(iter(stack), None), stack)

    def stop(self) -> None:
        """Kill the worker and everything that it has started, without waiting for its end."""
        if self.metered:
            self.spent = max(self.spent, self.processor_time(children=True))
        if self.process.poll() is None or os.name == "posix":
            launch.end(self.process)

    def kill(self) -> None:
        """Kill the worker and everything that it has started, and wait for its end."""
        self.stop()
        self.process.wait()
        self._outbox.put(None)
        self._over.set()
        for thread in self._threads:
            thread.join(timeout=1.0)

    def close(self) -> None:
        """Kill a worker that is no longer needed, and close its pipes."""
        self.kill()
        launch.close_pipes(self.process)
