"""General edits of expressions: another operator, number, name or axis; parts removed or added."""

import ast
import builtins
from collections.abc import Iterator
from itertools import pairwise

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import called_name
from ..code.call_sites import FILLS
from ..code.canonical import dumped, of_a_root
from ..code.expanded_names import stored
from ..code.operators import ALIKE, ATOM, OPERATORS, PRODUCT, SELDOM, close, is_numeric
from ..code.text import Edit, Text
from ..edit_kinds import Kind
from .calls import DRAWS, REDUCED, SHAPES, SMALL, of_arguments, of_functions
from .constants import is_sum, other_constants
from .edit_places import Place, used_names
from .sample_count import counted
from .several import Several, of_a_condition
from .true_names import ONE_LESS

CHANGES_NUMBERS = ("clip", "round", "around", "rint", "floor", "ceil", "nan_to_num", "maximum", "minimum")
"""Functions that return their first argument with some values changed."""
AROUND = {"mean": Kind.ADD_MEAN, "sum": Kind.ADD_SUM, "sqrt": Kind.ADD_ROOT}
FUNCTIONS = {
    ("sum", "mean"): Kind.SUM_TO_MEAN, ("mean", "sum"): Kind.MEAN_TO_SUM,
    ("add", "subtract"): Kind.OTHER_SIGN, ("subtract", "add"): Kind.OTHER_SIGN,
    ("var", "std"): Kind.VARIANCE_TO_DEVIATION, ("abs", "square"): Kind.ABSOLUTE_TO_SQUARE,
}  # fmt: skip
ONES = -1.0
"""How much likelier zeros should be ones on a line that is blamed: they are no start of a training."""
RIGHT_BY_CHANCE = 1.5
"""Extra cost of another name in a test of identity, or of one that the call has already."""
NO_VALUES, NO_NUMBERS = ("np", "self", "range", "len", "float", "int"), ("range", "zip", "enumerate", "float")


def _index_of(statement: ast.stmt) -> str:
    """The index of the entry that a statement assigns, if its value does not use it: it lacks a column."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    index = target.slice if isinstance(target, ast.Subscript) else None
    value = getattr(statement, "value", None)
    used = used_names(value) if value is not None else set()
    return index.id if isinstance(index, ast.Name) and index.id not in used else ""


def _is_total(node: ast.expr) -> bool:
    """Whether an expression is a sum or a difference, but not of two calls of one function."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add | ast.Sub):
        return False
    calls = [called_name(side.func) for side in (node.left, node.right) if isinstance(side, ast.Call)]
    return len(calls) < 2 or calls[0] != calls[1]


class Expressions(Several):
    """Makes the edits of the expressions in one place; a misspelt name may stand for one that is `known`."""

    def __init__(self, text: Text, place: Place, exercise: Exercise, known: list[str]) -> None:
        super().__init__(text)
        self.place, self.attributes, self.known = place, list(exercise.parameters), known
        self.numbers = [number for number in exercise.formula.numbers if not number.is_integer()]
        self.first = next((n for n in place.names if n not in ("self", "cls")), "")  # it has all samples
        self.count = counted(text, place, self.first)
        self.index, self.divides = "", False  # see `_index_of`; whether the statement has a division

    def of(self, statement: ast.stmt) -> Iterator[Edit]:
        """The edits of the expressions of one statement, not of statements inside it."""
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            found = [*statement.args.defaults, *statement.args.kw_defaults, *statement.decorator_list]
        else:
            found = [n for n in ast.iter_child_nodes(statement) if isinstance(n, ast.expr)]
        self.index = _index_of(statement)
        self.divides = "/" in ast.unparse(statement)
        refuses = isinstance(statement, ast.Assert)
        refuses |= isinstance(statement, ast.If) and isinstance(statement.body[-1], ast.Raise)
        for root in found:
            tested = root is getattr(statement, "test", None) or self.place.is_tested(statement)
            edits = self._inside(root, statement) if root is not None else iter(())
            yield from of_a_condition(edits, refuses=refuses) if tested else edits

    def _inside(self, node: ast.AST, parent: ast.AST) -> Iterator[Edit]:
        if isinstance(node, ast.expr):
            yield from self._edits(node, parent)
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Lambda) and self.place.function is None):
            return  # a lambda is a place of its own
        stored = isinstance(getattr(node, "ctx", None), ast.Store)
        for child in ast.iter_child_nodes(node):
            if not (stored and isinstance(node, ast.Subscript | ast.Attribute) and child is node.value):
                edits, asked = self._inside(child, node), isinstance(node, ast.IfExp) and child is node.test
                yield from of_a_condition(edits) if asked else edits

    def _edits(self, node: ast.expr, parent: ast.AST) -> Iterator[Edit]:
        own = getattr(self, f"_of_{type(node).__name__.lower()}", None)
        if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
            return
        yield from own(node, parent) if own is not None else ()
        if isinstance(node, ast.Name | ast.Attribute | ast.Constant | ast.BinOp | ast.Call | ast.UnaryOp):
            function = isinstance(parent, ast.Call) and node is parent.func
            summed = isinstance(parent, ast.Attribute) and parent.attr in ("sum", "mean")
            outer = not isinstance(parent, ast.Attribute) or isinstance(node, ast.Name) or summed
            if not function and outer:
                yield from self._wrapped(node, parent)

    def _wrapped(self, node: ast.expr, parent: ast.AST) -> Iterator[Edit]:
        def made(new: str, kind: Kind, extra: float = 0.0) -> Edit:
            return self.replaced(node, parent, new, kind, extra)

        text, large = self.text.of(node), isinstance(node, ast.BinOp | ast.Call)
        if large or isinstance(node, ast.Name | ast.Attribute):
            name = ast.unparse(node.func if isinstance(node, ast.Call) else node)
            if name in (NO_NUMBERS if isinstance(node, ast.Call) else NO_VALUES):
                return
            if isinstance(parent, ast.Attribute):
                if parent.attr in ("sum", "mean"):
                    yield made(f"{self.held(node, ATOM)} ** 2", Kind.SQUARE)
                    yield from self._with_unread(node, parent, 0.0) if self.index else ()
                if parent.attr in ("dot", "matmul") and isinstance(node, ast.Name):
                    yield made(f"{node.id}.T", Kind.TRANSPOSE)
                return
            if not isinstance(node, ast.Attribute) or node.attr != "T":
                yield made(f"{self.held(node, ATOM)}.T", Kind.TRANSPOSE, 1.0 * is_sum(parent))
            of_all = 0.3 if _is_total(node) else 0.0  # a single term is likelier to lack a factor
            for count in self.count:
                yield made(f"{self.held(node)} / {count}", Kind.DIVIDE_BY_COUNT, of_all)
                if isinstance(parent, ast.stmt | ast.Tuple):
                    yield made(f"2 / {count} * {self.held(node, PRODUCT)}", Kind.TWICE_THE_MEAN)
                if large and isinstance(getattr(parent, "op", None), ast.Add | ast.Sub):
                    first, held = "2 * " * text.startswith("2 * "), self.held(node).removeprefix("2 * ")
                    yield made(f"{first}{count} * {held}", Kind.TIMES_COUNT, 0.5 * self.divides)
            yield made(f"2 * {self.held(node, PRODUCT + (not large))}", Kind.DOUBLE, of_all)
            yield from self._with_unread(node, parent, of_all)
            yield from self._turned(node, parent, of_all)
            yield made(f"{self.held(node, ATOM)} ** 2", Kind.SQUARE)
            if isinstance(parent, ast.Compare | ast.Call) and "abs(" in self.text.source:
                yield made(f"np.abs({text})", Kind.ADD_ABSOLUTE)
            for name, kind in AROUND.items():
                yield made(f"np.{name}({text})", kind)

    def _with_unread(self, node: ast.expr, parent: ast.AST, of_all: float) -> Iterator[Edit]:
        """Multiply by an argument that the method does not read; in a step first of all."""
        step = isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Sub) and node is parent.right
        extra = 0.0 if step or isinstance(parent, ast.AugAssign) else 0.3 + of_all
        held = self.held(node, PRODUCT + isinstance(node, ast.Name | ast.Attribute))
        unread = [self.first] if self.index else self.place.unread
        for name in unread if self.text.of(node) not in unread else ():
            new = f"{held} * {name}[:, {self.index}]" if self.index else f"{name} * {held}"
            yield self.replaced(node, parent, new, Kind.TIMES_UNREAD, extra)

    def _turned(self, node: ast.expr, parent: ast.AST, of_all: float) -> Iterator[Edit]:
        """Turn the sign of an expression, alone or with a factor."""
        whole = isinstance(node, ast.Call) and isinstance(parent, ast.Return | ast.Call)
        sign = self.replaced(node, parent, f"-{self.held(node)}", Kind.NEGATE, 1.1 * (not whole))
        plain = sign.splices[0][2] == f"-{self.text.of(node)}"  # then it combines with another edit inside
        start = sign.splices[0][0]
        yield sign._replace(splices=((start, start, "-"),)) if plain else sign
        twice = f"-2 * {self.held(node, PRODUCT + isinstance(node, ast.Name | ast.Attribute))}"
        yield self.replaced(node, parent, twice, Kind.NEGATE_AND_DOUBLE, 3 * of_all)

    def _of_binop(self, node: ast.BinOp, parent: ast.AST) -> Iterator[Edit]:
        old, others = OPERATORS.get(type(node.op), ("", ()))
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return  # a literal such as `10 ** 6`
        for new in others if old else ():
            number = is_numeric(node.left) or is_numeric(node.right)
            if (splice := self.between(node.left, node.right, old, new)) and not (number and new == "@"):
                kind = Kind.OTHER_SIGN if {old, new} == {"+", "-"} else Kind.OTHER_OPERATOR
                yield Edit(kind, node.lineno, (splice,), what=f"{old} to {new}")
        left, right = self.text.of(node.left), self.text.of(node.right)
        drawn = called_name(node.left.func) if isinstance(node.left, ast.Call) else ""
        if drawn in DRAWS and isinstance(node.op, ast.Mult):
            yield self.replaced(node.right, node, str(SMALL), Kind.SMALLER_RANGE)
        inside = of_a_root(node.right) if isinstance(node.op, ast.Div) else None
        if inside is not None:
            squared = f"{self.held(node.left, ATOM)} ** 2 / {self.held(inside, ATOM)}"
            yield self.replaced(node, parent, squared, Kind.SQUARE_A_ROOT)
        yield from self._one_side(node, parent)
        listed = isinstance(node.op, ast.Add) and isinstance(node.left, ast.List)
        if isinstance(node.op, ast.Sub | ast.MatMult | ast.Div | ast.Pow) or listed:
            one, two = self.text.span(node.left), self.text.span(node.right)
            new_left, new_right = self.fitted(node.left, node, right), self.fitted(node.right, node, left)
            yield Edit(Kind.SWAP_SIDES, node.lineno, ((*one, new_left), (*two, new_right)))
        if isinstance(node.op, ast.Mult | ast.Div | ast.MatMult):
            yield from self._shared_out(node, parent, f" {old} {right}")

    def _one_side(self, node: ast.BinOp, parent: ast.AST) -> Iterator[Edit]:
        """Keep only one side of an operation."""
        scaled = isinstance(node.op, ast.Mult | ast.Div)  # an extra factor is likelier than a wrong one
        plain = [isinstance(side, ast.Constant) for side in (node.left, node.right)]
        factor = [scaled and "Constant(" in dumped(side) and getattr(side, "value", 0) not in self.numbers
                  for side in (node.left, node.right)]  # fmt: skip
        at_right, at_left = plain[0] - 0.6 * factor[1], plain[1] - 0.9 * factor[0]
        divides = isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Div) and node is parent.right
        kinds = (Kind.DROP_DIVISOR,) * 2 if divides else (Kind.DROP_RIGHT, Kind.DROP_LEFT)
        if isinstance(node.op, ast.Pow) and getattr(node.right, "value", 0) == 0.5:
            kinds, at_right = (Kind.DROP_ROOT, kinds[1]), 0.0
        yield self.dropped(node, parent, node.left, kinds[0]).dearer(at_right)
        yield self.dropped(node, parent, node.right, kinds[1]).dearer(at_left)

    def _shared_out(self, node: ast.BinOp, parent: ast.AST, by: str) -> Iterator[Edit]:
        """Scale only one term of a sum or of a list: rewrite `(x + y) / n` as `x / n + y` or `x + y / n`."""
        sums = [n for n in nodes_in([node.left]) if isinstance(n, ast.Call) and called_name(n.func) == "sum"]
        given = dict(pair for s in self.place.statements for pair in stored(s)) if sums else {}
        rows = [given.get(ast.unparse(n.args[0]), n.args[0]) for n in sums if n.args]
        total = node.left if isinstance(node.left, ast.BinOp) else None
        terms = [total.left, total.right] if total and isinstance(total.op, ast.Add | ast.Sub) else []
        whole = self.dropped(node, parent, node.left, Kind.SCALE_ONE_TERM)
        for term in (*terms, *(entry for row in rows for entry in getattr(row, "elts", ()))):
            splices = (*whole.splices, (*self.text.span(term), f"{self.held(term)}{by}"))
            yield whole._replace(splices=splices).dearer(0.3)

    def _of_constant(self, node: ast.Constant, parent: ast.AST) -> Iterator[Edit]:
        yield from other_constants(self, self.place, self.numbers, node, parent)

    def _of_attribute(self, node: ast.Attribute, parent: ast.AST) -> Iterator[Edit]:
        if node.attr == "T":
            yield self.replaced(node, parent, self.text.of(node.value), Kind.DROP_TRANSPOSE)
        end = self.text.span(node)[1]
        start = end - len(node.attr)  # the object may be in parentheses
        groups = [group - {node.attr, *SELDOM} for group in ALIKE if node.attr in group]
        others = [other for group in groups for other in sorted(group)]
        own = isinstance(node.value, ast.Name) and node.value.id == "self"
        others += [name for name in self.attributes if own and name != node.attr]
        near = [n for n in self.known if close(n, node.attr) and n not in others] if own or not others else []
        for other in dict.fromkeys([*near, *others]):
            pair = (node.attr, other)
            kind = FUNCTIONS.get(pair, Kind.NEAR_ATTRIBUTE if other in near else Kind.OTHER_FUNCTION)
            extra = ONES * (pair == ("zeros", "ones"))
            yield Edit(kind, node.lineno, ((start, end, other),), extra, " to ".join(pair))
        local = node.attr in self.place.names and ast.unparse(node).startswith("self.")
        stays = not own or node.attr in self.attributes or isinstance(parent, ast.Attribute)
        for name in [node.attr] if local else [] if stays else self.place.unread:
            kind = Kind.UNREAD_FOR_ATTRIBUTE if name in self.place.unread else Kind.LOCAL_FOR_ATTRIBUTE
            yield self.replaced(node, parent, name, kind)

    def _of_name(self, node: ast.Name, parent: ast.AST) -> Iterator[Edit]:
        if node.id in ("np", "self"):
            return
        for name in self.place.names:
            called = isinstance(parent, ast.Call) and parent.func is node and not close(name, node.id)
            if name not in (node.id, "self", "_") and not called:
                kind = Kind.NEAR_NAME if close(name, node.id) else Kind.OTHER_NAME
                kind = Kind.UNREAD_FOR_NAME if name in (*self.place.unread, *self.place.shown) else kind
                identity = isinstance(parent, ast.Compare) and isinstance(parent.ops[0], ast.Is | ast.IsNot)
                again = isinstance(parent, ast.Call) and any(self.text.of(a) == name for a in parent.args)
                extra = RIGHT_BY_CHANCE * (identity + again)
                yield self.replaced(node, parent, name, kind, extra, f"{node.id} to {name}")
        for name in self.known if not hasattr(builtins, node.id) else ():
            if close(name, node.id) or name == node.id:
                extra = 0.0 if name == node.id in self.attributes else 0.9
                yield self.replaced(node, parent, f"self.{name}", Kind.ATTRIBUTE_FOR_LOCAL, extra)
                if name != node.id:
                    yield self.replaced(node, parent, name, Kind.NEAR_KNOWN_NAME)
        for name in self.attributes:
            yield self.replaced(node, parent, f"self.{name}", Kind.ATTRIBUTE_FOR_LOCAL, 1.8)
        for count in self.count if ONE_LESS.search(node.id.lower()) else ():
            yield self.replaced(node, parent, count, Kind.COUNT_ITSELF)

    def _of_call(self, node: ast.Call, parent: ast.AST) -> Iterator[Edit]:
        if isinstance(node.func, ast.Name) and node.func.id in ("sum", "max", "min", "abs"):
            yield Edit(Kind.OF_NUMPY, node.lineno, ((*self.text.span(node.func), f"np.{node.func.id}"),))
        yield from self.outside(node, parent)
        name = called_name(node.func)
        if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "math":
            new = f"np.{REDUCED.get(name, name)}"
            yield Edit(Kind.NUMPY_FOR_MATH, node.lineno, ((*self.text.span(node.func), new),))
        if name == "len" and not isinstance(node.args[0], ast.Name):
            for other in (n for n in self.place.names if n != "self"):
                yield self.replaced(node.args[0], node, other, Kind.OTHER_LENGTH)
        if name in FILLS and node.args and isinstance(node.args[-1], ast.Call | ast.BinOp):
            for other in self.place.results_of(self.known):
                yield self.replaced(node.args[-1], node, other, Kind.USE_THE_NAME, 0.2)
        function = node.func.value if isinstance(node.func, ast.Attribute) else None
        method = function is not None and ast.unparse(function) != "np" and (not node.args or name in SHAPES)
        kept = function if method else node.args[0] if node.args else None
        if kept is not None and name not in ("len", "range"):
            extra = 0.4 if method or len(node.args) == 1 else 0.2 if name in CHANGES_NUMBERS else 1.4
            extra = 0.0 if name in SHAPES else extra
            yield self.replaced(node, parent, self.text.of(kept), Kind.DROP_CALL, extra)
            if len(node.args) == 2 and name in self.known and self.place.function is not None:
                yield self.replaced(node, parent, self.text.of(node.args[1]), Kind.DROP_CALL, 0.2)
        if node.args and not node.keywords and isinstance(parent, ast.Return | ast.Tuple):
            new = self.text.source[self.text.span(node.args[0])[0] : self.text.span(node.args[-1])[1]]
            yield self.replaced(node, parent, new, Kind.RETURN_THE_ARGUMENTS)
        if (inside := self.signed(node, name)) is not None:  # the derivative of the absolute value
            yield self.replaced(node, parent, f"2 * {inside}", Kind.ABSOLUTE_TO_SQUARE)
        for branch in node.args[1:] if name == "where" and len(node.args) == 3 else ():
            yield self.replaced(node, parent, self.text.of(branch), Kind.ONE_BRANCH)
        for one, two in pairwise(node.args) if name not in SHAPES else ():
            kind = Kind.SWAP_SIDES if name == "subtract" else Kind.SWAP_ARGUMENTS
            yield Edit(kind, node.lineno, self.text.swapped(one, two))
        of_exp = self.place.function is not None and "exp(" in self.text.source
        yield from (e for e in of_functions(self.text, node, name) if of_exp or e.kind != Kind.WIDER_LIMITS)
        yield from of_arguments(self.text, node, self.place.unread)
