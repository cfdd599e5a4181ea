"""Notice that a file was saved, by looking at the file itself.

No notification is asked for: editors save in place, by renaming over and by deleting and creating, and
network drives and container mounts tell nobody. What a look sees can always be compared.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass

from ..practice.clock import Clock
from ..submission import Submission, UsageError

Stamp = tuple[int, int, int, int]

PATIENCE = 0.5
"""Seconds for which a file may be gone, unreadable or empty in passing, as editors have it, unmentioned."""
READ_EVERY = 25
"""Looks after which an unchanged stamp is doubted: where times are coarse, two saves can have the same."""


def stamp(path: str) -> Stamp | None:
    """What distinguishes two states of a file (links are followed); None if there is no file."""
    try:
        seen = os.stat(path)
    except (OSError, ValueError):
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino, seen.st_dev


@dataclass(frozen=True)
class Saved:
    """The file was saved, and this is in it."""

    submission: Submission


@dataclass(frozen=True)
class Missing:
    """There is nothing to grade just now; `why` says what is the matter and what to do."""

    why: str


class Saves:
    """The saves of one file, as they can be told from outside; the first look at it counts as one.

    `stamp` looks at the file; `read` reads it, and raises UsageError where that cannot be done.
    """

    def __init__(
        self, stamp: Callable[[], Stamp | None], read: Callable[[], Submission], clock: Clock
    ) -> None:
        self._stamp, self._read, self._clock = stamp, read, clock
        self._last: Stamp | None = None
        self._content: Submission | str = ""
        self._settling, self._since, self._looks = True, clock.monotonic(), 0

    def look(self) -> Saved | Missing | None:
        """Look once; what has happened, as soon as two looks in a row agree on it."""
        now = self._stamp()
        if now != self._last:
            self._last = now
            self._begin()
            return None
        if self._settling:
            return self._settle()
        self._looks += 1
        if self._looks % READ_EVERY == 0 and self._present() != self._content:
            self._begin()
        return None

    @property
    def settling(self) -> bool:
        """Whether something has changed and the next look may tell what."""
        return self._settling

    def _begin(self) -> None:
        self._settling, self._since = True, self._clock.monotonic()

    def _settle(self) -> Saved | Missing | None:
        content = self._present()
        if self._stamp() != self._last:
            return None  # written to while it was read; the next look sees that
        in_passing = isinstance(content, str) or not content.source
        if in_passing and self._clock.monotonic() - self._since < PATIENCE:
            return None
        self._settling, self._content = False, content
        return Missing(content) if isinstance(content, str) else Saved(content)

    def _present(self) -> Submission | str:
        """What is in the file, or why that cannot be told."""
        try:
            return self._read()
        except UsageError as error:
            return str(error)
