"""The exercise's file, and its journal folder: whether they can be read and written."""

from pathlib import Path
from tempfile import TemporaryFile

from ..report.doctor import Line

FOLDER, EXERCISE, JOURNAL = "writable folder", "exercise", "journal"


def exercise(path: Path, shown: str, reset: str) -> Line:
    """Check the file that is graded; `reset` is the command that puts a stub there."""
    try:
        path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        remedy = f"For a blank stub: {reset}; or get it back, if git has it: git checkout -- {shown}"
        return Line("problem", EXERCISE, f"{shown} is missing", remedy)
    except (OSError, UnicodeError) as error:
        said = f"{shown} cannot be read: {error}"
        return Line("problem", EXERCISE, said, "Check its permissions, and that it is UTF-8 text.")
    return Line("ok", EXERCISE, shown)


def folder(path: Path) -> Line:
    """Check the folder by writing to it; remove all traces."""
    made = [place for place in (path, path.parent) if not place.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=path) as file:
            file.write(b"trial")
    except OSError as error:
        said = f"{path}: {error.strerror or error}"
        remedy = f"Make {path.parent} writable: without it nothing is saved, but check still works."
        return Line("problem", FOLDER, said, remedy)
    finally:
        for place in made:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
    return Line("ok", FOLDER, str(path))


def journal(trouble: str) -> Line:
    """Report what was wrong when the journal was read; `trouble` is empty if nothing was."""
    if trouble:
        return Line("warning", JOURNAL, trouble, "You do not have to do anything; what can be read is used.")
    return Line("ok", JOURNAL, "can be read")
