"""Send the same requests to many versions of one file, each in its own child process."""

import os
import select
import signal
import sys
from collections.abc import Callable
from time import monotonic
from typing import Any

from numpy import frombuffer, uint8

SECONDS, MOST_BYTES = 1.0, 1 << 22
"""Limits per text, in real time (for code that sleeps) and bytes; the request limits the processor time."""
Child = Callable[[dict[str, Any], int], None]
"""Loads one text, makes all requests of it and writes the messages to a pipe."""


def screen(request: dict[str, Any], child: Child) -> dict[str, Any]:
    """Under `tried`, the messages of each text as a uint8 array; None if it did not finish in time."""
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
    """Limit this process to two seconds of processor time, without input or output."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
    signal.setitimer(signal.ITIMER_PROF, seconds)  # this kills the process unless the text handles it
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    sys.stdin.close()


def _read(reader: int) -> bytes | None:
    """All bytes up to the end of the pipe; None if that takes over SECONDS or MOST_BYTES."""
    end, found = monotonic() + SECONDS, bytearray()
    while (left := end - monotonic()) > 0 and len(found) < MOST_BYTES:
        if not select.select([reader], [], [], left)[0]:
            return None
        chunk = os.read(reader, 1 << 18)
        if not chunk:
            return bytes(found)
        found += chunk
    return None
