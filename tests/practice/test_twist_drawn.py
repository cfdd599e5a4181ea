"""Which twist is drawn, and how the twist of a file is remembered."""

from dataclasses import replace
from pathlib import Path

from grader.practice.journal import Journal
from grader.practice.practice import Practice
from grader.practice.stretches import twist_laid_out
from grader.practice.twists import drawn

from ..helpers.clocks import TestClock

NAMES = ["half", "huber", "decay"]


def practice(folder: Path) -> Practice:
    """The `Practice` of an exercise in a separate folder."""
    file = folder / "exercises" / "x.py"
    file.parent.mkdir()
    file.write_text("mine\n", encoding="utf-8")
    return Practice("x", file, "stub\n", ("a", "b"), Journal(file.parent / ".grader", TestClock()))


def test_no_twist_returns_before_the_others_have_been_seen(tmp_path: Path) -> None:
    plain, seen = practice(tmp_path), list[str]()
    for seed in range(6):
        seen.append(drawn(NAMES, plain.attempts(), seed))
        replace(plain, twist=seen[-1]).start_interview(10, seed)
    assert sorted(seen[:3]) == sorted(seen[3:]) == sorted(NAMES)
    assert [attempt.twist for attempt in plain.attempts()] == seen
    assert [record.facts["seed"] for record in plain.past().of("interview-started")] == list(range(6))


def test_file_remembers_its_twist_until_a_plain_reset_and_with_undo(tmp_path: Path) -> None:
    plain = practice(tmp_path)

    def now() -> str | None:
        return twist_laid_out(plain.past().records)

    assert now() is None
    replace(plain, twist="half").lay_out("reset")
    assert now() == "half"
    plain.exercise.write_text("for half\n", encoding="utf-8")
    plain.lay_out("reset")
    assert now() is None
    copy = plain.last_copy()
    assert copy is not None
    plain.bring_back(copy)
    assert now() == "half"
    assert plain.exercise.read_text(encoding="utf-8") == "for half\n"
