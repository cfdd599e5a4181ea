"""An answer in one's own words, said or typed, which the person then rates point by point."""

from ...practice.questions import Question
from ...practice.quiz import Answer, rated
from ...report import quiz
from ...report.page import Page
from ...terminal.keys import without_sequences
from .prompts import HELP, Fill, Screen, Wish

ANSWERING = (
    "Answer as you would in an interview: say it aloud, or type it in one line. Enter shows a model answer. s"
    " alone skips the question and shows its answer at the end, q alone ends the questions."
)
RATING = "y: your answer made this point; p: partly; n: it did not. q ends the questions."
RATINGS = {"y": 2, "yes": 2, "p": 1, "partly": 1, "n": 0, "no": 0}
LONGEST = 1000


def answer(question: Question, screen: Screen, above: Fill) -> tuple[Answer, Fill] | Wish:
    """The answer as the person rates it, and what is said of that; or what is wanted in place of one."""
    said = _said(screen, above)
    if isinstance(said, Wish):
        return said

    def model(page: Page) -> Page:
        beliefs = [(choice.text, choice.why) for choice in question.wrong]
        return quiz.model(page, question.points, beliefs)

    screen.show(model(screen.page()))
    ratings: list[int] = []
    count = len(question.points) + 1
    for number in range(1, count + 1):
        rating = _rating(f"Point {number} of {count}: did your answer make it?", screen, model)
        if rating is None:
            return Wish.QUIT
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


def _rating(what: str, screen: Screen, above: Fill) -> int | None:
    """What a point is worth, 2, 1 or 0; none where the person ends the questions."""
    while True:
        try:
            line = screen.read(f"{what} (y, p or n, ? for help):", above)
        except EOFError:
            return None
        typed = without_sequences(line).strip().lower().rstrip(".)")
        if typed == "q":
            return None
        if typed in RATINGS:
            return RATINGS[typed]
        page = screen.page()
        said = "" if typed in ("", HELP) else f"'{page.crop(typed, 20)}' is not a rating. "
        screen.show(quiz.note(page, said + RATING))


def _told(page: Page, ratings: list[int]) -> Page:
    numbered = list(enumerate(ratings, 1))
    missing, partly = ([number for number, rating in numbered if rating == worth] for worth in (0, 1))
    return quiz.rated(page, missing, partly)
