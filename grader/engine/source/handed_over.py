"""Find the calls that decide, by an argument or by leaving it out, what a helper does. Nothing is run."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .syntax import FUNCTIONS, called_name, defaults, is_number, names_read, own
from .tree import Tree


@dataclass(frozen=True)
class Handed:
    """A call of a helper, or of its class, and one parameter that has a default and is read on a line.

    `given` is what the call passes for it; None if it leaves that to the `default`.
    """

    call: ast.Call
    default: ast.expr
    given: ast.expr | None


def handed_over(tree: Tree, line: int | None) -> list[Handed]:
    """What calls hand over for those parameters with defaults that the statement on a line reads.

    A method of a class of helpers reads what its constructor keeps.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or statement is None or function.name in {*tree.graded} - {"__init__"}:
        return []
    owner = next((n for n in tree.nodes if isinstance(n, ast.ClassDef) and function in n.body), None)
    if owner is None:
        calls = (n for n in tree.nodes if isinstance(n, ast.Call) and called_name(n.func) == function.name)
        names, optional = _positions(function), defaults(function)
        read = set(names_read(statement))
    else:
        calls = (n for n in tree.nodes if isinstance(n, ast.Call) and _makes(tree, n, owner))
        attributes = {n.attr for n in ast.walk(statement) if isinstance(n, ast.Attribute)}
        makers = [n for n in owner.body if isinstance(n, FUNCTIONS) and n.name == "__init__"]
        names = _positions(makers[0]) if makers else [*_fields(owner)]
        optional = defaults(makers[0]) if makers else {n: v for n, v in _fields(owner).items() if v}
        read = {name for at, name in _kept(makers[0]) if at in attributes} if makers else attributes
    return [
        Handed(call, optional[name], value)
        for call in calls
        for name, value in _values(call, names)
        if name in read and name in optional
    ]


def line_without_function(tree: Tree, lines: Iterable[int]) -> int | None:
    """The line of a call that leaves out a function, which code on one of these lines would then call.

    Something else of the file is meant for it: a function that nothing uses.
    """
    used = {called_name(n) for n in tree.nodes if isinstance(n, (ast.Name, ast.Attribute))}
    unused = (n for n in tree.tree.body if isinstance(n, FUNCTIONS) and n.name not in used)
    if next(unused, None) is None:
        return None
    functions = {id(f): f for f in map(tree.function_at, sorted(lines)) if f is not None}
    nodes = [n for function in functions.values() for n in own(function)]
    called = {called_name(n.func) for n in nodes if isinstance(n, ast.Call)}
    choices = [n for n in nodes if isinstance(n, (ast.If, ast.IfExp))]
    handed = [(n, one) for n in choices for one in handed_over(tree, n.lineno)]
    return next(
        (
            one.call.lineno for choice, one in handed
            if one.given is None and getattr(one.default, "value", "") is None
            and called & {called_name(n) for n in ast.walk(choice.test) if isinstance(n, ast.expr)}
        ),
        None,
    )  # fmt: skip


def line_of_fixed_count(tree: Tree, line: int, stack: Sequence[int]) -> int:
    """The line of the call in a loop that always passes a helper the same count, else the helper's line.

    Such a count is 0 or 1, or a name that is assigned that and never again. `stack` has the calls' lines.
    """
    helper, caller = tree.function_at(line), tree.function_at(stack[-1]) if stack else None
    if helper is None or caller is None or not tree.loops_around(stack[-1]):
        return line
    stored = [n.id for n in own(caller) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    made = (n for n in own(caller) if isinstance(n, ast.Assign) and getattr(n.value, "value", None) in (0, 1))
    fixed = {called_name(t) for n in made for t in n.targets if stored.count(called_name(t)) == 1}
    read = names_read(tree.statement_at(line) or ast.Pass())
    calls = (n for n in tree.nodes if isinstance(n, ast.Call) and n.lineno == stack[-1])
    passed = [
        value or defaults(helper).get(name)
        for call in calls if called_name(call.func) == helper.name
        for name, value in _values(call, _positions(helper)) if name in read
    ]  # fmt: skip
    counts = (getattr(v, "id", "") in fixed or getattr(v, "value", None) in (0, 1) for v in passed)
    return stack[-1] if any(counts) else line


def numbers_handed(tree: Tree, line: int | None) -> list[tuple[list[float], list[int]]]:
    """The defaults in place of which calls pass other numbers, each with the line of such a number."""
    found = []
    for one in handed_over(tree, line):
        default, given = _number(one.default), _number(one.given)
        if one.given is not None and default is not None and given is not None:
            found.append(([default], [one.given.lineno]))
    return found


def _number(node: ast.expr | None) -> float | None:
    """The value of the literal of a number, with or without a sign; None for anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return None if (number := _number(node.operand)) is None else -number
    return node.value if node is not None and is_number(node) else None  # type: ignore[attr-defined]


def _values(call: ast.Call, names: list[str]) -> Iterator[tuple[str, ast.expr | None]]:
    """What a call passes for each parameter; nothing if it uses `*` or `**`."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if None in named or any(isinstance(given, ast.Starred) for given in call.args):
        return
    through_class = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
    first = int(through_class and called_name(call.func) == "__init__")  # the object itself
    given = dict(zip(names, call.args[first:], strict=False))
    for name in names:
        yield name, given.get(name, named.get(name))


def _makes(tree: Tree, call: ast.Call, owner: ast.ClassDef) -> bool:
    """Whether a call makes an object of a class, or is the call of its constructor by a subclass."""
    if called_name(call.func) != "__init__" or not isinstance(call.func, ast.Attribute):
        return called_name(call.func) == owner.name
    classes = (n for n in tree.nodes if isinstance(n, ast.ClassDef))
    around = (n for n in classes if n.lineno <= call.lineno <= (n.end_lineno or 0))
    return any(owner.name in map(called_name, n.bases) for n in around)


def _positions(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [a.arg for a in every if a.arg not in ("self", "cls")]


def _fields(owner: ast.ClassDef) -> dict[str, ast.expr | None]:
    """The fields of a dataclass, and their defaults."""
    fields = (n for n in owner.body if owner.decorator_list and isinstance(n, ast.AnnAssign))
    return {called_name(n.target): n.value for n in fields if "init=False" not in ast.unparse(n)}


def _kept(maker: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, str]]:
    """The attributes in which a constructor keeps its parameters, with the parameters' names."""
    for node in ast.walk(maker):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            pairs = [(target, node.value)]  # type: ignore[attr-defined]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):  # type: ignore[attr-defined]
                pairs = list(zip(target.elts, node.value.elts, strict=False))  # type: ignore[attr-defined]
            for stored, value in pairs:
                if isinstance(stored, ast.Attribute):
                    yield from ((stored.attr, name) for name in names_read(value))
