"""`--problems`: one line per finding that the patterns in the docs can parse; `watch` prints the same."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.report.formats import problems
from grader.report.terminal import Background

from ..helpers import pages
from ..helpers.fakes import Fakes, fakes
from ..helpers.paths import ROOT
from ..helpers.reports import FILE, SCALARS, SOURCE, TITLES, UNDIVIDED, verdict
from ..helpers.sessions import STUB, with_methods

__all__ = ["fakes"]

DOCS = pages.doc("editor")
GROUPS = ("file", "line", "column", "severity", "message", "code")
TASKS = json.loads(pages.block(DOCS, '{\n  "version"'))["tasks"]
PATTERNS = [task["problemMatcher"]["pattern"] for task in TASKS]
BACKGROUND = next(task["problemMatcher"]["background"] for task in TASKS if task.get("isBackground"))
VIM = pages.block(DOCS, "autocmd")
(ERRORFORMAT,) = re.findall(r"errorformat=\n *\\(.*)", VIM)
IN_VIM = {"%f": "(?P<file>.+?)", "%l": r"(?P<line>\d+)", "%c": r"(?P<column>\d+)", "%m": "(?P<message>.+)"}
GNU = r"(?P<file>[^ \n:][^\n]*?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning): (?P<message>.+)"
"""The line format of Emacs' built-in `gnu` rule, which follows the GNU coding standards."""

BOTH = verdict("failed", {}, UNDIVIDED, SCALARS)
READ = [
    (FILE, "17", "9", "error", f"{TITLES[UNDIVIDED.mistake]}: {UNDIVIDED.seen}", UNDIVIDED.mistake),
    (FILE, "13", "9", "warning", f"{TITLES[SCALARS.mistake]}: {SCALARS.seen}", SCALARS.mistake),
]


def lines(case: Any, source: str = SOURCE, encoding: str = "utf-8") -> list[str]:
    """The lines that `--problems` prints for a verdict."""
    return problems.text(case, Background(source.split("\n"), TITLES), encoding).splitlines()


def test_check_prints_them_and_nothing_else(fakes: Fakes) -> None:
    for outcome, status in (("failed", 1), ("passed", 0), ("unfinished", 1)):
        fakes.outcome = outcome
        found = "my.py:1:1: error: b is left out: 0 [predict-ignores-bias]\n"
        assert fakes.run("my.py", "--problems", status=status) == (found if outcome == "failed" else "")
    assert fakes.run("--problems", "--junit", "a.xml", status=1) == ""
    assert Path("a.xml").exists()
    assert fakes.events() == []  # like --json, it adds nothing to the history


def test_line_of_a_finding() -> None:
    assert lines(BOTH) == [f"{f}:{n}:{c}: {s}: {m} [{i}]" for f, n, c, s, m, i in READ]
    for line, source, place in ((None, "a", "1:1"), (99, "a", "99:1"), (1, "\t  x", "1:4"), (1, "  ", "1:1")):
        case = verdict("failed", {}, replace(UNDIVIDED, line=line))
        assert lines(case, source)[0].startswith(f"{FILE}:{place}: error: ")


def test_every_finding_is_on_one_harmless_line() -> None:
    case = verdict("failed", {}, replace(UNDIVIDED, seen="a\r\nb\nc\rd\x1b[2J é"))
    case = replace(case, submission="x\ny.py")
    (line,) = lines(case, encoding="ascii")
    assert line.startswith("x y.py:17:9: error: ")
    assert line.endswith(r": a b c d\x1b[2J \xe9 [gradient-not-divided-by-n]")


@pytest.mark.parametrize("pattern", PATTERNS, ids=[task["label"] for task in TASKS])
def test_vs_code_reads_them(pattern: dict[str, Any]) -> None:
    for name in (FILE, r"C:\my work\a:b.py"):
        for line, wanted in zip(lines(replace(BOTH, submission=name)), READ, strict=True):
            match = re.fullmatch(pattern["regexp"].removeprefix("^").removesuffix("$"), line)
            assert match is not None
            assert tuple(match[pattern[group]] for group in GROUPS) == (name, *wanted[1:])


def test_emacs_reads_them() -> None:
    assert "rule `gnu`" in DOCS
    for line, wanted in zip(lines(BOTH), READ, strict=True):
        match = re.fullmatch(GNU, line)
        assert match is not None
        assert match.group(*GROUPS[:4]) == wanted[:4]


def vim_reads(line: str) -> dict[str, str] | None:
    """The fields that Vim reads from a line, by the first matching format of the docs; None without one."""
    for one in ERRORFORMAT.replace("\\ ", " ").split(","):
        pattern = "".join(
            IN_VIM.get(part) or ("(?P<type>.)" if part == "%t" else re.escape(part))
            for part in re.findall(r"%.|[^%]+", one)
        )
        if match := re.fullmatch(pattern, line):
            return match.groupdict()
    return None


def test_vim_reads_them() -> None:
    for line, (file, number, column, severity, message, id_) in zip(lines(BOTH), READ, strict=True):
        assert vim_reads(line) == {"file": file, "line": number, "column": column, "type": severity[0],
                                   "message": f"{message} [{id_}]"}  # fmt: skip
    assert vim_reads(f"grading {FILE}") is None


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
def test_vim_itself_reads_them(tmp_path: Path) -> None:
    said, held = tmp_path / "said", tmp_path / "held"
    said.write_text("\n".join(lines(BOTH)) + "\n", encoding="utf-8")
    (tmp_path / "vimrc").write_text(VIM, encoding="utf-8")
    list_ = "map(getqflist(), {_, f -> [bufname(f.bufnr), f.lnum, f.col, f.type, f.text]})"
    commands = [f"cgetfile {said}", f"call writefile([json_encode({list_})], '{held}')", "qa!"]
    given = [word for command in commands for word in ("-c", command)]
    vim = ["vim", "-N", "-es", "-u", str(tmp_path / "vimrc"), "exercises/linear_regression.py", *given]
    subprocess.run(vim, cwd=ROOT, stdin=subprocess.DEVNULL, timeout=60, check=True)
    assert json.loads(held.read_text(encoding="utf-8")) == [
        [file, int(line), int(column), severity[0], f"{message} [{id_}]"]
        for file, line, column, severity, message, id_ in READ
    ]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    """A file, and the real program watching it."""
    file = tmp_path / "my.py"
    file.write_text(with_methods(predict="return X @ self.w"), encoding="utf-8")
    command = [sys.executable, "-m", "grader", "watch", "--problems", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        yield file, process
        process.kill()


def until_graded(process: "subprocess.Popen[str]") -> list[str]:
    """Read the lines of one grading."""
    assert process.stdout is not None
    found = []
    for line in process.stdout:
        found.append(line.rstrip("\n"))
        if re.search(BACKGROUND["endsPattern"], found[-1]):
            break
    return found


def test_every_save_writes_a_frame(watched: tuple[Path, "subprocess.Popen[str]"]) -> None:
    file, process = watched
    begun, found, graded = until_graded(process)
    assert re.search(BACKGROUND["beginsPattern"], begun)
    assert (begun, graded) == (f"grading {file}", f"graded {file}")
    for pattern in PATTERNS:
        match = re.search(pattern["regexp"], found)
        assert match is not None
        assert (match[pattern["file"]], match[pattern["code"]]) == (str(file), "predict-ignores-bias")
        assert (match[pattern["line"]], match[pattern["column"]]) == ("26", "9")
    said = vim_reads(found)
    assert said is not None and said["line"] == "26"
    file.write_text(STUB, encoding="utf-8")
    assert until_graded(process) == [begun, graded]
    process.terminate()
    if os.name == "posix":
        assert process.wait(60) == 0
