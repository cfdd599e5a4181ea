"""The files of the exercise that `grader/docs/authors.md` writes, out of the page."""

import re
from pathlib import Path

from . import pages

NAME = "unit_rows"
FEWEST_QUESTIONS = 8


def files() -> dict[str, str]:
    """What stands in the block of code below each heading that is a path; questions, as often as needed."""
    found = re.findall(
        r"^## `([\w/.]+)`$.*?^```\w+\n(.*?)^```$", pages.doc("authors"), re.DOTALL | re.MULTILINE
    )
    named = dict(found)
    assert len(named) == len(found)
    questions = f"grader/katas/{NAME}/questions.toml"
    one = named[questions]
    named[questions] = "\n".join(
        one.replace('id = "dot-product"', f'id = "dot-product-{number}"')
        for number in range(FEWEST_QUESTIONS)
    )
    return named


def write(root: Path, *names: str) -> None:
    """Put these files of the exercise, or all of them, into a checkout."""
    for name, text in files().items():
        if not names or name in names:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
