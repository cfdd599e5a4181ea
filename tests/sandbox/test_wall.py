"""The kernel refuses what no submission may do, with the guard and without it; see `acts`."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from grader.engine.loading import load_request
from grader.katas.linear_regression.exercise import EXERCISE
from grader.sandbox import wall
from grader.sandbox.client import Sandbox
from grader.sandbox.forks import ForkServer

from ..helpers.workers import GENEROUS, NAME, OFF_LIMITS
from .acts import SEEN, UNSEEN, source
from .attempts import ANSWER

MARK = "KATA_WALL"
SHARED = Path("/dev/shm")
FULL = 6  # the version of Landlock that scopes signals
needs_wall = pytest.mark.skipif(
    not all(wall.in_force().values()) or wall.in_force()["signals to other processes"] == "seccomp",
    reason=f"this kernel has no Landlock of version {FULL}, or no seccomp",
)
ACTS = SEEN | UNSEEN


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    """What forks the workers; they and what they start carry a mark in their environment."""
    found = ForkServer()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MARK, str(os.getpid()))
        found.prepare()
    yield found
    found.close()


def standing(pid: int) -> tuple[object, ...]:
    """What a submission could change about a process: limits, priority, processors, scheduling."""
    import resource

    limits = [resource.prlimit(pid, kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE)]
    return limits, os.getpriority(os.PRIO_PROCESS, pid), os.sched_getaffinity(pid), os.sched_getscheduler(pid)


def left() -> list[int]:
    """The processes that carry the mark, but the one that forks them."""
    found = []
    for process in psutil.process_iter():
        try:
            mine = process.environ().get(MARK) == str(os.getpid())
            if mine and process.status() != psutil.STATUS_ZOMBIE and process.ppid() != os.getpid():
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


def tried(code: str, marks: Path, server: ForkServer, *without: str) -> tuple[str, list[str]]:
    """What a submission printed that tries this, and what the guard reported; it has to have loaded."""
    request = load_request(EXERCISE, source(code, ANSWER, str(marks)), NAME, OFF_LIMITS)
    found = Sandbox(request | {"without": without}, GENEROUS, start=server.start)
    try:
        loaded = found.load()
        assert isinstance(loaded, dict) and loaded.get("class") == "class", (loaded, found.output.text)
    finally:
        found.end()
    return found.output.text, [report["violation"] for report in found.violations]


def nothing_came_of_it(name: str, marks: Path, server: ForkServer, *without: str) -> list[str]:
    """Try one; what the guard reported."""
    assert server._process is not None
    parents = os.getpid(), server._process.pid
    before, shared = [standing(pid) for pid in parents], set(SHARED.glob("*kata*"))
    printed, reported = tried(ACTS[name], marks, server, *without)
    assert "DONE" not in printed, printed
    assert list(marks.iterdir()) == []
    assert [standing(pid) for pid in parents] == before
    assert set(SHARED.glob("*kata*")) == shared
    begun = time.monotonic()
    while left() and time.monotonic() - begun < 10.0:
        time.sleep(0.02)  # killed, and not gone yet
    assert left() == []
    return reported


@needs_wall
@pytest.mark.parametrize("name", ACTS)
def test_nothing_comes_off(name: str, tmp_path: Path, server: ForkServer) -> None:
    reported = nothing_came_of_it(name, tmp_path, server)
    assert bool(reported) == (name in SEEN)


@needs_wall
@pytest.mark.parametrize("name", ACTS)
def test_nothing_comes_off_without_the_guard(name: str, tmp_path: Path, server: ForkServer) -> None:
    assert nothing_came_of_it(name, tmp_path, server, "guard") == []


@pytest.mark.skipif(sys.platform != "linux", reason="the attempts are made for Linux")
@pytest.mark.parametrize("name", SEEN)
def test_the_guard_alone_stops_what_it_sees(name: str, tmp_path: Path, server: ForkServer) -> None:
    assert nothing_came_of_it(name, tmp_path, server, "wall")
