"""Grade random edits of the labelled submissions, and submissions whose worker sends damaged messages.

    python -m tests.fuzz --count 600 --seed 1

Each must get a verdict, or be rejected as a text that cannot be graded: exit status 0, 1 or 2, never 3, and
within the deadline. A submission that does not pass must have an error, or be unfinished.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import IO, Any

from grader.sandbox import launch, wire
from grader.submission import UsageError
from grader.verdict import Verdict

from .helpers import edits
from .helpers.graded import FORK_SERVER, IMPATIENT, graded
from .helpers.labels import Labelled, labelled
from .helpers.mutants import SOLUTION

DEADLINE_SECONDS = 30.0
Kind = Callable[[int, int, Path], "tuple[Outcome, bytes]"]
VERDICTS = ("passed", "failed", "unfinished")


@dataclass(frozen=True)
class Outcome:
    """The result of one grading: a verdict, 'usage' or 'exit 3', and what went wrong, if anything did."""

    what: str
    seconds: float
    trouble: str = ""


class Tap:
    """A worker, one of whose messages is damaged on its way to the grader.

    Args:
        process: the worker.
        at: the number of that message, from 1; the first one says that the worker is ready.
        random: decides how it is damaged.
    """

    def __init__(self, process: launch.Process, at: int, random: Random) -> None:
        self._process, self._at, self._random = process, at, random
        reader, self._writer = os.pipe()
        self.stdin, self.stderr = process.stdin, process.stderr
        self.stdout: IO[bytes] | None = os.fdopen(reader, "rb", buffering=0)
        self._thread = threading.Thread(target=self._pass_on, daemon=True)
        self._thread.start()

    def _pass_on(self) -> None:
        assert self._process.stdout is not None
        rest, seen = b"", 0
        with suppress(OSError), self._process.stdout:
            while chunk := self._process.stdout.read(1 << 20):
                parts, rest = _cut(rest + chunk)
                for part in parts:
                    message = part.startswith(wire.MAGIC)
                    seen += message
                    hit = message and seen == self._at
                    _write(self._writer, edits.damaged(part, self._random) if hit else part)
            _write(self._writer, rest)
        os.close(self._writer)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._process, name)


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _cut(data: bytes) -> tuple[list[bytes], bytes]:
    """The complete messages and the text between them, and the rest, which is not complete yet."""
    parts = []
    while (start := data.find(wire.MAGIC)) >= 0:
        if start:
            parts.append(data[:start])
        data = data[start:]
        begin = len(wire.MAGIC) + wire.HEAD.size
        end = begin + sum(wire.HEAD.unpack_from(data, len(wire.MAGIC))) if len(data) >= begin else 1 << 62
        if len(data) < end:
            break
        parts.append(data[:end])
        data = data[end:]
    return parts, data


def outcome(grade: Callable[[], Verdict]) -> Outcome:
    """Run a grading and return its outcome; every Exception that it raises becomes one too."""
    begun = time.monotonic()
    try:
        verdict = grade()
        verdict.json()
        what: str = verdict.verdict
        trouble = ""
        if what not in VERDICTS:
            trouble = f"no verdict: {what}"
        elif what == "failed" and not verdict.errors:
            trouble = "failed, and nothing said why"
    except UsageError:
        what, trouble = "usage", ""
    except Exception as error:
        from traceback import format_exc

        what, trouble = "exit 3", f"{type(error).__name__}: {error}\n{format_exc()}"
    seconds = time.monotonic() - begun
    if not trouble and seconds > DEADLINE_SECONDS:
        trouble = f"took {seconds:.0f} s"
    return Outcome(what, seconds, trouble)


def originals() -> list[Labelled]:
    """The submissions to edit: right and wrong ones that are not slow by themselves."""
    return [one for folder in ("correct", "wrong") for one in labelled(folder) if "times-out" not in one.ids]


def edited_source(number: int, seed: int) -> bytes:
    """One edited submission."""
    random = Random(f"{seed} edit {number}")
    return edits.edited(random.choice(originals()).raw, random)


def edit(number: int, seed: int, folder: Path) -> tuple[Outcome, bytes]:
    """Grade one edited submission."""
    raw = edited_source(number, seed)
    return outcome(lambda: graded(raw, folder, seed=number + 1, limits=IMPATIENT)), raw


def message(number: int, seed: int, folder: Path) -> tuple[Outcome, bytes]:
    """Grade a submission while one of the worker's messages is damaged."""
    random = Random(f"{seed} message {number}")
    raw = SOLUTION.read_bytes() if random.random() < 0.3 else random.choice(originals()).raw
    # A worker sends its first message before it gets the submission; only later ones could be forged.
    at = random.choice((2, 3, 4, 5, 6, 8, 12, 20, 30))

    def start() -> launch.Process:
        return Tap(FORK_SERVER.start(), at, random)

    return outcome(lambda: graded(raw, folder, seed=number + 1, limits=IMPATIENT, start=start)), raw


def run(kind: Kind, count: int, seed: int) -> list[tuple[Outcome, bytes]]:
    """Run `count` gradings of one kind; those that went wrong are printed immediately."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            result, raw = kind(number, seed, Path(folder))
            found.append((result, raw))
            if result.trouble:
                print(f"--- {kind.__name__} {number} of seed {seed}: {result.trouble}")
                print(raw.decode("utf-8", "backslashreplace"), flush=True)
    return found


def summary(name: str, found: list[tuple[Outcome, bytes]]) -> str:
    """The number of gradings with each outcome, and the longest time, as a sentence."""
    counted = Counter(result.what for result, _ in found)
    said = ", ".join(f"{number} {what}" for what, number in counted.most_common())
    return f"{len(found)} {name}: {said}; at most {max((r.seconds for r, _ in found), default=0.0):.1f} s"


def main() -> int:
    """Fuzz; return 0 if nothing went wrong, else 1."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("--count", type=int, default=600, help="edited submissions; a fifth of it messages")
    parser.add_argument("--messages", type=int, help="damaged messages, where it is another number")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same edits")
    args = parser.parse_args()
    messages = args.count // 5 if args.messages is None else args.messages
    edited = run(edit, args.count, args.seed)
    print(summary("edited submissions", edited), flush=True)
    sent = run(message, messages, args.seed)
    print(summary("damaged messages", sent))
    return 1 if any(result.trouble for result, _ in edited + sent) else 0


if __name__ == "__main__":
    sys.exit(main())
