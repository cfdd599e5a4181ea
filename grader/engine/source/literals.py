"""Find the numbers and texts that code reads by name, leaves to a default, or uses to choose.

Such a literal may be the mistake.
"""

import ast
from collections.abc import Iterator

from .syntax import (
    FUNCTIONS,
    Function,
    Nodes,
    assigned_pairs,
    called_name,
    defaults,
    is_number,
    parts,
)
from .tree import Tree
from .wrappers import PROPERTIES


def lines_of_numbers_read(tree: Tree, line: int | None, used_as: str = "") -> set[int]:
    """The lines of the numbers that the code around a line reads by name, and that may be wrong there.

    A number may be assigned to a name, be an undocumented default, or be passed by a call. A name that is
    an "operand" is part of a calculation or comparison, and not 0; an "index" or axis is a whole number, and
    part of neither; a "limit" is passed as it is. As an "argument", only defaults and what is passed count. A
    "flag" is True or False.
    """
    functions = tree.functions_at(line) if line else []
    inner = Nodes(n for function in functions for n in ast.walk(function))
    names = set(map(called_name, inner.named().reads()))
    sides = [side for n in inner.of(ast.BinOp) for side in (n.left, n.right)]
    sides += [side for n in inner.of(ast.Compare) for side in (n.left, *n.comparators)]
    operands = {called_name(n.value if isinstance(n, ast.Subscript) else n) for n in sides}
    chosen = {called_name(given) for n in inner.calls("where") for given in n.args}
    if used_as == "operand":
        names &= operands | chosen
    if used_as == "index":
        names -= operands
    if used_as == "limit":
        names &= {called_name(given) for n in inner.of(ast.Call) for given in n.args}
    if used_as == "flag":  # with a `not`, the condition is more likely to be wrong
        names -= {called_name(n.operand) for n in inner.of(ast.UnaryOp)}
    named = assigned(tree) if used_as != "argument" else ()
    values = [value for name, value in named if name in names]
    for function in functions:
        values += _defaults(tree, function)
        makers = {n.name for n in tree.classes if function in n.body} - {tree.class_name}
        for call in tree.nodes.calls(function.name, *makers):
            passed = [*call.args, *(keyword.value for keyword in call.keywords)]
            values += [part for value in passed for part in _parts(tree, value)]
    kinds = {"index": (int,), "flag": (bool,)}.get(used_as, (int, float))
    numbers = [n for n in values if isinstance(n, ast.Constant) and type(n.value) in kinds]
    numbers = [n for n in numbers if n.value or used_as != "operand"]
    known = {name for name, value in assigned(tree) if type(getattr(value, "value", None)) in kinds}
    outside = [n for n in values if isinstance(n, ast.Name) and not tree.function_at(n.lineno)]
    others = (n for n in outside if n.id in known)  # `AXIS = ROWS`
    return {n.lineno for n in (*numbers, *others)}


def assigned(tree: Tree) -> Iterator[tuple[str, ast.expr]]:
    """The values assigned to names, what properties return, and defaults of classes."""
    for node in tree.nodes:
        if isinstance(node, FUNCTIONS) and node.name == "__init__":
            yield from defaults(node).items()
        if isinstance(node, FUNCTIONS) and PROPERTIES & {*map(called_name, node.decorator_list)}:
            inner = (n for statement in node.body for n in ast.walk(statement))
            yield from ((node.name, n) for n in inner if isinstance(n, ast.Constant))
        for target, value in assigned_pairs(node):
            yield from ((called_name(target), part) for part in _parts(tree, value))


def _parts(tree: Tree, value: ast.expr) -> list[ast.expr]:
    """The value and, outside of functions and in a constructor, all of its parts."""
    function = tree.function_at(value.lineno)
    if function is not None and function.name not in ("__init__", "__post_init__"):
        return [value]
    return parts(value).of(ast.expr)


def _defaults(tree: Tree, function: Function) -> list[ast.expr]:
    """The defaults of a function that are not documented."""
    documented, descent = tree.exercise.takes.get(function.name, ()), tree.exercise.descent
    optional = {} if descent and function.name == descent.method else defaults(function)
    return [value for name, value in optional.items() if name not in documented]


def lines_of_numbers_in(tree: Tree, line: int) -> list[int]:
    """The lines of the numbers in the function around a line."""
    return [n.lineno for n in parts(tree.function_at(line)) if is_number(n)]  # type: ignore[attr-defined]


def line_of_constant(tree: Tree, line: int | None) -> int | None:
    """The line of a constant that the statement on a line only names again, if nothing else reads it."""
    statement = tree.statement_at(line)
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, (ast.Name, ast.Attribute)):
        return None
    name = called_name(statement.value)
    values = [value for one, value in assigned(tree) if one == name and is_number(value)]
    reads = [n for n in tree.nodes.named().reads() if called_name(n) == name]
    return values[0].lineno if len(values) == len(reads) == 1 else None


def line_of_zero_start(tree: Tree, line: int, method: str) -> int | None:
    """The only line that assigns zero to a name which a condition reads, or the helper around it."""
    statement, function = tree.statement_at(line), tree.function_at(line)
    within = getattr(statement, "test", statement) if tree.is_inside(line, method) else function
    names = set(map(called_name, parts(within).named().reads())) - {*tree.exercise.parameters}
    zeros = [v for name, v in assigned(tree) if name in names and is_number(v) and not v.value]  # type: ignore[attr-defined]
    return zeros[0].lineno if len(zeros) == 1 else None


def line_of_number_returned(tree: Tree, line: int | None) -> int | None:
    """The line of a number that a helper returns beside other values, if a line only stores all of them."""
    statement, helper = tree.statement_at(line), tree.handed_on(line)
    if not helper or not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Tuple):
        return None
    nodes = parts(tree.function(helper))
    returned = [n.value.elts for n in nodes if isinstance(n, ast.Return) and isinstance(n.value, ast.Tuple)]
    given = [part for elements in returned for part in elements]
    stored = [n.id for n in nodes.of(ast.Name).stores()]
    names = {part.id for part in given if isinstance(part, ast.Name) and stored.count(part.id) == 1}
    made = [n for n in nodes if isinstance(n, ast.Assign)]
    given += [n.value for n in made if names & set(map(called_name, n.targets))]
    return next((part.lineno for part in given if is_number(part)), None)


# -- texts that select a part of the code: keys of a table, names that are compared


def texts_that_choose(tree: Tree) -> tuple[list[int], list[str]]:
    """The lines with a text that selects something, and all such texts; nothing if there is only one.

    The name of a parameter does not count, because it is only the place of that parameter.
    """
    texts = {id(n): n for n in tree.nodes.of(ast.Constant) if isinstance(n.value, str)}
    defining = {id(n) for node in tree.nodes for n in _names(node)} & texts.keys()
    names = sorted({texts[at].value for at in defining} - {"__main__", *tree.exercise.parameters})  # type: ignore[type-var]
    optional = {id(v) for v in _defaults_of_compared(tree, texts) if texts[id(v)].value not in names}
    if len(names) + bool(optional) < 2:
        return [], []
    uses = [n for at, n in texts.items() if at not in defining and (n.value in names or at in optional)]
    return sorted({n.lineno for n in uses}), names  # type: ignore[return-value]


def _defaults_of_compared(tree: Tree, texts: dict[int, ast.Constant]) -> list[ast.expr]:
    """The texts that are defaults of parameters which are compared with other texts.

    A constructor only keeps one, and what reads it later is to blame.
    """
    pairs = [(n.left, *n.comparators) for n in tree.nodes.of(ast.Compare)]
    compared = {called_name(n) for pair in pairs if any(id(n) in texts for n in pair) for n in pair}
    functions = (n for n in tree.definitions if n.name != "__init__")
    optional = [pair for function in functions for pair in defaults(function).items()]
    return [value for name, value in optional if name in compared and id(value) in texts]


def _names(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that give something a name: keys, what is compared, arguments of a decorator."""
    if isinstance(node, ast.Dict):
        yield from filter(None, node.keys)
    elif isinstance(node, ast.Compare):
        for side in (node.left, *node.comparators):
            yield from (side, *getattr(side, "elts", ()))
    elif isinstance(node, ast.MatchValue):
        yield node.value
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
        yield node.slice
    elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        yield from (given for d in node.decorator_list if isinstance(d, ast.Call) for given in d.args)
