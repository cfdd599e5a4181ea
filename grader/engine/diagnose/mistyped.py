"""Point out `=+` and `=-` in the learner's text, which assign where `+=` and `-=` were meant."""

import ast
from collections.abc import Callable
from dataclasses import replace

from ..asking.learner import Learner
from ..diagnosis import Named
from ..source.syntax import parts

MEANT = {"=+": "`=+` assigns a new value; `+=` adds to the old one",
         "=-": "`=-` assigns the negative; `-=` subtracts from the old value"}  # fmt: skip


def point_out(learner: Learner, found: list[Named], is_vague: Callable[[Named], bool]) -> list[Named]:
    """The findings; one on a mistyped line says so, and a vague one moves to a `=+` in its function.

    Nobody writes a sign of plus on purpose, but a minus may be meant: it is blamed only where it is seen.
    """
    mistyped = learner.outline.mistyped()
    return [_pointed_out(learner, named, mistyped, is_vague(named)) for named in found] if mistyped else found


def _pointed_out(learner: Learner, named: Named, mistyped: dict[int, str], vague: bool) -> Named:
    line = named.line
    if vague and line is not None and line not in mistyped:
        function = learner.outline.function_at(line)
        inside = {node.lineno for node in parts(function).of(ast.Assign)}
        line = next((at for at, sign in mistyped.items() if sign == "=+" and at in inside), line)
    if line not in mistyped:
        return named
    return replace(named, line=line, seen=f"{named.seen}; {MEANT[mistyped[line]]}")
