"""Find what a submission keeps on `self`: settings, parameters under another name, what helpers make."""

import ast

from .syntax import Nodes, called_name, covers, defaults, is_assignment, names_read, own, parameters, parts
from .tree import Tree

CONDITIONAL = (ast.If, ast.IfExp, ast.While, ast.Assert)


def of_self(nodes: Nodes[ast.AST]) -> set[str]:
    """The names of those nodes that are attributes of `self`."""
    return {n.attr for n in nodes.of(ast.Attribute) if ast.unparse(n.value) == "self"}


# -- settings of the constructor


def overwritten(tree: Tree) -> dict[str, int]:
    """The attributes that keep a setting of the constructor but get another value, with the first line."""
    given, init = set(tree.exercise.constructor[1:]), tree.function("__init__")
    made = [n for n in tree.nodes if is_assignment(n)]
    kept: dict[str, int] = {}
    for node in made:
        if init is not None and covers(init, node.lineno) and given & set(names_read(node)):
            kept |= dict.fromkeys(of_self(parts(node).stores()), node.lineno)
    found: dict[str, int] = {}
    for node in sorted(made, key=lambda n: n.lineno):
        for name in of_self(parts(node).stores()) & kept.keys():
            if node.lineno != kept[name] and name not in of_self(parts(node).reads()):
                found.setdefault(name, node.lineno)
    return found


def reads_attribute(tree: Tree, line: int | None, attribute: str) -> bool:
    """Whether the statement on a line reads an attribute of `self`."""
    return attribute in of_self(parts(tree.statement_at(line)).reads())


def line_that_leaves_out(tree: Tree, line: int | None) -> int | None:
    """The line of the constructor that makes an object of a class of helpers, which has its default here.

    Or else the one that reads a constant, which has its value here.
    """
    init = tree.function("__init__")
    if init is None or line is None or covers(init, line):
        return None
    stored = {*map(called_name, getattr(tree.statement_at(line), "targets", ()))}
    lines = [line, *(n.lineno for n in tree.nodes.of(ast.Name) if n.id in stored)]
    classes = [n for n in tree.classes if n not in tree.owners]
    names = {n.name for n in classes for at in lines if covers(n, at)}
    names |= {name for name, value in defaults(init).items() if called_name(value) in names}
    within = Nodes(n for statement in init.body for n in ast.walk(statement))
    constants = stored if tree.function_at(line) is None else set[str]()
    read = (n.lineno for n in within.of(ast.Name).reads() if n.id in constants)
    return next((n.lineno for n in parts(init).calls(*names)), None) or next(read, None)


# -- what stands for a parameter of the model


def stand_ins(tree: Tree, made_in: str) -> tuple[int | None, str]:
    """The first line of a method that assigns an undocumented attribute with which another computes.

    Also words that name all of these; they are empty if there are none. Settings, which the first method only
    stores or the second only tests, do not count.
    """
    read_in = next(m.name for m in tree.exercise.methods if m.reads_state and not m.sets)
    tests: list[ast.AST] = [n.test for n in tree.nodes if isinstance(n, CONDITIONAL)]
    stored = [n for n in tree.nodes.of(ast.Assign) if _only_stores(tree, n)]
    unused = {id(part) for node in (*tests, *stored) for part in ast.walk(node)}
    attributes = (n for n in tree.nodes.of(ast.Attribute) if id(n) not in unused)
    known = {*tree.exercise.parameters, *tree.graded}
    free = Nodes(n for n in attributes if n.attr not in known and ast.unparse(n.value) == "self")
    made = [n for n in free.stores() if tree.serves(n.lineno, made_in)]
    lines = {n.attr: n.lineno for n in sorted(made, key=lambda n: -n.lineno)}
    read = {n.attr for n in free.reads() if tree.serves(n.lineno, read_in)}
    names = sorted(read & lines.keys(), key=lambda name: (lines[name], name))
    if not names:
        return None, ""
    listed = " and ".join(f"self.{name}" for name in names)
    return lines[names[0]], f"; {read_in} reads {listed} instead"


def _only_stores(tree: Tree, node: ast.Assign) -> bool:
    """Whether an assignment only keeps an argument of its method."""
    function = tree.function_at(node.lineno)
    return isinstance(node.value, ast.Name) and function is not None and node.value.id in parameters(function)


def line_of_keyword(tree: Tree, method: str, name: str) -> int | None:
    """The line of a method that passes a keyword like this name, as `mean` for `mean_`, to a helper.

    The helper sets attributes by the names of its keywords.
    """
    functions = [n for n in tree.definitions if n.args.kwarg]
    setting = {f.name for f in functions if any(map(_sets, ast.walk(f)))}
    for call in parts(tree.function(method)).calls(*setting):
        if name.strip("_") in ((keyword.arg or "").strip("_").lower() for keyword in call.keywords):
            return call.lineno
    return None


def _sets(node: ast.AST) -> bool:
    """Whether a node sets an attribute by its name."""
    by_dict = isinstance(node, ast.Attribute) and node.attr == "__dict__"
    return by_dict or bool(Nodes([node]).calls("setattr", "__setattr__"))


def line_of_making(tree: Tree, line: int, helper: str, attribute: str) -> int | None:
    """The only line of a helper that assigns what it returns for an attribute; None if there is no such line.

    The statement on a line stores what the helper returns in one or several attributes.
    """
    function, statement = tree.function(helper), tree.statement_at(line)
    if function is None or not isinstance(statement, ast.Assign):
        return None
    names = [called_name(target) for target in _elements(statement.targets[0])]
    returns = [n.value for n in own(function).of(ast.Return) if n.value is not None]
    returned = _elements(returns[0]) if len(returns) == 1 else []
    if attribute not in names or len(returned) != len(names):
        return None
    part = ast.unparse(returned[names.index(attribute)])
    stored = own(function).of(ast.Assign)
    made = [n.lineno for n in stored if ast.unparse(n.targets[0]) == part]
    return made[0] if len(made) == 1 else None


def _elements(value: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(value, (ast.Tuple, ast.List)) else [value]
