"""Forked workers behave like started ones: they answer, they end, and leave nothing behind."""

import os
import platform
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from grader.engine.diagnose.load_failures import load_request
from grader.katas.linear_regression.exercise import EXERCISE
from grader.sandbox import launch
from grader.sandbox.client import Sandbox
from grader.sandbox.fork_client import Forked, ForkServer
from grader.sandbox.limits import Ended

from ..helpers.paths import ROOT
from ..helpers.workers import BRIEF, CALL, GENEROUS, NAME, OFF_LIMITS, model, value_of

KERNEL = [int(number) for number in re.findall(r"\d+", platform.release())[:2]]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="workers are forked on Linux")


@pytest.fixture
def fork_server() -> Iterator[ForkServer]:
    """A process to fork from, ended after the test; asserts that no process or descriptor is left."""
    me = psutil.Process()
    before = {child.pid for child in me.children(recursive=True)}
    descriptors = me.num_fds()
    found = ForkServer()
    yield found
    found.close()
    assert {child.pid for child in me.children(recursive=True)} <= before
    assert me.num_fds() <= descriptors


def loaded(fork_server: ForkServer, body: str, top: str = "import os") -> Sandbox:
    """A forked worker that has loaded a file."""
    found = Sandbox(
        load_request(EXERCISE, model(body, top), NAME, OFF_LIMITS), BRIEF, start=fork_server.start
    )
    assert isinstance(found.load(), dict)
    return found


def test_forked_worker_answers(fork_server: ForkServer) -> None:
    for _ in range(3):
        sandbox = loaded(fork_server, "print('said')\nreturn float(os.getpid() == os.getsid(0))")
        assert sandbox.worker is not None and isinstance(sandbox.worker.process, Forked)
        assert value_of(sandbox.run(CALL))["value"]["number"] == 1.0
        sandbox.end()
        assert sandbox.output.text == "said\n"


@pytest.mark.parametrize(
    ("body", "how", "detail"),
    [
        ("os._exit(7)", "exits", "the process ended with status 7"),
        ("os.kill(os.getpid(), 11)", "exits", "the process was ended by SIGSEGV"),
        ("while True: pass", "times-out", "no answer"),
        ("import numpy\nnumpy.ones(1 << 40)", None, ""),
    ],
)
def test_every_end_of_a_forked_worker_is_reported(
    fork_server: ForkServer, body: str, how: str | None, detail: str
) -> None:
    sandbox = loaded(fork_server, body)
    found = sandbox.run(CALL)
    if how is None:
        assert value_of(found)["raised"]["ancestry"].count("MemoryError")
    else:
        assert isinstance(found, Ended)
        assert found.how == how
        assert detail in found.detail
        assert isinstance(sandbox.run(CALL | {"calls": []}), dict), "a fresh one takes its place"
    sandbox.end()


def test_forked_worker_sees_neither_project_nor_socket(fork_server: ForkServer) -> None:
    sandbox = loaded(
        fork_server,
        "import sys\n"
        "seen = [n for n in sys.modules if n.partition('.')[0] in ('grader', 'sandbox', 'socket')]\n"
        "return float(len(seen) + len(os.listdir('/proc/self/fd')))",
    )
    number = value_of(sandbox.run(CALL))["value"]["number"]
    sandbox.end()
    # 0, 1 and 2, two of the grader, the empty sys.stdin, and the one that lists them
    assert number == 7


def test_several_threads_may_ask(fork_server: ForkServer) -> None:
    answers: list[float] = []

    def work() -> None:
        sandbox = loaded(fork_server, "return 1.0")
        answers.append(value_of(sandbox.run(CALL))["value"]["number"])
        sandbox.end()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [1.0] * 4


def test_lost_fork_server_is_done_without(fork_server: ForkServer) -> None:
    loaded(fork_server, "return 1.0").end()
    assert fork_server._process is not None
    os.kill(fork_server._process.pid, signal.SIGKILL)
    sandbox = loaded(fork_server, "return 2.0")
    assert sandbox.worker is not None and not isinstance(sandbox.worker.process, Forked)
    assert value_of(sandbox.run(CALL))["value"]["number"] == 2.0
    sandbox.end()


def test_worker_of_a_lost_fork_server_can_be_let_go(fork_server: ForkServer) -> None:
    sandbox = loaded(fork_server, "return 1.0")
    assert sandbox.worker is not None and fork_server._process is not None
    worker = psutil.Process(sandbox.worker.process.pid)
    os.kill(fork_server._process.pid, signal.SIGKILL)
    sandbox.end()
    worker.wait(60)
    assert not worker.is_running()


ENDLESS = """\
from grader.sandbox.fork_client import ForkServer
from grader.sandbox.limits import Limits
from tests.helpers.workers import CALL, model, sandbox

server = ForkServer()
with sandbox(model("while True: pass"), Limits(1000.0, 1000.0), START) as found:
    found.load()
    print(found.worker.process.pid, flush=True)
    found.run(CALL)
"""


@pytest.mark.parametrize("start", ["server.start", "launch.start"])
def test_a_worker_ends_with_its_grader(start: str) -> None:
    code = "from grader.sandbox import launch\n" + ENDLESS.replace("START", f"start={start}")
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) as grader:
        assert grader.stdout is not None
        worker = psutil.Process(int(grader.stdout.readline()))
        while worker.cpu_times().user < 0.5:
            time.sleep(0.02)  # it is in the endless loop soon
        grader.kill()
    worker.wait(120)
    assert not worker.is_running()


def test_limits_are_those_of_started_workers(fork_server: ForkServer) -> None:
    assert GENEROUS.memory == BRIEF.memory
    sandbox = loaded(fork_server, "return bytes(900 << 20)[0] + 1.0")
    assert value_of(sandbox.run(CALL))["value"]["number"] == 1.0
    sandbox.end()
    sandbox = loaded(fork_server, "return bytes(1200 << 20)[0] + 1.0")
    assert "MemoryError" in value_of(sandbox.run(CALL))["raised"]["ancestry"]
    sandbox.end()


def test_elsewhere_workers_are_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    elsewhere = ForkServer()
    process = elsewhere.start()
    assert not isinstance(process, Forked)
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        assert pipe is not None
        pipe.close()


@pytest.mark.skipif(KERNEL < [5, 14], reason="older kernels do not copy memory in advance")
def test_a_waiting_worker_copies_the_memory_that_it_shares(fork_server: ForkServer) -> None:
    process, deadline = fork_server.start(), time.monotonic() + 20.0
    try:
        while private(process.pid) < 0.9 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert private(process.pid) >= 0.9
    finally:
        launch.discard(process)


def private(pid: int) -> float:
    """The share of a process's own memory that no other process shares."""
    found = Counter[str]()
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, size, *_ = line.split()
        found[name] += int(size)
    return found["Private_Dirty:"] / (found["Private_Dirty:"] + found["Shared_Dirty:"])
