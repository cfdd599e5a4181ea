"""Generate the corrected texts to try for one step, the likeliest first.

An edit costs less if it is small, at the blamed line, in the method itself, or undoes the mistake found.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush
from itertools import chain
from operator import attrgetter

from ..declaration.exercise import Exercise
from ..source.syntax import covers
from ..source.tree import Tree
from ..training.trajectory import may_end_early
from .code.expanded_names import EACH, kept_as
from .code.text import Edit, Text
from .combined import of_two_mistakes, same_slip
from .edit_kinds import ANEW, CALLS_LESS, OF_A_LOST_VALUE, REMOVES, SHAPES, TWO_FACTORS, WITH_HELPER, Kind
from .edits.batches import without_batches
from .edits.blocks import Blocks
from .edits.constants import other_choices
from .edits.demo import demo_edits
from .edits.edit_places import Place, only_shown, places_of, used_names
from .edits.expressions import Expressions
from .edits.literals import of_literals
from .edits.load_edits import loading_edits, with_numpy
from .edits.members import member_edits
from .edits.missing_arguments import missing_arguments
from .edits.own_arguments import own_arguments
from .edits.own_members import own_members
from .edits.pairs import of_pairs
from .edits.repeated_values import of_repeated
from .edits.settings import arguments_for_settings
from .edits.solvers import for_any_rank
from .edits.statements import Statements
from .edits.structure import Structure
from .ranking import Ranking, related
from .reference.leads import AHEAD, leads
from .reference.missing_statements import Missing, wrapped
from .reference.rewrite import Rewriting
from .reference.twists import Numbers
from .reference.undo_edits import Undone
from .tidy.faults import faults_and_orphans
from .tidy.leftovers import leftovers

MANY = 10_000
GONE = 3.0
"""How much cheaper it is to remove a line that makes work grow: it may not be needed at all."""
ATTRIBUTE, FUNCTION, BY_A_NAME = 0.5, 2.5, 1.0
"""Extra costs of leaving behind an attribute or a function that nothing uses any more.

The last one is for a function that a blamed line no longer calls, or that another name replaces there.
"""
LOST = ast.BinOp | ast.Name | ast.Attribute | ast.Compare
"""Values that a statement does not use."""
CHEAP = 1.4
"""Edits of a lower cost are tried before those are found that take long to find."""
ENDS = ast.Return | ast.Break | ast.Continue
cost_of = attrgetter("cost")
NOTHING: Mapping[str, int | None] = {}


def methods_of(exercise: Exercise, step: str) -> list[str]:
    """The methods that a step judges."""
    method = exercise.method_of(step)
    if method is not None:
        return [method.name]
    return ["__init__"] if exercise.starts and step == exercise.steps[0] else list(exercise.takes)


def candidates(
    exercise: Exercise,
    source: str,
    step: str,
    lines: Sequence[int],
    mistakes: Mapping[str, int | None] = NOTHING,
    methods: Sequence[str] | None = None,
) -> Iterator[str]:
    """The corrected texts to try for a step that fails, without duplicates.

    `lines` are those that findings blame, the first finding's first, and `mistakes` the ids of the findings,
    with their lines. The methods that may be wrong are by default those that the step judges.
    """
    text, tree = Text(source), Tree(source, exercise)
    weights = _Weights(exercise, source, tree, step, lines, mistakes)
    own = methods_of(exercise, step) if methods is None else [*methods]
    slow: list[Iterator[Edit]] = []
    edits = list(weights.weighed(_edits(exercise, text, tree, own, lines, list(mistakes), slow)))

    def combined(edits: list[Edit]) -> Iterator[Edit]:
        """The edits, and those of them that go together."""
        slips = list(same_slip(source, edits, weights.likely)) if not weights.by_work else []
        yield from (*edits, *slips, *of_two_mistakes(exercise, tree, [*edits, *slips], mistakes))

    def stages() -> Iterator[Edit]:
        """The edits by cost; those that take long to find are only found after the cheap ones."""
        cheap = (e for e in combined(edits) if e.cost < CHEAP and not weights.by_work)
        yield from sorted(cheap, key=cost_of)
        yield from sorted(combined([*edits, *weights.weighed(chain(*slow))]), key=cost_of)

    blamed = {function.name for line in lines if (function := tree.function_at(line)) is not None}
    kinds = REMOVES | ANEW if weights.by_work else REMOVES
    yield from _made(text, with_numpy(text, tree, stages()), lines, blamed, set(exercise.takes), kinds)


class _Weights:
    """Adds to the costs of edits what the findings say: which kinds are likely, and where."""

    def __init__(
        self, exercise: Exercise, source: str, tree: Tree, step: str, lines: Sequence[int],
        mistakes: Mapping[str, int | None],
    ) -> None:  # fmt: skip
        self.lines = lines
        self.by_work = exercise.method_of(step) is None and step in exercise.steps[1:]
        # a wrong operator or number does not make work grow
        self.likely = SHAPES if self.by_work else leads(exercise, *mistakes) | {Kind.UNDO}
        self.unused = leftovers(source)  # a local that is computed but not used is probably meant to be used
        self.names = {name for name, _ in self.unused}.union(*map(only_shown, tree.definitions))

    def weighed(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The edits with these costs, without those that use an unused local where it is computed."""
        for e in edits:
            fresh = [new for _, _, new in e.splices]
            idle = self.unused if e.kind is not Kind.SWAP_NAMES else ()  # the other one of a pair is meant
            foreign = any((new, e.line) in idle or f"{EACH}(" in new for new in fresh)
            if fresh and not foreign and (e.kind not in TWO_FACTORS or e.kind in self.likely):
                ahead = e.kind in self.likely - {Kind.UNDO} or any(new in self.names for new in fresh)
                here, gone = e.line in self.lines, e.kind in REMOVES and not "".join(fresh)
                away = (e.kind not in self.likely) + (not here) - here * ((e.kind in ANEW) + GONE * gone)
                yield e.dearer(self.by_work * away - AHEAD * ahead)


def _made(
    text: Text,
    edits: Iterable[Edit],
    lines: Sequence[int],
    blamed: set[str],
    documented: set[str],
    kinds: frozenset[Kind],
) -> Iterator[str]:
    """The edited texts by cost; those that leave something unused behind come later. Skips new faults.

    After edits of these `kinds` on a blamed line, what only they used goes too.
    """
    found, later = {text.source}, list[tuple[float, int, str]]()
    before, unused = faults_and_orphans(text.source)
    unused |= documented
    most = before if before < float("inf") else MANY  # a text that does not parse has no count
    for edit in edits:
        while later and later[0][0] <= edit.cost:
            yield heappop(later)[2]
        new = text.edited(edit.splices)
        if new is None or new in found:
            continue
        found.add(new)
        odd, orphans = faults_and_orphans(new)
        if odd <= most and orphans - unused:
            left = orphans - unused - (blamed if edit.kind is Kind.RETURN_THE_ARGUMENTS else set())
            function = BY_A_NAME if edit.kind in CALLS_LESS and edit.line in lines else FUNCTION
            cost = sum(ATTRIBUTE if name[0] == "." else function for name in left)
            gone = {text.line(at) for a, b, _ in edit.splices for at in (a, max(a, b - 1))} & set(lines)
            asks = any(name in text.source[a:b] for name in blamed for a, b, _ in edit.splices)
            with_helper = edit.kind in WITH_HELPER or (edit.kind in kinds and bool(gone))
            with_helper |= edit.kind in REMOVES | {Kind.DROP_CALL, Kind.DROP_CONDITION} and asks
            cost = 0.0 if with_helper else cost  # it is removed with its helper
            heappush(later, (edit.cost + cost, len(found), new))
        elif odd <= most:
            yield new
    yield from (new for _, _, new in sorted(later))


def _edits(
    exercise: Exercise, text: Text, tree: Tree, methods: list[str], lines: Sequence[int],
    mistakes: Sequence[str], slow: list[Iterator[Edit]],
) -> Iterator[Edit]:  # fmt: skip
    """All edits of one slip; iterators that take long are added to `slow` instead."""
    places = places_of(tree, methods, lines)
    statements = [s for line in lines if (s := _blamed(tree, places, line)) is not None]
    yield from loading_edits(exercise, text, tree, lines)
    for line in lines if not methods else ():
        yield from demo_edits(exercise, text, tree, line)
    yield from member_edits(exercise, text, tree, methods)
    yield from other_choices(text, tree)
    yield from of_literals(exercise, text, tree, lines)
    yield from missing_arguments(exercise, text, tree, methods)
    yield from own_arguments(exercise, text, tree, places, lines)
    yield from own_members(exercise, text, tree, places, lines)
    known = _known(exercise, tree)
    helpers = {f.name for line in lines if (f := tree.function_at(line)) is not None} - set(methods)
    defined = related(places, statements, helpers)
    trains = exercise.descent is not None and not may_end_early(exercise)
    exits = {place.function: _tests_of_exits(place) if trains else [] for place in places}
    loops = [s.test for place in places for s in place.statements if trains and isinstance(s, ast.While)]
    asked = {name for test in (*chain(*exits.values()), *loops) for name in used_names(test)}
    asked -= {method.name for method in exercise.methods}
    for place in places:
        if place.function is not None and place.function.name in asked:
            continue  # the condition that tests it is removed
        tests = [text.span(test) for test in exits[place.function]]
        ranked = partial(_ranked, Ranking(text, place, statements, defined), tests)
        later: list[Iterator[Edit]] = []
        yield from ranked(_of_place(exercise, text, tree, place, known, methods, lines, mistakes, later))
        slow += map(ranked, later)


def _blamed(tree: Tree, places: Sequence[Place], line: int) -> ast.stmt | None:
    """The innermost statement at a line, or what the lambda there returns."""
    nameless = (p.statements[-1] for p in places if p.function and p.function not in tree.definitions)
    return next((s for s in nameless if covers(s, line)), tree.statement_at(line))


def _ranked(ranking: Ranking, tests: Sequence[tuple[int, int]], edits: Iterator[Edit]) -> Iterator[Edit]:
    """The edits of one place with their costs, without those of the tests of exits and of unused values."""
    lost = [s for s in ranking.place.statements if isinstance(s, ast.Expr) and isinstance(s.value, LOST)]
    useless = [ranking.text.span(s) for s in lost]
    for edit in edits:
        idle = edit.kind not in OF_A_LOST_VALUE and _is_in(edit, useless)
        if not idle and not _is_in(edit, tests):
            yield ranking.ranked(edit)


def _is_in(edit: Edit, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an edit changes something inside one of these parts of the text."""
    return any(start <= a and b <= end for a, b, _ in edit.splices for start, end in spans)


def _tests_of_exits(place: Place) -> list[ast.expr]:
    """The conditions on which a loop or an epoch ends early; right training has none."""
    loops = [s for s in place.statements if isinstance(s, ast.For | ast.While)]
    exits = [s for loop in loops for s in loop.body
             if isinstance(s, ast.If) and isinstance(s.body[-1], ENDS)]  # fmt: skip
    return [s.test for s in exits]


def _of_place(
    exercise: Exercise, text: Text, tree: Tree, place: Place, known: list[str], methods: list[str],
    lines: Sequence[int], mistakes: Sequence[str], slow: list[Iterator[Edit]],
) -> Iterator[Edit]:  # fmt: skip
    attributes, expressions = list(exercise.parameters), Expressions(text, place, exercise, known)
    statements = Statements(text, place, attributes)
    for statement in place.statements:
        yield from expressions.of(statement)
        if place.function is None or place.function in tree.definitions:
            yield from statements.of(statement)
    yield from Blocks(text, place, attributes).edits()
    yield from Structure(text, place, tree, exercise).edits()
    yield from of_repeated(expressions, tree, place, exercise)
    yield from of_pairs(text, place)
    yield from without_batches(text, tree, place)
    yield from for_any_rank(text, place)
    yield from arguments_for_settings(text, place)
    yield from _with_the_right_code(exercise, text, tree, place, expressions, methods, lines, mistakes, slow)


def _with_the_right_code(
    exercise: Exercise, text: Text, tree: Tree, place: Place, expressions: Expressions, methods: list[str],
    lines: Sequence[int], mistakes: Sequence[str], slow: list[Iterator[Edit]],
) -> Iterator[Edit]:  # fmt: skip
    """The edits that compare a method, or a helper that it calls, with the right method."""
    name = place.function.name if place.function is not None else ""
    headers = exercise.formula.headers
    helper = name not in ("", *headers) and len(methods) == 1 and methods[0] in headers
    if helper or (name in headers and name in methods):
        first = _blamed(tree, [place], lines[0] if lines else 0)
        blamed = first in place.statements or bool(place.unread)
        kept = kept_as(exercise, tree.function("__init__"))
        rewriting = Rewriting(text, place, exercise, methods[0] if helper else name, kept, tree)
        undone = Undone(exercise, expressions, rewriting, kept)
        found = [undone.edits(mistakes, place.statements), undone.lacking(mistakes, place.statements)]
        missing = Missing(rewriting)
        if blamed or not helper:
            found.append(missing.prepared() if helper else missing.edits())
        late = [wrapped(rewriting)]
        if blamed or not helper:
            late.append(rewriting.edits(lines if len(methods) == 1 else ()))
        numbers = Numbers(exercise, tree, place)
        now, then = ((named for edit in map(rewriting.counted, chain(*some)) for named in numbers.named(edit))
                     for some in (found, late))  # fmt: skip
        slow.append(then)
        yield from now


def _known(exercise: Exercise, tree: Tree) -> list[str]:
    """The names that a misspelt name may stand for."""
    functions = [n.name for n in tree.nodes if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    numpy = [
        "zeros", "ones", "mean", "sum", "square", "sqrt", "std", "where", "dot", "shape", "append", "ndim",
        "size", "float64", "matmul", "abs", "float", "int", "len", "range", "list", "zip", "enumerate",
    ]  # fmt: skip
    stored = [n.attr for n in tree.nodes.of(ast.Attribute).stores()]
    return list(dict.fromkeys([*exercise.parameters, *exercise.takes, *stored, *functions, *numpy]))
