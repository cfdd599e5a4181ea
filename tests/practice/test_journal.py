"""The journal: nothing that was written is lost, and damaged lines do no harm."""

import json
import multiprocessing
import os
from pathlib import Path

import pytest

from grader.practice.clock import Clock
from grader.practice.journal import VERSION, Journal, JournalError

from ..helpers.clocks import START, TestClock


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty journal in a folder that does not exist yet."""
    return Journal(tmp_path / ".grader", TestClock())


def test_what_is_written_is_read(journal: Journal) -> None:
    assert journal.read().records == ()
    journal.append("run", verdict="failed", steps={"fit": "todo"})
    journal.append("hint", text="é\n\x1b")
    past = journal.read()
    assert past.trouble == ""
    assert [(r.at, r.event, r.facts) for r in past.records] == [
        (START, "run", {"verdict": "failed", "steps": {"fit": "todo"}}),
        (START, "hint", {"text": "é\n\x1b"}),
    ]
    assert [record.event for record in past.of("hint")] == ["hint"]


def test_each_record_is_one_line_of_ascii_with_its_version(journal: Journal) -> None:
    journal.append("hint", text="é\n")
    (line,) = journal.path.read_bytes().decode("ascii").splitlines()
    assert json.loads(line)["v"] == VERSION


def test_every_way_of_cutting_the_last_line_leaves_the_others(journal: Journal) -> None:
    journal.append("run", number=1)
    whole = len(journal.path.read_bytes())
    journal.append("run", number=2)
    both = journal.path.read_bytes()
    for end in range(whole, len(both)):
        journal.path.write_bytes(both[:end])
        journal.append("run", number=3)
        past = journal.read()
        numbers = [record.facts["number"] for record in past.records]
        complete = end == len(both) - 1
        assert numbers == ([1, 2, 3] if complete else [1, 3])
        assert ("line 2 is damaged" in past.trouble) == (not complete and end > whole)


@pytest.mark.parametrize(
    "line", [b"[]", b"nonsense", b"\xff\xfe", b"{}", b'{"at": 3, "event": "run"}', b"[" * 100_000,
             b'{"at": "2026-01-01T00:00:00", "event": "run"}'],
)  # fmt: skip
def test_damaged_line_is_passed_over_with_a_word(journal: Journal, line: bytes) -> None:
    journal.append("run", number=1)
    with open(journal.path, "ab") as file:
        file.write(line + b"\n")
    journal.append("run", number=2)
    past = journal.read()
    assert [record.facts["number"] for record in past.records] == [1, 2]
    assert "line 2 is damaged and was skipped" in past.trouble


def test_journal_of_a_newer_version_is_left_alone(journal: Journal) -> None:
    journal.append("run")
    newer = journal.path.read_bytes() + b'{"v": 2, "what": "else"}\n'
    journal.path.write_bytes(newer)
    assert journal.read().records == ()
    assert "newer version" in journal.read().trouble
    with pytest.raises(JournalError, match="newer version"):
        journal.append("run")
    assert journal.path.read_bytes() == newer


def test_uncreatable_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(JournalError, match="cannot be written"):
        Journal(tmp_path / "file" / ".grader", TestClock()).append("run")


def test_full_disk_asks_for_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "_write", fail)
    with pytest.raises(JournalError, match=r"No space left on device\. Free some space\."):
        Journal(tmp_path, TestClock()).append("run")


def write_many(folder: Path, writer: int) -> None:
    """Append fifty records to the journal in the folder."""
    journal = Journal(folder, Clock())
    for number in range(50):
        journal.append("run", writer=writer, number=number, filling="x" * 5_000)


def test_several_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(tmp_path, at)) for at in range(3)]
    for process in writers:
        process.start()
    for process in writers:
        process.join()
    past = Journal(tmp_path, Clock()).read()
    assert past.trouble == ""
    for writer in range(3):
        numbers = [record.facts["number"] for record in past.records if record.facts["writer"] == writer]
        assert numbers == list(range(50))


@pytest.mark.skipif(os.name != "posix", reason="what is flushed is seen through fsync")
def test_each_record_is_flushed_to_the_disk(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    journal.append("run")
    journal.append("run")
    assert len(flushed) == 2
