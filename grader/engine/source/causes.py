"""Find the line that is the reason why another one is wrong, as the text of the file shows it."""

import ast

from .syntax import (
    Nodes,
    called_name,
    covers,
    names_read,
    own,
    parameters,
    parts,
    says_features,
    targets_of,
)
from .tree import Tree

MEASURES = {"det", "slogdet", "cond", "matrix_rank", "eigvals", "eigvalsh", "svdvals"}
KEEPS = (ast.Assign, ast.AugAssign, ast.Return, ast.Yield)

NO_COPIES = {
    "asarray", "asanyarray", "ascontiguousarray", "atleast_1d", "atleast_2d", "ravel", "reshape", "view",
}  # fmt: skip
TO_DO = "NotImplementedError"
KEEPING = {"mean", "sum", "average", "float", "asarray", "array", "negative", "item"}
GIVES_A_TUPLE = {"lstsq", "qr", "svd", "eig", "eigh"}


def line_of_second_value(tree: Tree, line: int | None) -> int | None:
    """The line that gives a name, which the code on a line reads, its second value.

    That value is made like the first, but from what was computed in between: `m = X.mean(axis=0)`, then
    `Z = X - m` and `m = Z.mean(axis=0)`.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or statement not in function.body:
        return None
    read = set(names_read(statement))
    before = [n for n in function.body if isinstance(n, ast.Assign) and n.lineno < statement.lineno]
    for at, later in enumerate(before):
        if not _stored(later) & read:
            continue
        for place, first in enumerate(before[:at]):
            new = {*names_read(later.value)} - {*names_read(first.value)}
            between = [n for n in before[place + 1 : at] if _stored(n) & new]
            computed = any(_stored(first) & {*names_read(n.value)} for n in between)
            if computed and _form(first) == _form(later):
                return later.lineno
    return None


def _stored(statement: ast.Assign) -> set[str]:
    return {n.id for n in parts(statement).of(ast.Name).stores()}


def _form(statement: ast.Assign) -> tuple[str, list[type[ast.AST]]]:
    """What a statement assigns to, and the kinds of the parts of its value; their names do not count."""
    return ast.unparse(statement.targets[0]), [type(n) for n in ast.walk(statement.value)]


def line_of_crossed_sizes(tree: Tree, line: int | None) -> int | None:
    """The line that gives the number of features the name of the samples which the code on a line reads.

    `d, n = X.shape` does, and so does `n, d = X.T.shape`.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or statement is None:
        return None
    read, made = set(names_read(statement)), own(function).of(ast.Assign)
    turned = {ast.unparse(t) for n in made if _is_turned(n.value) for t in n.targets}
    for node in made:
        value, elements = node.value, getattr(node.targets[0], "elts", ())
        names = [n.id for n in elements if isinstance(n, ast.Name)]
        if not isinstance(value, ast.Attribute) or value.attr != "shape" or len(names) != 2:
            continue
        is_turned = _is_turned(value.value) or ast.unparse(value.value) in turned
        of_samples, of_features = names if is_turned else names[::-1]
        if of_samples in read and says_features(of_features) and not says_features(of_samples):
            return node.lineno
    return None


def _is_turned(value: ast.expr) -> bool:
    """Whether a value is the transpose of something."""
    return isinstance(value, ast.Attribute) and value.attr == "T"


# -- copies, and what should be one


def line_of_changed_copy(tree: Tree, line: int | None) -> int | None:
    """The line that copies a table of the model, if the statement on a line changes an entry of the copy.

    What the function does with the copy besides may only be to return it.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or not isinstance(statement, ast.Assign):
        return None
    entries = [n for t in statement.targets for n in parts(t).of(ast.Subscript)]
    changed = {n.value.id for n in entries if isinstance(n.value, ast.Name)}
    nodes = own(function)
    spared = [n.value for n in nodes if isinstance(n, (ast.Subscript, ast.Return))]
    for copy in (n for n in nodes if isinstance(n, ast.Assign) and _copies_own(n.value)):
        name = called_name(copy.targets[0])
        uses = (n for n in nodes.of(ast.Name).reads() if n.id == name)
        if name in changed and all(n in spared for n in uses):
            return copy.lineno
    return None


def _copies_own(value: ast.expr) -> bool:
    """Whether a value is `dict(self.a)`, `self.a.copy()`, `copy(self.a)` or `{**self.a}`."""
    if isinstance(value, ast.Dict):
        return None in value.keys and any(map(_is_own, value.values))
    if not isinstance(value, ast.Call):
        return False
    copied = [*value.args, getattr(value.func, "value", value)]
    return called_name(value.func) in ("dict", "copy", "deepcopy") and any(map(_is_own, copied))


def _is_own(value: ast.expr) -> bool:
    """Whether a value is an attribute of the object, or all of them."""
    text = ast.unparse(value)
    return text == "vars(self)" or (text.startswith("self.") and isinstance(value, ast.Attribute))


def line_of_no_copy(tree: Tree, line: int | None) -> int | None:
    """The line that takes an argument for a new array, if the statement on a line changes it in place.

    `np.asarray(X)` and `X.ravel()` may give X itself.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or statement is None:
        return None
    owners = [t.value if isinstance(t, ast.Subscript) else t for t in targets_of(statement)]
    owners += [n.value for n in parts(statement).of(ast.keyword) if n.arg == "out"]
    changed = {n.id for n in owners if isinstance(n, ast.Name)}
    taken = (n for n in own(function).of(ast.Assign) if _takes(n.value, parameters(function)))
    found = [n.lineno for n in taken if called_name(n.targets[0]) in changed and n.lineno < statement.lineno]
    return found[-1] if found else None


def _takes(value: ast.expr, arguments: list[str]) -> bool:
    """Whether a value may be an argument itself: a view of it, or what is an array already."""
    if not isinstance(value, ast.Call) or called_name(value.func) not in NO_COPIES:
        return False
    return any(called_name(n) in arguments for n in (*value.args[:1], getattr(value.func, "value", value)))


# -- a tuple of results that is kept whole, and then used as if it were one of them


def line_of_whole_result(tree: Tree, method: str) -> int | None:
    """The line of a method, or of a helper that it uses, that stores or returns such a tuple whole."""
    for node in tree.nodes:
        if not isinstance(node, (ast.Assign, ast.Return)) or not _is_call(node.value, GIVES_A_TUPLE):
            continue
        stored = [node]
        if isinstance(node, ast.Return):
            function = tree.function_at(node.lineno)
            calls = {function.name} if function else set()
            stored = [n for n in tree.nodes.of(ast.Assign) if _is_call(n.value, calls)]
        kept = {called_name(target) for n in stored for target in targets_of(n)} - {""}
        if tree.serves(node.lineno, method) and any(_is_used_as_one(tree, name) for name in kept):
            return node.lineno
    return None


def _is_call(value: ast.expr | None, names: set[str]) -> bool:
    return isinstance(value, ast.Call) and called_name(value.func) in names


def _is_used_as_one(tree: Tree, name: str) -> bool:
    """Whether some use of a name does not pick one of the results by its number."""
    read = {id(n) for n in tree.nodes.named().reads() if called_name(n) == name}
    picks = tree.nodes.of(ast.Subscript)
    picked = {id(n.value) for n in picks if isinstance(n.slice, ast.Constant)}
    unpacked = (n for n in tree.nodes.of(ast.Assign) if isinstance(n.targets[0], ast.Tuple))
    return bool(read - picked - {id(n.value) for n in unpacked})


def line_of_guard(tree: Tree, line: int | None) -> int | None:
    """The line of the condition around a line, or of the first after it, that tests its value; else the line.

    A condition decides only if something is stored or returned under it. A line that compares something
    itself is its own guard.
    """
    statement, function = tree.statement_at(line), tree.function_at(line)
    if statement is None or function is None or any(isinstance(n, ast.Compare) for n in ast.walk(statement)):
        return line
    ifs = [n for n in own(function).of(ast.If) if _keeps(n)]
    choices: list[ast.If | ast.IfExp] = [*ifs, *own(function).of(ast.IfExp)]
    values = set(names_read(statement)) - {"self", *parameters(function)}
    around = [n for n in ifs if statement in [*n.body, *n.orelse]]
    made = {ast.unparse(t) for t in getattr(statement, "targets", ())}
    after = [n for n in choices if n.lineno > statement.lineno]
    later = [n for n in after if made & {ast.unparse(part) for part in parts(n.test).of(ast.expr)}]
    tested = [n for n in around if values & set(names_read(n.test))] or later
    return min((n.test.lineno for n in tested), default=line)


def _keeps(choice: ast.If) -> bool:
    """Whether something is stored, returned or added to a list under a condition."""
    inside = Nodes(part for node in choice.body for part in ast.walk(node))
    return any(isinstance(n, KEEPS) for n in inside) or bool(inside.calls("append"))


def line_of_refusal(tree: Tree, line: int | None) -> int | None:
    """The line of the condition that decides whether a line raises its exception; None if there is none.

    Of several conditions, none is to blame for what is raised where all of them fail.
    """
    function = tree.function_at(line)
    raises = (n for n in own(function or tree.tree).of(ast.Raise) if covers(n, line or 0))
    raising = next((n for n in raises if TO_DO not in ast.unparse(n)), None)
    if function is None or raising is None:
        return None
    ifs = own(function).of(ast.If)
    later = [n for choice in ifs for n in choice.orelse[:1]]
    chosen = [n for n in ifs if raising in n.body or ([raising] == n.orelse and n not in later)]
    return next((n.test.lineno for n in chosen), None)


def line_of_choice(tree: Tree, line: int | None) -> int | None:
    """The line of the condition on a measure of a matrix that led to a line, else the line.

    Such a measure, like a determinant, cannot tell what it should. The condition is around the line, or above
    it and leaves the function for other matrices.
    """
    function = tree.function_at(line)
    if function is None or line is None or isinstance(tree.statement_at(line), ast.Raise):
        return line
    nodes = own(function)
    made = [n for n in nodes if isinstance(n, ast.Assign) and _measures(n.value)]
    measured = {called_name(target) for n in made for target in n.targets}
    choices = [n for n in nodes if isinstance(n, (ast.If, ast.IfExp)) and n.lineno <= line]
    asking = [n for n in choices if _measures(n.test) or measured & {*names_read(n.test)}]
    led = [n.test.lineno for n in asking if _leads_to(n, line)]
    return led[-1] if led else line


def _measures(value: ast.expr) -> bool:
    return bool(parts(value).calls(*MEASURES))


def _leads_to(choice: ast.If | ast.IfExp, line: int) -> bool:
    """Whether a line is in a branch, or after a branch that leaves the function."""
    if isinstance(choice, ast.IfExp):
        return covers(choice.body, line) or covers(choice.orelse, line)
    return line <= (choice.end_lineno or 0) or isinstance(choice.body[-1], (ast.Return, ast.Raise))


def line_of_unread_store(tree: Tree, line: int | None) -> int | None:
    """The line of a helper, called by the statement on a line, that stores what nothing reads."""
    statement = tree.statement_at(line)
    if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Call):
        return None
    helper, read = tree.function(called_name(statement.value.func)), tree.nodes.of(ast.Attribute).reads()
    stored = parts(helper).of(ast.Attribute).stores() if helper and helper.name not in tree.graded else ()
    known = {n.attr for n in read} | {*tree.exercise.parameters}
    return next((n.lineno for n in stored if n.attr not in known), None)


def line_of_fed(tree: Tree, line: int | None) -> int | None:
    """The line that assigns the only name which a finishing line reads, if nothing else reads it."""
    function, statement = tree.function_at(line), tree.statement_at(line)
    value = getattr(statement, "value", None) if isinstance(statement, (ast.Return, ast.Assign)) else None
    if function is None or value is None or isinstance(value, ast.Name):
        return None
    names = [n for n in own(function) if isinstance(n, ast.Name)]
    stores = [n for n in own(function) if isinstance(n, ast.Assign)]
    for made in stores:
        (target, *more) = made.targets
        name = getattr(target, "id", "")
        uses = [isinstance(n.ctx, ast.Store) for n in names if n.id == name]
        if not more and sorted(uses) == [False, True] and _is_proportional(value, name):
            return made.lineno
    return None


def _is_proportional(value: ast.expr, name: str) -> bool:
    """Whether an expression is a name that is scaled, averaged or converted, and nothing else."""
    if isinstance(value, ast.Call) and called_name(value.func) in KEEPING:
        inner = [*value.args[:1], *([value.func.value] if isinstance(value.func, ast.Attribute) else [])]
        return any(_is_proportional(part, name) for part in inner)
    if isinstance(value, ast.UnaryOp):
        return _is_proportional(value.operand, name)
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
        return _is_proportional(value.left, name) or _is_proportional(value.right, name)
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div):
        return _is_proportional(value.left, name)
    return isinstance(value, ast.Name) and value.id == name
