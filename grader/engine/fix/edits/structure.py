"""Edits that keep a method's structure: count in its loop, return a list, reset it."""

import ast
from collections.abc import Iterator
from functools import cached_property

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import Function, called_name, defaults, is_number
from ...source.tree import Tree
from ..code.canonical import factors
from ..code.expanded_names import stored
from ..code.operators import OPERATORS
from ..code.text import Edit, Splice, Text
from ..code.writing import Writing
from ..edit_kinds import Kind
from .edit_places import Place, expressions
from .repeated_values import name_for

LAZY = ("map", "filter", "zip", "reversed", "islice", "accumulate", "takewhile", "starmap", "chain")
EMPTY = ("[]", "{}", "list()", "dict()", "deque()", "0", "0.0")


class Structure(Writing):
    """Makes the edits of one function that keep its structure."""

    def __init__(self, text: Text, place: Place, tree: Tree, exercise: Exercise) -> None:
        super().__init__(text)
        self.place, self.tree, self.exercise = place, tree, exercise

    def edits(self) -> Iterator[Edit]:
        """The edits of all statements of the function."""
        function = self.place.function
        if function is None:
            return
        for statement in self.place.statements:
            if isinstance(statement, ast.While):
                yield from self._counted(statement)
            if isinstance(statement, ast.Return) and statement.value is not None:
                yield from self._listed(statement, statement.value)
                yield from self._entries(function, statement, statement.value)
            yield from self._of_a_part(function, statement)
            yield from self._yielded_last(statement)
            yield from self._assigned_back(statement)
            yield from self._from_the_start(statement)
        yield from self._one_off(function)
        yield from self._reset(function)
        yield from self._without_memory(function)

    def _one_off(self, function: Function) -> Iterator[Edit]:
        """Use a count of turns less one if it counts from one, or plus one if it counts from zero."""
        own = [s for s in self.place.statements[1:] if not hasattr(s, "body")]
        steps = [s for s in own if isinstance(s, ast.AugAssign) and is_number(s.value, 1)]
        counts = {ast.unparse(s.target): s.lineno for s in steps if isinstance(s.op, ast.Add)}
        for loop in (s for s in self.place.statements if isinstance(s, ast.For)):
            if isinstance(loop.iter, ast.Call) and called_name(loop.iter.func) == "range":
                counts[ast.unparse(loop.target)] = 0 if len(loop.iter.args) > 1 else loop.end_lineno or 0
        for node, parent in (pair for s in own if s not in steps for pair in expressions(s)):
            made = counts.get(ast.unparse(node)) if isinstance(node, ast.Name | ast.Attribute) else None
            if made is not None and not isinstance(getattr(node, "ctx", None), ast.Store):
                new = f"{self.text.of(node)} {'-' if made < node.lineno else '+'} 1"
                yield self.replaced(node, parent, new, Kind.ONE_OFF)

    def _of_a_part(self, function: Function, statement: ast.stmt) -> Iterator[Edit]:
        """Add a term to one part of an array that holds several, where the function takes it apart."""
        value, name, head = getattr(statement, "value", statement), "", (0, 0)
        if isinstance(statement, ast.AugAssign):
            name, start = self.text.of(statement.target), self.text.span(statement.target)[0]
            head = (start, start + len(name))
        elif isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) and stored(statement):
            name = stored(statement)[0][0]
            head = (self.text.span(statement)[0], self.text.span(value.right)[0])
            name, value = name if name == ast.unparse(value.left) else "", value.right
        nodes = [n for n in nodes_in([function]) if isinstance(n, ast.Subscript) and name.isidentifier()]
        cuts = [n for n in nodes if isinstance(n.slice, ast.Slice) and ast.unparse(n.value) == name]
        for cut in dict.fromkeys(self.text.of(n).removeprefix(name) for n in cuts):
            put = name + cut if isinstance(statement, ast.AugAssign) else f"{name}{cut} += "
            for node in (n for n in nodes_in([value]) if isinstance(n, ast.Attribute | ast.Call)):
                said = self.text.of(node)
                if said.removeprefix("self.") not in self.exercise.constructor:
                    for new in (*(f"self.{one}" for one in self.exercise.parameters), said + cut):
                        splices = ((*head, put), (*self.text.span(node), new))
                        yield Edit(Kind.OF_A_PART, statement.lineno, splices)

    def _assigned_back(self, loop: ast.stmt) -> Iterator[Edit]:
        """Assign to the parameters what a loop over them only gives its own name: a number never changes."""
        update = loop.body[0] if isinstance(loop, ast.For) and len(loop.body) == 1 else None
        if not isinstance(loop, ast.For) or not isinstance(update, ast.AugAssign):
            return
        names = [ast.unparse(n) for n in (getattr(loop.target, "elts", None) or [loop.target])]
        sign = OPERATORS.get(type(update.op), ("", ()))[0]
        if sign and self.text.of(update.target) in names and self.text.whole_lines(loop):
            own = ", ".join(f"self.{name}" for name in self.exercise.parameters)
            new = f"{self.text.of(update.target)} {sign} {self.held(update.value)}"
            over = f"for {self.text.of(loop.target)} in {self.text.of(loop.iter)}"
            splice = (*self.text.span(loop), f"{own} = [{new} {over}]")
            yield Edit(Kind.STORE_BACK, loop.lineno, (splice,), 0.9)

    def _from_the_start(self, statement: ast.stmt) -> Iterator[Edit]:
        """Compute an attribute from its first value, which the constructor keeps, not from its last one."""
        others = [s for s in self.tree.nodes if isinstance(s, ast.Assign) and s is not statement]
        for name, value in stored(statement):
            given = [(s, v) for s in others for other, v in stored(s) if other == name]
            reads = [n for n in nodes_in([value]) if isinstance(n, ast.Attribute) and ast.unparse(n) == name]
            if reads and len(given) == 1 and isinstance(given[0][1], ast.Name) and name[:5] == "self.":
                first = f"self.initial_{name[5:]}"
                kept = self.text.behind(given[0][0], f"{first} = {self.text.of(given[0][1])}")
                anew = [(*self.text.span(n), first) for n in reads]
                yield Edit(Kind.BEGIN_ANEW, statement.lineno, (*kept, *anew))

    def _yielded_last(self, owner: ast.stmt) -> Iterator[Edit]:
        """Yield a value after the statements that follow it in its block, under a name."""
        block = getattr(owner, "body", [])
        for statement in block[:-1]:
            given = statement.value if isinstance(statement, ast.Expr) else None
            value = given.value if isinstance(given, ast.Yield) else None
            lines = self.text.whole_lines(statement)
            if value is None or lines is None:
                continue
            plain = isinstance(value, ast.Name)
            name = self.text.of(value) if plain else name_for(value, self.exercise)
            line = f"{name} = {self.text.of(value)}"
            first = (*lines, "") if plain else (*self.text.span(statement), line)
            if plain or name not in self.place.names:
                splices = (first, *self.text.behind(block[-1], f"yield {name}"))
                yield Edit(Kind.MOVE, statement.lineno, splices, -0.8)

    def _without_memory(self, function: Function) -> Iterator[Edit]:
        """Compute values such as a velocity without their own old values, or use those in their place."""
        single = [s for s in self.place.statements if isinstance(s, ast.Assign) and len(stored(s)) == 1]
        found = [(s, name, rest) for s in single for name, rest in self._shares(s)]
        if not found:
            return
        anew = [(*self.text.span(s.value), rest) for s, _, rest in found]
        yield Edit(Kind.WITHOUT_MEMORY, found[0][0].lineno, tuple(anew), 0.1)
        splices: list[Splice] = []
        for statement, name, rest in found:
            every = [n for n in self.tree.nodes if isinstance(n, ast.expr) and ast.unparse(n) == name]
            own = nodes_in([statement])
            uses = [(n, p) for p in nodes_in(self.place.statements[:1]) if p not in own
                    for n in ast.iter_child_nodes(p) if n in every and isinstance(n.ctx, ast.Load)]  # type: ignore[attr-defined]  # fmt: skip
            lines = self.text.whole_lines(statement)
            if len(uses) != 1 or lines is None:
                return
            splices += [(*lines, ""), *self._put(*uses[0], rest)]
        yield Edit(Kind.WITHOUT_MEMORY, found[0][0].lineno, tuple(splices))

    def _shares(self, statement: ast.stmt) -> Iterator[tuple[str, str]]:
        """The name of a value that is computed from a share of its old one, and what is added to that."""
        for name, value in stored(statement):
            parameter = name.rpartition(".")[2] in self.exercise.parameters
            if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Add | ast.Sub) or parameter:
                continue
            for own, rest in ((value.left, value.right), (value.right, value.left)):
                if name in map(ast.unparse, factors(own)) and name not in ast.unparse(rest):
                    turned = isinstance(value.op, ast.Sub) and rest is value.right
                    yield name, f"-{self.held(rest)}" if turned else self.text.of(rest)

    def _put(self, node: ast.expr, parent: ast.AST, rest: str) -> Iterator[Splice]:
        """Put a value in place of its name; a sign before it becomes that of the operation."""
        sign = type(getattr(parent, "op", None)) if rest[0] == "-" else None
        old, new = ("+", "-") if sign is ast.Add else ("-", "+") if sign is ast.Sub else ("", "")
        left = getattr(parent, "target", getattr(parent, "left", None))
        splice = self.between(left, node, old, new) if old and left is not None and left is not node else None
        if splice is not None:
            yield splice
        yield from self.put(node, parent, rest[1:] if splice else rest)

    def _counted(self, loop: ast.While) -> Iterator[Edit]:
        """Count a name up or down at the end of a loop that tests it but does not always change it."""
        changed = {n.id for s in loop.body if not isinstance(s, ast.If) for n in nodes_in([s])
                   if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}  # fmt: skip
        tested = [n.id for n in nodes_in([loop.test]) if isinstance(n, ast.Name)]
        for name in tested if not changed & set(tested) else ():
            if name not in self.place.names:
                continue
            for extra, sign in ((0.0, "+="), (0.4, "-=")):
                splices = self.text.behind(loop.body[-1], f"{name} {sign} 1")
                yield Edit(Kind.COUNT, loop.lineno, splices, extra)

    def _listed(self, statement: ast.Return, value: ast.expr) -> Iterator[Edit]:
        """Return a list instead of an iterator, which can be used only once."""
        called = isinstance(value, ast.Call) and called_name(value.func) in {*LAZY, *self._generators}
        if isinstance(value, ast.GeneratorExp):
            yield self.replaced(value, statement, f"[{self.text.of(value)[1:-1]}]", Kind.AS_LIST)
        elif called or isinstance(value, ast.Name):
            new = f"list({self.text.of(value)})"
            yield self.replaced(value, statement, new, Kind.AS_LIST, 0.0 if called else 1.2)

    def _entries(self, function: Function, statement: ast.Return, value: ast.expr) -> Iterator[Edit]:
        """Return the entries of a dict as a tuple, and take that apart wherever the method is called."""
        given = [v for s in self.place.statements for n, v in stored(s) if n == self.text.of(value)]
        made = given[0] if len(given) == 1 else value
        gives = next((m.gives for m in self.exercise.methods if m.name == function.name), ())
        keys = [str(getattr(key, "value", "")) for key in made.keys] if isinstance(made, ast.Dict) else []
        if len(keys) < 2 or len(keys) != len(gives) or not all(key.isidentifier() for key in keys):
            return
        keys = [*gives] if {*keys} == {*gives} else keys
        own = self.text.of(value)
        entries = ", ".join(f'{own}["{key}"]' for key in keys)
        splices = list(self.put(value, statement, entries))
        splices += [(*self.text.span(function.returns), "tuple")] if function.returns else []
        asks = [s for s in self.tree.nodes if isinstance(s, ast.Assign) and isinstance(s.value, ast.Call)
                if called_name(s.value.func) == function.name]  # fmt: skip
        for ask in asks:
            splices.append((*self.text.span(ask.targets[0]), ", ".join(keys)))
        held = {ast.unparse(ask.targets[0]) for ask in asks}
        uses = [n for n in self.tree.nodes if isinstance(n, ast.Subscript) and ast.unparse(n.value) in held
                if not function.lineno <= n.lineno <= (function.end_lineno or 0)]  # fmt: skip
        keyed = [(n, n.slice) for n in uses if isinstance(n.slice, ast.Constant)]
        splices += [(*self.text.span(n), str(key.value)) for n, key in keyed]
        if isinstance(value, ast.Name):
            yield Edit(Kind.RETURN_AN_ENTRY, statement.lineno, tuple(splices))

    @cached_property
    def _generators(self) -> set[str]:
        """The functions of the file that yield."""
        functions = [n for n in self.tree.nodes if isinstance(n, ast.FunctionDef)]
        yields = ast.Yield | ast.YieldFrom
        return {f.name for f in functions if any(isinstance(n, yields) for n in nodes_in([f]))}

    def _reset(self, function: Function) -> Iterator[Edit]:
        """Reset a list at the start of the method that is otherwise created with the model or function."""
        if function.name == "__init__":
            return
        calls = {called_name(n.func) for n in nodes_in([function]) if isinstance(n, ast.Call)}
        helpers = [f for name in calls - {*self.exercise.takes} if (f := self.tree.function(name))]
        nodes = [n for f in (*helpers, function) for n in nodes_in([f])]
        given = [pair for s in nodes if isinstance(s, ast.stmt) for pair in stored(s)]
        own = {name for name, value in given if name not in ast.unparse(value)}
        found: dict[str, str] = {}
        used = {ast.unparse(n): n.lineno for n in nodes if isinstance(n, ast.Attribute)}
        for statement in self.tree.nodes if self.place.far == 0 else ():
            for target, value in stored(statement) if isinstance(statement, ast.stmt) else ():
                name, empty = f"self.{target.removeprefix('self.')}", ast.unparse(value)
                if empty.startswith("np.zeros("):
                    empty = f"np.zeros_like({name})"
                kept = name not in used or name in own or name[5:] in self.exercise.parameters
                if not kept and (empty in EMPTY or "_like" in empty):
                    found[name] = f"{name} = {empty}"
        margin = f"{self.text.newline}{self.text.margin(function.body[0])}"
        for names in [*([name] for name in found), list(found)] if found else ():
            splices = self.text.at_start(function, margin.join(found[name] for name in names))
            yield Edit(Kind.START_AGAIN, used[names[-1]], splices, 0.3)
        kinds = {a.arg: a.annotation for a in nodes_in([function.args]) if isinstance(a, ast.arg)}
        for name, default in defaults(function).items():
            if (empty := ast.unparse(default)) in EMPTY[:4]:
                told = ((*self.text.span(k), f"{self.text.of(k)} | None") for k in [kinds[name]]
                        if k and not isinstance(k, ast.Constant))  # fmt: skip
                line = f"{name} = {empty} if {name} is None else {name}"
                splices = (*told, (*self.text.span(default), "None"), *self.text.at_start(function, line))
                yield Edit(Kind.START_AGAIN, function.lineno, splices)
