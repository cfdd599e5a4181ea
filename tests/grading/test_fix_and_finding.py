"""Each finding is checked by its fix: the fix has to be where the finding says that the code is wrong.

If no fix is found, the named mistake is suspect; if a fix is not at the line of its finding, one of the two
is wrong. Cases that are right nevertheless are listed in EXPLAINED, with the reason. On every run a few
submissions are tried; `python -m pytest --all` tries all of them. Each failure then shows a bug in the
diagnosis, a bug in the search for fixes, or one more entry for the table.
"""

import ast
from collections.abc import Iterator

import pytest

from grader import fixing
from grader.engine.fix import step_search
from grader.fixing import looked_for, with_fixes
from grader.grading import grade
from grader.kata import find_kata
from grader.submission import Submission
from grader.verdict import Change, Finding

from ..fix_rates import OTHERS
from ..helpers.graded import FORK_SERVER
from ..helpers.labels import Labelled, labelled, labelled_exercises, statement_at

EACH_RUN = 1  # per exercise
EXPLAINED = {
    "wrong/wrong_signature__constructor_without_features": "one line helps only with another",
    "wrong/gradient_divided_by_n_minus_one__lost_degree_named": "a name is set to 0, and its use is blamed",
    "wrong/gradient_of_squared_residual__helper_method": "a helper squares, and its call is blamed",
    "wrong/gradient_wrong_value__a_mean_without_the_last_chunk": "the count is wrong, and its use is blamed",
    "logistic_regression/wrong/clips_at_a_hundredth": "the line that uses what was cut is blamed and marked",
    "normal_equation/wrong/front_taken_as_back": "the columns can be turned round as well as the parts",
}
FOUND = [one for name in labelled_exercises() for one in labelled("wrong", name)]
TRIED = [one for one in FOUND if not OTHERS & set().union(*one.slots)]


def suspects(source: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    """The reasons to doubt the findings: a finding without a fix, or with a fix in another place."""
    for found in findings:
        if found.fix is None:
            yield f"{found.mistake}, line {found.line}: nothing was found that undoes it"
        elif found.line is not None and not any(beside(source, found.line, one) for one in found.fix):
            lines = ", ".join(f"{change.start} to {change.end}" for change in found.fix)
            yield f"{found.mistake}, line {found.line}: the fix is in lines {lines}"


def beside(source: str, line: int, change: Change) -> bool:
    """True if the change edits the statement at the line or its condition, or inserts code next to it."""
    statement = set(statement_at(source.encode(), line) or {line})
    statement |= conditions(source, line)
    if change.end < change.start:
        return min(statement) <= change.start <= end_of(source, line) + 1
    return any(change.start <= one <= change.end for one in statement)


def conditions(source: str, line: int) -> set[int]:
    """The line of the `if` whose body directly contains the statement at a line; empty if there is none."""
    try:
        nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.If)]
    except SyntaxError:
        return set()
    return {n.lineno for n in nodes if any(s.lineno == line for s in n.body)}


def end_of(source: str, line: int) -> int:
    """The last line of the innermost statement around a line, including its body."""
    try:
        nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.stmt)]
    except SyntaxError:
        return line
    around = [n for n in nodes if n.lineno <= line <= (n.end_lineno or 0)]
    return max(around, key=lambda n: n.lineno).end_lineno or line if around else line


def chosen() -> set[str]:
    """The titles of the submissions that are tried on every run."""
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
    monkeypatch.setattr(step_search, "SECONDS", 60.0)  # so that the result does not depend on the load
    monkeypatch.setattr(step_search, "SMALL_SECONDS", 20.0)
    monkeypatch.setattr(fixing, "MOST_SECONDS", 600.0)
    kata, source = find_kata(one.exercise), one.raw.decode("utf-8-sig")
    submission = Submission("a.py", source)
    verdict = grade(kata, submission, seed=one.rank, start=FORK_SERVER.start, with_pytest=False)
    verdict = with_fixes(kata, submission, verdict, start=FORK_SERVER.start)
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
