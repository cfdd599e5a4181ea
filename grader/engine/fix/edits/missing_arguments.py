"""Add documented arguments that are missing, and use them.

Many classes take the settings of the training in the constructor, make the parameters in `fit`, and compute
the predictions wherever they need them.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import Function, called_name, defaults, is_number
from ...source.tree import Tree
from ..code.expanded_names import right_body, stored
from ..code.text import Edit, Splice, Text
from ..edit_kinds import Kind
from .members import own_attributes, renamed, renamings

SELF = "self."


def missing_arguments(exercise: Exercise, text: Text, tree: Tree, methods: Sequence[str]) -> Iterator[Edit]:
    """The edits for the constructor and the methods that a step judges."""
    if "__init__" in methods:
        yield from _of_constructor(exercise, text, tree)
    for name in methods:
        function = tree.function(name)
        if function is not None and name in exercise.takes:
            yield from _of_settings(exercise, text, tree, function)
            yield from _of_prediction(exercise, text, tree, function)


def _of_constructor(exercise: Exercise, text: Text, tree: Tree) -> Iterator[Edit]:
    """Add the missing arguments, alone and together with the starting values that need them."""
    function, right = tree.function("__init__"), right_body(exercise, "__init__")[0]
    owner = tree.owners[0] if tree.owners else None
    if function is None:
        if owner is not None and owner.decorator_list:
            yield from _fields(exercise, text, tree)
        elif owner is not None and not owner.bases:
            yield from _whole(exercise, text, owner)
        return
    given = function.args
    own = [*given.posonlyargs, *given.args]
    taken = {a.arg for a in [*own, *given.kwonlyargs]}
    missing = [a.arg for a in right.args.args[1:] if a.arg not in taken]
    with_default = len(own) - 1 == len(given.defaults)
    if not own or not with_default or missing != list(exercise.constructor) or given.vararg:
        return  # other required arguments would come before it
    at = text.offset(own[0].end_lineno or 0, own[0].end_col_offset or 0)
    header = (at, at, "".join(f", {name}" for name in missing))
    for names in renamings(exercise, tree):
        nodes = [n for n in own_attributes(tree) if n.attr in names]
        splices = [header, *renamed(text, nodes, names), *_values(text, function, right, names)]
        yield Edit(Kind.SIGNATURE, function.lineno, tuple(splices), 0.2)
    for values in (tuple(_values(text, function, right, {})), ()):
        yield Edit(Kind.SIGNATURE, function.lineno, (header, *values), 0.2)


def _values(text: Text, function: Function, right: Function, names: Mapping[str, str]) -> Iterator[Splice]:
    """The right starting values in place of None, and after the last statement where there is none at all."""
    given = chain.from_iterable(stored(s) for s in function.body)
    own = {SELF + names.get(name.removeprefix(SELF), name.removeprefix(SELF)): value for name, value in given}
    lines = []
    for name, value in chain.from_iterable(stored(s) for s in right.body):
        if name not in own:
            lines.append(f"{name} = {ast.unparse(value)}")
        elif isinstance(own[name], ast.Constant) and getattr(own[name], "value", 0) is None:
            yield (*text.span(own[name]), ast.unparse(value))
    for line in lines:
        yield from text.behind(function.body[-1], line)


def _fields(exercise: Exercise, text: Text, tree: Tree) -> Iterator[Edit]:
    """Name the first fields of a dataclass as the arguments of the constructor, wherever they are used."""
    parts = [n.target for n in tree.owners[0].body if isinstance(n, ast.AnnAssign)]
    fields = {n.id: n for n in parts if isinstance(n, ast.Name)}
    names = dict(zip(fields, exercise.constructor, strict=False))
    if names and not set(names.values()) & set(fields):
        splices = [(*text.span(fields[old]), new) for old, new in names.items()]
        splices += renamed(text, [n for n in own_attributes(tree) if n.attr in names], names)
        yield Edit(Kind.RENAME_ATTRIBUTES, parts[0].lineno, tuple(splices))


def _whole(exercise: Exercise, text: Text, owner: ast.ClassDef) -> Iterator[Edit]:
    """Put the right constructor in front of the methods of a class that has none."""
    first = next((s for s in owner.body if isinstance(s, ast.FunctionDef)), None)
    if first is None or first.decorator_list:
        return
    margin, right = text.margin(first), right_body(exercise, "__init__")[0]
    deeper = margin + (text.margin(first.body[0]).removeprefix(margin) or "    ")
    lines = [f"{margin}def {exercise.formula.headers['__init__']}:"]
    lines += [deeper + ast.unparse(s) for s in right.body]
    at = text.starts[first.lineno - 1]
    new = "".join(line + text.newline for line in [*lines, ""])
    yield Edit(Kind.CONSTRUCTOR, owner.lineno, ((at, at, new),))


def _of_settings(exercise: Exercise, text: Text, tree: Tree, function: Function) -> Iterator[Edit]:
    """Add the optional arguments that a method lacks, and use them in place of settings that the model keeps.

    A setting stands for an argument only if both it and the documented default are whole numbers, or neither.
    """
    method = exercise.method(function.name)
    own, right = [a.arg for a in function.args.args][1:], list(method.takes)
    lacking = {name: method.defaults[name] for name in right[len(own) :] if name in method.defaults}
    if not lacking or own != right[: -len(lacking)]:
        return
    settings = _settings(exercise, tree.function("__init__"))
    read = [n for n in nodes_in([function]) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Load)]
    splices: list[Splice] = []
    for name, default in lacking.items():
        kept = [s for s, value in settings.items() if isinstance(value, int) == isinstance(default, int)]
        splices += [(*text.span(n), name) for n in read if ast.unparse(n) in kept[:1]]
    last = function.args.args[-1]
    at = text.offset(last.end_lineno or 0, last.end_col_offset or 0)
    header = "".join(f", {name}={default}" for name, default in lacking.items())
    yield Edit(Kind.SIGNATURE, function.lineno, ((at, at, header), *splices), 0.1)


def _of_prediction(exercise: Exercise, text: Text, tree: Tree, function: Function) -> Iterator[Edit]:
    """Take the predictions as an argument instead of computing them, and pass them in all calls.

    The method either lacks that argument or takes the features in its place.
    """
    takes, descent = exercise.method(function.name).takes, exercise.descent
    if descent is None or descent.predicted not in takes:
        return
    name, at = descent.predicted, takes.index(descent.predicted)
    arguments = function.args.args[1:]
    own, features = [a.arg for a in arguments], exercise.takes[descent.forward][0]
    lacks = own == [n for n in takes if n != name] and at > 0
    if not lacks and own != [features if n == name else n for n in takes]:
        return
    splices = [_handed(text, arguments, at, name, lacks)]
    for call in (n for n in tree.nodes if isinstance(n, ast.Call) and called_name(n.func) == function.name):
        if len(call.args) == len(own):
            new = predictions_at(descent.forward, text, tree, call)
            splices.append(_handed(text, call.args, at, new, lacks))
    for statement in function.body:
        target = stored(statement)[0][0] if stored(statement) else ""
        lines = text.whole_lines(statement)
        if target.isidentifier() and SELF in text.of(statement) and lines:
            used = [n for n in nodes_in([function]) if isinstance(n, ast.Name) and n.id == target]
            renamed = [(*text.span(n), name) for n in used if n.lineno != statement.lineno]
            yield Edit(Kind.SIGNATURE, function.lineno, (*splices, (*lines, ""), *renamed), 0.2)
    calls = [n for n in nodes_in([function]) if isinstance(n, ast.Call)]
    calls = [n for n in calls if called_name(n.func) == descent.forward]
    if calls:
        splices += [(*text.span(call), name) for call in calls]
        yield Edit(Kind.SIGNATURE, function.lineno, tuple(splices), 0.2)


def _handed(text: Text, given: Sequence[ast.arg | ast.expr], at: int, new: str, lacks: bool) -> Splice:
    """The splice that adds an argument after the one before it, or replaces another."""
    end = text.span(given[at - lacks])[1]
    return (end, end, f", {new}") if lacks else (*text.span(given[at]), new)


def predictions_at(forward: str, text: Text, tree: Tree, call: ast.Call) -> str:
    """The predictions where a method is called: the name that holds them there, or a call."""
    computed = f"{SELF}{forward}({text.of(call.args[0])})"
    function = tree.function_at(call.lineno)
    for statement in nodes_in([function]) if function else ():
        if isinstance(statement, ast.Assign) and statement.lineno < call.lineno:
            found = [name for name, value in stored(statement) if ast.unparse(value) == computed]
            if found:
                return found[0]
    return computed


def _settings(exercise: Exercise, constructor: Function | None) -> dict[str, float]:
    """The numbers that the constructor keeps as attributes: literals, or arguments with a default."""
    if constructor is None:
        return {}
    known, found = defaults(constructor), dict[str, float]()
    for name, value in chain.from_iterable(stored(s) for s in constructor.body):
        kept = known.get(value.id) if isinstance(value, ast.Name) else value
        number = kept.value if isinstance(kept, ast.Constant) and is_number(kept) else None
        if isinstance(number, int | float) and name.removeprefix(SELF) not in exercise.parameters:
            found[name] = number
    return found
