"""Write new text in place of an expression, with parentheses if they are needed."""

import ast
import re
from functools import lru_cache

from ....sandbox.parsing import parsed_expression
from ..edit_kinds import Kind
from .canonical import copied
from .operators import ATOM, PRODUCT, RANKS, UNARY, rank
from .text import Edit, Splice, Text

NEEDS_NONE = re.compile(r"[\w.]+")
"""Text that never needs parentheses."""
BRACKETS = 0.05
"""Extra cost if parentheses are needed."""

TINY = re.compile(r"\b0\.(000+)([1-9])\b")


def unparsed(node: ast.AST) -> str:
    """A node as Python writes it, except that a tiny number is `1e-4` and not `0.0001`."""
    said = ast.unparse(Signed().visit(copied(node)))
    return TINY.sub(lambda found: f"{found[2]}e-{len(found[1]) + 1}", said)


class Signed(ast.NodeTransformer):
    """Moves a sign before a product to its first factor."""

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        whole = node.operand
        if not isinstance(node.op, ast.USub) or not isinstance(whole, ast.BinOp) or rank(whole) != PRODUCT:
            return node
        return ast.BinOp(self.visit_UnaryOp(ast.UnaryOp(node.op, whole.left)), whole.op, whole.right)


@lru_cache(maxsize=1024)
def _rank_of(new: str) -> int:
    """How tightly the outermost operation of a text binds; most if it is not an expression."""
    try:
        return rank(parsed_expression(new.strip()))
    except SyntaxError:
        return ATOM


class Writing:
    """Makes edits of the expressions in a source text."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def replaced(
        self, node: ast.expr, parent: ast.AST, new: str, kind: Kind, extra: float = 0.0, what: str = ""
    ) -> Edit:
        """The edit that replaces a node with a text, in parentheses if needed."""
        old, (splice,) = self.text.span(node), self.put(node, parent, new)
        bracketed = splice[2] != new != self.text.source[slice(*old)]
        return Edit(kind, node.lineno, (splice,), extra + BRACKETS * bracketed, what)

    def put(self, node: ast.expr, parent: ast.AST, new: str) -> tuple[Splice]:
        """The splice that replaces a node with a text, in parentheses if needed."""
        start, end = self.text.span(node)
        fitted = self.fitted(node, parent, new)
        if NEEDS_NONE.fullmatch(fitted) and self._is_held(start, end):
            start, end = start - 1, end + 1
        return ((start, end, fitted),)

    def dropped(self, node: ast.expr, parent: ast.AST, kept: ast.expr, kind: Kind) -> Edit:
        """The edit that keeps only one side of a node, and touches no more text than it removes."""
        edit = self.replaced(node, parent, self.text.of(kept), kind)
        ((start, end, new),), (first, last) = edit.splices, self.text.span(kept)
        if new == self.text.source[first:last]:
            return edit._replace(splices=((start, first, ""), (last, end, "")))
        return edit

    def _is_held(self, start: int, end: int) -> bool:
        """Whether a node is alone in parentheses that do not belong to a call."""
        before = self.text.source[:start][-2:]
        call = len(before) == 2 and (before[0].isalnum() or before[0] in "_)]")
        return before[-1:] == "(" and self.text.source[end : end + 1] == ")" and not call

    def fitted(self, node: ast.expr, parent: ast.AST, new: str) -> str:
        """New text for a node, in parentheses if the surrounding code requires them."""
        least = 0
        if isinstance(parent, ast.BinOp):
            least = RANKS.get(type(parent.op), PRODUCT) + (node is parent.right)
        elif isinstance(parent, ast.UnaryOp):
            least = PRODUCT if isinstance(parent.op, ast.USub) else UNARY  # the sign is the first factor's
        elif isinstance(parent, ast.Attribute | ast.Subscript) and node is parent.value:
            least = ATOM
        if not least or NEEDS_NONE.fullmatch(new) or _rank_of(new) >= least:
            return new
        start, end = self.text.span(node)
        held = self.text.source[:start].rstrip()[-1:] == "(" and self.text.source[end:].lstrip()[:1] == ")"
        return new if held else f"({new})"

    def held(self, node: ast.expr, least: int = PRODUCT) -> str:
        """The text of a node for use next to an operator, in parentheses if it binds less than `least`."""
        return self.text.of(node) if rank(node) >= least else f"({self.text.of(node)})"

    def between(self, left: ast.expr, right: ast.expr, old: str, new: str) -> Splice | None:
        """The splice that replaces the operator between two operands; None if the old one is not found."""
        start, end = self.text.span(left)[1], self.text.span(right)[0]
        at = self.text.source.find(old, start, end)
        return (at, at + len(old), new) if at >= 0 else None
