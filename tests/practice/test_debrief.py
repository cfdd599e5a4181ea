"""The debrief: what was observed, and what it says about that."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from grader.command_line import command
from grader.kata import find_kata
from grader.practice.debrief import Debrief, FoundMistake, debrief
from grader.practice.interview import state_of
from grader.practice.journal import Record
from grader.practice.quiz import topics
from grader.report import debrief as screen
from grader.report.listing import ExerciseSummary, TaskSummary
from grader.report.page import Page, cells

from ..helpers.clocks import START
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.interviews import answer, begun, ended, stands
from ..helpers.stories import STEPS, hint, passing, record, run
from .test_interview import EVENTS

KATA = find_kata()
RUBRIC, QUESTIONS, CATALOGUE = KATA.rubric, KATA.questions, KATA.catalogue
ALL = len(STEPS)
BEGAN = START.isoformat(timespec="milliseconds")
AFTERWARDS = (START + timedelta(seconds=1890)).isoformat()
BEFORE = passing(-90_000, 100, 200, 700, 1500)
WAY = (
    *begun(), run(0, 0), run(90, 1), run(200, 1, "loss-halved"), run(260, 2),
    hint(300, 1, "todo-gradients", "gradients"), run(600, 2, "gradient-not-divided-by-n"),
    run(700, 2, "gradient-sign-flipped"), hint(710, 1, "gradient-sign-flipped", "gradients"),
)  # fmt: skip
ANSWERS = (
    answer(1500, "why-divide-by-n", right=True),
    answer(1510, "transpose", right=False),
    answer(1520, "when-normal-equation", right=True),
    answer(1530, "zero-start", right=True),
    answer(1540, "no such question any more", right=True),
    answer(1550, "why-scale", right=True, name=None),
)
IN_TIME = "Passed in 24:00 of 30 minutes."
SEEN = record(720, "solution-seen", by="compare", method=None)
PASSED = (*WAY, run(1440, ALL), ended(1440, "passed"), *ANSWERS)
STORIES: dict[str, tuple[Record, ...]] = {
    "passed": (*BEFORE, *PASSED),
    "slower": (*passing(-90_000, 100, 200, 700, 1300), *PASSED),
    "first": (*begun(), run(200, 2), run(900, ALL), ended(900, "passed")),
    "late": (*BEFORE, *WAY, ended(1800, "time"), run(2000, ALL)),
    "time": (*BEFORE, *WAY, ended(1800, "time"), *ANSWERS[:1]),
    "went_on": (*BEFORE, *WAY, ended(1800, "time"), run(1900, 4, saved=AFTERWARDS)),
    "ended": (*BEFORE, *WAY, ended(800, "ended")),
    "seen": (*BEFORE, *WAY, SEEN, run(900, ALL), ended(900, "passed")),
    "set_back": (*BEFORE, *WAY, run(300, ALL), ended(300, "passed")),
    "nothing": (*begun(), ended(1800, "time")),
    "at_once": (*BEFORE, *begun(), run(3, ALL), ended(3, "passed")),
    "kept": (*BEFORE, *begun(), run(3, 4, kept="x-0001-20261124T183000Z.py"), run(9, ALL)),
    "forgotten": (*BEFORE, *PASSED, record(2_400, "attempt-forgotten", attempt=2, began=BEGAN)),
}


def told(*records: Record) -> Debrief:
    """The debrief of the last interview in these records."""
    return debrief(stands(*records, at=2500), records, STEPS, RUBRIC, QUESTIONS)


def filled(page: Page, found: Debrief, exercises: Sequence[ExerciseSummary] = ()) -> Page:
    """Fill the page with the screen of a debrief."""
    screen.debrief(page, [screen.ActDebrief("linear_regression", found, CATALOGUE)], exercises)
    return page


def said(name: str) -> str:
    """The debrief screen of a story, as one line."""
    return " ".join(filled(Page(100), told(*STORIES[name])).plain().split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["passed", "time", "nothing"])
def test_screen_is_the_golden_one(name: str, size: str) -> None:
    hold_against_golden("debrief", f"{name}_{size}", filled(empty(size), told(*STORIES[name])))


def test_debrief_ends_with_the_state_of_each_exercise() -> None:
    rows = [
        ExerciseSummary(
            "linear_regression",
            "LinearRegression",
            6,
            6,
            "",
            START.date(),
            (TaskSummary(None, False, 1440.0, None),),
        ),
        ExerciseSummary("broken", "", None, 0, "its stub is missing"),
        ExerciseSummary("ridge_regression", "RidgeRegression", None, 6),
    ]
    page = filled(Page(100), told(*STORIES["passed"]), rows)
    assert page.plain().endswith("""
The exercises in a good order
  ✓ linear_regression  LinearRegression  passed on 2026-11-24, best 24:00
  ○ broken
      cannot be used: its stub is missing
  ○ ridge_regression   RidgeRegression   not graded yet
To go on: python -m grader ridge_regression
""")


@pytest.mark.parametrize(
    ("last", "following"), [(3, "linear_regression"), (None, "linear_regression"), (6, "ridge_regression")]
)
@pytest.mark.parametrize("story", ["time", "ended", "abandoned"])
def test_exercise_that_did_not_pass_comes_before_the_others(
    story: str, last: int | None, following: str
) -> None:
    rows = [
        ExerciseSummary("linear_regression", "LinearRegression", last, 6, "", START.date()),
        ExerciseSummary("ridge_regression", "RidgeRegression", None, 6),
    ]
    records = STORIES.get(story, (*WAY, ended(800, "abandoned")))
    assert filled(Page(100), told(*records), rows).plain().endswith(f"\nTo go on: {command(following)}\n")


@pytest.mark.parametrize(
    ("name", "ending", "counts", "is_best"),
    [
        ("passed", IN_TIME, "24:00 with 2 hints: a personal best, -1:00 compared with attempt 1.", True),
        ("slower", IN_TIME, "21:40, attempt 1; this attempt with 2 hints: +2:20.", False),
        ("first", "Passed in 15:00 of 30", "15:00 without hints: your first personal best.", True),
        ("late", "Passed late: it took 33:20, and the limit was 30 minutes.", "+8:20.", False),
        ("time", "Time's up after 30 minutes: 3 of 6 steps are right.", "Only a pass can be a", False),
        ("went_on", "Time's up after 30 minutes. Now 5 of 6 steps are right.", "Only a pass can be a", False),
        ("ended", "Ended early: 3 of 6 steps are right.", "Only a pass can be a", False),
        ("seen", "Passed in 15:00 of 30", "The solution was seen, so this is not a personal best.", False),
        ("set_back", "Passed in 11:50 of 30", "The clock was set back, so this is not a", False),
        ("nothing", "Time's up after 30 minutes: nothing was graded.", "Nothing was graded.", False),
        ("at_once", "Passed in 0:03 of 30", "The first version that was graded passed already, so", False),
        ("kept", "Passed in 0:09 of 30", "The file held code from a backup, so this", False),
        ("forgotten", IN_TIME, "This attempt is forgotten, so it is not a personal best.", False),
    ],
)
def test_debrief_explains_what_counts(name: str, ending: str, counts: str, is_best: bool) -> None:
    shown = said(name)
    assert ending in shown
    assert counts in shown
    rule = "A time counts if the attempt started from a blank stub and passed without"
    assert (rule in shown) == (name in ("seen", "set_back", "at_once", "kept", "forgotten"))
    assert told(*STORIES[name]).is_best == is_best


def test_steps_tell_the_tries_the_time_and_the_hints() -> None:
    shown = said("passed")
    assert "loss right on try 2, after 4:20" in shown
    assert "gradients right on try 3, after 24:00; 2 hints" in shown
    assert "predict right on the first try, after 1:30" in shown
    assert "vectorization right on the first try, after 24:00" in shown
    assert "fit right on the first try, after 24:00" in shown
    assert "gradients not right after 2 tries; 2 hints" in said("time")
    assert "fit not written" in said("time")


def test_answers_are_those_of_this_interview() -> None:
    observed = told(*STORIES["passed"]).observed
    given = [[answer.right for _, answer in one.answers] for one in observed]
    assert given == [[True], [False], [True], [True], []]
    assert "answered wrong" in said("passed")
    assert said("passed").count("no question on this was answered") == 1


def test_every_mistake_is_explained_in_the_order_of_its_coming_up() -> None:
    made = told(*STORIES["time"]).made
    assert made == (
        FoundMistake("loss-halved", "loss", 1, fixed=True),
        FoundMistake("gradient-not-divided-by-n", "gradients", 1, fixed=True),
        FoundMistake("gradient-sign-flipped", "gradients", 1, fixed=False),
    )
    shown = said("time")
    for one in made:
        entry = CATALOGUE[one.mistake]
        assert all(
            " ".join(text.split()) in shown for text in (entry.title, entry.explanation, entry.corrected)
        )
    assert "No mistakes were found." in said("first")


def test_mistake_of_another_version_is_named_at_least() -> None:
    found = told(*begun(), run(9, 1, "gone\x1b[2J"), ended(10, "ended"))
    assert "in loss, in 1 version, still there" in filled(Page(80), found).plain()


def test_debrief_gives_no_overall_score() -> None:
    shown = " ".join(map(said, STORIES))
    assert not any(word in shown.lower() for word in ("probab", "hire", "hiring", "score", "grade:", "%"))


def test_rubric_covers_every_step_and_every_topic_once() -> None:
    assert sorted(step for one in RUBRIC for step in one.steps) == sorted(KATA.to_write)
    assert sorted(one.topic for one in RUBRIC) == sorted(topics(QUESTIONS))


@pytest.mark.parametrize("width", range(40, 101, 4))
def test_headings_of_the_splits_are_separated(width: int) -> None:
    rows = filled(Page(width), told(*STORIES["passed"])).plain().splitlines()
    (headings,) = (row for row in rows if row.endswith("difference"))
    assert set(headings.split()) <= {"segment", "sum", "best", "difference"}
    assert cells(headings) <= width


@given(some.lists(EVENTS, min_size=1, max_size=12), some.integers(40, 100))
def test_any_journal_gives_a_debrief_that_fits(groups: list[tuple[Record, ...]], width: int) -> None:
    records = [*begun(), *(one for group in groups for one in group)]
    last = state_of(records, STEPS, START + timedelta(seconds=1e6))
    assert last is not None
    found = debrief(last, records, STEPS, RUBRIC, QUESTIONS)
    assert not found.is_best or (found.attempt.passed and not found.attempt.solution_seen)
    assert all(cells(line) <= width for line in filled(Page(width), found).plain().splitlines())
