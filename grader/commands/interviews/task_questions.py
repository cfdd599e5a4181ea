"""Ask about a briefly stated task while the interview runs, with a key."""

from ...practice.briefs import Brief, Point, asked_in
from ...practice.journal import JournalError
from ...practice.practice import Practice
from ...report import task as screen
from ...report.page import Page

KEY, DIGITS = "a", "123456789"


class TaskQuestions:
    """The questions that can be asked in one interview, and those that were.

    Attributes:
        is_shown: whether the list of questions is on the screen.
        trouble: why a question could not be recorded; empty if none failed.
    """

    def __init__(self, brief: Brief, practice: Practice, interview: str) -> None:
        self._brief, self._practice, self._interview = brief, practice, interview
        self._points = brief.mixed(interview)
        self._asked = list(asked_in(practice.past().records, interview))
        self.is_shown, self.trouble = False, ""

    def pressed(self, key: str) -> bool:
        """Show or hide the list, or ask the chosen question; return whether the key did one of these."""
        if key == KEY:
            self.is_shown = not self.is_shown
            return True
        place = DIGITS.find(key)
        if not self.is_shown or not 0 <= place < len(self._points):
            return False
        self.ask(self._points[place])
        return True

    def ask(self, point: Point) -> None:
        """Answer a question, as the newest one; record it the first time it is asked."""
        if point.id in self._asked:
            self._asked.remove(point.id)
        else:
            try:
                self._practice.record_asked(self._interview, point.id)
            except JournalError as error:
                self.trouble = str(error)
        self._asked.append(point.id)

    def show(self, page: Page, *, short: bool) -> None:
        """Show the list with all answers or, if `short`, with the newest answer only."""
        answered = self._asked[-1:] if short else self._asked
        screen.questions(page, self._points, answered, "press the number of a question")

    def show_task(self, page: Page) -> None:
        """Show the task with the answers given so far."""
        screen.statement(page, self._brief, self._asked)
