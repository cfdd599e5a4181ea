"""A file that a command writes: checked before the work starts, written atomically at the end."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from ...submission import UsageError


@dataclass(frozen=True)
class Destination:
    """An output file that an option names."""

    option: str  # the option that names it
    path: str  # as the user typed it

    def look(self, *taken: str) -> None:
        """Check that the file can be written, and that it is not one of the files in `taken`.

        Raises:
            UsageError: if either check fails; says why.
        """
        if not self.path:
            raise UsageError(f"The name after {self.option} is empty. Name a file to write.")
        try:
            if self._there.exists() and not self._there.is_file():
                what = "a folder" if self._there.is_dir() else "not a regular file"
                raise UsageError(f"{self._said} is {what}. Name a file to write.")
            if any(_is_same(self._there, Path(other)) for other in taken):
                raise UsageError(
                    f"{self._said} is used already, and would be overwritten. Name another file."
                )
            self._part.touch()
            self._part.unlink()
        except (FileNotFoundError, NotADirectoryError):
            folder = os.path.dirname(self.path)
            raise UsageError(f"{self._said}: there is no folder {folder!r}. Create it first.") from None
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise UsageError(f"{self._said} cannot be written: {why}. Name another file.") from None

    def write(self, text: str) -> None:
        """Write `text` atomically: if that fails, the old file is unchanged."""
        part = self._part
        try:
            part.write_text(text, encoding="utf-8", newline="")
            if self._there.exists():
                shutil.copymode(self._there, part)
            part.replace(self._there.resolve())
        finally:
            part.unlink(missing_ok=True)

    @property
    def _there(self) -> Path:
        return Path(self.path)

    @property
    def _said(self) -> str:
        return f"{self.option} {self.path!r}"

    @property
    def _part(self) -> Path:
        """A temporary file in the same folder, to be renamed to this one."""
        real = self._there.resolve()
        return real.with_name(f".{real.name[:100]}.{os.getpid()}.part")


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.resolve() == other.resolve() or path.samefile(other)
    except (OSError, ValueError):
        return False
