"""Give a call of the learner's own function or class an argument that it leaves out, or another one.

The new argument is of the kind of the default: a name in scope of the parameter's name, an attribute of that
name, the other truth value, a function of the file for one that is called, or what another call gives. In
place of another argument, a name in scope of the parameter's name is passed.
"""

import ast
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import Function, called_name, defaults, is_number
from ...source.tree import Tree
from ..code.text import Edit, Splice, Text
from ..code.tree_diff import last_line
from ..edit_kinds import Kind
from .edit_places import Place, used_names
from .sample_count import counted

SEVERAL = 2
"""A number of samples that is taken at a time is at least this."""
AWAY = 0.3
"""Extra cost of a call on a line that no finding blames."""
BLAMED = -1.0
"""How much likelier a blamed call of the file's own function has its arguments in the wrong order."""
NAMED = 0.3
"""Extra cost of an argument that only has the parameter's name."""


class Callee(NamedTuple):
    """What a call calls."""

    names: list[str]  # of the parameters, without `self`
    own: list[ast.arg]  # the same parameters; none of a class without a constructor
    defaults: dict[str, ast.expr]
    called: set[str]  # the parameters that are called, also as attributes
    takes_any: bool  # whether it takes any keywords


def own_arguments(
    exercise: Exercise, text: Text, tree: Tree, places: Sequence[Place], lines: Sequence[int]
) -> Iterator[Edit]:
    """The edits of the calls in these places."""
    every = [n for n in tree.nodes if isinstance(n, ast.Call)]
    statements = [s for s in map(tree.statement_at, lines) if s]
    asked = {name for s in statements for name in used_names(s)}
    blamed = {line for s in statements for line in range(s.lineno, last_line(s) + 1)}
    helpers = {f.name for line in lines if (f := tree.function_at(line)) is not None}
    for place in places:
        for call in nodes_in(place.statements[:1]) if place.function is not None else ():
            callee = _callee(tree, call, place) if isinstance(call, ast.Call) else None
            if callee is None or not isinstance(call, ast.Call):
                continue
            extra = AWAY * (call.lineno not in blamed)
            several = call.args and isinstance(call.args[0], ast.Starred)
            for one, two in pairwise(callee.own if several else ()):
                yield Edit(Kind.SWAP_ARGUMENTS, call.lineno, text.swapped(one, two), extra)
            for splice in _added(exercise, text, tree, place, call, callee, every):
                yield Edit(Kind.OWN_ARGUMENT, call.lineno, (splice,), extra)
            for splices in (
                *_named_alike(text, place, call, callee),
                *_as_elsewhere(text, call, callee, every),
            ):
                yield Edit(Kind.OWN_ARGUMENT, call.lineno, splices, extra + NAMED)
            named = any(text.of(a) == name for a, name in zip(call.args, callee.names, strict=False))
            asks = called_name(call.func) in helpers and not named
            for first, second in pairwise(call.args if asks or call.lineno in blamed else ()):
                yield Edit(Kind.SWAP_ARGUMENTS, call.lineno, text.swapped(first, second), BLAMED)
            parts: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
            for k, name in enumerate(getattr(part, "arg", "") for part in parts):
                if name in asked and name in callee.defaults:
                    yield Edit(Kind.DROP_OPTION, call.lineno, ((*text.part(parts, k), ""),))
            ended = {k: f"{k.arg}_" for k in call.keywords if f"{k.arg}_" in exercise.parameters}
            if callee.takes_any and ended:
                starts = [(text.offset(k.lineno, k.col_offset), k.arg or "", new) for k, new in ended.items()]
                splices = tuple((at, at + len(old), new) for at, old, new in starts)
                yield Edit(Kind.OWN_ARGUMENT, call.lineno, splices)


def _named_alike(text: Text, place: Place, call: ast.Call, callee: Callee) -> Iterator[tuple[Splice, ...]]:
    """Pass the names of the parameters, if the caller has them, for one argument or for all of them."""
    pairs = list(zip(call.args, callee.names, strict=False))
    if any(isinstance(a, ast.Starred) for a in call.args):
        return
    found = [(*text.span(a), n) for a, n in pairs if n in place.names and text.of(a) != n]
    yield from dict.fromkeys([*((one,) for one in found), tuple(found)] if found else [])


def _as_elsewhere(
    text: Text, call: ast.Call, callee: Callee, every: Sequence[ast.Call]
) -> Iterator[tuple[Splice, ...]]:
    """Pass the number that another call of the same function passes."""
    others = [c for c in every if c is not call and called_name(c.func) == called_name(call.func)]
    for own, name in zip(call.args, callee.names, strict=False):
        for other in (a for c in others for a, _ in _argument(c, callee, name)):
            if is_number(own) and is_number(other) and text.of(own) != text.of(other):
                yield ((*text.span(own), text.of(other)),)


def _callee(tree: Tree, call: ast.Call, place: Place) -> Callee | None:
    """The function or the constructor of the file that a call calls, also as the default of a parameter."""
    name = called_name(call.func)
    other = defaults(place.function).get(name) if place.function is not None else None
    name = other.id if isinstance(other, ast.Name) else name
    function = tree.function(name)
    owner = next((n for n in tree.nodes if isinstance(n, ast.ClassDef) and n.name == name), None)
    made = [n for n in tree.nodes if isinstance(n, Function) and n.name == "__init__"]
    if owner is not None:
        function = next((f for f in owner.body if isinstance(f, Function) and f.name == "__init__"), None)
    elif name == "__init__":
        function = next((f for f in made if f is not place.function), None)
    if function is None and owner is not None and owner.decorator_list:
        fields = [s for s in owner.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]
        given = {ast.unparse(s.target): s.value for s in fields if s.value is not None}
        return Callee([ast.unparse(s.target) for s in fields], [], given, set(), takes_any=False)
    if function is None:
        return None
    own = [*function.args.posonlyargs, *function.args.args]
    static = any(ast.unparse(d) == "staticmethod" for d in function.decorator_list)
    own = own[1:] if own and own[0].arg in ("self", "cls") and not static else own
    names = [a.arg for a in own]
    called = {called_name(n.func) for n in tree.nodes if isinstance(n, ast.Call)}
    return Callee(names, own, defaults(function), called & set(names), function.args.kwarg is not None)


def _added(
    exercise: Exercise, text: Text, tree: Tree, place: Place, call: ast.Call, callee: Callee,
    every: Sequence[ast.Call],
) -> Iterator[tuple[int, int, str]]:  # fmt: skip
    """The splices that add one argument."""
    if any(isinstance(a, ast.Starred) for a in call.args):
        return
    given = {*callee.names[: len(call.args)], *(k.arg for k in call.keywords)}
    end, comma = text.span(call)[1] - 1, ", " if call.args or call.keywords else ""
    for name in (n for n in callee.defaults if n not in given):
        following = callee.names[len(call.args) : len(call.args) + 1] == [name] and not call.keywords
        others = [c for c in every if c is not call and called_name(c.func) == called_name(call.func)]
        found = [(a, k) for c in others for a, k in _argument(c, callee, name) if _is_known(a, tree, place)]
        values = [(text.of(a), by_name) for a, by_name in found]
        values += [(new, new != name) for new in _values(exercise, text, tree, place, call, callee, name)]
        for new, by_name in dict.fromkeys(values):
            written = new if following and not by_name else f"{name}={new}"
            yield end, end, f"{comma}{written}"


def _argument(call: ast.Call, callee: Callee, name: str) -> Iterator[tuple[ast.expr, bool]]:
    """The argument that a call gives for a parameter, and whether by name."""
    yield from ((k.value, True) for k in call.keywords if k.arg == name)
    yield from ((a, False) for own, a in zip(callee.names, call.args, strict=False) if own == name)


def _is_known(value: ast.expr, tree: Tree, place: Place) -> bool:
    """Whether a value means the same in another function: it is made of attributes and the file's names."""
    names = {n.id for n in nodes_in([value]) if isinstance(n, ast.Name)}
    functions = {n.name for n in tree.nodes if isinstance(n, Function)}
    return names <= {"self", "np", "len", *place.names} | functions


def _values(
    exercise: Exercise, text: Text, tree: Tree, place: Place, call: ast.Call, callee: Callee, name: str
) -> Iterator[str]:
    """The values that may be meant for a parameter, the likeliest first."""
    default = callee.defaults[name]
    value = default.value if isinstance(default, ast.Constant) else ...
    if name in place.names:
        yield name
    stored = {n.attr for n in tree.nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)}
    yield from (f"self.{own}" for own in sorted(stored & {name, f"{name}_", f"_{name}"}))
    if isinstance(value, bool):
        yield str(not value)
    elif isinstance(value, int) and value >= SEVERAL:
        yield from counted(text, place, next((n for n in place.names if n != "self"), ""))
        arrays = [a.id for a in call.args if isinstance(a, ast.Name)]
        yield from (f"len({array})" for array in arrays[-1:])
    elif isinstance(value, float | int):
        used = used_names(call)
        yield from (own for own in exercise.constructor if own in place.names and own not in used)
        yield from (f"self.{own}" for own in exercise.parameters if own not in used)
    elif name in callee.called:
        functions = [n for n in tree.tree.body if isinstance(n, ast.FunctionDef)]
        yield from (f.name for f in functions if len(f.args.args) == 1)
