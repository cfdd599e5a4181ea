"""The worker process: loads the learner's file and answers the grader's requests.

Started by `launch.start`, or forked by `fork_server`, with only the standard library on its path. Requests
come on standard input and answers go to standard output. Both are hidden from the learner's code, whose
own output goes to standard error.
"""

import _thread
import builtins
import faulthandler
import os
import re
import sys
import warnings
from collections.abc import Callable
from functools import partial
from time import monotonic
from types import ModuleType
from typing import Any

import numpy as np

from ..confinement.guard import Guard
from ..confinement.kernel_rules import Rules, end_with
from ..describe import describe_exception
from ..measuring import memory_peak
from . import screening
from .channel import Channel, flush
from .inspecting import members, told_of
from .modes import MODES
from .own_pages import copy_while_idle

np.set_printoptions(linewidth=58)  # what fits beside the longest method name in a report of 80 columns
MODULE = "submission"
HEAVY_SECONDS = 0.25
TOGETHER_SECONDS = 0.005
LONGEST_SECONDS = 1800  # of processor time that a worker may take in all
DRAWING = {"random": r"(?<!\.)\brandom", "numpy.random": "random"}
"""The modules that draw random numbers, each with what a file contains that uses it."""
THREAD_STACK = 1 << 20  # small, because a file that starts threads is loaded many times


class LoadedFile:
    """The learner's file, loaded again whenever a pass needs a fresh copy of it.

    If its top level is slow (it may train a demo), one copy of each kind serves all passes. That could only
    hide work that a module does on its first call and never again.
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
        self.corrected: dict[str, str] = request.get("corrected", {})  # see `substitute`
        self.given: dict[str, Any] = {}
        self.code = compile(self.source.encode(), self.filename, "exec", dont_inherit=True)
        self.draws = [name for name, word in DRAWING.items() if re.search(word, self.source)]
        if self.draws:
            import numpy.random  # noqa: F401  NumPy imports it at its first use, too late to seed it
        warnings.formatwarning = partial(told_of, self.filename)
        self.module: ModuleType | None = None
        self.heavy = False
        self._copies: dict[str, ModuleType] = {}
        self.kept: list[ModuleType] = []  # never dropped: otherwise __del__ would run in measured time

    def begin(self) -> ModuleType:
        """Load the copy that is judged."""
        begun = monotonic()
        self.module = self._load()
        self.heavy = monotonic() - begun > HEAVY_SECONDS
        return self.module

    def judged(self) -> ModuleType:
        """The copy that is judged, put back into `sys.modules`."""
        assert self.module is not None
        sys.modules[MODULE] = self.module
        return self.module

    def fresh(self, code: Any = None, names: dict[str, Any] | None = None) -> ModuleType:
        """A new copy, from rewritten `code` if given, with extra `names` in it."""
        if not self.heavy:
            return self._load(code, names)
        return self._kept("plain" if code is None else code, code, names)

    def practised(self) -> ModuleType:
        """A copy for calls that need no fresh one, such as a warm-up: it may have been used before."""
        return self._kept("practised")

    def _kept(self, kind: Any, code: Any = None, names: dict[str, Any] | None = None) -> ModuleType:
        if kind not in self._copies:
            self._copies[kind] = self._load(code, names)
        module = sys.modules[MODULE] = self._copies[kind]
        module.__dict__.update(names or {})
        return module

    def _load(self, code: Any = None, names: dict[str, Any] | None = None) -> ModuleType:
        module = ModuleType(MODULE)
        module.__file__ = self.filename
        module.__dict__["__builtins__"] = builtins  # otherwise `exec` would pass the worker's private copy
        module.__dict__.update(names or {})
        sys.modules[MODULE] = module
        self.kept.append(module)
        exec(code or self.code, module.__dict__)
        return module

    def factory(self, module: ModuleType) -> Callable[..., Any]:
        """The object in `module` that has the name of the graded class."""
        found: Callable[..., Any] = module.__dict__[self.name]
        return found


class RequestServer:
    """Answers requests until the grader hangs up."""

    def __init__(self) -> None:
        self.channel = Channel()
        faulthandler.enable(self.channel.out)
        self.submission: LoadedFile
        self.words_after = 1.75

    def serve(self) -> None:
        """Report that the worker is ready, then answer each request with one message."""
        self.channel.send({"ready": True})
        copy_while_idle(self.channel.requests)
        while (request := self.channel.receive()) is not None:
            operation = getattr(self, "do_" + request.pop("op"))
            if operation == self.do_load and "kernel" not in request.get("without", ()):
                rules = rules_for(request)  # must be in force before `watch` below starts a second thread
                rules.apply()
                rules.close()
            self.words_after = request.get("words_after", self.words_after)
            self.channel.watch(self.words_after)
            answer = self._attempt(partial(operation, request))
            flush([sys.stdout, sys.stderr])
            self.channel.send(answer)

    def do_load(self, request: dict[str, Any]) -> dict[str, Any]:
        """Load the file, and describe its members; see `inspecting.members`."""
        system = [os.path.dirname(os.__file__), os.path.dirname(np.__file__), "<frozen", "<sandbox"]
        guard = Guard(request["filename"], MODULE, request["off_limits"], system, self.channel.report)
        self.submission = _Unloaded(request["filename"])  # type: ignore[assignment]
        limit_resources(request["memory"])
        submission = self.submission = LoadedFile(request)
        if "guard" not in request.get("without", ()):
            guard.install()
        if request.get("mark"):
            submission.mark = partial(self.channel.mark, request["mark"])
        del guard  # only the audit hook holds it from now on, where code cannot reach it by name
        return self._begun(request)

    def _begun(self, request: dict[str, Any]) -> dict[str, Any]:
        module = self.submission.begin()
        return members(module.__dict__.get(self.submission.name), request["members"], self.submission.source)

    def _load_next(self, request: dict[str, Any]) -> dict[str, Any]:
        """Load another text where one was loaded before: the guard and the limits stay in force."""
        self.submission = LoadedFile(request)
        return self._begun(request)

    def do_run(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make a model, set its state, and make some calls of it; see `modes`."""
        self.submission.mark("+" + request.get("method", "__init__"))  # see `captured_output.RUN`
        self.channel.as_written = request["mode"] not in ("replaced", "changed")
        return MODES[request["mode"]](self.submission, request)

    def do_runs(self, request: dict[str, Any]) -> dict[str, Any]:
        """Answer several requests; those that are answered are sent every few milliseconds."""
        found, begun = list[dict[str, Any]](), monotonic()
        for one in request["requests"]:
            if found and monotonic() - begun > TOGETHER_SECONDS:
                self.channel.send({"answers": found})
                found, begun = [], monotonic()
            self.channel.watch(self.words_after)
            found.append(self._attempt(lambda: self.do_run(one)))  # noqa: B023  called at once
            flush([sys.stdout, sys.stderr])
        return {"answers": found}

    def do_screen(self, request: dict[str, Any]) -> dict[str, Any]:
        """Make the same requests of many texts, each loaded in a child process only; see `screening`."""
        rules = rules_for(request["load"])

        def child(load: dict[str, Any], pipe: int, first: bool) -> None:
            if first:
                rules.apply()
                rules.close()
            self.channel.out = pipe
            self.channel.send(self._attempt(partial(self.do_load if first else self._load_next, load)))
            for one in request["requests"]:
                self.channel.send(self._attempt(lambda: self.do_run(one)))  # noqa: B023  called at once

        self.channel.unwatch()  # a fork does not copy the watchdog thread, and a child would wait for it
        self.submission = _Unloaded(request["load"]["filename"])  # type: ignore[assignment]
        try:
            return screening.screen(request, child)
        finally:
            rules.close()

    def _attempt(self, operation: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        try:
            return operation()
        except BaseException as error:
            return {"raised": describe_exception(error, self.submission.filename)}


class _Unloaded:
    def __init__(self, filename: str) -> None:
        self.filename = filename


def rules_for(request: dict[str, Any]) -> Rules:
    """The kernel's rules for a submission, ready to be applied."""
    return Rules(request["filename"], [*request["off_limits"], *request.get("hidden", ())])


def limit_resources(extra: int) -> None:
    """Limit memory to `extra` bytes more than the process has now, on systems that can (0: no limit).

    Limit its processor time too, because what it starts can outlive a grader that is killed.
    """
    try:
        import resource

        with open("/proc/self/statm", "rb") as file:
            present = int(file.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    if extra:
        resource.setrlimit(resource.RLIMIT_AS, (present + extra, present + extra))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if most == resource.RLIM_INFINITY or most > LONGEST_SECONDS:
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS))


def _no_mark(method: str) -> None: ...


def _no_breakpoint(*args: object, **kwargs: object) -> None:
    raise RuntimeError("breakpoint() cannot stop here: nobody is at the keyboard while a file is graded")


def _no_input(prompt: object = "", /) -> str:
    raise EOFError("input() gets no answer: nobody is at the keyboard while a file is graded")


def main(parent: int) -> None:
    """Run the worker until its standard input ends, then exit immediately, even if threads still run."""
    end_with(parent)  # a grader that is killed cannot end its workers
    sys.dont_write_bytecode = True
    _thread.stack_size(THREAD_STACK)
    worker = RequestServer()
    for name in ("stdout", "stderr"):
        stream = os.fdopen(1 if name == "stdout" else 2, "w", encoding="utf-8", errors="backslashreplace",
                           buffering=1, closefd=False)  # fmt: skip
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
        worker.channel.streams.append(stream)
    sys.stdin = open(os.devnull)  # noqa: SIM115  it stays open as long as the process
    builtins.exit = builtins.quit = sys.exit  # type: ignore[assignment]  # `site` would define them
    sys.breakpointhook = _no_breakpoint
    builtins.input = _no_input
    memory_peak.take_over()
    try:
        worker.serve()
    except BaseException:  # for example from the learner's timers
        if os.environ.get("GRADER_TRACEBACK"):
            raise
        os._exit(1)
    os._exit(0)
