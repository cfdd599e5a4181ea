"""`history`: what is derived from the attempts, as a screen, JSON and CSV; and when to practise next."""

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from grader.practice.bests import SplitRow
from grader.practice.history import COLUMNS, Habit, History, history
from grader.practice.journal import JournalRecords, Record
from grader.practice.schedule import MAX_DAYS, Plan, plan
from grader.report import history as screen
from grader.report.listing import ExerciseSummary, TaskSummary
from grader.report.page import NARROWEST, Page, cells
from grader.report.times import counted, difference, duration, right_of

from ..helpers import pages
from ..helpers.clocks import START
from ..helpers.fakes import Fakes, fakes
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.stories import STEPS, hint, passing, record, run, story, stub

__all__ = ["fakes"]

DAY = 86_400
SEEN = record(2 * DAY + 110, "solution-seen", by="compare", method=None)
INTERVIEW = record(
    0, "interview-started", interview="i", minutes=30, deadline=(START + timedelta(minutes=30)).isoformat()
)
TIME_OVER = record(1_900, "interview-ended", interview="i", how="time")
COPY = "linear_regression-0001-20261124T184500Z.py"
FOURTH = {"attempt": 4, "began": (START + timedelta(days=3)).isoformat(timespec="milliseconds")}
TITLES = {"loss-halved": "There is a factor 1/2"}
STORY = (
    run(0, 1, "loss-halved"), run(300, 2, "gradient-sign-flipped"), run(900, 5),
    *passing(2 * DAY, 300, 420, 1000, 1800),
    stub(4 * DAY), run(4 * DAY + 100, 1, "loss-halved"), hint(4 * DAY + 110, 1, "loss-halved", "loss"),
    run(4 * DAY + 250, 2, "gradient-sign-flipped"), run(4 * DAY + 900, 3), run(4 * DAY + 1200, 5),
    stub(7 * DAY), run(7 * DAY + 60, 1), run(7 * DAY + 800, 2, "gradient-sign-flipped"),
    *passing(8 * DAY, 90, 130, 500, 1000),
)  # fmt: skip
STORIES: dict[str, tuple[Record, ...]] = {
    "nothing": (),
    "under_way": (stub(0), run(60, 1), run(100, 2, "loss-halved")),
    "several": STORY,
    "many": tuple(r for n in range(12) for r in passing(n * DAY, 60, 90, 300, 4_000 - 300 * n)),
    "marked": (
        *passing(0, 300, 900), *passing(DAY, 3), stub(2 * DAY), run(2 * DAY + 9, 4, kept=COPY),
        run(2 * DAY + 60, 5), *passing(3 * DAY, 100, 600), record(4 * DAY, "attempt-forgotten", **FOURTH),
        *(record(4 * DAY, "attempt-noted", text=text, **FOURTH) for text in ("with a friend", "by phone")),
    ),
    "odd": (
        stub(0, "interview"), INTERVIEW, run(60, 1), TIME_OVER,
        *passing(2 * DAY, 100, 200)[:2], SEEN, run(2 * DAY + 200, 5), stub(3 * DAY), run(3 * DAY + 9, 2),
        stub(3 * DAY + 10, "undo"), run(3 * DAY + 50, 5), stub(4 * DAY), run(4 * DAY - 60, 5),
    ),
}  # fmt: skip


def told(*records: Record, trouble: str = "") -> History:
    """The history."""
    return history("linear_regression", STEPS, JournalRecords(records, trouble))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STORIES)
def test_screen_is_the_golden_one(name: str, size: str) -> None:
    page = empty(size)
    trouble = "journal.jsonl: line 3 is damaged and was skipped." if name == "odd" else ""
    screen.history(page, told(*STORIES[name], trouble=trouble), TITLES, START + timedelta(days=9))
    hold_against_golden("history", f"{name}_{size}", page)


@pytest.mark.parametrize("width", range(NARROWEST, 60, 5))
@pytest.mark.parametrize("name", STORIES)
def test_screen_fits_a_narrow_terminal(name: str, width: int) -> None:
    page = Page(width)
    screen.history(page, told(*STORIES[name]), TITLES, START + timedelta(days=9))
    assert all(cells(line) <= width for line in page.plain().splitlines())


def test_mistakes_that_come_back() -> None:
    assert told(*STORY).habits == (Habit("gradient-sign-flipped", 3, 5), Habit("loss-halved", 2, 5))
    twice = (stub(0), run(1, 1, "slip"), run(2, 2, "slip"), stub(9), run(10, 1))
    assert told(*twice).habits == ()
    many = [r for n in range(9) for r in (stub(n * 10), run(n * 10 + 1, 1, "slip" if n > 6 else "old"))]
    assert told(*many).habits == (Habit("old", 3, 5), Habit("slip", 2, 5))


@pytest.mark.parametrize(
    ("records", "days"),
    [
        ([passing(0, 60)], 2),
        ([passing(0, 60), passing(2 * DAY, 60)], 4),
        ([passing(n * DAY, 60) for n in range(9)], MAX_DAYS),
        ([passing(n * 100, 60) for n in range(9)], 2),  # all on the same day
        ([passing(0, 60), passing(2 * DAY, 60), [stub(9 * DAY), hint(9 * DAY + 1), run(9 * DAY + 2, 5)]], 2),
        ([passing(0, 60), passing(2 * DAY, 60), [stub(9 * DAY), run(9 * DAY + 2, 3), stub(10 * DAY)]], 1),
        ([passing(0, 60), [stub(2 * DAY), SEEN, run(2 * DAY + 120, 5)]], 1),
        ([[run(0, 3), run(60, 5)]], 2),
    ],
)
def test_days_expand_with_clean_passes_and_shrink_with_others(records: list[list[Record]], days: int) -> None:
    found = plan(story(*(record for part in records for record in part)))
    assert found is not None
    assert found.days == days


@pytest.fixture(params=["AHEAD-12", "BEHIND+8"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of this machine's time zone, which is not that of the other tests."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


def test_day_is_that_of_the_place_where_the_learner_is(zone: str) -> None:
    attempts = story(*passing(0, 6 * 3600))  # ends half an hour after midnight UTC
    assert plan(attempts) == Plan(2, date(2026, 11, 27 if zone == "AHEAD-12" else 26))


def test_attempt_under_way_does_not_change_the_next_day() -> None:
    assert plan(story(stub(0), run(60, 1))) is None
    assert plan(story(stub(0), run(60, 1), stub(90, "undo"), run(99, 2))) == Plan(1, date(2026, 11, 25))
    assert plan(story(stub(0), INTERVIEW, run(60, 1))) is None
    assert plan(story(stub(0), INTERVIEW, run(60, 1), TIME_OVER)) == Plan(1, date(2026, 11, 25))


@pytest.mark.usefixtures("zone")
def test_end_of_the_calendar_is_handled() -> None:
    far = date.max.toordinal() - START.date().toordinal()
    attempts = story(*passing(far * DAY - DAY, 60))
    assert plan(attempts) == Plan(2, date.max)


def keys(held: Any) -> set[str]:
    """Every key in a document, at any depth."""
    inner = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    return set(held if isinstance(held, dict) else ()).union(*map(keys, inner))


def test_every_key_is_documented() -> None:
    shown = pages.doc("formats").split("\n## The history")[1].split("\n## The journal")[0]
    found = [keys(told(*STORIES[name]).document()) for name in ("several", "odd", "marked")]
    assert set().union(*found) == set(re.findall(r'"(\w+)":', shown))
    assert set(COLUMNS) <= set(re.findall(r"\w+", shown))


@given(some.lists(some.tuples(some.integers(0, 400), some.integers(0, 5), some.integers(0, 1)), max_size=12))
def test_every_history_can_be_shown(days: list[tuple[int, int, int]]) -> None:
    records = []
    for day, passed, hints in days:
        at = day * DAY
        records += [stub(at), *(hint(at + 5) for _ in range(hints)), run(at + 9, passed)]
    made = told(*records)
    assert made.next is None or 1 <= made.next.days <= MAX_DAYS
    document = json.loads(json.dumps(made.document(), allow_nan=False))
    assert [attempt["number"] for attempt in document["attempts"]] == list(range(1, len(made.attempts) + 1))
    assert [tuple(row) for row in made.table()] == [made.columns] * len(made.attempts)
    page = Page(40, "ascii")
    screen.history(page, made, {}, START)
    assert page.plain().isascii()


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (59.4, "0:59"), (59.6, "1:00"), (605, "10:05"), (3_600, "1:00:00"), (90_061, "25:01:01"),
     (400_000, "4 days")],
)  # fmt: skip
def test_durations(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown
    assert difference(seconds) == ("+" if round(seconds) else "") + shown
    assert difference(-seconds) == ("-" if round(seconds) else "") + shown


def test_counts() -> None:
    assert [counted(number, "hint") for number in (0, 1, 2)] == ["0 hints", "1 hint", "2 hints"]
    assert [right_of(number, 6) for number in (1, 2)] == ["1 of 6 steps is right", "2 of 6 steps are right"]


def test_a_difference_fits_the_times_beside_it() -> None:
    row = SplitRow("fit", 1.0, None, sum=45.4, best_sum=55.6, is_best_segment=False)
    assert (duration(45.4), duration(55.6), difference(row.behind or 0)) == ("0:45", "0:56", "-0:11")


def test_nothing_yet(fakes: Fakes) -> None:
    out = fakes.run("history")
    assert "no attempt is recorded yet" in out
    assert "python -m grader reset" in out
    assert fakes.run("history", "--csv") == ",".join((*COLUMNS, "predict")) + "\n"
    document: dict[str, Any] = json.loads(fakes.run("history", "--json"))
    assert (document["attempts"], document["next"]) == ([], None)
    assert not fakes.journal.exists()


def test_document_and_table(fakes: Fakes) -> None:
    fakes.remember(*STORY)
    printed = fakes.run("history", "--json")
    assert printed.count("\n") == 1
    document = json.loads(printed)
    assert (document["schema"], document["exercise"]) == (1, "linear_regression")
    assert set(document) == {"schema", "exercise", "attempts", "best", "bests", "habits", "next", "trouble"}
    assert document["best"]["attempt"] == 5
    assert document["bests"] == [{"twist": None, "second_act": False, "attempt": 5, "seconds": 1000.0}]
    assert document["habits"][0] == {"mistake": "gradient-sign-flipped", "attempts": 3, "of": 5}
    third = document["attempts"][2]
    assert third["started"] == "2026-11-28T18:30:00+00:00"
    assert (third["seconds"], third["hints"], third["outcome"]) == (1200.0, 1, "passed")
    assert third["splits"] == [{"steps": ["predict"], "segment": 100.0, "sum": 100.0}]
    rows = list(csv.DictReader(io.StringIO(fakes.run("history", "--csv"))))
    assert [row["seconds"] for row in rows] == ["900.0", "1800.0", "1200.0", "800.0", "1000.0"]
    assert [row["personal_best"] for row in rows] == ["False"] * 4 + ["True"]
    assert rows[2]["predict"] == "100.0"


def test_all_shows_the_attempts_that_are_cut_otherwise(fakes: Fakes) -> None:
    fakes.remember(*STORIES["many"])
    cut, whole = fakes.run("history"), fakes.run("history", "--all")
    assert "the last 8; all: python -m grader history --all" in cut
    assert "the last 8" not in whole
    assert [len(re.findall(r"^ +\d+  ", shown, re.MULTILINE)) for shown in (cut, whole)] == [16, 24]


def test_damaged_records_are_noted_and_the_others_shown(fakes: Fakes) -> None:
    fakes.remember(*passing(0, 60))
    with open(fakes.journal / "journal.jsonl", "a", encoding="utf-8") as file:
        file.write('{"half": ')
    for options in ([], ["--json"], ["--csv"]):
        said = fakes.said("history", *options)
        assert "is damaged and was skipped" in said
        assert "passed" in said


FIRST = ExerciseSummary(
    "linear_regression",
    "A",
    6,
    6,
    "",
    date(2026, 11, 24),
    (TaskSummary(None, False, 1440.0, Plan(4, date(2026, 12, 7))),),
)
OVERDUE = ExerciseSummary(
    "ridge_regression",
    "B",
    6,
    6,
    "",
    date(2026, 11, 20),
    (TaskSummary(None, False, None, Plan(1, date(2026, 11, 25))),),
)
NEW, BROKEN = (
    ExerciseSummary("standard_scaler", "C", None, 4),
    ExerciseSummary("later", "", None, 0, "its stub is missing"),
)


def with_exercises(page: Page, *rows: ExerciseSummary) -> Page:
    """Put the history with these exercises on the page, nine days after the start."""
    screen.history(page, told(), TITLES, START + timedelta(days=9), exercises=rows)
    return page


@pytest.mark.parametrize("size", SIZES)
def test_all_exercises_are_the_golden_ones(size: str) -> None:
    page = with_exercises(empty(size), FIRST, NEW, OVERDUE, BROKEN)
    hold_against_golden("history", f"all_{size}", page)


def test_first_that_is_due_comes_first_even_in_the_future() -> None:
    overdue = "Due first  ridge_regression, today (it was due on 2026-11-25)\n"
    assert overdue in with_exercises(Page(100), FIRST, OVERDUE).plain()
    ahead = "Due first  linear_regression, on 2026-12-07, in 4 days\n           python -m grader reset\n"
    assert ahead in with_exercises(Page(100), FIRST, NEW).plain()
    assert "All exercises" not in with_exercises(Page(100), NEW, NEW).plain()


def test_single_exercise_has_no_table(fakes: Fakes) -> None:
    assert "All exercises" not in fakes.run("history")
