"""The screens of the quiz: a question, the reaction to an answer, the final score."""

from collections.abc import Mapping, Sequence

from .highlight import spans
from .page import Page, cells

LETTERS = "abcd"
AVOIDS = "It says none of these, which are common but wrong:"


def question(page: Page, heading: str, topic: str, text: str, code: str, choices: Sequence[str]) -> Page:
    """Show one question with its choices, lettered in order; without choices it is an open question."""
    page.blank()
    page.prose(topic, label=f"{heading}: ", label_style="title", style="dim")
    page.blank()
    page.prose(text)
    if code:
        page.blank()
    for line in code.splitlines():
        bar = f"  {page.symbols.bar} "
        page.row((bar, "dim"), *spans(page.crop(line, page.width - cells(bar))))
    if choices:
        page.blank()
    for letter, choice in zip(LETTERS, choices, strict=False):
        page.prose(choice, label=f"  {letter}  ")
    return page


def right(page: Page, why: str) -> Page:
    """Say that the answer is right, and why."""
    page.prose(why, label=f"{page.symbols.passed} Right  ", label_style="passed")
    return page


def wrong(page: Page, why: str, answer: tuple[str, str, str]) -> Page:
    """Say `why` the answer is wrong; `answer` is the letter, text and reason of the right one."""
    letter, text, reason = answer
    start = f"{page.symbols.failed} Wrong  "
    page.prose(why, label=start, label_style="failed")
    page.blank()
    page.prose(text, label=f"{'Right'.rjust(cells(start) - 2)}  {letter}  ", style="title")
    page.prose(reason, label=" " * cells(start))
    return page


def model(page: Page, points: Sequence[str], beliefs: Sequence[tuple[str, str]]) -> Page:
    """Show the points of a good answer, numbered; the last is to state none of the wrong `beliefs`."""
    page.row(("A good answer makes these points", "label"))
    page.blank()
    for number, point in enumerate((*points, AVOIDS), 1):
        page.prose(point, label=f"  {number}  ")
    for belief, why in beliefs:
        page.prose(f'"{belief}"', label="     - ", label_style="")
        page.prose(why, label="       ", style="dim")
    return page


def rated(page: Page, missing: Sequence[int], partly: Sequence[int]) -> Page:
    """Show the result of a rating, given the numbers of missing points and of points made partly."""
    if missing:
        page.prose(f"{_points(missing)} missing. This question comes back first.", style="failed")
    else:
        also = f" {_points(partly)} made only partly." if partly else ""
        page.prose(f"No point is missing.{also}", style="passed")
    return page


def _points(numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return f"Points {', '.join(first)} and {last} are" if first else f"Point {last} is"


def put_off(page: Page, questions: Sequence[tuple[str, str, str, str, str]]) -> Page:
    """Show the answers to skipped questions, each given as topic, text, code, answer and reason."""
    page.row(("The answers to the questions that you put off", "title"))
    for number, (topic, text, code, answer, why) in enumerate(questions, 1):
        question(page, f"{number} of {len(questions)}", topic, text, code, ())
        page.blank()
        page.prose(answer, label="  Right  ", style="title")
        page.prose(why, label="         ")
    return page


def note(page: Page, text: str) -> Page:
    """Show a note between the questions."""
    page.prose(text)
    return page


def summary(page: Page, scores: Mapping[str, tuple[int, int]], again: str) -> Page:
    """Show how many answers were right, in total and by topic, and how to continue."""
    asked_of, right_of = (sum(score[part] for score in scores.values()) for part in (1, 0))
    page.prose(f"{right_of} of {asked_of} right" if asked_of else "No question was answered.", style="title")
    widest = max(map(cells, scores), default=0)
    for topic, (right, asked) in scores.items():
        page.prose(f"{right} of {asked}", label=f"  {topic.ljust(widest)}  ", label_style="")
    page.blank()
    page.prose(f"more questions: {again}", label="Next   ")
    return page
