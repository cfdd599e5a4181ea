"""How saves of a file are noticed, on a fake disk and on a real one."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import submission
from grader.submission import Submission, UsageError
from grader.watching.saves import PATIENCE, READ_EVERY, Saves, Stamp, stamp

from ..helpers.clocks import TestClock

LOOK = 0.02
LONG = 2 * READ_EVERY + int(PATIENCE / LOOK) + 4


@dataclass
class Disk:
    """A fake disk with one file: its content, and what `stat` shows of it."""

    content: str | None = "first"
    modified: int = 0
    inode: int = 0

    def stamp(self) -> Stamp | None:
        """The stamp of the file, as from `os.stat`; None if there is no file."""
        return None if self.content is None else (self.modified, len(self.content), self.inode, 1)

    def read(self) -> Submission:
        """Read the file as `target.read` does; raise UsageError if there is no file."""
        if self.content is None:
            raise UsageError("There is no file.")
        return Submission("my.py", self.content)

    def write(self, content: str) -> None:
        """Save in place; create the file if it does not exist."""
        if self.content is None:
            self.inode += 1
        self.content = content
        self.modified += 1

    def write_in_the_same_tick(self, content: str) -> None:
        """Save so soon after the last save that the modification time is the same."""
        self.content = content

    def rename_over(self, content: str) -> None:
        """Save to another file and rename that over this one; the modification time does not change."""
        self.content = content
        self.inode += 1

    def delete(self) -> None:
        """Delete the file."""
        self.content = None


@dataclass
class Watched:
    """A fake disk and what was noticed on it."""

    disk: Disk = field(default_factory=Disk)
    clock: TestClock = field(default_factory=TestClock)
    seen: list[Submission | str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.saves = Saves(self.disk.stamp, self.disk.read, self.clock)

    def look(self, times: int = 1) -> list[Submission | str]:
        """Look `times` times; return what was noticed."""
        before = len(self.seen)
        for _ in range(times):
            found = self.saves.look()
            self.seen += [found] if found is not None else []
            self.clock.go_on(LOOK)
        return self.seen[before:]


def saved(content: str) -> Submission:
    """The event that this content was saved."""
    return Submission("my.py", content)


texts = st.text("ab", max_size=3)
operations = st.one_of(
    st.tuples(st.sampled_from(["write", "write_in_the_same_tick", "rename_over"]), texts),
    st.tuples(st.just("delete")),
    st.tuples(st.just("look"), st.integers(1, READ_EVERY + 2)),
)


@given(st.lists(operations, max_size=30))
def test_what_was_saved_last_is_noticed_last(done: list[tuple[str, object]]) -> None:
    watched = Watched()
    for name, *what in done:
        getattr(watched if name == "look" else watched.disk, name)(*what)
    watched.look(LONG)
    last = watched.disk.content
    assert watched.seen[-1] == ("There is no file." if last is None else saved(last))
    assert watched.look(LONG) == []


@given(st.lists(st.tuples(st.sampled_from(["write", "rename_over"]), texts), min_size=1, max_size=5))
def test_saves_between_two_looks_are_one(done: list[tuple[str, str]]) -> None:
    watched = Watched()
    watched.look(LONG)
    for name, content in done:
        getattr(watched.disk, name)(content)
    assert watched.look(LONG) == [saved(done[-1][1])]


def test_a_save_is_noticed_at_the_second_look() -> None:
    watched = Watched()
    assert watched.look(2) == [saved("first")]
    watched.disk.write("second")
    assert watched.look(1) == []
    assert watched.saves.settling
    assert watched.look(1) == [saved("second")]
    assert not watched.saves.settling


def test_saving_the_same_again_is_a_save() -> None:
    watched = Watched()
    watched.look(LONG)
    watched.disk.write("first")
    assert watched.look(LONG) == [saved("first")]


def test_half_written_file_is_waited_for() -> None:
    watched = Watched()
    watched.look(LONG)
    for end in range(1, 5):
        watched.disk.write("abcde"[:end])
        assert watched.look(1) == []
    watched.disk.write("abcde")
    assert watched.look(LONG) == [saved("abcde")]


def test_briefly_empty_or_missing_file_is_not_reported() -> None:
    watched = Watched()
    watched.look(LONG)
    watched.disk.write("")
    assert watched.look(10) == []
    watched.disk.delete()
    assert watched.look(10) == []
    watched.disk.write("second")
    assert watched.look(LONG) == [saved("second")]


def test_lastingly_empty_or_missing_file_is_reported_once() -> None:
    watched = Watched()
    watched.look(LONG)
    watched.disk.delete()
    assert watched.look(LONG) == ["There is no file."]
    assert watched.look(10 * LONG) == []
    watched.disk.write("")
    assert watched.look(LONG) == [saved("")]


def test_write_during_the_reading_is_looked_at_again() -> None:
    watched = Watched()
    watched.look(LONG)
    watched.disk.write("half")
    watched.look(1)
    read = watched.disk.read

    def read_and_be_overtaken() -> Submission:
        content = read()
        watched.saves._read = read
        watched.disk.write("whole")
        return content

    watched.saves._read = read_and_be_overtaken
    assert watched.look(LONG) == [saved("whole")]


def in_place(path: Path, text: str) -> None:
    """Save as nano, PyCharm and most editors do."""
    path.write_text(text, encoding="utf-8")


def renamed_over(path: Path, text: str) -> None:
    """Save as VS Code does, and every program that writes a temporary file first."""
    beside = path.with_suffix(".tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def moved_away_and_made_anew(path: Path, text: str) -> None:
    """Save as vim does: the old file becomes the backup."""
    path.replace(path.with_suffix(".py~"))
    path.write_text(text, encoding="utf-8")


def deleted_and_created(path: Path, text: str) -> None:
    """Save as tools that synchronise folders do."""
    path.unlink()
    path.write_text(text, encoding="utf-8")


def twice(path: Path, text: str) -> None:
    """Save twice, as with a formatter that runs on save."""
    path.write_text("x" * len(text), encoding="utf-8")
    path.write_text(text, encoding="utf-8")


def same_time_and_size(path: Path, text: str) -> None:
    """Save as on a network drive whose timestamps are whole seconds."""
    seen = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


WAYS: list[Callable[[Path, str], None]] = [
    in_place, renamed_over, moved_away_and_made_anew, deleted_and_created, twice, same_time_and_size,
]  # fmt: skip


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_saving_on_a_real_disk(
    tmp_path: Path, way: Callable[[Path, str], None], linked: bool
) -> None:
    path = shown = tmp_path / "my.py"
    path.write_text("x = 1\n", encoding="utf-8")
    if linked:
        shown = tmp_path / "link.py"
        try:
            shown.symlink_to(path)
        except OSError:
            pytest.skip("no symbolic links here")
    saves = Saves(lambda: stamp(str(shown)), lambda: submission.read(str(shown)), TestClock())
    seen = [found for _ in range(LONG) if (found := saves.look())]
    assert seen == [Submission(str(shown), "x = 1\n")]
    way(path, "x = 2\n")
    seen = [found for _ in range(LONG) if (found := saves.look())]
    assert seen == [Submission(str(shown), "x = 2\n")]


def test_a_link_that_points_elsewhere_now_is_a_save(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    link = tmp_path / "link.py"
    try:
        link.symlink_to(tmp_path / "one")
    except OSError:
        pytest.skip("no symbolic links here")
    saves = Saves(lambda: stamp(str(link)), lambda: submission.read(str(link)), TestClock())
    [saves.look() for _ in range(LONG)]
    link.unlink()
    link.symlink_to(tmp_path / "two")
    assert [found for _ in range(LONG) if (found := saves.look())] == [Submission(str(link), "two\n")]


def test_path_that_cannot_exist_has_no_stamp() -> None:
    assert stamp("no/such/file.py") is None
    assert stamp("a\0b") is None
