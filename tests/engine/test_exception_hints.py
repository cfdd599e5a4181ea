"""Explanations of exceptions, tested with the exceptions that Python and NumPy really raise."""

import numpy as np
import pytest

from grader.engine.declaration.exception_hints import MEANINGS, meaning
from grader.engine.diagnosis import Named
from grader.kata import find_kata
from grader.summary import finding as finding_of

pytestmark = pytest.mark.filterwarnings("ignore")  # Python warns about code that is about to raise

SNIPPETS = {
    "n + 1": "no name n at this line",
    "raise NameError(\"name 'w' is not defined; did you mean self.w?\")": "no variable w at this line",
    "raise NameError(\"name 'loses' is not defined; did you mean losses?\")": (
        "no name loses at this line, but there is losses"
    ),
    "raise NameError(\"name 'np' is not defined\")": "The usual first line is",
    "[].append(1, 2)": "another number of arguments",
    "np.array(X, X)": "The second argument of np.array is the type",
    "raise AttributeError(\"'M' object has no attribute 'wieghts'; did you mean weights?\")": (
        "nothing called wieghts here, but there is weights"
    ),
    "def f():\n    total += 1\n    total = 0\nf()": "on this line it has no value yet",
    "None.sum()": "The value before .sum is None",
    "np.summ(X)": "numpy has nothing called summ",
    "class M: w = property(len)\nM().w = 1": "The property w can only be read",
    "from dataclasses import FrozenInstanceError as F\nraise F(\"cannot assign to field 'b'\")": (
        "Callers and the training assign b"
    ),
    "X.weights": "of type numpy.ndarray, and that has no attribute weights",
    "1.5 ^ 2": "A power is written with **",
    "X ^ 2": "A power is written with **",
    "(lambda a: a)()": "leaves out an argument: 'a'",
    "(lambda: 0)(1)": "more arguments than the function takes",
    "(lambda a: a)(1, c=1)": "no argument called c",
    "for i in 5: pass": "write range(number)",
    "(5)(3)": "as if it were a function",
    "(5)[0]": "which has no entries",
    "1.0 * None": "One of the two values is None",
    "'a' - 1.0": "between the types str and float",
    "float(X)": "where one number is needed",
    "range(2.0)": "must be a whole number",
    "np.zeros(3, 1)": "is one tuple: np.zeros((2, 3))",
    "Z = np.array([1, 2]); Z -= 0.5": "into an array of integers",
    "X @ np.ones(5)": "(n, d) @ (d,) gives (n,)",
    "np.dot(X, np.ones(5))": "(n, d) @ (d,) gives (n,)",
    "X.T @ 2.0": "One side of the matrix product is a single number",
    "np.float64(2) @ X": "One side of the matrix product is a single number",
    "X + np.ones(5)": "The shapes (4,3) (5,) do not fit",
    "n, d = (4,)": "more names on the left",
    "if X: pass": "gets a whole array",
    "np.array([[1], [1, 2]])": "where one entry belongs",
    "X.flags.writeable = False; X[0] = 1": "The code would change the data that the method was given",
    "np.ones(3).sum(axis=1)": "A 1-d array has only axis 0",
    "np.ones(3)[0, 1]": "A 1-d array takes one",
    "np.ones((4, 3))[0, 3]": "along axis 1 is 3",
    "[][-1]": "an empty list has none",
    "X.sum(axis=1).shape[1]": "the shape of a 1-d array such as (n,) has one entry",
    "import math; math.exp(X)": "the module math take one number",
    "np.hstack([X, np.ones((5, 1))])": "have different sizes along another axis",
    "raise ValueError('no samples')": "If the line is a `raise` of your own",
    "sorted([1, 'a'])": "the types of what it is given",
    "1 / 0": "divides by zero",
    "def f(): return f()\nf()": "calls itself endlessly",
    "{}['w']": "no key 'w'",
    "np.linalg.inv(np.zeros((2, 2)))": "cannot be inverted",
    "raise EOFError": "nobody is at the keyboard",
    "assert False": "An assert in the file",
    "raise LookupError('x')": "",
}


def raised(code: str) -> str:
    """The text of a finding about the exception that this code raises."""
    try:
        exec(code, {"np": np, "X": np.ones((4, 3))})
    except Exception as error:
        text = " ".join(str(error).split())
        return f"fit raised {type(error).__name__}: {text}".removesuffix(": ")
    raise AssertionError(f"nothing was raised by {code}")


@pytest.mark.parametrize("code", SNIPPETS)
def test_meaning_of_what_is_raised(code: str) -> None:
    said = meaning(raised(code))
    assert SNIPPETS[code] in said
    assert bool(said) is bool(SNIPPETS[code])
    assert "{" not in said


def test_every_meaning_is_tried() -> None:
    said = [meaning(raised(code)) for code in SNIPPETS]
    for _, _, text in MEANINGS:
        start = text.partition("{")[0] or text.partition("}")[2].partition("{")[0]
        assert any(start in one for one in said), text


def test_other_words_have_no_meaning() -> None:
    assert meaning("dw is 50 times too large") == ""


def test_exception_on_import_is_explained_too() -> None:
    named = Named("import-fails", "loading", 3, "loading the file raised NameError: name 'np' is not defined")
    finding = finding_of(find_kata(), named, hints=True)
    assert finding.hints[1].startswith("NumPy is not imported under the name np")
