"""Ask for an answer without choices, said or typed, which the person then rates point by point."""

from ...practice.questions import Question
from ...practice.quiz import Answer, rated
from ...report import quiz
from ...report.page import Page
from ...terminal.keys import without_sequences
from .prompts import HELP, Fill, Screen, Wish, pick

ANSWERING = (
    "Answer as you would in an interview: say it aloud, or type it in one line. Enter shows a model answer. s"
    " alone skips the question and shows its answer at the end, q alone ends the questions."
)
RATING = "y: your answer made this point; p: partly; n: it did not. q ends the questions."
RATINGS: dict[str, int | Wish] = {"y": 2, "yes": 2, "p": 1, "partly": 1, "n": 0, "no": 0, "q": Wish.QUIT}
LONGEST = 1000


def answer(question: Question, screen: Screen, above: Fill) -> tuple[Answer, Fill] | Wish:
    """The answer with the person's rating and what to show about it; or a `Wish`."""
    said = _said(screen, above)
    if isinstance(said, Wish):
        return said

    def model(page: Page) -> Page:
        return quiz.model(page, question)

    screen.show(model(screen.page()))
    ratings: list[int] = []
    count = len(question.points) + 1
    for number in range(1, count + 1):
        prompt = f"Point {number} of {count}: did your answer make it? (y, p or n, ? for help):"
        rating = pick(screen, prompt, model, RATINGS, "rating", RATING)
        if isinstance(rating, Wish):
            return rating
        ratings.append(rating)
    return rated(question.id, said, ratings), lambda page: _told(page, ratings)


def _said(screen: Screen, above: Fill) -> str | Wish:
    while True:
        try:
            line = screen.read("Say or type your answer, then press Enter (? for help):", above)
        except EOFError:
            return Wish.QUIT
        typed = " ".join(without_sequences(line).split())
        if typed.lower() in ("s", "q"):
            return Wish.SKIP if typed.lower() == "s" else Wish.QUIT
        if typed != HELP:
            return typed[:LONGEST]
        screen.show(quiz.note(screen.page(), ANSWERING))


def _told(page: Page, ratings: list[int]) -> Page:
    numbered = list(enumerate(ratings, 1))
    missing, partly = ([number for number, rating in numbered if rating == worth] for worth in (0, 1))
    return quiz.rated(page, missing, partly)
