"""Each finding is checked by its fix: what repairs the step is where the finding says that it is wrong.

Where nothing is found that undoes the named mistake, the name is suspect; where a fix is elsewhere than the
line of its finding, one of the two is wrong. What is right all the same stands in EXPLAINED, with its reason.
A few submissions on every run; `python -m pytest --all` takes all of them, and what it says then is either a
mistake of the diagnosis, one of the search, or one more line of the table.
"""

import ast
from collections.abc import Iterator

import pytest

from grader import fixing
from grader.engine.fix import search
from grader.fixing import looked_for, run_checks, with_fixes
from grader.grading import grade
from grader.kata import find_kata
from grader.submission import Submission
from grader.verdict import Change, Finding

from ..fix_rates import OTHERS
from ..helpers.graded import NURSERY
from ..helpers.labels import Labelled, labelled, labelled_exercises, statement_at

EACH_RUN = 1  # of each exercise
EXPLAINED = {
    "wrong/wrong_signature__constructor_without_features": "one line helps only with another",
    "wrong/gradient_wrong_value__a_mean_without_the_last_chunk": "the count is wrong, and its use is blamed",
    "logistic_regression/wrong/clips_at_a_hundredth": "the line that uses what was cut is blamed and marked",
    "normal_equation/wrong/front_taken_as_back": "the columns can be turned round as well as the parts",
}
FOUND = [one for name in labelled_exercises() for one in labelled("wrong", name)]
TRIED = [one for one in FOUND if not OTHERS & set().union(*one.slots)]


def suspects(source: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    """What speaks against the findings: none is undone by no fix, or by one in another place."""
    for found in findings:
        if found.fix is None:
            yield f"{found.mistake}, line {found.line}: nothing was found that undoes it"
        elif found.line is not None and not any(beside(source, found.line, one) for one in found.fix):
            lines = ", ".join(f"{change.start} to {change.end}" for change in found.fix)
            yield f"{found.mistake}, line {found.line}: the fix is in lines {lines}"


def beside(source: str, line: int, change: Change) -> bool:
    """Whether the statement of a line or its condition is changed, or something is put in beside it."""
    statement = set(statement_at(source.encode(), line) or {line})
    statement |= conditions(source, line)
    if change.end < change.start:
        return min(statement) <= change.start <= end_of(source, line) + 1
    return any(change.start <= one <= change.end for one in statement)


def conditions(source: str, line: int) -> set[int]:
    """The line of the condition that the statement of a line is under."""
    try:
        nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.If)]
    except SyntaxError:
        return set()
    return {n.lineno for n in nodes if any(s.lineno == line for s in n.body)}


def end_of(source: str, line: int) -> int:
    """The last line of the innermost statement around a line, with all that it holds."""
    try:
        nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.stmt)]
    except SyntaxError:
        return line
    around = [n for n in nodes if n.lineno <= line <= (n.end_lineno or 0)]
    return max(around, key=lambda n: n.lineno).end_lineno or line if around else line


def chosen() -> set[str]:
    """The titles of those that are tried on every run."""
    ranked = sorted(TRIED, key=lambda one: one.rank)
    each = [[one.title for one in ranked if one.exercise == name][:EACH_RUN] for name in labelled_exercises()]
    return {title for titles in each for title in titles}


CHOSEN = chosen()


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(one, id=one.title, marks=[] if one.title in CHOSEN else [pytest.mark.slow])
        for one in TRIED
    ],
)
def test_the_fix_is_where_the_mistake_was_found(one: Labelled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SECONDS", 60.0)  # so that no load decides
    monkeypatch.setattr(search, "SMALL_SECONDS", 20.0)
    monkeypatch.setattr(fixing, "MOST_SECONDS", 600.0)
    kata, source = find_kata(one.exercise), one.raw.decode("utf-8-sig")
    submission = Submission("a.py", source)
    verdict = grade(kata, submission, seed=one.rank, start=NURSERY.start, run_checks=run_checks)
    verdict = with_fixes(kata, submission, verdict, start=NURSERY.start)
    found = tuple(f for f in verdict.errors if looked_for(f))
    assert bool(list(suspects(source, found))) == (one.title in EXPLAINED)


def test_what_is_explained_is_there() -> None:
    assert set(EXPLAINED) <= {one.title for one in TRIED}


SOURCE = "def f(x):\n    y = (x +\n         1)\n    for i in x:\n        y += i\n    return y\n"


def finding(line: int, *fix: Change) -> Finding:
    return Finding("a", "error", "s", line, "seen", fix=fix or None)


def test_a_fix_elsewhere_is_told() -> None:
    on_it, inside, behind = Change(3, 3, ""), Change(5, 5, ""), Change(4, 3, "    z = y\n")
    close = finding(2, on_it), finding(2, inside, behind), finding(4, Change(6, 5, ""))
    assert not list(suspects(SOURCE, close))
    told = list(suspects(SOURCE, (finding(2, inside), finding(2))))
    assert told == ["a, line 2: the fix is in lines 5 to 5", "a, line 2: nothing was found that undoes it"]
