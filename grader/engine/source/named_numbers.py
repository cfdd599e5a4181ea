"""Find the numbers that code reads by name, which may be what is wrong about it."""

import ast

from .syntax import called_name, defaults, is_number
from .tree import Tree

ONES = {"1", "1.0"}


def lines_of_numbers_read(outline: Tree, line: int | None) -> set[int]:
    """The lines of the numbers that the function around a line reads by name, and that may be wrong there.

    They are 1 assigned to a name, which has no effect in a product, or a default of a helper's parameter.
    """
    if line is None or (function := outline.function_at(line)) is None:
        return set()
    loaded = (n for n in ast.walk(function) if isinstance(n, (ast.Name, ast.Attribute)))
    names = {called_name(n) for n in loaded if isinstance(n.ctx, ast.Load)}
    made = ((n.value, t) for n in outline.nodes if isinstance(n, ast.Assign) for t in n.targets)
    ones = [value for value, target in made if called_name(target) in names and ast.unparse(value) in ONES]
    given = defaults(function) if function.name not in outline.graded else {}
    return {n.lineno for n in (*ones, *given.values()) if is_number(n)}
