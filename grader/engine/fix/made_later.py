"""Make the parameters in the constructor, by the method that makes them when the model is first used."""

import ast
from collections.abc import Iterator

from ..exercise import Exercise
from ..source.syntax import called_name
from ..source.tree import Tree
from .expanded_names import stored, walk
from .text import Edit, Text

COST = 0.2


def made_later(exercise: Exercise, text: Text, tree: Tree) -> Iterator[Edit]:
    """`self.build(n)` in place of `self.built = False`, without the conditions on which others call it."""
    constructor, wanted = tree.function("__init__"), {f"self.{name}" for name in exercise.parameters}
    argument = next(iter(exercise.constructor), "")
    functions = [n for n in tree.nodes if isinstance(n, ast.FunctionDef) and n.name not in exercise.takes]
    for helper in (f for f in functions if constructor is not None and f is not constructor):
        names = {name for statement in walk(helper.body) for name, _ in stored(statement)}
        if constructor is None or not wanted or not wanted <= names or len(helper.args.args) != 2:
            continue
        flags = [s for s in constructor.body if (own := {n for n, _ in stored(s)}) and own <= names]
        guards = [n for n in tree.nodes if isinstance(n, ast.If) and not n.orelse and len(n.body) == 1
                  and isinstance(n.body[0], ast.Expr) and _calls(n.body[0], helper.name)]  # fmt: skip
        spans = [text.whole_lines(s) for s in (*flags, *guards)]
        gone = [(*span, "") for span in spans if span is not None]
        made = text.behind(constructor.body[-1], f"self.{helper.name}({argument})")
        yield Edit(COST, constructor.lineno, "constructor", (*gone, *made))


def _calls(statement: ast.Expr, name: str) -> bool:
    return isinstance(statement.value, ast.Call) and called_name(statement.value.func) == name
