"""Questions about a task that is stated in brief: by `--ask`, and by a key while the interview runs."""

from ...command_line import command
from ...kata import Kata
from ...practice.briefs import Brief, Point, asked_in
from ...practice.interview import Standing
from ...practice.journal import JournalError
from ...practice.practice import Practice
from ...report import brief as screen
from ...report.page import Page
from ...submission import UsageError
from ..shared import output

KEY, DIGITS = "a", "123456789"


def ask(kata: Kata, practice: Practice, last: Standing | None, number: int) -> int:
    """Ask by an option: show what can be asked, or answer the question of this number; the exit status.

    Raises:
        UsageError: if no interview runs whose task is stated in brief, or there is no such question.
    """
    brief = kata.brief
    if brief is None or last is None or last.how is not None or not last.is_brief:
        start = command(kata.name, "interview", "--brief")
        raise UsageError(f"No interview with a brief task is running. To start one: {start}")
    points, asked = brief.mixed(last.id), asked_in(practice.past().records, last.id)
    typed = command(kata.name, "interview", "--ask", "N")
    if number > len(points):
        raise UsageError(f"There is no question {number}; the last one is {len(points)}. Type: {typed}")
    if number:
        point = points[number - 1]
        if point.id not in asked:
            practice.record_asked(last.id, point.id)
        output.show(lambda page: screen.answer(page, point))
    else:
        output.show(lambda page: screen.questions(page, points, asked, typed))
    return 0


class TaskQuestions:
    """What can be asked in one interview, and what was.

    Attributes:
        is_shown: whether the list of questions is on the screen.
        trouble: why the last question was not recorded; empty where it was.
    """

    def __init__(self, brief: Brief, practice: Practice, interview: str) -> None:
        self._brief, self._practice, self._interview = brief, practice, interview
        self._points = brief.mixed(interview)
        self._asked = list(asked_in(practice.past().records, interview))
        self.is_shown, self.trouble = False, ""

    def pressed(self, key: str) -> bool:
        """Show or hide the list, or ask what is chosen from it; whether the key was for that."""
        if key == KEY:
            self.is_shown = not self.is_shown
            return True
        place = DIGITS.find(key)
        if not self.is_shown or not 0 <= place < len(self._points):
            return False
        self.ask(self._points[place])
        return True

    def ask(self, point: Point) -> None:
        """Answer a question, which is remembered once; it is the newest one then."""
        if point.id in self._asked:
            self._asked.remove(point.id)
        else:
            try:
                self._practice.record_asked(self._interview, point.id)
            except JournalError as error:
                self.trouble = str(error)
        self._asked.append(point.id)

    def show(self, page: Page, *, short: bool) -> None:
        """The list with the answers or, in short, with the newest answer alone."""
        answered = self._asked[-1:] if short else self._asked
        screen.questions(page, self._points, answered, "press the number of a question")

    def show_task(self, page: Page) -> None:
        """The task with what was answered about it."""
        screen.statement(page, self._brief, self._asked)
