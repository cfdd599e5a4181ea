"""`reset`: it asks, keeps a backup, writes the stub, and can bring the old file back."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from ..helpers.checkouts import Checkout, lay_out
from ..helpers.fakes import STUB, Fakes, fakes
from ..helpers.forked import PROGRAM, Command
from ..helpers.paths import ROOT

__all__ = ["fakes"]

MINE = "import numpy as np\n"
KEPT = os.path.join("exercises", ".grader", "saved", "linear_regression-0001-20261124T183000Z.py")


def events(fakes: Fakes) -> list[tuple[str, object, object]]:
    """The recorded events, each with `how` and `saved`."""
    return [(r.event, r.facts["how"], r.facts["saved"]) for r in fakes.past().records]


def test_reset_keeps_the_file_and_lays_out_the_stub(fakes: Fakes) -> None:
    out = fakes.run("reset", "--yes")
    assert (fakes.held, Path(KEPT).read_text(encoding="utf-8")) == (STUB, MINE)
    assert all(text in out for text in (f"Backup {KEPT}", "python -m grader reset --undo", "write predict"))
    assert events(fakes) == [("laid-out", "reset", "saved/linear_regression-0001-20261124T183000Z.py")]


def test_fresh_stub_begins_an_attempt_without_a_question(fakes: Fakes) -> None:
    for begin in (lambda: fakes.exercise.write_text(STUB, encoding="utf-8"), fakes.exercise.unlink):
        begin()
        assert "Backup" not in fakes.run("reset")
        assert fakes.held == STUB
    assert events(fakes) == [("laid-out", "reset", None)] * 2


def test_undo_brings_the_last_one_back_and_keeps_what_it_replaces(fakes: Fakes) -> None:
    fakes.run("reset", "--yes")
    assert "is restored from" in fakes.run("reset", "--undo")
    assert fakes.held == MINE
    fakes.run("reset", "--yes")
    fakes.exercise.write_text("half\n", encoding="utf-8")
    for held in (MINE, "half\n"):
        fakes.run("reset", "--undo", "--yes")
        assert fakes.held == held


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "reset backs up your file and replaces it."),
        (["--undo"], f"reset --undo backs up your file and restores {KEPT}."),
    ],
)
def test_without_a_terminal_it_needs_a_yes(fakes: Fakes, options: list[str], said: str) -> None:
    fakes.run("reset", "--yes")
    fakes.exercise.write_text("mine\n", encoding="utf-8")
    refused = fakes.refusal("reset", *options)
    assert refused.startswith(said)
    assert "add --yes" in refused
    assert fakes.held == "mine\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("command", ["reset", "interview"])
def test_folder_that_cannot_be_written_changes_nothing(fakes: Fakes, command: str) -> None:
    fakes.exercise.parent.chmod(0o500)
    try:
        refused = fakes.refusal(command, "--yes")
    finally:
        fakes.exercise.parent.chmod(0o700)
    said = "The folder exercises/ is not writable. Nothing was changed. Make it writable and run this again."
    assert (refused, fakes.held) == (f"{said}\n", MINE)


def test_exercise_that_is_a_folder_is_left(fakes: Fakes) -> None:
    fakes.exercise.unlink()
    fakes.exercise.mkdir()
    refused = fakes.refusal("reset", "--yes")
    assert "Nothing was changed." in refused
    assert "Is a directory" in refused or os.name != "posix"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A copy of the project without git, whose exercise has been edited."""
    checkout = lay_out(tmp_path, *PROGRAM, "exercises")
    checkout.put("mine\n")
    return checkout


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(
    ("typed", "status", "said", "held"),
    [
        ("y", 0, "is a blank stub now", None),
        ("\x1b[Ay", 0, "is a blank stub now", None),
        ("YES\n", 0, "is a blank stub now", None),
        ("\n", 0, "Nothing was changed.", "mine\n"),
        ("n", 0, "Nothing was changed.", "mine\n"),
        ("w", 0, "Nothing was changed.", "mine\n"),
        ("\x04", 0, "Nothing was changed.", "mine\n"),
        ("\x03", 130, "Interrupted. Nothing was changed.", "mine\n"),
    ],
)
def test_on_a_terminal_it_asks(
    checkout: Checkout, typed: str, status: int, said: str, held: str | None
) -> None:
    from ..helpers.terminals import Terminal

    with Terminal(Command(("reset",), checkout.root), folder=checkout.root) as terminal:
        terminal.wait_for("Continue? [y/N]")
        asked = terminal.shown
        assert "This replaces exercises/linear_regression.py with a blank stub." in asked
        assert said not in asked
        assert checkout.exercise.read_text(encoding="utf-8") == "mine\n"
        terminal.press(typed)
        assert terminal.ended() == status
        assert said in terminal.shown
        assert terminal.is_as_before()
    stub = (ROOT / "grader" / "katas" / "linear_regression" / "stub.txt").read_text(encoding="utf-8")
    assert checkout.exercise.read_text(encoding="utf-8") == (stub if held is None else held)


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
def test_question_is_shown_again_after_a_stop(checkout: Checkout) -> None:
    from ..helpers.terminals import Terminal

    with Terminal(Command(("reset",), checkout.root), folder=checkout.root) as terminal:
        terminal.wait_for("Continue? [y/N]")
        terminal.signal(signal.SIGSTOP)
        terminal.shell_says("\r\nwhat the shell says\r\n")
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(lambda screen: screen.endswith("Continue? [y/N]") and "shell" in screen, "again")
        terminal.press("n")
        assert terminal.ended() == 0
        assert terminal.shown.endswith("Continue? [y/N] no Nothing was changed.")


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
def test_key_pressed_before_the_question_is_ignored(checkout: Checkout) -> None:
    from ..helpers.terminals import Terminal, grader

    lay_out(checkout.root, "grader")
    script = f"echo ready; read line; exec {' '.join(grader('reset'))}"
    with Terminal(["sh", "-c", script], folder=checkout.root) as terminal:
        terminal.wait_for("ready")
        terminal.press("\ny")
        terminal.wait_for("Continue? [y/N]")
        terminal.press("n")
        assert terminal.ended() == 0
        assert "Continue? [y/N] no Nothing was changed." in terminal.shown
    assert checkout.exercise.read_text(encoding="utf-8") == "mine\n"


def test_stub_is_the_exercise_as_it_is_shipped() -> None:
    exercise = ROOT / "exercises" / "linear_regression.py"
    status = ["git", "status", "--porcelain", "--", str(exercise)]
    try:
        state = subprocess.run(status, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("there is no git to say whether the exercise is untouched")
    text = exercise.read_text(encoding="utf-8") if exercise.exists() else ""
    if state or text.count("raise NotImplementedError") < 4:
        pytest.skip("the exercise is written in")
    stub = ROOT / "grader" / "katas" / "linear_regression" / "stub.txt"
    assert stub.read_text(encoding="utf-8") == text
