"""The console script `kata`, and its shell completion, which offers everything that the parser accepts."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from grader import cli
from grader.commands import COMMANDS, completion
from grader.kata import find_kata, kata_names

from ..helpers.forked import Command, ran
from ..helpers.paths import ROOT

OPTIONS = {
    name: [option for action in cli._parser_of(name)._actions for option in action.option_strings]
    for name in COMMANDS
}
WORDS = {
    "edit": find_kata().steps,
    "hint": find_kata().steps,
    "list": kata_names(),
    "explain": find_kata().catalogue,
    "compare": ["compute_gradients"],
    "completion": ["bash", "zsh", "fish"],
}


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The completion script that the command prints for a shell."""
    assert cli.main(["completion", shell]) == 0
    return capsys.readouterr().out


def test_nothing_that_a_parser_takes_is_left_out() -> None:
    told = {command.name: command for command in completion.described(cli._parser_of)}
    assert list(told) == list(COMMANDS)
    for name, command in told.items():
        assert [option for one in command.options for option in one.names] == OPTIONS[name]
        assert set(WORDS.get(name, ())) <= set(command.words)
        for action in cli._parser_of(name)._actions:
            one = next((one for one in command.options if one.names == tuple(action.option_strings)), None)
            assert (one is None) is (not action.option_strings)
            assert one is None or bool(one.takes) is (action.nargs != 0)


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_no_command_and_no_option_is_missing(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = script(shell, capsys)
    assert f"kata completion {shell}" in text.splitlines()[0 if shell != "zsh" else 1]
    for name, options in OPTIONS.items():
        for option in options:
            where = {
                "bash": rf"^ *{name}:-\*\) words='[^']*{option}[ ']",
                "zsh": rf"^ *\({name}\) options=\(.*'{option}[:']",
                "fish": rf"^complete -c kata -n '__kata_is {name}'.* -(l {option[2:]}|s {option[1:]}) ",
            }[shell]
            assert re.search(where, text, re.MULTILINE), (name, option)


def completed(text: str, *lines: str) -> list[list[str]]:
    """The completions that bash offers for the last word of each line."""
    asks = [
        f"COMP_WORDS=({line}{' ' + chr(39) * 2 if line.endswith(' ') else ''});"
        " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=(); _kata; echo ${COMPREPLY[*]}"
        for line in lines
    ]
    done = subprocess.run(
        ["bash", "--norc", "-c", "\n".join([text, *asks])],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return [line.split() for line in done.stdout.splitlines()]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes(capsys: pytest.CaptureFixture[str]) -> None:
    text = script("bash", capsys)
    for name, found in zip(COMMANDS, completed(text, *(f"kata {name} -" for name in COMMANDS)), strict=True):
        assert found == OPTIONS[name]
    for name, found in zip(WORDS, completed(text, *(f"kata {name} " for name in WORDS)), strict=True):
        assert set(WORDS[name]) <= set(found)
    first, usual, started, value, equals, files, number = completed(
        text, "kata ", "kata --js", "kata his", "kata hint --exercise rid", "kata --exercise = rid",
        "kata --html grader/d", "kata --seed ",
    )  # fmt: skip
    assert {*COMMANDS, *kata_names(), "README.md"} <= set(first)
    assert (usual, started, value, equals) == (["--json"], ["history"], ["ridge_regression"], value)
    assert (sorted(files), number) == (["grader/docs", "grader/doctor"], [])


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_accept_their_script(
    shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(script(shell, capsys), encoding="utf-8")
    subprocess.run([shell, "-n", str(tmp_path / "script")], check=True, timeout=60)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "completion needs the name of your SHELL"),
        (["tcsh"], "There is no completion for 'tcsh'"),
        (["bash", "zsh"], "completion takes one SHELL, but 2 were given"),
    ],
)
def test_another_shell_is_a_wrong_call(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["completion", *words]) == 2
    assert capsys.readouterr().err == f"{said}. Name one of: bash, zsh, fish.\n"


@pytest.fixture
def kata(tmp_path: Path) -> list[str]:
    """The command that runs the console script, written the way an installer writes it."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    module, _, function = declared["project"]["scripts"]["kata"].partition(":")
    path = tmp_path / "kata"
    lines = ["import sys", f"from {module} import {function}", f"sys.exit({function}())", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return [sys.executable, str(path)]


def test_kata_does_what_the_module_does(kata: list[str]) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}

    def said(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [*kata, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    for words in (["list"], ["--help"], ["hint", "--help"], ["lst"], ["reset", "x"], ["--jsn"]):
        status, own = said(*words)
        assert "python -m grader" not in own
        theirs = ran(Command(tuple(words)), ROOT, environment)
        assert status == theirs.status
        squeezed = re.sub(r"\s+", " ", (theirs.out + theirs.err).replace("python -m grader", "kata"))
        assert re.sub(r"\s+", " ", own) == squeezed
    status, own = said("solutions/linear_regression.py")
    assert (status, "Well done" in own) == (0, True)
