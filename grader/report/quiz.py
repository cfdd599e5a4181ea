"""The quiz on a screen: a question, what an answer was worth, what all came to."""

from collections.abc import Mapping, Sequence

from .highlight import spans
from .page import Page, cells

LETTERS = "abcd"
AVOIDS = "It says none of these, which are common but wrong:"


def question(page: Page, heading: str, topic: str, text: str, code: str, choices: Sequence[str]) -> Page:
    """One question; its choices are lettered in their order. Without choices it is an open one."""
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
    """What is said of a right answer."""
    page.prose(why, label=f"{page.symbols.passed} Right  ", label_style="passed")
    return page


def wrong(page: Page, why: str, answer: tuple[str, str, str]) -> Page:
    """What is said of a wrong answer: `why` it is wrong, and letter, text and reason of the right one."""
    letter, text, reason = answer
    start = f"{page.symbols.failed} Wrong  "
    page.prose(why, label=start, label_style="failed")
    page.blank()
    page.prose(text, label=f"{'Right'.rjust(cells(start) - 2)}  {letter}  ", style="title")
    page.prose(reason, label=" " * cells(start))
    return page


def model(page: Page, points: Sequence[str], beliefs: Sequence[tuple[str, str]]) -> Page:
    """What a good answer holds, numbered; the last point is to say none of the beliefs that are wrong."""
    page.row(("A good answer makes these points", "label"))
    page.blank()
    for number, point in enumerate((*points, AVOIDS), 1):
        page.prose(point, label=f"  {number}  ")
    for belief, why in beliefs:
        page.prose(f'"{belief}"', label="     - ", label_style="")
        page.prose(why, label="       ", style="dim")
    return page


def rated(page: Page, missing: Sequence[int], partly: Sequence[int]) -> Page:
    """What a rating comes to: the numbers of the points that were missing, and of those held partly."""
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
    """The answers to questions that were put off: of each its topic, text and code, the answer, and why."""
    page.row(("The answers to the questions that you put off", "title"))
    for number, (topic, text, code, answer, why) in enumerate(questions, 1):
        question(page, f"{number} of {len(questions)}", topic, text, code, ())
        page.blank()
        page.prose(answer, label="  Right  ", style="title")
        page.prose(why, label="         ")
    return page


def note(page: Page, text: str) -> Page:
    """A sentence between the questions."""
    page.prose(text)
    return page


def summary(page: Page, scores: Mapping[str, tuple[int, int]], again: str) -> Page:
    """How many answers were right, in all and by topic, and how to go on."""
    asked_of, right_of = (sum(score[part] for score in scores.values()) for part in (1, 0))
    page.prose(f"{right_of} of {asked_of} right" if asked_of else "No question was answered.", style="title")
    widest = max(map(cells, scores), default=0)
    for topic, (right, asked) in scores.items():
        page.prose(f"{right} of {asked}", label=f"  {topic.ljust(widest)}  ", label_style="")
    page.blank()
    page.prose(f"more questions: {again}", label="Next   ")
    return page
