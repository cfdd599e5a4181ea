"""Paths and commands in the form in which the user can type them in the current folder."""

import os
from pathlib import Path

from ...command_line import DEFAULT

ROOT = Path(__file__).resolve().parents[3]


def shown(path: Path) -> str:
    """`path` relative to the current folder if that is in the project or above `path`; else in full."""
    full = ROOT / path
    try:
        here = Path.cwd().resolve()
        if here.is_relative_to(ROOT) or full.is_relative_to(here):
            return os.path.relpath(full, here)
    except (OSError, ValueError):
        pass  # the current folder is gone, or on another drive
    return str(full)


def journal_folder(exercise: Path) -> Path:
    """The folder of an exercise's journal and backups: next to the exercise, ignored by git.

    Each exercise has its own subfolder; the default exercise uses the folder itself, as it always has.
    """
    folder = exercise.parent / ".grader"
    return folder if exercise.stem == DEFAULT else folder / exercise.stem


def restore_command(path: Path) -> str:
    """The git command that restores a file of the project."""
    try:
        inside = Path.cwd().resolve().is_relative_to(ROOT)
    except OSError:
        inside = False
    if inside:
        return f"git checkout -- {shown(path)}"
    return f'git -C "{ROOT}" checkout -- {os.path.relpath(ROOT / path, ROOT)}'


def stand_somewhere() -> None:
    """Change to the project's folder if the current folder was deleted: pytest needs one that exists."""
    try:
        Path.cwd()
    except OSError:
        os.chdir(ROOT)
