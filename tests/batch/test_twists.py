"""`batch --twist`: every file is judged by the twist, and one that does not exist is refused."""

import json
from pathlib import Path

import pytest

from grader.kata import find_kata

from ..helpers.callers import Caller
from ..helpers.labels import twisted_ones

TWIST = "half"


@pytest.fixture
def caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Caller:
    """Runs commands in an empty current folder."""
    monkeypatch.chdir(tmp_path)
    return Caller(request)


def test_files_are_judged_by_the_twist(caller: Caller) -> None:
    right, wrong = (next(one for one in twisted_ones(of) if one.twist == TWIST) for of in ("right", "wrong"))
    Path("right.py").write_bytes(right.raw)
    Path("wrong.py").write_bytes(wrong.raw)
    caller.run("batch", "right.py", "wrong.py", "--twist", TWIST, "--jobs", "1", status=1)
    found = {d["submission"]: d for d in map(json.loads, Path("results.jsonl").read_text().splitlines())}
    assert {d["twist"] for d in found.values()} == {TWIST}
    assert found["right.py"]["verdict"] == "passed"
    assert {one["mistake"] for one in found["wrong.py"]["findings"]} >= {min(s) for s in wrong.slots}
    caller.run("batch", "right.py", "--jobs", "1", status=1)  # the plain task is another one


def test_a_twist_that_does_not_exist(caller: Caller) -> None:
    Path("one.py").touch()
    refusal = caller.refusal("batch", "one.py", "--twist", "triple")
    assert "There is no twist 'triple' of linear_regression." in refusal
    refusal = caller.refusal("batch", "one.py", "--twist", TWIST, "--exercise", "standard_scaler")
    assert "standard_scaler has no twists. Leave out --twist." in refusal
    assert not Path("results.jsonl").exists()


def test_a_file_of_an_exercise_without_the_twist(caller: Caller) -> None:
    caller.run("batch", str(find_kata("standard_scaler").solution_path), "--twist", TWIST, status=2)
    document = json.loads(Path("results.jsonl").read_text())
    assert document["error"] == "standard_scaler has no twists. Leave out --twist."
