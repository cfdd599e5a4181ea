"""Start worker processes, and end them with everything that they started."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Protocol

HERE = Path(__file__).resolve().parent

# Imports this package by itself, then takes it and NumPy's folder off the path, so that neither the
# project nor any other library can be found. The package gets private built-ins and private copies of some
# modules, which the learner's code cannot patch. Its code is named <sandbox.x>: printing a stack then does
# not open the grader's files, so if one is opened, the submission did it.
BOOT = """\
import builtins, gc, os, sys, _imp
gc.disable()  # what is imported stays: looking through it for garbage is a tenth of the start
from importlib.machinery import FileFinder, SourceFileLoader

home, libraries = sys.argv[1:3]

private = dict(vars(builtins))

class Loader(SourceFileLoader):
    def exec_module(self, module):
        module.__dict__["__builtins__"] = private
        super().exec_module(module)

    def get_code(self, name):
        code = super().get_code(name)
        _imp._fix_co_filename(code, f"<{name}>")
        return code

def hook(folder):
    if not folder.startswith(home):
        raise ImportError
    return FileFinder(folder, (Loader, [".py"]))

sys.path_hooks.insert(0, hook)
sys.path[:0] = home, libraries
control = sys.argv[3:]
from sandbox.worker.main import main
if control:
    import numpy.random  # NumPy itself imports it late, and many submissions ask for it
    from sandbox.confinement import kernel_rules
    from sandbox.worker import fork_server
    kernel_rules.prepare()
    fork_server.import_ahead()
del sys.path[:2], sys.path_hooks[0], sys.argv[1:]
own = ("sandbox", "json", "inspect", "dis", "ast", "socket", "selectors")
for name in [name for name in sys.modules if name.partition(".")[0] in own]:
    del sys.modules[name]
gc.freeze()
gc.enable()
main(fork_server.serve(int(control[0])) if control else os.getppid())
"""


def command() -> list[str]:
    """The command that starts a worker: isolated, without site packages, with this package and NumPy only."""
    import importlib.util

    spec = importlib.util.find_spec("numpy")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'numpy'", name="numpy")
    numpy_home = Path(spec.origin).resolve().parent.parent
    # Where the worker's watchdog is a second thread, Python 3.12 would warn of each fork of a submission.
    forks = "ignore:This process (pid=:DeprecationWarning"
    options = ["-I", "-S", "-X", "utf8", "-W", "default", "-W", forks]
    return [sys.executable, *options, "-c", BOOT, str(HERE.parent), str(numpy_home)]


def environment() -> dict[str, str]:
    """The worker's environment: one BLAS thread, so that its processor time is the call's own.

    All threads share one malloc arena too: glibc reserves 64 MB of address space for each arena, and a
    submission that starts a thread for each model would soon exceed the limit.
    """
    threads = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
    return os.environ | dict.fromkeys((*threads, "MALLOC_ARENA_MAX"), "1")


class Process(Protocol):
    """A worker process with pipes to its standard streams; the interface of `subprocess.Popen`."""

    pid: int  # also the id of its process group
    stdin: IO[bytes] | None  # requests go here
    stdout: IO[bytes] | None  # answers come from here
    stderr: IO[bytes] | None  # what the submission prints comes from here
    returncode: Any  # the exit status after a wait; negative for a signal

    def poll(self) -> int | None:
        """The exit status if it has ended, else None."""

    def wait(self) -> int:
        """Wait until it has ended, and return the exit status."""

    def kill(self) -> None:
        """End it."""


Start = Callable[[], Process]


def start(program: Callable[[], list[str]] | None = None, stderr: int | None = subprocess.PIPE) -> Process:
    """A new worker, or another process."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        (program or command)(), stdin=pipe, stdout=pipe, stderr=stderr, bufsize=0, env=environment(),
        start_new_session=os.name == "posix",
    )  # fmt: skip


def end(process: Process) -> None:
    """Kill a worker and everything that it has started."""
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            process.kill()  # a forked worker that is not yet the leader of its group
        except PermissionError:
            pass
        return
    import psutil

    try:
        for child in psutil.Process(process.pid).children(recursive=True):
            child.kill()
    except psutil.Error:
        pass
    process.kill()


def discard(process: Process) -> None:
    """End a worker that was never used."""
    end(process)
    process.wait()
    close_pipes(process)


def close_pipes(process: Process) -> None:
    """Close this side of a worker's standard streams."""
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()


class Cancelled(KeyboardInterrupt):
    """The grading was cancelled. A KeyboardInterrupt, so that no `except Exception` catches it."""


class Cancel:
    """Cancels one grading, from any thread: its workers are killed, and it ends with `Cancelled`.

    Attributes:
        asked: whether it was cancelled.
        metered: whether the processor time of its workers is added up.
        spent: processor time of the workers that have ended, in seconds.
    """

    def __init__(self) -> None:
        self.metered, self.spent = False, 0.0
        self._lock = threading.Lock()
        self._running: list[Process] = []
        self.asked = False

    def now(self) -> None:
        """Kill the workers; later ones are killed as soon as they are taken on."""
        with self._lock:
            self.asked = True
            for process in self._running:
                self._end(process)

    def take_on(self, process: Process) -> None:
        """Add a worker to the grading."""
        with self._lock:
            self._running.append(process)
            if self.asked:
                self._end(process)

    def let_go(self, process: Process, spent: float) -> None:
        """Remove a worker that has ended, and add the processor time that it spent, in seconds."""
        with self._lock:
            self.spent += spent
            self._running = [other for other in self._running if other is not process]

    def check(self) -> None:
        """Raise `Cancelled` if the grading was cancelled."""
        if self.asked:
            raise Cancelled

    @staticmethod
    def _end(process: Process) -> None:
        if process.poll() is None:  # after a wait, its pid may belong to another process
            end(process)
