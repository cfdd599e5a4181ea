"""Backups of the exercise, made before it is replaced.

    .grader/saved/NAME-0007-20261124T183000Z.py

A copy is byte-exact and flushed to disk before the exercise is changed, and is never overwritten. The number
gives the order, because the clock may jump; the time is for people.
"""

import os
import re
import shutil
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from errno import EACCES, EPERM, EROFS
from itertools import takewhile
from pathlib import Path

from ..submission import UsageError, is_disk_full

FOLDER = "saved"
LOCK_SECONDS = 10.0


class SavedError(UsageError):
    """A file cannot be backed up or replaced; the message says why and what to do."""


def put(content: bytes, exercise: Path, folder: Path, now: datetime, worthless: bytes = b"") -> Path | None:
    """Atomically replace the exercise with `content`, and keep a copy of the old file.

    Args:
        content: the new content of the exercise.
        exercise: the learner's file; its mode is kept, and a symbolic link still points to it.
        folder: the folder for copies; it is created when needed.
        now: the time for the copy's name, in UTC.
        worthless: a content of the old file that need not be kept.

    Returns:
        The copy of the old file; None if there was no file, or nothing that had to be kept.

    Raises:
        SavedError: if the copy or the replacement fails; the exercise is then unchanged.
    """
    with _explained(exercise):
        return _put(content, Path(os.path.realpath(exercise)), folder, now, worthless)


def keep(exercise: Path, folder: Path, now: datetime) -> Path | None:
    """Keep a copy of the exercise without changing it; see `put` for the arguments.

    Returns None if there is no file.

    Raises:
        SavedError: if the copy cannot be made.
    """
    exercise = Path(os.path.realpath(exercise))
    with _explained(exercise):
        content = _content(exercise)
        return None if content is None else _keep(content, exercise, folder, now)


def last(exercise: Path, folder: Path) -> Path | None:
    """The last copy; None if there is none."""
    return next(reversed(_copies(exercise, folder)), None)


def is_undone(exercise: Path, folder: Path) -> bool:
    """Whether the last copy was made by an undo, so that restoring it would redo the change.

    Undo and redo alternate between two contents: that of the last copy and that of the file. Counted back
    from the newest, an even number of copies alternate like this after an undo, an odd number otherwise.

    Raises:
        SavedError: if a file cannot be read.
    """
    copies = _copies(exercise, folder)[::-1]
    pair = [content_of(path) for path in (*copies[:1], exercise)]
    if len(copies) < 2 or pair[0] == pair[1]:
        return False
    alike = takewhile(lambda one: content_of(one[1]) == pair[one[0] % 2], enumerate(copies))
    return len(list(alike)) % 2 == 0


def first_equal(source: str, exercise: Path, folder: Path) -> Path | None:
    """The first copy with this source, ignoring a byte-order mark; None if there is none."""
    content = source.encode("utf-8", "surrogatepass")
    sizes = (len(content), len(BOM_UTF8) + len(content))
    for copy in _copies(exercise, folder):
        with suppress(OSError):
            if copy.stat().st_size in sizes and copy.read_bytes().removeprefix(BOM_UTF8) == content:
                return copy
    return None


def kept_at(name: str) -> datetime | None:
    """When a copy was made, according to its name: whole seconds, timezone-aware; None if it has no time."""
    found = re.search(r"-(\d{8}T\d{6})Z\.[^.]*$", name, re.ASCII)
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def content_of(copy: Path) -> bytes:
    """The content of a copy.

    Raises:
        SavedError: if it cannot be read.
    """
    with _explained(copy):
        return copy.read_bytes()


def demand_writable(exercise: Path) -> None:
    """Check that the exercise can be replaced, without writing anything.

    Raises:
        SavedError: if its folder is not writable.
    """
    folder = _folder_of(Path(os.path.realpath(exercise)))
    if not os.access(folder, os.W_OK):
        raise _not_writable(folder)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn an error from reading or writing into SavedError."""
    try:
        yield
    except OSError as error:
        folder = _folder_of(Path(error.filename or path))
        if error.errno in (EACCES, EPERM, EROFS) and not os.access(folder, os.W_OK):
            raise _not_writable(folder) from None
        advice = "Free some space" if is_disk_full(error) else "Make it writable, close it in other programs,"
        raise SavedError(
            f"{error.filename or path} cannot be read or written: {error.strerror or type(error).__name__}."
            f" Nothing was changed. {advice} and run this again."
        ) from None


def _folder_of(path: Path) -> Path:
    """The closest folder above a file that exists."""
    return next((folder for folder in path.parents if folder.is_dir()), path.parent)


def _not_writable(folder: Path) -> SavedError:
    with suppress(OSError, ValueError):
        folder = folder.relative_to(Path.cwd())
    return SavedError(
        f"The folder {os.path.join(folder, '')} is not writable. Nothing was changed."
        " Make it writable and run this again."
    )


def _put(content: bytes, exercise: Path, folder: Path, now: datetime, worthless: bytes) -> Path | None:
    copy, replaced = None, _content(exercise)
    if replaced == content:
        return None
    part = exercise.with_name(f".{exercise.name}.{os.getpid()}.part")
    try:
        _write(part, content)
        while True:
            copy = _keep(replaced, exercise, folder, now) if replaced not in (None, worthless) else None
            before, replaced = replaced, _content(exercise)
            if replaced == before:  # no editor has saved in between
                break
        if replaced is not None:
            shutil.copymode(exercise, part)
        part.replace(exercise)
    finally:
        part.unlink(missing_ok=True)
    _flush_folder(exercise.parent)
    return copy


def _keep(content: bytes, exercise: Path, folder: Path, now: datetime) -> Path:
    from filelock import FileLock

    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock", timeout=LOCK_SECONDS):
        number = 1 + sum(_number(path, exercise) for path in _copies(exercise, folder)[-1:])
        copy = folder / f"{exercise.stem}-{number:04}-{now:%Y%m%dT%H%M%SZ}{exercise.suffix}"
        part = copy.with_suffix(".part")
        _write(part, content)
        part.replace(copy)  # a file with the full name is complete
    _flush_folder(folder)
    return copy


def _copies(exercise: Path, folder: Path) -> list[Path]:
    """The copies of an exercise, the oldest first."""
    try:
        found = [path for path in folder.iterdir() if _number(path, exercise)]
    except OSError:
        return []
    return sorted(found, key=lambda path: (_number(path, exercise), path.name))


def _number(path: Path, exercise: Path) -> int:
    """The number of a copy; 0 if the file is not a copy."""
    pattern = rf"{re.escape(exercise.stem)}-(\d+)-\d+T\d+Z{re.escape(exercise.suffix)}"
    found = re.fullmatch(pattern, path.name, re.ASCII)
    return int(found[1]) if found else 0


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(path: Path, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Flush a folder's entries to disk, if the system supports that."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
