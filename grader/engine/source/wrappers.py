"""Recognise functions that only pass something on: wrappers of a method, and accessors of a parameter."""

import ast

from .syntax import called_name, covers, own
from .tree import PROPERTY, Tree

PROPERTIES = {PROPERTY, "cached_property", "getter", "setter"}
HOOKS = {"__getattr__", "__getattribute__", "__setattr__", "__get__", "__set__"}


def is_in_wrapper(tree: Tree, line: int) -> bool:
    """Whether a line is in the function that a decorator puts around a method, if it changes no result."""
    function = tree.function_at(line)
    arguments = function.args.vararg if function is not None else None
    if function is None or arguments is None:
        return False
    handed = {n for n in own(function).of(ast.Call) if _passes(n, arguments.arg)}
    kept = [n.targets[0] for n in own(function).of(ast.Assign) if n.value in handed]
    stored = [n.id for n in own(function).of(ast.Name).stores()]
    results = {n.id for n in kept if isinstance(n, ast.Name) and stored.count(n.id) == 1}
    returned = [n.value for n in own(function).of(ast.Return)]
    return bool(returned) and all(v in handed or getattr(v, "id", "") in results for v in returned)


def _passes(call: ast.Call, arguments: str) -> bool:
    given = (n.value for n in call.args if isinstance(n, ast.Starred))
    return any(isinstance(value, ast.Name) and value.id == arguments for value in given)


def is_in_accessor(tree: Tree, line: int) -> bool:
    """Whether a line is in an accessor of a parameter: a property, or a hook such as `__getattr__`."""
    made = tree.nodes.calls(PROPERTY)
    if (function := tree.function_at(line)) is None:
        return any(covers(call, line) for call in made)  # a lambda
    decorators = {called_name(d) for d in function.decorator_list}
    reads = bool(decorators & PROPERTIES) and function.name in tree.exercise.parameters
    parts = [part for call in made for part in (*call.args, *(k.value for k in call.keywords))]
    return reads or function.name in HOOKS | {part.id for part in parts if isinstance(part, ast.Name)}
