"""The screens of the quiz: a question, the reaction to an answer, the final score."""

from collections.abc import Mapping, Sequence

from ..practice.questions import Question
from .highlight import spans
from .page import Page, cells

LETTERS = "abcd"
AVOIDS = "It says none of these, which are common but wrong:"


def question(
    page: Page, heading: str, asked: Question, *, is_open: bool = False, has_choices: bool = True
) -> Page:
    """Show one question with its choices, lettered in order, unless it is open or they are left out."""
    page.blank()
    page.prose(asked.topic, label=f"{heading}: ", label_style="title", style="dim")
    page.blank()
    page.prose(asked.wording(is_open=is_open))
    if asked.code:
        page.blank()
    for line in asked.code.splitlines():
        bar = f"  {page.symbols.bar} "
        page.row((bar, "dim"), *spans(page.crop(line, page.width - cells(bar))))
    if has_choices and not is_open:
        page.blank()
        for letter, choice in zip(LETTERS, asked.choices, strict=False):
            page.prose(choice.text, label=f"  {letter}  ")
    return page


def chosen(page: Page, asked: Question, place: int) -> Page:
    """Say whether the choice at index `place` is right, and why."""
    choice, right = asked.choices[place], asked.choices[asked.right]
    if choice.right:
        page.prose(choice.why, label=f"{page.symbols.passed} Right  ", label_style="passed")
        return page
    start = f"{page.symbols.failed} Wrong  "
    page.prose(choice.why, label=start, label_style="failed")
    page.blank()
    letter = LETTERS[asked.right]
    page.prose(right.text, label=f"{'Right'.rjust(cells(start) - 2)}  {letter}  ", style="title")
    page.prose(right.why, label=" " * cells(start))
    return page


def model(page: Page, asked: Question) -> Page:
    """Show the points of a good answer, numbered; the last is to state no common misconception."""
    page.row(("A good answer makes these points", "label"))
    page.blank()
    for number, point in enumerate((*asked.points, AVOIDS), 1):
        page.prose(point, label=f"  {number}  ")
    for choice in asked.wrong:
        page.prose(f'"{choice.text}"', label="     - ", label_style="")
        page.prose(choice.why, label="       ", style="dim")
    return page


def rated(page: Page, missing: Sequence[int], partly: Sequence[int]) -> Page:
    """Show the result of a rating, given the numbers of missing points and of points made partly."""
    if missing:
        page.prose(f"{_points(missing)} not made. This question comes back first.", style="failed")
    else:
        also = f" {_points(partly)} made only partly." if partly else ""
        page.prose(f"No point is missing.{also}", style="passed")
    return page


def _points(numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return f"Points {', '.join(first)} and {last} were" if first else f"Point {last} was"


def put_off(page: Page, questions: Sequence[Question], *, is_open: bool) -> Page:
    """Show the answers to skipped questions."""
    page.row(("The answers to the questions that you skipped", "title"))
    for number, asked in enumerate(questions, 1):
        right = asked.choices[asked.right]
        question(page, f"{number} of {len(questions)}", asked, is_open=is_open, has_choices=False)
        page.blank()
        page.prose(right.text, label="  Right  ", style="title")
        page.prose(right.why, label="         ")
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
