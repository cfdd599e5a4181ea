"""The worker's line to the grader, and who watches over what takes long: both write to the same pipe."""

import _thread
import faulthandler
import os
import sys
from contextlib import suppress
from math import inf
from os import write
from time import monotonic
from typing import Any, BinaryIO, TextIO

from . import wire

WHOLE = 4096 if sys.platform == "linux" else 512  # bytes that a pipe takes without anything in between


class Channel:
    """The pipe to the grader: one answer a request, and reports in between."""

    def __init__(self) -> None:
        self.requests: BinaryIO = os.fdopen(os.dup(0), "rb", closefd=False)
        self.out = os.dup(1)
        self.ticket = 0
        self.streams: list[TextIO] = []
        self.lock = _thread.RLock()  # a thread of the learner's may report while an answer is sent
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        self.splitter = wire.Splitter(keeps=True)
        self.watched_since = -inf

    def watch(self, seconds: float) -> None:
        """Have the stacks written after about that time, and again, unless the next answer comes before.

        It takes a thread each time, so that what was begun just before serves for the next request as well.
        """
        if monotonic() - self.watched_since > seconds / 8:
            faulthandler.dump_traceback_later(seconds, repeat=True, file=self.out)
            self.watched_since = monotonic()

    def unwatch(self) -> None:
        """Have no stacks written any more."""
        faulthandler.cancel_dump_traceback_later()
        self.watched_since = -inf

    def receive(self) -> dict[str, Any] | None:
        """The next request, or None when the grader has hung up."""
        chunk = b""  # there may be another one behind the last already
        while True:
            for message in self.splitter.feed(chunk):
                self.ticket = message.pop("ticket")
                return message
            self.unwatch()
            if not (chunk := self.requests.read1(1 << 20)):  # type: ignore[attr-defined]
                return None

    def send(self, message: dict[str, Any]) -> None:
        """Answer the present request."""
        with self.lock:
            view = memoryview(wire.encode(message | {"ticket": self.ticket}))
            if len(view) > WHOLE:
                self.unwatch()
            while view:
                view = view[write(self.out, view) :]

    def mark(self, mark: str, method: str) -> None:
        """Say where the output of the next call begins; what was held back belongs to the one before."""
        flush(self.streams)
        with suppress(OSError):
            write(2, f"\x1e{mark}:{method}\x1e".encode())

    def report(self, kind: str, what: str, line: int | None, within: str) -> None:
        """Tell of a violation at once: the process may not live to answer."""
        self.send({"violation": kind, "what": what[:200], "line": line, "within": within})


def flush(streams: list[TextIO]) -> None:
    """Have what was printed leave the process."""
    for stream in streams:
        try:
            stream.flush()
        except BaseException:
            continue
