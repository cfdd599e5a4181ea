"""Count the bytecode instructions that Python executes: in total, and in the learner's file alone.

A count depends only on the code and the sizes of its data: it is the same on every machine and under any
load. It is made with `sys.monitoring` from Python 3.12 on, and before with opcode events of `sys.settrace`.
Threads that the call starts count as part of it. An older thread counts only if it was waiting for work
and then executed some instruction at least once per sample. Waiting for a thread is not counted, because
that does depend on the load.
"""

import _thread
import os
import sys
from _thread import get_ident
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

MOST = 300_000
FEWEST = 1_000  # older threads count only in calls with at least this many samples
LIBRARY = os.path.dirname(os.__file__)
MODULES = "threading.py queue.py weakref.py _weakrefset.py selectors.py concurrent asyncio"
WAITING = tuple(os.path.join(LIBRARY, name) for name in MODULES.split())
PRINTING = f"{os.sep}arrayprint.py"  # NumPy prints 1,000 numbers of an array at most


class TooMuchWork(BaseException):
    """The call took more instructions than any vectorised code needs, so counting on is useless.

    When a tracer raises this, Python itself stops the tracing, with an audit event. `raised` is true then,
    so that the guard ignores the event.
    """

    raised = False


class Counted:
    """Instructions of one call: the `total`, and those of each of the learner's `lines`.

    Args:
        filename: of the learner's file.
        rows: number of samples in the call.
    """

    def __init__(self, filename: str, rows: int = 0) -> None:
        self.filename, self.rows = filename, rows
        self.total = 0
        self.lines: Counter[int] = Counter()
        self.samples: dict[int, tuple[CodeType, defaultdict[int, int]]] = {}
        self.served: Counter[tuple[CodeType, int]] = Counter()
        self.waiting: set[int] = set()
        self.on = False

    @property
    def own(self) -> int:
        """The instructions in the learner's file alone."""
        return sum(self.lines.values())

    def of(self, code: CodeType) -> defaultdict[int, int]:
        """How often each instruction of one code object was executed, by its offset.

        The key is the code's id, because Python does not cache the hash of a code object. `id` is called
        only once, because each call raises an audit event.
        """
        found = self.samples.get(key := id(code))
        if found is None:
            found = self.samples.setdefault(key, (code, defaultdict(int)))
        return found[1]

    def run(self, call: Callable[[], object]) -> None:
        """Make the call and count its instructions; its return value is dropped."""
        counter = _monitored if sys.version_info >= (3, 12) else _traced
        frames = sys._current_frames()
        self.waiting = {ident for ident, top in frames.items() if top.f_code.co_filename.startswith(WAITING)}
        self.on = True
        try:
            counter(call, self)
        except TooMuchWork:
            pass
        self.on = False
        if self.rows >= FEWEST:
            for (code, offset), count in self.served.items():
                if count >= self.rows:
                    self.of(code)[offset] += count
        self._by_line()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Trace the threads that start in this context, in case they work for a call that is counted later.

        `sys.monitoring` (3.12 on) hears all threads anyway.
        """
        if sys.version_info >= (3, 12):
            yield
            return

        def local(frame: FrameType, event: str, arg: object) -> Any:
            if event == "opcode" and self.on and get_ident() in self.waiting:
                self.served[frame.f_code, frame.f_lasti] += 1
            return local

        def entered(frame: FrameType, event: str, arg: object) -> Any:
            frame.f_trace_opcodes = True
            return local

        with _threads_begin_with(entered):
            yield

    def _by_line(self) -> None:
        for code, counts in list(self.samples.values()):
            if code.co_filename.startswith(WAITING) or code.co_filename.endswith(PRINTING):
                continue
            executed = list(counts.items())
            self.total += sum(count for _, count in executed)
            if code.co_filename != self.filename:
                continue
            lines = {at: line for start, end, line in code.co_lines() if line for at in range(start, end, 2)}
            for offset, count in executed:
                self.lines[lines.get(offset, code.co_firstlineno)] += count


def _monitored(call: Callable[[], object], counted: Counted) -> None:
    monitoring: Any = sys.monitoring  # type: ignore[attr-defined,unused-ignore]
    tool = next(number for number in range(5, -1, -1) if monitoring.get_tool(number) is None)
    monitoring.use_tool_id(tool, "counting")
    left, counting = MOST, get_ident()
    others = sys._current_frames().keys() - {counting}

    def instruction(code: CodeType, offset: int) -> None:
        nonlocal left
        if others and (ident := get_ident()) in others:  # events come from all threads
            if ident in counted.waiting:
                counted.served[code, offset] += 1
            return
        counted.of(code)[offset] += 1
        left -= 1
        # Only the calling thread may raise; a thread that the call started must not, even after the call.
        if left < 0 and get_ident() == counting:
            monitoring.set_events(tool, 0)  # otherwise the `finally` below would raise this again
            raise TooMuchWork

    try:
        monitoring.register_callback(tool, monitoring.events.INSTRUCTION, instruction)
        monitoring.set_events(tool, monitoring.events.INSTRUCTION)
        call()
    finally:
        monitoring.set_events(tool, 0)
        monitoring.register_callback(tool, monitoring.events.INSTRUCTION, None)
        monitoring.free_tool_id(tool)


def _traced(call: Callable[[], object], counted: Counted) -> None:
    left, counting = MOST, get_ident()

    def entered(frame: FrameType, event: str, arg: object) -> Any:
        frame.f_trace_opcodes, counts = True, counted.of(frame.f_code)

        def local(frame: FrameType, event: str, arg: object) -> Any:
            nonlocal left
            if event == "opcode":
                counts[frame.f_lasti] += 1
                left -= 1
                if left < 0 and get_ident() == counting:
                    TooMuchWork.raised = True
                    raise TooMuchWork
            elif event == "line" and not frame.f_trace_opcodes:
                frame.f_trace_opcodes = True  # the code has switched opcode events off
            return local

        return local

    with _threads_begin_with(entered):
        previous = sys.gettrace()
        sys.settrace(entered)
        try:
            call()
        finally:
            TooMuchWork.raised = False
            sys.settrace(previous)


@contextmanager
def _threads_begin_with(tracer: Any) -> Iterator[None]:
    """Trace every thread that starts in this context, from its first frame on."""

    def begun(function: Any, *args: Any) -> int:
        def run(*given: Any, **named: Any) -> None:
            sys.settrace(tracer)
            function(*given, **named)

        return start(run, *args)

    start = _thread.start_new_thread
    _thread.start_new_thread = begun
    threading: Any = sys.modules.get("threading")
    if threading is not None:
        threading._start_new_thread = begun
    try:
        yield
    finally:
        _thread.start_new_thread = start
        if threading is not None:
            threading._start_new_thread = start


class Spy:
    """Notes the lines that iterate over an array of at least `least` rows in C, in a separate pass.

    `sum`, `list`, `map`, `tolist` and the like run no Python frames; an array subclass detects them.
    """

    def __init__(self, filename: str, least: int) -> None:
        self.filename, self.least = filename, least
        self.lines: list[int | None] = []

    def note(self, length: int) -> None:
        """Remember the learner's line that is iterating over `length` rows; ignore fewer than `least`."""
        if length < self.least:
            return
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != self.filename:
            frame = frame.f_back
        self.lines.append(frame.f_lineno if frame else None)
