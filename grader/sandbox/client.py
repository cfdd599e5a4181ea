"""The grader's side of the sandbox: ask a worker about the learner's file, with deadlines."""

import math
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from . import launch
from .captured_output import Output, Sections
from .limits import Ended, Limits
from .process import Sent, Worker

TOTAL_SECONDS, MOST_HELD_UP = 26.0, 60.0
TIME_IS_UP = "the time for the whole file is up"
BROKEN_OFF = "the grading was cancelled"
RUN = {"op": "run"}

Request = dict[str, Any]
Answer = dict[str, Any] | Ended


def _together(requests: Sequence[Request]) -> Request:
    """One request for the answers to several."""
    most = min(request.get("most_seconds", math.inf) for request in requests)
    return {"op": "runs", "requests": list(requests), "most_seconds": most}


class Sandbox:
    """The learner's file in a worker; a worker that is lost is replaced by a new one.

    Args:
        request: what to load, see `worker.main.RequestServer.do_load`.
        limits: what each call may take.
        quiet: throw away what the submission prints.
        process: the first worker, if one was already started to save time.
        start: starts further workers.
        cancel: cancels the grading; every call then raises `launch.Cancelled`.
    """

    def __init__(
        self,
        request: Request,
        limits: Limits,
        *,
        quiet: bool = False,
        process: launch.Process | None = None,
        start: launch.Start = launch.start,
        cancel: launch.Cancel | None = None,
    ) -> None:
        words_after = 0.35 * limits.processor
        self.request: Request = {"op": "load", "memory": limits.memory, "words_after": words_after} | request
        mark = self.request["mark"] = secrets.token_hex(6)
        self.limits, self.start = limits, start
        self.output = Output(mark, quiet=quiet)
        self._violations: list[dict[str, Any]] = []
        self._siblings: list[Sandbox] = []
        self.loaded: Answer | None = None
        self.deadline = float("inf")
        self._held_up = 0.0  # seconds that workers which have ended waited for a processor
        self.over = self._time_is_up = False
        self._ending = threading.Lock()  # held to start a worker, so that none is started after the end
        self._expected: deque[Sent] = deque()
        self._early: dict[int, tuple[Request, Answer]] = {}
        self.cancel = cancel or launch.Cancel()
        self.worker: Worker | None = self._started(process)

    def _started(self, process: launch.Process | None = None, *, again: bool = False) -> Worker:
        sections = Sections(self.output, again=again)
        worker = Worker(self.limits, sections, self.request["filename"], process or self.start())
        worker.metered = self.cancel.metered
        self.cancel.take_on(worker.process)
        return worker

    def sibling(self, more: Request) -> "Sandbox":
        """A quiet sandbox for the same file and deadline, with `more` in its load request."""
        with self._ending:
            if self.over:
                raise launch.Cancelled
            other = Sandbox(
                self.request | more, self.limits, quiet=True, start=self.start, cancel=self.cancel
            )
            other.deadline = self.deadline
            self._siblings.append(other)
        return other

    @property
    def violations(self) -> list[dict[str, Any]]:
        """What the guard refused: first here, then in the siblings."""
        found = list(self._violations)
        for sibling in self._siblings:
            found += sibling.violations
        return found

    @property
    def time_is_up(self) -> bool:
        """Whether a question got no answer, here or in a sibling, because the file's time was up."""
        return self._time_is_up or any(sibling.time_is_up for sibling in self._siblings)

    def load(self, meanwhile: Callable[[], object] = bool) -> Answer:
        """Load the file; return what it offers, what it raised, or how the worker ended.

        `meanwhile` is called while the worker loads the file.
        """
        self.cancel.check()
        with self._ending:
            if self.over:
                return Ended("exits", BROKEN_OFF)
            worker = self.worker = self.worker or self._started(again=True)
        worker.wait_until_ready()
        self.deadline = min(self.deadline, time.monotonic() + TOTAL_SECONDS)
        sent = worker.send(self.request)
        meanwhile()
        self.loaded = self._answer(sent)
        return self.loaded

    def expect(self, requests: Sequence[Request]) -> None:
        """Send requests ahead of `run`, in one message, so that the worker need not wait between them.

        `run` with one of these objects (the same object, not an equal one) then returns its answer as
        usual. If the worker is lost, those still unanswered count as never sent, except the one it was at.
        """
        if requests and self.worker is not None and isinstance(self.loaded, dict) and not self.over:
            self._expected.append(self.worker.send(_together(requests)))

    def run(self, request: Request) -> Answer:
        """Answer a run request; start a worker and load the file first if necessary."""
        while self._expected and id(request) not in self._early:
            self._receive(self._expected.popleft())
        if id(request) in self._early:
            return self._early.pop(id(request))[1]
        if self.worker is None or self.loaded is None:
            loaded = self.load()
            if isinstance(loaded, Ended):
                return loaded
        return self._ask(RUN | request)

    def _receive(self, sent: Sent) -> None:
        """Take in the answers to some of the requests that were sent together; the others stay expected."""
        asked, worker = sent.request["requests"], self.worker
        answer = self._answer(sent)
        if isinstance(answer, Ended):
            at = asked[0] if worker is None else asked[: worker.begun()][-1]
            self._early[id(at)] = at, answer
            return
        found = answer["answers"]
        self._early |= {id(one): (one, given) for one, given in zip(asked, found, strict=False)}
        if len(found) < len(asked):
            self._expected.appendleft(replace(sent, request=_together(asked[len(found) :])))

    def screen(self, request: Request) -> Answer:
        """Answer a request to screen many texts, in a worker that loads nothing itself; see `screening`."""
        if self.worker is None:
            return Ended("exits", BROKEN_OFF)
        self.worker.wait_until_ready()
        return self._ask(request)

    def _ask(self, request: Request) -> Answer:
        return self._answer(self.worker.send(request) if self.worker is not None else None)

    def _answer(self, sent: Sent | None) -> Answer:
        self.cancel.check()
        worker = self.worker
        if worker is None or sent is None or self.over:
            self.close()
            return Ended("exits", BROKEN_OFF)
        left = self._time_left(worker)
        if left < 0:
            self.close()
            self._time_is_up = True
            return Ended("times-out", TIME_IS_UP)
        answer = worker.receive(sent, min(self.limits.wall, max(2.0, left / 2.5)))
        self.cancel.check()
        self._violations += worker.violations
        worker.violations = []
        if isinstance(answer, Ended):
            self.close()
        return answer

    def _time_left(self, worker: Worker) -> float:
        """Seconds that the file may still take; waiting for a processor does not count as taken."""
        left = self.deadline - time.monotonic()
        if left > 2.5 * self.limits.wall:
            return left
        return left + min(self._held_up + worker.held_up(), MOST_HELD_UP)

    def close(self) -> None:
        """End the current worker; the next run starts a new one."""
        worker, self.worker = self.worker, None
        self._expected.clear()
        if worker is not None:
            self._held_up += worker.held_up()
            worker.close()
            self.cancel.let_go(worker.process, worker.spent)

    def end(self) -> None:
        """End all workers for good; safe while another thread waits for an answer."""
        with self._ending:
            self.over = True
        for worker in [sibling.worker for sibling in self._siblings]:
            if worker is not None:
                worker.stop()  # so that they end at the same time
        self.close()
        for sibling in self._siblings:
            sibling.end()
