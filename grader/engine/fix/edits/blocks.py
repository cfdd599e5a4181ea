"""General edits of several statements: move them into or out of a loop, swap them, store a local back."""

import ast
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....sandbox.parsing import nodes_in
from ..code.call_sites import only_fills
from ..code.canonical import dumped
from ..code.expanded_names import stored, walk
from ..code.text import FLAT, WORD, Edit, Splice, Text
from ..code.tree_diff import differing
from ..edit_kinds import Kind
from .edit_places import Place
from .statements import taken_apart

LARGE = (ast.BinOp, ast.Call)
COUNTED, BEGINS_AGAIN, ALWAYS = 0.8, 1.0, 2.5
"""How much likelier it is to add to a list of the model at the end of a loop, to start a value such as a
velocity before a loop, and to store what a condition tests before the exit that it guards, too."""
LEAF = (ast.Name, ast.Attribute, ast.Constant)


class Blocks:
    """Makes the edits of several statements in one place."""

    def __init__(self, text: Text, place: Place, attributes: list[str]) -> None:
        self.text, self.place, self.attributes = text, place, attributes

    def edits(self) -> Iterator[Edit]:
        """Move statements into a loop, out of it, or past each other; store locals back in attributes."""
        for owner in self.place.statements if self.place.function else ():
            for name in ("body", "orelse", "finalbody"):
                block = getattr(owner, name, None)
                if isinstance(block, list) and block:
                    yield from self._block(owner, block)
                    yield from self._stored_back(owner, block)

    def _block(self, owner: ast.stmt, block: list[ast.stmt]) -> Iterator[Edit]:
        for one, two in pairwise(block):
            first, second = self.text.whole_lines(one), self.text.whole_lines(two)
            if first is None or second is None:
                continue
            if isinstance(one, FLAT) and isinstance(two, FLAT):
                splices = ((*first, self._all(two)), (*second, self._all(one)))
                yield Edit(Kind.SWAP_STATEMENTS, one.lineno, splices)
                yield from self._exchanged(one, two)
                yield from self._tails_exchanged(one, two)
                if len(block) > 2:
                    extra = 0.0 if _changes_itself(one) and _changes_itself(two) else 1.0
                    yield Edit(Kind.REMOVE_TWO, one.lineno, ((first[0], second[1], ""),), extra)
            if isinstance(one, FLAT) and isinstance(two, ast.For | ast.While):
                yield self._moved(one, two.body[-1], before=False)
            if isinstance(two, FLAT) and isinstance(one, ast.For | ast.While | ast.If):
                yield self._moved(two, one.body[-1], before=False)
        if isinstance(owner, ast.For | ast.While | ast.If) and len(block) > 1:
            yield from self._moved_out(owner, block)
        if isinstance(owner, ast.For):
            yield from self._fed_back(owner)
        yield from self._moved_in(block)
        yield from self._ended_sooner(block)
        for number, one in enumerate(block):
            for two in block[number + 2 :]:
                if isinstance(one, FLAT) and isinstance(two, FLAT):
                    counted = _fills_the_model(one) and two is block[-1]
                    yield self._moved(one, two, before=False).dearer(-COUNTED if counted else 0.8)
                    yield self._moved(two, one, before=True).dearer(0.8)

    def _moved_out(self, owner: ast.stmt, block: list[ast.stmt]) -> Iterator[Edit]:
        """Move one statement before or after the block around it, or two of them before it."""
        before = [self._moved(s, owner, before=True) if isinstance(s, FLAT) else None for s in block]
        if isinstance(owner, ast.For | ast.While):
            again = [-BEGINS_AGAIN * _resets(s, owner) for s in block]
            before = [m and m.dearer(less) for m, less in zip(before, again, strict=True)]
        for statement, moved in zip(block, before, strict=True):
            if moved is not None and not (isinstance(owner, ast.For | ast.While) and _changes(statement)):
                added = isinstance(statement, ast.Expr) and only_fills(statement.value)
                every = added and isinstance(owner, ast.If)
                yield moved._replace(kind=Kind.ADD_EACH, line=owner.lineno) if every else moved
                yield self._moved(statement, owner, before=False)
        if len(block) > 2:
            yield from self._both(before)

    def _fed_back(self, loop: ast.For) -> Iterator[Edit]:
        """Begin each turn of a loop with the result of the last one, not with the same value again."""
        names = [n for n in nodes_in([loop]) if isinstance(n, ast.Name)]
        changed = {n.id for n in names if isinstance(n.ctx, ast.Store)}
        read = [n for n in names if isinstance(n.ctx, ast.Load)]
        same, at = {*self.place.names} - changed - {"self"}, self.text.starts[loop.lineno - 1]
        for statement, name in ((s, name) for s in loop.body for name, _ in stored(s)):
            own = nodes_in([statement]) if name not in {n.id for n in read} else []
            for node in (n for n in read if n.id in same and n in own):
                line = f"{self.text.margin(loop)}{name} = {node.id}{self.text.newline}"
                splices = (self.text.line_at(at, line), (*self.text.span(node), name))
                yield Edit(Kind.FEED_BACK, statement.lineno, splices)

    @staticmethod
    def _both(moves: Sequence[Edit | None]) -> Iterator[Edit]:
        """Move two statements that follow each other to the same place."""
        for one, two in pairwise(moves):
            if one is not None and two is not None and one.splices and two.splices:
                (gone, (at, _, first)), (also, (_, _, second)) = one.splices, two.splices
                splices = gone, also, (at, at, first + second)
                yield Edit(Kind.MOVE_TWO, two.line, splices, max(one.extra, two.extra))

    def _ended_sooner(self, block: list[ast.stmt]) -> Iterator[Edit]:
        """Move an exit of a loop or method up in its block, or move a statement from below it to above it."""
        for number, statement in enumerate(block):
            if isinstance(statement, ast.If) and isinstance(statement.body[-1], ast.Break | ast.Return):
                for other in block[:number]:
                    yield self._moved(statement, other, before=True, kind=Kind.MOVE_AN_EXIT)
                for other in (s for s in block[number + 1 :] if isinstance(s, FLAT)):
                    yield self._moved(other, statement, before=True, kind=Kind.MOVE_AN_EXIT)
                    asked = {ast.unparse(n) for n in nodes_in([statement.test])}
                    if any(name.startswith("self.") and name in asked for name, _ in stored(other)):
                        at = self.text.starts[statement.body[-1].lineno - 1]
                        margin = self.text.margin(statement.body[-1])
                        splice = self.text.line_at(at, margin + self.text.of(other) + self.text.newline)
                        yield Edit(Kind.MOVE_AN_EXIT, statement.lineno, (splice,), -ALWAYS)

    def _moved_in(self, block: list[ast.stmt]) -> Iterator[Edit]:
        """Move a statement into a later loop, and let one use the other's name for a common value."""
        for number, loop in enumerate(block):
            if isinstance(loop, ast.For | ast.While):
                above = [s for s in block[:number] if isinstance(s, FLAT) and stored(s)]
                above = [s for s in above if not _resets(s, loop)]
                yield from self._both([self._moved(s, loop.body[0], before=True) for s in above])
        pairs = [(one, loop) for n, one in enumerate(block) for loop in block[n + 1 :]]
        for one, loop in ((a, b) for a, b in pairs if isinstance(b, ast.For | ast.While)):
            if named := _named_in(self.text, one, loop):
                moved = self._moved(one, loop.body[0], before=True, kind=Kind.MOVE_AND_USE)
                yield moved._replace(splices=(*moved.splices, *named)).dearer(0.4)
            if isinstance(one, FLAT) and not _resets(one, loop):
                yield self._moved(one, loop.body[0], before=True)
            for inner in loop.body if isinstance(one, FLAT) else ():
                moved = self._moved(one, inner, before=False, kind=Kind.MOVE_AND_USE)
                for start, end, name in _named_in(self.text, inner, one) if moved.splices else ():
                    gone, (at, _, line) = moved.splices
                    new = line.replace(self.text.source[start:end], name)
                    yield moved._replace(splices=(gone, (at, at, new)))

    def _exchanged(self, one: ast.stmt, two: ast.stmt) -> Iterator[Edit]:
        """Exchange a name or number of one statement with the one in the same position of the next."""
        given = {name for name, _ in (*stored(one), *stored(two))}
        values = [s.value for s in (one, two) if isinstance(s, ast.Assign | ast.AugAssign)]
        pairs = differing(*values) if len(values) == 2 else None
        for a, b in pairs or []:
            if not isinstance(a, LEAF) or not isinstance(b, LEAF) or ast.unparse(a) in given:
                continue
            splices = ((*self.text.span(a), self.text.of(b)), (*self.text.span(b), self.text.of(a)))
            yield Edit(Kind.SWAP_BETWEEN, one.lineno, splices)

    def _tails_exchanged(self, one: ast.stmt, two: ast.stmt) -> Iterator[Edit]:
        """Exchange the operations with which two statements change a value one after the other."""
        before, after = self._tail(one), self._tail(two)
        if before is None or after is None:
            return
        (name, first, end, update), (other, second, last, returned) = before, after
        if name == other and name in (*(n for n, _ in stored(one)), ast.unparse(getattr(one, "target", one))):
            signs = [self.text.source[a:b].split(maxsplit=1) for a, b in ((first, end), (second, last))]
            (sign, operand), (other_sign, other_operand) = ((s[0].rstrip("="), s[1]) for s in signs)
            new = f" {other_sign}{'=' * update} {other_operand}", f" {sign}{'=' * returned} {operand}"
            yield Edit(Kind.SWAP_BETWEEN, one.lineno, ((first, end, new[0]), (second, last, new[1])))

    def _tail(self, statement: ast.stmt) -> tuple[str, int, int, bool] | None:
        """The name that a statement changes by one operation, where that is written, and whether in place."""
        value = getattr(statement, "value", None)
        place = value.left if isinstance(value, ast.BinOp) else getattr(statement, "target", None)
        operand = value.right if isinstance(value, ast.BinOp) else value
        update = isinstance(statement, ast.AugAssign)
        if (
            not isinstance(place, ast.Name)
            or not isinstance(operand, LEAF)
            or (operand is not value) is update
        ):
            return None
        (_, start), (_, end) = self.text.span(place), self.text.span(operand)
        return (place.id, start, end, update) if len(self.text.source[start:end].split()) == 2 else None

    def _stored_back(self, owner: ast.stmt, block: list[ast.stmt]) -> Iterator[Edit]:
        """At the end of a block, store a local in the attribute that it started from or is named like."""
        missing = [(a, n) for a in self.attributes if not self._stores(f"self.{a}") for n in self._locals(a)]
        calls = [ast.unparse(n.func) for n in nodes_in(block) if isinstance(n, ast.Call)]
        asks = any(called.startswith("self.") for called in calls)  # each turn of a loop asks the model
        for number, statement in enumerate(block):
            following = block[number + 1 : number + 2]
            if isinstance(statement, ast.Return) or (following and not isinstance(following[0], ast.Return)):
                continue
            both = len(dict(missing)) == len(self.attributes) > 1
            held = [[pair] for pair in self._held()]
            for some in [list(dict(missing).items())] if both else [*held, *([pair] for pair in missing)]:
                if both and len({name for _, name in some}) == 1:
                    yield from self._taken_apart(statement, [a for a, _ in some], some[0][1])
                targets, names = (", ".join(parts) for parts in zip(*some, strict=True))
                targets = ", ".join(f"self.{name}" for name in targets.split(", "))
                extra = (1.7 - asks) if isinstance(owner, ast.For | ast.While) else 0.0
                splices = self.text.behind(statement, f"{targets} = {names}")
                yield Edit(Kind.STORE_BACK, statement.end_lineno or 0, splices, extra)

    def _taken_apart(self, statement: ast.stmt, attributes: Sequence[str], name: str) -> Iterator[Edit]:
        """Store the parts of an array or a tuple in the attributes that were joined in it."""
        targets = ", ".join(f"self.{attribute}" for attribute in attributes)
        given = [value for s in self.place.statements for n, value in stored(s) if n == name]
        whole = [name] if any(isinstance(value, ast.Tuple | ast.Call) for value in given) else []
        whole += [", ".join(f"{name}.{attribute}" for attribute in attributes)] if whole else []
        for parts in (*whole, *taken_apart(name)):
            splices = self.text.behind(statement, f"{targets} = {parts}")
            yield Edit(Kind.STORE_BACK, statement.end_lineno or 0, splices)

    def _locals(self, attribute: str) -> list[str]:
        """The locals that are named like an attribute or were assigned from it."""
        given = [(n, v) for s in self.place.statements for n, v in stored(s) if n in self.place.names]
        begun = [
            name for name, value in given
            if any(isinstance(n, ast.Attribute) and n.attr == attribute for n in nodes_in([value]))
        ]  # fmt: skip
        same = [attribute] if attribute in self.place.names else []
        return list(dict.fromkeys([*same, *begun]))

    def _held(self) -> list[tuple[str, str]]:
        """The attributes that a local starts from as it is, and then replaces."""
        given = [pair for s in self.place.statements for pair in stored(s)]
        names = [name for name, _ in given]
        own = [(value.attr, name) for name, value in given if names.count(name) > 1
               if isinstance(value, ast.Attribute) and ast.unparse(value.value) == "self"]  # fmt: skip
        return [(a, name) for a, name in own if a not in self.attributes and not self._stores(f"self.{a}")]

    def _stores(self, target: str) -> bool:
        nodes = [n for s in self.place.statements[:1] for n in nodes_in([s]) if isinstance(n, ast.Attribute)]
        return any(isinstance(n.ctx, ast.Store) and ast.unparse(n) == target for n in nodes)

    def _all(self, statement: ast.stmt) -> str:
        found = self.text.whole_lines(statement)
        assert found is not None
        return self.text.source[found[0] : found[1]]

    def _moved(self, statement: ast.stmt, beside: ast.stmt, *, before: bool, kind: Kind = Kind.MOVE) -> Edit:
        """Move a statement before or after another one, and give it that one's indentation."""
        own, to = self.text.whole_lines(statement), self.text.whole_lines(beside)
        if own is None or to is None:
            return Edit(kind, statement.lineno, ())
        old, new = self.text.margin(statement), self.text.margin(beside)
        lines = self._all(statement).splitlines(keepends=True)
        moved = "".join(new + line.removeprefix(old) for line in lines)
        if not moved.endswith(("\n", "\r")):
            moved += self.text.newline
        put = (to[0], to[0], moved) if before else self.text.line_at(to[1], moved)
        return Edit(kind, statement.lineno, ((*own, ""), put))


def _named_in(text: Text, statement: ast.stmt, block: ast.stmt) -> list[Splice]:
    """The splices that replace a value in a block with the name that a statement assigns it to."""
    given = {dumped(value): name for name, value in stored(statement) if isinstance(value, LARGE)}
    large = [n for n in nodes_in([block]) if isinstance(n, LARGE)] if given else []
    return [(*text.span(n), given[said]) for n in large if (said := dumped(n)) in given]


def _fills_the_model(statement: ast.stmt) -> bool:
    """Whether a statement adds to a list of the model, which other methods may count."""
    value = statement.value if isinstance(statement, ast.Expr) else None
    return value is not None and only_fills(value) and ast.unparse(value).startswith("self.")


def _resets(statement: ast.stmt, loop: ast.For | ast.While) -> bool:
    """Whether a statement starts a value such as a velocity, which would then begin anew in each epoch."""
    given = [pair for s in walk(loop.body) for pair in stored(s)]
    sides = {name: [ast.unparse(value.left), ast.unparse(value.right)]
             for name, value in given if isinstance(value, ast.BinOp)}  # fmt: skip
    shares = {n for n, both in sides.items() if n not in both and any(n in WORD.findall(s) for s in both)}
    return bool({name for name, _ in stored(statement)} & shares)


def _changes(statement: ast.stmt) -> bool:
    """Whether a statement asks an object, as `schedule.next()` does, that may change with each answer."""
    call = getattr(statement, "value", None)
    own = call.func.value if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else None
    return isinstance(own, ast.Name) and own.id not in ("np", "self") and not getattr(call, "args", ())


def _changes_itself(statement: ast.stmt) -> bool:
    """Whether a statement gives a name a new form of its own value, as in `y = y.reshape(-1, 1)`."""
    pairs = [(name, value.func) for name, value in stored(statement) if isinstance(value, ast.Call)]
    return any(isinstance(f, ast.Attribute) and ast.unparse(f.value) == name for name, f in pairs)
