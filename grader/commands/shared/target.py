"""The file that a command works on: the exercise's own, or the one that the user names."""

import os
import stat
from argparse import Namespace
from pathlib import Path
from shlex import join, quote
from typing import Any

from ... import submission
from ...command_line import DEFAULT, PROGRAM
from ...command_line import command as command_line
from ...grading import grade
from ...kata import Kata, exercise_of, find_kata, kata_names, near_names
from ...practice import schedule
from ...practice.practice import Practice
from ...submission import Submission, UsageError
from ...verdict import Verdict
from .. import COMMANDS
from . import practice_records, streams, typed_paths

LIKE = 0.7


def chosen(args: Namespace, command: str) -> tuple[Kata, str | None]:
    """The exercise and the file that a command works on; None for the exercise's own file.

    Raises:
        UsageError: if more than one file is named, or the exercise or its twist does not exist.
    """
    word = _one_file(args, command)
    meant = None if word is None else exercise_meant(word)
    if meant is not None:
        kata = find_kata(meant if args.exercise is None else args.exercise)
        path = None if kata.name == meant else typed_paths.shown(find_kata(meant).exercise_path)
    else:
        kata, path = find_kata(exercise_of(word) if args.exercise is None and word else args.exercise), word
    return twisted(kata, args, own=is_exercise(kata, path)), path


def twisted(kata: Kata, args: Namespace, *, own: bool) -> Kata:
    """The exercise with the twist asked for or, for its `own` file, the one that was laid out.

    Raises:
        UsageError: if there is no such twist.
    """
    named = getattr(args, "twist", None)
    if named is None and own and kata.declaration.twists():
        named = practice_records.twist_of(kata, args.clock)
    return kata if named in (None, "", "none") else kata.twisted(named)


def exercise_meant(word: str) -> str | None:
    """`word` if it is the name of an exercise and not of a file; else None."""
    is_file = os.path.lexists(word) and not Path(word).is_dir()
    return word if word in kata_names() and not is_file else None


def exercise(args: Namespace, command: str) -> Kata:
    """The exercise for a command that takes only options.

    Raises:
        UsageError: if an argument is given, or the exercise or its twist does not exist.
    """
    kata = find_kata(args.exercise)
    if args.words:
        named = exercise_meant(args.words[0]) or kata.name
        typed = command_line(named, command)
        raise UsageError(f"{command} takes no argument, but {args.words[0]!r} was given. Type: {typed}")
    return twisted(kata, args, own=True)


def drawn(args: Namespace, kata: Kata, practice: Practice) -> tuple[Kata, int | None]:
    """The exercise with the twist asked for, and the seed if the twist was drawn at random; else None.

    Raises:
        UsageError: if there is no such twist, or the exercise has none.
    """
    if args.twist is None or args.twist == "none":
        return kata.twisted(None), None
    names = [twist.name for twist in (kata.declaration.plain or kata.declaration).twists()]
    if args.twist or not names:
        return kata.twisted(args.twist), None
    seed = schedule.new_seed()
    return kata.twisted(schedule.drawn(names, practice.attempts(), seed)), seed


def if_exercise(word: str, command: str) -> str:
    """A sentence for an error message if `word`, which should be something else, names an exercise."""
    named = exercise_meant(word)
    return "" if named is None else f" That is an exercise; type: {command_line(named, command)}"


def if_target(word: str, command: str) -> str:
    """The same, also if `word` is a file, for a command that always uses the exercise's own."""
    if not word.endswith(".py"):
        return if_exercise(word, command)
    kata = find_kata(exercise_of(word))
    own = typed_paths.shown(kata.exercise_path)
    return f" {command} takes no file, it uses {own}; type: {command_line(kata.name, command)}"


def _one_file(args: Namespace, command: str) -> str | None:
    words: list[str] = args.words
    if len(words) <= 1:
        return words[0] if words else None
    named = ", ".join(map(repr, words))
    what = "file or exercise" if any(map(exercise_meant, words)) else "FILE"
    text = f"{command} takes one {what}, but {len(words)} were given: {named}."
    raise UsageError(_misspelt(words[0], args.exercise) or text + _many(args, command))


def is_exercise(kata: Kata, path: str | None) -> bool:
    """Whether `path` is the exercise's own file; None stands for that file."""
    try:
        return path is None or kata.exercise_path.samefile(path)
    except (OSError, ValueError):
        return False  # one of the two is gone


def again(kata: Kata, path: str | None, twist: str | None = None) -> str:
    """The command that grades the file again; `twist` is the one that was named for the exercise's own."""
    if path is None or is_exercise(kata, path):
        return command_line(kata.name, *(() if twist is None else ("--twist", twist)))
    typed = quote("./" + path if path in COMMANDS or path.startswith("-") else path)
    by_twist = () if kata.twist is None else ("--twist", kata.twist)
    return command_line(kata.name, typed, *by_twist, meant=exercise_of(path))


def read(kata: Kata, path: str | None) -> Submission:
    """Read the file; None stands for the exercise's own.

    Raises:
        UsageError: if it cannot be read; if the exercise is gone, says how to get it back.
    """
    return _read_exercise(kata) if path is None else _read(kata, path)


def graded(kata: Kata, learners: Submission, **options: Any) -> Verdict:
    """Grade a file; on a terminal, show a message if that takes long."""
    typed_paths.stand_somewhere()
    with streams.slow_notice():
        return grade(kata, learners, **options)


def _read(kata: Kata, path: str) -> Submission:
    if not path:
        typed = command_line(kata.name, "FILE")
        raise UsageError(f"The name of the file is empty. Name the Python file: {typed}.")
    try:
        return submission.read(path)
    except UsageError as error:
        if os.path.lexists(path):
            raise
        raise UsageError(_misspelt(path, kata.name) or f"{error}{_exercises(path)}") from None


def _read_exercise(kata: Kata) -> Submission:
    path = typed_paths.shown(kata.exercise_path)
    try:
        return submission.read(path)
    except UsageError as error:
        if not _is_gone(path):
            raise  # this is the learner's work: do not advise overwriting it
        stub = "" if os.path.lexists(path) else f" For a blank stub: {command_line(kata.name, 'reset')}."
        back = typed_paths.restore_command(kata.exercise_path)
        raise UsageError(f"{error}{stub} To get the exercise back: {back}") from None


def _is_gone(path: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except PermissionError:
        return False
    except OSError:
        return True


def _misspelt(word: str, exercise: str | None) -> str:
    """An error message if `word` is no file but a step, or resembles a command or an exercise; else empty."""
    from difflib import get_close_matches

    if os.path.lexists(word) or word in kata_names() or any(sign in word for sign in ("/", os.sep, ".")):
        return ""
    if word in ("help", "version"):
        return f"There is no command {word}. Did you mean: {PROGRAM} --{word}"
    kata = find_kata(exercise)
    if word in kata.steps:
        one = (command_line(kata.name, *command, word) for command in (("hint",), ("fix", "--step")))
        return (
            f"{word} is a step, not a file. To grade all steps: {command_line(kata.name)}."
            f" For this one: {', or '.join(one)}"
        )
    if close := get_close_matches(word, COMMANDS, 1, LIKE):
        return f"There is no command {word}. Did you mean: {command_line(exercise or DEFAULT, close[0])}"
    near = near_names(word)
    return f"There is no exercise {word}. Did you mean: {PROGRAM} {near[0]}" if near else ""


def _exercises(word: str) -> str:
    """A sentence that lists the exercises if `word` could be the name of one; else empty."""
    return f" The exercises are: {', '.join(kata_names())}." if word.isidentifier() else ""


def _many(args: Namespace, command: str) -> str:
    """A sentence that says what to type for several files."""
    if command != "check":
        return " Name one of them."
    named = [] if args.exercise is None else ["--exercise", args.exercise]
    return f" To grade them all: {PROGRAM} batch {join([*args.words, *named])}"
