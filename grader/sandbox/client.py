"""Start a worker, ask it with a deadline, kill it; the grader's side of the wall."""

import os
import queue
import re
import secrets
import signal
import threading
import time
from typing import Any, TypeGuard

from . import answers, launch, wire
from .limits import Ended, Limits
from .output import Output

TOTAL_SECONDS = 26.0
START_SECONDS = 60.0
BROKEN_OFF = "the grading was broken off"
MOST_VIOLATIONS = 100
SLOW = "Timeout ("  # how the fault handler begins when a call takes long


class WorkerLost(Exception):
    """The worker could not be started, or was lost before it touched the learner's code."""


def _as_dumped(character: str) -> str:
    """A character of a file's name as the fault handler writes it."""
    if " " <= character <= "~":
        return character
    return f"\\x{ord(character):02x}" if ord(character) < 256 else ascii(character)[1:-1]


class Worker:
    """One process. Every `ask` ends within its deadline, with an answer or with an `Ended`."""

    def __init__(self, limits: Limits, output: Output, filename: str, process: launch.Process) -> None:
        self.limits, self.output = limits, output
        self.shown_as = "".join(_as_dumped(character) for character in filename)
        self.violations: list[dict[str, Any]] = []
        self._inbox: queue.SimpleQueue[dict[str, Any] | wire.WireError | None] = queue.SimpleQueue()
        self._splitter = wire.Splitter()
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._tickets: set[int] = set()
        self.process = process
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
        assert self.process.stderr is not None
        try:
            while chunk := os.read(self.process.stderr.fileno(), 1 << 18):
                if not self.output.truncated:
                    self.output.add(chunk)
        except OSError:
            return

    def _write(self) -> None:
        """Send what is to be sent; a stopped worker reads nothing, and no deadline waits for this."""
        assert self.process.stdin is not None
        try:
            while data := self._outbox.get():
                view = memoryview(data)
                while view:
                    view = view[self.process.stdin.write(view) or 0 :]
        except OSError:
            return

    def wait_until_ready(self) -> None:
        """Wait for the worker's first word, on which no deadline of the learner's hangs.

        Raises:
            WorkerLost: if it does not come.
        """
        try:
            message = self._inbox.get(timeout=START_SECONDS)
        except queue.Empty:
            message = None
        if not isinstance(message, dict):
            self.close()
            raise WorkerLost(self._splitter.last_words() + self.output.text)

    def ask(self, request: dict[str, Any], wall: float) -> dict[str, Any] | Ended:
        """Send one request and wait for its answer, `wall` seconds at most; a miss ends the worker."""
        ticket = secrets.randbits(48)
        self._tickets.add(ticket)
        self._splitter.words.clear()
        begun = time.monotonic()
        spent: float | None = None
        self._outbox.put(wire.encode(request | {"ticket": ticket}))
        while True:
            waited = time.monotonic() - begun
            if waited > wall:  # also where there is no end to what comes in
                return self._late(waited)
            try:
                message = self._inbox.get(timeout=0.25)
            except queue.Empty:
                spent = self._processor() if spent is None else spent
                if self._processor() - spent > self.limits.processor - 0.25:
                    return self._late(waited)
                continue
            if message is None:
                self._inbox.put(None)  # for whoever asks next
                return self._gone()
            if not self._is_ours(message, ticket):
                return self._damaged()
            if "violation" in message:
                if len(self.violations) < MOST_VIOLATIONS:
                    self.violations.append(message)
                continue
            return message if self._fits(message, request) else self._damaged()

    def _damaged(self) -> Ended:
        self.kill()
        return Ended("exits", "the line between the process and the grader was written to or cut")

    @staticmethod
    def _fits(message: dict[str, Any], request: dict[str, Any]) -> bool:
        try:
            answers.check_answer(message, request)
        except wire.WireError:
            return False
        return True

    def _is_ours(self, message: dict[str, Any] | wire.WireError, ticket: int) -> TypeGuard[dict[str, Any]]:
        """Whether a message answers `ticket`, or reports what a thread did since an earlier one."""
        if isinstance(message, wire.WireError):
            return False
        given = message.pop("ticket", None)
        if type(given) is not int:
            return False
        if "violation" in message:
            return given in self._tickets and answers.is_violation(message)
        return given == ticket

    def _processor(self) -> float:
        import psutil

        try:
            times = psutil.Process(self.process.pid).cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)

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
                # 3.13's fault handler can trip over the frames of code that runs on while it looks
                return self._ended("times-out", "no answer in time", words)
            return self._ended("exits", detail, words)
        return self._ended("exits", f"the process ended with status {code}", words)

    def _ended(self, how: str, detail: str, words: str) -> Ended:
        """How a call ended, with the learner's lines in the last stack that the fault handler wrote."""
        last = words.rpartition("most recent call first")[2]
        found = re.findall(re.escape(self.shown_as) + r'", line (\d+)', last)
        stack = tuple(int(line) for line in found)
        return Ended(how, detail, next(iter(stack), None), stack)

    def kill(self) -> None:
        """End the worker and whatever it has started, and wait for it."""
        if self.process.poll() is None or os.name == "posix":
            launch.end(self.process)
        self.process.wait()
        self._outbox.put(None)
        for thread in self._threads:
            thread.join(timeout=1.0)

    def close(self) -> None:
        """Let go of a worker that is no longer needed."""
        self.kill()
        launch.close_pipes(self.process)


class Sandbox:
    """The learner's file in a worker, with a fresh worker after each one that was lost.

    Args:
        request: what to load, see `worker.Worker.do_load`.
        limits: what each call may take.
        quiet: throw away what the submission prints.
        process: a worker that was started beforehand, to make ready meanwhile.
        start: starts the further ones.
        cancel: calls the grading off; every call then raises `launch.Cancelled`.
    """

    def __init__(
        self,
        request: dict[str, Any],
        limits: Limits,
        *,
        quiet: bool = False,
        process: launch.Process | None = None,
        start: launch.Start = launch.start,
        cancel: launch.Cancel | None = None,
    ) -> None:
        words_after = 0.35 * limits.processor
        self.request: dict[str, Any] = {
            "op": "load",
            "memory": limits.memory,
            "words_after": words_after,
        } | request
        self.limits, self._start = limits, start
        self.output = Output(truncated=quiet)
        self.violations: list[dict[str, Any]] = []
        self.loaded: dict[str, Any] | Ended | None = None
        self.deadline = float("inf")
        self.over = False
        self.cancel = cancel or launch.Cancel()
        self.worker: Worker | None = self._started(self.output, process)

    def _started(self, output: Output, process: launch.Process | None = None) -> Worker:
        worker = Worker(self.limits, output, self.request["filename"], process or self._start())
        self.cancel.take_on(worker.process)
        return worker

    def sibling(self, more: dict[str, Any]) -> "Sandbox":
        """The same file in another worker, with more to its request, silently and in the same time."""
        other = Sandbox(self.request | more, self.limits, quiet=True, start=self._start, cancel=self.cancel)
        other.deadline = self.deadline
        if self.over:
            other.end()
        return other

    def load(self) -> dict[str, Any] | Ended:
        """Load the file; what it offers, what it raised, or how it ended."""
        self.cancel.check()
        if self.over:
            return Ended("exits", BROKEN_OFF)
        again = self.worker is None
        worker = self.worker = self.worker or self._started(Output(truncated=True))
        worker.wait_until_ready()
        self.deadline = min(self.deadline, time.monotonic() + TOTAL_SECONDS)
        self.loaded = self._ask(self.request)
        if again and self.worker is not None:
            self.worker.output = self.output
        return self.loaded

    def run(self, request: dict[str, Any]) -> dict[str, Any] | Ended:
        """Ask for a run; where there is no worker or nothing loaded, that comes first."""
        if self.worker is None or self.loaded is None:
            loaded = self.load()
            if isinstance(loaded, Ended):
                return loaded
        return self._ask({"op": "run"} | request)

    def _ask(self, request: dict[str, Any]) -> dict[str, Any] | Ended:
        self.cancel.check()
        worker = self.worker
        if worker is None or self.over:
            self.close()
            return Ended("exits", BROKEN_OFF)
        if time.monotonic() > self.deadline:
            self.close()
            return Ended("times-out", "the time for the whole file is over")
        wall = min(self.limits.wall, max(2.0, (self.deadline - time.monotonic()) / 2.5))
        answer = worker.ask(request, wall)
        self.cancel.check()
        self.violations += worker.violations
        worker.violations = []
        if isinstance(answer, Ended):
            self.close()
        return answer

    def close(self) -> None:
        """Let the present worker go; the next run gets a fresh one."""
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.close()
            self.cancel.let_go(worker.process)

    def end(self) -> None:
        """Let the present worker go for good, also while another thread waits for its answer."""
        self.over = True
        self.close()
