"""Find the numbers that code reads by name or leaves to a default; such a number may be the mistake."""

import ast
from collections.abc import Iterator

from ...sandbox.parsing import nodes_in
from .syntax import FUNCTIONS, called_name, defaults, defaults_of, is_idle, is_number, names_read
from .tree import Tree
from .wrappers import PROPERTIES


def lines_of_numbers_read(outline: Tree, line: int | None, used_as: str = "") -> set[int]:
    """The lines of the numbers that the code around a line reads by name, and that may be wrong there.

    A number may be assigned to a name, be an undocumented default, or be passed by a call. A name that is
    an "operand" is part of a calculation or comparison; an "index" or axis is a whole number, and part of
    neither; a "limit" is passed as it is. As an "argument", only defaults and what is passed count. A "flag"
    is True or False.
    """
    functions = outline.functions_at(line) if line else []
    inner = [n for function in functions for n in ast.walk(function)]
    loaded = (n for n in inner if isinstance(n, (ast.Name, ast.Attribute)))
    names = {called_name(n) for n in loaded if isinstance(n.ctx, ast.Load)}
    sides = [side for n in inner if isinstance(n, ast.BinOp) for side in (n.left, n.right)]
    compared = [side for n in inner if isinstance(n, ast.Compare) for side in (n.left, *n.comparators)]
    operands = [n.value if isinstance(n, ast.Subscript) else n for n in (*sides, *compared)]
    chosen = [
        n
        for call in inner
        if isinstance(call, ast.Call) and called_name(call.func) == "where"
        for n in call.args
    ]
    if used_as == "operand":
        names &= {*map(called_name, (*operands, *chosen))}
    if used_as == "index":
        names -= {*map(called_name, operands)}
    if used_as == "limit":
        calls = (n for n in inner if isinstance(n, ast.Call))
        names &= {called_name(given) for call in calls for given in call.args}
    if used_as == "flag":  # with a `not`, the condition is more likely to be wrong
        names -= {called_name(n.operand) for n in inner if isinstance(n, ast.UnaryOp)}
    named = assigned(outline) if used_as != "argument" else ()
    values = [value for name, value in named if name in names]
    for function in functions:
        values += _defaults(outline, function)
        makers = {n.name for n in outline.nodes if isinstance(n, ast.ClassDef) and function in n.body}
        called = {function.name} | makers - {outline.class_name}
        calls = (n for n in outline.nodes if isinstance(n, ast.Call) and called_name(n.func) in called)
        passed = [value for n in calls for value in (*n.args, *(keyword.value for keyword in n.keywords))]
        values += [part for value in passed for part in _parts(outline, value)]
    kinds = {"index": (int,), "flag": (bool,)}.get(used_as, (int, float))
    numbers = [n for n in values if isinstance(n, ast.Constant) and type(n.value) in kinds]
    known = {name for name, value in assigned(outline) if type(getattr(value, "value", None)) in kinds}
    outside = [n for n in values if isinstance(n, ast.Name) and not outline.function_at(n.lineno)]
    others = (n for n in outside if n.id in known)  # `AXIS = ROWS`
    return {n.lineno for n in (*numbers, *others)}


def assigned(outline: Tree) -> Iterator[tuple[str, ast.expr]]:
    """The values assigned to names, what properties return, and defaults of classes."""
    for node in outline.nodes:
        if isinstance(node, FUNCTIONS) and node.name == "__init__":
            yield from defaults(node).items()
        if isinstance(node, FUNCTIONS) and PROPERTIES & {*map(called_name, node.decorator_list)}:
            yield from ((node.name, n) for n in nodes_in(node.body) if isinstance(n, ast.Constant))
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
            continue
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=False))
            for name, value in pairs:
                yield from ((called_name(name), part) for part in _parts(outline, value))


def _parts(outline: Tree, value: ast.expr) -> list[ast.expr]:
    """The value and, outside of functions and in a constructor, all of its parts."""
    function = outline.function_at(value.lineno)
    if function is not None and function.name not in ("__init__", "__post_init__"):
        return [value]
    return [n for n in ast.walk(value) if isinstance(n, ast.expr)]


def _defaults(outline: Tree, function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    """The defaults of a function that are not documented."""
    documented, parts = outline.exercise.takes.get(function.name, ()), outline.exercise.descent
    optional = {} if parts and function.name == parts.method else defaults(function)
    return [value for name, value in optional.items() if name not in documented]


def lines_of_numbers_in(outline: Tree, line: int) -> list[int]:
    """The lines of the numbers in the function around a line."""
    return [n.lineno for n in ast.walk(outline.function_at(line) or ast.Pass()) if is_number(n)]  # type: ignore[attr-defined]


def lines_of(outline: Tree, function: ast.FunctionDef | ast.AsyncFunctionDef, number: float) -> list[int]:
    """The lines of a function that contain this number, and then those that read it by a name."""
    written = [n for n in outline.nodes if _is(n, number)]
    within = [n.lineno for n in written if outline.function_at(n.lineno) is function]  # type: ignore[attr-defined]
    return within + outline.lines_that_read({id(n) for n in written}, function.name)


def omits(outline: Tree, line: int, number: float) -> bool:
    """Whether a call on a line omits an argument whose default is this number.

    It is one of a helper or of a class, or a field of a dataclass.
    """
    return any(_is(default, number) for _, default in _omitted(outline, line))


def omits_what_is_read(outline: Tree, line: int, reader: int) -> bool:
    """Whether a call on a line omits an argument of a helper that the statement on another line reads."""
    read = names_read(outline.statement_at(reader) or ast.Pass())
    return any(name in read for name, _ in _omitted(outline, line))


def _omitted(outline: Tree, line: int) -> Iterator[tuple[str, ast.expr]]:
    for call in (n for n in outline.nodes if isinstance(n, ast.Call) and n.lineno == line):
        starred = any(
            isinstance(given, ast.Starred) for given in call.args
        )  # it passes a result, but nothing else
        for helper in _helpers(outline, called_name(call.func)):
            yield from (defaults(helper) if starred else defaults_of(helper.args, call)).items()
        made = (n for n in outline.nodes if isinstance(n, ast.ClassDef) and n.name == called_name(call.func))
        for fields in ([part for part in n.body if isinstance(part, ast.AnnAssign)] for n in made):
            given = {keyword.arg for keyword in call.keywords}
            left = ((called_name(field.target), field.value) for field in fields[len(call.args) :])
            yield from ((name, value) for name, value in left if value and name not in given and not starred)


def line_of_constant(outline: Tree, line: int | None) -> int | None:
    """The line of a constant that the statement on a line only names again, if nothing else reads it."""
    statement = outline.statement_at(line)
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, (ast.Name, ast.Attribute)):
        return None
    name = called_name(statement.value)
    named = [n for n in outline.nodes if isinstance(n, (ast.Name, ast.Attribute)) and called_name(n) == name]
    values = [value for one, value in assigned(outline) if one == name and is_number(value)]
    reads = [n for n in named if isinstance(n.ctx, ast.Load)]
    return values[0].lineno if len(values) == len(reads) == 1 else None


def line_of_zero_start(outline: Tree, line: int, method: str) -> int | None:
    """The only line that assigns zero to a name which a condition reads, or the helper around it."""
    statement, function = outline.statement_at(line), outline.function_at(line)
    within = getattr(statement, "test", statement) if outline.is_inside(line, method) else function
    loaded = (n for n in ast.walk(within or ast.Pass()) if isinstance(n, (ast.Name, ast.Attribute)))
    names = {called_name(n) for n in loaded if isinstance(n.ctx, ast.Load)} - {*outline.exercise.parameters}
    zeros = [v for name, v in assigned(outline) if name in names and is_number(v) and not v.value]  # type: ignore[attr-defined]
    return zeros[0].lineno if len(zeros) == 1 else None


def leaves_out(outline: Tree, line: int) -> bool:
    """Whether a call on a line omits an argument of a helper whose default then has no effect."""
    for call in (n for n in outline.nodes if isinstance(n, ast.Call) and n.lineno == line):
        name = called_name(call.func)
        helper = outline.lambdas[name].value if name in outline.lambdas else outline.function(name)
        if name in outline.graded or not isinstance(helper, (*FUNCTIONS, ast.Lambda)):
            continue
        optional, read = defaults_of(helper.args, call), names_read(helper)
        if any(name in read and is_idle(helper, name, value) for name, value in optional.items()):
            return True
    return False


def _helpers(outline: Tree, name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The function of this name, or the constructor of such a class; none that is graded."""
    made = [n for n in outline.nodes if isinstance(n, ast.ClassDef) and n.name == name]
    parts = [part for n in made for part in n.body if getattr(part, "name", "") == "__init__"]
    found = [] if name in outline.graded else [outline.function(name), *parts]
    return [helper for helper in found if isinstance(helper, FUNCTIONS)]


def line_of_number_returned(outline: Tree, line: int | None) -> int | None:
    """The line of a number that a helper returns beside other values, if a line only stores all of them."""
    statement, helper = outline.statement_at(line), outline.handed_on(line)
    if not helper or not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Tuple):
        return None
    nodes = nodes_in([outline.function(helper) or ast.Pass()])
    returned = [n.value.elts for n in nodes if isinstance(n, ast.Return) and isinstance(n.value, ast.Tuple)]
    parts = [part for elements in returned for part in elements]
    stores = [n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    names = {part.id for part in parts if isinstance(part, ast.Name) and stores.count(part.id) == 1}
    stored = [n for n in nodes if isinstance(n, ast.Assign)]
    parts += [n.value for n in stored if any(called_name(target) in names for target in n.targets)]
    return next((part.lineno for part in parts if is_number(part)), None)


def _is(node: ast.AST, number: float) -> bool:
    return is_number(node) and abs(node.value - number) <= 1e-6 * abs(number)  # type: ignore[attr-defined]
