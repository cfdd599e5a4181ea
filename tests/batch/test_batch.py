"""`batch`: which files it takes, what it writes, how it resumes, and its exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.batch import files, judging

from ..helpers.callers import Caller
from ..helpers.forked import Command, ran
from ..helpers.paths import ROOT
from .judges import fake_command

OUT = Path("results.jsonl")


@pytest.fixture
def caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Caller:
    """Runs commands in an empty current folder, with a fake judging process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setattr(judging, "command", lambda how: fake_command(json.dumps({"seed": how.seed})))
    return Caller(request)


def write(**sources: str) -> None:
    """Write files with these texts, named after the keywords."""
    for name, text in sources.items():
        path = Path(f"{name}.py")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def lines() -> list[dict[str, Any]]:
    """The lines of the results file, parsed."""
    return [json.loads(line) for line in OUT.read_text(encoding="ascii").splitlines()]


# -- files


def test_files_folders_and_patterns(caller: Caller) -> None:
    for name in (
        "a/one.py",
        "a/b/two.py",
        "a/.venv/no.py",
        "a/__pycache__/no.py",
        "a/.no.py",
        "a/no.txt",
        "c.py",
    ):
        path = Path(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    Path("a/odd.py").mkdir()
    Path("empty").mkdir()

    def found(*words: str) -> list[str]:
        return [path.replace(os.sep, "/") for path in files.named_by(words)]

    inside = ["a/b/two.py", "a/odd.py", "a/one.py"]
    assert found("a") == inside
    assert found("c.py", "a", "./c.py") == ["c.py", *inside]
    assert found("*.py", "a/b*/*.py") == ["c.py", "a/b/two.py"]
    assert found("**/t*.py") == ["a/b/two.py"]
    assert found("a/no.txt") == ["a/no.txt"]
    assert found("gone.py", "*.no", "empty") == ["gone.py", "*.no", "empty"]


# -- lines and status


@pytest.mark.parametrize(
    ("sources", "status"),
    [(["passed"], 0), (["passed", "raises"], 1), (["raises", "\0bad"], 2), (["fail", "raises", "\0bad"], 3)],
)
def test_status_is_the_worst(caller: Caller, sources: list[str], status: int) -> None:
    for number, source in enumerate(sources):
        Path(f"{number}.py").write_bytes(b"\xff" if source == "\0bad" else source.encode())
    caller.run("batch", ".", status=status)
    assert len(lines()) == len(sources)


def test_bad_files_get_lines_of_their_own(caller: Caller) -> None:
    write(good="passed", broken="fail")
    Path("text.py").write_bytes(b"\xff\xfe")
    Path("folder.py").mkdir()
    assert "4 not graded" in caller.run("batch", ".", "gone.py", status=3)
    said = {line["submission"]: line for line in lines()}
    assert [sorted(line) for line in lines() if "error" in line] == [
        ["error", "schema", "status", "submission"]
    ] * 4
    assert "is not UTF-8" in said[os.path.join(".", "text.py")]["error"]
    assert "is a folder" in said[os.path.join(".", "folder.py")]["error"]
    assert said["gone.py"] == {
        "schema": 2,
        "submission": "gone.py",
        "error": "There is no file gone.py. In that folder there is: broken.py, good.py, text.py.",
        "status": 2,
    }
    assert said[os.path.join(".", "broken.py")]["status"] == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("", "batch needs files, but none were given"),
        ("gone.py", "There is no file to grade in 'gone.py'"),
        ("empty *.no", "There is no file to grade in 'empty', '*.no'"),
        ("a.py --jobs 0", "'0' is not a valid count"),
        ("a.py --out empty", "--out 'empty' is a folder"),
        ("a.py --out a.py", "is one of the files to grade"),
        ("a.py --csv ./a.py", "--csv './a.py' is one of the files to grade"),
        ("a.py --csv results.jsonl", "is used already"),
        ("a.py --out notes.txt", "has no notes.txt.index beside it"),
        ("a.py --out no/r.jsonl", "there is no folder 'no'"),
        ("a.py --json", "--json is an option of check, but batch does not take it"),
    ],
)
def test_wrong_call(caller: Caller, arguments: str, said: str) -> None:
    write(a="passed")
    Path("empty").mkdir()
    Path("notes.txt").write_text("mine\n", encoding="utf-8")
    assert said in caller.refusal("batch", *arguments.split())
    assert sorted(path.name for path in Path().iterdir()) == ["a.py", "empty", "notes.txt"]


def test_the_end_says_where_all_of_it_is(caller: Caller) -> None:
    write(a="passed", b="raises")
    out = caller.run("batch", "a.py", "b.py", "--csv", "grades.csv", status=1)
    assert out.endswith("\nResults  results.jsonl, and as a table grades.csv\n")
    assert "\n  not right     b.py  raises\n" in out


# -- resuming


def test_what_is_there_is_not_graded_again(caller: Caller) -> None:
    write(a="passed", b="raises", c="fail")
    caller.run("batch", "a.py", "gone.py", status=2)
    first = lines()
    caller.run("batch", ".", "gone.py", "a.py", status=3)
    assert lines()[:2] == first
    assert [Path(line["submission"]).name for line in lines()[2:]].count("gone.py") == 0
    before = len(lines())
    again = caller.run("batch", ".", "gone.py", "a.py", status=3)
    assert "4 submissions, 3 from an earlier run" in again
    assert [Path(line["submission"]).name for line in lines()[before:]] == ["c.py"]  # it is tried again


def test_seed_is_drawn_once_and_kept(caller: Caller) -> None:
    write(a="passed", b="passed")
    caller.run("batch", "a.py")
    caller.run("batch", "a.py", "b.py")
    assert len(lines()) == 2
    assert len({line["seed"] for line in lines()}) == 1
    for _ in range(2):
        caller.run("batch", "a.py", "--seed", "5")
    assert [line["seed"] for line in lines()][2:] == [5]


def test_changed_content_options_or_grader_is_graded_again(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(a="raises")
    caller.run("batch", "a.py", status=1)
    write(a="passed")
    assert "1 passed" in caller.run("batch", "a.py")  # the summary is of the file as it is now
    caller.run("batch", "a.py", "--no-hints")
    monkeypatch.setattr("grader.commands.batch.fingerprint", lambda: "another")
    for _ in range(2):
        caller.run("batch", "a.py")
    assert len(lines()) == 4


KILLED = """
import os, signal, sys
from grader import cli
from grader.batch import judging, results
from tests.batch.judges import fake_command
judging.command = lambda how: fake_command()
written = []
class Dying:
    def __init__(self, file): self.file = file
    def __getattr__(self, name): return getattr(self.file, name)
    def __iter__(self): return iter(self.file)
    def write(self, data):
        written.append(data)
        if len(written) == int(sys.argv[1]):
            self.file.write(data[:9])
            self.file.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return self.file.write(data)
opened = results.Results._opened
results.Results._opened = lambda self, path: Dying(opened(self, path))
cli.main(["batch", ".", "--jobs", "1"])
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL elsewhere")
@pytest.mark.parametrize("write_number", [1, 2, 5, 6])
def test_killed_in_the_middle_of_a_line(caller: Caller, write_number: int) -> None:
    write(**{f"f{number}": "passed" for number in range(5)})
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(write_number)], env=environment, capture_output=True, check=False
    )
    assert done.returncode == -9
    caller.run("batch", ".")
    assert sorted(Path(line["submission"]).stem for line in lines()) == [f"f{number}" for number in range(5)]


def test_interrupted_it_says_how_to_go_on(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    from grader.batch.results import Results

    write(a="passed", b="hang")
    add = Results.add

    def interrupted(self: Results, key: str, seed: int, text: str) -> None:
        add(self, key, seed, text)
        raise KeyboardInterrupt

    monkeypatch.setattr(Results, "add", interrupted)
    said = caller.said("batch", "a.py", "b.py", "--jobs", "2", status=130)
    assert "run the same command to continue" in said
    assert [line["submission"] for line in lines()] == ["a.py"]


# -- with the real judging process


def test_line_is_the_document_of_check(tmp_path: Path) -> None:
    good = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
    wrong = good.replace("2 / n * (X.T", "(X.T")
    assert wrong != good
    names = ["good.py", "wrong.py"]
    for name, text in zip(names, (good, wrong), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def printed(*arguments: str) -> str:
        command = Command((*arguments, "--seed", "3"))
        done = ran(command, tmp_path, environment, new_process="batch" in arguments)
        assert done.status in (0, 1), done.err
        return done.out

    printed("batch", *names)
    found = {}
    for line in (tmp_path / "results.jsonl").read_text(encoding="ascii").splitlines():
        document = json.loads(line)
        assert line == json.dumps(document, ensure_ascii=True)
        found[document["submission"]] = document | {"seconds": 0}
    assert found == {name: json.loads(printed("check", name, "--json")) | {"seconds": 0} for name in names}
