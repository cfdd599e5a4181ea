"""The kernel refuses forbidden acts, with the guard and without it; see `acts`."""

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from grader.engine.diagnose.load_failures import load_request
from grader.katas.linear_regression.exercise import EXERCISE
from grader.sandbox.client import Sandbox
from grader.sandbox.confinement import kernel_numbers, kernel_rules
from grader.sandbox.fork_client import ForkServer

from ..helpers.workers import GENEROUS, NAME, OFF_LIMITS
from .acts import SEEN, UNSEEN, source
from .attempts import ANSWER

MARK = "KATA_WALL"
SHARED = Path("/dev/shm")
FULL = 6  # the first version of Landlock that restricts signals
needs_rules = pytest.mark.skipif(
    not all(kernel_rules.in_force().values())
    or kernel_rules.in_force()["to signal other processes"] == "seccomp",
    reason=f"this kernel has no Landlock of version {FULL}, or no seccomp",
)
ACTS = SEEN | UNSEEN


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    """The process that forks the workers; it and everything it starts carry a mark in the environment."""
    found = ForkServer()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MARK, str(os.getpid()))
        found.prepare()
    yield found
    found.close()


def standing(pid: int) -> tuple[object, ...]:
    """The state of a process that a submission could change: limits, priority, processors, scheduling."""
    import resource

    limits = [resource.prlimit(pid, kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE)]
    return limits, os.getpriority(os.PRIO_PROCESS, pid), os.sched_getaffinity(pid), os.sched_getscheduler(pid)


def left() -> list[int]:
    """The living processes that carry the mark, without the one that forks them."""
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
    """What a submission that tries this printed, and what the guard reported; asserts that it loaded."""
    request = load_request(EXERCISE, source(code, ANSWER, str(marks)), NAME, OFF_LIMITS)
    found = Sandbox(request | {"without": without}, GENEROUS, start=server.start)
    try:
        loaded = found.load()
        assert isinstance(loaded, dict) and loaded.get("class") == "class", (loaded, found.output.text)
    finally:
        found.end()
    return found.output.text, [report["violation"] for report in found.violations]


def nothing_came_of_it(name: str, marks: Path, server: ForkServer, *without: str) -> list[str]:
    """Try one act, assert that it had no effect, and return what the guard reported."""
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
        time.sleep(0.02)  # killed but not gone yet
    assert left() == []
    return reported


@needs_rules
@pytest.mark.parametrize("name", ACTS)
def test_no_attempt_to_escape_succeeds(name: str, tmp_path: Path, server: ForkServer) -> None:
    reported = nothing_came_of_it(name, tmp_path, server)
    assert bool(reported) == (name in SEEN)


@needs_rules
@pytest.mark.parametrize("name", ACTS)
def test_no_attempt_to_escape_succeeds_without_the_guard(
    name: str, tmp_path: Path, server: ForkServer
) -> None:
    assert nothing_came_of_it(name, tmp_path, server, "guard") == []


@pytest.mark.skipif(sys.platform != "linux", reason="the attempts are made for Linux")
@pytest.mark.parametrize("name", SEEN)
def test_the_guard_alone_stops_what_it_sees(name: str, tmp_path: Path, server: ForkServer) -> None:
    assert nothing_came_of_it(name, tmp_path, server, "kernel")


def test_the_rules_are_made_of_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing raises without Landlock or seccomp, or on another machine or system."""
    monkeypatch.setattr(kernel_rules, "_kernel", lambda: None)
    nothing = kernel_rules.Rules(NAME, OFF_LIMITS)
    nothing.apply()
    nothing.close()
    assert not any(kernel_rules.in_force().values())
    monkeypatch.undo()
    monkeypatch.setattr(kernel_rules, "_kernel", kernel_rules._kernel.__wrapped__)  # not the kept answer
    monkeypatch.setattr(os, "uname", lambda: type("Machine", (), {"machine": "riscv64"}))
    assert not any(kernel_rules.in_force().values())


@pytest.mark.parametrize("version", range(8))
def test_rights_are_those_of_the_version(version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Old:
        def landlock(self) -> int:
            return version

        def pointing(self, name: str, before: list[int], data: bytes, *after: int) -> int:
            made.append(data)
            return -1

    assert kernel_rules._rules(Old(), set(), NAME) == -1  # type: ignore[arg-type]
    sizes = {0: [], 1: [8], 2: [8], 3: [8], 4: [16], 5: [16], 6: [24], 7: [24]}
    assert [len(data) for data in made] == sizes[version]


def test_readable_files_beside_hidden_ones_can_be_read(tmp_path: Path) -> None:
    for name in ("seen", "project/solutions", "project/exercises", "project/more/deep"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "project")
    hidden = {str(tmp_path / "project" / "solutions")}
    found = set(kernel_rules.readable(hidden, set()))
    assert {path for path in found if path.startswith(str(tmp_path))} == {
        str(tmp_path / "seen"),
        str(tmp_path / "project" / "exercises"),
        str(tmp_path / "project" / "more"),
    }
    assert not any(str(tmp_path).startswith(path + "/") for path in found)


HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}


@pytest.mark.parametrize("machine", HEADERS)
def test_numbers_are_those_of_the_headers(machine: str) -> None:
    header, column = Path(HEADERS[machine]), list(kernel_numbers.ARCHITECTURES).index(machine)
    if not header.is_file():
        pytest.skip("the headers of the kernel are not installed")
    found = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header.read_text(encoding="utf-8")))
    for name, numbers in (kernel_numbers.REFUSED | kernel_numbers.USED).items():
        given = numbers[column]
        assert given < 0 or int(found.get(name, given)) == given, name


@needs_rules
def test_allowed_files_and_actions_still_work(tmp_path: Path, server: ForkServer) -> None:
    """Data files, its own file, the library, /dev/null, socket pairs, threads, forks and its own signals."""
    for name in ("own.py", "beside.py", "data.txt", ".grader/journal", "hidden/x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x = 1\n", encoding="utf-8")
    code = """
for name in ("own.py", "beside.py", "data.txt", ".grader/journal", "hidden/x", "/etc/passwd", os.__file__):
    try:
        with open(os.path.join(MARKS, name)) as file: print("read", name, len(file.read()) > 0)
    except PermissionError:
        print("refused", name)
import threading, wave, numpy.polynomial
with open(os.devnull, "w") as file: file.write("x")
os.kill(os.getpid(), 0); os.kill(0, 0); os.nice(0)
one, other = socket.socketpair(); one.send(b"x")
os.sched_setaffinity(0, os.sched_getaffinity(0)); resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
thread = threading.Thread(target=print, args=("thread",)); thread.start(); thread.join()
child = os.fork() or os._exit(7)
print("child", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))"""
    text = source(code, ANSWER, str(tmp_path))
    request = load_request(EXERCISE, text, str(tmp_path / "own.py"), OFF_LIMITS)
    more = {"without": ["guard"], "hidden": [str(tmp_path / "hidden")]}
    found = Sandbox(request | more, GENEROUS, start=server.start)
    found.load()
    found.end()
    assert found.output.text.splitlines() == [
        "read own.py True", "refused beside.py", "read data.txt True", "refused .grader/journal",
        "refused hidden/x", "read /etc/passwd True", f"read {os.__file__} True", "thread", "child 7",
    ]  # fmt: skip
