"""Edits that undo a mistake's formula: replace its wrong part in the learner's code with the right part."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ....sandbox.parsing import nodes_in, parsed_expression
from ...declaration.exercise import Exercise
from ...source.syntax import called_name, is_number
from ..code.canonical import SAMPLES, dumped, simple
from ..code.expanded_names import Attributes, Env, filled, returned, right_body, stored, walk
from ..code.operators import ATOM, OPERATORS, PRODUCT, RANKS, rank
from ..code.text import Edit
from ..code.writing import unparsed
from ..edit_kinds import Kind
from ..edits.edit_places import expressions
from ..edits.expressions import Expressions
from .rewrite import Rewriting

MOST_EDITS = 3
ADDED, WRITTEN, FOREIGN = 0.0, 0.2, 0.4
"""Extra costs: adding to existing code, rewriting it, and adding text that occurs nowhere in the method."""
BY_A_NUMBER = 0.8
"""Extra cost of dividing by a number: it may be a factor that is too much."""
PLAIN = (ast.Name, ast.Constant)
PRODUCTS = (ast.Mult, ast.Div, ast.MatMult)
Pair = tuple[ast.expr, ast.expr]


class Undone:
    """Makes the edits of one method that undo the formulas of mistakes."""

    def __init__(
        self, exercise: Exercise, expressions: Expressions, rewriting: Rewriting, kept: Mapping[str, str]
    ) -> None:
        self.exercise, self.expressions, self.rewriting, self.kept = exercise, expressions, rewriting, kept
        values = [(name, value) for name, value in rewriting.values if name.isidentifier()]
        inner = {name: rewriting.meanings.expanded(value) for name, value in values}
        self.base: Env = inner | rewriting.base

    def edits(self, mistakes: Sequence[str], statements: Sequence[ast.stmt]) -> Iterator[Edit]:
        """Replace the wrong parts of these mistakes in some statements."""
        pairs = [(self._own(r), self._own(w)) for name in mistakes for r, w in parts(self.exercise, name)]
        wrong = [(self._meaning(w, {}), right, self._meaning(right, {}), w) for right, w in pairs]
        for statement in statements if wrong else ():
            known, env = self.rewriting.known(statement.lineno), self.rewriting.env(statement.lineno)
            above = [s for s in walk(self.rewriting.function.body) if s.lineno < statement.lineno]
            attributes = dict(pair for s in above for pair in stored(s) if "." in pair[0])
            inside = set(_inside_fillers(statement))
            for node, parent in expressions(statement):
                if isinstance(getattr(node, "ctx", None), ast.Store) or id(node) in inside:
                    continue
                meaning = self._meaning(node, env)
                if isinstance(node, ast.Compare) and (value := attributes.get(ast.unparse(node.left))):
                    meaning = self._meaning(ast.Compare(value, node.ops, node.comparators), env)
                for meant, right, whole, formula in wrong:
                    if meaning == meant and meaning != whole:
                        if (part := self._part(node, whole, env)) is not None:
                            yield self.expressions.replaced(node, parent, part, Kind.UNDO)
                            continue
                        new, extra = self._new(node, right, formula, known)
                        if extra not in (ADDED, FOREIGN) and isinstance(node, ast.Name | ast.Attribute):
                            continue  # the assignment is wrong, not this use of the name
                        if isinstance(node, ast.Call) and ast.unparse(node.func) == "float":
                            continue  # its argument is replaced
                        yield self.expressions.replaced(node, parent, new, Kind.UNDO, extra)

    def lacking(self, mistakes: Sequence[str], statements: Sequence[ast.stmt]) -> Iterator[Edit]:
        """Add the term that a mistake's formula lacks to returned or assigned values."""
        pairs = [pair for name in mistakes for pair in parts(self.exercise, name)]
        terms = [(type(right.op), self._own(term)) for right, wrong in pairs
                 if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Add | ast.Sub | ast.Div)
                 for term in [right.right] if dumped(simple(right.left)) == dumped(wrong)]  # fmt: skip
        for statement in statements if terms else ():
            value = statement.value if isinstance(statement, ast.Return | ast.Assign) else None
            names = self.rewriting.known(statement.lineno)
            for part in value.elts if isinstance(value, ast.Tuple) else [value] if value is not None else []:
                whole = isinstance(part, ast.Call) and ast.unparse(part.func) == "float" and part.args
                node = whole[0] if whole else part
                for sign, term in terms:
                    added = self.rewriting.written(term, names)
                    added = f"({added})" if sign is ast.Div and rank(term) <= PRODUCT else added
                    held = self.expressions.held(node, RANKS.get(sign, PRODUCT))
                    new = f"{held} {OPERATORS[sign][0]} {added}"
                    for one, parent in [(node, statement), *expressions(statement)]:
                        summed = one is node or (isinstance(parent, ast.Call) and isinstance(one, ast.BinOp))
                        if summed and (own := self._of_the_other_class(one, term)):
                            both = f"{self.expressions.held(one)} + {own}"
                            yield self.expressions.replaced(one, parent, both, Kind.ADD_A_TERM)
                    known = sign is not ast.Div or added in self.rewriting.text.of(self.rewriting.function)
                    by_a_number = sign is ast.Div and isinstance(term, ast.Constant)
                    extra = BY_A_NUMBER if by_a_number else 0.2 * (not known)
                    yield self.expressions.replaced(node, statement, new, Kind.ADD_A_TERM, extra)

    def _of_the_other_class(self, node: ast.expr, term: ast.expr) -> str:
        """An own term with `1 - y` for `y` and `1 - p` for `p`, if the missing term has such parts."""
        own, turned = (any(isinstance(n, ast.BinOp) and is_number(n.left, 1) for n in nodes_in([part]))
                       for part in (node, term))  # fmt: skip
        names = {n.id for n in nodes_in([node]) if isinstance(n, ast.Name)} & {*self.rewriting.rows}
        env: Env = {name: parsed_expression(f"1 - {name}") for name in names}
        return unparsed(filled(node, env)) if turned and not own and len(names) > 1 else ""

    def _own(self, node: ast.expr) -> ast.expr:
        """A part of a formula with the learner's names for arguments and attributes."""
        named: ast.expr = Attributes(self.kept).visit(filled(node, self.base))
        return named

    def _meaning(self, node: ast.expr, env: Env) -> str:
        return self.rewriting.meanings.of(node, env, self.rewriting.rows)

    def _part(self, node: ast.expr, whole: str, env: Env) -> str | None:
        """The part of an expression that is right by itself, if the rest is superfluous; else None."""
        sides = [node.left, node.right] if isinstance(node, ast.BinOp) else []
        sides += node.args if isinstance(node, ast.Call) else []
        right = [side for side in sides if self._meaning(side, env) == whole]
        return self.expressions.text.of(right[0]) if right else None

    def _new(
        self, node: ast.expr, right: ast.expr, wrong: ast.expr, known: dict[str, str]
    ) -> tuple[str, float]:
        """The right text and its extra cost: the existing text plus what it lacks, or else rewritten."""
        twice = ast.BinOp(ast.Constant(2), ast.Mult(), wrong)
        if self._meaning(twice, {}) == self._meaning(right, {}):
            return self._doubled(node), ADDED
        each = ast.BinOp(wrong, ast.Div(), ast.Name(SAMPLES, ast.Load()))
        summed = isinstance(node, ast.Call) and called_name(node.func) == "sum"  # it becomes a mean
        if self._meaning(each, {}) == self._meaning(right, {}) and self.expressions.count and not summed:
            return self._divided(node)
        if isinstance(right, ast.BinOp) and type(right.op) in OPERATORS:
            sign = OPERATORS[type(right.op)][0]
            meant = self._meaning(wrong, {})
            held = self.expressions.held(node, ATOM if sign == "**" else PRODUCT)
            for side, other in ((right.left, right.right), (right.right, right.left)):
                if self._meaning(side, {}) == meant and (side is right.left or sign in "*+"):
                    added = self.rewriting.written(other, known)
                    least = RANKS.get(type(right.op), PRODUCT) + (side is right.left)
                    added = added if rank(other) >= least else f"({added})"
                    extra = ADDED if added in self.rewriting.text.of(self.rewriting.function) else FOREIGN
                    whole = (held, added) if side is right.left else (added, held)
                    return f" {sign} ".join(whole), extra
        new = self.rewriting.written(right, known)
        alike = SequenceMatcher(None, self.expressions.text.of(node), new, autojunk=False).ratio()
        return new, WRITTEN + 0.65 * (1 - alike) + len(new) / 200

    def _divided(self, node: ast.expr) -> tuple[str, float]:
        """An expression divided by the number of samples, and the cost of that."""
        count = self.expressions.count[0]
        known = count in self.rewriting.text.of(self.rewriting.function)
        return f"{self.expressions.held(node)} / {count}", ADDED if known else FOREIGN

    def _doubled(self, node: ast.expr) -> str:
        """A product times two; if it begins with a 1, that becomes a 2."""
        first, text = node, self.expressions.text
        while isinstance(first, ast.BinOp) and isinstance(first.op, PRODUCTS):
            first = first.left
        if isinstance(first, ast.UnaryOp):
            first = first.operand
        if first is node or not is_number(first, 1):
            return f"2 * {self.expressions.held(node)}"
        (start, end), (at, behind) = text.span(node), text.span(first)
        return text.source[start:at] + text.of(first).replace("1", "2") + text.source[behind:end]


def _inside_fillers(statement: ast.stmt) -> Iterator[int]:
    """The ids of the nodes inside `np.full(...)`, which is only to be replaced as a whole."""
    for node in nodes_in([statement]):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "np.full":
            yield from (id(inner) for part in node.args for inner in nodes_in([part]))


@lru_cache(maxsize=256)
def parts(exercise: Exercise, mistake: str) -> tuple[Pair, ...]:
    """Pairs of the right formula's parts and the differing parts of a mistake's formula."""
    entry = exercise.catalogue().get(mistake)
    found: list[Pair] = []
    for edit in entry.edits[:MOST_EDITS] if entry is not None else ():
        written = tuple((slot, text.replace("<constant>", "7")) for slot, text in edit.items())
        for method in exercise.formula.headers:
            right, wrong = (returned(exercise, method, edits)[0] for edits in ((), written))
            pairs = [(right, wrong)] if right is not None and wrong is not None else []
            bodies = [list(walk(right_body(exercise, method, edits)[0].body)) for edits in ((), written)]
            same = [dumped(s) if s is not None else "" for s in (right, wrong)]
            if same[0] == same[1] and len(bodies[0]) == len(bodies[1]):  # it loops, or sets attributes
                pairs = [(a.value, b.value) for a, b in zip(*bodies, strict=True)
                         if isinstance(a, ast.Assign) and isinstance(b, ast.Assign)
                         and dumped(a.targets[0]) == dumped(b.targets[0])]  # fmt: skip
            for one, other in pairs:
                found += _differing(simple(one), simple(other))
    return tuple(found)


def _differing(right: ast.expr, wrong: ast.expr) -> Iterator[Pair]:
    """The parts that differ, the smallest first, as far as they are distinctive."""
    if dumped(right) == dumped(wrong):
        return
    ones, others = list(ast.iter_child_nodes(right)), list(ast.iter_child_nodes(wrong))
    if type(right) is type(wrong) and len(ones) == len(others):
        pairs = [(a, b) for a, b in zip(ones, others, strict=True) if dumped(a) != dumped(b)]
        inner = [(a, b) for a, b in pairs if isinstance(a, ast.expr) and isinstance(b, ast.expr)]
        grown = [a for a, b in inner if isinstance(b, ast.Name) and dumped(b) in dumped(a)]
        told = len(inner) == 1 and (grown or not isinstance(inner[0][1], PLAIN))
        within = isinstance(right, ast.Tuple) or told
        if inner and len(inner) == len(pairs) and within:
            for one, other in inner:
                yield from _differing(one, other)
    if not is_number(wrong, 0) and not isinstance(right, ast.Tuple):
        yield right, wrong
