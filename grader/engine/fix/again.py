"""What is computed again although a name holds it: the name in its place."""

import ast
from collections.abc import Iterator

from ..source.tree import Tree
from .meaning import Env, Meanings, filled, stored
from .places import Place
from .text import Edit, Splice, Text
from .writing import Writing

LARGE = (ast.BinOp, ast.Call)


def computed_again(writing: Writing, tree: Tree, place: Place, meanings: Meanings) -> Iterator[Edit]:
    """Expressions replaced by the names and attributes that were given their value."""
    if place.function is None:
        return
    others = [s for n in tree.nodes if isinstance(n, ast.Assign) for s in stored(n) if s[0][:5] == "self."]
    alias: Env = {name: value for name, value in others if isinstance(value, ast.Name)}

    def said(node: ast.expr) -> str:
        return meanings.of(_named(node, alias), {}, ())

    held = {said(value): name for name, value in others if isinstance(value, LARGE)}
    for statement in place.statements[1:]:
        own = [name for name, _ in stored(statement)]
        for node, parent in expressions(statement):
            name = held.get(said(node), "") if isinstance(node, LARGE) else ""
            if name and name not in own:
                yield writing.replaced(node, parent, name, 0.4, "computed again")
        given = stored(statement)
        held |= {said(value): name for name, value in given if isinstance(value, LARGE) and "." not in name}


def _named(node: ast.expr, alias: Env) -> ast.expr:
    """An expression, with what attributes were given in their place."""

    class Named(ast.NodeTransformer):
        def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
            return self.generic_visit(alias.get(ast.unparse(node), node))

    return Named().visit(filled(node, {})) if alias else node


def named_in(text: Text, statement: ast.stmt, block: ast.stmt) -> list[Splice]:
    """What puts the name that a statement gives to a value in the place of that value."""
    given = {ast.dump(value): name for name, value in stored(statement) if isinstance(value, LARGE)}
    large = [n for n in ast.walk(block) if isinstance(n, LARGE)] if given else []
    return [(*text.span(n), given[said]) for n in large if (said := ast.dump(n)) in given]


def expressions(statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.AST]]:
    """The expressions of one statement that have a value, not of those statements inside it."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        parent = waiting.pop()
        for child in ast.iter_child_nodes(parent):
            if isinstance(child, ast.expr):
                waiting.append(child)
                if isinstance(child, ast.BinOp | ast.Call | ast.UnaryOp | ast.Name | ast.Attribute):
                    yield child, parent
