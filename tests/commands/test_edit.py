"""`edit`: which editor it opens, with which arguments, and at which line."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from grader.commands import edit
from grader.kata import find_kata
from grader.submission import Submission, UsageError
from grader.verdict import Verdict

from ..helpers import pages
from ..helpers.checkouts import Checkout, checkout
from ..helpers.paths import ROOT
from ..helpers.reports import ASCENDS, CASES, SOURCE, SYNTAX, UNDIVIDED, verdict
from ..helpers.sessions import STUB

__all__ = ["checkout"]

KATA = find_kata()
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def program(folder: Path, name: str, script: str = "") -> Path:
    """Write a fake editor that records its arguments, and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    note = f'printf "%s\\n" "$@" > "{folder}/part" && mv "{folder}/part" "{folder}/called"'
    path.write_text(f"#!/bin/sh\n{script}\n{note}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@posix
@pytest.mark.parametrize(
    ("name", "arguments", "in_a_terminal"),
    [
        ("code", "-g my.py:7", False),
        ("cursor", "-g my.py:7", False),
        ("subl", "my.py:7", False),
        ("hx", "my.py:7", True),
        ("vim", "+7 my.py", True),
        ("vim.basic", "+7 my.py", True),
        ("nano", "+7 my.py", True),
        ("emacs", "+7 my.py", True),
        ("emacsclient", "+7 my.py", False),
        ("gvim", "+7 my.py", False),
        ("idea64", "--line 7 my.py", False),
        ("pycharm.sh", "--line 7 my.py", False),
        ("kate", "--line 7 my.py", False),
        ("unheard-of", "my.py", True),
    ],
)
def test_each_editor_gets_the_line_in_its_own_option(
    name: str, arguments: str, in_a_terminal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    path = str(program(tmp_path, name))
    editor = edit.chosen({"EDITOR": f"'{path}' --own 'a b'"})
    assert editor.at("my.py", 7) == [path, "--own", "a b", *arguments.split()]
    assert editor.in_a_terminal is in_a_terminal
    assert "-x.py" not in editor.at("-x.py", 7)
    monkeypatch.setenv("DISPLAY", ":0")
    if name == "emacs":
        assert not edit.chosen({"EDITOR": path}).in_a_terminal
        assert edit.chosen({"EDITOR": f"{path} -nw"}).in_a_terminal


@posix
def test_link_and_path_with_a_space_are_known(tmp_path: Path) -> None:
    (tmp_path / "editor").symlink_to(program(tmp_path, "vim.tiny"))
    assert edit.chosen({"VISUAL": str(tmp_path / "editor")}).name == "vim"
    spaced = program(tmp_path / "my programs", "subl")
    assert edit.chosen({"VISUAL": str(spaced), "EDITOR": "vim"}).at("a", 1) == [str(spaced), "a:1"]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "Neither $VISUAL nor $EDITOR says which editor you use. Set one of them"),
        ({"EDITOR": " "}, "Neither"),
        ({"EDITOR": "no-such-editor -x"}, "$EDITOR is 'no-such-editor -x', but there is no such program."),
        ({"VISUAL": "vim '"}, '$VISUAL is "vim \'", which cannot be read'),
    ],
)
def test_what_to_do_without_an_editor(environment: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as error:
        edit.chosen(environment)
    assert said in str(error.value)


def test_editors_of_the_docs_are_known() -> None:
    table = pages.doc("editor").split("| editors |")[1].split("\n\n")[0]
    for names, form in (row.split("|")[1:3] for row in table.splitlines()[2:-1]):
        wanted = form.strip().strip("`").replace("LINE", "7").replace("FILE", "f").split()
        for name in names.replace("and other JetBrains editors", "").replace("`", "").split(","):
            for one in name.split():
                assert edit.Editor((one,), one).at("f", 7) == [one, *wanted]


def opened(case: Verdict, step: str | None = None, source: str = STUB) -> int:
    """The line at which the editor opens the file."""
    return edit.line_of(KATA, case, Submission("my.py", source), step)


def todo_of(method: str) -> int:
    """The line of a method's TODO in the stub."""
    return STUB[: STUB.index("# TODO", STUB.index(f"def {method}("))].count("\n") + 1


def test_line_is_that_of_the_finding_or_of_the_todo() -> None:
    assert opened(CASES["stub"]) == opened(CASES["stub"], "vectorization") == todo_of("predict")
    assert opened(CASES["stub"], "fit") == opened(CASES["half_way"], "fit") == todo_of("fit")
    assert opened(CASES["several"]) == opened(CASES["several"], "gradients") == UNDIVIDED.line
    assert opened(CASES["several"], "fit") == ASCENDS.line
    assert opened(CASES["loading"], "fit") == SYNTAX.line
    assert opened(CASES["passed"], "init", SOURCE) == 6
    assert (
        opened(CASES["passed"], "loss", SOURCE)
        == SOURCE.splitlines().index("    def compute_loss(self, y_hat, y):") + 2
    )
    assert opened(verdict("failed", {}, replace(UNDIVIDED, line=None)), None, SOURCE) == 4
    assert opened(CASES["stub"], source="") == 1


@posix
def test_command_opens_the_editor(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    called = checkout.root / "called"
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{program(checkout.root, 'vim')} -u NONE")
    number = todo_of("compute_loss")
    file = os.path.join("exercises", "linear_regression.py")
    assert checkout.run("edit", "compute_loss") == f"Opening in vim: {file}:{number}\n"
    assert called.read_text(encoding="utf-8").split() == ["-u", "NONE", f"+{number}", file]
    monkeypatch.delenv("EDITOR")
    assert "export EDITOR=code" in checkout.refusal("edit")
    assert checkout.events() == []


@posix
@pytest.mark.parametrize(("script", "how"), [("exit 3", "status 3"), ("kill -9 $$", "signal 9")])
def test_failing_editor_is_named(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, script: str, how: str
) -> None:
    monkeypatch.setenv("VISUAL", str(program(checkout.root, "vim", script)))
    said = f"vim ended with {how}. Check that your file is saved. To use another editor, set $VISUAL"
    assert said in checkout.run("edit", status=1)


@posix
def test_window_is_not_waited_for(tmp_path: Path) -> None:
    go = tmp_path / "go"
    slow = program(tmp_path, "code", f'while ! [ -e "{go}" ]; do sleep 0.05; done')
    code = (
        "from grader.commands import edit;"
        f" e = edit.chosen({{'EDITOR': {str(slow)!r}}}); print(edit._open(e, e.at('my.py', 3)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
    assert not (tmp_path / "called").exists()
    go.touch()
    end = time.monotonic() + 60
    while not (tmp_path / "called").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert (tmp_path / "called").read_text(encoding="utf-8").split() == ["-g", "my.py:3"]
