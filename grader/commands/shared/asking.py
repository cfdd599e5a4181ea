"""Ask a person at a terminal: to confirm something, or the questions of an interviewer, one at a time.

Without choices, the person says or types an answer, and then rates it point by point.
"""

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from random import Random

from ...practice.appointment import ANSWER, PUT_OFF
from ...practice.journal import Journal, JournalError
from ...practice.questions import Question
from ...practice.quiz import Answer, rated
from ...report import paint, quiz
from ...report.page import Page, cells, wrap
from ...terminal.keys import END_OF_FILE, ESCAPE, Keys, without_sequences
from ...terminal.line import Line
from ...terminal.signals import when_resized
from . import streams

HELP = "?"
ANSWER_CELLS = 2
CLEAR = "\x1b[H\x1b[J"
PASSED_OVER = ("\r", "\n", ESCAPE)
"""Keys to ignore: many people press Enter after a key, which must not answer the next question."""
ANSWERING = (
    "Answer as you would in an interview: say it aloud, or type it in one line. Enter shows a model answer. s"
    " alone skips the question and shows its answer at the end, q alone ends the questions."
)
RATING = "y: your answer made this point; p: partly; n: it did not. q ends the questions."
MAX_ANSWER_LENGTH = 1000

Fill = Callable[[Page], Page]


class Refusal(Enum):
    """What a person can ask for instead of giving an answer."""

    SKIP = auto()
    QUIT = auto()


RATINGS: dict[str, int | Refusal] = {
    "y": 2, "yes": 2, "p": 1, "partly": 1, "n": 0, "no": 0, "q": Refusal.QUIT,
}  # fmt: skip


@dataclass(frozen=True)
class Console:
    """The screen and the keyboard of a person, as functions that tests can replace."""

    page: Callable[[], Page]  # gives an empty page of the current width
    show: Callable[[Page], None]  # prints a page below what is on the screen
    # shows a prompt and returns the line that was typed; raises EOFError at the end of input. It also takes
    # what is above the prompt, to redraw that when the width changes.
    read: Callable[[str, Fill], str]
    key: Callable[[str, Fill], str]  # the same for a single key, without Enter


def ask(
    questions: Sequence[Question],
    console: Console,
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
    talk = Questioner(console, journal, interview, is_open=is_open)
    late = [question for question in questions if question.id in put_off]
    for number, question in enumerate(questions, 1):
        if question.id in done:
            continue
        mixed = question.shuffled(random if interview is None else Random(f"{interview} {question.id}"))
        answer = talk.put(f"Question {number} of {len(questions)}", mixed)
        if answer is Refusal.QUIT:
            break
        if isinstance(answer, Answer):
            yield answer
        else:
            talk.remember(PUT_OFF, {"question": question.id})
            late.append(question)
    if late:
        console.show(quiz.put_off(console.page(), late, is_open=is_open))


class Questioner:
    """Asks single questions and records what comes of them; see `ask` for the arguments."""

    def __init__(self, console: Console, journal: Journal, interview: str | None, *, is_open: bool) -> None:
        self._console, self._journal, self._interview, self._is_open = console, journal, interview, is_open
        self._remembers = True
        self._before: Fill = lambda page: page

    def put(self, heading: str, question: Question) -> Answer | Refusal:
        """Ask one question, record the answer and show whether it was right; return it, or a `Refusal`."""

        def asked(page: Page) -> Page:
            return quiz.question(page, heading, question, is_open=self._is_open)

        before = self._before
        Keys(sys.stdin).forget()  # ignore what was typed before the question appeared
        self._console.show(asked(self._console.page()))
        read = _open_answer if self._is_open else _chosen_answer
        found = read(question, self._console, lambda page: asked(before(page)))
        if isinstance(found, Refusal):
            return found
        answer, self._before = found
        self.remember(ANSWER, answer.facts())
        self._console.show(self._before(self._console.page()))
        return answer

    def remember(self, event: str, facts: dict[str, object]) -> None:
        """Add a record to the journal; if it cannot be written, say so once."""
        if not self._remembers:
            return
        try:
            self._journal.append(event, **facts, interview=self._interview)
        except JournalError as error:
            self._remembers = False
            self._console.show(
                quiz.note(self._console.page(), f"{error} The answers are not saved this time.")
            )


def _chosen_answer(question: Question, console: Console, above: Fill) -> tuple[Answer, Fill] | Refusal:
    """The answer that was chosen and what to show about it; or a `Refusal`."""
    letters = quiz.LETTERS[: len(question.choices)]
    known: dict[str, int | Refusal] = {"s": Refusal.SKIP, "q": Refusal.QUIT}
    known |= {letter: place for place, letter in enumerate(letters)}
    known |= {str(place): place - 1 for place in range(1, len(letters) + 1)}
    how = (
        f"Press a letter from a to {letters[-1]}; s skips the question and shows its answer at the end,"
        " q ends the questions."
    )
    prompt = f"Your answer (a to {letters[-1]}, ? for help):"
    place = pick(console, prompt, above, known, "choice", how)
    if isinstance(place, Refusal):
        return place
    choice = question.choices[place]
    return Answer(question.id, choice.right, choice.text), lambda page: quiz.chosen(page, question, place)


def _open_answer(question: Question, console: Console, above: Fill) -> tuple[Answer, Fill] | Refusal:
    """The answer with the person's rating and what to show about it; or a `Refusal`."""
    text = _answer_text(console, above)
    if isinstance(text, Refusal):
        return text

    def model(page: Page) -> Page:
        return quiz.model(page, question)

    Keys(sys.stdin).forget()  # ignore keys that were pressed before the model answer appeared
    console.show(model(console.page()))
    ratings: list[int] = []
    count = len(question.points) + 1
    for number in range(1, count + 1):
        asked = "make it" if number < count else "say none of these"
        prompt = f"Point {number} of {count}: did your answer {asked}? (y, p or n, ? for help):"
        rating = pick(console, prompt, model, RATINGS, "rating", RATING)
        if isinstance(rating, Refusal):
            return rating
        ratings.append(rating)
    return rated(question.id, text, ratings), lambda page: _rating_shown(page, ratings)


def _answer_text(console: Console, above: Fill) -> str | Refusal:
    while True:
        try:
            line = console.read("Say or type your answer, then press Enter (? for help):", above)
        except EOFError:
            return Refusal.QUIT
        typed = " ".join(line.split())
        if typed.lower() in ("s", "q"):
            return Refusal.SKIP if typed.lower() == "s" else Refusal.QUIT
        if typed != HELP:
            return typed[:MAX_ANSWER_LENGTH]
        console.show(quiz.note(console.page(), ANSWERING))


def _rating_shown(page: Page, ratings: list[int]) -> Page:
    numbered = list(enumerate(ratings, 1))
    missing, partly = ([number for number, rating in numbered if rating == worth] for worth in (0, 1))
    return quiz.rated(page, missing, partly)


def pick(
    console: Console, prompt: str, above: Fill, known: Mapping[str, int | Refusal], what: str, how: str
) -> int | Refusal:
    """Read a key until it is one of `known`, and return its value there; QUIT at the end of input.

    For any other key, a note says that it is not a `what`, and `how` to answer.
    """
    while True:
        try:
            typed = without_sequences(console.key(prompt, above)).strip()
        except EOFError:
            return Refusal.QUIT
        if (word := typed.lower().rstrip(".)")) in known:
            return known[word]
        page = console.page()
        fault = "" if typed in ("", HELP) else f"'{page.crop(typed, 20)}' is not a {what}. "
        console.show(quiz.note(page, fault + how))


def terminal() -> Console:
    """The screen of this process."""
    return Console(
        page=streams.page,
        show=lambda page: streams.write("\n" + paint.painted(page, sys.stdout)),
        read=_read,
        key=_key,
    )


def _in_rows(prompt: str) -> str:
    """A prompt, wrapped, below an empty row, with room for an answer after it."""
    return "\n" + "\n".join(wrap(prompt, paint.columns(sys.stdout) - ANSWER_CELLS)) + " "


def _read(prompt: str, above: Fill) -> str:
    line = Line()
    with Keys(sys.stdin) as keys, _prompted(prompt, above, line):
        while not line.is_over:
            line.take(keys.typed())
            start = cells(_in_rows(prompt).rpartition("\n")[2])
            streams.write(line.update(start, paint.columns(sys.stdout)))
    streams.write("\n")
    return line.text


def _key(prompt: str, above: Fill) -> str:
    with Keys(sys.stdin) as keys, _prompted(prompt, above, Line()):
        while (key := keys.next()) in PASSED_OVER:
            continue
    if key == END_OF_FILE:
        raise EOFError
    streams.write(f"{key if key.isprintable() else ''}\n")
    return key


@contextmanager
def _prompted(prompt: str, above: Fill, line: Line) -> Iterator[None]:
    """Show a prompt; while it waits, redraw it, what is above it and the line when the width changes."""

    def draw_again() -> None:
        line.shown = line.text
        streams.write(CLEAR + paint.painted(above(streams.page()), sys.stdout) + _in_rows(prompt) + line.text)

    drawn = paint.columns(sys.stdout)
    streams.write(_in_rows(prompt))
    with when_resized(drawn, lambda: paint.columns(sys.stdout), draw_again):
        yield


def at_a_terminal() -> bool:
    """Whether we can ask the user: stdin and stdout are both terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def agreed(question: str, *, usual: bool = False) -> bool:
    """Ask a yes/no question at a terminal, answered by one key without Enter; True for yes.

    `usual` is the default answer. If it is yes, only n, q, Escape and the end of input mean no; if it is no,
    only y means yes.

    Raises:
        KeyboardInterrupt: on Ctrl-C; its message says that nothing was changed, as all questions come first.
    """
    asked = wrap(f"{question} {'[Y/n]' if usual else '[y/N]'}", paint.columns(sys.stdout) - len(" yes"))
    shown = "\n".join(asked) + " "
    try:
        again = when_resized(0, lambda: 0, lambda: streams.write(shown))  # after Ctrl-Z
        with Keys(sys.stdin) as keys, again:
            keys.forget()  # ignore keys that were pressed before the question appeared
            streams.write(shown)
            key = keys.next()
    except KeyboardInterrupt:  # it may come before the key is awaited
        streams.write("\n")
        raise KeyboardInterrupt("Interrupted. Nothing was changed.") from None
    is_yes = key not in ("n", "q", ESCAPE, END_OF_FILE) if usual else key == "y"
    streams.write("yes\n" if is_yes else "no\n")
    return is_yes
