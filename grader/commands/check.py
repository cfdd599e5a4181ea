"""`check`: grade one file and say what came of it."""

import os
import stat
import sys
from typing import TYPE_CHECKING

from .. import submission
from ..submission import Submission, UsageError
from . import COMMANDS, PROGRAM, output, places

if TYPE_CHECKING:
    from ..kata import Kata
    from ..sandbox.limits import Limits
    from ..verdict import Verdict


def run(
    words: list[str],
    *,
    as_json: bool,
    seed: int | None,
    hints: bool,
    time_limit: float | None,
    memory_limit: int | None,
) -> int:
    """Grade the file that `words` names, print the verdict, return the exit status."""
    if len(words) > 1:
        raise UsageError(_too_many(words))
    from ..kata import find_kata

    path = words[0] if words else None
    kata = find_kata(path)
    learners = _read_exercise(kata) if path is None else _read(path)
    from ..grading import grade

    places.stand_somewhere()
    verdict = grade(kata, learners, seed=seed, hints=hints, limits=_limits(time_limit, memory_limit))
    if as_json:
        _print_document(verdict)
    else:
        _print_report(verdict, kata, learners, places.check_command(path))
    return 0 if verdict.verdict == "passed" else 1


def _limits(time_limit: float | None, memory_limit: int | None) -> "Limits":
    from ..sandbox.limits import Limits

    usual = Limits()
    return Limits(
        processor=usual.processor if time_limit is None else time_limit,
        wall=usual.wall if time_limit is None else 2 * time_limit,
        memory=usual.memory if memory_limit is None else memory_limit << 20,
    )


def _print_document(verdict: "Verdict") -> None:
    from ..report import document

    output.write_ascii(document.text(verdict) + "\n")


def _print_report(verdict: "Verdict", kata: "Kata", learners: Submission, again: str) -> None:
    from ..report import paint, terminal

    background = terminal.Background(
        lines=learners.lines,
        titles={key: entry.title for key, entry in kata.catalogue.items()},
        solution=places.shown(kata.solution),
        again=again,
    )
    page = terminal.report(verdict, background, paint.page_for(sys.stdout))
    output.write(paint.painted(page, sys.stdout))


def _read(path: str) -> Submission:
    if not path:
        raise UsageError(f"The name of the file is empty. Name the Python file: {PROGRAM} FILE.")
    try:
        return submission.read(path)
    except UsageError as error:
        if os.path.lexists(path):
            raise
        raise UsageError(f"{error}{_meant(path)}") from None


def _read_exercise(kata: "Kata") -> Submission:
    path = places.shown(kata.exercise)
    try:
        return submission.read(path)
    except UsageError as error:
        if not _is_gone(path):
            raise  # what is there is the learner's work: do not advise to overwrite it
        back = places.restore_command(kata.exercise)
        raise UsageError(f"{error} To get the exercise back: {back}") from None


def _is_gone(path: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except PermissionError:
        return False
    except OSError:
        return True


def _too_many(words: list[str]) -> str:
    named = ", ".join(map(repr, words))
    text = f"check takes one FILE, and here are {len(words)}: {named}. Grade them one by one."
    return text + _meant(words[0])


def _meant(word: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, 1)
    return f" Did you mean the command {close[0]}? That is: {PROGRAM} {close[0]}" if close else ""
