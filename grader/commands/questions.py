"""Put questions to a person, one at a time; `quiz` does, and so does the end of an interview."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from random import Random

from ..practice.appointment import ANSWER
from ..practice.journal import Journal, JournalError
from ..practice.questions import Question
from ..practice.quiz import Answer
from ..report import paint, quiz
from ..report.page import Page
from ..terminal.keys import without_sequences
from . import output

HELP = "?"


class Wish(Enum):
    """What may be typed in place of a choice."""

    SKIP = auto()
    QUIT = auto()


@dataclass(frozen=True)
class Screen:
    """Where a person reads and types.

    Attributes:
        page: gives an empty page of the present width.
        show: puts a page under what is there.
        read: shows a prompt and gives the line that was typed; EOFError where the input has ended.
    """

    page: Callable[[], Page]
    show: Callable[[Page], None]
    read: Callable[[str], str]


def terminal() -> Screen:
    """The screen of this process."""
    return Screen(
        page=lambda: paint.page_for(sys.stdout),
        show=lambda page: output.write("\n" + paint.painted(page, sys.stdout)),
        read=_read,
    )


def _read(prompt: str) -> str:
    output.write(prompt)
    line = sys.stdin.buffer.readline()  # bytes: what is typed need not be in the terminal's encoding
    if not line:
        raise EOFError
    return line.decode(sys.stdin.encoding, errors="replace")


def ask(
    questions: Sequence[Question],
    screen: Screen,
    journal: Journal,
    random: Random,
    interview: str | None = None,
) -> Iterator[Answer]:
    """Ask one question after the other; each answer is in the journal before it is told and handed on.

    It ends early where the person quits or the input ends. A question passed over gives no answer. Where
    the journal cannot be written that is said once, and the questions go on.

    Args:
        questions: in the order in which to ask them.
        screen: where a person reads and types.
        journal: what remembers the answers.
        random: mixes the choices.
        interview: the id of the interview that they belong to.
    """
    remembers = True
    for number, question in enumerate(questions, 1):
        mixed = question.shuffled(random)
        screen.show(on_page(screen.page(), f"Question {number} of {len(questions)}", mixed))
        chosen = _choice(mixed, screen)
        if chosen is Wish.QUIT:
            return
        if chosen is Wish.SKIP:
            continue
        choice = mixed.choices[chosen]
        answer = Answer(question.id, choice.right, choice.text)
        if remembers:
            remembers = _remember(answer, screen, journal, interview)
        screen.show(told(screen.page(), mixed, chosen))
        yield answer


def on_page(page: Page, heading: str, question: Question) -> Page:
    """The question with its choices in their present order."""
    texts = [choice.text for choice in question.choices]
    return quiz.question(page, heading, question.topic, question.text, question.code, texts)


def _choice(question: Question, screen: Screen) -> int | Wish:
    """The place of the choice that is typed, from 0, or what is wanted in place of one."""
    letters = quiz.LETTERS[: len(question.choices)]
    known: dict[str, int | Wish] = {"s": Wish.SKIP, "q": Wish.QUIT}
    known |= {letter: place for place, letter in enumerate(letters)}
    known |= {str(place): place - 1 for place in range(1, len(letters) + 1)}
    how = f"Type a letter from a to {letters[-1]} and Enter; s skips the question, q ends the questions."
    while True:
        try:
            line = screen.read(f"\nYour answer (a to {letters[-1]}, ? for help): ")
        except EOFError:
            return Wish.QUIT
        typed = without_sequences(line).strip()
        meant = known.get(typed.lower().rstrip(".)"))
        if meant is not None:
            return meant
        page = screen.page()
        said = "" if typed in ("", HELP) else f"'{page.crop(typed, 20)}' is not a choice. "
        screen.show(quiz.note(page, said + how))


def _remember(answer: Answer, screen: Screen, journal: Journal, interview: str | None) -> bool:
    """Whether the answer is in the journal; where it is not, that is said."""
    facts = {"question": answer.question, "right": answer.right, "choice": answer.choice}
    try:
        journal.append(ANSWER, **facts, interview=interview)
    except JournalError as error:
        screen.show(quiz.note(screen.page(), f"{error} The answers are not saved this time."))
        return False
    return True


def told(page: Page, question: Question, chosen: int) -> Page:
    """What is said of a choice, by its place in the question."""
    choice, right = question.choices[chosen], question.choices[question.right]
    if choice.right:
        return quiz.right(page, choice.why)
    return quiz.wrong(page, choice.why, (quiz.LETTERS[question.right], right.text, right.why))
