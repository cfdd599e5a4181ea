"""Make a fix smaller: restore the learner's own code wherever the fix does not need a change."""

import ast
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, product

from ....sandbox.parsing import nodes_in, parsed_expression
from ..code.canonical import dumped
from ..code.text import Splice, Text
from ..code.tree_diff import (
    PLAIN,
    as_in,
    differing,
    distance,
    expressions,
    inside,
    is_part,
    regions,
    replaced,
    slots,
    statements,
    values,
)
from .faults import faults
from .leftovers import without_locals
from .needless import NEEDLESS, without_brackets

MOST = 12
"""How many expressions closer to the learner's are tried in a fix."""
ATOMS = (ast.Name, ast.Attribute, ast.Constant)
Right = Callable[[str], bool]
"""Whether a text passes."""
Clean = Callable[[str], str]


def smallest(source: str, text: str, right: Right, clean: Clean = str, tries: int = MOST) -> str:
    """The fixed text, brought closer to the source and without needless parts.

    `right` tells whether another text passes, `clean` removes the code that it no longer uses, and as many
    expressions are tried as there are `tries`.
    """
    if faults(source) == float("inf"):
        return text  # it does not parse
    for nearer in (_with_one_value, _with_own_local):
        text = next(filter(right, map(clean, nearer(source, text))), text)
    left, made = iter(range(tries)), set[tuple[str, str]]()
    for line in [old.lineno for old, _ in _pairs(source, text)]:
        text = _Statement(source, text, line).nearest(right, left, made)
    for needless in NEEDLESS:
        while found := next(filter(right, (without_locals(text, o) for o in needless(source, text))), ""):
            text = found
    return without_brackets(source, text)


def _with_one_value(source: str, text: str) -> Iterator[str]:
    """Keep the learner's statements, with one value replaced by a value of the new statements."""
    before, after = Text(source), Text(text)
    for old, new in regions(source, text):
        if len(new) < 2 or not old or not all(isinstance(s, PLAIN) for s in (*old, *new)):
            continue
        first, last = before.span(old[0])[0], before.span(old[-1])[1]
        place = after.span(new[0])[0], after.span(new[-1])[1]
        given = [pair for s in new for pair in slots(s)]
        for statement in old:
            for name, value in slots(statement) if isinstance(statement, ast.Assign) else ():
                start, end = before.span(value)
                same = [v for target, v in given if target == name and isinstance(v, ast.Call)]
                parts = [part for v in same for part in expressions(v) if isinstance(part, ast.Call)]
                fresh = dict.fromkeys(after.of(v) for v in (*(v for _, v in given), *parts))
                for said in (s for s in fresh if s != before.of(value)):
                    yield f"{source[:start]}{said}{source[end:]}"
                    own = f"{source[first:start]}{said}{source[end:last]}"
                    yield after.edited([(*place, own)]) or text


def _with_own_local(source: str, text: str) -> Iterator[str]:
    """Put a local that the fix drops, with its value, in place of a new local."""
    before, after = Text(source), Text(text)
    for old, new in regions(source, text):
        given = ([(s, name) for s in block if isinstance(s, ast.Assign) for name, _ in slots(s)
                  if name.isidentifier()] for block in (old, new))  # fmt: skip
        for (own, one), (other, two) in product(*given):
            reads = [n for s in inside(statements(text), other) for n in nodes_in([s]) if s is not other]
            uses = {after.span(n) for n in reads if isinstance(n, ast.Name) and n.id == two}
            renamed = [(*span, one) for span in sorted(uses)]
            yield after.edited([(*after.span(other), before.of(own)), *renamed]) or text


def _pairs(source: str, text: str) -> list[tuple[ast.stmt, list[ast.stmt]]]:
    """Each old statement with the new ones that assign the same targets in the same order."""
    found = []
    for old, new in regions(source, text):
        left = list(new)
        for statement in old:
            names = [name for name, _ in slots(statement)]
            for start, stop in ((i, j) for i in range(len(left)) for j in range(i + 1, len(left) + 1)):
                if names and names == [name for s in left[start:stop] for name, _ in slots(s)]:
                    found.append((statement, left[start:stop]))
                    left = left[stop:]
                    break
    return found


class _Statement:
    """One statement of the learner's, and the statements that replace it in the fix."""

    def __init__(self, source: str, text: str, line: int) -> None:
        self.before, self.after, self.text = Text(source), Text(text), text
        pairs = _pairs(source, text)
        self.alone = len(regions(source, text)) == 1 == len(pairs)
        self.old, self.new = next((p for p in pairs if p[0].lineno == line), (ast.Pass(), []))
        self.same = len(self.new) == 1 and type(self.new[0]) is type(self.old)
        values = [part for s in self.new for part in as_in(self.old, s)]
        own = [value for _, value in slots(self.old)]
        self.parts = list(zip(own, values, strict=True)) if len(own) == len(values) else []

    def nearest(self, right: Right, left: Iterator[int], made: set[tuple[str, str]]) -> str:
        """The text with the statement as close to the learner's as it passes, while tries are left.

        Args:
            right: whether a text passes.
            left: has one entry for each try that is left.
            made: the replacements (old text, new text) made in other statements; they are tried first. New
            ones are added.
        """
        pairs = [pair for old, new in self.parts for pair in differing(old, new) or []]
        splices = [splice for pair in pairs if (splice := self._put(*pair)) is not None]
        kept = self._with(splices)
        if len(splices) < len(pairs) or kept is None or self._is_farther(splices):
            return self.text
        if kept != self.text and not right(kept):
            return self.text
        said = [tuple(map(dumped, pair)) for pair in pairs]
        for pair, splice in zip(pairs, list(splices), strict=True):
            rest = [other for other in splices if other is not splice]
            swapped = tuple(map(dumped, reversed(pair))) in said
            if swapped:
                continue  # both sides are the learner's own
            back = [rest] if rest or not self.alone else []
            nearer = zip(self._nearer(*pair, made), left, strict=False)
            for some in chain(back, ([*rest, other] for other, _ in nearer)):
                if (new := self._with(some)) not in (None, kept) and right(new or ""):
                    kept, splices = new or "", some
                    made |= {(self.before.source[start:end], part) for start, end, part in some}
                    break
        return kept

    def _is_farther(self, splices: Sequence[Splice]) -> bool:
        """Whether the learner's edited statement differs more from the original than the new statement."""
        if self.same or len(self.new) != 1:
            return False
        own = self.before.of(self.old)
        return distance(own, self._edited(self.old, splices)) > distance(own, self.after.of(self.new[0]))

    def _nearer(self, old: ast.expr, new: ast.expr, made: set[tuple[str, str]]) -> Iterator[Splice]:
        """Replacements of only a part of the old expression, those that change least first."""
        called = ast.unparse(new.func) if isinstance(new, ast.Call) else ""
        done = called == "float" or called.startswith("self.") or isinstance(new, ast.Constant)
        if isinstance(old, ATOMS) or is_part(old, new) or is_part(new, old) or done:
            return
        fresh = [node for node in values(new) if not is_part(node, old)]
        ways = [(s, r) for s in values(old) for r in (*fresh, *values(s)[1:])]
        splices = {splice for way in ways if (splice := self._put(*way)) is not None}
        named = {id(k.value) for n in nodes_in([new]) if isinstance(n, ast.Call) for k in n.keywords}
        for call in values(old):
            if isinstance(call, ast.Call) and call.args:
                end = self.before.span(call)[1] - 1
                splices |= {(end, end, f", {self.written(n)}") for n in fresh if id(n) not in named}
        far = self._changed(old, self._put(old, new))
        sizes = {splice: self._changed(old, splice) for splice in splices}
        nearer = [splice for splice in splices if 0 < sizes[splice] < far]
        source = self.before.source
        anew = {s: (source[s[0] : s[1]], s[2]) not in made for s in nearer}
        yield from sorted(nearer, key=lambda s: (anew[s], sizes[s], len(s[2]), s))

    def _changed(self, node: ast.expr, splice: Splice | None) -> int:
        if splice is None:
            return 0
        start, end = self.before.span(node)
        own, (first, last, new) = self.before.source, splice
        return distance(own[start:end], f"{own[start:first]}{new}{own[last:end]}")

    def written(self, node: ast.expr) -> str:
        """The source text of an expression from either text."""
        if not hasattr(node, "lineno"):
            return ast.unparse(node)
        own = any(node is part for old, _ in self.parts for part in nodes_in([old]))
        return (self.before if own else self.after).of(node)

    def _put(self, old: ast.expr, new: ast.expr) -> Splice | None:
        """The splice that replaces one node of the learner's, with parentheses only if needed."""
        whole = next((part for part, _ in self.parts if any(old is n for n in nodes_in([part]))), old)
        start, end = self.before.span(whole)
        wanted = dumped(replaced(whole, old, new))
        for form in ("{}", "({})"):
            first, last = self.before.span(old)
            written = form.format(self.written(new))
            own = self.before.source
            try:
                got = parsed_expression(f"({own[start:first]}{written}{own[last:end]}\n)")
            except SyntaxError:
                continue
            if dumped(got) == wanted:
                return first, last, written
        return None

    def _with(self, splices: Sequence[Splice]) -> str | None:
        """The fixed text with the learner's own statement, in which only these parts are replaced."""
        if not self.parts:
            return None
        if self.same:
            own = [self._edited(old, splices) for old, _ in self.parts]
            places = [self.after.span(new) for _, new in self.parts]
            return self.after.edited([(*at, part) for at, part in zip(places, own, strict=True)])
        first, last = self.after.span(self.new[0])[0], self.after.span(self.new[-1])[1]
        return self.after.edited([(first, last, self._edited(self.old, splices))])

    def _edited(self, node: ast.expr | ast.stmt, splices: Sequence[Splice]) -> str:
        start, end = self.before.span(node)
        inside = [(a - start, b - start, new) for a, b, new in splices if start <= a and b <= end]
        return Text(self.before.of(node)).edited(inside) or ""
