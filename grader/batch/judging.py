"""The judging process: it grades one file after another until its standard input ends.

Each input line is a JSON object with the path and the text of a submission. Each output line is `+` and
the document of `check --json`, or `-` and the reason why the grader itself failed.
"""

import gc
import json
import os
import signal
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from traceback import print_exception
from typing import Any

from ..grading import grade
from ..kata import exercise_of, find_kata
from ..sandbox.launch import Start
from ..sandbox.limits import Limits
from ..submission import Submission

DONE, FAILED = b"+", b"-"
# The checkout is on the path only to find the package: nothing else in it may be imported.
BOOT = """\
import sys
sys.path.insert(0, sys.argv[1])
from grader.batch import judging
del sys.path[0]
judging.main(sys.argv[2])
"""


@dataclass(frozen=True)
class Asked:
    """The settings with which every file is judged."""

    seed: int  # of the probe data
    hints: bool  # whether the findings carry their hints
    limits: Limits  # of a call
    fix: bool = False  # whether to search for fixes
    # the exercise that all files solve; if None, the path of each file tells
    exercise: str | None = None


def command(asked: Asked) -> list[str]:
    """The command that starts a judging process."""
    root = str(Path(__file__).resolve().parents[2])
    return [sys.executable, "-P", "-c", BOOT, root, json.dumps(asdict(asked))]


def document(path: str, source: str, asked: Asked, start: Start) -> str:
    """The document of `check --json` for one file, without a line end."""
    kata = find_kata(exercise_of(path) if asked.exercise is None else asked.exercise)
    submission = Submission(path, source)
    verdict = grade(
        kata, submission, seed=asked.seed, hints=asked.hints, limits=asked.limits,
        start=start, with_pytest=False,
    )  # fmt: skip
    if asked.fix and verdict.errors and asked.hints:
        from ..fixing import with_fixes

        verdict = with_fixes(kata, submission, verdict, start=start)
    return verdict.json()


def main(settings: str) -> None:
    """Judge submissions until standard input ends; `settings` is the JSON form of `Asked`."""
    from ..sandbox.fork_client import ForkServer

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # raises KeyboardInterrupt
    answers = _taken_stdout()
    fork_server = ForkServer()
    fork_server.prepare()  # it imports NumPy while this process does
    from ..sandbox.process import hand_over_quickly

    hand_over_quickly()
    given = json.loads(settings)
    asked = Asked(**given | {"limits": Limits(**given["limits"])})
    try:
        for line in sys.stdin.buffer:
            answers.write(_answer(json.loads(line), asked, fork_server.start) + b"\n")
            if not gc.get_freeze_count():
                gc.collect()
                gc.freeze()  # the engine and NumPy stay loaded: the collector need not search them again
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


def _answer(submission: dict[str, str], asked: Asked, start: Start) -> bytes:
    path, source = submission["path"], submission["source"]
    try:
        return DONE + document(path, source, asked, start).encode("ascii")
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        if os.environ.get("GRADER_TRACEBACK"):
            print_exception(error, file=sys.stderr)
        return FAILED + " ".join(f"{type(error).__name__}: {error}".split())[:400].encode("utf-8", "replace")
