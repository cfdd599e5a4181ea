"""Find the call that keeps a value under the wrong name, by a keyword of a helper that sets attributes."""

import ast

from .syntax import FUNCTIONS, called_name
from .tree import Tree


def line_of_keyword(tree: Tree, method: str, name: str) -> int | None:
    """The line of a method that passes such a helper a keyword like this name, as `mean` for `mean_`."""
    functions = [n for n in tree.nodes if isinstance(n, FUNCTIONS) and n.args.kwarg]
    setting = {f.name for f in functions if any(_sets(n) for n in ast.walk(f))}
    calls = [n for n in ast.walk(tree.function(method) or ast.Pass()) if isinstance(n, ast.Call)]
    for call in (n for n in calls if called_name(n.func) in setting):
        given = ((keyword.arg or "").strip("_").lower() for keyword in call.keywords)
        if name.strip("_") in given:
            return call.lineno
    return None


def _sets(node: ast.AST) -> bool:
    """Whether a node sets an attribute by its name."""
    called = isinstance(node, ast.Call) and called_name(node.func) in ("setattr", "__setattr__")
    return called or (isinstance(node, ast.Attribute) and node.attr == "__dict__")
