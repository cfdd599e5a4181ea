"""The cost of an edit by its place: on the blamed statement, in the method, or further away."""

import ast
import re
from collections.abc import Mapping, Sequence

from .edit_places import Place, used_names
from .expanded_names import stored
from .leftovers import WORD
from .text import Edit, Text
from .tree_diff import last_line
from .true_names import LIE, makes_a_lie, promises

DEFINES, USES, HOME, UNREAD = 0.2, 0.1, 0.05, -0.1
"""Costs of editing what defines a blamed line's names, what uses a blamed helper, a helper's unread name."""
ANYWHERE = ("asked", "every one")
"""Kinds of edits that are as likely in a helper: a missing part may be missing there."""
OF_A_DEFINITION = re.compile(r"[-\d.]+ to |drop|zeros|add / n|add 2|swap the parts|remove$")
"""Kinds of edits that are as likely in a definition as in its use: a number or a factor is wrong."""


def related(places: Sequence[Place], statements: Sequence[ast.stmt], helpers: set[str]) -> dict[int, float]:
    """The lines that define what the blamed statements read, or use a blamed helper, with their costs."""
    helpers = helpers | {name for s in statements for name, _ in stored(s) if promises(name)}
    plain = [(p, s) for p in places for s in p.statements[p.function is not None :] if not hasattr(s, "body")]
    tests = [(p, s) for p in places for s in p.statements if isinstance(s, ast.If)
             if isinstance(s.body[-1], ast.Break | ast.Return)]  # fmt: skip
    read = [s.test if isinstance(s, ast.While) else s for s in statements]
    home = {id(s) for place in places for s in place.statements if set(statements) & set(place.statements)}
    near = [(USES - HOME * (id(s) in home), s) for p, s in (*plain, *tests) if p.far == 0 or id(s) in home]
    used = {name for node in read if not hasattr(node, "body") for name in used_names(node)}
    return {
        s.lineno: DEFINES
        for place, s in plain
        if _given(s) & used and (place.function is None or place.far == 0 or id(s) in home)
    } | {s.lineno: cost for cost, s in near if helpers & used_names(s) and s not in statements}


def _given(statement: ast.stmt) -> set[str]:
    """The names that a statement assigns or changes."""
    changed = used_names(statement.target) - {"self"} if isinstance(statement, ast.AugAssign) else set()
    return {name for name, _ in stored(statement)} | changed


def ranked(
    edit: Edit, text: Text, place: Place, statements: list[ast.stmt], defined: Mapping[int, float]
) -> Edit:
    """The edit with a cost for its place: on the blamed statement, in the method, or further away."""
    several = edit.kind.startswith(("swap", "remove two"))
    lines = {edit.line, *(text.line(at) for a, b, _ in edit.splices for at in (a, max(a, b - 1)) if several)}
    blamed = any(s.lineno <= line <= last_line(s) for s in statements for line in lines)
    around = any(
        isinstance(owner, ast.If | ast.For | ast.While)
        and edit.line == owner.lineno < s.lineno <= (owner.end_lineno or 0)
        for owner in place.statements
        for s in statements
    )
    home = any(s in place.statements for s in statements)
    far = 1.2 + (0.0 if home else 0.7 * place.far)
    if edit.kind in ANYWHERE:
        far = min(far, DEFINES)
    if edit.line in defined and (defined[edit.line] <= USES or OF_A_DEFINITION.match(edit.kind)):
        far = min(far, defined[edit.line])
    if place.far and set(place.unread) & {word for _, _, new in edit.splices for word in WORD.findall(new)}:
        far = UNREAD
    cost = edit.cost + (0.0 if blamed else 0.3 if around else far) + LIE * makes_a_lie(edit, place, text)
    return Edit(cost, edit.line, edit.kind, edit.splices)
