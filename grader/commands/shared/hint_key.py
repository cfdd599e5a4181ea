"""Hints in `watch` and `interview`: each key press shows one more, until the next verdict."""

import threading
from collections.abc import Sequence

from ...fixing import with_fixes
from ...kata import Kata
from ...practice import ladder
from ...practice.journal import JournalError
from ...practice.ladder import Rung, Subject
from ...practice.practice import Practice
from ...practice.runs import digest
from ...report.ladder import nothing_to_hint_at
from ...report.page import Page
from ...sandbox import launch
from ...submission import Submission
from ...verdict import Verdict
from .. import hint

LOOKING = "looking for it; it appears here as soon as it is found."


class FixSearch:
    """Looks for the fixes of a submission in its own thread.

    Attributes:
        found: the verdict with the fixes; None until the search is done.
    """

    def __init__(self, kata: Kata, submission: Submission, verdict: Verdict) -> None:
        self.found: Verdict | None = None
        self._kata, self._submission, self._verdict = kata, submission, verdict
        self._cancel = launch.Cancel()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.found = with_fixes(self._kata, self._submission, self._verdict, cancel=self._cancel)
        except launch.Cancelled:
            return

    def give_up(self) -> None:
        """Stop the search, even if it has found nothing yet."""
        self._cancel.now()
        self._thread.join(timeout=2)


class ShownHints:
    """The hints on the first problem of the newest verdict, as far as they were shown.

    `read` is the rung that the screen shows anyway for a mistake; 0 if it shows none.
    """

    def __init__(self, kata: Kata, practice: Practice, *, read: int = 0) -> None:
        self._kata, self._practice, self._read = kata, practice, read
        self._about: Subject | None = None
        self._rungs, self._on_the_next = 0, ""
        self._search: FixSearch | None = None
        self._fix: Sequence[str] | str = ""
        self.is_shown = False

    def reset(self) -> None:
        """Hide the hints, and give up the search for a fix."""
        self.is_shown, self._fix = False, ""
        if self._search is not None:
            self._search.give_up()
            self._search = None

    def show_next(self, submission: Submission, verdict: Verdict) -> None:
        """Show one more hint on the first problem, and record it."""
        self.is_shown, self._about = True, hint.subject(self._kata, verdict)
        if self._about is None:
            return
        self._rungs, self._on_the_next = self._rung(self._about, submission)
        if self._about.top > ladder.LAST_RUNG <= self._rungs and self._search is None:
            self._search = FixSearch(self._kata, submission, verdict)  # ready by the next key press
        if self._rungs > ladder.LAST_RUNG:
            self._fix = self._fix or LOOKING
            self.look(submission)

    def _rung(self, found: Subject, submission: Submission) -> tuple[int, str]:
        try:
            rung = self._practice.give_hint(found.hinted, digest(submission.source), top=found.top)
        except JournalError as error:
            return 1 + (self._read if found.finding is not None else 0), str(error)
        return rung.number, _on_the_next(rung)

    def look(self, submission: Submission) -> bool:
        """Whether the awaited fix has been found since the last look; takes it over."""
        if self._fix != LOOKING or self._search is None or self._about is None:
            return False
        if (fixed := self._search.found) is None:
            return False
        self._fix = hint.told_fix(self._practice, submission, fixed, self._about)
        return True

    def show(self, page: Page, submission: Submission, verdict: Verdict) -> None:
        """Show the hints so far and what to do."""
        if self._about is None:
            nothing_to_hint_at(page, verdict, None)
        else:
            hint.show(page, self._about, submission, self._rungs, "save.", self._on_the_next, self._fix)


def _on_the_next(rung: Rung) -> str:
    return "" if rung.wait is None else hint.when_next("press h again", rung)
