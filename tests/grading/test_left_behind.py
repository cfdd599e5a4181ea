"""A hostile submission leaves no process, descriptor or file, and the next one is graded correctly.

A sample is graded on every run, all of them with `--all`.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from grader.sandbox.fork_client import ForkServer

from ..helpers.graded import graded, graded_label, trouble
from ..helpers.labels import Labelled
from ..helpers.mutants import SOLUTION
from ..helpers.paths import ROOT
from .test_submissions import HOSTILE, cases

# Each tries to leave something behind in a different way, and is quick to grade.
SAMPLE = {
    f"hostile/{name}"
    for name in (
        "a_hundred_children", "answers_on_the_graders_own_line", "appends_nothing_to_the_state",
        "changes_umask_and_environment", "exit_hook_never_ends", "moves_to_the_root_folder",
        "replaces_every_descriptor", "temporary_file", "two_hundred_megabytes_on_descriptor_one",
    )
}  # fmt: skip
MARK = "KATA_LEFT_BEHIND"
PATIENCE_SECONDS = 10.0
CHANGED_BY_PYTEST = "PYTEST_CURRENT_TEST"
WATCHED = ("exercises", "solutions", "grader", ".grader")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="descriptors are counted as POSIX has them")


@pytest.fixture(scope="module")
def fork_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkServer]:
    """The process that forks the workers, already used once; it and everything it starts carry a mark."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MARK, str(os.getpid()))
        found = ForkServer()
        worker = found.start()
        worker.kill()
        worker.wait()
        for pipe in (worker.stdin, worker.stdout, worker.stderr):
            assert pipe is not None
            pipe.close()
    graded(SOLUTION.read_bytes(), tmp_path_factory.mktemp("before"), start=found.start)
    yield found
    found.close()


def marked() -> set[int]:
    """The living processes that carry the mark, whichever process is their parent now."""
    found = set()
    for process in psutil.process_iter():
        try:
            alive = process.status() != psutil.STATUS_ZOMBIE
            if alive and process.environ().get(MARK) == str(os.getpid()):
                found.add(process.pid)
        except psutil.Error:
            continue
    return found


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """The size and modification time of every file in the watched folders of the checkout and in `folder`."""
    places = [folder, *(ROOT / name for name in WATCHED)]
    found = [path for place in places for path in place.rglob("*") if "__pycache__" not in path.parts]
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in found if path.is_file()}


def mask() -> int:
    """The umask of this process."""
    found = os.umask(0)
    os.umask(found)
    return found


def standing(folder: Path) -> tuple[object, ...]:
    """Everything else that a submission could have changed."""
    environment = {name: value for name, value in os.environ.items() if name != CHANGED_BY_PYTEST}
    return psutil.Process().num_fds(), files(folder), Path.cwd(), environment, mask()


@pytest.mark.parametrize("one", cases(HOSTILE, SAMPLE))
def test_nothing_is_left_behind(one: Labelled, tmp_path: Path, fork_server: ForkServer) -> None:
    place, other = tmp_path / "hostile", tmp_path / "next"
    for folder in (place, other):
        folder.mkdir()
    (place / "submission.py").write_bytes(one.raw)
    before, running = standing(other), marked()
    verdict = graded_label(one, place, start=fork_server.start)
    assert not trouble(one, verdict)
    assert [path.name for path in place.iterdir()] == ["submission.py"]
    assert (place / "submission.py").read_bytes() == one.raw
    assert standing(other) == before
    begun = time.monotonic()
    while marked() - running and time.monotonic() - begun < PATIENCE_SECONDS:
        time.sleep(0.05)  # killed but not gone yet
    assert marked() == running
    assert graded(SOLUTION.read_bytes(), other, start=fork_server.start).verdict == "passed"
