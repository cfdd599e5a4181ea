"""Edits of a whole class: rename attributes and parameters as documented, add missing setters."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, permutations

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import Function, defaults
from ...source.tree import Tree
from ..code.call_sites import unread_parameters
from ..code.canonical import dumped
from ..code.expanded_names import right_body
from ..code.text import Edit, Splice, Text
from ..edit_kinds import Kind

MOST_NAMES, MOST_ROLES = 4, 12


def member_edits(exercise: Exercise, text: Text, tree: Tree, methods: Sequence[str]) -> Iterator[Edit]:
    """The edits for the methods that a step judges."""
    if exercise.parameters:
        yield from _attributes(exercise, text, tree)
        yield from _setters(exercise, text, tree)
    yield from _by_name_too(text, tree)
    for name in methods:
        function = tree.function(name)
        if function is not None and name in exercise.formula.headers:
            yield from _parameters(exercise, text, tree, function, name)


def _attributes(exercise: Exercise, text: Text, tree: Tree) -> Iterator[Edit]:
    """Rename undocumented attributes to the missing documented ones, everywhere in the file."""
    for names, only in (*((n, None) for n in renamings(exercise, tree)), *_never_read(exercise, tree)):
        nodes = [n for n in only or own_attributes(tree) if n.attr in names]
        splices = tuple(renamed(text, nodes, names))
        if splices:
            yield Edit(Kind.RENAME_ATTRIBUTES, nodes[0].lineno, splices)


def _setters(exercise: Exercise, text: Text, tree: Tree) -> Iterator[Edit]:
    """Give the properties for the parameters of the model the setters that they lack."""
    every = [n for n in tree.nodes if isinstance(n, ast.FunctionDef) and n.name in exercise.parameters]
    with_setter = {f.name for f in every if any("setter" in ast.unparse(d) for d in f.decorator_list)}
    splices: list[Splice] = []
    for function in (f for f in every if f.name not in with_setter and f.decorator_list):
        last = function.body[-1]
        value = last.value if isinstance(last, ast.Return) else None
        if isinstance(value, ast.Call) and len(value.args) == 1:
            value = value.args[0]  # as in `float(self._b)`
        if isinstance(value, ast.Attribute | ast.Subscript):
            margin, deeper = text.margin(function), text.margin(last)
            head = f"@{function.name}.setter{text.newline}{margin}def {function.name}(self, value):"
            new = f"{text.newline}{margin}{head}{text.newline}{deeper}{text.of(value)} = value{text.newline}"
            splices.append(text.line_at(text.starts[function.end_lineno or 0], new))
    if splices:
        yield Edit(Kind.SETTER, text.line(splices[0][0]), tuple(splices))


def _by_name_too(text: Text, tree: Tree) -> Iterator[Edit]:
    """Write `def wrapper(*args)` as `def wrapper(*args, **kwargs)`, and the same where it hands them on."""
    for function in (n for n in tree.nodes if isinstance(n, Function) and not n.args.kwarg):
        own = function.args.vararg
        calls = [n for n in nodes_in([function]) if isinstance(n, ast.Call) and n.args]
        passed = [c.args[-1] for c in calls if own and ast.unparse(c.args[-1]) == f"*{own.arg}"]
        if own and passed:
            ends = (text.span(own)[1], *(text.span(node)[1] for node in passed))
            yield Edit(Kind.BY_NAME_TOO, function.lineno, tuple((at, at, ", **kwargs") for at in ends))


def renamed(text: Text, nodes: Sequence[ast.Attribute], names: Mapping[str, str]) -> Iterator[Splice]:
    """The splices that give the attributes other names."""
    for node in nodes:
        end = text.span(node)[1]
        yield end - len(node.attr), end, names[node.attr]


def own_attributes(tree: Tree) -> list[ast.Attribute]:
    """The attributes of `self` wherever the file uses them."""
    found = (n for n in tree.nodes if isinstance(n, ast.Attribute))
    return [n for n in found if isinstance(n.value, ast.Name) and n.value.id == "self"]


def renamings(exercise: Exercise, tree: Tree) -> Iterator[dict[str, str]]:
    """The documented names that undocumented attributes may stand for, those that begin alike first."""
    stored = list(dict.fromkeys(n.attr for n in own_attributes(tree) if isinstance(n.ctx, ast.Store)))
    given = [n for n in tree.nodes if isinstance(n, ast.Assign) and isinstance(n.value, ast.Name)]
    settings = [ast.unparse(target).removeprefix("self.") for n in given for target in n.targets]
    documented = [*exercise.parameters, *exercise.takes, *settings]
    functions = {n.name for n in tree.nodes if isinstance(n, ast.FunctionDef)}  # properties exist already
    missing = [name for name in exercise.parameters if name not in stored and name not in functions]
    others = [name for name in stored if name not in documented][:MOST_NAMES]
    choices = list(permutations(others, len(missing)))
    begin = [sum(o.strip("_")[:1] == m[:1] for o, m in zip(c, missing, strict=True)) for c in choices]
    for _, chosen in sorted(zip(begin, choices, strict=True), key=lambda pair: -pair[0]):
        yield dict(zip(chosen, missing, strict=True))


def _never_read(exercise: Exercise, tree: Tree) -> Iterator[tuple[dict[str, str], list[ast.Attribute]]]:
    """The parameters that only the constructor stores, for what is stored elsewhere and never read."""
    made, every = tree.function("__init__"), own_attributes(tree)
    begun = nodes_in([made]) if made is not None else []
    kept = [n for n in every if isinstance(n.ctx, ast.Store) and n not in begun]
    known = {*exercise.takes, *(n.attr for n in every if n not in kept), *(f.name for f in tree.definitions)}
    others = dict.fromkeys(n.attr for n in kept if n.attr not in known)
    missing = [name for name in exercise.parameters if name not in {n.attr for n in kept}]
    if made is not None and len(others) == len(missing):
        for chosen in permutations(others):
            yield dict(zip(chosen, missing, strict=True)), kept


def _parameters(exercise: Exercise, text: Text, tree: Tree, function: Function, name: str) -> Iterator[Edit]:
    """Make parameters and defaults as documented, and rename the parameters throughout the method."""
    documented, _ = right_body(exercise, name)
    wanted, given = documented.args.args[1:], function.args
    own = [*given.posonlyargs, *given.args]
    if [a.arg for a in own] == [a.arg for a in wanted] and own:
        at = text.offset(own[0].lineno, own[0].col_offset)
        yield Edit(Kind.SIGNATURE, function.lineno, ((at, at, "self, "),), 0.1)
    yield from _as_plain(text, function, [a.arg for a in wanted])
    own = own[1:]
    unread = dict(unread_parameters(text, function, [name]))
    if unread and [a.arg for a in own if a.arg not in unread] == [a.arg for a in wanted]:
        splices = [(*cut, "") for cuts in unread.values() for cut in cuts]
        yield Edit(Kind.SIGNATURE, function.lineno, tuple(splices), 0.1)
    order, first = [a.arg for a in own], [a.arg for a in wanted]
    if not own or given.vararg or given.kwarg or given.kwonlyargs:
        return
    free, missing = [n for n in order if n not in first], [n for n in first if n not in order]
    for chosen in islice(permutations(free, len(missing)), MOST_ROLES):
        names = dict(zip(chosen, missing, strict=True))
        called = [names.get(name, name) for name in order]
        extra = [place for place, name in enumerate(called) if name not in first]
        places = [*map(called.index, first), *extra]
        splices = [*_reordered(text, function, own, places, called)]
        if places == sorted(places):
            splices += _defaults(text, documented, function)
        else:
            splices += _calls_reordered(text, tree, name, places)
        nodes = [n for n in nodes_in([function]) if isinstance(n, ast.Name) and n.id in names]
        splices += [(*text.span(node), names[node.id]) for node in nodes]
        if splices:
            yield Edit(Kind.SIGNATURE, function.lineno, tuple(splices), 0.3)


def _as_plain(text: Text, function: Function, wanted: Sequence[str]) -> Iterator[Edit]:
    """Remove the `/` or the `*` that keeps documented parameters from being passed by name or by position."""
    given, splices = function.args, list[Splice]()
    every = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    if given.vararg or every[1:] != list(wanted):
        return
    start, end = text.span(function)[0], text.span(function.body[0])[0]
    if given.posonlyargs and (mark := re.compile(r",\s*/").search(text.source, start, end)):
        splices.append((*mark.span(), ""))
    if given.kwonlyargs and (mark := re.compile(r"\*\s*,\s*").search(text.source, start, end)):
        splices.append((*mark.span(), ""))
    if splices:
        yield Edit(Kind.SIGNATURE, function.lineno, tuple(splices))


def _reordered(
    text: Text, function: Function, own: list[ast.arg], places: Sequence[int], called: Sequence[str]
) -> Iterator[Splice]:
    """Reorder the parameters, each with its annotation and its default, under the names `called`."""
    given, spans = defaults(function), []
    for arg in own:
        start = text.offset(arg.lineno, arg.col_offset)
        default = given.get(arg.arg)
        end = text.span(default)[1] if default else text.offset(arg.end_lineno or 1, arg.end_col_offset or 0)
        spans.append((start, end))
    for at, place in enumerate(places):
        start, end = spans[place]
        after = start + len(own[place].arg)  # the name
        if at != place:
            yield (*spans[at], called[place] + text.source[after:end])
        elif called[place] != own[place].arg:
            yield start, after, called[place]


def _calls_reordered(text: Text, tree: Tree, name: str, order: Sequence[int]) -> Iterator[Splice]:
    """Reorder the arguments in calls of a method to match its parameters."""
    for node in tree.nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == name and len(node.args) == len(order) and not node.keywords:
            for place, other in enumerate(order):
                if place != other:
                    yield (*text.span(node.args[place]), text.of(node.args[other]))


def _defaults(text: Text, documented: ast.FunctionDef, function: Function) -> Iterator[Splice]:
    wanted, own = defaults(documented), defaults(function)
    given = [*function.args.posonlyargs, *function.args.args][1:]
    for right, arg in zip(documented.args.args[1:], given, strict=False):
        default, value = own.get(arg.arg), wanted.get(right.arg)
        if value is not None and default is None:
            end = text.offset(arg.end_lineno or arg.lineno, arg.end_col_offset or 0)
            mark = " = " if arg.annotation else "="
            yield end, end, f"{mark}{ast.unparse(value)}"
        elif value is not None and default is not None and dumped(value) != dumped(default):
            yield (*text.span(default), ast.unparse(value))
