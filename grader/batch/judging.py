"""The judging processes: each grades one file after another until its standard input ends.

Each input line is a JSON object with the path and the text of a submission. Each output line is `+` and
the document of `check --json`, or `-` and the reason why the grader itself failed. On Linux they are forked
from one process that has imported everything.
"""

import gc
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from traceback import print_exception
from typing import Any

from ..command_line import DEFAULT
from ..grading import grade
from ..kata import Kata, exercise_of, find_kata
from ..sandbox.fork_client import ForkServer
from ..sandbox.launch import Start
from ..sandbox.limits import Limits
from ..sandbox.worker.fork_server import serve
from ..submission import Submission

DONE, FAILED = b"+", b"-"
# The checkout is on the path only to find the package: nothing else in it may be imported.
BOOT = """\
import gc, sys
gc.disable()  # what is imported stays: looking through it for garbage is a tenth of the start
sys.path.insert(0, sys.argv[1])
from grader.batch import judging
del sys.path[0]
judging.main(*sys.argv[2:])
"""


@dataclass(frozen=True)
class JudgeSettings:
    """The settings with which every file is judged."""

    seed: int  # of the probe data
    hints: bool  # whether the findings carry their hints
    limits: Limits  # of a call
    fix: bool = False  # whether to search for fixes
    # the exercise that all files solve; if None, the path of each file tells
    exercise: str | None = None
    twist: str | None = None  # of that exercise

    def kata(self, path: str) -> Kata:
        """The exercise that the file of this path solves, with the twist.

        Raises:
            UsageError: if there is no such exercise or twist.
        """
        return find_kata(exercise_of(path) if self.exercise is None else self.exercise).twisted(self.twist)


def command(settings: JudgeSettings) -> list[str]:
    """The command that starts a judging process, or with a socket, the process that forks them."""
    root = str(Path(__file__).resolve().parents[2])
    return [sys.executable, "-P", "-c", BOOT, root, json.dumps(asdict(settings))]


def judges(settings: JudgeSettings) -> ForkServer:
    """What starts judging processes."""
    quiet = None if os.environ.get("GRADER_TRACEBACK") else subprocess.DEVNULL
    return ForkServer(lambda: command(settings), quiet)


def document(path: str, source: str, settings: JudgeSettings, start: Start) -> str:
    """The document of `check --json` for one file, without a line end."""
    kata, submission = settings.kata(path), Submission(path, source)
    verdict = grade(
        kata, submission, seed=settings.seed, hints=settings.hints, limits=settings.limits,
        start=start, with_pytest=False,
    )  # fmt: skip
    if settings.fix and verdict.errors and settings.hints:
        from ..fixing import with_fixes

        verdict = with_fixes(kata, submission, verdict, start=start)
    return verdict.json()


def main(text: str, control: str | None = None) -> None:
    """Judge submissions, or fork the processes that do.

    Args:
        text: the JSON form of `JudgeSettings`.
        control: the number of the socket that asks for the processes.
    """
    fork_server = ForkServer()
    fork_server.prepare()  # it imports NumPy while this process does
    values = json.loads(text)
    settings = JudgeSettings(**values | {"limits": Limits(**values["limits"])})
    _import_ahead(settings)
    if control is not None:
        serve(int(control))
        fork_server = fork_server.branch()
    _judge(settings, fork_server)


def _import_ahead(settings: JudgeSettings) -> None:
    """Import what a right file needs, and draw the data of the exercise, which is the same for all files."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: F401

    from ..check_runner import checks_by_step
    from ..engine import advice, prefetch  # noqa: F401
    from ..engine.asking.requests import drawn
    from ..engine.diagnose import load_failures, wrong_setting  # noqa: F401
    from ..sandbox.process import hand_over_quickly

    exercise = find_kata(settings.exercise or DEFAULT).twisted(settings.twist).declaration
    checks_by_step(exercise)
    drawn(exercise, settings.seed)
    gc.freeze()  # this stays: the collector need not search it
    gc.enable()
    hand_over_quickly()


def _judge(settings: JudgeSettings, fork_server: ForkServer) -> None:
    """Judge submissions until standard input ends."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # raises KeyboardInterrupt
    answers = _taken_stdout()
    try:
        for line in sys.stdin.buffer:
            answers.write(_answer(json.loads(line), settings, fork_server.start) + b"\n")
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # the asking process has ended, or wants no more answers
    finally:
        fork_server.close()


def _taken_stdout() -> Any:
    """Standard output as a private stream; anything else written to stdout is thrown away."""
    taken = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return taken


def _answer(submission: dict[str, str], settings: JudgeSettings, start: Start) -> bytes:
    path, source = submission["path"], submission["source"]
    try:
        return DONE + document(path, source, settings, start).encode("ascii")
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        if os.environ.get("GRADER_TRACEBACK"):
            print_exception(error, file=sys.stderr)
        return FAILED + " ".join(f"{type(error).__name__}: {error}".split())[:400].encode("utf-8", "replace")
