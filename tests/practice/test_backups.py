"""Backups of the exercise: exact, complete, never overwritten; the file is replaced in one atomic step."""

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from grader.practice import backups
from grader.practice.backups import SavedError, put
from grader.practice.journal import Journal, JournalError
from grader.practice.practice import Practice
from grader.practice.stretches import has_passed
from grader.verdict import Step, Verdict

from ..helpers.clocks import START, TestClock

STUB = b"stub\n"


@pytest.fixture
def exercise(tmp_path: Path) -> Path:
    """An exercise file that was edited."""
    path = tmp_path / "x.py"
    path.write_bytes(b"mine\r\n\xff")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder for the backups, which does not exist yet."""
    return tmp_path / ".grader" / "saved"


def replaced(exercise: Path, folder: Path) -> Path:
    """Replace the exercise by the stub; return the backup of what was there."""
    kept = put(STUB, exercise, folder, START)
    assert kept is not None
    return kept


def copies(folder: Path) -> list[str]:
    """The sorted names of the backups."""
    return sorted(path.name for path in folder.iterdir() if path.name != "lock")


def test_what_was_there_is_kept_byte_for_byte(exercise: Path, folder: Path) -> None:
    kept = replaced(exercise, folder)
    assert kept.name == "x-0001-20261124T183000Z.py"
    assert kept.read_bytes() == b"mine\r\n\xff"
    assert exercise.read_bytes() == STUB
    assert sorted(path.name for path in exercise.parent.iterdir()) == [".grader", "x.py"]
    assert copies(folder) == [kept.name]


def test_first_copy_that_holds_the_same_code(exercise: Path, folder: Path) -> None:
    for content in (b"a = 1\n", b"\xef\xbb\xbfb = 1\n", b"a = 1\n", b"\xff"):
        put(content, exercise, folder, START)
    put(STUB, exercise, folder, START + timedelta(days=1))
    found = {source: backups.first_equal(source, exercise, folder) for source in ("a = 1\n", "b = 1\n", "a")}
    names = [None if copy is None else copy.name.split("-")[1] for copy in found.values()]
    assert names == ["0002", "0003", None]
    assert backups.first_equal("a = 1\n", exercise, folder / "gone") is None


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("x-0001-20261124T183000Z.py", START),
        ("a-b-20261124T183000Z-0001-20261124T183000Z.py", START),
        ("x-0001-20261324T183000Z.py", None),
        ("x.py", None),
        ("", None),
    ],
)
def test_name_of_a_copy_tells_when_it_was_kept(name: str, at: datetime | None) -> None:
    assert backups.kept_at(name) == at


def test_grading_of_a_kept_version_names_the_copy(exercise: Path, tmp_path: Path) -> None:
    clock = TestClock()
    practice = Practice("x", exercise, STUB.decode(), ("a",), Journal(tmp_path / ".grader", clock))
    exercise.write_text("a = 1\n", encoding="utf-8")
    practice.lay_out("reset")
    verdict = Verdict("x", "x.py", "passed", (Step("a", "passed"),), (), "", False, 7, 0.1)
    practice.record_run(replace(verdict, verdict="failed"), "a = 2\n", "check")
    clock.go_on(9)
    run = practice.record_run(verdict, "a = 1\n", "check")
    assert run.kept == "x-0001-20261124T183000Z.py"
    assert practice.last_run() == run
    assert [(one.kept, one.is_timed) for one in practice.attempts()] == [(True, False)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(some.lists(some.tuples(some.binary(max_size=20), some.integers(-5, 5)), min_size=1, max_size=8))
def test_nothing_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, puts: list[tuple[bytes, int]]
) -> None:
    home = tmp_path_factory.mktemp("home")
    exercise, folder, now = home / "x.py", home / "saved", START
    held: list[bytes] = []
    for content, seconds in puts:
        now += timedelta(seconds=seconds)  # may be negative: a clock can be set back
        before = exercise.read_bytes() if exercise.exists() else None
        kept = put(content, exercise, folder, now, STUB)
        assert exercise.read_bytes() == content
        assert (kept is None) == (before in (None, STUB, content))
        if kept is not None and before is not None:
            held.append(before)
            assert kept == backups.last(exercise, folder)
    names = copies(folder) if folder.exists() else []
    assert [(folder / name).read_bytes() for name in names] == held


def test_stub_and_the_same_again_are_not_kept(exercise: Path, folder: Path) -> None:
    exercise.write_bytes(STUB)
    assert put(b"else", exercise, folder, START, STUB) is None
    assert put(b"else", exercise, folder, START, STUB) is None
    assert not folder.exists()


def test_missing_exercise_is_laid_out(exercise: Path, folder: Path) -> None:
    exercise.unlink()
    assert put(STUB, exercise, folder, START) is None
    assert exercise.read_bytes() == STUB


@pytest.mark.skipif(os.name != "posix", reason="modes and links are POSIX")
def test_mode_and_link_stay(exercise: Path, folder: Path, tmp_path: Path) -> None:
    exercise.chmod(0o640)
    link = tmp_path / "link.py"
    link.symlink_to(exercise)
    kept = replaced(link, folder)
    assert link.is_symlink()
    assert exercise.read_bytes() == STUB
    assert exercise.stat().st_mode & 0o777 == 0o640
    assert kept == backups.last(exercise, folder)


def test_copy_is_whole_before_the_exercise_is_touched(
    exercise: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    replace = Path.replace

    def watched(source: Path, target: Path) -> Path:
        happened.append(f"replace {target.name}")
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", lambda descriptor: happened.append("flush"))
    monkeypatch.setattr(Path, "replace", watched)
    put(STUB, exercise, folder, START)
    files = [what for what in happened if what != "flush"]
    assert files == ["replace x-0001-20261124T183000Z.py", "replace x.py"]
    copied = happened.index(files[0])
    assert happened[:copied] == ["flush", "flush"]  # the stub's temporary file, and the backup


def test_save_in_the_middle_is_kept_as_well(
    exercise: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = backups._keep

    def and_saves(content: bytes, *rest: object) -> Path:
        if content != b"saved meanwhile":
            exercise.write_bytes(b"saved meanwhile")
        return keep(content, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "_keep", and_saves)
    kept = replaced(exercise, folder)
    assert kept.read_bytes() == b"saved meanwhile"
    assert len(copies(folder)) == 2
    assert exercise.read_bytes() == STUB


@pytest.mark.parametrize("step", ["_write", "_keep", "_flush_folder"])
def test_failure_half_way_keeps_the_file(
    exercise: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, step, fail)
    with pytest.raises(SavedError, match=r"No space left on device\. Nothing was changed\. Free some space"):
        put(STUB, exercise, folder, START)
    assert exercise.read_bytes() == b"mine\r\n\xff"
    assert not [path for path in exercise.parent.iterdir() if path.suffix == ".part"]


def test_copies_are_distinguished_from_other_files_and_exercises(exercise: Path, folder: Path) -> None:
    assert backups.last(exercise, folder) is None
    folder.mkdir(parents=True)
    for name in ("x-0003-20261124T183000Z.py", "x-0012-20250101T000000Z.py", "x-0099-20261124T183000Z.part",
                 "xy-0500-20261124T183000Z.py", "x.py", "x-9999.py"):  # fmt: skip
        (folder / name).write_bytes(name.encode())
    last = backups.last(exercise, folder)
    assert last is not None
    assert last.name == "x-0012-20250101T000000Z.py"
    kept = replaced(exercise, folder)
    assert kept.name.startswith("x-0013-")


def test_practice_tells_when_it_cannot_be_remembered(exercise: Path) -> None:
    home = exercise.parent / ".grader"
    home.mkdir()
    (home / "journal.jsonl").write_text('{"v": 9}\n', encoding="utf-8")
    practice = Practice("x", exercise, STUB.decode(), ("fit",), Journal(home, TestClock()))
    with pytest.raises(
        JournalError, match=r"replaced, and your earlier code is backed up: .*x-0001.*newer version"
    ):
        practice.lay_out("reset")
    assert exercise.read_bytes() == STUB


def test_two_exercises_share_a_folder_and_no_memory(exercise: Path) -> None:
    journal = Journal(exercise.parent / ".grader", TestClock())
    one = Practice("x", exercise, STUB.decode(), ("fit",), journal)
    other = Practice("y", exercise.with_name("y.py"), STUB.decode(), ("fit",), journal)
    one.lay_out("reset")
    one.record_solution_seen("compare", "fit")
    assert [record.event for record in one.past().records] == ["laid-out", "solution-seen"]
    assert len(one.attempts()) == 1
    assert other.past().records == ()
    assert not has_passed(one.past())
