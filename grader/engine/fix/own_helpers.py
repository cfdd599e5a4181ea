"""Edits at the calls of the learner's helpers: a factor, or a part of the result."""

import ast
from collections.abc import Iterator, Sequence

from ...sandbox.parsing import nodes_in
from ..exercise import Exercise
from ..source.syntax import called_name
from ..source.tree import Tree
from .edit_places import Function, Place, used_names
from .expanded_names import filled
from .expressions import Expressions
from .repeated_values import expressions
from .sample_count import is_count
from .text import Edit
from .writing import Writing

SHARED, OF_ONE, TURNED_BEFORE, WRAPPED, ASKED, AT_ONCE = 0.9, 1.6, 0.3, 0.1, 0.1, 0.2
"""Costs of a factor of a shared helper and of another; less for a sign; of a method instead of it."""


def of_helpers(
    writing: Expressions, place: Place, tree: Tree, exercise: Exercise, count: Sequence[str]
) -> Iterator[Edit]:
    """All edits of one place; `count` is the learner's expression for the number of samples, if any."""
    yield from Helpers(writing, place, tree, exercise).edits(count)


class Helpers:
    """The functions of the learner's file other than the documented ones, and their calls."""

    def __init__(self, writing: Writing, place: Place, tree: Tree, exercise: Exercise) -> None:
        self.writing, self.text, self.place, self.tree = writing, writing.text, place, tree
        self.exercise = exercise
        functions = [n for n in tree.nodes if isinstance(n, ast.FunctionDef) and n.name[:2] != "__"]
        self.functions = {f.name: f for f in functions if f.name not in exercise.formula.headers}

    def edits(self, count: Sequence[str]) -> Iterator[Edit]:
        """The edits in a method; each form of `count` may divide what a helper gives."""
        if self.place.far or self.place.function is None or not self.functions:
            return
        forms = ["-{}", "2 * {}", "{} / 2", *(f"{{}} / {n}" for n in count)]
        for statement in self.place.statements[1:]:
            for node, parent in expressions(statement):
                name = called_name(node.func) if isinstance(node, ast.Call) else ""
                helper = self.functions.get(name)
                if helper is not None:
                    yield from self._count(node, parent, helper)
                if helper is None or isinstance(parent, ast.BinOp | ast.UnaryOp):
                    continue
                yield from self._wrapped(node, name)
                cost = SHARED if self._is_shared(name) else OF_ONE
                if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Tuple):
                    names = [ast.unparse(part) for part in statement.targets[0].elts]
                    yield from self._of_parts(statement, names, forms, cost)
                elif not isinstance(parent, ast.Starred | ast.Expr) and not _gives_several(helper):
                    for form in forms:
                        new = form.format(self.writing.held(node))
                        its = cost - TURNED_BEFORE * (form[0] == "-")
                        yield self.writing.replaced(node, parent, new, its, "factor of the helper")

    def _count(self, call: ast.expr, parent: ast.AST, helper: ast.FunctionDef) -> Iterator[Edit]:
        """Use the number of samples in place of a helper that gives one less: `len(r)` for `freedom(r)`."""
        value = helper.body[-1].value if isinstance(helper.body[-1], ast.Return) else None
        names = [a.arg for a in helper.args.args if a.arg != "self"]
        given = call.args if isinstance(call, ast.Call) else []
        if isinstance(value, ast.BinOp) and is_count(ast.unparse(value.left)) and len(names) == len(given):
            new = ast.unparse(filled(value.left, dict(zip(names, given, strict=True))))
            yield self.writing.replaced(call, parent, new, 0.9, "count itself")

    def _of_parts(
        self, given: ast.Assign, names: Sequence[str], forms: Sequence[str], cost: float
    ) -> Iterator[Edit]:
        """Give all parts that a helper returns the same factor where the method returns or passes them on."""
        later = [s for s in self.place.statements if s.lineno > given.lineno and not hasattr(s, "body")]
        uses = [pair for s in later for pair in expressions(s) if ast.unparse(pair[0]) in names]
        if len(uses) < len(names) or not all(isinstance(p, ast.Tuple | ast.Call) for _, p in uses):
            return
        for form in forms:
            splices = tuple((*self.text.span(n), form.format(self.text.of(n))) for n, _ in uses)
            its = cost - TURNED_BEFORE * (form[0] == "-")
            yield Edit(its, uses[0][0].lineno, "factor of the helper", splices)

    def _wrapped(self, call: ast.expr, name: str) -> Iterator[Edit]:
        """Call the documented method that passes all its arguments on to a helper, instead of the helper."""
        function = call.func if isinstance(call, ast.Call) else None
        for method in self.exercise.takes if isinstance(function, ast.Attribute) else ():
            wrapper = self.tree.function(method)
            if wrapper is None or wrapper is self.place.function or function is None:
                continue
            own = [ast.Name(a.arg, ast.Load()) for a in wrapper.args.args[1:]]
            calls = [n for n in nodes_in([wrapper]) if isinstance(n, ast.Call)]
            given = [[ast.unparse(a) for a in c.args] for c in calls if called_name(c.func) == name]
            if given == [[a.id for a in own]] and len(getattr(call, "args", ())) == len(own):
                end = self.text.span(function)[1]
                yield Edit(WRAPPED, call.lineno, "call the method", ((end - len(name), end, method),))

    def _is_shared(self, name: str) -> bool:
        """Whether several functions use a helper: then its result is right for one of them."""
        functions = [n for n in self.tree.nodes if isinstance(n, Function)]
        return sum(name in used_names(f) for f in functions if f.name != name) > 1


def _gives_several(helper: ast.FunctionDef) -> bool:
    returned = [n.value for n in nodes_in([helper]) if isinstance(n, ast.Return)]
    return not returned or any(value is None or isinstance(value, ast.Tuple) for value in returned)
