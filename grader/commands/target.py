"""The file that a command is about: the exercise, or the one that is named."""

import os
import stat
from typing import TYPE_CHECKING

from .. import submission
from ..submission import Submission, UsageError
from . import COMMANDS, PROGRAM, places

if TYPE_CHECKING:
    from ..kata import Kata


def one_file(words: list[str], command: str) -> str | None:
    """The file that is named, if one is.

    Raises:
        UsageError: if more than one is.
    """
    if len(words) <= 1:
        return words[0] if words else None
    named = ", ".join(map(repr, words))
    text = f"{command} takes one FILE, and here are {len(words)}: {named}."
    raise UsageError(text + (_meant(words[0]) or _many(words, command)))


def is_exercise(kata: "Kata", path: str | None) -> bool:
    """Whether the file that is named, or the one that is meant where none is, is the exercise."""
    try:
        return path is None or kata.exercise.samefile(path)
    except (OSError, ValueError):
        return False  # one of the two is gone


def again(kata: "Kata", path: str | None) -> str:
    """What to type to grade the file again."""
    if path is None or is_exercise(kata, path):
        return PROGRAM
    from shlex import quote

    return f"{PROGRAM} {quote('./' + path if path in COMMANDS or path.startswith('-') else path)}"


def read(kata: "Kata", path: str | None) -> Submission:
    """What the file holds.

    Raises:
        UsageError: if it cannot be read; says how to get the exercise back where that is gone.
    """
    return _read_exercise(kata) if path is None else _read(path)


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
        stub = "" if os.path.lexists(path) else f" For a fresh stub: {PROGRAM} reset."
        back = places.restore_command(kata.exercise)
        raise UsageError(f"{error}{stub} To get the exercise back: {back}") from None


def _is_gone(path: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except PermissionError:
        return False
    except OSError:
        return True


def _meant(word: str) -> str:
    from difflib import get_close_matches

    if word in ("help", "version"):
        return f" Did you mean --{word}? That is: {PROGRAM} --{word}"
    close = get_close_matches(word, COMMANDS, 1)
    return f" Did you mean the command {close[0]}? That is: {PROGRAM} {close[0]}" if close else ""


def _many(words: list[str], command: str) -> str:
    """What to type for several files."""
    if command != "check":
        return " Name one of them."
    from shlex import join

    return f" To grade them all: {PROGRAM} batch {join(words)}"
