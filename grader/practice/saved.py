"""Backups of the exercise, made before it is replaced.

    .grader/saved/NAME-0007-20261124T183000Z.py

A copy is byte-exact and on the disk before the exercise is touched, and none is ever overwritten. The
number tells the order, since a clock may jump; the time is for people.
"""

import os
import re
import shutil
from codecs import BOM_UTF8
from contextlib import suppress
from datetime import UTC, datetime
from errno import EACCES, EPERM, EROFS
from itertools import takewhile
from pathlib import Path

from ..submission import UsageError

FOLDER = "saved"
LOCK_SECONDS = 10.0


class SavedError(UsageError):
    """A file cannot be kept or put in its place; the message says why and what to do."""


def put(content: bytes, exercise: Path, folder: Path, now: datetime, worthless: bytes = b"") -> Path | None:
    """Put `content` in the place of the exercise, at once or not at all, and keep what was there.

    Args:
        content: what the exercise is to hold.
        exercise: the learner's file; its mode stays, and a link goes on pointing to it.
        folder: where copies are kept; it is made when it is needed.
        now: what the copy is stamped with, in UTC.
        worthless: a content of the exercise that need not be kept.

    Returns:
        The copy of what was there; none where nothing was, or nothing that had to be kept.

    Raises:
        SavedError: if the one or the other cannot be done; the exercise is then as it was.
    """
    try:
        return _put(content, Path(os.path.realpath(exercise)), folder, now, worthless)
    except OSError as error:
        raise _trouble(error, exercise) from None


def keep(exercise: Path, folder: Path, now: datetime) -> Path | None:
    """Keep a copy of the exercise, which stays as it is; see `put` for the arguments.

    It is none where there is no file.

    Raises:
        SavedError: if it cannot be kept.
    """
    exercise = Path(os.path.realpath(exercise))
    try:
        content = _content(exercise)
        return None if content is None else _keep(content, exercise, folder, now)
    except OSError as error:
        raise _trouble(error, exercise) from None


def last(exercise: Path, folder: Path) -> Path | None:
    """The copy that was kept last, if there is one."""
    return max(_copies(exercise, folder), key=lambda path: (_number(path, exercise), path.name), default=None)


def is_undone(exercise: Path, folder: Path) -> bool:
    """Whether the last copy was kept when something was undone, so that bringing it back does that again.

    The copies go to and fro then: the file and the last copy but one are alike, and so on back to a first
    copy, which an undo brought back.

    Raises:
        SavedError: if a file cannot be read.
    """
    copies = sorted(_copies(exercise, folder), key=lambda path: _number(path, exercise), reverse=True)
    pair = [content_of(path) for path in (*copies[:1], exercise)]
    if len(copies) < 2 or pair[0] == pair[1]:
        return False
    alike = takewhile(lambda one: content_of(one[1]) == pair[one[0] % 2], enumerate(copies))
    return len(list(alike)) % 2 == 0


def first_equal(source: str, exercise: Path, folder: Path) -> Path | None:
    """The first copy that holds this source, with a byte-order mark or without, if there is one."""
    content = source.encode("utf-8", "surrogatepass")
    sizes = (len(content), len(BOM_UTF8) + len(content))
    for copy in sorted(_copies(exercise, folder), key=lambda path: _number(path, exercise)):
        with suppress(OSError):
            if copy.stat().st_size in sizes and copy.read_bytes().removeprefix(BOM_UTF8) == content:
                return copy
    return None


def kept_at(name: str) -> datetime | None:
    """When a copy was kept, by its name, in whole seconds and aware; none where that does not say."""
    found = re.search(r"-(\d{8}T\d{6})Z\.[^.]*$", name, re.ASCII)
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def content_of(copy: Path) -> bytes:
    """What was kept.

    Raises:
        SavedError: if it cannot be read.
    """
    try:
        return copy.read_bytes()
    except OSError as error:
        raise _trouble(error, copy) from None


def demand_writable(exercise: Path) -> None:
    """Find out whether something can be put in the place of the exercise, and write nothing.

    Raises:
        SavedError: if its folder is not writable.
    """
    folder = _folder_of(Path(os.path.realpath(exercise)))
    if not os.access(folder, os.W_OK):
        raise _not_writable(folder)


def _trouble(error: OSError, path: Path) -> SavedError:
    folder = _folder_of(Path(error.filename or path))
    if error.errno in (EACCES, EPERM, EROFS) and not os.access(folder, os.W_OK):
        return _not_writable(folder)
    reason = error.strerror or type(error).__name__
    return SavedError(
        f"{error.filename or path} cannot be read or written: {reason}. Nothing was changed."
        " Make it writable, close it in other programs, and run this again."
    )


def _folder_of(path: Path) -> Path:
    """The folder that a file is in, or is to be made in."""
    return next((folder for folder in path.parents if folder.is_dir()), path.parent)


def _not_writable(folder: Path) -> SavedError:
    with suppress(OSError, ValueError):
        folder = folder.relative_to(Path.cwd())
    return SavedError(
        f"The folder {os.path.join(folder, '')} is not writable. Nothing was changed."
        " Make it writable and run this again."
    )


def _put(content: bytes, exercise: Path, folder: Path, now: datetime, worthless: bytes) -> Path | None:
    kept, held = None, _content(exercise)
    if held == content:
        return None
    part = exercise.with_name(f".{exercise.name}.{os.getpid()}.part")
    try:
        _write(part, content)
        while True:
            kept = _keep(held, exercise, folder, now) if held not in (None, worthless) else None
            before, held = held, _content(exercise)
            if held == before:  # no editor saved meanwhile
                break
        if held is not None:
            shutil.copymode(exercise, part)
        part.replace(exercise)
    finally:
        part.unlink(missing_ok=True)
    _flush_folder(exercise.parent)
    return kept


def _keep(content: bytes, exercise: Path, folder: Path, now: datetime) -> Path:
    from filelock import FileLock

    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock", timeout=LOCK_SECONDS):
        number = 1 + max((_number(path, exercise) for path in _copies(exercise, folder)), default=0)
        copy = folder / f"{exercise.stem}-{number:04}-{now:%Y%m%dT%H%M%SZ}{exercise.suffix}"
        part = copy.with_suffix(".part")
        _write(part, content)
        part.replace(copy)  # what has its full name is whole
    _flush_folder(folder)
    return copy


def _copies(exercise: Path, folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if _number(path, exercise)]
    except OSError:
        return []


def _number(path: Path, exercise: Path) -> int:
    """The number of a copy; 0 where the file is none."""
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
    """Flush the names in a folder to the disk, where the system has a way to."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
