"""A pool of judging processes: it hands out files, and yields the answers as they get ready.

Its threads only wait for the processes, each of which keeps a core busy.
"""

import io
import json
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import Any, TypeVar

from ..sandbox import launch
from ..submission import Submission
from .judging import DONE

MOST_FILES = 250  # then a new process replaces the old one, which frees the caches of many files
LONGEST_SECONDS = 180.0
PATIENCE_SECONDS = 5.0
WAITING = 2  # most files per process that are read and not yet answered

Key = TypeVar("Key")


class Failure(Exception):
    """Why the grader itself failed on a submission."""


class JudgeLost(Failure):
    """The process ended, or did not answer."""


class Judge:
    """One judging process, started at the first question."""

    def __init__(self, start: launch.Start) -> None:
        self._start = start
        self._process: launch.Process | None = None
        self._pipes: io.BufferedRWPair
        self._asked = 0

    def ask(self, submission: Submission) -> str | Failure:
        """The document of one submission, or why the grader failed on it.

        Raises:
            JudgeLost: if the process is lost.
        """
        if self._asked >= MOST_FILES:
            self.close()
        process = self._process or self._started()
        timer = threading.Timer(LONGEST_SECONDS, process.kill)
        timer.daemon = True
        timer.start()
        self._asked += 1
        try:
            line = json.dumps({"path": submission.path, "source": submission.source})
            self._pipes.write(line.encode("ascii") + b"\n")
            self._pipes.flush()
            answer = self._pipes.readline()
        except (OSError, ValueError):  # the pipe was closed in the meantime, by the process or by us
            answer = b""
        finally:
            timer.cancel()
        if not answer.endswith(b"\n"):
            self.close()
            raise JudgeLost("the process that judges it ended without an answer")
        text = answer[1:-1].decode("utf-8")
        return text if answer.startswith(DONE) else Failure(text)

    def _started(self) -> launch.Process:
        process: Any = self._start()
        self._asked, self._process = 0, process
        self._pipes = io.BufferedRWPair(process.stdout, process.stdin)
        return self._process

    def interrupt(self) -> None:
        """Stop the judging process; its workers end with it."""
        process = self._process
        if process is not None and process.poll() is None:
            os.kill(process.pid, signal.SIGTERM)  # not SIGINT, which `nohup ... &` lets processes ignore

    def close(self) -> None:
        """End the process; the next question starts a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        process.stdin.close()
        end = time.monotonic() + PATIENCE_SECONDS
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.001)
        process.kill()
        process.wait()
        launch.close_pipes(process)


class Pool:
    """A number of judging processes, and the threads that wait for them."""

    def __init__(self, start: launch.Start, processes: int) -> None:
        self._judges = [Judge(start) for _ in range(processes)]
        self._idle: SimpleQueue[Judge] = SimpleQueue()
        for judge in self._judges:
            self._idle.put(judge)
        self._threads = ThreadPoolExecutor(processes)
        self._broken_off = False

    def judged(self, work: Iterable[tuple[Key, Submission]]) -> Iterator[tuple[Key, str | Failure]]:
        """Judge submissions, read as needed; yield each answer with its key as soon as it is ready."""
        pending: dict[Future[str | Failure], Key] = {}
        for key, submission in work:
            pending[self._threads.submit(self._judge, submission)] = key
            if len(pending) >= WAITING * len(self._judges):
                yield from _ready(pending)
        while pending:
            yield from _ready(pending)

    def _judge(self, submission: Submission) -> str | Failure:
        """Ask an idle process; ask again once if the process was lost."""
        judge = self._idle.get()
        try:
            try:
                return judge.ask(submission)
            except JudgeLost:
                if self._broken_off:
                    raise
                return judge.ask(submission)
        except JudgeLost as error:
            return error
        finally:
            self._idle.put(judge)

    def close(self) -> None:
        """End the processes, and interrupt those that are judging."""
        self._broken_off = True
        for judge in self._judges:
            judge.interrupt()
        self._threads.shutdown(cancel_futures=True)
        for judge in self._judges:
            judge.close()


def _ready(pending: "dict[Future[str | Failure], Key]") -> Iterator[tuple[Key, str | Failure]]:
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        yield pending.pop(future), future.result()
