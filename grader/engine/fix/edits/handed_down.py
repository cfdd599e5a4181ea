"""Pass arguments on: an unread one to the helper that uses something else instead, or all by name too."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from ....sandbox.parsing import nodes_in
from ...declaration.exercise import Exercise
from ...source.syntax import called_name
from ...source.tree import Tree
from ..code.expanded_names import stored
from ..code.text import Edit, Splice, Text
from ..edit_kinds import Kind
from .edit_places import Function, Place
from .missing_arguments import SELF, predictions_at


def by_name_too(text: Text, tree: Tree) -> Iterator[Edit]:
    """`def wrapper(*args)` as `def wrapper(*args, **kwargs)`, and the same where it hands them on."""
    for function in (n for n in tree.nodes if isinstance(n, Function) and not n.args.kwarg):
        own = function.args.vararg
        calls = [n for n in nodes_in([function]) if isinstance(n, ast.Call) and n.args]
        passed = [c.args[-1] for c in calls if own and ast.unparse(c.args[-1]) == f"*{own.arg}"]
        if own and passed:
            ends = (text.span(own)[1], *(text.span(node)[1] for node in passed))
            yield Edit(Kind.HAND_DOWN, function.lineno, tuple((at, at, ", **kwargs") for at in ends))


def handed_down(exercise: Exercise, text: Text, tree: Tree, places: Sequence[Place]) -> Iterator[Edit]:
    """Change `self.step(g)` to `self.step(g, rate)`, and the helper's constant to `rate`.

    Also predictions that a helper computes again are passed to it instead.
    """
    given = [(name.removeprefix(SELF), value) for s in tree.nodes if isinstance(s, ast.stmt)
             for name, value in stored(s)]  # fmt: skip
    numbers = {name for name, value in given if isinstance(value, ast.Constant)}
    once = {name for name in numbers if [n for n, _ in given].count(name) == 1}
    descent = exercise.descent
    for method in (p for p in places if p.function is not None and p.far == 0 and p.unread):
        for helper in (p.function for p in places if p.function is not None and p.far):
            every = [n for n in tree.nodes if isinstance(n, ast.Call) and called_name(n.func) == helper.name]
            calls = [call for call in every if call in nodes_in([method.function or helper])]
            plain = not (helper.args.defaults or helper.args.kwonlyargs or any(c.keywords for c in every))
            uses = [n for n in nodes_in([helper]) if isinstance(n, ast.expr)] if calls and plain else []
            for name in method.unread:
                passed = dict.fromkeys(calls, name)
                if descent is not None and name == descent.predicted:
                    others = [call for call in every if call not in calls]
                    passed |= {call: predictions_at(descent.forward, text, tree, call) for call in others}
                    again = [n for n in uses if _asks(n, descent.forward)]
                    yield from _handed(text, helper, passed, name, again)
                for constant in sorted({_called(n) for n in uses} & once) if len(calls) == len(every) else ():
                    same = [n for n in uses if _called(n) == constant]
                    yield from _handed(text, helper, passed, name, same)


def _called(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self":
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _asks(node: ast.expr, forward: str) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == f"{SELF}{forward}"


def _handed(
    text: Text, helper: Function, passed: Mapping[ast.Call, str], name: str, uses: Sequence[ast.expr]
) -> Iterator[Edit]:
    """Add a parameter at the end of a helper, use it, and pass it in its calls."""
    own = helper.args.args
    splices: list[Splice] = [(*text.span(node), name) for node in uses]
    if own:
        end = text.span(own[-1])[1]
        splices.append((end, end, f", {name}"))
    for call, said in passed.items():
        at = text.span(call)[1] - 1
        splices.append((at, at, f", {said}" if call.args else said))
    if uses:
        yield Edit(Kind.HAND_DOWN, uses[0].lineno, tuple(splices))
