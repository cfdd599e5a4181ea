"""The learner's file as a syntax tree: its functions, statements and loops. The code is read, never run."""

import ast
import re
from functools import cached_property

from ...sandbox.parsing import nodes_in, parsed_or_empty
from ..declaration.exercise import Exercise
from .syntax import (
    EMPTY,
    FUNCTIONS,
    LOOPS,
    Function,
    Nodes,
    called_name,
    compared,
    covers,
    is_assignment,
    is_entry,
    is_without_effect,
    names_read,
    own,
    parameters,
    partials,
    parts,
    targets_of,
)

PROPERTY = "property"


def after_docstring(function: Function) -> list[ast.stmt]:
    """The statements of a function without its docstring."""
    return function.body[ast.get_docstring(function) is not None :]


class Tree:
    """Answers questions about the lines of a source text; has no answers for one that does not parse."""

    def __init__(self, source: str, exercise: Exercise) -> None:
        self._source, self.exercise = source, exercise
        self.class_name = exercise.class_name
        self.graded = {"__init__", *exercise.takes}
        self._lines: dict[int, list[ast.stmt]] = {}  # the statements around a line: asked for all the time
        self._used: dict[str, set[str]] = {}  # the helpers of a method, too

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree; empty if the text does not parse."""
        return parsed_or_empty(self._source)

    @cached_property
    def nodes(self) -> Nodes[ast.AST]:
        """Every node, outer ones first."""
        return Nodes(nodes_in([self.tree]))

    def mistyped(self) -> dict[int, str]:
        """The lines that assign a value with a sign, written like an operator, as `x =- 1` is."""
        rows, found = self._source.encode().splitlines(), {}
        for node in self.nodes:
            if isinstance(node, ast.Assign):
                row, at = rows[node.value.lineno - 1], node.value.col_offset
                if re.match(rb" =[-+] ", row[at - 2 : at + 2]):
                    found[node.lineno] = row[at - 1 : at + 1].decode()
        return found

    @cached_property
    def classes(self) -> Nodes[ast.ClassDef]:
        """The classes of the file, outer ones first."""
        return self.nodes.of(ast.ClassDef)

    @cached_property
    def definitions(self) -> list[Function]:
        """The functions and methods of the file, outer ones first."""
        return [n for n in self.nodes if isinstance(n, FUNCTIONS)]

    @cached_property
    def owners(self) -> list[ast.ClassDef]:
        """Those with the graded class's name, usually one."""
        return [n for n in self.classes if n.name == self.class_name]

    def class_names(self) -> list[str]:
        """The classes that the file defines at its top level."""
        return [n.name for n in self.tree.body if isinstance(n, ast.ClassDef)]

    def function(self, name: str) -> Function | None:
        """The definition of a method: in the graded class, else in another, else the last of that name."""
        return self._functions.get(name)

    @cached_property
    def _functions(self) -> dict[str, Function]:
        classes = sorted(self.classes, key=lambda n: n.name == self.class_name, reverse=True)
        within = [n for owner in classes for n in reversed(owner.body)]
        return {n.name: n for n in (*self.nodes, *reversed(within)) if isinstance(n, FUNCTIONS)}

    def working(self, name: str) -> Function | None:
        """The definition of a method or, if it only passes its arguments to a helper, of that helper."""
        function = self.function(name)
        rest = after_docstring(function) if function else []
        call = rest[0].value if len(rest) == 1 and isinstance(rest[0], ast.Return) else None
        if function is None or not isinstance(call, ast.Call) or called_name(call.func) in self.graded:
            return function
        given = [ast.unparse(n) for n in (*call.args, *(keyword.value for keyword in call.keywords))]
        whole = [name for name in given if name != "self"] == parameters(function)
        return (self.function(called_name(call.func)) if whole else None) or function

    def line_of_lambda(self, name: str) -> int | None:
        """The line in the graded class that assigns a method, as in `name = lambda self: ...`."""
        targets = [t for owner in self.owners for n in owner.body if is_assignment(n) for t in targets_of(n)]
        found = [t.lineno for t in targets if isinstance(t, ast.Name) and t.id == name]
        return found[-1] if found else None

    def line_of_field(self) -> int | None:
        """The first field of the graded class that its constructor takes, if the class is a dataclass."""
        body = (n for owner in self.owners[:1] if owner.decorator_list for n in owner.body)
        fields = (n for n in body if isinstance(n, ast.AnnAssign))
        return next((n.lineno for n in fields if "init=False" not in ast.unparse(n)), None)

    def line_of_decorator(self) -> int | None:
        """The first decorator of the graded class."""
        return next((d.lineno for n in self.owners for d in n.decorator_list), None)

    def line_of_lost_result(self, method: str) -> int | None:
        """The line in a decorator of this method that calls the method and discards the result."""
        named = {called_name(d) for n in self.definitions if n.name == method for d in n.decorator_list}
        for decorator in (n for n in self.definitions if n.name in named):
            for n in ast.walk(decorator):
                call = n.value if isinstance(n, ast.Expr) else None
                if isinstance(call, ast.Call) and called_name(call.func) in parameters(decorator)[:1]:
                    return call.lineno
        return None

    def line_of_property(self, name: str, *, any_value: bool = False) -> int | None:
        """The `return` of a property that computes its value; with `any_value`, also of a stored one."""
        functions = [n for n in self.definitions if n.name == name]
        getters: list[ast.AST] = [n for n in functions if PROPERTY in map(called_name, n.decorator_list)]
        assigned = (n for owner in self.owners for n in owner.body if isinstance(n, ast.Assign))
        named = (n.value for n in assigned if name in map(called_name, n.targets))
        calls = (n.args[0] for n in named if isinstance(n, ast.Call) and called_name(n.func) == PROPERTY)
        getters += [self.function(called_name(n)) or n for n in calls]
        returned = [n.value for getter in getters for n in parts(getter).of(ast.Return)]
        returned += [n.body for n in getters if isinstance(n, ast.Lambda)]
        made = (ast.Subscript, ast.Call, ast.BinOp, ast.List, ast.Tuple)
        values = (n for n in reversed(returned) if n is not None)
        own = (n for n in values if any_value or (isinstance(n, made) and not is_entry(n)))
        return next((n.lineno for n in own), None)

    def line_of_beginning(self, method: str) -> int | None:
        """The line that first assigns a value other than an empty list to the name that a method returns."""
        inner = list(own(self.working(method) or self.tree))
        returned = {n.value.id for n in inner if isinstance(n, ast.Return) and isinstance(n.value, ast.Name)}
        made = [n for n in inner if isinstance(n, ast.Assign) and ast.unparse(n.value) not in EMPTY]
        names = ((n.lineno, t.id) for n in made for t in n.targets if isinstance(t, ast.Name))
        return next((line for line, name in names if name in returned), None)

    def lines_that_only_return(self, name: str) -> set[int]:
        """The lines on which a function returns existing values without computing anything."""
        returns = (n for n in own(self.working(name) or self.tree).of(ast.Return))
        made = (ast.Call, ast.BinOp, ast.UnaryOp)
        return {n.lineno for n in returns if not any(isinstance(part, made) for part in ast.walk(n))}

    def handed_on(self, line: int | None) -> str | None:
        """The name of the function of the file whose result the statement on a line returns or stores."""
        statement = self.statement_at(line)
        value = statement.value if isinstance(statement, (ast.Return, ast.Assign, ast.AnnAssign)) else None
        name = called_name(value.func) if isinstance(value, ast.Call) else ""
        return name if name in self._functions else None

    def makes_what_it_gives(self, line: int) -> bool:
        """Whether the statement's value is a call with some argument that is not a plain name."""
        call = getattr(self.statement_at(line), "value", None)
        return isinstance(call, ast.Call) and not all(isinstance(arg, ast.Name) for arg in call.args)

    def writes_a_number(self, line: int | None) -> bool:
        """Whether the statement on a line contains a constant."""
        return any(isinstance(n, ast.Constant) for n in parts(self.statement_at(line)))

    def function_at(self, line: int | None) -> Function | None:
        """The innermost function around a line."""
        return max(self.functions_at(line), key=lambda n: n.lineno, default=None)

    def functions_at(self, line: int | None) -> list[Function]:
        """All functions around a line."""
        return [n for n in self._around(line) if isinstance(n, FUNCTIONS)]

    def statement_at(self, line: int | None) -> ast.stmt | None:
        """The innermost statement that a line belongs to."""
        return max(self._around(line), key=lambda n: (n.lineno, -(n.end_lineno or 0)), default=None)

    def _around(self, line: int | None) -> list[ast.stmt]:
        if (found := self._lines.get(at := line or 0)) is None:  # nothing stands on line 0
            statements = self.nodes.of(ast.stmt)
            found = self._lines[at] = [n for n in statements if covers(n, at)]
        return found

    def is_inside(self, line: int, function: str) -> bool:
        """Whether a line is in the body of a method, including functions defined inside it."""
        node = self.working(function)
        return node is not None and node.lineno < line <= (node.end_lineno or 0)

    def is_in_a_model(self, line: int) -> bool:
        """Whether a line belongs to a class that has one of the graded methods."""
        methods = self.graded - {"__init__"}
        classes = (n for n in self._around(line) if isinstance(n, ast.ClassDef))
        return any(getattr(part, "name", "") in methods for n in classes for part in n.body)

    def sets(self, line: int | None) -> set[str]:
        """The parameters of the model that the statement on a line assigns as attributes."""
        stored = parts(self.statement_at(line)).of(ast.Attribute).stores()
        return {n.attr for n in stored} & {*self.exercise.parameters}

    def updates(self, line: int) -> bool:
        """Whether the statement on a line computes new parameters of the model from the old ones."""
        statement = self.statement_at(line)
        read = {n.attr for n in parts(statement).of(ast.Attribute).reads()}
        return isinstance(statement, ast.AugAssign) or bool(read & self.sets(line))

    def belongs_to(self, line: int, names: set[str]) -> bool:
        """Whether the innermost function around a line has one of these names."""
        function = self.function_at(line)
        return function is not None and function.name in names

    def serves(self, line: int, method: str) -> bool:
        """Whether a line belongs to a method or to a helper that it uses, directly or indirectly."""
        return any(self.is_inside(line, name) for name in (method, *self.helpers(method)))

    def is_in_a_helper_of_both(self, line: int, one: str, other: str) -> bool:
        """Whether a line belongs to a helper that both methods use, directly or indirectly."""
        return any(self.is_inside(line, name) for name in self.helpers(one) & self.helpers(other))

    def helpers(self, method: str) -> set[str]:
        """The names of the helper functions of the file that a method uses, directly or indirectly."""
        if (helpers := self._used.get(method)) is None:
            own, helpers, waiting = {*self._functions, *self.lambdas} - self.graded, set(), [method]
            made = partials(self.nodes)
            while waiting:
                inside = nodes_in(filter(None, [self.function(waiting.pop())]))
                named = (called_name(n.func) for n in inside if isinstance(n, ast.Call))
                called = own.intersection(made.get(name, name) for name in named)
                waiting += called - helpers
                helpers |= called
            self._used[method] = helpers
        return helpers

    def calls(self, names: set[str]) -> list[int]:
        """The lines that call a function of one of these names, also as a decorator."""
        called = [n.func for n in self.nodes.of(ast.Call)]
        called += [one for n in self.definitions for one in n.decorator_list]
        return sorted({one.lineno for one in called if called_name(one) in names})

    def lambda_at(self, line: int | None) -> str | None:
        """The name to which a lambda around a line is assigned."""
        return next((name for name, n in self.lambdas.items() if line and covers(n.value, line)), None)

    @cached_property
    def lambdas(self) -> dict[str, ast.Assign]:
        named = [n for n in self.nodes.of(ast.Assign) if isinstance(n.value, ast.Lambda)]
        return {called_name(target): n for n in named for target in n.targets}

    def loops_around(self, line: int) -> list[ast.AST]:
        """The loops and comprehensions that a line belongs to, the innermost last."""
        around = [n for n in self.nodes if isinstance(n, LOOPS) and covers(n, line)]
        return sorted(around, key=lambda n: (n.lineno, -(n.end_lineno or 0)))  # type: ignore[attr-defined]

    def returns_inside(self, loop: ast.AST) -> list[int]:
        """The lines that leave a loop: `return`, `break`, or setting the flag that a `while` tests."""
        leave = [n.lineno for n in ast.walk(loop) if isinstance(n, (ast.Return, ast.Break))]
        test = loop.test if isinstance(loop, ast.While) else ast.Tuple([], ast.Load())
        looked_at = {*names_read(test)} - compared(test)  # for names in a comparison, the condition decides
        made = parts(loop).of(ast.Assign)
        stored = [(n, t.id) for n in made for t in n.targets if isinstance(t, ast.Name)]
        flags = [n.lineno for n, name in stored if name in looked_at and name not in names_read(n.value)]
        return leave + flags

    def calls_on(self, line: int, *names: str) -> list[ast.Call]:
        """The calls that begin on a line, only those with one of these names if any is given."""
        calls = self.nodes.calls(*names) if names else self.nodes.of(ast.Call)
        return [n for n in calls if n.lineno == line]

    def is_call_of_own(self, line: int) -> bool:
        """Whether a line has a call that passes its arguments on (`*args`), as wrappers do."""
        return any(isinstance(given, ast.Starred) for call in self.calls_on(line) for given in call.args)

    def drops(self, line: int) -> bool:
        """Whether the statement on a line computes something and discards it."""
        statement = self.statement_at(line)
        return isinstance(statement, ast.Expr) and is_without_effect(statement.value)

    def stores_unread(self, line: int) -> bool:
        """Whether the statement on a line assigns a name that its function never reads."""
        statement, function = self.statement_at(line), self.function_at(line)
        if not isinstance(statement, ast.Assign) or function is None:
            return False
        (target, *more), read = statement.targets, names_read(function)
        return isinstance(target, ast.Name) and not more and target.id not in read
