"""Files that commands write, and the other output formats of `check`: for CI, courses, the web."""

import os
import secrets
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ...report import paint
from ...report.page import harmless
from ...submission import UsageError
from ...verdict import Verdict
from . import streams

if TYPE_CHECKING:
    from ...comparison import TrainingComparison
    from ...report.terminal import Background

FORMATS = ("junit", "gradescope", "html")
ALONE = ("github", "json", "problems")
"""Options that each take over stdout, so that only one of them can be given."""
SUMMARY = "GITHUB_STEP_SUMMARY"
WORKSPACE = "GITHUB_WORKSPACE"


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


class Exports:
    """The output formats that the user asked for.

    Raises:
        UsageError: if two options conflict, or an output cannot be written.
    """

    def __init__(self, args: Namespace, submission: str) -> None:
        alone = [name for name in ALONE if getattr(args, name)]
        if len(alone) > 1:
            raise UsageError(f"--{alone[0]} and --{alone[1]} both write to stdout. Leave one of them out.")
        if args.case and alone and alone != ["github"] and args.html is None:
            raise UsageError(f"--{alone[0]} cannot show what --case finds. Leave one of them out.")
        self.github: bool = args.github
        named = [(name, getattr(args, name)) for name in FORMATS]
        self._files = [(Destination(f"--{name}", path), name) for name, path in named if path is not None]
        taken = [submission]
        for destination, _ in self._files:
            destination.look(*taken)
            taken.append(destination.path)
        if self.github:
            _append_summary("")

    @property
    def asked_for(self) -> bool:
        """Whether any of these formats was asked for (--json and --problems do not count)."""
        return self.github or bool(self._files)

    def write(
        self, verdict: Verdict, background: "Background", descent: "Callable[[], TrainingComparison | None]"
    ) -> None:
        """Write every file; `descent` computes the training to draw, and is called only for the web page."""
        for destination, name in self._files:
            more = [descent()] if name == "html" else []
            text = import_module(f"...report.formats.{name}", __package__).text
            destination.write(text(verdict, background, *more))

    def said(self) -> str:
        """A line for the screen that names the written files; empty if there are none."""
        if not self._files:
            return ""
        page = paint.page_for(sys.stdout)
        names = ", ".join(page.line(destination.path) for destination, _ in self._files)
        page.prose(names, label="Written  ")
        return paint.painted(page, sys.stdout)

    def print_github(self, verdict: Verdict, background: "Background", screen: str) -> None:
        """Print the screen, quoted so that it has no commands, and the annotations; append the summary."""
        from ...report.formats import github

        commands = github.annotations(verdict, background, _in_repository(verdict.submission))
        commands = harmless(commands, getattr(sys.stdout, "encoding", None))
        streams.write(github.quoted(screen, secrets.token_hex(16)) + commands)
        _append_summary(github.summary(verdict, background))


def _append_summary(text: str) -> None:
    path = os.environ.get(SUMMARY)
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{SUMMARY} is {path!r}, which cannot be written: {error.strerror}.") from None


def _in_repository(path: str) -> str:
    """The path as GitHub knows it: relative to the root of the checked-out repository."""
    top, full = os.environ.get(WORKSPACE), os.path.realpath(path)
    if top and full.startswith(os.path.join(os.path.realpath(top), "")):
        path = os.path.relpath(full, os.path.realpath(top))
    return path.replace(os.sep, "/")
