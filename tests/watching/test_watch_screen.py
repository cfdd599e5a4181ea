"""What the screen of `watch` shows and what its keys do, without a terminal."""

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.commands.shared import practice_records, typed_paths
from grader.commands.watch import HELP, KEYS, WatchSession
from grader.kata import find_kata, kata_names
from grader.practice.journal import Journal
from grader.practice.practice import Practice
from grader.report import live_screen
from grader.report.live_screen import Progress, known, progress
from grader.report.page import Page, cells
from grader.submission import Submission
from grader.verdict import Change, Verdict
from grader.watching.loop import Action, Activity

from ..helpers.clocks import TestClock
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.reports import CASES, FILE, SOURCE
from ..helpers.standins import stand_in

KATA = find_kata()
SUBMISSION = Submission(FILE, SOURCE)


@pytest.fixture
def clock() -> TestClock:
    """A clock that the test controls."""
    return TestClock()


@pytest.fixture(autouse=True)
def journals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for the journals of all exercises, in which nothing has been practised."""
    monkeypatch.setattr(typed_paths, "journal_folder", lambda exercise: tmp_path / exercise.stem)
    return tmp_path


@pytest.fixture
def practice(clock: TestClock) -> Practice:
    """A `Practice` that is kept in memory for one test."""
    return practice_records.practice_of(KATA, clock, written=False)


@pytest.fixture
def watching(practice: Practice) -> Iterator[WatchSession]:
    """A `watch` session without a verdict yet; the verdict after the test stops any running search."""
    watching = WatchSession(KATA, practice, FILE, is_exercise=True)
    yield watching
    judged(watching, "passed")


def judged(watching: WatchSession, *cases: str) -> None:
    """Give the screen these verdicts, one after the other."""
    for case in cases:
        watching.graded(SUBMISSION, CASES[case])


def screen(watching: WatchSession, *, short: bool = False, width: int = 80) -> str:
    """The text on the screen."""
    return watching.body(Page(width), short=short).plain()


SHOWN = {
    "begun": ("stub",),
    "gained_and_failing": ("stub", "half_way"),
    "gained": ("half_way", "passed"),
    "lost": ("passed", "half_way"),
    "lost_and_fixed": ("passed", "loading", "several", "loading", "one_finding"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SHOWN)
def test_screen_is_the_golden_one(watching: WatchSession, name: str, size: str) -> None:
    judged(watching, *SHOWN[name])
    hold_against_golden("watch", f"{name}_{size}", watching.body(empty(size), short=False))


@pytest.mark.parametrize("size", SIZES)
def test_low_screen_has_the_steps_in_short(watching: WatchSession, size: str) -> None:
    judged(watching, "half_way")
    page = watching.body(empty(size), short=True)
    hold_against_golden("watch", f"low_{size}", page)


@pytest.mark.parametrize("size", SIZES)
def test_hint_takes_the_place_of_the_report(watching: WatchSession, size: str) -> None:
    judged(watching, "half_way")
    watching.pressed("h")
    hold_against_golden("watch", f"hint_{size}", watching.body(empty(size), short=False))


def test_what_is_watched_is_named_before_the_first_verdict(watching: WatchSession) -> None:
    assert watching.pressed("h") is Action.DRAW
    assert screen(watching) == f"{FILE}\n\n"


def test_progress_is_relative_to_the_verdict_before() -> None:
    passed, unfinished = CASES["passed"], CASES["unfinished"]
    assert progress({}, passed) == Progress()
    assert progress(known({}, passed), passed) == Progress()
    assert progress(known({}, unfinished), passed) == Progress(gained=("gradients", "fit", "vectorization"))
    assert progress(known({}, passed), unfinished) == Progress(lost=("gradients", "fit", "vectorization"))


def test_a_syntax_error_keeps_the_progress() -> None:
    before = known({}, CASES["half_way"])
    assert progress(before, CASES["loading"]) == Progress()
    assert known(before, CASES["loading"]) == before
    assert progress({}, CASES["loading"]) == Progress()


def test_hints_are_those_of_the_ladder(watching: WatchSession, practice: Practice, clock: TestClock) -> None:
    judged(watching, "half_way")
    assert rungs(practice) == [2]  # the rung that the report shows
    for seconds in (0, 1):
        clock.go_on(seconds)
        watching.pressed("h")
        assert "hint 3 of 4" in screen(watching)
    assert rungs(practice) == [2, 3]
    judged(watching, "half_way")
    assert "hint 3 of 4" not in screen(watching)
    watching.pressed("h")
    assert "hint 3 of 4" in screen(watching)
    assert rungs(practice) == [2, 3]
    watching.close()


def rungs(practice: Practice) -> list[int]:
    """The recorded rungs, in order."""
    return [record.facts["rung"] for record in practice.past().of("hint")]


def test_hint_in_the_report_counts_once_per_finding(watching: WatchSession, practice: Practice) -> None:
    judged(watching, "half_way", "half_way", "stub", "half_way", "no_hints", "stub", "no_hints")
    assert [record.facts["asked"] for record in practice.past().of("hint")] == [False, False]
    assert [attempt.hints for attempt in practice.attempts()] == [1]


def test_step_to_write_has_its_ladder_from_the_first_rung(watching: WatchSession, practice: Practice) -> None:
    judged(watching, "stub")
    watching.pressed("h")
    assert "hint 1 of 3" in screen(watching)
    assert rungs(practice) == [1]


def test_without_a_memory_no_hint_is_vaguer_than_the_report(
    clock: TestClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(typed_paths, "journal_folder", lambda exercise: tmp_path / "file")
    watching = WatchSession(KATA, practice_records.practice_of(KATA, clock), FILE, is_exercise=True)
    for case, said in (("half_way", "hint 3 of 4"), ("stub", "hint 1 of 3")):
        judged(watching, case)
        watching.pressed("h")
        assert said in screen(watching)
        assert "cannot be written" in screen(watching)


def test_fix_is_looked_for_in_the_background(
    watching: WatchSession, practice: Practice, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def with_fixes(kata: object, submission: object, verdict: Verdict, *, cancel: object) -> Verdict:
        assert goes_on.wait(30)
        findings = tuple(replace(f, fix=(Change(1, 1, "the fix\n"),)) for f in verdict.findings)
        return replace(verdict, findings=findings, fixed=True)

    stand_in(monkeypatch, "grader.fixing", with_fixes=with_fixes)
    judged(watching, "half_way")
    for _ in range(2):
        watching.pressed("h")
        clock.go_on(20)
    assert "looking for it" in screen(watching)
    assert watching.passing() is Action.NOTHING
    assert practice.past().of("solution-seen") == ()
    goes_on.set()
    while watching.passing() is not Action.DRAW:
        pass
    assert "  the fix" in screen(watching)
    assert len(practice.past().of("solution-seen")) == 1
    judged(watching, "half_way")  # the next save removes it
    assert "the fix" not in screen(watching)


def test_all_right_leaves_nothing_to_hint_at(watching: WatchSession, practice: Practice) -> None:
    judged(watching, "passed")
    watching.pressed("h")
    assert "no hint is needed" in screen(watching)
    assert practice.past().of("hint") == ()


def test_every_run_is_remembered(watching: WatchSession, practice: Practice) -> None:
    judged(watching, "stub", "half_way", "passed")
    runs = practice.past().of("run")
    assert [(run.facts["by"], run.facts["verdict"]) for run in runs] == [
        ("watch", "unfinished"), ("watch", "failed"), ("watch", "passed"),
    ]  # fmt: skip


def test_missing_file_is_noted_below_the_last_verdict(watching: WatchSession) -> None:
    judged(watching, "half_way")
    watching.missing("To get it back: git checkout -- it.py")
    shown = screen(watching)
    assert "In gradients:" in shown
    rows = ("Waiting  To get it back:", "git checkout -- it.py", "Until then nothing is graded.")
    assert "\n         ".join(rows) + "\n" in shown
    watching.missing("")
    assert "Waiting" not in screen(watching)


def test_help_is_toggled(watching: WatchSession) -> None:
    judged(watching, "stub")
    watching.pressed("?")
    assert all(f"  {key}  {HELP[key]}" in screen(watching, width=100) for key in "hrcq?")
    watching.pressed("?")
    assert "The keys" not in screen(watching)


def test_next_exercise_is_offered_after_a_pass(
    watching: WatchSession, clock: TestClock, journals: Path
) -> None:
    judged(watching, "half_way")
    assert watching.pressed("n") is Action.NOTHING
    assert " n next" not in watching.foot(Page(100), Activity.WATCHING, keys=True).plain()
    judged(watching, "passed")
    assert "To go on with standard_scaler, press n." in screen(watching)
    assert " n next" in watching.foot(Page(100), Activity.WATCHING, keys=True).plain()
    run = {"verdict": "passed", "steps": {"fit": "passed"}}
    Journal(journals / "standard_scaler", clock).append("run", exercise="standard_scaler", **run)
    judged(watching, "passed")
    assert watching.pressed("n") is Action.LEAVE
    assert watching.goes_on_with not in ("", "linear_regression", "standard_scaler")
    for name in kata_names():
        Journal(journals / name, clock).append("run", exercise=name, **run)
    judged(watching, "passed")
    assert watching.pressed("n") is Action.NOTHING
    assert "To go on" not in screen(watching)


def test_keys(watching: WatchSession) -> None:
    judged(watching, "stub")
    told = {key: watching.pressed(key) for key in "qrch?x\n\t1é"}
    assert told == dict.fromkeys("x\n\t1é", Action.NOTHING) | {
        "q": Action.LEAVE, "r": Action.AGAIN, "c": Action.ASIDE, "h": Action.DRAW, "?": Action.DRAW,
    }  # fmt: skip
    assert watching.passing() is Action.NOTHING


def test_reference_is_beside_the_exercise_alone(practice: Practice) -> None:
    other = WatchSession(KATA, practice, "other.py", is_exercise=False)
    judged(other, "passed")
    assert {other.pressed(key) for key in "cn"} == {Action.NOTHING}
    assert "compare" not in other.foot(Page(100), Activity.WATCHING, keys=True).plain()
    other.pressed("?")
    assert "  c  " not in screen(other)


@pytest.mark.parametrize("doing", Activity)
@pytest.mark.parametrize("width", range(40, 101, 7))
def test_last_row_fits_with_whole_keys(watching: WatchSession, doing: Activity, width: int) -> None:
    for encoding in ("utf-8", "ascii"):
        page = watching.foot(Page(width, encoding), doing, keys=True)
        (row,) = page.plain().splitlines()
        assert cells(row) < width
        assert all(f"{key} {KEYS[key]}" in row for key in re.findall(r"  (\S) ", row))


def test_last_row_says_how_to_leave_without_keys(watching: WatchSession) -> None:
    assert watching.foot(Page(80), Activity.WATCHING, keys=False).plain() == "watching  Ctrl-C quit\n"


def test_last_row_is_cut_where_it_must_be() -> None:
    assert live_screen.foot(Page(10), "a long way to go", "", {"q": "quit"}).plain() == "a long …\n"


def test_keys_that_do_nothing_are_not_offered(watching: WatchSession) -> None:
    judged(watching, "half_way")
    wrong = watching.foot(Page(80), Activity.WATCHING, keys=True).plain()
    judged(watching, "passed")
    right = watching.foot(Page(80), Activity.WATCHING, keys=True).plain()
    assert ("failing input" in wrong, "failing input" in right) == (True, False)
    assert all(key in right for key in ("n next", "q quit", "? help"))
    assert watching.pressed("i") is Action.NOTHING
    judged(watching, "loading")
    assert "failing input" not in watching.foot(Page(80), Activity.WATCHING, keys=True).plain()
