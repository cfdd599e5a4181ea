"""Find the numbers that code reads by name, which may be what is wrong about it."""

import ast

from .syntax import FUNCTIONS, called_name, defaults, defaults_of, is_number
from .tree import Tree

ONES = {"1", "1.0"}


def lines_of_numbers_read(outline: Tree, line: int | None) -> set[int]:
    """The lines of the numbers that the function around a line reads by name, and that may be wrong there.

    They are 1 assigned to a name, which has no effect in a product, a default that is not documented, or
    what a call passes.
    """
    if line is None or (function := outline.function_at(line)) is None:
        return set()
    loaded = (n for n in ast.walk(function) if isinstance(n, (ast.Name, ast.Attribute)))
    names = {called_name(n) for n in loaded if isinstance(n.ctx, ast.Load)}
    made = ((n.value, t) for n in outline.nodes if isinstance(n, ast.Assign) for t in n.targets)
    ones = [value for value, target in made if called_name(target) in names and ast.unparse(value) in ONES]
    documented, parts = outline.exercise.takes.get(function.name, ()), outline.exercise.descent
    optional = {} if parts and function.name == parts.method else defaults(function)
    given = [value for name, value in optional.items() if name not in documented]
    calls = (n for n in outline.nodes if isinstance(n, ast.Call) and called_name(n.func) == function.name)
    passed = [value for n in calls for value in (*n.args, *(keyword.value for keyword in n.keywords))]
    return {n.lineno for n in (*ones, *given, *passed) if is_number(n)}


def lines_of(outline: Tree, function: ast.FunctionDef | ast.AsyncFunctionDef, number: float) -> list[int]:
    """The lines of a function that contain this number, and then those that read it by a name."""
    written = [n for n in outline.nodes if _is(n, number)]
    within = [n.lineno for n in written if outline.function_at(n.lineno) is function]  # type: ignore[attr-defined]
    return within + outline.lines_that_read({id(n) for n in written}, function.name)


def omits(outline: Tree, line: int, number: float) -> bool:
    """Whether a call on a line omits an argument of a helper or of a class whose default is this number."""
    calls = [n for n in outline.nodes if isinstance(n, ast.Call) and n.lineno == line]
    taken = [(_helpers(outline, called_name(call.func)), call) for call in calls]
    omitted = [defaults_of(helper.args, call) for helpers, call in taken for helper in helpers]
    return any(_is(default, number) for named in omitted for default in named.values())


def _helpers(outline: Tree, name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The function of this name, or the constructor of such a class; none that is graded."""
    made = [n for n in outline.nodes if isinstance(n, ast.ClassDef) and n.name == name]
    parts = [part for n in made for part in n.body if getattr(part, "name", "") == "__init__"]
    found = [] if name in outline.graded else [outline.function(name), *parts]
    return [helper for helper in found if isinstance(helper, FUNCTIONS)]


def _is(node: ast.AST, number: float) -> bool:
    return is_number(node) and abs(node.value - number) <= 1e-6 * abs(number)  # type: ignore[attr-defined]
