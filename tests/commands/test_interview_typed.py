"""`interview` as a person uses it: the real program in a pseudo-terminal."""

import os
import re
import signal
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from ..helpers.sessions import KATA, KEYS, RIGHT, STUB, Home, answer, asked, prompted, with_methods
from ..helpers.terminals import Terminal

MINE = "# what was here before\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A separate checkout whose exercise already has code in it."""
    home = Home(tmp_path)
    home.save(MINE)
    return home


def begun(home: Home, *options: str) -> Terminal:
    """Start an interview and wait for its screen."""
    terminal = home.call("--no-second-act", *options)
    terminal.wait_for("Start the clock? [y/N]")
    terminal.press("y")
    terminal.wait_for("ready to start", KEYS)
    return terminal


def test_whole_interview(home: Home) -> None:
    with begun(home) as terminal:
        (kept,) = (home.journal.folder / "saved").glob("*.py")
        assert kept.read_text(encoding="utf-8") == MINE
        assert home.exercise.read_text(encoding="utf-8") == STUB
        terminal.wait_for(kept.name)
        assert "Good to meet you." in terminal.scrolled_off
        home.put_clock(60)
        home.save(with_methods("predict"))
        terminal.wait_for("predict passes now", "28:")
        home.put_clock(120)
        home.save(with_methods("predict", "compute_loss", compute_gradients="return X.T @ (y_hat - y), 0.0"))
        terminal.wait_for("loss passes now", "In gradients: ", "27:")
        split = re.compile(r"loss +1:\d\d +2:\d\d\n")
        terminal.wait_until(lambda seen: split.search(seen) is not None, split.pattern)
        terminal.press("h")
        terminal.wait_for("hint 1 of 4")
        home.put_clock(1200)
        home.save(RIGHT)
        terminal.wait_for("The pass counts, also if you change the code now.", "e questions")
        passed = terminal.shown
        home.save(RIGHT.replace("return X @ self.w", "return 2 * X @ self.w"))
        terminal.wait_for("In predict: ", "The pass counts", "e questions")
        home.save(RIGHT + "\n# polished\n")
        terminal.wait_for("e questions", without="In predict: ")
        terminal.press("e")
        terminal.wait_for("Question 1 of 5")
        assert "gradients, fit and vectorization pass now; 6 of 6 steps are right." in passed
        assert re.search(r"Passed in 20:\d\d of 30 minutes.", passed)
        given = [answer(terminal, number, right=number != 2) for number in range(1, 5)]
        fifth, letters = asked(terminal, 5)
        terminal.press("\x03")
        assert terminal.ended() == 130
    with home.call() as terminal:
        assert asked(terminal, 5) == (fifth, letters)
        terminal.press("s\n")
        terminal.wait_for("What to study next")
        assert terminal.ended() == 0
        assert terminal.is_as_before()
        put_off, _, told = terminal.shown.rpartition(" Debrief ")
    assert f"The answers to the questions that you skipped 1 of 1: {fifth.topic} {fifth.text}" in put_off
    assert f"Right {fifth.choices[fifth.right].text}" in put_off
    assert "2 versions more after the pass; the last one passes too." in told
    assert re.search(r"gradients right on try 2, after 20:\d\d; 1 hint", told)
    assert (told.count("answered right"), told.count("answered wrong")) == (3, 1)
    assert "with 1 hint: your first personal best." in told
    assert "in gradients, in 1 version, fixed" in told
    past = home.past()
    assert [one.facts["question"] for one in past.of("answer")] == given
    assert [one.event for one in past.records][-2:] == ["question-put-off", "interview-debriefed"]
    assert past.trouble == ""


def test_time_over(home: Home) -> None:
    with begun(home, "--minutes", "10") as terminal:
        home.save(with_methods("predict"))
        terminal.wait_for("predict passes now", "9:")
        home.put_clock(301)
        terminal.wait_for_raw("\x1b]2;5 min left: linear_regression\x1b\\\a", 0)
        home.put_clock(601)
        terminal.wait_for("Time's up after 10 minutes: 2 of 6 steps are right.", "Question 1 of 5")
        terminal.wait_for_raw("\x1b]2;Time's up: linear_regression\x1b\\\a", 0)
        terminal.press("q\n")
        terminal.wait_for("Continue  ")
        assert terminal.ended() == 1
    with home.call("--debrief") as terminal:
        terminal.wait_for("Again  ")
        assert terminal.ended() == 0
        assert "Debrief\nTime's up after 10 minutes: 2 of 6 steps are right." in terminal.scrolled_off


def test_left_and_taken_up_again(home: Home) -> None:
    for way, status in (("q", 0), ("\x04", 0), ("\x03", 130)):
        with home.call() if home.past().records else begun(home) as terminal:
            terminal.wait_for(KEYS)
            terminal.press(way)
            assert terminal.ended() == status
            assert terminal.is_as_before()
            terminal.wait_for("The interview is still running: ")
    with home.call() as terminal:
        terminal.wait_for("29:", KEYS)
        home.put_clock(600)
        terminal.wait_for("19:", KEYS)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 0
        terminal.wait_for("The interview is still running: 19:")
    home.put_clock(1801)
    with home.call() as terminal:
        terminal.wait_for("Time's up after 30 minutes: 1 of 6 steps is right.", "Question 1 of 5")
        terminal.press("\x03")
        assert terminal.ended() == 130
        terminal.wait_for("There are questions left. To continue: python -m grader interview\nInterrupted.")
    with home.call() as terminal:
        first = answer(terminal, 1, right=True)
        prompted(terminal, "Question 2 of 5")
        terminal.press("\x04")
        terminal.wait_for("Again  ")
        assert terminal.ended() == 1
    assert [one.facts["question"] for one in home.past().of("answer")] == [first]
    assert [one.event for one in home.past().of("interview-started", "interview-ended")] == [
        "interview-started",
        "interview-ended",
    ]


def test_clock_that_jumps(home: Home) -> None:
    with begun(home) as terminal:
        home.put_clock(-7200)
        terminal.wait_for("29:")
        home.save(with_methods("predict"))
        terminal.wait_for("predict passes now", "was set back by 2:00:00", "29:")
        split = re.compile(r"predict +\d:\d\d +\d:\d\d\n")
        terminal.wait_until(lambda seen: split.search(seen) is not None, split.pattern)
        home.put_clock(300)
        terminal.wait_for("24:")
        home.save(with_methods("predict", "compute_loss"))
        terminal.wait_for("loss passes now", "was set forward by 5:00, or the machine was asleep")
        home.put_clock(1e7)
        terminal.wait_for("Time's up after 30 minutes: 3 of 6 steps are right.", "Question 1 of 5")
        terminal.press("q\n")
        terminal.wait_for("Again  ")
        assert "this is not a personal best" in terminal.shown
    assert not re.search(r" -\d+:\d\d", terminal.shown)


def test_e_twice_ends_it(home: Home) -> None:
    with begun(home) as terminal:
        terminal.press("e")
        terminal.wait_for("End the interview? e ends it, any other key continues")
        terminal.press("x")
        terminal.wait_for(KEYS)
        terminal.press("ee")
        terminal.wait_for("Ended early: 1 of 6 steps is right.", "Question 1 of 5")
    assert home.last().how == "ended"


def test_task_in_brief(home: Home) -> None:
    with home.call("--brief", "--no-second-act") as terminal:
        terminal.wait_for("This leaves some points open.", "Start the clock? [y/N]")
        terminal.press("y")
        terminal.wait_for("ready to start", "a ask")
        assert KATA.brief is not None
        first = KATA.brief.mixed(home.last().id)[0]
        assert home.exercise.read_text(encoding="utf-8") == KATA.brief_stub
        terminal.press("a1")
        terminal.wait_for("What you can ask", f"1  {first.ask}", "Answer  ")
        terminal.press("eea")
        terminal.wait_for("Question 1 of 5")
        terminal.press("q\n")
        terminal.wait_for("Again  ")
        assert terminal.ended() == 1
    assert [one.facts["question"] for one in home.past().of("task-asked")] == [first.id]
    assert "What the brief left open" in terminal.shown
    assert first.matters == "" or f"Not asked  {first.ask}" not in terminal.shown


def test_second_pane_follows(home: Home) -> None:
    with begun(home) as terminal, home.call("--status", "--follow", size=(100, 5)) as pane:
        pane.wait_for("left of 30 min  ○ predict  ○ loss  ○ gradients  ○ fit  ○ vectorization")
        home.save(with_methods("predict"))
        pane.wait_for("✓ predict  ○ loss")
        pane.resize(60, 5)
        pane.wait_for("2 of 6 steps are right")
        home.put_clock(600)
        pane.wait_for("19:")
        with home.call("--abandon") as third:
            third.wait_for("Give up the interview, 19:", "left? [y/N]")
            third.press("x")
            third.wait_for("The interview is still running.")
            assert third.ended() == 0
        with home.call("--abandon") as third:
            third.wait_for("[y/N]")
            third.press("Y")
            third.wait_for("You gave up the interview.")
            assert third.ended() == 0
        pane.wait_for("No interview is running.")
        assert pane.ended() == 0
        terminal.wait_for("Given up: 2 of 6 steps are right. It was ended elsewhere.")
        assert terminal.ended() == 0


def test_answering_no_changes_nothing(home: Home) -> None:
    with home.call() as terminal:
        terminal.wait_for("Go on with a second act once the code passes? [y/N]")
        terminal.press("\n")
        terminal.wait_for("Start the clock? [y/N]")
        terminal.press("\n")
        terminal.wait_for("The clock was not started, and nothing was changed.")
        assert terminal.ended() == 0
    assert home.past().records == ()
    assert home.exercise.read_text(encoding="utf-8") == MINE
