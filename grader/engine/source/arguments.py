"""Find the calls that decide, by an argument or by leaving it out, what a helper does. Nothing is run."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .syntax import (
    FUNCTIONS,
    Function,
    Nodes,
    assigned_pairs,
    called_name,
    covers,
    defaults,
    is_number,
    names_read,
    own,
    parts,
)
from .tree import Tree

SEEDED = ("default_rng", "RandomState", "seed", "Random")


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
    owner = next((n for n in tree.classes if function in n.body), None)
    if owner is None:
        calls = tree.nodes.calls(function.name)
        names, optional = _positions(function), defaults(function)
        read = set(names_read(statement))
    else:
        calls = Nodes(n for n in tree.nodes.of(ast.Call) if _makes(tree, n, owner))
        attributes = {n.attr for n in parts(statement).of(ast.Attribute)}
        makers = [n for n in owner.body if isinstance(n, FUNCTIONS) and n.name == "__init__"]
        names = _positions(makers[0]) if makers else [*_fields(owner)]
        optional = defaults(makers[0]) if makers else {n: v for n, v in _fields(owner).items() if v}
        read = {name for at, name in _kept(makers[0]) if at in attributes} if makers else attributes
    given = ((call, *pair) for call in calls for pair in _values(call, names))
    return [Handed(call, optional[n], value) for call, n, value in given if n in read and n in optional]


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
    for choice in (n for n in nodes if isinstance(n, (ast.If, ast.IfExp))):
        tested = {called_name(n) for n in parts(choice.test).of(ast.expr)}
        for one in handed_over(tree, choice.lineno) if called & tested else ():
            if one.given is None and getattr(one.default, "value", "") is None:
                return one.call.lineno
    return None


def line_of_fixed_count(tree: Tree, line: int, stack: Sequence[int]) -> int:
    """The line of the call in a loop that always gives a helper the same count, else the helper's line.

    Such a count is 0 or 1, or a name that is assigned that and never again; or the helper's object keeps it,
    and nothing calls what changes it. `stack` has the calls' lines.
    """
    helper, caller = tree.function_at(line), tree.function_at(stack[-1]) if stack else None
    if helper is None or caller is None or not tree.loops_around(stack[-1]):
        return line
    stored = [n.id for n in own(caller).of(ast.Name).stores()]
    made = (n for n in own(caller).of(ast.Assign) if getattr(n.value, "value", None) in (0, 1))
    fixed = {called_name(t) for n in made for t in n.targets if stored.count(called_name(t)) == 1}
    read = names_read(tree.statement_at(line))
    passed = [
        value or defaults(helper).get(name)
        for call in tree.calls_on(stack[-1], helper.name)
        for name, value in _values(call, _positions(helper)) if name in read
    ]  # fmt: skip
    counts = (getattr(v, "id", "") in fixed or getattr(v, "value", None) in (0, 1) for v in passed)
    idle = [f for f in tree.definitions if not tree.calls({f.name})]
    updated = (n.target for f in idle for n in parts(f).of(ast.AugAssign))
    kept = {n.attr for n in parts(tree.statement_at(line)).of(ast.Attribute)}
    return stack[-1] if any(counts) or kept & {getattr(t, "attr", "") for t in updated} else line


def numbers_handed(tree: Tree, line: int | None) -> list[tuple[list[float], list[int]]]:
    """The defaults in place of which calls pass other numbers, each with the line of such a number."""
    found = []
    for one in handed_over(tree, line):
        default, given = _number(one.default), _number(one.given)
        if one.given is not None and default is not None and given is not None:
            found.append(([default], [one.given.lineno]))
    return found


def line_of_large_argument(tree: Tree, line: int | None, least: float) -> int | None:
    """The line of the only number of this size or above, no seed, that a helper's statement is handed.

    If calls hand over a constant of the file, that is the constant's line.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or function.name in tree.graded:
        return None
    seeds = {called_name(n) for call in parts(statement).calls(*SEEDED) for n in call.args}
    read = set(names_read(statement)) - seeds
    pairs = (pair for call in tree.nodes.calls(function.name) for pair in _values(call, _positions(function)))
    given = [value or defaults(function).get(name) for name, value in pairs if name in read]
    constants = {called_name(t): v for n in tree.tree.body for t, v in assigned_pairs(n)}
    values = [constants.get(n.id) if isinstance(n, ast.Name) else n for n in given]
    large = [n for n in values if n is not None and abs(_number(n) or 0.0) >= least]
    return large[0].lineno if len(large) == 1 else None


def _number(node: ast.expr | None) -> float | None:
    """The value of the literal of a number, with or without a sign; None for anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return None if (number := _number(node.operand)) is None else -number
    return node.value if is_number(node) else None  # type: ignore[union-attr]


def _values(call: ast.Call, names: list[str]) -> Iterator[tuple[str, ast.expr | None]]:
    """What a call passes for each parameter; nothing if it uses `*` or `**`."""
    if _is_starred(call):
        return
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    through_class = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
    first = int(through_class and called_name(call.func) == "__init__")  # the object itself
    given = dict(zip(names, call.args[first:], strict=False))
    for name in names:
        yield name, given.get(name, named.get(name))


def _is_starred(call: ast.Call) -> bool:
    return any(isinstance(a, ast.Starred) for a in call.args) or None in {k.arg for k in call.keywords}


def _makes(tree: Tree, call: ast.Call, owner: ast.ClassDef) -> bool:
    """Whether a call makes an object of a class, or is the call of its constructor by a subclass."""
    if called_name(call.func) != "__init__" or not isinstance(call.func, ast.Attribute):
        return called_name(call.func) == owner.name
    return any(owner.name in map(called_name, n.bases) for n in tree.classes if covers(n, call.lineno))


def _positions(function: Function) -> list[str]:
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [a.arg for a in every if a.arg not in ("self", "cls")]


def _fields(owner: ast.ClassDef) -> dict[str, ast.expr | None]:
    """The fields of a dataclass, and their defaults."""
    fields = (n for n in owner.body if owner.decorator_list and isinstance(n, ast.AnnAssign))
    return {called_name(n.target): n.value for n in fields if "init=False" not in ast.unparse(n)}


def _kept(maker: Function) -> Iterator[tuple[str, str]]:
    """The attributes in which a constructor keeps its parameters, with the parameters' names."""
    for node in parts(maker).of(ast.Assign):
        for stored, value in assigned_pairs(node):
            if isinstance(stored, ast.Attribute):
                yield from ((stored.attr, name) for name in names_read(value))


# -- what a call leaves out


def omits(tree: Tree, line: int, number: float) -> bool:
    """Whether a call on a line omits an argument whose default is this number.

    It is one of a helper or of a class, or a field of a dataclass.
    """
    return any(is_close(default, number) for _, default in _omitted(tree, line))


def _omitted(tree: Tree, line: int) -> Iterator[tuple[str, ast.expr]]:
    for call in tree.calls_on(line):
        name = called_name(call.func)
        starred = any(isinstance(given, ast.Starred) for given in call.args)  # a result, and nothing else
        made = [n for n in tree.classes if n.name == name]
        helpers = [] if name in tree.graded else [tree.function(name)]
        helpers += [n for owner in made for n in owner.body if getattr(n, "name", "") == "__init__"]  # type: ignore[misc]
        for helper in (one for one in helpers if isinstance(one, FUNCTIONS)):
            yield from (defaults(helper) if starred else _left_to_defaults(helper.args, call)).items()
        for owner in made if not starred else ():
            given = {keyword.arg for keyword in call.keywords}
            fields = [part for part in owner.body if isinstance(part, ast.AnnAssign)][len(call.args) :]
            left = ((called_name(field.target), field.value) for field in fields)
            yield from ((name, value) for name, value in left if value and name not in given)


def _left_to_defaults(parameters: ast.arguments, call: ast.Call) -> dict[str, ast.expr]:
    """The defaults of the parameters that a call does not pass, by name; none if it uses `*` or `**`."""
    if _is_starred(call):
        return {}
    given = {keyword.arg for keyword in call.keywords}
    names = [a.arg for a in parameters.args if a.arg not in ("self", "cls")]
    optional = dict(zip(names[::-1], parameters.defaults[::-1], strict=False))
    return {n: optional[n] for n in names[len(call.args) :] if n in optional and n not in given}


def leaves_out(tree: Tree, line: int) -> bool:
    """Whether a call on a line omits an argument of a helper whose default then has no effect."""
    for call in tree.calls_on(line):
        name = called_name(call.func)
        helper = tree.lambdas[name].value if name in tree.lambdas else tree.function(name)
        if name in tree.graded or not isinstance(helper, (*FUNCTIONS, ast.Lambda)):
            continue
        optional, read = _left_to_defaults(helper.args, call), names_read(helper)
        if any(name in read and _is_idle(helper, name, value) for name, value in optional.items()):
            return True
    return False


def _is_idle(function: ast.AST, name: str, default: ast.expr) -> bool:
    """Whether a parameter has no effect with its default: None, a boolean, or a neutral 0 or 1.

    A 1 is neutral only as a factor or divisor. What is passed on by keyword, as in `ddof=ddof`, never is.
    """
    value = getattr(default, "value", "")
    if value is None or isinstance(value, bool):
        return True
    uses = {id(n) for n in parts(function).of(ast.Name).reads() if n.id == name}
    passed = {id(n.value) for n in parts(function).of(ast.keyword)}
    scaled = [n for n in parts(function) if isinstance(getattr(n, "op", None), (ast.Mult, ast.Div, ast.Pow))]
    factors = {id(getattr(n, side, None)) for n in scaled for side in ("left", "right", "value")}
    return (value == 0 or (value == 1 and uses <= factors)) and not uses & passed


def is_close(node: ast.AST, number: float) -> bool:
    """Whether a node is the literal of this number, up to rounding."""
    return is_number(node) and abs(node.value - number) <= 1e-6 * abs(number)  # type: ignore[attr-defined]
