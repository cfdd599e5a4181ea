"""Rewrite a whole method as in the reference, in the learner's names. The search tries this last.

A loop over the samples, a velocity or a mini-batch is more than a slip in one expression. The learner's right
lines stay as they are, and the search reverts every change that is not needed.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ....sandbox.parsing import nodes_in, parsed_expression
from ...declaration.exercise import Exercise
from ...source.syntax import Function
from ...source.tree import Tree, after_docstring
from ..code.canonical import copied, dumped
from ..code.expanded_names import (
    Env,
    Meanings,
    filled,
    filled_statement,
    in_style,
    kept_as,
    looped,
    stored,
    walk,
)
from ..code.text import Text
from ..code.writing import unparsed
from ..edits.edit_places import Place, names_in
from ..edits.true_names import in_order
from .rewrite import SIMPLE, Rewriting
from .twists import Numbers


class RightMethod:
    """One method of the learner's, and the right one that replaces it."""

    def __init__(self, exercise: Exercise, text: Text, place: Place, right: Function, tree: Tree) -> None:
        assert place.function is not None
        kept = {} if right.name == "__init__" else kept_as(exercise, tree.function("__init__"))
        self.text, self.own, self.right = text, place.function, in_style(right, text.of(place.function), kept)
        learned = Rewriting(text, place, exercise, place.function.name, kept, tree)
        self.known, self.rows, self.meanings = learned.known(10**9), learned.rows, Meanings(exercise)
        self.gives = next((m.gives for m in exercise.methods if m.name == right.name), ())
        self.names = self._renamed()
        self.alias, self.numbers = _alias_of_numpy(tree.tree), Numbers(exercise, tree, place)

    def _renamed(self) -> dict[str, str]:
        """The learner's name for each name of the right method, by position, meaning, or the `return`.

        Names that differ only in underscores mean the same.
        """
        own, right = ([a.arg for a in f.args.args] for f in (self.own, self.right))
        names = dict(zip(right, right if set(right) <= set(own) else own, strict=False))
        env: Env = {name: ast.Name(to, ast.Load()) for name, to in names.items()}
        local = names_in(self.own)
        for statement in walk(self.right.body):
            for name, value in [*stored(statement), *looped(statement)]:
                whole = filled(value, env)
                if name.isidentifier() and name not in names:
                    env[name] = whole
                    known = self.known.get(self.meanings.of(whole, {}, self.rows), name)
                    alike = [n for n in local if n.replace("_", "") == name.replace("_", "")]
                    found = [n for n in (known, *alike) if n != name and n not in names.values()]
                    names[name] = found[0] if found else name
        for mine, theirs in zip(*map(_returned, (self.right, self.own)), strict=False):
            if names.get(mine) == mine and theirs not in names.values():
                names[mine] = theirs
        return names | self._in_true_order(names)

    def _in_true_order(self, names: Mapping[str, str]) -> dict[str, str]:
        """The learner's names of pairs that the right method takes apart, by what these names say."""
        found: dict[str, str] = {}
        for target in (t for s in walk(self.right.body) for t in getattr(s, "targets", ())):
            mine = [part.id for part in _parts(target) if isinstance(part, ast.Name)]
            theirs = in_order([names.get(name, name) for name in mine], mine)
            found |= dict(zip(mine, theirs, strict=True)) if len(mine) > 1 else {}
        return found

    def rewritten(self) -> str | None:
        """The text with the right method; None if the learner's method shares lines with other code."""
        body = after_docstring(self.own)
        if not body or self.text.whole_lines(body[0]) is None or self.text.whole_lines(body[-1]) is None:
            return None
        start = self.text.starts[body[0].lineno - 1]
        end = self.text.starts[body[-1].end_lineno or 0]
        margin = self.text.margin(body[0])
        kept = [self._as_written(s) for s in body if _is_guard(s, set(names_in(self.own)), self.own)]
        new = [line for block in kept for line in block]
        new += [margin + line for line in self._lines(self._translated(self.right.body))]
        tail = self.text.newline if end < len(self.text.source) or self.text.source.endswith("\n") else ""
        joined = self.text.newline.join(line.rstrip() for line in new)
        return f"{self.text.source[:start]}{joined}{tail}{self.text.source[end:]}"

    def _translated(self, body: Sequence[ast.stmt]) -> list[ast.stmt]:
        names = self.names | {"np": self.alias}
        rest = body[1:] if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) else body
        found = [ast.fix_missing_locations(_Renamed(names).visit(copied(s))) for s in rest]
        return self._with_names_returned(found)

    def _with_names_returned(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Assign the returned values to the learner's names first, if the learner returns names."""
        last, own = body[-1], self.own.body[-1]
        if not (isinstance(last, ast.Return) and isinstance(own, ast.Return)):
            return body
        right, theirs = _parts(last.value), self._in_order(_parts(own.value))
        if len(right) != len(theirs) or all(isinstance(r, ast.Name) for r in right):
            return body
        pairs = list(zip(theirs, right, strict=True))
        given = [ast.Assign([ast.Name(n.id, ast.Store())], v) for n, v in pairs if isinstance(n, ast.Name)]
        parts = [name if isinstance(name, ast.Name) else value for name, value in pairs]
        if not isinstance(own.value, ast.Tuple):
            return [*body[:-1], *map(ast.fix_missing_locations, given), own] if given else body
        new = ast.Return(ast.Tuple(parts, ast.Load()))
        return [*body[:-1], *map(ast.fix_missing_locations, [*given, new])]

    def _in_order(self, parts: list[ast.expr]) -> list[ast.expr]:
        """The parts that the learner returns, if they are names, as their names say."""
        known = {part.id: part for part in parts if isinstance(part, ast.Name)}
        ordered: list[ast.expr] = [known[name] for name in in_order([*known], self.gives)]
        return ordered if len(ordered) == len(parts) else parts

    def _lines(self, body: Sequence[ast.stmt], deep: str = "") -> Iterator[str]:
        unit = "\t" if "\t" in self.text.margin(self.own.body[-1]) else "    "
        for statement in body:
            if isinstance(statement, ast.For | ast.If | ast.While):
                yield deep + self._head(statement)
                yield from self._lines(statement.body, deep + unit)
            else:
                lines = self._named_first(statement) or [self._same_as(statement)]
                yield from (deep + line for line in lines)

    def _head(self, statement: ast.For | ast.If | ast.While) -> str:
        """The head of a loop; the learner's own, or its counter, if it iterates over the same values."""
        if isinstance(statement, ast.For):
            for own in nodes_in([self.own]):
                if not isinstance(own, ast.For) or dumped(own.iter) != dumped(statement.iter):
                    continue
                counter = ast.unparse(statement.target)
                counted = any(isinstance(n, ast.Name) and n.id == counter for n in nodes_in(statement.body))
                if ast.unparse(own.target) != "_" or not counted:
                    return self.text.lines[own.lineno - 1].strip()
            loops = [n for n in nodes_in([self.own]) if isinstance(n, ast.For)]
            alone = len(loops) == 1 and ast.unparse(statement.target) == "_"
            if alone and ast.unparse(loops[0].iter)[:6] == "range(":
                return f"for {ast.unparse(loops[0].target)} in {unparsed(statement.iter)}:"
        return self.numbers.written(unparsed(statement).splitlines()[0])

    def _named_first(self, statement: ast.stmt) -> list[str]:
        """The learner's two lines for a call, if the first one names a value in it; else none."""
        own = list(walk(self.own.body)) if isinstance(statement, ast.Expr) else []
        for one, two in combinations(own, 2):
            env = dict(stored(one)) if isinstance(two, ast.Expr) else {}
            alone = len(env) == 1 and all(map(str.isidentifier, env)) and isinstance(two, ast.Expr)
            whole = filled_statement(two, env) if alone else two
            if alone and dumped(whole) != dumped(two) and self._said(whole) == self._said(statement):
                return ["".join(self._as_written(s)).strip() for s in (one, two)]
        return []

    def _same_as(self, statement: ast.stmt) -> str:
        """The text of a statement; the learner's own if it means the same."""
        wanted = self._said(statement)
        for own in walk(self.own.body):
            if isinstance(own, SIMPLE) and self._said(own) == wanted and self.text.whole_lines(own):
                return "".join(self._as_written(own)).strip()
        text = self.numbers.written(unparsed(statement))
        pair = isinstance(statement, ast.Return) and isinstance(statement.value, ast.Tuple)
        return f"return {text[8:-1]}" if pair else text

    def _as_written(self, statement: ast.stmt) -> list[str]:
        start, end = self.text.whole_lines(statement) or self.text.span(statement)
        return self.text.source[start:end].splitlines()

    def _said(self, statement: ast.stmt) -> object:
        """The meaning of a statement, so that two spellings of it are equal."""
        if isinstance(statement, ast.AugAssign):
            target = ast.unparse(statement.target)
            value = ast.BinOp(parsed_expression(target), statement.op, statement.value)
            return [(target, self._meaning(value))]
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            return [(name, self._meaning(value)) for name, value in stored(statement)]
        given: ast.expr | None = getattr(statement, "value", None)
        return type(statement).__name__, self._meaning(given) if given is not None else ""

    def _meaning(self, value: ast.expr) -> str:
        return self.meanings.of(value, {}, self.rows)


class _Renamed(ast.NodeTransformer):
    """Renames what a method uses, and leaves out annotations."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.names.get(node.id, node.id), node.ctx)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        self.generic_visit(node)
        plain = ast.Assign([node.target], node.value) if node.value is not None else node
        return ast.copy_location(plain, node)


def _parts(value: ast.expr | None) -> list[ast.expr]:
    return [] if value is None else value.elts if isinstance(value, ast.Tuple) else [value]


def _returned(function: Function) -> list[str]:
    found = [n.value for n in nodes_in([function]) if isinstance(n, ast.Return)]
    return [value.id for value in found[-1:] if isinstance(value, ast.Name)]


def _is_guard(statement: ast.stmt, local: set[str], function: Function) -> bool:
    """Whether a statement rejects bad arguments and uses no locals other than the arguments."""
    given = {a.arg for a in [*function.args.args, *function.args.kwonlyargs]}
    used = {n.id for n in nodes_in([statement]) if isinstance(n, ast.Name)}
    raises = isinstance(statement, ast.If) and all(isinstance(s, ast.Raise) for s in statement.body)
    refuses = raises or isinstance(statement, ast.Assert)
    return refuses and not used & (local - given)


def _alias_of_numpy(tree: ast.Module) -> str:
    """The name under which the file imports NumPy."""
    names = [a for n in nodes_in([tree]) if isinstance(n, ast.Import) for a in n.names if a.name == "numpy"]
    return next((a.asname or a.name for a in names), "np")
