"""General edits of statements: remove them, change their targets or operators, return or store values."""

import ast
from collections.abc import Iterator
from itertools import pairwise, product

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name, defaults
from ..code.canonical import dumped
from ..code.expanded_names import stored
from ..code.operators import OPPOSITE, PRODUCT, close, rank
from ..code.text import FLAT, Edit, Splice, Text
from ..tidy.leftovers import FILLS, only_fills
from .calls import is_literal
from .edit_places import Place

SIGNS = {ast.Add: ("+=", "-="), ast.Sub: ("-=", "+="), ast.Mult: ("*=", "-="), ast.Div: ("/=", "*=")}
IN_VAIN = -1.0
"""Cost of storing a value in an attribute instead of an unread local of the same name."""
NOWHERE = -0.9
"""Cost of storing an array in the parameters instead of somewhere else, if nothing else stores them."""
OTHER_DEFAULT = -0.5
"""Cost of changing a default to the value that a condition tests for; a `def` line is seldom blamed."""


class Statements:
    """Makes the edits of the statements in one place."""

    def __init__(self, text: Text, place: Place, attributes: list[str]) -> None:
        self.text, self.place, self.attributes = text, place, attributes

    def of(self, statement: ast.stmt) -> Iterator[Edit]:
        """The edits of one statement itself."""
        if isinstance(statement, FLAT):
            yield from self._flat(statement)
        own = getattr(self, f"_of_{type(statement).__name__.lower()}", None)
        if own is not None:
            yield from own(statement)

    def _whole(self, node: ast.stmt | ast.expr, cost: float, kind: str, new: str) -> Edit:
        """The edit that replaces a whole statement or target."""
        return Edit(cost, node.lineno, kind, ((*self.text.span(node), new),))

    def _flat(self, statement: ast.stmt) -> Iterator[Edit]:
        if (found := self.text.whole_lines(statement)) is None:
            return
        owners = [o for o in self.place.statements for name in ("body", "orelse")
                  if [statement] == getattr(o, name, [])]  # fmt: skip
        alone = bool(owners)
        if alone and isinstance(owners[0], ast.If) and not owners[0].orelse:
            return  # the whole `if` is removed instead
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            return
        new = f"{self.text.margin(statement)}pass{self.text.newline}" if alone else ""
        kept = any(name.startswith("self.") for name, _ in stored(statement))
        own = statement.target if isinstance(statement, ast.AugAssign) else None
        other = isinstance(own, ast.Attribute) and own.attr not in self.attributes
        cost = 0.9 if _alters(statement) or other else 1.5 + 0.4 * kept
        if isinstance(statement, ast.Return | ast.Break):
            same = [s for s in self.place.statements if dumped(s) == dumped(statement)]
            cost = 1.0 if isinstance(statement, ast.Return) and len(same) > 1 else 3.0
        yield Edit(cost, statement.lineno, "remove", ((*found, new),))

    def _of_augassign(self, statement: ast.AugAssign) -> Iterator[Edit]:
        old, other = SIGNS.get(type(statement.op), ("", ""))
        start, end = self.text.span(statement.target)[1], self.text.span(statement.value)[0]
        at = self.text.source.find(old, start, end) if old else -1
        if at >= 0:
            target, value = self.text.of(statement.target), self.text.of(statement.value)
            yield Edit(0.8, statement.lineno, f"{old} to {other}", ((at, at + len(old), other),))
            yield Edit(2.0, statement.lineno, "assign", ((at, at + len(old), "="),))
            lists = [n for s in self.place.statements for n, v in stored(s) if isinstance(v, ast.List)]
            if target in lists:
                yield self._whole(statement, 0.4, "append", f"{target}.append({value})")
            held = value if rank(statement.value) >= PRODUCT else f"({value})"
            for sign, kind in ((old[0], "not in place"), (other[0], "not in place, other way")):
                yield self._whole(statement, 1.7, kind, f"{target} = {target} {sign} {held}")
        yield from self._targets(statement.target)

    def _of_assign(self, statement: ast.Assign) -> Iterator[Edit]:
        if only_fills(statement.value):
            yield self._whole(statement, 0.3, "keep no result", self.text.of(statement.value))
            return
        literal = isinstance(statement.value, ast.Tuple) and all(map(is_literal, statement.value.elts))
        for target in statement.targets:
            yield from self._targets(target, swapped=not literal)  # the numbers are swapped instead
        kept = ast.unparse(statement.targets[0]).removeprefix("self.")
        local = [name for s in self.place.statements for name, _ in stored(s) if name in self.place.names]
        if kept in self.attributes and isinstance(statement.value, ast.Name | ast.Call):
            start, end = self.text.span(statement.value)
            for name, other in product(dict.fromkeys(local), self.attributes):  # as for an intercept
                if kept != other and name != self.text.source[start:end]:
                    yield Edit(1.5, statement.lineno, "take off", ((end, end, f" - {name} @ self.{other}"),))
        target = statement.targets[-1]
        given = {name for s in self.place.statements for name, _ in stored(s)}
        elsewhere = not isinstance(target, ast.Name) and not given & {f"self.{n}" for n in self.attributes}
        if elsewhere and isinstance(statement.value, ast.Name) and len(self.attributes) > 1:
            own = ", ".join(f"self.{name}" for name in self.attributes)
            for parts in taken_apart(statement.value.id):
                yield self._whole(statement, NOWHERE, "store back", f"{own} = {parts}")
        start, end = self.text.span(target)[1], self.text.span(statement.value)[0]
        at = self.text.source.find("=", start, end)
        if at >= 0 and len(statement.targets) == 1 and isinstance(target, ast.Name | ast.Attribute):
            if end == at + 1 and (sign := self.text.source[end]) in "-+":
                yield Edit(0.3, statement.lineno, "the other way round", ((at, at + 2, f"{sign}="),))
            for sign in "-+":
                yield Edit(1.9, statement.lineno, f"{sign}=", ((at, at + 1, f"{sign}="),))
            yield self._whole(statement, 3.0, "return it", f"return {self.text.of(statement.value)}")

    def _targets(self, target: ast.expr, swapped: bool = True) -> Iterator[Edit]:
        if isinstance(target, ast.Tuple | ast.List):
            for one, two in pairwise(target.elts) if swapped else ():
                yield Edit(1.1, target.lineno, "swap the names", self.text.swapped(one, two))
            for part in target.elts:
                yield from self._targets(part)
        if isinstance(target, ast.Name):
            for name in self.attributes:
                cost = 2.2
                if name.strip("_") == target.id.strip("_"):
                    cost = 1.0 if self._is_read(target.id) else IN_VAIN
                yield self._whole(target, cost, "store it", f"self.{name}")
            for name in self.place.names:
                if name not in (target.id, "self"):
                    yield self._whole(target, 1.0 if close(name, target.id) else 2.3, "other target", name)
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            for name in self.attributes:
                if name != target.attr:
                    cost = 0.9 if close(name, target.attr) else 1.9
                    yield self._whole(target, cost, "other target", f"{target.value.id}.{name}")
        if isinstance(target, ast.Subscript):
            yield self._whole(target, 2.0, "drop an index", self.text.of(target.value))

    def _is_read(self, name: str) -> bool:
        nodes = [n for s in self.place.statements[:1] for n in nodes_in([s]) if isinstance(n, ast.Name)]
        return any(n.id == name and isinstance(n.ctx, ast.Load) for n in nodes)

    def _of_asyncfunctiondef(self, statement: ast.AsyncFunctionDef) -> Iterator[Edit]:
        """Make a coroutine a plain function."""
        start, _ = self.text.span(statement)
        if self.text.source.startswith("async def", start):
            yield Edit(0.8, statement.lineno, "drop async", ((start, start + len("async "), ""),))

    def _of_functiondef(self, statement: ast.FunctionDef) -> Iterator[Edit]:
        """Change a default to the value that a condition compares it with."""
        given = defaults(statement)
        for test in (n for n in nodes_in([statement]) if isinstance(n, ast.Compare)):
            default = given.get(ast.unparse(test.left))
            number = isinstance(getattr(test.comparators[0], "value", None), int | float | None)
            switch = isinstance(test.ops[0], ast.IsNot)  # without that argument it is off
            plain = isinstance(test.comparators[0], ast.Constant) and number and not switch
            if default is not None and not plain:
                yield self._whole(default, OTHER_DEFAULT, "other default", self.text.of(test.comparators[0]))

    def _of_expr(self, statement: ast.Expr) -> Iterator[Edit]:
        value = statement.value
        yield self._whole(statement, 1.0, "return it", f"return {self.text.of(value)}")
        if isinstance(value, ast.Compare) and isinstance(value.ops[0], ast.Eq) and len(value.ops) == 1:
            new = f"{self.text.of(value.left)} = {self.text.of(value.comparators[0])}"
            yield self._whole(statement, 0.4, "assign it", new)
        if isinstance(value, ast.BinOp) and isinstance(value.left, ast.Name | ast.Attribute):
            left, own = self.text.of(value.left), self.text.of(value)
            yield self._whole(statement, 0.8, "assign it", f"{left} = {own}")
            sign = {ast.Add: "+=", ast.Sub: "-="}.get(type(value.op), "")
            if sign and (at := self.text.source.find(sign[0], self.text.span(value.left)[1])) >= 0:
                cost = 0.7 if f"{sign} " in self.text.source else 0.9
                yield Edit(cost, statement.lineno, "assign it", ((at, at + 1, sign),))
        if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "print" and value.args:
            shown = ", ".join(self.text.of(a) for a in value.args)
            yield self._whole(statement, 0.9, "return it", f"return {shown}")
            yield self._whole(statement, 1.5, "return it", f"return {self.text.of(value.args[-1])}")
        if isinstance(value, ast.Call):
            yield from self._of_called(statement, value)

    def _of_called(self, statement: ast.Expr, call: ast.Call) -> Iterator[Edit]:
        """Assign what a call returns, or what it stores in place."""
        first = call.args[0] if call.args else call
        if isinstance(first, ast.Name | ast.Attribute) and called_name(call.func) not in FILLS:
            new = f"{self.text.of(first)} = {self.text.of(call)}"  # as for `np.add(z, 1)`
            yield self._whole(statement, 0.5, "assign it", new)
        own = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(own, ast.Name) and isinstance(call.func, ast.Attribute) and call.func.attr == "sort":
            start, end = self.text.span(call.func)[1], self.text.span(call)[1]
            given = self.text.source[start:end].removeprefix("(")
            comma = ", " if call.args or call.keywords else ""
            new = f"{own.id} = np.sort({own.id}{comma}{given}"
            yield self._whole(statement, 0.4, "assign it", new)
        if call.keywords and call.keywords[-1].arg == "out" and call.args:
            start, end = self.text.span(call)[0], self.text.span(call.args[-1])[1]
            new = f"{self.text.of(call.keywords[-1].value)} = {self.text.source[start:end]})"
            yield self._whole(statement, 0.4, "assign it", new)

    def _of_raise(self, statement: ast.Raise) -> Iterator[Edit]:
        for name in self.place.names:
            if name != "self":
                yield self._whole(statement, 1.2, "return it", f"return {name}")

    def _of_return(self, statement: ast.Return) -> Iterator[Edit]:
        if statement.value is None:
            for name in self.place.names:
                yield self._whole(statement, 1.5, "return a name", f"return {name}")
            return
        several = len(self.attributes) > 1 and isinstance(statement.value, ast.Tuple)
        if several and len(getattr(statement.value, "elts", ())) == len(self.attributes):
            targets = ", ".join(f"self.{name}" for name in self.attributes)
            yield self._whole(statement, 0.0, "store it", f"{targets} = {self.text.of(statement.value)}")
        own = self.text.of(statement.value)
        given = [pair for s in self.place.statements for pair in stored(s)]
        keys = [key for n, v in given if n == own and isinstance(v, ast.Dict) for key in v.keys if key]
        entries = [n for n in nodes_in(self.place.statements[:1]) if isinstance(n, ast.Subscript)]
        keys += [
            n.slice for n in entries if ast.unparse(n.value) == own and isinstance(n.slice, ast.Constant)
        ]
        for key in dict.fromkeys(map(self.text.of, keys)):
            yield self._whole(statement, 0.0, "return an entry", f"return {own}[{key}]")
        for name in (name for name in self.place.names if name != "self"):
            yield self._whole(statement, 2.0, "return a name", f"return {name}")
        lists = [n for n, v in given if isinstance(v, ast.List)]
        for name in self._read() if isinstance(statement.value, ast.Name | ast.Tuple) else ():
            cost = 0.3 if name in lists else 1.4 if own == "self" else 2.2
            yield self._whole(statement, cost, "return a name", f"return {name}")

    def _read(self) -> list[str]:
        """The attributes that the method uses without calling them, other than the model's parameters."""
        nodes = [n for s in self.place.statements[:1] for n in nodes_in([s])]
        called = {n.func for n in nodes if isinstance(n, ast.Call)}
        own = [n for n in nodes if isinstance(n, ast.Attribute) and n not in called]
        found = dict.fromkeys(n.attr for n in own if ast.unparse(n.value) == "self")
        return [f"self.{name}" for name in found if name not in self.attributes]

    def _of_if(self, statement: ast.If) -> Iterator[Edit]:
        """Negate the condition, or remove the `if` with or without the code that it guards."""
        yield Edit(1.9, statement.lineno, "turn the test", (self._turned(statement.test),))
        if statement.orelse:
            return
        yield from self._unwrapped(statement)
        if found := self.text.whole_lines(statement):
            ends = len(statement.body) == 1 and isinstance(statement.body[0], ast.Break)
            cost = 0.6 if all(map(_alters, statement.body)) else 1.4 if ends else 1.9
            yield Edit(cost, statement.lineno, "remove", ((*found, ""),))

    def _turned(self, test: ast.expr) -> Splice:
        """The negated condition: `x != y` for `x == y`."""
        new = f"not ({self.text.of(test)})"
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            sign = OPPOSITE[type(test.ops[0])]
            new = f"{self.text.of(test.left)} {sign} {self.text.of(test.comparators[0])}"
        return (*self.text.span(test), new)

    def _of_for(self, statement: ast.For) -> Iterator[Edit]:
        yield from self._unwrapped(statement)
        if isinstance(statement.target, ast.Tuple):
            yield from self._targets(statement.target)

    def _unwrapped(self, statement: ast.If | ast.For | ast.With) -> Iterator[Edit]:
        """Replace a compound statement by its body."""
        if (splice := self.text.without_head(statement)) is not None:
            fills = all(isinstance(s, ast.Expr) and only_fills(s.value) for s in statement.body)
            cost = 0.8 if fills else 1.5 if isinstance(statement, ast.If) else 2.4
            kind = "every one" if fills else "without its head"
            yield Edit(cost, statement.lineno, kind, (splice,))

    _of_with = _unwrapped


def taken_apart(name: str) -> tuple[str, str]:
    """The parts of an array that holds weights and bias, in either order."""
    return f"{name}[:-1], {name}[-1]", f"{name}[1:], {name}[0]"


def _alters(statement: ast.stmt) -> bool:
    """Whether a statement only changes the value of an existing name or array."""
    if isinstance(statement, ast.AugAssign):
        return not isinstance(statement.target, ast.Attribute)
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    target = statement.targets[0]
    read = {n.id for n in nodes_in([statement.value]) if isinstance(n, ast.Name)}
    entry = isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name)
    return entry or (isinstance(target, ast.Name) and target.id in read)
