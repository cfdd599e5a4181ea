"""Find what is wrong with a loop: why it does not end, and what the code in it and after it does."""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence

from .syntax import FUNCTIONS, LOOPS, STATEMENTS, Function, Nodes, assigned_pairs, called_name, own, parts
from .tree import Tree

REPEATS = {"accumulate", "reduce", "map"}
REMOVES = {"pop", "remove", "clear"}


def line_of_no_progress(loop: ast.For | ast.While) -> int:
    """The line in a `while` that sets what its test reads to the same value every time, else its head.

    `k =+ 1` is such a line. So is one that counts, but only under a condition.
    """
    if not isinstance(loop, ast.While):
        return loop.lineno
    read, stored = _texts(parts(loop.test).named().reads()), _texts(parts(loop).named().stores())
    for node in ast.walk(loop):
        if not isinstance(node, ast.Assign) or any(isinstance(n, ast.Call) for n in ast.walk(node.value)):
            continue
        changing = {*_texts(parts(node.value).named().reads())} & {*stored}
        name = ast.unparse(node.targets[0])
        if name in read and len(node.targets) == stored.count(name) == 1 and not changing:
            return node.lineno
    steps = [n for n in ast.walk(loop) if isinstance(n, (ast.Assign, ast.AugAssign)) and n not in loop.body]
    rare = [n.lineno for n in steps if _counted(n) in read and stored.count(_counted(n)) == 1]
    return rare[0] if rare else loop.lineno


def _counted(step: ast.Assign | ast.AugAssign) -> str:
    """The name that a statement sets to a new value made of the old one; empty if there is none."""
    if isinstance(step, ast.AugAssign):
        return ast.unparse(step.target)
    name = ast.unparse(step.targets[0])
    return name if name in _texts(parts(step.value).named().reads()) else ""


def _texts(nodes: Iterable[ast.AST]) -> list[str]:
    return list(map(ast.unparse, nodes))


def line_that_asks_in_vain(tree: Tree, method: str) -> int | None:
    """The first line in a loop of a method that calls a function for a yes or no, and drops the answer.

    If there is none, the first condition of the file that does not leave its loop.
    """
    loops = [n for n in own(tree.working(method)) if isinstance(n, STATEMENTS)]
    dropped = [n.value for loop in loops for n in parts(loop).of(ast.Expr)]
    asked = (n for n in dropped if isinstance(n, ast.Call) and _answers(tree, n.func))
    return min((n.lineno for n in asked), default=None) or _line_of_idle_condition(tree.nodes)


def _line_of_idle_condition(nodes: Iterable[ast.AST]) -> int | None:
    """The first `if` in a loop that compares a difference with something, but does not leave the loop."""
    loops = [n for n in nodes if isinstance(n, STATEMENTS)]
    conditions = [n for loop in loops for n in parts(loop).of(ast.If)]
    return min((n.lineno for n in conditions if _compares_a_difference(n.test)), default=None)


def _compares_a_difference(test: ast.expr) -> bool:
    compared = parts(test).of(ast.Compare)
    sides = [side for n in compared for side in (n.left, *n.comparators)]
    return any(isinstance(side, ast.BinOp) and isinstance(side.op, ast.Sub) for side in sides)


def _answers(tree: Tree, called: ast.expr) -> bool:
    """Whether a function of the file returns a condition, or a name to which it assigns one."""
    function = tree.function(called_name(called)) or called_itself(tree, called_name(called))
    nodes = own(function)
    made = [n for n in nodes if isinstance(n, ast.Assign) and _is_condition(n.value)]
    names = {called_name(target) for n in made for target in n.targets} - {""}
    returned = [n.value for n in nodes if isinstance(n, ast.Return) and n.value]
    return any(_is_condition(value) or called_name(value) in names for value in returned)


def called_itself(tree: Tree, name: str) -> Function | None:
    """The `__call__` of the class of which an object is assigned to a name."""
    made = [(n, n.value) for n in tree.nodes.of(ast.Assign)]
    calls = [v for n, v in made if isinstance(v, ast.Call) and name in map(called_name, n.targets)]
    classes = {called_name(call.func) for call in calls}
    parts = (n for owner in tree.classes if owner.name in classes for n in owner.body)
    return next((n for n in parts if isinstance(n, ast.FunctionDef) and n.name == "__call__"), None)


def _is_condition(value: ast.expr) -> bool:
    negated = isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not)
    flag = isinstance(value, ast.Constant) and isinstance(value.value, bool)
    return negated or flag or isinstance(value, (ast.Compare, ast.BoolOp))


# -- what a training does in its loop, and after it


def line_that_carries_on(nodes: Iterable[ast.AST], parameters: Sequence[str]) -> int | None:
    """The first line (in a loop if any) that computes a value from a share of its old one, like momentum."""
    every = Nodes(nodes)
    inside = [node for loop in every if isinstance(loop, STATEMENTS) for node in ast.walk(loop)]
    for where in (inside, every):
        assigned = (node for node in where if isinstance(node, ast.Assign) and _shares(node))
        stored = ((n.lineno, {*map(called_name, parts(n.targets[0]).named())}) for n in assigned)
        if found := [line for line, names in stored if not names & {*parameters}]:
            return min(found)
    return None


def _shares(node: ast.Assign) -> bool:
    """Whether an assignment multiplies the old value of its target to compute the new one."""
    target = ast.unparse(node.targets[0])
    loops = [n for n in parts(node.value).of(ast.comprehension) if target in ast.unparse(n.iter)]
    old = {target, *(n.id for loop in loops for n in parts(loop.target).of(ast.Name))}
    products = [n for n in parts(node.value).of(ast.BinOp) if isinstance(n.op, ast.Mult)]
    return any(old & {ast.unparse(n.left), ast.unparse(n.right)} for n in products)


def line_of_putting_back(
    body: Sequence[ast.stmt], parameters: Sequence[str], kind: type[ast.expr] = ast.Attribute
) -> int | None:
    """The first line after the last loop of a method that assigns a parameter of the model, or a name."""
    loops = [at for at, part in enumerate(body) if _goes_round(part)]
    after = Nodes(node for part in (body[loops[-1] + 1 :] if loops else ()) for node in ast.walk(part))
    stored = (n for n in after.of(kind).stores() if called_name(n) in parameters)
    return min((n.lineno for n in stored), default=None)


def _goes_round(statement: ast.stmt) -> bool:
    """Whether a statement is a loop, or holds a comprehension or a call that repeats something."""
    if isinstance(statement, (*FUNCTIONS, ast.Return)):
        return False
    nodes = parts(statement)
    return any(isinstance(n, LOOPS) for n in nodes) or bool(nodes.calls(*REPEATS))


def line_of_removal(function: ast.AST | None) -> int | None:
    """The first line of a function that takes an entry out of a list that it returns."""
    nodes = parts(function)
    lists = {ast.unparse(n.value) for n in nodes if isinstance(n, ast.Return) and n.value}
    owners = [n.func.value for n in nodes.calls(*REMOVES) if isinstance(n.func, ast.Attribute)]
    deleted = [t for n in nodes if isinstance(n, ast.Delete) for t in n.targets]
    owners += [t.value for t in deleted if isinstance(t, ast.Subscript)]
    return min((n.lineno for n in owners if ast.unparse(n) in lists), default=None)


def line_of_closed_guard(tree: Tree, function: Function) -> int | None:
    """The line on which a function leaves for good: it stores only further down what would let it go on.

    As in `if self.last is None: return False` above the only `self.last = loss`.
    """
    guards = (n for n in function.body if isinstance(n, ast.If) and isinstance(n.body[-1], ast.Return))
    for guard in guards:
        asked = {n.attr for n in parts(guard.test).of(ast.Attribute)}
        empty = re.search(r" is None$|^not self|^len\(.*\) <", ast.unparse(guard.test))
        filled = [line for line, name in _filled(tree) if name in asked]
        leaves, end = guard.body[-1].lineno, function.end_lineno or 0
        if empty and filled and all(leaves < line <= end for line in filled):
            return leaves
    return None


def _filled(tree: Tree) -> Iterator[tuple[int, str]]:
    """The lines that give an attribute a value, unless it is None, or append to it, with its name.

    Those of constructors do not count.
    """
    pairs = (pair for n in tree.nodes for pair in assigned_pairs(n))
    stored = [target for target, value in pairs if getattr(value, "value", "") is not None]
    grown = [n.func.value for n in tree.nodes.calls("append", "extend") if isinstance(n.func, ast.Attribute)]
    for node in (n for n in (*stored, *grown) if isinstance(n, ast.Attribute)):
        if getattr(tree.function_at(node.lineno), "name", "") != "__init__":
            yield node.lineno, node.attr
