"""The cost of an edit by its place: on a blamed statement, in the method, or further away."""

import ast
import re
from collections.abc import Mapping, Sequence

from ...sandbox.parsing import nodes_in
from ..source.syntax import is_without_effect
from .code.expanded_names import stored
from .code.text import WORD, Edit, Text
from .code.tree_diff import last_line
from .edit_kinds import ANYWHERE, OF_A_DEFINITION, OF_TWO_PLACES, Kind
from .edits.edit_places import Place, used_names
from .edits.true_names import LIE, makes_a_lie, promises

DEFINES, USES, HOME, UNREAD, LOST = 0.2, 0.1, 0.05, -0.1, -0.1
"""Costs of editing what defines blamed names, uses a blamed helper, is not read, is computed for nothing."""
NUMBER = re.compile(r"\d+(\.\d*)?")
OF_A_FORMULA = (Kind.ADD_A_TERM, Kind.UNDO)
"""They write a part of a formula. Around a blamed helper, they could only undo what it does."""
APART = 1.0
"""Cost of turning a difference round that another line has with a sign."""


def related(places: Sequence[Place], statements: Sequence[ast.stmt], helpers: set[str]) -> dict[int, float]:
    """The lines that define what the blamed statements read, or use a blamed helper, with their costs."""
    named = {name.removeprefix("self.") for s in statements for name, _ in stored(s)}
    helpers = helpers | set(filter(promises, named))
    plain = [(p, s) for p in places for s in p.statements[p.function is not None :] if not hasattr(s, "body")]
    tests = [(p, s) for p in places for s in p.statements if isinstance(s, ast.If)
             if isinstance(s.body[-1], ast.Break | ast.Return)]  # fmt: skip
    heads = {ast.While: "test", ast.For: "iter"}
    read = [getattr(s, heads.get(type(s), ""), s) for s in statements]
    home = {id(s) for place in places for s in place.statements if set(statements) & set(place.statements)}
    near = [(USES - HOME * (id(s) in home), s) for p, s in (*plain, *tests)
            if p.far == 0 or p.function is None or id(s) in home]  # fmt: skip
    last = [(USES, s) for p, s in plain if p.far and id(s) in home and isinstance(s, ast.Return)]
    around = [s.iter for p in places for s in p.statements
              if isinstance(s, ast.For) and set(statements) & set(s.body)]  # fmt: skip
    used = {name for node in (*read, *around) if not hasattr(node, "body") for name in used_names(node)}
    costs = [(DEFINES, s) for p, s in plain
             if _given(s) & used and (p.function is None or p.far == 0 or id(s) in home)]  # fmt: skip
    costs += [
        (LOST, s) for p, s in plain if p.far == 0 and isinstance(s, ast.Expr) and is_without_effect(s.value)
    ]
    costs += [*last, *((cost, s) for cost, s in near if helpers & used_names(s) and s not in statements)]
    return {line: cost for cost, s in costs for line in range(s.lineno, last_line(s) + 1)}


def _given(statement: ast.stmt) -> set[str]:
    """The names that a statement assigns or changes."""
    changed = used_names(statement.target) - {"self"} if isinstance(statement, ast.AugAssign) else set()
    return {name for name, _ in stored(statement)} | changed


def _writes_a_number(edit: Edit) -> bool:
    """Whether an edit writes a single number in place of a whole value."""
    new = [said for _, _, said in edit.splices]
    return edit.kind is Kind.REWRITE and len(new) == 1 and NUMBER.fullmatch(new[0]) is not None


class Ranking:
    """Adds to the costs of the edits of one place: on the blamed statements, in the method, or further away.

    `defined` has the extra costs of the lines that `related` finds.
    """

    def __init__(
        self, text: Text, place: Place, statements: Sequence[ast.stmt], defined: Mapping[int, float]
    ) -> None:
        self.text, self.place, self.defined = text, place, defined
        self.blamed = {line for s in statements for line in range(s.lineno, last_line(s) + 1)}
        owners = [o for o in place.statements if isinstance(o, ast.If | ast.For | ast.While)]
        ends = [(o.lineno, o.end_lineno or 0) for o in owners]
        self.around = {line for line, end in ends if any(line < s.lineno <= end for s in statements)}
        self.home = any(s in place.statements for s in statements)
        self.far = 1.2 + (0.0 if self.home else 0.7 * place.far)
        inside = [(s.lineno, nodes_in([s])) for s in place.statements if not hasattr(s, "body")]
        signed = [pair for pair in inside if any(isinstance(n, ast.USub) for n in pair[1])]
        self.turned = {(text.of(n), line) for line, nodes in signed for n in nodes
                       if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Sub)}  # fmt: skip
        self.given: dict[int, list[tuple[str, ast.expr]]] = {}
        for s in place.statements:
            self.given.setdefault(s.lineno, []).extend(stored(s))
        self.given_names = {name for pairs in self.given.values() for name, _ in pairs}

    def ranked(self, edit: Edit) -> Edit:
        """The edit with its cost in this place."""
        lie = makes_a_lie(edit, self.place, self.given.get(edit.line, []), self.text)
        lie |= _writes_a_number(edit) and self.text.source[slice(*edit.splices[0][:2])] in self.given_names
        other_way = APART * (edit.kind is Kind.SWAP_SIDES and self._is_turned_elsewhere(edit))
        return edit.dearer(self._far(edit) + LIE * lie + other_way)

    def _is_turned_elsewhere(self, edit: Edit) -> bool:
        """Whether another line has the same difference with a sign, so that a sign is missing here."""
        said = self.text.source[edit.splices[0][0] : edit.splices[-1][1]]
        return any(said == other and line != edit.line for other, line in self.turned)

    def _far(self, edit: Edit) -> float:
        """The extra cost of an edit by its line."""
        splices = edit.splices if edit.kind in OF_TWO_PLACES else ()
        ends = {self.text.line(at) for a, b, _ in splices for at in (a, max(a, b - 1))}
        if self.blamed & {edit.line, *ends}:
            return 0.0
        if edit.line in self.around:
            return 0.3
        unread = set(self.place.unread) if self.place.far else set()
        if unread and unread & {word for _, _, new in edit.splices for word in WORD.findall(new)}:
            return UNREAD
        far = min(self.far, DEFINES) if edit.kind in ANYWHERE else self.far
        near = self.defined.get(edit.line, far)
        by_definition = edit.kind in OF_A_DEFINITION or _writes_a_number(edit)
        around_it = not self.home and edit.kind in OF_A_FORMULA
        return min(far, near + around_it) if near <= USES or by_definition else far
