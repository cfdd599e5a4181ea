"""Edits of expressions that are made of others: signs, comparisons, tuples, lists, dicts, branches."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from ...source.syntax import called_name, is_number
from ..code.operators import ATOM, COMPARED, PRODUCT
from ..code.text import Edit
from ..code.writing import Writing
from ..edit_kinds import OF_A_CONDITION, Kind
from .calls import bracketed

OTHER_END = {":-1]": "1:]", "-1]": "0]", "1:]": ":-1]", "0]": "-1]"}
"""How to take apart an array of weights and bias that is joined in the other order."""
ENTRY = re.compile(r"(float\()?([\w.]+\[)([^\]]+\])(\)?)")
"""Such a part, perhaps as a float."""
OF_ENTRIES = ("array", "asarray", "fromiter")
BY_CHANCE = 1.2
"""Extra cost of other edits in a condition: most of them only switch off the code that it guards."""


def of_a_condition(edits: Iterator[Edit], *, refuses: bool = False) -> Iterator[Edit]:
    """The edits of a condition, with their extra cost."""
    for edit in edits:
        by_chance = (refuses and edit.kind is not Kind.FIRST_SIZE) or edit.kind not in OF_A_CONDITION
        yield edit.dearer(BY_CHANCE) if by_chance else edit


class Several(Writing):
    """Makes these edits."""

    def _of_listcomp(self, node: ast.ListComp | ast.GeneratorExp, parent: ast.AST) -> Iterator[Edit]:
        """Compute for whole arrays what an array is made of entry by entry."""
        loop, call = node.generators[0], parent if isinstance(parent, ast.Call) else None
        turns = isinstance(loop.iter, ast.Call) and called_name(loop.iter.func) == "zip"
        over = loop.iter.args if turns and isinstance(loop.iter, ast.Call) else [loop.iter]
        targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
        plain = all(isinstance(n, ast.Name | ast.Attribute) for n in (*targets, *over)) and not loop.ifs
        if call is None or called_name(call.func) not in OF_ENTRIES or len(node.generators) > 1:
            return
        if plain and len(over) == len(targets):
            names = {ast.unparse(t): self.text.of(o) for t, o in zip(targets, over, strict=True)}
            new = re.sub(r"(?<![\w.])[a-zA-Z_]\w*", lambda m: names.get(m[0], m[0]), self.text.of(node.elt))
            start, end = self.text.span(call)
            alone = self.text.source[:start].rstrip().endswith(("(", "=", ",", "return"))
            alone &= self.text.source[end : end + 1] != "."
            new = new if alone else f"({new})"
            yield Edit(Kind.UNWRAP, node.lineno, ((start, end, new),), -1.0)

    _of_generatorexp = _of_listcomp

    def _of_unaryop(self, node: ast.UnaryOp, parent: ast.AST) -> Iterator[Edit]:
        of_shape = isinstance(parent, ast.Subscript) and self.text.of(parent).endswith(".shape[-1]")
        new = "0" if of_shape else self.text.of(node.operand)  # not `X.shape[1]`, which is the same
        if isinstance(parent, ast.Slice) and node is parent.step:
            return  # `x[::1]` is `x`
        flag = isinstance(node.op, ast.Not) and isinstance(node.operand, ast.Attribute)
        yield self.replaced(node, parent, new, Kind.DROP_NOT if flag else Kind.DROP_SIGN)
        if isinstance(node.op, ast.USub) and is_number(node.operand, 1):
            yield self.replaced(node, parent, "0", Kind.OTHER_INDEX, what="-1 to 0")

    def _of_compare(self, node: ast.Compare, parent: ast.AST) -> Iterator[Edit]:
        sizes = [side for side in (node.left, *node.comparators) if getattr(side, "attr", "") == "shape"]
        for side in sizes if len(sizes) == 1 and len(node.comparators) == 1 else ():
            if not isinstance(node.comparators[0], ast.Tuple) and not isinstance(node.left, ast.Tuple):
                yield self.replaced(side, node, f"{self.text.of(side)}[0]", Kind.FIRST_SIZE)
        old, others = COMPARED.get(type(node.ops[0]), ("", ()))
        with_number = any(isinstance(side, ast.Constant) for side in (node.left, *node.comparators))
        for new in others if old else ():
            if with_number and new[0] != old[0]:
                continue  # reversing it would just switch off the guarded code
            if splice := self.between(node.left, node.comparators[0], old, new):
                yield Edit(Kind.OTHER_COMPARISON, node.lineno, (splice,), what=f"{old} to {new}")

    def _of_boolop(self, node: ast.BoolOp, parent: ast.AST) -> Iterator[Edit]:
        for one, two in pairwise(node.values):
            (start, middle), (later, end) = self.text.span(one), self.text.span(two)
            for a, b in ((start, later), (middle, end)):
                yield Edit(Kind.DROP_CONDITION, node.lineno, ((a, b, ""),))
        if isinstance(node.op, ast.Or) and len(node.values) == 2 and isinstance(node.values[0], ast.Name):
            name, default = map(self.text.of, node.values)  # zero counts as given, too
            yield self.replaced(node, parent, f"{default} if {name} is None else {name}", Kind.IF_NONE)

    def _of_subscript(self, node: ast.Subscript, parent: ast.AST) -> Iterator[Edit]:
        axis = isinstance(node.slice, ast.Tuple) and "None" in ast.unparse(node.slice)
        turned = isinstance(node.slice, ast.Slice) and node.slice.step is not None
        extra = 0.0 if axis or turned else 0.5
        yield self.replaced(node, parent, self.text.of(node.value), Kind.DROP_INDEX, extra)
        yield from bracketed(self.text, node)

    def _of_tuple(self, node: ast.Tuple, parent: ast.AST) -> Iterator[Edit]:
        yield from self._of_row(node, 0.0 if isinstance(parent, ast.Return) else 0.3)
        entries = [ENTRY.fullmatch(self.text.of(part)) for part in node.elts]
        found = [entry.groups(default="") for entry in entries if entry and entry[3] in OTHER_END]
        if len(found) == len(entries) and len({name for _, name, *_ in found}) == 1:
            new = ", ".join(f"{a}{name}{OTHER_END[index]}{b}" for a, name, index, b in found)
            splice = (self.text.span(node.elts[0])[0], self.text.span(node.elts[-1])[1], new)
            yield Edit(Kind.OTHER_END, node.lineno, (splice,))
        if len(node.elts) == 1 and is_number(node.elts[0], 1):  # a shape
            yield self.replaced(node, parent, "()", Kind.ONE_AXIS)

    def _of_list(self, node: ast.List, parent: ast.AST) -> Iterator[Edit]:
        stacked = isinstance(parent, ast.Call) and "stack" in called_name(parent.func)
        yield from self._of_row(node, -0.4 if stacked else 0.3)
        if len(node.elts) == 1:
            yield self.replaced(node, parent, self.text.of(node.elts[0]), Kind.OUT_OF_THE_LIST)
            yield self.replaced(node, parent, "[]", Kind.EMPTY_LIST)

    def _of_dict(self, node: ast.Dict, parent: ast.AST) -> Iterator[Edit]:
        for shape in (value for value in node.values if is_number(value, 1)):
            yield self.replaced(shape, node, "()", Kind.ONE_AXIS)

    def _of_row(self, node: ast.Tuple | ast.List, extra: float = 0.3) -> Iterator[Edit]:
        for one, two in pairwise(node.elts):
            yield Edit(Kind.SWAP_PARTS, node.lineno, self.text.swapped(one, two), extra)

    def _of_ifexp(self, node: ast.IfExp, parent: ast.AST) -> Iterator[Edit]:
        extra = 0.0 if isinstance(node.orelse, ast.Constant) else 0.8  # a needless guard
        yield self.replaced(node, parent, self.text.of(node.body), Kind.ONE_BRANCH, extra)
        yield self.replaced(node, parent, self.text.of(node.orelse), Kind.ONE_BRANCH, 0.8)

    def outside(self, node: ast.Call, parent: ast.AST) -> Iterator[Edit]:
        """Take a term of a sum out of a call: rewrite `f(x + y)` as `f(x) + y`."""
        inner = total = node.args[0] if node.args else node
        by = ""
        if isinstance(total, ast.BinOp) and isinstance(total.op, ast.Mult):
            by, total = f"{self.text.of(total.left)} * ", total.right
        if isinstance(total, ast.BinOp) and isinstance(total.op, ast.Add):
            (start, end), (first, last) = self.text.span(node), self.text.span(inner)
            for one, two in ((total.left, total.right), (total.right, total.left)):
                kept, out = by + self.held(one, PRODUCT), by + self.held(two, PRODUCT)
                new = f"{self.text.source[start:first]}{kept}{self.text.source[last:end]} + {out}"
                yield self.replaced(node, parent, new, Kind.SCALE_ONE_TERM)

    def signed(self, call: ast.Call, name: str) -> str | None:
        """What a call takes the sign of, as in `np.sign(u - v)` or `np.where(u > v, 1, -1)`."""
        if name in ("sign", "copysign") and call.args:
            return self.held(call.args[-1], ATOM)
        test = call.args[0] if name == "where" and len(call.args) == 3 else None
        ones = [self.text.of(part).rstrip(".0") for part in call.args[1:]]
        if isinstance(test, ast.Compare) and ones == ["1", "-1"] and type(test.ops[0]) in (ast.Gt, ast.GtE):
            one, other = self.text.of(test.left), self.held(test.comparators[0], PRODUCT)
            return one if other in ("0", "0.0") else f"({one} - {other})"
        return None
