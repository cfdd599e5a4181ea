"""Syntax errors are told by Python's message, at the line of the cause."""

import io
import re
import sys
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
    ("    for i range(x):\n        z = i", 3, "comes in", "for i in range(10):"),
    ("    for i = range(x):\n        z = i", 3, "comes in", "for i in range(10):"),
    ("    z = [i for i range(x)]", 3, "comes in", "for i in range(10):"),
    ("    for (int i = 0; i < x; i++):\n        z = i", 3, "no for with a start", "for i in"),
    ("    for (i = 0; i < x; i++):\n        z = i", 3, "no for with a start", "for i in"),
    ("    for i in range x:\n        z = i", 3, "needs brackets", "range(n)"),
    ("    for i in range(x);\n        z = i", 3, "ends with a semicolon", "for i in"),
    ("    if (x > 0) {\n        z = y", 3, "braces are for dicts", "if x > 0:"),
    ("    if x > 0 then:\n        z = y", 3, "no then", "if x > 0:"),
    ("    if x = = 0:\n        z = y", 3, "== is one sign", "=="),
    ("    if x => 0:\n        z = y", 3, "writes >=", "x >= 0"),
    ("    if x =! 0:\n        z = y", 3, "writes !=", "!="),
    ("    if x === 0:\n        z = y", 3, "no ===", "=="),
    ("    if !x:\n        z = y", 3, "the word is not", "if not x:"),
    ("    if x:\n    else:\n        z = y", 3, "Line 3 ends with a colon", "pass"),
    ("    z = x ? 1 : 2", 3, "then if", "else"),
    ("    $z = x", 3, "A $ outside of quotes", "delete the $"),
    ("    z = x // the sum", 3, "begins with #", "#"),
    ("    // the sum", 3, "begins with #", "#"),
    ("    the sum of x", 3, "several words", "# the sum of x"),
    ("    retrun z", 3, "'return' is", "return z"),
    ("    For i in x:\n        z = i", 3, "'for' is", "for i in x:"),
    ("    fro i in x:\n        z = i", 3, "'for' is", "for i in x:"),
    ("improt math", 3, "'import' is", "import math"),
    ("form math import sqrt", 3, "'from' is", "from math import sqrt"),
    ("function g(x):\n    return x", 3, "'def' is", "def g(x):"),
    ("def g(x) - > int:\n    return x", 3, "-> is one sign", "->"),
    ("def g(x) -> :\n    return x", 3, "the type of the result", "->"),
    ("def g(x=0,01):\n    return x", 3, "with a dot", "0.01"),
    ("def g(x, y=(1, z=3):\n    return x", 3, "opens a (", "add )"),
    ("    z = (y = 3)", 3, "Inside brackets", "=="),
    ("    z, x -= 1, 2", 3, "one value at a time", "-="),
    ("    z = f(x=1, x=2)", 3, "gives x twice", ""),
    ("    self.z := 3", 3, "plain assignment", "n = 3"),
    ("    z = 1 if x", 3, "needs an else", "else"),
    ("    z = 1 if x else", 3, "ends after 'else'", "else 0.0"),
    ("    z = {'a': }", 3, "expects a value", "{'x': 1.0}"),
    ("    z = x²", 3, "A power has **", "x ** 2"),
    ("    z = 1_000_", 3, "an underscore", ""),
    ("from math import", 3, "not complete", "from math import sqrt"),
    ("import sqrt from math", 3, "The module comes first", "from math import sqrt"),
    ("    z = f(x[0)", 3, "one of the two is the wrong bracket", "close [ with ]"),
    ("    print(f'{z!x}')", 3, "! may only be followed by", ""),
]
NOT_MISSPELT = ["    dw db", "    w x", "    error y_hat", "    self x", "    fit x", "    total in x y"]


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


@pytest.mark.parametrize("code", NOT_MISSPELT)
def test_a_name_is_not_taken_for_a_misspelt_word(code: str) -> None:
    assert "spelled" not in told(f"{BEFORE}{code}\n").hints[0]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the same quotes are allowed from Python 3.12 on")
def test_the_same_quotes_inside_of_an_f_string() -> None:
    found = told(f"{BEFORE}    print(f'{{z['a']}}')\n")
    assert "Before Python 3.12 the quotes" in found.hints[1]


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
