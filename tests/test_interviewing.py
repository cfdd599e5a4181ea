"""What stands on the screen of an interview, and what its keys and its clock do, without a terminal."""

import re
from datetime import timedelta

import pytest

from grader.commands import memory
from grader.commands.interviewing import HELP, KEYS, Interviewing
from grader.kata import find_kata
from grader.practice.journal import JournalError
from grader.practice.practice import Practice
from grader.report.page import Page, cells
from grader.submission import Submission
from grader.watching.loop import Doing, Then

from .clocks import TestClock
from .goldens import SIZES, empty, hold_against_golden
from .interviews import COPY, begun, ended
from .screens import SOURCE
from .stories import passing, run
from .test_report import CASES, FILE, UNDIVIDED

KATA = find_kata(None)
SUBMISSION = Submission(FILE, SOURCE)
TALL = 60


@pytest.fixture
def clock() -> TestClock:
    """A clock in the test's hands."""
    return TestClock()


@pytest.fixture
def practice(clock: TestClock) -> Practice:
    """A personal best of 25 minutes, and then an interview of 30."""
    practice = memory.practice_of(KATA, clock, written=False)
    for record in (*passing(-90_000, 100, 200, 700, 1500), *begun()):
        clock.time = record.at
        practice.record(record.event, **record.facts)
    return practice


@pytest.fixture
def interview(practice: Practice) -> Interviewing:
    """Its screen, which has seen no verdict yet."""
    return looked_at(practice)


def looked_at(practice: Practice) -> Interviewing:
    """The screen of an interview that runs."""
    standing = practice.last_interview()
    assert standing is not None
    return Interviewing(KATA, practice, standing, FILE)


def judged(interview: Interviewing, *cases: str) -> None:
    """Let the exercise be graded, with these verdicts one after the other."""
    for case in cases:
        interview.graded(SUBMISSION, CASES[case])


def screen(interview: Interviewing, rows: int = TALL, width: int = 80) -> str:
    """What can be read."""
    return interview.body(Page(width), rows).plain()


def foot(interview: Interviewing, doing: Doing = Doing.WATCHING) -> str:
    """The last row."""
    return interview.foot(Page(100), doing, keys=True).plain()


def turns(interview: Interviewing, count: int = 3) -> list[Then]:
    """What the next turns of the loop bring."""
    return [interview.passing() for _ in range(count)]


def ends(practice: Practice) -> list[str]:
    """How it ended, as often as that is recorded."""
    return [record.facts["how"] for record in practice.past().of("interview-ended")]


SHOWN = {
    "begun": ("stub",),
    "standing": ("stub", "unfinished"),
    "failing": ("stub", "several"),
    "loading": ("loading",),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SHOWN)
def test_screen_is_the_golden_one(interview: Interviewing, clock: TestClock, name: str, size: str) -> None:
    for case in SHOWN[name]:
        clock.go_on(95)
        judged(interview, case)
    hold_against_golden("interview", f"{name}_{size}", interview.body(empty(size), TALL))


@pytest.mark.parametrize("name", SHOWN)
def test_screen_fits_24_rows_of_80(interview: Interviewing, name: str) -> None:
    judged(interview, *SHOWN[name])
    assert screen(interview, rows=23).count("\n") <= 23


def test_no_hint_is_shown_until_it_is_asked_for(interview: Interviewing, practice: Practice) -> None:
    judged(interview, "half_way")
    shown = screen(interview)
    assert UNDIVIDED.seen in shown
    entry = KATA.catalogue[UNDIVIDED.mistake]
    given_away = (entry.title, *entry.hints, *UNDIVIDED.hints, "values where n is d", ":17")
    assert [text for text in given_away if text in " ".join(shown.split())] == []
    interview.pressed("h")
    assert "hint 1 of 3" in screen(interview)
    assert [record.facts["rung"] for record in practice.past().of("hint")] == [1]


def test_what_a_run_says_by_itself_is_said(interview: Interviewing) -> None:
    judged(interview, "loading")
    shown = screen(interview)
    assert "While loading:" in shown
    assert f"{FILE}:9" in shown


def test_runs_are_remembered_as_the_interviews(interview: Interviewing, practice: Practice) -> None:
    judged(interview, "stub", "half_way")
    assert [record.facts["by"] for record in practice.past().of("run")[-2:]] == ["interview"] * 2


def test_splits_are_held_against_the_best(interview: Interviewing, clock: TestClock) -> None:
    clock.go_on(90)
    judged(interview, "unfinished")
    shown = screen(interview)
    assert "beside the personal best, attempt 1" in shown
    assert re.search(r"predict +1:30 +1:30 +1:40 +-0:10", shown)
    assert re.search(r"gradients +\. +\. +11:40 +\.", shown)


def test_the_foot_counts_down(interview: Interviewing, clock: TestClock) -> None:
    assert foot(interview).startswith("30:00 left  h hint")
    clock.go_on(0.5)
    assert foot(interview).startswith("30:00 left")
    clock.go_on(61)
    assert foot(interview, Doing.GRADING).startswith("28:59 left, grading…")
    assert interview.foot(Page(80), Doing.WATCHING, keys=False).plain() == "28:59 left  Ctrl-C leave\n"


def test_time_over_ends_it_once(interview: Interviewing, practice: Practice, clock: TestClock) -> None:
    judged(interview, "stub")
    clock.go_on(1799.9)
    assert turns(interview, 2) == [Then.NOTHING] * 2
    clock.go_on(0.2)
    assert turns(interview) == [Then.DRAW, Then.LEAVE, Then.LEAVE]
    assert (ends(practice), interview.concludes) == (["time"], True)
    assert foot(interview).startswith("The time is over, 30 minutes: 0 of 5 steps stand.")


def test_pass_ends_it_once(interview: Interviewing, practice: Practice, clock: TestClock) -> None:
    clock.go_on(600)
    judged(interview, "passed")
    assert turns(interview) == [Then.DRAW, Then.LEAVE, Then.LEAVE]
    assert (ends(practice), interview.concludes) == (["passed"], True)
    assert foot(interview) == "Passed in 10:00 of 30 minutes.\n"


def test_e_ends_it_when_it_is_meant(interview: Interviewing, practice: Practice) -> None:
    judged(interview, "stub")
    for sure in ("q", "x", "h"):
        assert interview.pressed("e") is Then.DRAW
        assert foot(interview) == "End the interview? e ends it, any other key goes on\n"
        assert interview.pressed(sure) is Then.DRAW
        assert turns(interview, 1) == [Then.NOTHING]
    assert (ends(practice), "hint" in screen(interview)) == ([], False)
    interview.pressed("e")
    interview.pressed("e")
    assert turns(interview, 2) == [Then.DRAW, Then.LEAVE]
    assert (ends(practice), interview.concludes) == (["ended"], True)


@pytest.mark.parametrize(
    ("event", "facts", "how", "here"),
    [
        ("interview-ended", ended(0, "abandoned").facts, ["abandoned"], False),
        ("run", run(0, 5).facts, ["passed"], True),
        ("laid-out", {"how": "reset", "saved": None}, ["abandoned"], False),
    ],
)
def test_what_other_commands_record_is_seen(
    practice: Practice,
    clock: TestClock,
    monkeypatch: pytest.MonkeyPatch,
    event: str,
    facts: dict[str, object],
    how: list[str],
    here: bool,
) -> None:
    stamps = iter(range(100))
    monkeypatch.setattr("grader.commands.interviewing.stamp", lambda path: next(stamps))
    interview = looked_at(practice)
    practice.record(event, **facts)
    assert interview.passing() is Then.NOTHING
    clock.go_on(1)
    assert turns(interview, 2) == [Then.DRAW, Then.LEAVE]
    assert (ends(practice), interview.concludes) == (how, here)


def test_clock_that_is_put_forward_takes_the_time_along(interview: Interviewing, clock: TestClock) -> None:
    judged(interview, "stub")
    clock.go_on(60)
    clock.time += timedelta(minutes=10)
    assert foot(interview).startswith("19:00 left")
    assert "put forward by 10:00, or it slept" in " ".join(screen(interview).split())
    clock.time += timedelta(days=400)
    assert turns(interview, 2) == [Then.DRAW, Then.LEAVE]


def test_clock_that_is_set_back_gives_no_time(
    interview: Interviewing, practice: Practice, clock: TestClock
) -> None:
    judged(interview, "stub")
    clock.go_on(60)
    clock.time -= timedelta(hours=1)
    assert foot(interview).startswith("29:00 left")
    assert "set back by 1:00:00" in screen(interview)
    clock.go_on(60)
    judged(interview, "unfinished")
    assert foot(interview).startswith("28:00 left")
    assert re.search(r"predict +0:00 +0:00", screen(interview))
    again = looked_at(practice)
    judged(again, "unfinished")
    assert "shows 58:00 less than what was recorded last" in " ".join(screen(again).split())
    clock.go_on(1740)
    assert turns(interview, 2) == [Then.DRAW, Then.LEAVE]


def test_journal_that_cannot_be_written_is_said(
    interview: Interviewing, practice: Practice, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def append(event: str, **facts: object) -> None:
        raise JournalError("It cannot be written.")

    monkeypatch.setattr(practice.journal, "append", append)
    judged(interview, "half_way")
    assert "Note   It cannot be written." in screen(interview)
    interview.pressed("h")
    assert "hint 1 of 3" in screen(interview)
    interview.pressed("e")
    interview.pressed("e")
    assert turns(interview) == [Then.NOTHING] * 3
    clock.go_on(1800)
    assert turns(interview, 2) == [Then.DRAW, Then.LEAVE]


def test_problem_and_help_come_and_go(interview: Interviewing) -> None:
    judged(interview, "stub")
    interview.pressed("p")
    assert "compute_gradients(X, y, y_hat): the gradient of that loss" in screen(interview, width=100)
    judged(interview, "half_way")
    assert "In gradients:" in screen(interview)
    for _ in range(2):
        interview.pressed("p")
    interview.pressed("?")
    assert all(f"  {key}  {text}" in screen(interview, width=110) for key, text in HELP.items())
    interview.pressed("?")
    assert "The keys" not in screen(interview)


def test_copy_is_named_while_nothing_is_written(interview: Interviewing) -> None:
    judged(interview, "stub")
    assert COPY in screen(interview, width=120)
    judged(interview, "half_way")
    assert COPY not in screen(interview, width=120)


def test_file_that_is_gone_is_said(interview: Interviewing) -> None:
    interview.missing("There is no file.")
    assert screen(interview) == f"{FILE}\n\nWaiting  There is no file. Until then nothing is graded.\n\n"


def test_keys(interview: Interviewing) -> None:
    judged(interview, "stub")
    told = {key: interview.pressed(key) for key in "qrhp?x\té"}
    assert told == dict.fromkeys("x\té", Then.NOTHING) | {
        "q": Then.LEAVE, "r": Then.AGAIN, "h": Then.DRAW, "p": Then.DRAW, "?": Then.DRAW,
    }  # fmt: skip


@pytest.mark.parametrize("doing", Doing)
@pytest.mark.parametrize("width", range(40, 101, 7))
def test_last_row_fits_with_whole_keys(interview: Interviewing, doing: Doing, width: int) -> None:
    for encoding in ("utf-8", "ascii"):
        (row,) = interview.foot(Page(width, encoding), doing, keys=True).plain().splitlines()
        assert cells(row) < width
        assert all(f"{key} {KEYS[key]}" in row for key in re.findall(r"  (\S) ", row))
