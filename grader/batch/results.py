"""The results, one JSON line per submission, and the index that tells which submission each line is for.

Both files only grow. An index entry is written before its line, with the position and checksum of the
line, and counts only if exactly that line is found there. So if the process is killed while it writes,
only one submission is lost.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import IO, Any, Self
from zlib import crc32

from filelock import FileLock, Timeout

from .. import __version__

INDEX, LOCK = ".index", ".lock"
GRADER = Path(__file__).resolve().parents[1]


class ResultsError(Exception):
    """The file cannot be used; the message says why and what to do."""


ResultLine = tuple[int, int, int]
"""The position of a line: its first byte, its length in bytes with the line end, and its CRC-32."""


class Results:
    """The results file, open to read and to add lines; to be used in a `with` block.

    Args:
        path: of the file; it and its index are created if they do not exist.

    Raises:
        ResultsError: if the file cannot be used.
    """

    def __init__(self, path: str) -> None:
        self.path, self.index_path = Path(path), Path(path + INDEX)
        self.seed: int | None = None
        self._lines: dict[str, ResultLine] = {}
        self._open = ExitStack()
        with self._open:
            self._file = self._opened(self.path)
            self._take(Path(path + LOCK))
            self._index = self._opened(self.index_path)
            self._read()
            self._open = self._open.pop_all()

    def _take(self, lock: Path) -> None:
        """Take the lock, so that no other batch writes here at the same time."""
        try:
            self._open.enter_context(FileLock(lock, timeout=0))
        except Timeout:
            raise ResultsError(
                f"Another batch is writing {str(self.path)!r}. Wait until it is done."
            ) from None
        except OSError as error:
            raise ResultsError(_cannot(lock, error)) from None
        self._open.callback(_remove, lock)

    def _opened(self, path: Path) -> IO[bytes]:
        try:
            return self._open.enter_context(open(path, "a+b"))
        except OSError as error:
            raise ResultsError(_cannot(path, error)) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _read(self) -> None:
        """Read the existing entries, after removing a line that was cut short."""
        if self._file.seek(0, os.SEEK_END) and not self._index.seek(0, os.SEEK_END):
            self._open.callback(_remove, self.index_path)
            text = (
                f"has no {self.index_path.name} beside it, so it was not written by batch. Name another file."
            )
            raise ResultsError(f"{str(self.path)!r} {text}")
        _cut_half_a_line(self._file)
        _cut_half_a_line(self._index)
        self._index.seek(0)
        for entry in filter(None, map(_parsed, self._index)):
            line = entry["at"], entry["size"], entry["crc"]
            self.seed = entry["seed"]
            if self._is_there(line):
                self._lines[entry["key"]] = line

    def _is_there(self, line: ResultLine) -> bool:
        at, size, crc = line
        self._file.seek(at)
        raw = self._file.read(size)
        return len(raw) == size and crc32(raw) == crc

    def __contains__(self, key: str) -> bool:
        return key in self._lines

    def add(self, key: str, seed: int, text: str) -> None:
        """Add a line and its index entry, and flush both; an older line of the same key stays in the file."""
        raw = text.encode("ascii") + b"\n"
        at, size, crc = line = self._file.seek(0, os.SEEK_END), len(raw), crc32(raw)
        entry = {"key": key, "seed": seed, "at": at, "size": size, "crc": crc}
        for file, data in ((self._index, json.dumps(entry).encode("ascii") + b"\n"), (self._file, raw)):
            file.write(data)
            file.flush()
        self._lines[key] = line

    def documents(self, keys: Iterable[str]) -> Iterator[dict[str, Any]]:
        """Yield the document of each key, read one at a time."""
        for key in keys:
            at, size, _ = self._lines[key]
            self._file.seek(at)
            yield json.loads(self._file.read(size))


def _remove(path: Path) -> None:
    with suppress(OSError):  # Windows does not delete files that are still open
        path.unlink()


def _cannot(path: Path, error: OSError) -> str:
    return f"{str(path)!r} cannot be written: {error.strerror or error}. Name another file."


def _cut_half_a_line(file: IO[bytes]) -> None:
    """Remove everything after the last line end."""
    if file.seek(0, os.SEEK_END):  # an empty file cannot be mapped
        with mmap(file.fileno(), 0, access=ACCESS_READ) as whole:
            end = whole.rfind(b"\n") + 1
        file.truncate(end)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
        whole = {"key": str, "seed": int, "at": int, "size": int, "crc": int}
        right = all(isinstance(found[name], kind) for name, kind in whole.items())
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return found if right and found["at"] >= 0 and found["size"] >= 0 else None


def fingerprint() -> str:
    """The grader that makes a result: its version and, for people who change it, a digest of its code."""
    digest = sha256()
    for path in sorted(GRADER.rglob("*")):
        if path.suffix in (".py", ".ini", ".toml"):
            digest.update(path.relative_to(GRADER).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{__version__}+{digest.hexdigest()[:12]}"
