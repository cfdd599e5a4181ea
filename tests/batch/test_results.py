"""The results file: if it is cut off anywhere, it is continued without lost or incomplete lines."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.results import INDEX, LOCK, Results, ResultsError

LINES = {f"key {n}": json.dumps({"submission": f"{n}.py", "verdict": "passed" * n}) for n in range(4)}


def written(path: Path) -> None:
    """Write all lines to a results file at the path."""
    with Results(str(path)) as results:
        for key, text in LINES.items():
            results.add(key, 11, text)


def test_lines_are_found_again(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    written(path)
    assert path.read_text(encoding="ascii").splitlines() == list(LINES.values())
    with Results(str(path)) as results:
        assert results.seed == 11
        assert all(key in results for key in LINES)
        assert "another" not in results
        assert [found["submission"] for found in results.documents(["key 2", "key 0"])] == ["2.py", "0.py"]
    assert not Path(f"{path}{LOCK}").exists()


@given(st.integers(0, 400), st.integers(0, 300))
@settings(max_examples=150)
def test_interrupted_files_are_graded_again(
    tmp_path_factory: pytest.TempPathFactory, lost: int, lost_of_index: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "r.jsonl"
    index = Path(f"{path}{INDEX}")
    written(path)
    path.write_bytes(path.read_bytes()[: max(0, path.stat().st_size - lost)])
    index.write_bytes(index.read_bytes()[: max(1, index.stat().st_size - lost_of_index)])
    whole = path.read_bytes().count(b"\n")
    with Results(str(path)) as results:
        assert sum(key in results for key in LINES) <= whole
        for key, text in LINES.items():
            if key not in results:
                results.add(key, 12, text)
    lines = path.read_text(encoding="ascii").splitlines()
    assert set(lines) == set(LINES.values())
    with Results(str(path)) as results:
        documents = list(results.documents(LINES))
    assert documents == [json.loads(text) for text in LINES.values()]


def test_entry_counts_only_where_its_line_is(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    written(path)
    path.write_text("".join(f"{text}\n" for text in reversed(LINES.values())), encoding="ascii")
    with Results(str(path)) as results:
        assert not any(key in results for key in LINES)


@pytest.mark.parametrize("damage", [b"\xff\n", b"[]\n", b"{}\n", b'{"key": 1}\n', b"[" * 100_000 + b"\n"])
def test_damaged_entries_are_passed_over(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "r.jsonl"
    written(path)
    index = Path(f"{path}{INDEX}")
    index.write_bytes(damage + index.read_bytes() + damage)
    with Results(str(path)) as results:
        assert all(key in results for key in LINES)


def test_other_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no results\n", encoding="utf-8")
    with pytest.raises(ResultsError, match=r"has no notes\.txt\.index beside it"):
        Results(str(path))
    assert path.read_text(encoding="utf-8") == "no results\n"
    assert [found.name for found in tmp_path.iterdir()] == ["notes.txt"]


def test_two_do_not_write_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "r.jsonl")
    with Results(path):
        with pytest.raises(ResultsError, match="Another batch is writing"):
            Results(path)
        assert Path(path + LOCK).exists()
    with Results(path) as results:
        assert results.seed is None


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="cannot be written"):
        Results(str(tmp_path / "no" / "r.jsonl"))
