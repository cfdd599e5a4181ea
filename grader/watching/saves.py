"""Notice that a file was saved, by polling the file itself.

File system notifications are not used: editors save in place, by renaming or by deleting and creating, and
network drives and container mounts send none. Polling always works.
"""

import os
from collections.abc import Callable

from ..practice.clock import Clock
from ..submission import Submission, UsageError

Stamp = tuple[int, int, int, int]

PATIENCE = 0.5
"""Seconds for which a file may be gone, unreadable or empty, as editors leave it, before it is reported."""
READ_EVERY = 25
"""Looks after which a file with an unchanged stamp is read again: coarse times can hide a second save."""


def stamp(path: str) -> Stamp | None:
    """Time, size, inode and device of a file, which change with a save (links are followed); None if gone."""
    try:
        seen = os.stat(path)
    except (OSError, ValueError):
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino, seen.st_dev


class Saves:
    """Detects the saves of one file; finding it for the first time counts as a save.

    `stamp` looks at the file; `read` reads it, and raises UsageError if it cannot. `settling` says whether
    something has changed that the next look may report.
    """

    def __init__(
        self, stamp: Callable[[], Stamp | None], read: Callable[[], Submission], clock: Clock
    ) -> None:
        self._stamp, self._read, self._clock = stamp, read, clock
        self._last: Stamp | None = None
        self._content: Submission | str = ""
        self.settling, self._since, self._looks = True, clock.monotonic(), 0

    def look(self) -> Submission | str | None:
        """Look once; return what was saved, or why there is nothing to grade at the moment and what to do.

        None if nothing has changed, or if two looks in a row do not agree on it yet.
        """
        now = self._stamp()
        if now != self._last:
            self._last = now
            self._begin()
            return None
        if self.settling:
            return self._settle()
        self._looks += 1
        if self._looks % READ_EVERY == 0 and self._present() != self._content:
            self._begin()
        return None

    def _begin(self) -> None:
        self.settling, self._since = True, self._clock.monotonic()

    def _settle(self) -> Submission | str | None:
        content = self._present()
        if self._stamp() != self._last:
            return None  # it was written to while it was read; the next look notices that
        in_passing = isinstance(content, str) or not content.source
        if in_passing and self._clock.monotonic() - self._since < PATIENCE:
            return None
        self.settling, self._content = False, content
        return content

    def _present(self) -> Submission | str:
        """The content of the file, or the reason why it cannot be read."""
        try:
            return self._read()
        except UsageError as error:
            return str(error)
