"""Find the statement that asks whether to stop, and drops the answer. The code is read, never run."""

import ast

from .syntax import STATEMENTS, called_name, line_of_idle_condition, own
from .tree import Tree


def line_that_asks_in_vain(tree: Tree, method: str) -> int | None:
    """The first line in a loop of a method that calls a function for a yes or no, and drops the answer.

    If there is none, the first condition of the file that does not leave its loop.
    """
    function = tree.working(method)
    loops = [n for n in (own(function) if function else ()) if isinstance(n, STATEMENTS)]
    dropped = [n.value for loop in loops for n in ast.walk(loop) if isinstance(n, ast.Expr)]
    asked = (n for n in dropped if isinstance(n, ast.Call) and _answers(tree, n.func))
    return min((n.lineno for n in asked), default=None) or line_of_idle_condition(tree.nodes)


def _answers(tree: Tree, called: ast.expr) -> bool:
    """Whether a function of the file returns a condition, or a name to which it assigns one."""
    function = tree.function(called_name(called)) or _called_itself(tree, called_name(called))
    nodes = list(own(function)) if function else []
    made = [n for n in nodes if isinstance(n, ast.Assign) and _is_condition(n.value)]
    names = {called_name(target) for n in made for target in n.targets} - {""}
    returned = [n.value for n in nodes if isinstance(n, ast.Return) and n.value]
    return any(_is_condition(value) or called_name(value) in names for value in returned)


def _called_itself(tree: Tree, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The `__call__` of the class of which an object is assigned to a name."""
    made = [n for n in tree.nodes if isinstance(n, ast.Assign) and isinstance(n.value, ast.Call)]
    classes = {called_name(n.value.func) for n in made if name in map(called_name, n.targets)}  # type: ignore[attr-defined]
    owners = (n for n in tree.nodes if isinstance(n, ast.ClassDef) and n.name in classes)
    parts = (part for owner in owners for part in owner.body)
    return next((n for n in parts if isinstance(n, ast.FunctionDef) and n.name == "__call__"), None)


def _is_condition(value: ast.expr) -> bool:
    negated = isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not)
    flag = isinstance(value, ast.Constant) and isinstance(value.value, bool)
    return negated or flag or isinstance(value, (ast.Compare, ast.BoolOp))
