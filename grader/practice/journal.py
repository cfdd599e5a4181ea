"""The journal: one JSON record per line. Records are only appended, and flushed to disk immediately.

    {"v": 1, "at": "2026-11-24T19:30:00.123+00:00", "event": "run", ...}

Records are never changed. Attempts, splits, hints and the state of an interview are computed from them. So if
a process is killed between two records, the next one continues from the last record.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..submission import UsageError, is_disk_full
from .clock import Clock

VERSION = 1
NAME = "journal.jsonl"
LOCK_SECONDS = 10.0


class JournalError(UsageError):
    """The journal cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class Record:
    """One event."""

    at: datetime  # when, timezone-aware, in UTC
    event: str  # the kind of event
    facts: dict[str, Any]  # the details, by name


@dataclass(frozen=True)
class JournalRecords:
    """The records that could be read, in order, and a message about those that could not."""

    records: tuple[Record, ...] = ()
    trouble: str = ""

    def of(self, *events: str) -> tuple[Record, ...]:
        """The records of these kinds."""
        return tuple(record for record in self.records if record.event in events)


class Journal:
    """The journal in one folder; the folder is created when the first record is written."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.path, self.clock = folder, folder / NAME, clock

    def append(self, event: str, **facts: Any) -> Record:
        """Append one record and flush it to disk.

        Raises:
            JournalError: if the folder cannot be written, or a newer version wrote the journal.
        """
        record = Record(self.clock.now(), event, facts)
        at = record.at.isoformat(timespec="milliseconds")
        line = json.dumps({"v": VERSION, "at": at, "event": event, **facts})
        try:
            self._write(line.encode("ascii") + b"\n")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            advice = "Free some space" if is_disk_full(error) else "Make the folder writable"
            raise JournalError(f"{self.path} cannot be written: {reason}. {advice}.") from None
        return record

    def _write(self, line: bytes) -> None:
        from filelock import FileLock

        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / "lock", timeout=LOCK_SECONDS):
            before = _lines(self.path)
            if _is_newer(before):
                raise JournalError(_newer(self.path))
            with open(self.path, "ab") as file:
                # A killed writer may have left half a line; the new record must not become part of it.
                file.write((b"\n" if any(before[-1:]) else b"") + line)
                file.flush()
                os.fsync(file.fileno())

    def read(self) -> JournalRecords:
        """All records that can be read; a missing journal counts as empty."""
        try:
            lines = _lines(self.path)
        except OSError as error:
            return JournalRecords(trouble=f"{self.path} cannot be read: {error.strerror}.")
        if _is_newer(lines):
            return JournalRecords(trouble=_newer(self.path))
        read = [_record(line) for line in lines if line.strip()]
        broken = [number for number, record in enumerate(read, 1) if record is None]
        trouble = f"{self.path}: line {broken[0]} is damaged and was skipped." if broken else ""
        return JournalRecords(tuple(record for record in read if record is not None), trouble)


class Notes(Journal):
    """A journal in memory, for files other than the exercise; it writes nothing to disk."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(Path(), clock)
        self._records: list[Record] = []

    def append(self, event: str, **facts: Any) -> Record:
        """Append one record."""
        self._records.append(Record(self.clock.now(), event, facts))
        return self._records[-1]

    def read(self) -> JournalRecords:
        """All records."""
        return JournalRecords(tuple(self._records))


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return []


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _is_newer(lines: Iterable[bytes]) -> bool:
    versions = [(_parsed(line) or {}).get("v") for line in lines]
    return any(isinstance(version, int) and version > VERSION for version in versions)


def _newer(path: Path) -> str:
    return f"{path} was written by a newer version of the grader and is left alone. Update this checkout."


def _record(line: bytes) -> Record | None:
    found = _parsed(line)
    if found is None:
        return None
    try:
        at = datetime.fromisoformat(found.pop("at"))
        event = found.pop("event")
    except (KeyError, TypeError, ValueError):
        return None
    found.pop("v", None)
    return Record(at, event, found) if at.tzinfo is not None and isinstance(event, str) else None
