"""Find the attributes that a submission uses in place of the documented parameters."""

import ast

from .syntax import parameters
from .tree import Tree

CONDITIONAL = (ast.If, ast.IfExp, ast.While, ast.Assert)


def stand_ins(tree: Tree, made_in: str) -> tuple[int | None, str]:
    """The first line of a method that assigns an undocumented attribute with which another computes.

    Also words that name all of these; they are empty if there are none. Settings, which the first method only
    stores or the second only tests, do not count.
    """
    read_in = next(m.name for m in tree.exercise.methods if m.reads_state and not m.sets)
    own = [n for n in tree.nodes if isinstance(n, ast.Attribute) and ast.unparse(n.value) == "self"]
    unused = _parts_of([n.test for n in tree.nodes if isinstance(n, CONDITIONAL)]) | _parts_of(
        [n for n in tree.nodes if isinstance(n, ast.Assign) and _only_stores(tree, n)]
    )
    known = {*tree.exercise.parameters, *tree.graded}
    free = [n for n in own if id(n) not in unused and n.attr not in known]
    made = [n for n in free if isinstance(n.ctx, ast.Store) and tree.serves(n.lineno, made_in)]
    lines = {n.attr: n.lineno for n in sorted(made, key=lambda n: -n.lineno)}
    read = {n.attr for n in free if isinstance(n.ctx, ast.Load) and tree.serves(n.lineno, read_in)}
    names = sorted(read & lines.keys(), key=lambda name: (lines[name], name))
    if not names:
        return None, ""
    listed = " and ".join(f"self.{name}" for name in names)
    return lines[names[0]], f"; {read_in} reads {listed} instead"


def _parts_of(nodes: list[ast.expr] | list[ast.Assign]) -> set[int]:
    return {id(part) for node in nodes for part in ast.walk(node)}


def _only_stores(tree: Tree, node: ast.Assign) -> bool:
    """Whether an assignment only keeps an argument of its method."""
    function = tree.function_at(node.lineno)
    return isinstance(node.value, ast.Name) and function is not None and node.value.id in parameters(function)
