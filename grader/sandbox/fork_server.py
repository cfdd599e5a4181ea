"""A process that has imported NumPy and forks workers: each takes milliseconds.

It runs none of the learner's code. It takes requests over a socket: `F` with three descriptors forks a
worker that uses them as its standard streams, `P` asks whether a worker has ended, `W` waits until it has.
"""

import os
import socket
import struct
from contextlib import suppress
from importlib import import_module

AHEAD = ("numpy.typing", "resource", "_posixshmem", "_posixsubprocess", "_multiprocessing")
"""Modules that submissions often import, or that the worker imports before it loads one."""
QUESTION, ANSWER = struct.Struct(">ci"), struct.Struct(">i")
RUNNING = 1 << 20  # no exit status
STREAMS = 3


def import_ahead() -> None:
    """Import the modules in AHEAD, so that no worker has to."""
    for name in AHEAD:
        with suppress(ImportError):
            import_module(name)


def serve(control: int) -> None:
    """Answer requests until the grader closes the socket; returns only in a forked worker."""
    asked = socket.socket(fileno=control)
    while True:
        message, streams, _, _ = socket.recv_fds(asked, QUESTION.size, STREAMS)
        if len(message) < QUESTION.size:
            os._exit(0)
        what, number = QUESTION.unpack(message)
        if what == b"F":
            number = os.fork()
            if number == 0:
                _become_worker(asked, streams)
                return
            for stream in streams:
                os.close(stream)
        else:
            number = _status(number, os.WNOHANG if what == b"P" else 0)
        asked.sendall(ANSWER.pack(number))


def _become_worker(asked: socket.socket, streams: list[int]) -> None:
    asked.close()
    os.setsid()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)


def _status(pid: int, options: int) -> int:
    try:
        ended, status = os.waitpid(pid, options)
    except ChildProcessError:
        return RUNNING
    return os.waitstatus_to_exitcode(status) if ended else RUNNING
