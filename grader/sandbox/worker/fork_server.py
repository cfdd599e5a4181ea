"""A process that has imported what others need, and forks them: each takes milliseconds.

`launch` starts one that has imported NumPy and forks workers; it runs none of the learner's code. It takes
requests over a socket: `F` with descriptors forks a process that uses them as its first standard streams, `P`
asks whether one has ended, `W` waits until it has. `B` forks a second such process, for the socket that comes
with it.
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


def serve(control: int) -> int:
    """Answer requests until the other end of the socket is closed.

    It returns only in a forked process, the id of the parent.
    """
    requests, branches = socket.socket(fileno=control), list[int]()
    while True:
        message, streams, _, _ = socket.recv_fds(requests, QUESTION.size, STREAMS)
        if len(message) < QUESTION.size:
            os._exit(0)
        command, number = QUESTION.unpack(message)
        if command == b"B":
            branches = [pid for pid in branches if _status(pid, os.WNOHANG) == RUNNING]
            branches.append(os.fork())
            if branches[-1] == 0:
                requests.close()
                requests, branches = socket.socket(fileno=streams[0]), []
            else:
                os.close(streams[0])
            continue
        if command == b"F":
            parent, number = os.getpid(), os.fork()
            if number == 0:
                _stand_alone(requests, streams)
                return parent
            for stream in streams:
                os.close(stream)
        else:
            number = _status(number, os.WNOHANG if command == b"P" else 0)
        requests.sendall(ANSWER.pack(number))


def _stand_alone(asked: socket.socket, streams: list[int]) -> None:
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
