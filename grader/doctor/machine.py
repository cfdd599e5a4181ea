"""Python and its libraries, the learner's files, and the terminal: whether what the grader needs is there."""

import importlib
import os
import platform
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from ..practice.clock import Clock
from ..preflight import remedy
from ..report import paint
from ..report.doctor import CheckedItem
from ..report.page import ASCII
from ..watching.saves import stamp

ANEW = "Reinstall it, in the project folder: {python} -m pip install --force-reinstall -e ."
FOLDER, SAVES, EXERCISE, JOURNAL = "writable folder", "saves are seen", "exercise", "journal"
SAVE_SECONDS = 0.05  # between two saves of a person or an editor, at the least
NARROW, WIDE = 60, 100


def python() -> CheckedItem:
    """Name the interpreter; one that is too old does not get here, see `preflight`."""
    system = f"{platform.python_implementation()}, {platform.system()}"
    return CheckedItem("ok", "Python", f"{platform.python_version()} ({system})")


def libraries(project: Path) -> list[CheckedItem]:
    """Check every library that `pyproject.toml` requires."""
    try:
        found = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
        return [library(text) for text in found["project"]["dependencies"]]
    except (OSError, ValueError, KeyError):
        return []


def library(requirement: str) -> CheckedItem:
    """Check one library, given with its lowest version: 'numpy>=1.26'."""
    name, _, oldest = requirement.partition(">=")
    try:
        installed = version(name)
    except PackageNotFoundError:
        return CheckedItem("problem", name, "is not installed", remedy())
    try:
        importlib.import_module(name.replace("-", "_"))
    except Exception as error:
        text = f"{installed} is installed but cannot be imported: {type(error).__name__}: {error}"
        return CheckedItem("problem", name, text, ANEW.format(python=sys.executable or "python"))
    if _is_older(installed, oldest):
        return CheckedItem("problem", name, f"{installed}; {oldest} or newer is needed", remedy())
    return CheckedItem("ok", name, installed)


def blas() -> CheckedItem:
    """Report the library with which NumPy multiplies matrices."""
    try:
        import numpy as np

        found = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
        return CheckedItem("ok", "NumPy's BLAS", f"{found['name']} {found.get('version', '')}".strip())
    except Exception as error:
        said = f"unknown: {type(error).__name__}: {error}"
        return CheckedItem("warning", "NumPy's BLAS", said, "Nothing to do if numpy itself works.")


def _is_older(installed: str, needed: str) -> bool:
    """Whether a version is older than the needed one, comparing as many numbers as that one has."""
    one, other = ([int(number) for number in re.findall(r"\d+", text)] for text in (installed, needed))
    return one[: len(other)] < other


# -- files


def exercise(path: Path, shown: str, reset: str) -> CheckedItem:
    """Check the file that is graded; `reset` is the command that puts a stub there."""
    try:
        path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        back = f"For a blank stub: {reset}; or get it back, if git has it: git checkout -- {shown}"
        return CheckedItem("problem", EXERCISE, f"{shown} is missing", back)
    except (OSError, UnicodeError) as error:
        said = f"{shown} cannot be read: {error}"
        return CheckedItem("problem", EXERCISE, said, "Check its permissions, and that it is UTF-8 text.")
    return CheckedItem("ok", EXERCISE, shown)


def folder(path: Path, clock: Clock) -> list[CheckedItem]:
    """Check the folder by writing to it, and whether a save is seen there; remove all traces."""
    missing = [place for place in (path, path.parent) if not place.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path) as inside:
            seen = _is_save_seen(Path(inside) / "trial", clock)
    except OSError as error:
        said = f"{path}: {error.strerror or error}"
        todo = f"Make {path.parent} writable: without it nothing is saved, but check still works."
        return [CheckedItem("problem", FOLDER, said, todo)]
    finally:
        for place in missing:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
    told = "yes" if seen else "yes, but some only after a few seconds: the times of files are coarse here"
    return [CheckedItem("ok", FOLDER, str(path)), CheckedItem("ok", SAVES, told)]


def _is_save_seen(file: Path, clock: Clock) -> bool:
    """Whether a save of the same length changes what `watch` looks at first."""
    file.write_bytes(b"one")
    before = stamp(str(file))
    clock.sleep(SAVE_SECONDS)
    file.write_bytes(b"two")
    return stamp(str(file)) != before


def journal(trouble: str) -> CheckedItem:
    """Report what was wrong when the journal was read; `trouble` is empty if nothing was."""
    if trouble:
        return CheckedItem(
            "warning", JOURNAL, trouble, "You do not have to do anything; what can be read is used."
        )
    return CheckedItem("ok", JOURNAL, "can be read")


# -- the terminal


def screen(stdin: TextIO | None, stdout: TextIO | None) -> list[CheckedItem]:
    """Check width, colour, Unicode and keys."""
    return [_width(stdout), _colour(stdout), _unicode(stdout), _keys(stdin, stdout)]


def _width(stdout: TextIO | None) -> CheckedItem:
    width = paint.columns(stdout)
    said = f"{width} columns"
    if width < NARROW:
        wider = f"Make the window wider: from {NARROW} columns on, everything fits well."
        return CheckedItem("warning", "width", said, wider)
    beside = f"; from {WIDE} columns on, compare shows code side by side" if width < WIDE else ""
    return CheckedItem("ok", "width", said + beside)


def _colour(stdout: TextIO | None) -> CheckedItem:
    if os.environ.get("NO_COLOR"):
        return CheckedItem("ok", "colour", "off, because NO_COLOR is set")
    if stdout is not None and paint.shows_colour(stdout):
        return CheckedItem("ok", "colour", "on")
    why = "TERM is dumb" if os.environ.get("TERM") == "dumb" else "the output is not a terminal"
    return CheckedItem("ok", "colour", f"off: {why}; colour never carries the meaning alone")


def _unicode(stdout: TextIO | None) -> CheckedItem:
    page = paint.page_for(stdout)
    if page.symbols is ASCII:
        said = f"no: the output is {page.encoding}, so symbols are ASCII"
        better = "It reads well; for better symbols use a UTF-8 locale, or set PYTHONUTF8=1."
        return CheckedItem("warning", "Unicode", said, better)
    return CheckedItem("ok", "Unicode", f"yes ({page.encoding})")


def _keys(stdin: TextIO | None, stdout: TextIO | None) -> CheckedItem:
    if not all(stream is not None and stream.isatty() for stream in (stdin, stdout)):
        return CheckedItem(
            "ok", "single keys", "none: this is not a terminal, and no command waits for a key"
        )
    return CheckedItem("ok", "single keys", "yes")
