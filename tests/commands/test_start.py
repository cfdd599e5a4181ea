"""How the command starts, and what it does if stdout is missing or closed."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader import __version__, cli
from grader.commands import COMMANDS, watch
from grader.commands.interviews import screen
from grader.commands.shared import streams

from ..helpers.paths import ROOT
from ..helpers.streams import TerminalStream


def test_starts_from_any_folder(tmp_path: Path) -> None:
    """Run without PYTHONPATH: only the installation makes the package importable."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "grader", "--version"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.startswith("grader ")) == (0, True), done.stderr


@pytest.mark.parametrize(
    ("option", "said"), [("--version", f"grader {__version__}"), ("--help", "commands:")]
)
def test_version_and_help(capsys: pytest.CaptureFixture[str], option: str, said: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([option])
    assert ended.value.code == 0
    out, _ = capsys.readouterr()
    assert said in out
    assert out.isascii()


@pytest.mark.parametrize(
    ("command", "keys"), [("watch", watch.HELP), ("interview", screen.HELP), ("quiz", {})]
)
def test_help_of_a_command_lists_its_keys(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, keys: dict[str, str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    out, _ = capsys.readouterr()
    listed = " ".join(out.partition("keys, on a terminal:")[2].split())
    assert listed == " ".join(f"{key} {text}" for key, text in keys.items())
    assert max(map(len, out.partition("keys,")[2].splitlines() or [""])) <= 60


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_and_breaks_no_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    narrow = capsys.readouterr().out
    assert max(map(len, narrow.splitlines())) <= width
    monkeypatch.setenv("COLUMNS", "1000")
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    assert narrow.split() == capsys.readouterr().out.split()


@pytest.mark.parametrize("write", [streams.write, streams.write_ascii])
def test_closed_pipe_is_not_an_error(monkeypatch: pytest.MonkeyPatch, write: Callable[[str], None]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w", encoding="utf-8", closefd=True) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        write("x" * 100_000)
        write("y")


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("quiz takes no argument, but 'x' was given. Type: python -m grader quiz",
         ["quiz takes no argument, but 'x' was", "given. Type: python -m grader quiz"]),
        ("There is no file x.py. To get the exercise back: git checkout -- exercises/linear_regression.py",
         ["There is no file x.py. To get the", "exercise back:",
          "  git checkout -- exercises/linear_regression.py"]),
        ("unrecognized word, or so it seems. See python -m grader --help.",
         ["unrecognized word, or so it seems. See", "  python -m grader --help."]),
        ("one that fits. See python -m grader", ["one that fits. See python -m grader"]),
        ("no command is here: only words that go on and on",
         ["no command is here: only words that go", "on and on"]),
    ],
)  # fmt: skip
def test_messages_are_wrapped_only_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, said: str, rows: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for stream, expected in ((TerminalStream(), rows), (io.StringIO(), [said])):
        monkeypatch.setattr(sys, "stderr", stream)
        streams.tell(said)
        assert stream.getvalue() == "\n".join(expected) + "\n"


def test_nothing_heavy_is_imported_before_the_command_is_known() -> None:
    code = "import sys, grader.cli; print(sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in ("numpy", "rich", "pytest", "json", "subprocess", "difflib"):
        assert repr(name) not in done.stdout
