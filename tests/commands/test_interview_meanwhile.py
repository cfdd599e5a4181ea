"""How the other commands behave while an interview runs."""

import pytest

from ..helpers.fakes import ENTRY, Fakes, fakes

__all__ = ["fakes"]


@pytest.fixture
def running(fakes: Fakes) -> Fakes:
    """An interview of 30 minutes that has just begun."""
    fakes.run("interview", "--yes")
    return fakes


@pytest.mark.parametrize("words", [[], ["check"], ["watch"]])
def test_other_commands_during_an_interview_count_and_show_no_hint(running: Fakes, words: list[str]) -> None:
    running.clock.go_on(60)
    running.outcome = "failed"
    shown = running.said(*words, status=1)
    assert "29:00 left of 30 min" in shown
    assert "In predict: 0" in shown
    assert "named" not in shown
    assert ENTRY.title not in shown
    assert "run: python -m grader interview" in shown
    assert [record.facts["by"] for record in running.past().of("run")] == ["interview"]


def test_pass_by_check_during_an_interview_leaves_the_debrief_for_later(running: Fakes) -> None:
    running.clock.go_on(60)
    assert running.said("check") == (
        "Passed in 1:00 of 30 minutes. Time to improve the code: 29:00 left."
        " Back python -m grader interview (--end begins the questions)"
    )
    running.run("interview")
    assert running.events()[2:] == ["run", "interview-ended", "interview-debriefed"]
    assert "Well done" in running.run("check")


@pytest.mark.parametrize("words", [["my.py"], ["--json"], ["--junit", "out.xml"]])
def test_json_and_other_files_are_graded_as_usual_during_an_interview(
    running: Fakes, words: list[str]
) -> None:
    running.outcome = "failed"
    shown = running.said(*words, status=1)
    assert ENTRY.hints[1] in shown
    assert "left of 30 min" not in shown


def test_reset_during_an_interview_asks_first_even_for_a_fresh_stub(running: Fakes) -> None:
    assert "gives up the running interview" in running.refusal("reset")
    running.clock.go_on(1e6)
    running.run("reset")


def test_reset_during_an_interview_gives_it_up(running: Fakes) -> None:
    running.clock.go_on(60)
    running.exercise.write_text("other\n", encoding="utf-8")
    assert running.said("reset", "--yes").startswith(
        "The running interview, 29:00 left, is given up. exercises/linear_regression.py is a blank stub"
    )
    assert "interview" not in running.run("reset", "--yes")
    assert "No interview is running." in running.run("interview", "--status")


def test_undo_during_an_interview_gives_it_up_with_a_message(running: Fakes) -> None:
    given_up = "The running interview, 30:00 left, is given up."
    assert running.said("reset", "--undo", "--yes").startswith(given_up)
    assert "No interview is running." in running.run("interview", "--status")
