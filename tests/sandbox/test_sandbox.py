"""Whatever a submission does to its process: the call ends, its reason is given, and nothing is left."""

# ruff: noqa: E501 - one case per line

import itertools
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from typing import Any
from unittest.mock import Mock

import psutil
import pytest

from grader.sandbox import launch
from grader.sandbox.client import Sandbox
from grader.sandbox.limits import Ended, Limits
from grader.sandbox.process import Worker
from grader.sandbox.worker import main as worker_module
from grader.sandbox.worker.main import LONGEST_SECONDS

from ..helpers.graded import FORK_SERVER
from ..helpers.workers import BRIEF, CALL, GENEROUS, model, sandbox, value_of

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals and rlimits are POSIX")
linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the limit is set on Linux alone"
)
started = partial(sandbox, start=launch.start)  # as a command does; the other tests fork workers


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Assert that each test leaves no child process and no file descriptor behind."""
    FORK_SERVER.prepare()
    me = psutil.Process()
    before = {child.pid for child in me.children(recursive=True)}
    descriptors = me.num_fds() if os.name == "posix" else 0
    yield
    assert {child.pid for child in me.children(recursive=True)} <= before
    assert os.name != "posix" or me.num_fds() <= descriptors


def ended(body: str, limits: Limits = GENEROUS, start: launch.Start = FORK_SERVER.start) -> Ended:
    """How a call of `predict` with this body ended the process; asserts that a fresh one answers then."""
    with sandbox(model(body, "import os"), limits, start) as worker:
        assert isinstance(worker.load(), dict)
        found = worker.run(CALL)
        assert isinstance(found, Ended), found
        pids = {child.pid for child in psutil.Process().children()}
        assert worker.worker is None, pids
        again = worker.run(CALL | {"calls": []})
        assert isinstance(again, dict)
        assert again["start"]["b"]["number"] == 0.0
        return found


def called(body: str, top: str = "", limits: Limits = GENEROUS) -> dict[str, Any]:
    """The record of a call of `predict` with this body."""
    with sandbox(model(body, top), limits) as worker:
        assert isinstance(worker.load(), dict)
        return value_of(worker.run(CALL))


ENDLESS = {
    "a loop": "while True: pass",
    "a loop that catches everything": "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
    "a sleep": "import time\ntime.sleep(1000)",
    "waiting for input": "import threading\nthreading.Event().wait()",
    "C code that holds the interpreter": "return 7 ** 10_000_000 % 10 ** 5_000_000",
    "a sort in C": "return sum(range(10 ** 12))",
    "NumPy": "while True: np.linalg.svd(np.ones((300, 300)))",
    "a regular expression": "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
    "a stopped process": "import signal\nos.kill(os.getpid(), signal.SIGSTOP)",
    "describing the exception": "class E(Exception):\n  def __str__(self):\n    while True: pass\nraise E",
    "flushing": "import sys\nclass S:\n  def write(self, *a): pass\n  def flush(self):\n    while True: pass\nsys.stdout = S()",
    "a __del__": "class D:\n  def __del__(self):\n    while True: pass\nd = D()\nreturn 1.0",
}
if os.name != "posix":
    del ENDLESS["a stopped process"]


@pytest.mark.parametrize("name", ENDLESS)
def test_what_does_not_end_is_ended(name: str) -> None:
    found = ended(ENDLESS[name], BRIEF)
    assert found.how == "times-out"
    assert found.line is None or found.line > 9


def test_time_in_which_others_have_the_processors_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = itertools.count(20, 20)
    monkeypatch.setattr(Worker, "held_up", lambda worker: float(next(waits)))
    with sandbox(model("import time\ntime.sleep(1.5)\nreturn 1.0"), Limits(wall=0.5)) as worker:
        assert isinstance(worker.load(), dict)
        worker.deadline = time.monotonic()
        assert value_of(worker.run(CALL))["value"]["number"] == 1.0


def test_line_of_an_endless_loop_is_reported() -> None:
    assert ended("x = 0\nwhile True:\n    x += 1", BRIEF).line in (11, 12)


def test_endless_loading_is_ended() -> None:
    with sandbox("import numpy\nwhile True:\n    pass\n", BRIEF) as worker:
        found = worker.load()
        assert isinstance(found, Ended)
        assert (found.how, found.line in (2, 3)) == ("times-out", True)


AFTERWARDS = {
    "atexit": "import atexit\nimport time\natexit.register(time.sleep, 1000)",
    "a thread": "import threading\nimport time\nthreading.Thread(target=time.sleep, args=(1000,)).start()",
    "a busy thread": "import threading\ndef spin():\n  while True: pass\nthreading.Thread(target=spin).start()",
    "a __del__": "class D:\n  def __del__(self):\n    while True: pass\nD.kept = D()",
    "an alarm": "import signal\nif hasattr(signal, 'alarm'): signal.alarm(1000)",
}


@pytest.mark.parametrize("name", AFTERWARDS)
def test_what_happens_after_a_right_answer_changes_nothing(name: str) -> None:
    assert called("return 1.0", AFTERWARDS[name])["value"]["number"] == 1.0


@posix_only
def test_process_that_stops_between_two_calls_is_ended() -> None:
    """Even if the next request is too large for the pipe."""
    top = "import os, signal, threading\ndef stop(): threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGSTOP)).start()"
    with sandbox(model("stop()\nreturn 1.0", top), BRIEF) as worker:
        worker.load()
        value_of(worker.run(CALL))
        assert worker.worker is not None
        process = psutil.Process(worker.worker.process.pid)
        while process.status() != psutil.STATUS_STOPPED:
            time.sleep(0.01)
        found = worker.run({**CALL, "state": {"w": [0.0] * 300_000}})
        assert isinstance(found, Ended)
        assert found.how == "times-out"


EXITS = {
    "os._exit(0)": "status 0",
    "os._exit(7)": "status 7",
    "os.kill(os.getpid(), 9)": "SIGKILL",
    "os.kill(os.getpid(), 15)": "SIGTERM",
    "os.abort()": "SIGABRT",
    "import signal; signal.raise_signal(signal.SIGSEGV)": "SIGSEGV",
    "import ctypes; ctypes.string_at(0)": "SIGSEGV",
    "import faulthandler; faulthandler._sigsegv()": "SIGSEGV",
}


@posix_only
@pytest.mark.parametrize("code", EXITS)
def test_end_of_the_process_is_reported_with_its_reason(code: str) -> None:
    found = ended(code, start=launch.start)
    assert EXITS[code] in found.detail
    assert found.how == "exits"


def test_line_of_a_crash_is_reported() -> None:
    assert ended("x = 1\nimport faulthandler\nfaulthandler._sigsegv()").line == 12


@pytest.mark.parametrize(
    "code", ["raise SystemExit(0)", "import sys; sys.exit()", "exit()", "raise KeyboardInterrupt"]
)
def test_exits_by_exception_are_reported_as_exits(code: str) -> None:
    """`exit` may raise NameError, because it comes with the site module, which the worker does not import."""
    raised = called(code)["raised"]
    assert raised["type"] in ("SystemExit", "KeyboardInterrupt", "NameError")
    assert raised["line"] == 10


@linux_only
def test_a_worker_ends_by_itself_after_some_time() -> None:
    with started(model("return 1")) as worker:
        worker.load()
        children = psutil.Process().children()
        limits = [child.rlimit(psutil.RLIMIT_CPU) for child in children]
    assert (LONGEST_SECONDS, LONGEST_SECONDS) in limits


@linux_only
def test_memory_is_limited_and_a_refusal_can_be_survived() -> None:
    with started(model("return np.ones(1 << 40)"), Limits(memory=1 << 28)) as worker:
        worker.load()
        assert "MemoryError" in value_of(worker.run(CALL))["raised"]["ancestry"]
    body = "try:\n    np.ones(1 << 26)\nexcept MemoryError:\n    return 2.0"
    for memory, expected in ((1 << 28, "number"), (1 << 30, "none")):
        with started(model(body), Limits(memory=memory)) as worker:
            worker.load()
            assert value_of(worker.run(CALL))["value"]["kind"] == expected


@linux_only
def test_endlessly_growing_list_is_stopped() -> None:
    body = "kept = []\nwhile True: kept.append(bytearray(1 << 22))"
    assert "MemoryError" in called(body, limits=Limits(memory=1 << 27))["raised"]["ancestry"]


DAMAGE = {
    "closing everything": "os.closerange(0, 256)",
    "closing everything but the standard streams": "os.closerange(3, 256)",
    "writing garbage everywhere": "for fd in range(256):\n    try: os.write(fd, b'garbage' * 99)\n    except OSError: pass",
    "half a message": "for fd in range(256):\n    try: os.write(fd, b'\\x93kata\\x01' + b'\\0\\0\\0\\x09' * 2)\n    except OSError: pass",
    "a forged answer": "for fd in range(3, 256):\n    try: os.write(fd, b'\\x93kata\\x01' + b'\\0\\0\\0\\x02' + b'\\0' * 4 + b'{}')\n    except OSError: pass",
    "a message without end": "for fd in range(3, 256):\n    try: os.write(fd, b'\\x93kata\\x01' + b'\\xff' * 8)\n    except OSError: pass",
    "all descriptors made one": "for fd in range(3, 40):\n    try: os.dup2(2, fd)\n    except OSError: pass",
    "standard streams gone": "import sys\nsys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = None\nos.closerange(0, 3)",
    "a broken stdout": "import sys\nclass S:\n  def __getattr__(self, name): raise KeyError(name)\nsys.stdout = S()",
    "a tiny recursion limit": "import sys\nsys.setrecursionlimit(60)",
    "a timer that raises": "import signal, time\ndef f(*a): raise KeyError\nif hasattr(signal, 'SIGALRM'):\n  signal.signal(signal.SIGALRM, f); signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)",
    "everything patched": "import json\njson.dumps = json.loads = np.array = np.asarray = lambda *a, **k: None",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_to_the_process_ends_at_most_the_call(name: str) -> None:
    """The damaged call may get no answer, but the next one does, from a fresh worker if necessary."""
    with sandbox(model(f"{DAMAGE[name]}\nreturn 1.0", "import os"), Limits(2.0, 4.0)) as worker:
        worker.load()
        found = worker.run(CALL)
        assert isinstance(found, (dict, Ended))
        assert "Traceback" not in worker.output.text or "<sandbox" not in worker.output.text
        if isinstance(found, Ended):
            assert isinstance(worker.run(CALL | {"calls": []}), dict)


@posix_only
def test_children_that_slip_through_are_ended_with_the_worker() -> None:
    """The child is started by C code, through a function name that the guard does not know."""
    body = "import ctypes\npid = ctypes.CDLL(None)._Fork()\nif pid == 0:\n    while True: pass\nreturn pid"
    with sandbox(model(body)) as worker:
        worker.load()
        pid = int(value_of(worker.run(CALL))["value"]["number"])
        assert psutil.pid_exists(pid)
    child = psutil.Process(pid) if psutil.pid_exists(pid) else None
    assert child is None or child.status() == psutil.STATUS_ZOMBIE or child.wait(20) is None


def test_unused_worker_leaves_nothing_behind() -> None:
    with sandbox("x = 1"):
        pass
    unused = Sandbox(
        {"filename": "x.py", "source": "", "class": "C", "members": {}, "off_limits": []}, GENEROUS
    )
    unused.close()
    unused.close()


def test_endless_printing_does_not_block() -> None:
    with sandbox(model("for _ in range(100_000): print('x' * 100)\nreturn 1.0")) as worker:
        worker.load()
        assert value_of(worker.run(CALL))["value"]["number"] == 1.0
        assert worker.output.truncated


def test_no_message_is_sent_without_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine, all the time may have passed before the first request is begun."""
    monkeypatch.setattr(worker_module, "TOGETHER_SECONDS", -1.0)
    monkeypatch.setattr(worker_module.RequestServer, "do_run", lambda self, one: {"given": one})
    worker, channel = worker_module.RequestServer.__new__(worker_module.RequestServer), Mock()
    worker.channel, worker.words_after = channel, 1.0
    last = worker.do_runs({"requests": [1, 2, 3]})
    sent = [*(call.args[0] for call in channel.send.call_args_list), last]
    assert sent == [{"answers": [{"given": number}]} for number in (1, 2, 3)]
