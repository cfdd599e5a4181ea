"""Extract the files of the example exercise from the page `grader/docs/authors.md`."""

import re
from pathlib import Path

from . import pages

NAME = "unit_rows"
MIN_QUESTIONS = 8


def files() -> dict[str, str]:
    """The code block below each heading that is a path, by path; the one question is repeated as required."""
    found = re.findall(
        r"^## `([\w/.]+)`$.*?^```\w+\n(.*?)^```$", pages.doc("authors"), re.DOTALL | re.MULTILINE
    )
    named = dict(found)
    assert len(named) == len(found)
    questions = f"grader/katas/{NAME}/questions.toml"
    one = named[questions]
    named[questions] = "\n".join(
        one.replace('id = "dot-product"', f'id = "dot-product-{number}"') for number in range(MIN_QUESTIONS)
    )
    return named


def write(root: Path, *names: str) -> None:
    """Write the named files of the exercise, by default all of them, into a checkout."""
    for name, text in files().items():
        if not names or name in names:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
