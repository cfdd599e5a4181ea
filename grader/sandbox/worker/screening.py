"""Send the same requests to many versions of one file, in child processes.

Harmless texts in a row share a child as long as each leaves it as it was. If it ends at any but its first
text, another child begins with that one: what a text answers never depends on the texts before it.
"""

import builtins
import math
import os
import select
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from itertools import takewhile
from time import monotonic
from typing import Any

import numpy as np
from numpy import frombuffer, geterr, uint8

from ..limits import crowding

SECONDS, MOST_BYTES = 1.0, 1 << 22
"""Limits per text, in real time (for code that sleeps) and bytes; the request limits the processor time."""
CLEAN, SPOILT = b"\x01", b"\x02"
"""The last byte of a text's answers: whether it left the process as it was."""
SEEN = (builtins, math, np, np.linalg, warnings)
Load = dict[str, Any]
Child = Callable[[Load, int, bool], None]
"""Loads one text, makes all requests of it and writes the messages to a pipe; it may be the first or not."""


def screen(request: dict[str, Any], child: Child) -> dict[str, Any]:
    """Under `tried`, the messages of each text as a uint8 array; None if it did not finish in time."""
    loads = [request["load"] | {"source": source} for source in request["sources"]]
    found: list[bytes | None] = []
    while at := len(loads) - len(found):
        rest, harmless = loads[-at:], request["harmless"][-at:]
        together = sum(1 for _ in takewhile(bool, harmless)) or 1
        found += _in_one_child(rest[:together], child, request["seconds"])
    return {"tried": [None if data is None else frombuffer(data, uint8) for data in found]}


def _in_one_child(loads: Sequence[Load], child: Child, seconds: float) -> list[bytes | None]:
    """What the first of these texts answered, and those after it that ran in the same process."""
    pipes = [os.pipe() for _ in loads]
    pid = os.fork()
    if pid == 0:
        try:
            _answer([(load, writer) for load, (_, writer) in zip(loads, pipes, strict=True)], child, seconds)
        finally:
            os._exit(0)
    for _, writer in pipes:
        os.close(writer)
    found: list[bytes | None] = []
    ended = None
    try:
        for reader, _ in pipes:
            data = _read(reader)
            if data is not None and data[-1:] not in (CLEAN, SPOILT):
                ended = os.waitpid(pid, 0)[1]
                if found and not _out_of_time(ended):
                    break
                data = None
            found.append(data and data[:-1])
            if data is None or data[-1:] != CLEAN:
                break
    finally:
        for reader, _ in pipes:
            os.close(reader)
        if ended is None:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
    return found


def _out_of_time(status: int) -> bool:
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF


def _answer(asked: Sequence[tuple[Load, int]], child: Child, seconds: float) -> None:
    """Load one text after another, until one of them changes the process."""
    _limit()
    before = _state()
    for number, (load, pipe) in enumerate(asked):
        signal.setitimer(signal.ITIMER_PROF, seconds)  # this kills the process unless the text handles it
        child(load, pipe, number == 0)
        clean = _is_as(before)
        os.write(pipe, CLEAN if clean else SPOILT)
        os.close(pipe)
        if not clean:
            return


def _state() -> Any:
    """What a text could change that the next one would notice."""
    return [vars(module).copy() for module in SEEN], (geterr(), [*warnings.filters])


def _is_as(before: Any) -> bool:
    """Whether the process is as it was; new names do no harm."""
    namespaces, settings = before
    now = [vars(module) for module in SEEN]
    kept = (new.get(k) is old for was, new in zip(namespaces, now, strict=True) for k, old in was.items())
    return all(kept) and settings == _state()[1]


def _limit() -> None:
    """Limit this process to two seconds of processor time, without input or output."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    sys.stdin.close()


def _read(reader: int) -> bytes | None:
    """All bytes up to the end of the pipe; None if that takes over SECONDS or MOST_BYTES."""
    end, found = monotonic() + SECONDS * crowding(), bytearray()
    while (left := end - monotonic()) > 0 and len(found) < MOST_BYTES:
        if not select.select([reader], [], [], left)[0]:
            return None
        chunk = os.read(reader, 1 << 18)
        if not chunk:
            return bytes(found)
        found += chunk
    return None
