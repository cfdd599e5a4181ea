"""A toy exercise of a few lines: one class with one method, written into a checkout."""

from pathlib import Path

TOY = "toy_centring"
EXERCISE = '''\
"""Centring columns, as the engine needs to know it."""

from ...catalogue import Catalogue
from ...engine.declaration.case import whole
from ...engine.declaration.case import Case
from ...engine.declaration.exercise import Exercise, Method
from ...engine.declaration.formula import Formula


def draw(name, random, n, d):
    return Case(name, {"X": random.normal(3.0, 2.0, (n, d)) + random.uniform(1.0, 5.0, d)}, {})


def integers(case, random):
    return case.with_args("integers", X=whole(case.X))


def catalogue() -> Catalogue:
    from .mistakes import CATALOGUE

    return CATALOGUE


EXERCISE = Exercise(
    name="toy_centring",
    class_name="Centred",
    constructor=(),
    steps=("centre",),
    state=(),
    methods=(Method("centre", "centre", ("X",), ("the result",), "centre"),),
    formula=Formula(
        "Centred",
        {"__init__(self)": ("pass",), "centre(self, X)": ("return X - {mean}",)},
        {"mean": "np.mean(X, axis=0)"},
    ),
    draw=draw,
    whole=integers,
    catalogue=catalogue,
)
'''
MISTAKES = '''\
"""Every mistake in centring that has a name."""

from ...catalogue import Catalogue, Mistake
from ...engine.declaration.common_mistakes import Words, loading, running

RIGHT = "return X - X.mean(axis=0)"
WORDS = Words("Centred", "def centre(self, X): ...", RIGHT, "X")
CENTRE = (
    Mistake(
        "centre-by-rows", "centre", "The means of rows", "Which axis holds the samples?",
        "The mean of each row is subtracted.", RIGHT, ({"mean": "np.mean(X, axis=1, keepdims=True)"},),
    ),
    Mistake(
        "centre-of-everything", "centre", "One mean for all", "How many means are there?",
        "The mean of all numbers is subtracted.", RIGHT, ({"mean": "np.mean(X)"},),
    ),
    Mistake(
        "centre-wrong-shape", "centre", "The shape is not that of X", "What is the shape of X?",
        "The result has not the shape of X.", RIGHT,
    ),
    Mistake(
        "centre-wrong-value", "centre", "The values are wrong", "What is the mean of the result?",
        "The result is not X without the means of its columns.", RIGHT,
    ),
)
CATALOGUE = Catalogue((*loading(WORDS), *running(WORDS), *CENTRE))
'''
SOLUTION = '''\
"""Centred columns."""

import numpy as np


class Centred:
    def centre(self, X: np.ndarray) -> np.ndarray:
        """X (n, d) -> (n, d)."""
        return X - X.mean(axis=0)
'''
STUB = SOLUTION.replace("return X - X.mean(axis=0)", '# TODO\n        raise NotImplementedError("centre")')
WRONG = SOLUTION.replace("axis=0", "axis=1, keepdims=True")
BEGINNINGS = '''\
"""How to begin."""

BEGINNINGS = {"centre": ("Which axis holds the samples?", "Subtract the means.", "X - X.mean(axis=0)")}
'''
RUBRIC = '''\
"""What is looked for."""

from ...practice.debrief import Criterion

RUBRIC = (Criterion("means", "The right means", ("centre",)),)
'''
QUESTION = """\
[[questions]]
id = "means-{number}"
topic = "means"
question = "How many means have {number} columns?"
[[questions.choices]]
text = "As many as columns."
why = "Each has its own."
right = true
[[questions.choices]]
text = "One."
why = "That is the mean of everything."
[[questions.choices]]
text = "None."
why = "Every column of numbers has a mean."

"""
KATA = f"grader/katas/{TOY}"
FILES = {
    f"{KATA}/__init__.py": '"""Centring."""\n',
    f"{KATA}/exercise.py": EXERCISE,
    f"{KATA}/mistakes.py": MISTAKES,
    f"{KATA}/stub.txt": STUB,
    f"{KATA}/statement.txt": "Please write Centred.\n\n- centre(X): subtract the mean of each column.\n",
    f"{KATA}/beginnings.py": BEGINNINGS,
    f"{KATA}/rubric.py": RUBRIC,
    f"{KATA}/questions.toml": "".join(QUESTION.format(number=number) for number in range(1, 9)),
    f"exercises/{TOY}.py": STUB,
    f"solutions/{TOY}.py": SOLUTION,
}


def write_toy(root: Path) -> None:
    """Write all files of the exercise into a checkout."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
