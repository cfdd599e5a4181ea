"""Ask a person questions, one at a time, for `quiz` and at the end of an interview."""

from collections.abc import Collection, Iterator, Sequence
from random import Random

from ...practice.appointment import ANSWER, PUT_OFF
from ...practice.journal import Journal, JournalError
from ...practice.questions import Question
from ...practice.quiz import Answer
from ...report import quiz
from ...report.page import Page
from . import open_answers
from .prompts import Fill, Screen, Wish, pick


def ask(
    questions: Sequence[Question],
    screen: Screen,
    journal: Journal,
    random: Random,
    interview: str | None = None,
    *,
    done: Collection[str] = (),
    put_off: Collection[str] = (),
    is_open: bool = False,
) -> Iterator[Answer]:
    """Ask one question after the other; record each answer before it is commented on and yielded.

    Stops early if the person quits or the input ends. A skipped question yields nothing; its answer is shown
    at the end. If the journal cannot be written, say so once and go on.

    `random` shuffles the choices; in an `interview`, given by its id, their order never changes. Skip the
    questions in `done` (ids); those in `put_off` were skipped before. With `is_open`, show no choices.
    """
    talk = Talk(screen, journal, interview, is_open=is_open)
    late = [question for question in questions if question.id in put_off]
    for number, question in enumerate(questions, 1):
        if question.id in done:
            continue
        mixed = question.shuffled(random if interview is None else Random(f"{interview} {question.id}"))
        answer = talk.put(f"Question {number} of {len(questions)}", mixed)
        if answer is Wish.QUIT:
            break
        if isinstance(answer, Answer):
            yield answer
        else:
            talk.remember(PUT_OFF, {"question": question.id})
            late.append(question)
    if late:
        screen.show(quiz.put_off(screen.page(), late, is_open=is_open))


class Talk:
    """Asks single questions and records what comes of them; see `ask` for the arguments."""

    def __init__(self, screen: Screen, journal: Journal, interview: str | None, *, is_open: bool) -> None:
        self._screen, self._journal, self._interview, self._is_open = screen, journal, interview, is_open
        self._remembers = True
        self._before: Fill = lambda page: page

    def put(self, heading: str, question: Question) -> Answer | Wish:
        """Ask one question, record the answer and show whether it was right; return it, or a `Wish`."""

        def asked(page: Page) -> Page:
            return quiz.question(page, heading, question, is_open=self._is_open)

        before = self._before
        self._screen.show(asked(self._screen.page()))
        read = open_answers.answer if self._is_open else _chosen
        found = read(question, self._screen, lambda page: asked(before(page)))
        if isinstance(found, Wish):
            return found
        answer, self._before = found
        self.remember(ANSWER, answer.facts())
        self._screen.show(self._before(self._screen.page()))
        return answer

    def remember(self, event: str, facts: dict[str, object]) -> None:
        """Add a record to the journal; if it cannot be written, say so once."""
        if not self._remembers:
            return
        try:
            self._journal.append(event, **facts, interview=self._interview)
        except JournalError as error:
            self._remembers = False
            self._screen.show(quiz.note(self._screen.page(), f"{error} The answers are not saved this time."))


def _chosen(question: Question, screen: Screen, above: Fill) -> tuple[Answer, Fill] | Wish:
    """The answer that was chosen and what to show about it; or a `Wish`."""
    place = _choice(question, screen, above)
    if isinstance(place, Wish):
        return place
    choice = question.choices[place]
    return Answer(question.id, choice.right, choice.text), lambda page: quiz.chosen(page, question, place)


def _choice(question: Question, screen: Screen, above: Fill) -> int | Wish:
    """The index of the chosen answer, from 0; or a `Wish`."""
    letters = quiz.LETTERS[: len(question.choices)]
    known: dict[str, int | Wish] = {"s": Wish.SKIP, "q": Wish.QUIT}
    known |= {letter: place for place, letter in enumerate(letters)}
    known |= {str(place): place - 1 for place in range(1, len(letters) + 1)}
    how = (
        f"Press a letter from a to {letters[-1]}; s skips the question and shows its answer at the end,"
        " q ends the questions."
    )
    prompt = f"Your answer (a to {letters[-1]}, ? for help):"
    return pick(screen, prompt, above, known, "choice", how)
