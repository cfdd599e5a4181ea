"""The screen during an interview, and what the keys do."""

from collections.abc import Callable

from ...kata import Kata
from ...practice.bests import bests, compared
from ...practice.interview import Ending, InterviewState, Timer, mark_passed, state_of
from ...practice.journal import JournalError
from ...practice.practice import Practice
from ...report import interview, live_screen, printed, splits, task, terminal
from ...report.live_screen import known, progress
from ...report.page import Page
from ...submission import Submission, UsageError
from ...verdict import Status, Verdict
from ...watching.loop import Action, Activity
from ...watching.saves import stamp
from ..shared import hint_key, practice_records
from .acts import Part
from .task_questions import KEY, TaskQuestions

KEYS = {"h": "hint", "p": "problem", "a": "ask", "e": "end it", "r": "run again", "q": "leave", "?": "help"}
HELP = {
    "h": "one more hint on the first finding or step to write; it is counted, and shown with your time",
    "p": "show or hide the problem",
    "a": "with --brief: show or hide what you can ask about the task; then press a number",
    "e": "end the interview early; press e twice. After a pass, press it once to begin the questions",
    "r": "grade the file again, with new random data",
    "q": "leave; the clock keeps running, and the same command brings you back (also Ctrl-C, Ctrl-D)",
    "?": "show or hide this help",
}
SURE = "End the interview? e ends it, any other key continues"
LOOK_SECONDS = 1.0


class InterviewSession:
    """The session of `interview`; see `Session` for what its methods do.

    Attributes:
        standing: the state of the interview, as last seen.
        concludes: whether the interview ended on this screen, so that the questions follow.
        goes_on_with: the second act, once it has begun, which ends this session; else None.

    Args:
        path: of the exercise, as shown to the user.
        tell: takes the title for the terminal, and whether to ring the bell.
        begin: begins the second act and returns it, if that is possible.
        second: the task, if this is the second act.
    """

    def __init__(
        self,
        kata: Kata,
        practice: Practice,
        state: InterviewState,
        path: str,
        tell: Callable[[str, bool], None] = lambda title, rings: None,
        begin: Callable[[], Part | None] = lambda: None,
        second: task.Task | None = None,
    ) -> None:
        self._kata, self._practice, self._path = kata, practice, path
        self._timer = Timer(practice.clock, state.latest)
        self.state, self._set_back = state, state.set_back
        self._graded: tuple[Submission, Verdict] | None = None
        self._known: dict[str, Status] = {}
        self._head: terminal.Background
        self._hint = hint_key.ShownHints(kata, practice)
        brief = kata.brief if state.is_brief else None
        self._task = None if brief is None else TaskQuestions(brief, practice, state.id)
        self._why_missing = self._trouble = ""
        self._problem = self._help = self._asks = False
        self.concludes = self._is_over = self._has_tried = False
        self._begin, self._second = begin, second
        self.goes_on_with: Part | None = None
        self._tell, self._title, self._told = tell, "", self._left()
        self._looked, self._stamp = practice.clock.monotonic(), stamp(str(practice.journal.path))

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Record the run; after a pass, the learner can polish the code until the deadline."""
        self._head = terminal.Background([], progress=progress(self._known, verdict), short=True)
        self._known = known(self._known, verdict)
        self._graded, self._problem = (submission, verdict), False
        self._hide_questions()
        self._hint.reset()
        try:
            self._practice.record_run(verdict, submission.source, "interview", submission.saved)
        except JournalError as error:
            self._trouble = str(error)
        self._see()

    def missing(self, why: str) -> None:
        """Say why on the next screen."""
        self._why_missing = why

    def pressed(self, key: str) -> Action:
        """Handle a key."""
        if self._asks:
            self._asks = False
            if key == "e":
                self._end("ended")
            return Action.DRAW
        if self._task is not None and self._task.pressed(key):
            self._problem, self._trouble = False, self._task.trouble or self._trouble
            return Action.DRAW
        if key not in self._keys:
            return Action.NOTHING
        if key in "hp":
            self._hide_questions()
        if key == "h" and self._graded is not None:
            self._hint.show_next(*self._graded)
            self._problem = False
        if key == "e" and self.state.is_polishing:
            self._end("passed")
            return Action.DRAW
        self._asks = key == "e"
        self._problem ^= key == "p"
        self._help ^= key == "?"
        return {"q": Action.LEAVE, "r": Action.AGAIN}.get(key, Action.DRAW)

    @property
    def _keys(self) -> dict[str, str]:
        known = KEYS | ({"e": "questions"} if self.state.is_polishing else {})
        return {key: text for key, text in known.items() if key != KEY or self._task is not None}

    def _hide_questions(self) -> None:
        if self._task is not None:
            self._task.is_shown = False

    def aside(self) -> None:
        """Do nothing: an interview shows nothing outside its screen."""

    def passing(self) -> Action:
        """Notice what other commands recorded, and that the interview is over, by time or otherwise."""
        if self._is_over:  # and the last screen has been drawn
            return Action.LEAVE
        self._announce()
        come = self._graded is not None and self._hint.look(self._graded[0])
        then = Action.DRAW if self._has_news() or come else Action.NOTHING
        how = self._how()
        if self._goes_on():
            return Action.LEAVE
        if how is None:
            return then
        self._announce()  # the deadline may have passed since
        if not self.state.is_recorded:
            self._end(how)
        self._is_over = True
        return Action.DRAW

    def _goes_on(self) -> bool:
        """Begin the second act if it is time for it, trying only once; return whether it has begun."""
        if self.state.awaits_second and not self._has_tried:
            self._has_tried = True
            try:
                self.goes_on_with = self._begin()
            except UsageError as error:
                self._trouble = str(error)
        return self.goes_on_with is not None

    def _announce(self) -> None:
        """Put the minutes left into the title when they change, and ring at each mark."""
        left = self._left()
        rings = mark_passed(self._told, left) is not None
        self._told, before = left, self._title
        self._title = interview.title(self._kata.name, left)
        if rings or self._title != before:
            self._tell(self._title, rings)

    def _left(self) -> float:
        seconds = (self.state.deadline - self._timer.now()).total_seconds()
        return min(max(seconds, 0.0), self.state.minutes * 60)

    def _how(self) -> Ending | None:
        """How the interview ended; None while it runs, or while passed code can still be polished."""
        if self.state.is_polishing and self._left():
            return None
        if self.state.how is not None or self._left():
            return self.state.how
        self._see()
        return self.state.how or "time"  # "time" also if the journal is gone

    def _has_news(self) -> bool:
        """Check from time to time whether another command has recorded something."""
        now = self._practice.clock.monotonic()
        if now - self._looked < LOOK_SECONDS:
            return False
        self._looked = now
        before, self._stamp = self._stamp, stamp(str(self._practice.journal.path))
        if before == self._stamp:
            return False
        self._see()
        return True

    def _see(self) -> None:
        seen = state_of(self._practice.past().records, self._practice.steps, self._timer.now())
        if seen is not None and seen.id == self.state.id:
            self.state = seen

    def close(self) -> None:
        """Stop the search for a fix."""
        self._hint.reset()

    def by_now(self) -> InterviewState:
        """The state when the screen closes; the time left is by the same clock as on the screen."""
        self._see()
        return self.state

    def _end(self, how: Ending) -> None:
        try:
            self._practice.end_interview(self.state.id, how)
        except JournalError as error:
            self._trouble = str(error)
        self.concludes = how != "abandoned"
        self._see()

    def body(self, page: Page, *, short: bool) -> Page:
        """The steps, the findings and the splits; if `short`, the splits on one row."""
        is_unchanged = self._second is not None and not self.state.attempt.runs
        if self._problem and self._task is None:
            task.problem(page, self._kata.statement)
        elif self._problem and self._task is not None:
            self._task.show_task(page)
        elif self._task is not None and self._task.is_shown:
            self._task.show(page, short=short)
        elif self._graded is None or (is_unchanged and not self._hint.is_shown):
            page.row((self._path, "title"))
            self._beginning(page, short=short)
        else:
            self._report(page, *self._graded, short=short)
        live_screen.waiting(page, self._why_missing)
        self._notes(page)
        if self._help:
            live_screen.help_on_keys(page, {key: HELP[key] for key in self._keys})
        page.blank()
        return page

    def foot(self, page: Page, doing: Activity, *, keys: bool) -> Page:
        """The time left, or how the interview ended, and the keys."""
        if self._asks:
            return live_screen.foot(page, SURE, "todo", {})
        if self.state.how is not None and not self.state.is_polishing:
            return live_screen.foot(page, interview.ending(self.state), "title", {})
        seconds = self._left()
        grading = f", grading{page.symbols.more}" if doing is Activity.GRADING else ""
        style = interview.time_style(seconds, self.state.minutes)
        shown = self._keys if keys else {"Ctrl-C": "leave"}
        return live_screen.foot(page, interview.left(seconds) + grading, style, shown)

    def _report(self, page: Page, submission: Submission, verdict: Verdict, *, short: bool) -> None:
        terminal.step_statuses(verdict, self._head, page)
        if self._hint.is_shown:
            page.blank()
            self._hint.show(page, submission, verdict)
            return
        if verdict.untouched:
            self._beginning(page, short=short)
        if self.state.is_polishing:
            interview.polishing(page, self.state)
        interview.seen(page, verdict, self._kata.catalogue, submission.lines)
        printed.show(page, verdict)
        steps = self.state.attempt.timed_steps(self._practice.steps)
        best = bests(self.state.earlier, steps)
        rows = compared(self.state.attempt, best, steps)
        if short:
            splits.splits_in_short(page, rows)
        else:
            splits.beside_the_best(page, rows, best)

    def _beginning(self, page: Page, *, short: bool) -> None:
        page.blank()
        if self._second is None:
            interview.beginning(page, practice_records.copy_before(self._practice, self.state))
        else:
            task.announced(page, self._second, short=short)

    def _notes(self, page: Page) -> None:
        jump = self._timer.jump()
        if self._trouble or jump or self._set_back:
            page.blank()
        if self._trouble:
            page.prose(self._trouble, label="Note   ", label_style="todo")
        if jump:
            interview.jumped(page, jump)
        elif self._set_back:
            interview.was_set_back(page, self._set_back)
