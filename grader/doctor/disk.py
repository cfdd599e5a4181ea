"""The exercise's file and its journal folder: whether it is writable, and whether saves are noticed."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..practice.clock import Clock
from ..report.doctor import Line

FOLDER, SAVES, EXERCISE, JOURNAL = "writable folder", "saves are seen", "exercise", "journal"
WAIT_SECONDS, COARSE_SECONDS, TRIES = 0.01, 0.05, 300
Look = tuple[int, int, int]


@dataclass(frozen=True)
class Sight:
    """Which changes by a save `os.stat` shows."""

    size: bool  # whether it shows that a file grew
    identity: bool  # whether it shows that another file was renamed over the old one
    seconds: float | None  # after which the time shows a save of the same length; None if never


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


def folder(path: Path, clock: Clock) -> list[Line]:
    """Check the folder by writing to it like the journal and an editor; remove all traces."""
    made = [place for place in (path, path.parent) if not place.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        sight = look(path, clock)
    except OSError as error:
        said = f"{path}: {error.strerror or error}"
        remedy = f"Make {path.parent} writable: without it nothing is saved, but check still works."
        return [Line("problem", FOLDER, said, remedy)]
    finally:
        for place in made:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
    return [Line("ok", FOLDER, str(path)), saves(sight)]


def look(path: Path, clock: Clock) -> Sight:
    """Save a file in several ways, and see what changes in the result of `os.stat`.

    Raises:
        OSError: if the folder is not writable.
    """
    with NamedTemporaryFile(dir=path, prefix="doctor-", suffix=".tmp", delete=False) as file:
        name = Path(file.name)
    beside = name.with_suffix(".new")
    try:
        seconds = _seconds_until_seen(name, clock)
        before = _facts(name)
        name.write_bytes(b"longer than it was")
        size = _facts(name)[1] != before[1]
        before = _facts(name)
        beside.write_bytes(name.read_bytes())
        beside.replace(name)
        return Sight(size, _facts(name)[2] != before[2], seconds)
    finally:
        for left in (name, beside):
            left.unlink(missing_ok=True)


def _seconds_until_seen(name: Path, clock: Clock) -> float | None:
    """The seconds between saves of the same length until the file's time differs; None if it never does."""
    name.write_bytes(b"0")
    before, begun = _facts(name)[0], clock.monotonic()
    for number in range(TRIES):
        name.write_bytes(b"%d" % (number % 10))
        if _facts(name)[0] != before:
            return clock.monotonic() - begun
        clock.sleep(WAIT_SECONDS)
    return None


def _facts(path: Path) -> Look:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def saves(sight: Sight) -> Line:
    """What this means for `watch`, which looks at time, size and identity (inode)."""
    if not sight.size:
        said = "no: a file that grew looks the same"
        return Line("problem", SAVES, said, "Keep the checkout on a local disk.")
    if sight.seconds is None:
        said = "only if the length changes: file times do not change here"
        return Line("warning", SAVES, said, "Press r in watch if a save is not seen, or use a local disk.")
    if sight.seconds > COARSE_SECONDS:
        within = f"two saves of the same length within {sight.seconds:.1f} s look alike"
        said = f"yes; times are coarse here, so {within}"
        return Line("warning", SAVES, said, "Save again if watch shows an older version.")
    how = "time, size and identity" if sight.identity else "time and size"
    return Line("ok", SAVES, f"yes, by {how}")


def journal(trouble: str) -> Line:
    """Report what was wrong when the journal was read; `trouble` is empty if nothing was."""
    if trouble:
        return Line("warning", JOURNAL, trouble, "You do not have to do anything; what can be read is used.")
    return Line("ok", JOURNAL, "can be read")
