"""Find the line that makes a copy, or none, before something is changed in place. Nothing is run."""

import ast

from .syntax import called_name, own, parameters
from .tree import Tree

NO_COPIES = {
    "asarray",
    "asanyarray",
    "ascontiguousarray",
    "atleast_1d",
    "atleast_2d",
    "ravel",
    "reshape",
    "view",
}


def line_of_changed_copy(tree: Tree, line: int | None) -> int | None:
    """The line that copies a table of the model, if the statement on a line changes an entry of the copy.

    What the function does with the copy besides may only be to return it.
    """
    function, statement = tree.function_at(line), tree.statement_at(line)
    if function is None or not isinstance(statement, ast.Assign):
        return None
    entries = [n for t in statement.targets for n in ast.walk(t) if isinstance(n, ast.Subscript)]
    changed = {n.value.id for n in entries if isinstance(n.value, ast.Name)}
    nodes = list(own(function))
    copies = [n for n in nodes if isinstance(n, ast.Assign) and _copies_own(n.value)]
    for copy in (n for n in copies if called_name(n.targets[0]) in changed):
        name = called_name(copy.targets[0])
        reads = [n for n in nodes if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)]
        spared = [n.value for n in nodes if isinstance(n, (ast.Subscript, ast.Return))]
        if all(n in spared for n in reads):
            return copy.lineno
    return None


def _copies_own(value: ast.expr) -> bool:
    """Whether a value is `dict(self.a)`, `self.a.copy()`, `copy(self.a)` or `{**self.a}`."""
    if isinstance(value, ast.Dict):
        return None in value.keys and any(map(_is_own, value.values))
    if not isinstance(value, ast.Call):
        return False
    copied = [*value.args, *([value.func.value] if isinstance(value.func, ast.Attribute) else [])]
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
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", statement)]
    owners = [t.value if isinstance(t, ast.Subscript) else t for t in targets]
    owners += [n.value for n in ast.walk(statement) if isinstance(n, ast.keyword) and n.arg == "out"]
    changed = {n.id for n in owners if isinstance(n, ast.Name)}
    taken = (n for n in own(function) if isinstance(n, ast.Assign) and _takes(n.value, parameters(function)))
    found = [n.lineno for n in taken if called_name(n.targets[0]) in changed and n.lineno < statement.lineno]
    return found[-1] if found else None


def _takes(value: ast.expr, arguments: list[str]) -> bool:
    """Whether a value may be an argument itself: a view of it, or what is an array already."""
    if not isinstance(value, ast.Call) or called_name(value.func) not in NO_COPIES:
        return False
    of = [*value.args[:1], *([value.func.value] if isinstance(value.func, ast.Attribute) else [])]
    return any(called_name(n) in arguments for n in of)
