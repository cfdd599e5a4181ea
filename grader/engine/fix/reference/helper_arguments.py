"""Find the values of a helper's parameters: the arguments of its call, with names filled in."""

import ast

from ...source.syntax import Function, called_name, parameters
from ...source.tree import Tree
from ..code.expanded_names import Env, entry, filled, locals_of


def _inlined(tree: Tree, value: ast.expr) -> ast.expr:
    """What a call of a function of the file returns, if it does nothing else; else the value itself."""
    function = tree.function(called_name(value.func)) if isinstance(value, ast.Call) else None
    last = function.body[-1] if function is not None else None
    if function is None or len(function.body) > 1 or not isinstance(last, ast.Return) or not last.value:
        return value
    names = [name for name in parameters(function) if name not in ("self", "cls")]
    given = value.args if isinstance(value, ast.Call) else []
    return filled(last.value, dict(zip(names, given, strict=False)))


def arguments(tree: Tree, helper: Function, method: Function | None) -> Env:
    """The values of a helper's parameters in a call of it, preferably one in the method."""
    found: list[tuple[bool, Env]] = []
    own = [a.arg for a in [*helper.args.posonlyargs, *helper.args.args]]
    names = [name for name in own if name not in ("self", "cls")]
    calls = [n for n in tree.nodes if isinstance(n, ast.Call) and n.args]
    for call in (c for c in calls if len(c.args) == len(names) or isinstance(c.args[0], ast.Starred)):
        name, caller = called_name(call.func), tree.function_at(call.lineno)
        held = isinstance(call.func, ast.Subscript) or ast.unparse(call.func).rpartition(".")[0] == "self"
        by_another = helper not in tree.definitions and held and not tree.function(name)  # a lambda
        if (name == helper.name or by_another) and caller is not None and caller is not helper:
            env = locals_of(caller, call.lineno, {})
            values = [_inlined(tree, filled(value, env)) for value in call.args]
            if isinstance(values[0], ast.Starred):
                several = range(len(names) - len(values) + 1)
                values = [*(entry(values[0].value, number) for number in several), *values[1:]]
            found.append((caller is not method, dict(zip(names, values, strict=False))))
    return min(found, key=lambda pair: pair[0], default=(False, {}))[1]
