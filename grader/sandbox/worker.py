"""The other process: loads the learner's file once and answers what the grader asks of it.

Started by `launch.start` with nothing but the standard library on its path. Requests come
on standard input, answers go to standard output; both are taken away from the learner's code, whose own
output goes to standard error.
"""

import _thread
import builtins
import faulthandler
import os
import sys
from collections.abc import Callable
from functools import partial
from time import monotonic
from types import ModuleType
from typing import Any

import numpy as np

from . import screening, weighing
from .channel import Channel, flush
from .describe import describe_exception
from .guard import Guard
from .inspecting import members
from .modes import MODES
from .wall import Wall

MODULE = "submission"
HEAVY_SECONDS = 0.25
THREAD_STACK = 1 << 20  # a file that starts threads is loaded many times


class Submission:
    """The learner's file, loaded as often as a pass needs a fresh copy of it.

    Where its top level takes long (a demo is trained there), one copy of each kind serves all passes: only
    work that a whole module does on its first call alone could hide in that.
    """

    def __init__(self, request: dict[str, Any]) -> None:
        self.source: str = request["source"]
        self.filename: str = request["filename"]
        self.name: str = request["class"]
        self.takes: dict[str, list[str]] = request["members"]
        self.state: list[str] = request["state"]
        self.answers = compile(request.get("answers", ""), "<string>", "exec", dont_inherit=True)
        self.mark: Callable[[str], None] = _no_mark
        self.substituted: list[str] = request.get("substituted", [])
        self.code = compile(self.source.encode(), self.filename, "exec", dont_inherit=True)
        self.draws = "random" in self.source
        if self.draws:
            import numpy.random  # noqa: F401  NumPy imports it when it is first used: too late to seed it
        self.module: ModuleType | None = None
        self.heavy = False
        self._copies: dict[str, ModuleType] = {}
        self.kept: list[ModuleType] = []  # never dropped: what __del__ does would run in our time

    def begin(self) -> ModuleType:
        """Load the copy that is judged."""
        begun = monotonic()
        self.module = self._load()
        self.heavy = monotonic() - begun > HEAVY_SECONDS
        return self.module

    def judged(self) -> ModuleType:
        """The copy that is judged, as the one that is imported."""
        assert self.module is not None
        sys.modules[MODULE] = self.module
        return self.module

    def fresh(self, code: Any = None, names: dict[str, Any] | None = None) -> ModuleType:
        """A new copy, of rewritten code where that is given, with more names in it."""
        if not self.heavy:
            return self._load(code, names)
        return self._kept("plain" if code is None else "rewritten", code, names)

    def practised(self) -> ModuleType:
        """A copy for calls that are made in passing: it may have been used before."""
        return self._kept("practised")

    def _kept(self, kind: str, code: Any = None, names: dict[str, Any] | None = None) -> ModuleType:
        if kind not in self._copies:
            self._copies[kind] = self._load(code, names)
        module = sys.modules[MODULE] = self._copies[kind]
        module.__dict__.update(names or {})
        return module

    def _load(self, code: Any = None, names: dict[str, Any] | None = None) -> ModuleType:
        module = ModuleType(MODULE)
        module.__file__ = self.filename
        module.__dict__["__builtins__"] = builtins  # or `exec` would hand on the worker's private copy
        module.__dict__.update(names or {})
        sys.modules[MODULE] = module
        self.kept.append(module)
        exec(code or self.code, module.__dict__)
        return module

    def factory(self, module: ModuleType) -> Callable[..., Any]:
        """What the name of the graded class stands for in `module`."""
        found: Callable[..., Any] = module.__dict__[self.name]
        return found


class Worker:
    """Answers requests until the grader hangs up."""

    def __init__(self) -> None:
        self.channel = Channel()
        faulthandler.enable(self.channel.out)
        self.submission: Submission
        self.words_after = 1.75

    def serve(self) -> None:
        """Say that the worker is ready; then one request, one answer."""
        self.channel.send({"ready": True})
        while (request := self.channel.receive()) is not None:
            operation = getattr(self, "do_" + request.pop("op"))
            if operation == self.do_load and "wall" not in request.get("without", ()):
                wall = wall_around(request)  # before there is a second thread, which the next line begins
                wall.put_up()
                wall.close()
            self.words_after = request.get("words_after", self.words_after)
            self.channel.watch(self.words_after)
            try:
                answer = operation(request)
            except BaseException as error:
                answer = {"raised": describe_exception(error, self.submission.filename)}
            flush([sys.stdout, sys.stderr])
            self.channel.send(answer)

    def do_load(self, request: dict[str, Any]) -> dict[str, Any]:
        """Load the file, and say which of the wanted members it has."""
        system = [os.path.dirname(os.__file__), os.path.dirname(np.__file__), "<frozen", "<sandbox"]
        guard = Guard(request["filename"], MODULE, request["off_limits"], system, self.channel.report)
        self.submission = _Unloaded(request["filename"])  # type: ignore[assignment]
        limit_memory(request["memory"])
        submission = self.submission = Submission(request)
        if "guard" not in request.get("without", ()):
            guard.install()
        if request.get("mark"):
            submission.mark = partial(self.channel.mark, request["mark"])
        del guard  # what holds it from now on cannot be named
        module = submission.begin()
        return members(module.__dict__.get(submission.name), request["members"], submission)

    def do_run(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make a model, put it in a state, make some calls of it; see `modes`."""
        self.submission.mark(request.get("method", "__init__"))
        return MODES[request["mode"]](self.submission, request)

    def do_screen(self, request: dict[str, Any]) -> dict[str, Any]:
        """Ask many texts the same, each in a child; see `screening`. Nothing is loaded in this process."""
        wall = wall_around(request["load"])

        def child(load: dict[str, Any], pipe: int) -> None:
            wall.put_up()
            wall.close()
            self.channel.out = pipe
            self.channel.send(self._attempt(lambda: self.do_load(load)))
            for one in request["requests"]:
                self.channel.send(self._attempt(lambda: self.do_run(one)))  # noqa: B023  called at once

        self.channel.unwatch()  # a child has no thread of it, and would wait for one
        self.submission = _Unloaded(request["load"]["filename"])  # type: ignore[assignment]
        try:
            return screening.screen(request, child)
        finally:
            wall.close()

    def _attempt(self, operation: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        try:
            return operation()
        except BaseException as error:
            return {"raised": describe_exception(error, self.submission.filename)}


class _Unloaded:
    def __init__(self, filename: str) -> None:
        self.filename = filename


def wall_around(request: dict[str, Any]) -> Wall:
    """The wall for a submission, made ready."""
    return Wall(request["filename"], [*request["off_limits"], *request.get("hidden", ())])


def limit_memory(extra: int) -> None:
    """Allow `extra` bytes above what the process has now, where the system can (0: no limit)."""
    try:
        import resource

        with open("/proc/self/statm", "rb") as file:
            present = int(file.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    if extra:
        resource.setrlimit(resource.RLIMIT_AS, (present + extra, present + extra))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _no_mark(method: str) -> None: ...


def _no_breakpoint(*args: object, **kwargs: object) -> None:
    raise RuntimeError("breakpoint() cannot stop here: nobody is at the keyboard while a file is graded")


def _no_input(prompt: object = "", /) -> str:
    raise EOFError("input() gets no answer: nobody is at the keyboard while a file is graded")


def main() -> None:
    """Run the worker until its standard input ends, then end at once, whatever else still runs."""
    sys.dont_write_bytecode = True
    _thread.stack_size(THREAD_STACK)
    worker = Worker()
    for name in ("stdout", "stderr"):
        stream = os.fdopen(1 if name == "stdout" else 2, "w", encoding="utf-8", errors="backslashreplace",
                           buffering=1, closefd=False)  # fmt: skip
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
        worker.channel.streams.append(stream)
    sys.stdin = open(os.devnull)  # noqa: SIM115  it stays open as long as the process
    builtins.exit = builtins.quit = sys.exit  # type: ignore[assignment]  # what `site` would give
    sys.breakpointhook = _no_breakpoint
    builtins.input = _no_input
    weighing.take_over()
    try:
        worker.serve()
    except BaseException:  # the learner's timers and the like can reach to here
        if os.environ.get("GRADER_TRACEBACK"):
            raise
        os._exit(1)
    os._exit(0)
