"""Rewrite a syntax tree so that each operation reports its value with its line; see `expression_trace`."""

import ast
from functools import lru_cache
from typing import Any, TypeVar

from ..parsing import parsed, parsed_expression

Made = TypeVar("Made", bound=ast.AST)

VALUE, CALL, STORE, RETURN = "_kata_value", "_kata_call", "_kata_store", "_kata_return"
CAUGHT = "_kata_caught"
"""The functions that the rewritten code calls."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
UNTOUCHED_CALLS = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "breakpoint", "input"}


class Instrument(ast.NodeTransformer):
    """Rewrites a module so that it reports the value of every operation, and what functions store."""

    inside, takes = False, frozenset[str]()

    def _report(self, node: ast.expr, inner: ast.expr) -> ast.expr:
        call = ast.Call(ast.Name(VALUE, ast.Load()), [ast.Constant(node.lineno), inner], [])
        return _placed(call, node)

    def _operation(self, node: Any) -> Any:
        self.generic_visit(node)
        loaded = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        return self._report(node, node) if loaded else node

    visit_BinOp = visit_UnaryOp = visit_IfExp = visit_ListComp = _operation
    visit_Subscript = visit_Attribute = _operation

    def visit_Call(self, node: ast.Call) -> Any:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED_CALLS:
            return node
        arguments = [ast.Constant(node.lineno), node.func, *node.args]
        return _placed(ast.Call(ast.Name(CALL, ast.Load()), arguments, node.keywords), node)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        reports = self._after(node, [node.target])
        self.generic_visit(node)
        return [node, *reports]

    def visit_Assign(self, node: ast.Assign) -> Any:
        plain = isinstance(node.value, (ast.Name, ast.Constant))
        # The value of an operation is reported when it is computed; that of a name or constant is not.
        stored = [target for target in node.targets if plain or not isinstance(target, ast.Name)]
        reports = self._after(node, stored, made=not plain)
        self.generic_visit(node)
        return [node, *reports]

    def visit_Yield(self, node: ast.Yield) -> Any:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name):
            node.value = self._report(node.value, node.value)
        return node

    def visit_Return(self, node: ast.Return) -> Any:
        if isinstance(node.value, (ast.Tuple, ast.List)):
            node.value.elts = [self._returned(part) for part in node.value.elts]
        elif node.value is not None:
            node.value = self._returned(node.value)
        return node

    def _returned(self, part: ast.expr) -> ast.expr:
        """Rewrite a returned expression: a name, or an item with a string key, is reported as returned."""
        if isinstance(part, ast.Compare):
            return self._operation(part)  # type: ignore[no-any-return]
        entry = isinstance(part, ast.Subscript) and isinstance(getattr(part.slice, "value", None), str)
        if not entry and not isinstance(part, ast.Name):
            return self.visit(part)  # type: ignore[no-any-return]
        self.generic_visit(part)
        given = ast.Constant(isinstance(part, ast.Name) and part.id in self.takes)
        call = ast.Call(ast.Name(RETURN, ast.Load()), [ast.Constant(part.lineno), part, given], [])
        return _placed(call, part)

    def visit_With(self, node: ast.With) -> Any:
        texts = [ast.unparse(item.context_expr) for item in node.items]
        self.generic_visit(node)
        if any("suppress(" in text for text in texts):
            handler = ast.ExceptHandler(None, None, [self._caught(node), ast.Raise()])
            node.body = [_placed(ast.Try(node.body, [handler], [], []), node)]
        return node

    def _caught(self, node: ast.stmt | ast.ExceptHandler) -> ast.stmt:
        call = ast.Call(ast.Name(CAUGHT, ast.Load()), [ast.Constant(node.lineno)], [])
        return _placed(ast.Expr(call), node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> Any:
        self.generic_visit(node)
        node.body.insert(0, self._caught(node))
        return node

    def _after(self, node: ast.stmt, targets: list[ast.expr], made: bool = True) -> list[ast.stmt]:
        """Statements that report what `node` stored: the new values of names, attributes and arrays."""
        if not self.inside:
            return []
        flat = [n for t in targets for n in (t.elts if isinstance(t, (ast.Tuple, ast.List)) else [t])]
        reports = [self._stored(node.lineno, target, made) for target in flat]
        return [_placed(report, node) for report in reports]

    def _stored(self, line: int, target: ast.expr, made: bool) -> ast.stmt:
        if isinstance(target, ast.Name):
            value = ast.Name(target.id, ast.Load())
            seen = ast.Call(ast.Name(STORE, ast.Load()), [ast.Constant(line), value, ast.Constant(made)], [])
            return ast.Assign([ast.Name(target.id, ast.Store())], seen)
        arguments: list[ast.expr] = [ast.Constant(line), ast.Constant(None), ast.Constant(False)]
        if (again := _again(target)) is not None:
            nothing = ast.arguments([], [], None, [], [], None, [])
            arguments.append(ast.Lambda(nothing, again))
        return ast.Expr(ast.Call(ast.Name(STORE, ast.Load()), arguments, []))

    def _leave(self, node: Any) -> Any:
        return node

    visit_JoinedStr = visit_MatchValue = visit_MatchClass = visit_MatchMapping = visit_arg = _leave

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_FunctionDef(self, node: Any) -> Any:
        outside, self.inside = (self.inside, self.takes), isinstance(node, FUNCTIONS)
        self.takes = frozenset(a.arg for a in node.args.args) if self.inside else self.takes
        node.body = [part for old in node.body for part in _many(self.visit(old))]
        self.inside, self.takes = outside
        if isinstance(node, FUNCTIONS):
            node.args.defaults = [self.visit(default) for default in node.args.defaults]
        return node

    # Stores in a class body are not reported, because some classes forbid storing a name twice.
    visit_AsyncFunctionDef = visit_ClassDef = visit_FunctionDef


def _again(target: ast.expr) -> ast.expr | None:
    """An expression that reads a stored attribute or array again; None if it may have side effects."""
    place: ast.expr = target.value if isinstance(target, ast.Subscript) else target
    names = ""
    while isinstance(place, ast.Subscript) or getattr(place, "attr", "") == "flat":  # a part of the array
        place = place.value  # type: ignore[attr-defined]
    while isinstance(place, ast.Attribute):
        names = f".{place.attr}{names}"
        place = place.value
    key = getattr(target.slice, "value", None) if isinstance(target, ast.Subscript) else None
    names += f"[{key!r}]" if isinstance(key, str) else ""
    return parsed_expression(place.id + names) if isinstance(place, ast.Name) else None


def _placed(made: Made, node: ast.AST) -> Made:
    """Give `made`, and every part of it that has no position yet, the position of `node`; return `made`."""
    ast.copy_location(made, node)
    for part in ast.iter_child_nodes(made):
        if "lineno" in part._attributes and not hasattr(part, "lineno"):
            _placed(part, node)
    return made


def _many(part: Any) -> list[Any]:
    return part if isinstance(part, list) else [part]


@lru_cache(maxsize=4)
def instrumented(source: str | bytes, filename: str) -> Any:
    """The code object of `source` with every operation reporting its value; line numbers are unchanged."""
    tree = Instrument().visit(parsed(source, filename))
    return compile(tree, filename, "exec", dont_inherit=True)
