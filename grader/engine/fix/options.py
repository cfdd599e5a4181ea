"""Edits of what the learner has as an option: another one chosen, or an argument stored for the helpers."""

import ast
from collections.abc import Iterator, Sequence

from ..exercise import Exercise
from ..source.syntax import called_name
from ..source.tree import Tree
from .edit_places import Function
from .operators import close
from .text import Edit, Text

CHOSEN, DEFAULT, STORED, STORED_AS = 0.1, 0.2, 0.2, 0.6
"""Costs: another option at the call, as the default, an argument kept under its name, or another."""


def option_edits(exercise: Exercise, text: Text, tree: Tree, methods: Sequence[str]) -> Iterator[Edit]:
    """The edits for the methods that a step judges."""
    for name in methods:
        function = tree.function(name)
        if function is not None:
            yield from _kept(exercise, text, tree, function)
    functions = [n for n in tree.nodes if isinstance(n, ast.FunctionDef)]
    classes = {f: c.name for c in tree.nodes if isinstance(c, ast.ClassDef) for f in c.body}
    for function in functions:
        called = classes.get(function, "") if function.name == "__init__" else function.name
        yield from _chosen(text, tree, function, called)


def _chosen(text: Text, tree: Tree, function: ast.FunctionDef, called: str) -> Iterator[Edit]:
    """Another option where a function is called, or as its default; what is compared with it is an option."""
    given = [*function.args.posonlyargs, *function.args.args]
    defaults = dict(zip([a.arg for a in given][::-1], function.args.defaults[::-1], strict=False))
    only = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    defaults |= {a.arg: value for a, value in only if value is not None}
    calls = [n for n in tree.nodes if isinstance(n, ast.Call) and called_name(n.func) == called]
    for name, default in defaults.items():
        if not isinstance(default, ast.Constant) or not isinstance(default.value, str | bool):
            continue
        options = _options(text, tree, name) or _switched(tree, name, default)
        for new in (said for said in options if said != text.of(default)):
            yield Edit(DEFAULT, default.lineno, "other option", ((*text.span(default), new),))
            for call in calls:
                passed = [k.value for k in call.keywords if k.arg == name]
                end = text.span(call)[1] - 1
                comma = ", " if call.args or call.keywords else ""
                splice = (*text.span(passed[0]), new) if passed else (end, end, f"{comma}{name}={new}")
                yield Edit(CHOSEN, call.lineno, "other option", (splice,))


def _options(text: Text, tree: Tree, name: str) -> list[str]:
    """What a parameter, or the attribute that keeps it, is compared with."""
    found = list[str]()
    for node in (n for n in tree.nodes if isinstance(n, ast.Compare)):
        sides = [node.left, *node.comparators]
        if any(ast.unparse(side).removeprefix("self.") == name for side in sides):
            parts = [part for side in sides for part in getattr(side, "elts", [side])]
            strings = [p for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]
            found += [text.of(part) for part in strings]
    return list(dict.fromkeys(found))


def _switched(tree: Tree, name: str, default: ast.Constant) -> list[str]:
    """The other truth value, if a condition is this parameter, or the attribute that keeps it."""
    tests = [n.test for n in tree.nodes if isinstance(n, ast.If | ast.IfExp)]
    asked = any(ast.unparse(test).removeprefix("self.") == name for test in tests)
    return [str(not default.value)] if asked and isinstance(default.value, bool) else []


def _kept(exercise: Exercise, text: Text, tree: Tree, function: Function) -> Iterator[Edit]:
    """Keep an argument that a method ignores in the attribute that its helpers read instead."""
    read = {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}
    ignored = [a.arg for a in function.args.args[1:] if a.arg not in read]
    own = function.args.args[0].arg if function.args.args else ""
    others = [n for n in tree.nodes if isinstance(n, Function) and n not in (function, None)]
    used = {n.attr for f in others if f.name != "__init__" for n in ast.walk(f)
            if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Load)
            and isinstance(n.value, ast.Name) and n.value.id == own}  # fmt: skip
    begun = tree.function("__init__")
    stored = {n.attr for n in ast.walk(begun) if isinstance(n, ast.Attribute)
              and isinstance(n.ctx, ast.Store)} if begun is not None else set()  # fmt: skip
    for name in ignored if function.name != "__init__" else ():
        for attribute in sorted((used & stored) - {*exercise.parameters}):
            alike = attribute.strip("_") == name or close(attribute, name)
            splices = text.at_start(function, f"{own}.{attribute} = {name}")
            yield Edit(STORED if alike else STORED_AS, function.lineno, "begin anew", splices)
