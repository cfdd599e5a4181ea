"""`interview --brief`: the task statement, the stub, questions and answers, and the debrief."""

import pytest

from ..helpers.fakes import BRIEF, BRIEF_STUB, STUB, Fakes, fakes

__all__ = ["fakes"]

MINE = "import numpy as np\n"


@pytest.fixture
def brief(fakes: Fakes) -> Fakes:
    """An exercise that has a brief."""
    fakes.brief = BRIEF
    return fakes


def number_of(question: str, listed: str) -> str:
    """The number of a question in the list of all."""
    return next(n for n in "123" if f"{n} {question}" in listed)


def test_exercise_without_a_brief_is_refused(fakes: Fakes) -> None:
    assert fakes.refusal("interview", "--brief", "--yes") == (
        "linear_regression has no brief statement. Leave out --brief: python -m grader interview\n"
    )
    assert (fakes.held, fakes.events()) == (MINE, [])


def test_brief_shortens_the_task_and_the_stub(brief: Fakes) -> None:
    shown = brief.said("interview", "--brief", "--yes")
    assert "Write a class. This leaves some points open." in shown
    assert "predict(X)" not in shown
    assert brief.held == BRIEF_STUB
    assert brief.past().of("interview-started")[0].facts["brief"] is True


def test_questions_are_listed_answered_and_recorded_once(brief: Fakes) -> None:
    brief.run("interview", "--brief", "--yes")
    listed = brief.said("interview", "--ask")
    number = number_of("Half of it?", listed)
    assert "No, all of it." not in listed
    for _ in range(2):
        assert brief.said("interview", "--ask", number) == "You asked Half of it? Answer No, all of it."
    assert [record.facts["question"] for record in brief.past().of("task-asked")] == ["half"]
    assert f"{number} Half of it? Answer No, all of it." in brief.said("interview", "--ask")


def test_debrief_names_what_would_have_mattered(brief: Fakes) -> None:
    brief.run("interview", "--brief", "--yes")
    listed = brief.said("interview", "--ask")
    for text in ("Half of it?", "May I ask?"):
        brief.run("interview", "--ask", number_of(text, listed))
    brief.clock.go_on(60)
    shown = brief.said("interview")
    assert "It left 2 points open, and you asked about 1 of them." in shown
    assert "Not asked Which kind? Answer The right one. Matters Another one is wrong." in shown
    assert "Asked, but it changes nothing May I ask?" in shown
    brief.run("interview", "--yes")
    assert "points open" not in brief.said("interview")


def test_wrong_calls(brief: Fakes) -> None:
    none = "No interview with a brief task is running. To start one: python -m grader interview --brief\n"
    assert brief.refusal("interview", "--ask") == none
    both = "--brief states the task without a twist. Leave out --brief or --twist.\n"
    assert brief.refusal("interview", "--brief", "--twist", "--yes") == both
    brief.run("interview", "--yes")
    assert brief.refusal("interview", "--ask", "1") == none
    said = "started without --brief. To continue it: python -m grader interview\n"
    assert brief.refusal("interview", "--brief").endswith(said)
    brief.run("interview", "--abandon", "--yes")
    brief.run("interview", "--brief", "--yes")
    said = "There is no question 4; the last one is 3. Type: python -m grader interview --ask N\n"
    assert brief.refusal("interview", "--ask", "4") == said
    for word in ("0", "x", "--status", "--brief"):
        brief.refusal("interview", "--ask", word)


def test_stub_of_a_brief_is_nothing_to_keep(brief: Fakes) -> None:
    def copies() -> list[str]:
        return [path.read_text(encoding="utf-8") for path in (brief.journal / "saved").glob("*.py")]

    brief.run("interview", "--brief", "--yes")
    assert copies() == [MINE]
    brief.run("interview", "--abandon", "--yes")
    assert "Backup" not in brief.run("reset")  # asks nothing, since nothing is lost
    assert brief.held == STUB
    brief.run("reset", "--undo")
    assert brief.held == MINE
    brief.run("interview", "--brief", "--yes")
    brief.run("interview", "--abandon", "--yes")
    brief.exercise.write_text(BRIEF_STUB + "# mine\n", encoding="utf-8")
    brief.run("reset", "--yes")
    assert len(copies()) == 3
