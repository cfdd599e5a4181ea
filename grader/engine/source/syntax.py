"""Small functions that inspect syntax trees; they need no knowledge of the whole file."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeGuard, TypeVar

Function = ast.FunctionDef | ast.AsyncFunctionDef
Node = TypeVar("Node", bound=ast.AST)
Kind = TypeVar("Kind", bound=ast.AST)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.AsyncFor)
STATEMENTS = (ast.For, ast.While)
NO_NUMBERS = {"nan", "inf", "infinity"}
LIKE = 0.8
IN_PLACE = {"copyto", "put", "place", "putmask", "fill_diagonal", "at", "shuffle"}
EMPTY = {"[]", "list()", "deque()", "collections.deque()"}
FOREVER = {"count", "cycle", "repeat", "iter"}


class Nodes(list[Node]):
    """Some nodes of a syntax tree, with ways to choose among them."""

    def of(self, kind: type[Kind]) -> "Nodes[Kind]":
        """Those of one kind."""
        return Nodes(n for n in self if isinstance(n, kind))

    def named(self) -> "Nodes[ast.Name | ast.Attribute]":
        """The names and attributes."""
        return Nodes(n for n in self if isinstance(n, (ast.Name, ast.Attribute)))

    def reads(self) -> "Nodes[Node]":
        """Those that are read."""
        return Nodes(n for n in self if isinstance(getattr(n, "ctx", None), ast.Load))

    def stores(self) -> "Nodes[Node]":
        """Those that are assigned."""
        return Nodes(n for n in self if isinstance(getattr(n, "ctx", None), ast.Store))

    def calls(self, *names: str) -> "Nodes[ast.Call]":
        """The calls of functions or methods with one of these names."""
        return Nodes(n for n in self.of(ast.Call) if called_name(n.func) in names)


def parts(node: ast.AST | None) -> Nodes[ast.AST]:
    """A node and all nodes in it; none for None."""
    return Nodes(ast.walk(node) if node else ())


def own(function: ast.AST | None) -> Nodes[ast.AST]:
    """The nodes of a function, without those of functions and classes inside it; none for None."""
    found = Nodes[ast.AST]()
    for child in ast.iter_child_nodes(function) if function else ():
        if not isinstance(child, (*FUNCTIONS, ast.Lambda, ast.ClassDef)):
            found += [child, *own(child)]
    return found


def names_read(node: ast.AST | None) -> list[str]:
    """The names that a piece of code reads, one entry for each time."""
    return [n.id for n in parts(node).of(ast.Name).reads()]


def called_name(function: ast.expr) -> str:
    """The last word of what is called, read or assigned: of `np.mean`, `mean`; empty if it has no name."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def covers(node: ast.stmt | ast.expr, line: int) -> bool:
    """Whether a node stands on a line, among others."""
    return node.lineno <= line <= (node.end_lineno or 0)


def is_assignment(node: ast.AST) -> TypeGuard[ast.Assign | ast.AnnAssign]:
    """Whether a node is an assignment, but not one like `+=`."""
    return isinstance(node, (ast.Assign, ast.AnnAssign))


def targets_of(statement: ast.AST) -> list[ast.expr]:
    """What a statement assigns to; empty if it assigns nothing."""
    return getattr(statement, "targets", None) or list(filter(None, [getattr(statement, "target", None)]))


def assigned_pairs(statement: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What an assignment assigns to, each with its value: two pairs for `m, n = 1, 2`."""
    if not is_assignment(statement) or statement.value is None:
        return
    for target in targets_of(statement):
        if isinstance(target, ast.Tuple) and isinstance(statement.value, ast.Tuple):
            yield from zip(target.elts, statement.value.elts, strict=False)
        else:
            yield target, statement.value


def parameters(function: Function) -> list[str]:
    """The names of a function's parameters, without `self` and `cls`."""
    return [a.arg for a in function.args.args if a.arg not in ("self", "cls")]


def defaults(function: Function) -> dict[str, ast.expr]:
    """The defaults of a function's parameters, by their names."""
    args = function.args
    plain = zip([*args.posonlyargs, *args.args][::-1], args.defaults[::-1], strict=False)
    pairs = [*plain, *zip(args.kwonlyargs, args.kw_defaults, strict=True)]
    return {arg.arg: value for arg, value in pairs if value}


def is_number(node: ast.AST | None, number: float | None = None) -> bool:
    """Whether a node is the literal of a number; of this one, if one is given."""
    literal = isinstance(node, ast.Constant) and type(node.value) in (int, float)
    return literal and number in (None, getattr(node, "value", None))


def is_lost(statement: ast.stmt) -> bool:
    """Whether what a last statement computes is not returned: it is lost, or kept under a name."""
    if isinstance(statement, ast.Assign):
        return not any(isinstance(target, (ast.Tuple, ast.List)) for target in statement.targets)
    call = getattr(statement, "value", None)
    if isinstance(call, ast.Call) and called_name(call.func) == "print":
        return any(isinstance(n, (ast.BinOp, ast.Call)) for given in call.args for n in ast.walk(given))
    return isinstance(statement, ast.Expr)


def reads_own(function: Function) -> bool:
    """Whether a method uses an attribute of `self`."""
    owners = (n.value for n in parts(function).of(ast.Attribute))
    return any(isinstance(owner, ast.Name) and owner.id == "self" for owner in owners)


def names_of_own(statement: ast.AST | None) -> set[str]:
    """The names that a statement computes from their own old values: `v` in `v = v.ravel()`."""
    if not isinstance(statement, ast.Assign):
        return set()
    return {t.id for t in statement.targets if isinstance(t, ast.Name)} & set(names_read(statement.value))


def is_used_elsewhere(function: Function, name: str) -> bool:
    """Whether a function reads one of its variables more than once, not counting `v = v.ravel()`."""
    nodes = parts(function)
    again = sum(name in names_of_own(node) for node in nodes)
    own_names = {*parameters(function), *(n.id for n in nodes.of(ast.Name).stores())}
    return name in own_names and names_read(function).count(name) - again > 1


def reads_again(function: ast.AST, statement: ast.stmt) -> bool:
    """Whether a function reads a name or attribute that one of its statements assigns."""
    stored = set(map(ast.unparse, parts(statement).named().stores()))
    return any(ast.unparse(n) in stored for n in parts(function).named().reads())


def compared(test: ast.expr) -> set[str]:
    """The names that a condition compares with anything but True and False."""
    pairs = parts(test).of(ast.Compare)
    real = [p for p in pairs if not any(isinstance(getattr(s, "value", None), bool) for s in p.comparators)]
    return {name for pair in real for name in names_read(pair)}


def endless(loop: ast.For | ast.While) -> bool:
    """Whether a loop may never end: a `while`, or a `for` over an infinite iterator."""
    return isinstance(loop, ast.While) or bool(Nodes([loop.iter]).calls(*FOREVER))


def in_order(pair: list[ast.expr], parameters: Sequence[str]) -> bool:
    """Whether two names contain those of the two parameters, in the right order."""
    if not len(pair) == len(parameters) == 2:
        return False
    first, second = (ast.unparse(part).lower() for part in pair)
    one, two = (name.lower() for name in parameters)
    return one in first and two in second and two not in first and one not in second


def is_no_number(node: ast.AST) -> bool:
    """Whether a node is a literal NaN or infinity: `np.nan`, `"inf"`."""
    if isinstance(node, ast.Attribute):
        return node.attr.lower() in NO_NUMBERS
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and text.lstrip("+-").lower() in NO_NUMBERS


def stores_features(statement: ast.stmt, documented: set[str]) -> bool:
    """Whether a statement names a last size like features, or both sizes, but not the first like features."""
    if not isinstance(statement, ast.Assign):
        return False
    targets = [t.elts if isinstance(t, ast.Tuple) and t.elts else [t] for t in statement.targets]
    shaped = getattr(statement.value, "attr", "") == "shape" and ".T." not in ast.unparse(statement.value)
    pairs = [t for t in targets if len(t) == 2 and shaped]
    names = {t.id for *_, t in targets if isinstance(t, ast.Name)} - documented
    named = any(map(says_features, names)) and is_a_size(statement.value)
    return named or any(not says_features(getattr(first, "id", "")) for first, _ in pairs)


def is_a_size(value: ast.expr) -> bool:
    """Whether a value is a shape or a length, possibly with something added or subtracted."""
    if isinstance(value, ast.BinOp) and not isinstance(value.op, (ast.Add, ast.Sub)):
        return False
    attributes = {n.attr for n in parts(value).of(ast.Attribute)}
    return bool(attributes & {"shape", "size"} or parts(value).calls("shape", "size", "len"))


def alike(name: str, documented: str) -> bool:
    """Whether a name is similar to the documented one: a typo, or only some of its words."""
    if name.startswith("__") and name.endswith("__"):
        return False
    plain, wanted = name.strip("_").lower(), documented.lower()
    if SequenceMatcher(None, plain.replace("_", ""), wanted.replace("_", "")).ratio() >= LIKE:
        return True
    own, words = plain.split("_"), wanted.split("_")
    shared = [w for w in own if any(w[:4] == other[:4] and len(w) >= 4 for other in words[-1:])]
    return bool(shared) and set(own) - set(shared) <= {"compute", "calc", "calculate", "get", "the", "mse"}


def says_features(name: str) -> bool:
    """Whether a name suggests the features: `d`, `n_features`, `dim`, `columns`."""
    plain = name.strip("_").lower()
    return plain in ("d", "p", "k") or any(part in plain for part in ("feat", "dim", "col"))


def is_without_effect(value: ast.expr) -> bool:
    """Whether an expression only computes: an operation, or a NumPy function that returns a new array."""
    if isinstance(value, ast.Call):
        plain = ast.unparse(value.func).startswith("np.") and called_name(value.func) not in IN_PLACE
        return plain and all(keyword.arg != "out" for keyword in value.keywords)
    return isinstance(value, (ast.BinOp, ast.UnaryOp))


def reordered(nodes: Nodes[ast.AST], line: int, called: str, names: Iterable[str]) -> bool:
    """Whether a call on a line passes one of the names in another position than another call does."""
    calls = [(n.lineno, list(map(ast.unparse, n.args))) for n in nodes.calls(called)]
    here = [given for at, given in calls if at == line]
    others = [given for at, given in calls if at != line]
    return any(
        name in one and name in other and one.index(name) != other.index(name)
        for one in here for other in others for name in names
    )  # fmt: skip


def is_entry(node: ast.AST) -> bool:
    """Whether a node is a subscript with a string key, as in `settings["lr"]`."""
    key = node.slice if isinstance(node, ast.Subscript) else None
    return isinstance(key, ast.Constant) and isinstance(key.value, str)


def partials(nodes: Iterable[ast.AST]) -> dict[str, str]:
    """The functions that are given to `partial` or `partialmethod`, by the names of the results."""
    found = {}
    for node in nodes:
        call = node.value if isinstance(node, ast.Assign) else None
        if isinstance(call, ast.Call) and call.args and called_name(call.func).startswith("partial"):
            found[called_name(targets_of(node)[0])] = called_name(call.args[0])
    return found
