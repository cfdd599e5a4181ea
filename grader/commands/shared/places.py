"""Paths and commands as a reader can type them from where they are."""

import os
from pathlib import Path

from ...command_line import DEFAULT

ROOT = Path(__file__).resolve().parents[3]


def shown(path: Path) -> str:
    """`path` relative to the current folder where both lie in the project, else in full."""
    full = ROOT / path
    try:
        here = Path.cwd().resolve()
        if here.is_relative_to(ROOT) or full.is_relative_to(here):
            return os.path.relpath(full, here)
    except (OSError, ValueError):
        pass  # the current folder is gone, or on another drive
    return str(full)


def journal_folder(exercise: Path) -> Path:
    """Where what practising remembers is kept: beside the exercise, and not in git.

    Each exercise has a folder of its own in it; the default has the folder itself, as it always had.
    """
    folder = exercise.parent / ".grader"
    return folder if exercise.stem == DEFAULT else folder / exercise.stem


def restore_command(path: Path) -> str:
    """What to type to get a file of the project back."""
    try:
        inside = Path.cwd().resolve().is_relative_to(ROOT)
    except OSError:
        inside = False
    if inside:
        return f"git checkout -- {shown(path)}"
    return f'git -C "{ROOT}" checkout -- {os.path.relpath(ROOT / path, ROOT)}'


def stand_somewhere() -> None:
    """Leave a current folder that is gone: pytest asks where it is."""
    try:
        Path.cwd()
    except OSError:
        os.chdir(ROOT)
