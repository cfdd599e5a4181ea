"""Edits that add what a method lacks: a right statement, or a call around the value that it returns."""

import ast
from collections.abc import Iterator
from functools import cached_property

from ....sandbox.parsing import nodes_in, parsed_expression
from ..code.expanded_names import stored, walk
from ..code.text import Edit
from ..code.tree_diff import replaced
from ..code.writing import unparsed
from ..edit_kinds import Kind
from .rewrite import COMPUTED, EACH_LETTER, SIMPLE, Rewriting, computes

MOST = 8
PARTS = (ast.BinOp, ast.Call, ast.Compare)


class Missing:
    """Makes the edits that add statements, from the right method in the learner's names."""

    def __init__(self, rewriting: Rewriting) -> None:
        self.of, self.text, self.function = rewriting, rewriting.text, rewriting.function

    def edits(self) -> Iterator[Edit]:
        """Add a right statement, a `return`, an exit of a loop, a conversion, or a list that a loop fills."""
        yield from self._put_in()
        yield from self._ended()
        yield from self.prepared()
        yield from self._collected()

    @cached_property
    def _stored(self) -> set[str]:
        """The names and attributes that the learner's method assigns."""
        nodes = [n for n in nodes_in([self.function]) if isinstance(n, ast.Name | ast.Attribute)]
        return {ast.unparse(n) for n in nodes if isinstance(n.ctx, ast.Store)}

    def _put_in(self) -> Iterator[Edit]:
        last = self.function.body[-1]
        for statement in walk(self.function.body):
            if not isinstance(statement, SIMPLE) or isinstance(statement, ast.Return):
                continue
            known = self.of.known((statement.end_lineno or 0) + 1)
            for right in self.of.inserted:
                if statement is last or not isinstance(right, ast.Return):
                    for new in self._statements(right, known):
                        plain = isinstance(getattr(right, "value", None), ast.Name)  # it may come last
                        splices = self.text.behind(last if plain else statement, new)
                        yield Edit(Kind.PUT_IN, statement.lineno, splices)
        if not isinstance(last, ast.Return):
            taken = {*self.of.names, self.of.self}
            own = [n for n in [*self.of.place.names, *self._kept()] if n not in taken]
            for name in [*self._last_stored(), *own]:
                splices = self.text.behind(last, f"return {name}")
                yield Edit(Kind.ADD_A_RETURN, last.lineno, splices)

    def _ended(self) -> Iterator[Edit]:
        """Add what ends the right loop early, after each statement of the learner's loop."""
        ifs = [s for s in walk(self.of.right.body) if isinstance(s, ast.If)]
        ends = any(isinstance(s.body[-1], ast.Break) for s in ifs)
        tests = [value for name, value in self.of.values if name == "if"] if ends else []
        for loop in (s for s in walk(self.function.body) if isinstance(s, ast.For | ast.While)):
            for statement in loop.body if not any(isinstance(s, ast.If) for s in loop.body) else ():
                known = self.of.known((statement.end_lineno or 0) + 1)
                margin = self.text.margin(statement)
                deeper = margin + margin.removeprefix(self.text.margin(loop))
                for test in tests:
                    new = f"if {self.of.written(test, known)}:{self.text.newline}{deeper}break"
                    yield Edit(Kind.END_EARLY, statement.lineno, self.text.behind(statement, new))

    def _collected(self) -> Iterator[Edit]:
        """Append what each epoch computes to a list and return it, if the right method returns a list."""
        lists = [n for s in walk(self.of.right.body) for n, value in stored(s) if isinstance(value, ast.List)]
        name = next((n for n in lists if n not in self.of.place.names), "")
        last = self.function.body[-1]
        own = [n for s in walk(self.function.body) for n, value in stored(s) if isinstance(value, ast.List)]
        returned = ast.unparse(last.value) if isinstance(last, ast.Return) and last.value else ""
        if returned in own or (own and not isinstance(last, ast.Return)):
            return  # the learner has a list already
        for loop in (s for s in self.function.body if isinstance(s, ast.For | ast.While) and name):
            for statement in loop.body:
                given = stored(statement)
                called = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
                if called:
                    (start, end), start_of = self.text.span(statement), f"{name}.append("
                    splices = [(start, start, start_of), (end, end, ")")]
                elif len(given) == 1 and given[0][0].isidentifier() and isinstance(given[0][1], ast.Call):
                    splices = list(self.text.behind(statement, f"{name}.append({given[0][0]})"))
                else:
                    continue
                at = self.text.starts[loop.lineno - 1]
                splices.append((at, at, f"{self.text.margin(loop)}{name} = []{self.text.newline}"))
                if isinstance(last, ast.Return):
                    splices.append((*self.text.span(last), f"return {name}"))
                else:
                    splices += self.text.behind(last, f"return {name}")
                yield Edit(Kind.COLLECT, last.lineno, tuple(splices))

    def prepared(self) -> Iterator[Edit]:
        """Convert an argument at the start, as the right method does, and keep its name."""
        for _, value in self.of.values:
            first = value.args[0] if isinstance(value, ast.Call) and value.args else None
            if isinstance(first, ast.Name) and first.id in self.of.rows and ast.unparse(value)[:3] == "np.":
                splices = self.text.at_start(self.function, f"{first.id} = {ast.unparse(value)}")
                yield Edit(Kind.PREPARE, self.function.body[-1].lineno, splices)

    def _last_stored(self) -> list[str]:
        """The last assigned names, as many as the right method returns, joined for a `return`."""
        ends = [n.value for n in nodes_in([self.of.right]) if isinstance(n, ast.Return)]
        several = len(ends[-1].elts) if ends and isinstance(ends[-1], ast.Tuple) else 0
        given = dict.fromkeys(name for s in self.function.body for name, _ in stored(s))
        return [", ".join(list(given)[-several:])] if 0 < several <= len(given) else []

    def _kept(self) -> list[str]:
        """The attributes of the model that the method uses other than by calling them."""
        called = {n.func for n in nodes_in([self.function]) if isinstance(n, ast.Call)}
        found = [n for n in nodes_in([self.function]) if isinstance(n, ast.Attribute) and n not in called]
        own = [n for n in found if isinstance(n.value, ast.Name) and n.value.id == self.of.self]
        return list(dict.fromkeys(ast.unparse(n) for n in own))

    def _statements(self, right: ast.stmt, known: dict[str, str]) -> Iterator[str]:
        """A right statement written in the learner's names, in up to two forms."""
        if isinstance(right, ast.Return):
            assert right.value is not None
            yield f"return {self.of.written(right.value, known)}"
            return
        if isinstance(right, ast.Expr):
            yield self.of.written(right.value, known)
            return
        for name, value in stored(right):
            if "." not in name or name in self._stored:
                continue  # change an existing assignment instead of adding another
            falls = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Sub)
            if falls and isinstance(value, ast.BinOp) and ast.unparse(value.left) == name:
                yield f"{name} -= {self.of.written(value.right, known)}"
            yield f"{name} = {self.of.written(value, known)}"


def wrapped(rewriting: Rewriting) -> Iterator[Edit]:
    """Change `return p` to `return (p >= 0.5).astype(int)`: the returned value is part of the right one."""
    rights = [value for name, value in rewriting.values if name == "return"]
    text = rewriting.text
    for statement in walk(rewriting.function.body) if not rewriting.helper else ():
        own = statement.value if isinstance(statement, ast.Return) else None
        if own is None or isinstance(own, ast.Tuple | ast.Constant):
            continue
        known = rewriting.known(statement.lineno)
        for right in (parsed_expression(rewriting.written(value, known)) for value in rights):
            inner = [n for n in nodes_in([right]) if isinstance(n, PARTS) and n is not right]
            for part in inner[:MOST]:
                new = unparsed(replaced(right, part, parsed_expression(text.of(own))))
                extra = COMPUTED * computes(own) + EACH_LETTER * (len(new) - len(text.of(own)))
                yield Edit(Kind.WRAP, statement.lineno, ((*text.span(own), new),), extra)
