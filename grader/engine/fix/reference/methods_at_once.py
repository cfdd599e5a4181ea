"""Rewrite methods as in the reference: one alone, or together those that are wrong for the same reason."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import Function
from ...source.tree import Tree, after_docstring
from ..code.expanded_names import in_style, kept_as, stored, walk
from ..code.text import Text
from ..edits.edit_places import places_of, used_names
from ..edits.load_edits import imported
from ..edits.members import own_attributes
from .whole_method import RightMethod

LOOPS = (ast.For, ast.While, ast.comprehension)


def whole_methods(
    exercise: Exercise, source: str, methods: Sequence[str], lines: Sequence[int], solution: str
) -> Iterator[str]:
    """Texts with one method rewritten each, those of the blamed lines first; then with all that loop."""
    tree, reference = Tree(source, exercise), Tree(solution, exercise)
    blamed = [f.name for line in lines if (f := tree.function_at(line)) is not None]
    known = [name for name in methods if name in exercise.formula.headers and reference.function(name)]
    several = looping(exercise, source, solution) if len(methods) > 1 else []
    if methods == ["__init__"] and _others_need(exercise, source, reference):
        several = known = ["__init__", *(name for name in exercise.takes if reference.function(name))]
    joint = source
    for name in sorted(known, key=lambda m: m not in blamed):
        right = reference.function(name)
        assert right is not None
        new = _in_place_of_a_name(exercise, source, tree, right)
        if new is not None:
            yield new
        if len(several) < 2 and (new := _rewritten(exercise, source, right)) is not None:
            yield new
        elif name in several:
            joint = _rewritten(exercise, joint, right) or joint
    if joint != source:
        yield joint


def looping(exercise: Exercise, source: str, solution: str) -> list[str]:
    """The methods that have a loop, or a helper with one, where the right ones have none."""
    tree, reference = Tree(source, exercise), Tree(solution, exercise)
    found = []
    for name in exercise.takes:
        own = any(map(_loops, _helpers(exercise, tree, name)))
        right = _loops(reference.function(name))
        if own or (_loops(tree.function(name)) and not right):
            found.append(name)
    return found


def _in_place_of_a_name(exercise: Exercise, source: str, tree: Tree, right: Function) -> str | None:
    """The text with a method where the class only gives its name to another one: `one = other`."""
    text, body = Text(source), [s for owner in tree.owners for s in owner.body]
    plain = [s for s in body if isinstance(s, ast.Assign) and isinstance(s.value, ast.Name)]
    named = [s for s in plain if [ast.unparse(t) for t in s.targets] == [right.name]]
    lines = text.whole_lines(named[0]) if named else None
    if tree.function(right.name) is not None or lines is None:
        return None
    own = in_style(right, source, kept_as(exercise, tree.function("__init__")))
    inside = [line for s in after_docstring(own) for line in ast.unparse(s).splitlines()]
    margin, above = text.margin(named[0]), text.lines[named[0].lineno - 2].strip()
    head = f"{margin}def {exercise.formula.headers[right.name]}:"
    new = [""] * bool(above) + [head, *(f"{margin}    {line}" for line in inside), ""]
    return f"{source[: lines[0]]}{text.newline.join(new)}{source[lines[1] :]}"


def _helpers(exercise: Exercise, tree: Tree, name: str) -> list[Function]:
    """The helpers that a method uses, not those of the other methods that it calls."""
    found = [f for f in (tree.function(name),) if f is not None]
    for function in found:
        used = used_names(function) - {*exercise.takes}
        found += [f for f in tree.definitions if f.name in used and f not in found]
    return found[1:]


def _others_need(exercise: Exercise, source: str, reference: Tree) -> bool:
    """Whether methods use what the right constructor does not store, as one array for all parameters."""
    right = reference.function("__init__")
    whole = _rewritten(exercise, source, right) if right is not None else None
    before, after = (_kept(Tree(text, exercise)) for text in (source, whole or source))
    uses = Counter(n.attr for n in own_attributes(Tree(source, exercise)))
    return any(uses[name] > 1 and isinstance(before[name], ast.Call) for name in before.keys() - after.keys())


def _kept(tree: Tree) -> dict[str, ast.expr]:
    """The attributes that the constructor stores, with their values."""
    function = tree.function("__init__")
    pairs = [pair for statement in walk(function.body if function else []) for pair in stored(statement)]
    return {name.removeprefix("self."): value for name, value in pairs}


def _rewritten(exercise: Exercise, source: str, right: Function) -> str | None:
    """The text with one method rewritten; None if that is not possible, or changes nothing."""
    text, tree = Text(source), Tree(source, exercise)
    places = places_of(tree, [right.name], most=1)
    if not places or places[0].function is None:
        return None
    if any(isinstance(s, ast.FunctionDef) for s in places[0].statements[1:]):
        return None  # nested functions would be torn apart
    new = RightMethod(exercise, text, places[0], right, tree).rewritten()
    return imported(new) if new not in (None, source) else None


def _loops(function: Function | None) -> bool:
    return function is not None and any(isinstance(n, LOOPS) for n in nodes_in([function]))
