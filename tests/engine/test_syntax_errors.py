"""Syntax errors are told by Python's message, at the line of the cause."""

import io
import re
import tokenize

import pytest

from grader.engine.declaration.syntax_hints import ENTRIES
from grader.engine.diagnose.syntax_errors import syntax_error
from grader.engine.diagnosis import Named
from grader.kata import find_kata, kata_names
from grader.observation import Raised

CLOSED = {")": "(", "]": "[", "}": "{"}
BEFORE = "def f(self, x, y):\n    z = x\n"
BROKEN = [
    ("    db =", 3, "after '='", "db = 0.0"),
    ("    db =  # later", 3, "after '='", "db = 0.0"),
    ("    z = x -", 3, "after '-'", "z = x - 0.0"),
    ("    z = (x ** )", 3, "After '**'", "x ** y"),
    ("    for", 3, "begins with for", "for i in range(10):"),
    ("    for i in", 3, "begins with for", "for i in range(10):"),
    ("    z = self.", 3, "ends with a dot", ""),
    ("    if x > 0\n        z = y", 3, "no colon", "if x > 0:"),
    ("    if x > 0:\n        z = y\n    else if y:\n        z = x", 5, "elif", "elif"),
    ("    if x = 0:\n        z = y", 3, "Two, ==, compare", "=="),
    ("    if self.x = 0:\n        z = y", 3, "Two, ==, compare", "=="),
    ("    len(x) = 3", 3, "On the left of =", ""),
    ("    z = f(x\n    return z", 3, "opens a (", "add )"),
    ("    z = f(x\n    self.z = 3", 3, "opens a (", "add )"),
    ("    z = f(x\n    return z)", 3, "opens a (", "add )"),
    ("    for i in range(x:\n        z = i", 3, "opens a (", "add )"),
    ("    z = f(x=1\n          y=2)", 3, "a comma or an operator", ""),
    ("    z = f(x))", 3, "closes nothing", "delete one )"),
    ("    z = [x, (y])", 3, "still open", ""),
    ("    z = 'x", 3, "begins with a quote", ""),
    ("    z = \u201cx\u201d", 3, "U+201C", ""),
    ("\tz = y", 3, "tabs and spaces", "spaces"),
    ("    if x:\n\tz = y", 4, "tabs and spaces", "spaces"),
    ("        z = y", 3, "indented further", "move line 3"),
    ("  z = y", 3, "between two levels", "indent line 3"),
    ("    for i in x:\n    z = i", 4, "Line 3 ends with a colon", "pass"),
    ("    for i in x:\n        # later\n\n    z = i", 3, "Line 3 ends with a colon", "pass"),
    ("    try:\n        z = y\n    z = x", 3, "begins a try", "except"),
    ("    z = 2 x", 3, "'x' comes right after '2'", "x * y"),
    ("    z = 2x", 3, "followed directly by a letter", "2 * x"),
    ("    z = f(x y)", 3, "a comma or an operator", ""),
    ("    int z = 3", 3, "no word such as int", "n = 3"),
    ("    z++", 3, "no ++", "i += 1"),
    ("    z - = 3", 3, "-= is one sign", "x -= 1"),
    ("    z = x && y", 3, "no &&", "and"),
    ("    lambda = 3", 3, "belong to Python", "lambda_"),
    ("    print x", 3, "print is a function", "print(x)"),
    ("    else:\n        z = y", 3, "The else in line 3", "else:"),
    ("return z", 3, "belongs to none", "indent line 3"),
    ("    break", 3, "not inside a for", ""),
    ("<<<<<<< HEAD", 3, "git", ""),
    ("    z = ..x", 3, "up to '.'", ""),
    ("    z = sum(i for i in x, 0)", 3, "Generator expression", ""),
]


def told(source: str) -> Named:
    with pytest.raises(SyntaxError) as found:
        compile(source, "mine.py", "exec")
    error = found.value
    return syntax_error(
        Raised(type(error).__name__, ("SyntaxError",), str(error), error.lineno), source, "loading"
    )


@pytest.mark.parametrize(("code", "line", "second", "third"), BROKEN)
def test_hints_fit_the_message(code: str, line: int, second: str, third: str) -> None:
    found = told(f"{BEFORE}{code}\n")
    assert found.line == line
    assert len(found.hints) == 3
    assert second in found.hints[1]
    assert third in found.hints[2]
    assert "mine.py" not in found.seen


@pytest.mark.parametrize("name", kata_names())
def test_a_bracket_that_is_not_closed_is_found_in_its_line(name: str) -> None:
    source = find_kata(name).solution_text
    opened: list[int] = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.string in CLOSED.values():
            opened.append(token.start[0])
        elif token.string in CLOSED:
            row, column = token.start
            lines = source.splitlines(keepends=True)
            lines[row - 1] = lines[row - 1][:column] + lines[row - 1][column + 1 :]
            found = told("".join(lines))
            assert found.line == opened.pop()
            assert re.search("never closed|still open", " ".join(found.hints)) is not None


@pytest.mark.parametrize("name", kata_names())
def test_a_docstring_that_is_not_closed_is_found_in_its_line(name: str) -> None:
    source = find_kata(name).solution_text
    lines = source.splitlines()
    single = [n for n, line in enumerate(lines) if line.count('"""') == 2]
    for number in single[1:]:
        broken = [*lines[:number], lines[number].rstrip().removesuffix('"""'), *lines[number + 1 :]]
        found = told("\n".join(broken))
        assert found.line == number + 1
        assert "three quotes" in found.hints[1]


def test_every_entry_has_three_hints() -> None:
    assert all(len(entry) == 5 and all(entry[2:]) for entry in ENTRIES)
