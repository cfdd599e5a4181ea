"""General edits of statements: remove them, change their targets or operators, return or store values."""

import ast
from collections.abc import Iterator
from itertools import pairwise, product

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name, defaults
from ..code.call_sites import FILLS, only_fills
from ..code.canonical import dumped
from ..code.expanded_names import stored
from ..code.operators import OPPOSITE, PRODUCT, close, rank
from ..code.text import FLAT, Edit, Splice, Text
from ..edit_kinds import Kind
from .calls import is_literal
from .edit_places import Place

LOOPS = ast.For | ast.While
ENDS = 0.2
"""Extra cost of removing the exit of a loop."""
SIGNS = {ast.Add: ("+=", "-="), ast.Sub: ("-=", "+="), ast.Mult: ("*=", "-="), ast.Div: ("/=", "*=")}


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

    def _whole(self, node: ast.stmt | ast.expr, new: str, kind: Kind, extra: float = 0.0) -> Edit:
        """The edit that replaces a whole statement or target."""
        return Edit(kind, node.lineno, ((*self.text.span(node), new),), extra)

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
        extra = 0.0 if _alters(statement) or other else 0.6 + 0.4 * kept
        if isinstance(statement, ast.Return | ast.Break):
            same = [s for s in self.place.statements if dumped(s) == dumped(statement)]
            extra = 0.1 if isinstance(statement, ast.Return) and len(same) > 1 else 2.1
        yield Edit(Kind.REMOVE, statement.lineno, ((*found, new),), extra)

    def _of_augassign(self, statement: ast.AugAssign) -> Iterator[Edit]:
        old, other = SIGNS.get(type(statement.op), ("", ""))
        start, end = self.text.span(statement.target)[1], self.text.span(statement.value)[0]
        at = self.text.source.find(old, start, end) if old else -1
        if at >= 0:
            target, value = self.text.of(statement.target), self.text.of(statement.value)
            splice = (at, at + len(old), other)
            yield Edit(Kind.OTHER_UPDATE, statement.lineno, (splice,), what=f"{old} to {other}")
            yield Edit(Kind.ASSIGN, statement.lineno, ((at, at + len(old), "="),))
            lists = [n for s in self.place.statements for n, v in stored(s) if isinstance(v, ast.List)]
            if target in lists:
                yield self._whole(statement, f"{target}.append({value})", Kind.APPEND)
            held = value if rank(statement.value) >= PRODUCT else f"({value})"
            for sign in (old[0], other[0]):
                new = f"{target} = {target} {sign} {held}"
                yield self._whole(statement, new, Kind.NOT_IN_PLACE)._replace(what=sign)
        yield from self._targets(statement.target)

    def _of_assign(self, statement: ast.Assign) -> Iterator[Edit]:
        if only_fills(statement.value):
            yield self._whole(statement, self.text.of(statement.value), Kind.KEEP_NO_RESULT)
            return
        literal = isinstance(statement.value, ast.Tuple) and all(map(is_literal, statement.value.elts))
        for target in statement.targets:
            yield from self._targets(target, swapped=not literal)  # the numbers are swapped instead
        kept = ast.unparse(statement.targets[0]).removeprefix("self.")
        local = [name for s in self.place.statements for name, _ in stored(s) if name in self.place.names]
        if kept in self.attributes and isinstance(statement.value, ast.Name | ast.Call):
            start, end = self.text.span(statement.value)
            end -= self.text.source[start:end].startswith("float(")
            names = [n for n in nodes_in(self.place.statements[:1]) if isinstance(n, ast.Name)]
            for name, other in product(dict.fromkeys(local), self.attributes):  # as for an intercept
                if kept != other and name != self.text.source[start:end]:
                    said = f"{self.place.names[1].lower()}_mean" if name == "_" else name
                    named = [(*self.text.span(n), said) for n in names if n.id == "_" == name]
                    splices = ((end, end, f" - {said} @ self.{other}"), *named)
                    yield Edit(Kind.SUBTRACT_A_PRODUCT, statement.lineno, splices)
        target = statement.targets[-1]
        given = {name for s in self.place.statements for name, _ in stored(s)}
        elsewhere = not isinstance(target, ast.Name) and not given & {f"self.{n}" for n in self.attributes}
        if elsewhere and isinstance(statement.value, ast.Name) and len(self.attributes) > 1:
            own = ", ".join(f"self.{name}" for name in self.attributes)
            for parts in taken_apart(statement.value.id):
                yield self._whole(statement, f"{own} = {parts}", Kind.STORE_BACK)
        start, end = self.text.span(target)[1], self.text.span(statement.value)[0]
        at = self.text.source.find("=", start, end)
        if at >= 0 and len(statement.targets) == 1 and isinstance(target, ast.Name | ast.Attribute):
            if end == at + 1 and (sign := self.text.source[end]) in "-+":
                yield Edit(Kind.SIGN_BEFORE_EQUALS, statement.lineno, ((at, at + 2, f"{sign}="),))
            for sign in "-+":
                splice = (at, at + 1, f"{sign}=")
                yield Edit(Kind.UPDATE, statement.lineno, (splice,), what=sign)
            yield self._whole(statement, f"return {self.text.of(statement.value)}", Kind.RETURN_IT, 2.1)

    def _targets(self, target: ast.expr, swapped: bool = True) -> Iterator[Edit]:
        if isinstance(target, ast.Tuple | ast.List):
            for one, two in pairwise(target.elts) if swapped else ():
                yield Edit(Kind.SWAP_NAMES, target.lineno, self.text.swapped(one, two))
            parts = {ast.unparse(part) for part in target.elts}
            for edit in (edit for part in target.elts for edit in self._targets(part)):
                if edit.kind is not Kind.OTHER_TARGET or edit.splices[0][2] not in parts:
                    yield edit
        if isinstance(target, ast.Name):
            for name in self.attributes:
                same = name.strip("_") == target.id.strip("_")
                kind = Kind.STORE_UNREAD if same and not self._is_read(target.id) else Kind.STORE_IT
                yield self._whole(target, f"self.{name}", kind, 0.0 if same else 1.2)
            for name in self.place.names:
                if name not in (target.id, "self"):
                    extra = 0.0 if close(name, target.id) else 1.3
                    yield self._whole(target, name, Kind.OTHER_TARGET, extra)
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            for name in self.attributes:
                if name != target.attr:
                    extra = 0.0 if close(name, target.attr) else 1.0
                    yield self._whole(target, f"{target.value.id}.{name}", Kind.OTHER_TARGET, extra)
        if isinstance(target, ast.Subscript):
            yield self._whole(target, self.text.of(target.value), Kind.DROP_INDEX, 1.0)

    def _is_read(self, name: str) -> bool:
        nodes = [n for s in self.place.statements[:1] for n in nodes_in([s]) if isinstance(n, ast.Name)]
        return any(n.id == name and isinstance(n.ctx, ast.Load) for n in nodes)

    def _of_asyncfunctiondef(self, statement: ast.AsyncFunctionDef) -> Iterator[Edit]:
        """Make a coroutine a plain function."""
        start, _ = self.text.span(statement)
        if self.text.source.startswith("async def", start):
            yield Edit(Kind.NO_COROUTINE, statement.lineno, ((start, start + len("async "), ""),))

    def _of_functiondef(self, statement: ast.FunctionDef) -> Iterator[Edit]:
        """Change a default to the value that a condition compares it with."""
        given = defaults(statement)
        for test in (n for n in nodes_in([statement]) if isinstance(n, ast.Compare)):
            default = given.get(ast.unparse(test.left))
            number = isinstance(getattr(test.comparators[0], "value", None), int | float | None)
            switch = isinstance(test.ops[0], ast.IsNot)  # without that argument it is off
            plain = isinstance(test.comparators[0], ast.Constant) and number and not switch
            if default is not None and not plain:
                yield self._whole(default, self.text.of(test.comparators[0]), Kind.OTHER_DEFAULT)

    def _of_expr(self, statement: ast.Expr) -> Iterator[Edit]:
        value = statement.value
        yield self._whole(statement, f"return {self.text.of(value)}", Kind.RETURN_IT, 0.1)
        if isinstance(value, ast.Compare) and isinstance(value.ops[0], ast.Eq) and len(value.ops) == 1:
            new = f"{self.text.of(value.left)} = {self.text.of(value.comparators[0])}"
            yield self._whole(statement, new, Kind.ASSIGN_IT)
        if isinstance(value, ast.BinOp) and isinstance(value.left, ast.Name | ast.Attribute):
            left, own = self.text.of(value.left), self.text.of(value)
            yield self._whole(statement, f"{left} = {own}", Kind.ASSIGN_IT, 0.4)
            sign = {ast.Add: "+=", ast.Sub: "-="}.get(type(value.op), "")
            if sign and (at := self.text.source.find(sign[0], self.text.span(value.left)[1])) >= 0:
                extra = 0.3 if f"{sign} " in self.text.source else 0.5
                yield Edit(Kind.ASSIGN_IT, statement.lineno, ((at, at + 1, sign),), extra)
        if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "print" and value.args:
            shown = ", ".join(self.text.of(a) for a in value.args)
            yield self._whole(statement, f"return {shown}", Kind.RETURN_IT)
            yield self._whole(statement, f"return {self.text.of(value.args[-1])}", Kind.RETURN_IT, 0.6)
        if isinstance(value, ast.Call):
            yield from self._of_called(statement, value)

    def _of_called(self, statement: ast.Expr, call: ast.Call) -> Iterator[Edit]:
        """Assign what a call returns, or what it stores in place."""
        first = call.args[0] if call.args else call
        if isinstance(first, ast.Name | ast.Attribute) and called_name(call.func) not in FILLS:
            new = f"{self.text.of(first)} = {self.text.of(call)}"  # as for `np.add(z, 1)`
            yield self._whole(statement, new, Kind.ASSIGN_IT, 0.1)
        own = call.func.value if isinstance(call.func, ast.Attribute) else None
        said = self.text.of(own) if isinstance(own, ast.Name | ast.Attribute) else "np"
        if said not in ("np", "self") and called_name(call.func) not in FILLS:  # the result is a copy
            given = self.text.source[self.text.span(call.func)[1] + 1 : self.text.span(call)[1]]
            comma = ", " if call.args or call.keywords else ""
            in_place = f"np.sort({said}{comma}{given}" if called_name(call.func) == "sort" else ""
            yield self._whole(statement, f"{said} = {in_place or self.text.of(call)}", Kind.ASSIGN_IT)
        if isinstance(first, ast.Name) and not call.keywords and "out=" in self.text.source:
            end = self.text.span(call)[1] - 1
            outs = [k.value for n in nodes_in(self.place.statements[:1]) for k in getattr(n, "keywords", ())
                    if k.arg == "out"]  # fmt: skip
            for name in dict.fromkeys([first.id, *map(self.text.of, outs)]):
                splices = ((*self.text.span(first), name), (end, end, f", out={name}"))
                yield Edit(Kind.ASSIGN_IT, statement.lineno, splices)
        if call.keywords and call.keywords[-1].arg == "out" and call.args:
            start, end = self.text.span(call)[0], self.text.span(call.args[-1])[1]
            new = f"{self.text.of(call.keywords[-1].value)} = {self.text.source[start:end]})"
            yield self._whole(statement, new, Kind.ASSIGN_IT)

    def _of_return(self, statement: ast.Return) -> Iterator[Edit]:
        if statement.value is None:
            for name in self.place.names:
                yield self._whole(statement, f"return {name}", Kind.RETURN_A_NAME)
            return
        count, called = len(self.attributes), isinstance(statement.value, ast.Call)
        if count > 1 and (called or len(getattr(statement.value, "elts", ())) == count):
            targets = ", ".join(f"self.{name}" for name in self.attributes)
            new, far = f"{targets} = {self.text.of(statement.value)}", called and self.place.far > 0
            yield self._whole(statement, new, Kind.STORE_RESULT, 1.5 * far)
        own = self.text.of(statement.value)
        given = [pair for s in self.place.statements for pair in stored(s)]
        keys = [key for n, v in given if n == own and isinstance(v, ast.Dict) for key in v.keys if key]
        entries = [n for n in nodes_in(self.place.statements[:1]) if isinstance(n, ast.Subscript)]
        slices = [n.slice for n in entries if self.text.of(n.value) == own]
        keys += [key for key in slices if isinstance(key, ast.Constant)]
        for key in dict.fromkeys(map(self.text.of, keys)):
            yield self._whole(statement, f"return {own}[{key}]", Kind.RETURN_AN_ENTRY)
        for name in (name for name in self.place.names if name != "self"):
            yield self._whole(statement, f"return {name}", Kind.RETURN_A_NAME, 0.5)
        lists = [n for n, v in given if isinstance(v, ast.List)]
        for name in self._read() if isinstance(statement.value, ast.Name | ast.Tuple) else ():
            kind = Kind.RETURN_THE_LIST if name in lists else Kind.RETURN_A_NAME
            extra = 0.7 if own != "self" and name not in lists else 0.0
            yield self._whole(statement, f"return {name}", kind, extra)

    def _read(self) -> list[str]:
        """The attributes that the method uses without calling them, other than the model's parameters."""
        nodes = [n for s in self.place.statements[:1] for n in nodes_in([s])]
        called = {n.func for n in nodes if isinstance(n, ast.Call)}
        own = [n for n in nodes if isinstance(n, ast.Attribute) and n not in called]
        found = dict.fromkeys(n.attr for n in own if ast.unparse(n.value) == "self")
        return [f"self.{name}" for name in found if name not in self.attributes]

    def _of_if(self, statement: ast.If) -> Iterator[Edit]:
        """Negate the condition, or remove the `if` with or without the code that it guards."""
        yield Edit(Kind.TURN_THE_TEST, statement.lineno, (self._turned(statement.test),))
        if statement.orelse:
            return
        yield from self._unwrapped(statement)
        if found := self.text.whole_lines(statement):
            ends = len(statement.body) == 1 and isinstance(statement.body[0], ast.Break | ast.Return)
            ends &= any(isinstance(s, LOOPS) and statement in s.body for s in self.place.statements)
            extra = 0.0 if all(map(_alters, statement.body)) else ENDS if ends else 1.3
            yield Edit(Kind.REMOVE_AN_IF, statement.lineno, ((*found, ""),), extra)

    def _turned(self, test: ast.expr) -> Splice:
        """The negated condition: `x != y` for `x == y`."""
        new = f"not ({self.text.of(test)})"
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            sign = OPPOSITE[type(test.ops[0])]
            new = f"{self.text.of(test.left)} {sign} {self.text.of(test.comparators[0])}"
        return (*self.text.span(test), new)

    def _of_for(self, statement: ast.For) -> Iterator[Edit]:
        yield from self._unwrapped(statement)
        if isinstance(statement.iter, ast.Attribute):
            yield self._whole(statement.iter, f"reversed({self.text.of(statement.iter)})", Kind.OTHER_WAY)
        if isinstance(statement.target, ast.Tuple):
            yield from self._targets(statement.target)

    def _unwrapped(self, statement: ast.If | ast.For | ast.With) -> Iterator[Edit]:
        """Replace a compound statement by its body."""
        if (splice := self.text.only(statement, statement.body)) is not None:
            fills = all(isinstance(s, ast.Expr) and only_fills(s.value) for s in statement.body)
            kind = Kind.ADD_EACH if fills else Kind.UNWRAP
            extra = 0.9 if not fills and not isinstance(statement, ast.If) else 0.0
            yield Edit(kind, statement.lineno, (splice,), extra)

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
