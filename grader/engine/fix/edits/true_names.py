"""Find edits that make a name untrue: a helper or a local is no longer what its name says."""

import ast
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from ..code.text import WORD, Edit, Text
from ..edit_kinds import ANEW, AVERAGED, DROPS, NUMBERS, OF_A_SIGN, ROOTS, Kind
from .edit_places import Place
from .sample_count import is_count

LIE = 1.5
"""Extra cost of such an edit."""
WRITTEN = ANEW | {Kind.UNDO}
SIGNS = OF_A_SIGN | WRITTEN
ROOT = re.compile(r"rms|root|sqrt")
ONE_LESS = re.compile(r"(^|_)(freedom|dof|ddof|one_less|minus_one)(_|$)")
HELPERS = {
    re.compile(r"(^|_)direction(_|$)"): SIGNS,
    re.compile(r"(^|_)(mse|mae|rmse|squared_error)(_|$)"): {Kind.ASKED_BY_THE_TWIST},
    re.compile(r"(^|_)(mean|average|derivative)(_|$)"): DROPS | {Kind.MEAN_TO_SUM},
}
"""Kinds of edits that make the name of a helper wrong, by what is in the name."""
NAMES = {
    re.compile(r"(^|_)(neg|negative|negated|minus|descent|likelihood)(_|$)"): SIGNS,
    re.compile(r"(^|_)(half|halved)(_|$)"): DROPS | WRITTEN | NUMBERS | {Kind.DOUBLE},
    re.compile(r"(^|_)(sum|total|sse|rss|energy)(_|$)"): AVERAGED | WRITTEN,
    ONE_LESS: DROPS | NUMBERS | WRITTEN,
    re.compile(r"(^|_)(moment|variance|var|squared|square|sq|m2)(_|$)"): ROOTS | WRITTEN,
    re.compile(r"(^|_)(range|ptp|width|span)(_|$)"): ROOTS | WRITTEN,
    re.compile(r"(^|_)(length|norm|rms|rmse|root)(_|$)"): {Kind.DROP_CALL, Kind.DROP_ROOT, *WRITTEN},
    re.compile(r"(^|_)(inv|inverse|recip|reciprocal|one_over)(_|$)"): {Kind.DOUBLE, Kind.UNDO, *NUMBERS},
}
"""The same for the name of a helper or of a local."""


def promises(name: str) -> bool:
    """Whether some edits would make a name untrue, so that its uses may be changed instead."""
    return any(said.search(name.lower()) for said in (*HELPERS, *NAMES))


def makes_a_lie(edit: Edit, place: Place, given: Sequence[tuple[str, ast.expr]], text: Text) -> bool:
    """Whether an edit removes what the name of a helper or a local promises, like the sign of `neg_error`.

    What the first line of a helper's docstring says counts as well.

    `given` are the names that its line stores, with their values.
    """
    own = place.function if place.far else None
    told = (ast.get_docstring(own) or "").partition("\n")[0] if own is not None else ""
    helper = "_".join([own.name, *WORD.findall(told)]).lower() if own is not None else ""
    if edit.kind in _untrue(helper, *(name.removeprefix("self.").lower() for name, _ in given)):
        return True
    if edit.kind is Kind.SQUARE and ROOT.search(text.lines[edit.line - 1]):
        return True
    if edit.kind in AVERAGED and place.far and any(name.startswith("self.") for name, _ in given):
        return True  # an object keeps a value of each sample
    return len(given) == 1 and _is_miscounted(edit, given[0][1], text)


@lru_cache(maxsize=256)
def _untrue(helper: str, *names: str) -> frozenset[Kind]:
    """The kinds of edits that make the name of a helper or of a local wrong."""
    found = [kinds for said, kinds in HELPERS.items() if said.search(helper)]
    found += [kinds for said, kinds in NAMES.items() if any(map(said.search, (helper, *names)))]
    return frozenset().union(*found)


def in_order(names: Sequence[str], parts: Sequence[str]) -> list[str]:
    """The names in the order of the parts of a result that they tell by their ends; as given if unclear."""
    ends = [[_same_end(name, part) for part in parts] for name in names]
    told = [end.index(max(end)) for end in ends if end and end.count(max(end)) == 1]
    clear = len(names) == len(parts) and sorted(told) == [*range(len(parts))]
    return [names[told.index(k)] for k in range(len(parts))] if clear else [*names]


def _same_end(one: str, other: str) -> int:
    """How many characters two names have in common at their ends."""
    alike = (a == b for a, b in zip(one[::-1], other[::-1], strict=False))
    return len(list(takewhile(bool, alike)))


def _is_miscounted(edit: Edit, value: ast.expr, text: Text) -> bool:
    """Whether a local that is the number of samples becomes another number."""
    start, end = text.span(value) if hasattr(value, "lineno") else (0, 0)
    inside = [(a - start, b - start, new) for a, b, new in edit.splices if start <= a <= b <= end]
    if not inside or not is_count(text.source[start:end]):
        return False
    return not is_count(Text(text.source[start:end]).edited(inside) or "")
