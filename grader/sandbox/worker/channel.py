"""The worker's pipe to the grader, and the watchdog that writes stacks of slow calls to the same pipe."""

import _thread
import faulthandler
import os
import sys
from contextlib import suppress
from math import inf
from os import read, write
from time import monotonic
from typing import Any, TextIO

from .. import wire

WHOLE = 4096 if sys.platform == "linux" else 512  # bytes that a pipe takes in one piece (PIPE_BUF)


class Channel:
    """The pipe to the grader: one answer per request, with reports of violations in between."""

    def __init__(self) -> None:
        self.requests = os.dup(0)
        self.out = os.dup(1)
        self.ticket = 0
        self.streams: list[TextIO] = []
        self.as_written = True  # whether what runs now are the learner's own values
        self.lock = _thread.RLock()  # a learner's thread may cause a report while an answer is sent
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        self.splitter = wire.Splitter(keeps=True)
        self.watched_since = -inf

    def watch(self, seconds: float) -> None:
        """Write the stacks after about this many seconds, and repeatedly, until `unwatch` is called.

        Each start takes a new thread, so a watch that started just before serves for this request too.
        """
        if monotonic() - self.watched_since > seconds / 8:
            faulthandler.dump_traceback_later(seconds, repeat=True, file=self.out)
            self.watched_since = monotonic()

    def unwatch(self) -> None:
        """Stop writing stacks."""
        faulthandler.cancel_dump_traceback_later()
        self.watched_since = -inf

    def receive(self) -> dict[str, Any] | None:
        """The next request, or None when the grader has hung up."""
        chunk = b""  # the next request may already be in the splitter
        while True:
            for message in self.splitter.feed(chunk):
                self.ticket = message.pop("ticket")
                return message
            self.unwatch()
            if not (chunk := read(self.requests, 1 << 16)):
                return None

    def send(self, message: dict[str, Any]) -> None:
        """Send `message` with the ticket of the current request."""
        with self.lock:
            view = memoryview(wire.encode(message | {"ticket": self.ticket}))
            if len(view) > WHOLE:
                self.unwatch()
            while view:
                view = view[write(self.out, view) :]

    def mark(self, mark: str, method: str) -> None:
        """Mark where the output of the next call begins, after flushing that of the call before."""
        flush(self.streams)
        with suppress(OSError):
            write(2, f"\x1e{mark}:{method}\x1e".encode())

    def report(self, kind: str, wanted: str, line: int | None, within: str) -> None:
        """Report a violation immediately: the process may die before it answers.

        Nothing is reported while other values than the learner's are being tried.
        """
        if self.as_written:
            self.send({"violation": kind, "what": wanted[:200], "line": line, "within": within})


def flush(streams: list[TextIO]) -> None:
    """Flush all streams, and ignore what they raise."""
    for stream in streams:
        try:
            stream.flush()
        except BaseException:
            continue
