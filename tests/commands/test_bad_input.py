"""Any input to the command gives a clear sentence, the right exit status and no traceback of the grader."""

# ruff: noqa: E501, PLW1510 - the tests check the exit status themselves

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from ..helpers.checkouts import lay_out
from ..helpers.forked import Command, ran
from ..helpers.paths import ROOT

STUB = (ROOT / "grader" / "katas" / "linear_regression" / "stub.txt").read_text(encoding="utf-8")
RIGHT = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
posix_only = pytest.mark.skipif(os.name != "posix", reason="such files are POSIX")


def run(*arguments: str | Path, home: Path = ROOT, cwd: Path | None = None) -> tuple[int, str, str]:
    """Run the command from the checkout in `home`; return exit status, stdout and stderr."""
    hidden = ("GRADER_TRACEBACK", "FORCE_COLOR", "COLUMNS")
    environment = {k: v for k, v in os.environ.items() if k not in hidden} | {"PYTHONPATH": str(home)}
    done = ran(Command(tuple(map(str, arguments))), cwd or home, environment, new_process=home != ROOT)
    assert "Traceback" not in done.err
    assert "--json" in arguments or "Traceback" not in done.out
    assert "grader itself failed" not in done.err
    return done.status, done.out, done.err


def refused(*arguments: str | Path, **options: Any) -> str:
    """The one-line message about a wrong call, which exits with status 2."""
    status, out, err = run(*arguments, **options)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    return err


def graded(path: Path | str, *more: str, **options: Any) -> dict[str, Any]:
    """The JSON document for a file; asserts that stderr is empty and the exit status fits the verdict."""
    status, out, err = run("--json", path, *more, **options)
    document: dict[str, Any] = json.loads(out)
    assert err == ""
    assert status == (0 if document["verdict"] == "passed" else 1)
    return document


def mistakes(document: dict[str, Any]) -> list[tuple[str, int | None]]:
    """The errors of a document with their lines."""
    return [(f["mistake"], f["line"]) for f in document["findings"] if f["severity"] == "error"]


def written(path: Path, content: str | bytes) -> Path:
    """Write a file with this content and return its path."""
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def test_no_such_file(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "none.py")
    written(tmp_path / "mine.py", "")
    assert "mine.py" in refused(tmp_path / "none.py")
    assert "There is no file" in refused(tmp_path / "no" / "such" / "folder.py")
    assert "is a folder" in refused(tmp_path)
    refused(tmp_path / "mine.py" / "below.py")
    refused("x" * 5_000)


def test_notebook_is_answered_with_how_to_export_it(tmp_path: Path) -> None:
    said = "is a notebook. Export its code and name that file: jupyter nbconvert --to script"
    assert f"{said} '{tmp_path / 'a b.ipynb'}'\n" in refused(written(tmp_path / "a b.ipynb", "{}"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", "# Linear regression\n\nWrite the four methods of a linear model.\n"),
        ("plot.SVG", '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'),
        ("notes.txt", "predict is X @ w + b, and then the loss\n"),
        ("data.csv", "x,y\n1.0,2.5\n"),
        ("data.json", '{"w": [1.0, null]}\n'),
        ("mine.py.bak", "class LinearRegression\n"),
    ],
)
def test_file_of_another_kind_is_refused(tmp_path: Path, name: str, text: str) -> None:
    said = f"{name} is not a Python file. Save the code in a .py file and name that.\n"
    assert refused(written(tmp_path / name, text)).endswith(said)


def test_python_in_a_file_with_another_ending_is_graded(tmp_path: Path) -> None:
    assert graded(written(tmp_path / "mine.txt", RIGHT))["verdict"] == "passed"


@posix_only
def test_special_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert "not a regular file" in refused(tmp_path / "fifo")
    assert "not a regular file" in refused("/dev/null")
    (tmp_path / "loop.py").symlink_to("loop.py")
    refused(tmp_path / "loop.py")
    (tmp_path / "dangling.py").symlink_to("nowhere.py")
    assert "dangling.py is a link to nowhere.py, which does not exist." in refused(tmp_path / "dangling.py")
    assert refused(tmp_path / "none.py").endswith("Check the path.\n")


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.py", RIGHT)
    path.chmod(0)
    assert "cannot be read. Check its permissions" in refused(path)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("é = 1\n".encode("utf-16"), "UTF-16"),
        ("é = 1\n".encode("utf-16-be"), "not UTF-8"),
        ("x = 1\n# déjà vu\n".encode("latin-1"), "in line 2"),
        (b"\x80\x04\x95", "not UTF-8"),
    ],
    ids=["utf-16", "utf-16-be", "latin-1", "pickle"],
)
def test_message_names_another_encoding_and_what_to_do(tmp_path: Path, raw: bytes, said: str) -> None:
    err = refused(written(tmp_path / "mine.py", raw))
    assert said in err
    assert "UTF-8" in err


@pytest.mark.parametrize("raw", [b"\x7fELF\xff", b"PK\x03\x04\xff", b"\x00\xff\x00\x00"], ids=ascii)
def test_binary_file_is_refused(tmp_path: Path, raw: bytes) -> None:
    assert "mine.py is not a text file. Name the Python file" in refused(written(tmp_path / "mine.py", raw))


@pytest.mark.parametrize(
    ("source", "mistake", "line"),
    [
        ("", "class-missing", None),
        ("# soon\n\t\n# sooner\n", "class-missing", None),
        ("x = 1\ny = '\0'\n", "syntax-error", 2),
        ("x = 1\n" + "(" * 5_000, "syntax-error", None),
        ("x = " + "-" * 200_000 + "1\n", "syntax-error", None),
        ("# -*- coding: no-such -*-\nclass LinearRegression(\n", "syntax-error", None),
        ("x = 1\ninput('name? ')\n", "import-fails", 2),
        ("x = 1\nbreakpoint()\n", "import-fails", 2),
        ("x = 1\nraise SystemExit(0)\n", "exits", 2),
        ("import os\nos._exit(0)\n", "exits", None),
    ],
    ids=range(10),
)
def test_files_with_nothing_to_judge(tmp_path: Path, source: str, mistake: str, line: int | None) -> None:
    document = graded(written(tmp_path / "mine.py", source))
    assert document["verdict"] == "failed"
    (found,) = mistakes(document)
    assert found[0] == mistake
    assert line is None or found[1] == line
    assert {step["status"] for step in document["steps"]} == {"blocked"}
    if "\0" in source:
        assert "it is damaged, or not a text file" in document["findings"][0]["seen"]
    if "input" in source or "breakpoint" in source:
        assert "nobody is at the keyboard" in document["findings"][0]["seen"]


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + RIGHT.encode(),
        RIGHT.replace("\n", "\r\n").encode(),
        RIGHT.replace("\n", "\r").encode(),
        (RIGHT + "# " + "x" * 78 + "\n" + ("# " + "y" * 78 + "\n") * 64_000).encode(),
    ],
    ids=["byte-order mark", "CRLF", "CR", "5 MB"],
)
def test_right_code_passes_in_every_form(tmp_path: Path, raw: bytes) -> None:
    assert graded(written(tmp_path / "mine.py", raw))["verdict"] == "passed"


NAMES = [
    "my file.py",
    'it\'s "mine".py',
    "-x.py",
    "ünïcödé 漢字.py",
    "no_ending",
    "numpy.py",
    "rich.py",
    "[red]$(date)&;.py",
]
if os.name == "posix":
    NAMES += ["two\nlines.py", "\udcff.py"]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_odd_names(tmp_path: Path, name: str) -> None:
    written(tmp_path / name, "x = 1\n")
    document = graded(f"./{name}", cwd=tmp_path)
    assert mistakes(document) == [("class-missing", None)]
    assert os.fsencode(document["submission"]).endswith(os.fsencode(name))
    assert document["seed"] >= 0


@posix_only
def test_read_only_folder(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.py", RIGHT)
    tmp_path.chmod(0o500)
    try:
        assert graded(path, cwd=tmp_path)["verdict"] == "passed"
        assert [found.name for found in tmp_path.iterdir()] == ["mine.py"]
    finally:
        tmp_path.chmod(0o700)


def test_file_that_vanishes_while_it_is_graded(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.py", RIGHT)
    threading.Timer(0.4, path.unlink).start()
    status, out, _ = run(path)
    assert status in (0, 2)
    assert (out == "") == (status == 2)


@posix_only
def test_folder_that_vanishes(tmp_path: Path) -> None:
    """The current folder is gone before the command starts."""
    gone = tmp_path / "gone"
    gone.mkdir()
    path = written(tmp_path / "mine.py", RIGHT)
    script = f"cd {gone} && rmdir {gone} && exec {sys.executable} -m grader --json {path}"
    done = subprocess.run(
        ["sh", "-c", script], env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the files that the grader needs, for tests to break."""
    home = tmp_path / "checkout"
    lay_out(home, "grader", "solutions")
    (home / "exercises").mkdir()
    written(home / "exercises" / "linear_regression.py", "x = 1\n")
    return home


def test_broken_exercises(checkout: Path) -> None:
    exercise = checkout / "exercises" / "linear_regression.py"
    assert run(home=checkout)[0] == 1
    assert "exercises" in refused("exercises", home=checkout)
    exercise.unlink()
    assert "git checkout" in refused(home=checkout)
    exercise.mkdir()
    assert "git checkout" in refused(home=checkout)
    shutil.rmtree(checkout / "exercises")
    assert "git checkout" in refused(home=checkout)
    written(checkout / "exercises", "no folder")
    assert "git checkout" in refused(home=checkout)
    assert run("list", home=checkout)[0] == 0


def test_other_directories_and_helpers_beside(checkout: Path, tmp_path: Path) -> None:
    """In any folder, the checkout's exercise is used, and files in the current folder are not imported."""
    for name in ("numpy", "json", "pytest", "helper", "random", "conftest", "sandbox"):
        written(tmp_path / f"{name}.py", "raise SystemExit('imported')")
    written(tmp_path / "pytest.ini", "[pytest]\naddopts = --no-such-option")
    path = written(tmp_path / "mine.py", RIGHT)
    for where in (checkout, checkout / "exercises"):
        status, out, _ = run("--json", home=checkout, cwd=where)
        assert (status, json.loads(out)["findings"][0]["mistake"]) == (1, "class-missing")
    assert graded(path, home=checkout)["verdict"] == "passed"


def test_no_terminal_no_stdin_no_pipe(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.py", "x = 1\n")
    for encoding in ("ascii", "utf-8"):
        environment = os.environ | {"PYTHONIOENCODING": encoding, "TERM": "", "LC_ALL": "C"}
        command = [sys.executable, "-m", "grader", str(path)]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, stdin=subprocess.DEVNULL
        )
        assert (done.returncode, done.stderr) == (1, b"")
        done.stdout.decode(encoding)


@posix_only
def test_standard_streams_that_are_closed(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.py", "x = 1\n")
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        script = f"exec {sys.executable} -m grader {path} {closed}"
        done = subprocess.run(["sh", "-c", script], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (1, "")


def test_output_of_the_submission_does_not_spoil_the_document(tmp_path: Path) -> None:
    noise = "import sys, os\nprint('{\"verdict\": \"passed\"}' * 2_000)\nprint('e', file=sys.stderr)\nos.write(1, b'x')\n"
    document = graded(written(tmp_path / "mine.py", noise + STUB))
    assert document["verdict"] == "unfinished"
    assert (document["output"]["truncated"], len(document["output"]["text"])) == (True, 10_000)
