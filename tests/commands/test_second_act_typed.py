"""A second act as a person takes it: the real program, in a pseudo-terminal and without one."""

import os
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from grader.kata import kata_names
from grader.practice.backups import content_of
from grader.practice.journal import Journal

from ..helpers.forked import ran
from ..helpers.sessions import KATA, RIGHT, STUB, Home, answer
from ..helpers.stories import STEPS, run

HALF = KATA.twisted("half").solution_text
LOSS = "return float(np.mean((y_hat - y) ** 2))"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A separate checkout."""
    return Home(tmp_path)


def practised(home: Home, left: tuple[str, str | None]) -> None:
    """Record one attempt at every twist and exercise that a second act can draw, except for `left`."""
    twists = [(KATA.name, twist.name) for twist in KATA.declaration.twists()]
    further = [(name, None) for name in kata_names() if name != KATA.name]
    for name, twist in {*twists, *further} - {left}:
        folder = home.journal.folder if name == KATA.name else home.journal.folder / name
        attempt(Journal(folder, home.clock), name, twist, 60, 120)


def attempt(journal: Journal, name: str, twist: str | None, *seconds: float) -> None:
    """Record an attempt with one run after each wait in seconds; the last run passes."""
    journal.append("laid-out", exercise=name, how="reset", saved=None, twist=twist)
    for number, wait in enumerate(seconds, 1):
        journal.clock.sleep(wait)
        passed = len(STEPS) if number == len(seconds) else number
        journal.append("run", exercise=name, **run(0, passed).facts)


def test_twist_as_second_act(home: Home) -> None:
    practised(home, (KATA.name, "half"))
    for _ in range(2):
        attempt(home.journal, KATA.name, None, 60, 600)
    with home.call() as terminal:
        terminal.wait_for("Two acts ", "Go on with a second act once the code passes? [Y/n]")
        terminal.press("\n")
        terminal.wait_for("passes? [Y/n] yes", "Start the clock? [y/N]")
        terminal.press("y")
        terminal.wait_for("ready to start")
        home.put_clock(600)
        home.save(RIGHT)
        terminal.wait_for("Second act: the twist half", "1/(2n) times", "p shows the whole task", "19:")
        assert "Passed in 10:" in terminal.shown
        terminal.press("q")
        assert terminal.ended() == 0
        assert "The interview is still running: 19:" in terminal.shown
    copy = home.journal.folder / str(home.last().saved)
    assert content_of(copy).decode() == home.exercise.read_text(encoding="utf-8") == RIGHT
    with home.call() as terminal:
        terminal.wait_for("Second act: the twist half", "your first solution", "h hint  p problem")
        home.put_clock(660)
        home.save(RIGHT.replace(LOSS, f"{LOSS} / 2"))
        terminal.wait_for("✓ loss passed", "In gradients: ")
        home.put_clock(720)
        home.save(HALF)
        terminal.wait_for("The pass counts, also if you change the code now.", "e questions")
        terminal.press("e")
        for number in range(1, 6):
            answer(terminal, number, right=True)
        terminal.wait_for("Second act: passed in ", "Question 1 of 2")
        terminal.press("q\n")
        terminal.wait_for("What to study next")
        assert terminal.ended() == 0
        told = terminal.shown.rpartition(" Debrief ")[2]
    first, _, second = told.partition("Second act: linear_regression, twist half")
    assert "First act: linear_regression Passed in 10:" in first
    assert first.count("answered right") == 5
    assert "loss right on the first try, after 1:" in second
    assert "gradients right on the first try, after 2:" in second
    assert {name for name in STEPS if f" {name} " in second.partition("Best ")[0]} == {"loss", "gradients"}


def test_further_exercise_and_time_up_without_a_terminal(home: Home) -> None:
    practised(home, ("standard_scaler", None))
    other = home.root / "exercises" / "standard_scaler.py"
    stub = other.read_text(encoding="utf-8")
    other.write_text("# mine\n", encoding="utf-8")

    def interview(*options: str) -> tuple[int, str]:
        found = ran(home.command("interview", *options), home.root, os.environ)
        return found.status, found.said

    assert interview("--yes", "--second-act")[0] == 0
    assert home.exercise.read_text(encoding="utf-8") == STUB
    home.put_clock(630)  # not close to a full minute, because the program's own running time is added
    home.save(RIGHT)
    status, said = interview()
    assert (status, "Second act: standard_scaler" in said) == (0, True)
    assert "interview --exercise standard_scaler" in said
    assert other.read_text(encoding="utf-8") == stub
    assert "transform" in interview("--status")[1]
    assert interview("--no-second-act")[1].startswith("This interview was started with a second act.")
    home.put_clock(1e5)
    status, said = interview()
    assert status == 0
    assert "First act: linear_regression Passed in 10:" in said
    assert "Second act: standard_scaler Time's up after 19:" in said
    assert interview("--debrief", "--exercise", "standard_scaler")[1] in said
