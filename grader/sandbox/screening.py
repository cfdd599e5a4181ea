"""Ask many versions of one file the same, each in a child process of its own."""

import os
import select
import signal
import sys
from collections.abc import Callable
from time import monotonic
from typing import Any

from numpy import frombuffer, uint8

SECONDS, MOST_BYTES = 1.0, 1 << 22
"""By the clock, for what sleeps; of processor time a text may take what the request says."""
Child = Callable[[dict[str, Any], int], None]
"""Loads one text, asks it everything and writes the messages to a pipe."""


def screen(request: dict[str, Any], child: Child) -> dict[str, Any]:
    """What each text answers, as the bytes of its messages; none where it did not come to an end."""
    load, seconds = request["load"], request["seconds"]
    return {"tried": [_one(load | {"source": source}, child, seconds) for source in request["sources"]]}


def _one(load: dict[str, Any], child: Child, seconds: float) -> Any:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reader)
            _limit(seconds)
            child(load, writer)
        finally:
            os._exit(0)
    os.close(writer)
    try:
        data = _read(reader)
    finally:
        os.close(reader)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return None if data is None else frombuffer(data, uint8)


def _limit(seconds: float) -> None:
    """Little time, no output."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
    signal.setitimer(signal.ITIMER_PROF, seconds)  # which kills, unless the text asks for the signal
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    sys.stdin.close()


def _read(reader: int) -> bytes | None:
    """All that comes until the end; none where it is late or too much."""
    end, found = monotonic() + SECONDS, bytearray()
    while (left := end - monotonic()) > 0 and len(found) < MOST_BYTES:
        if not select.select([reader], [], [], left)[0]:
            return None
        chunk = os.read(reader, 1 << 18)
        if not chunk:
            return bytes(found)
        found += chunk
    return None
