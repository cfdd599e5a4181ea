"""Each finding is checked by its fix: the fix has to be where the finding says that the code is wrong.

If no fix is found, the named mistake is suspect; if a fix is not at the line of its finding, one of the two
is wrong. Cases that are right nevertheless are listed in EXPLAINED, with the reason. On every run a few
submissions are tried; `python -m pytest --all` tries all of them. Each failure then shows a bug in the
diagnosis, a bug in the search for fixes, or one more entry for the table.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from textwrap import dedent

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
    "wrong/gradient_divided_by_n_minus_one__lost_degree_named": "a name is set to 0, and its use is blamed",
    "wrong/gradient_divided_by_features__rows_named_features": "two names are crossed, and their use changes",
    "wrong/gradient_divided_by_features__mean_of_rows": "two names are crossed, and the use of one changes",
    "wrong/fit_gradient_frozen__maker_of_steps": "the closure can be made anew in every epoch",
    "wrong/loss_sign_flipped__score_to_maximise": "the helper's name says that it negates",
    "wrong/predict_ignores_bias__class_by_type": "no fix is looked for in a class that is made by `type()`",
    "wrong/gradient_of_squared_residual__helper_method": "a helper squares, and its call is blamed",
    "wrong/fit_history_missing__logbook_object": "the losses are kept in a list, not in an object",
    "wrong/raises__b_is_read_only": "no setter is added to a property",
    "wrong/raises__w_is_read_only": "no setter is added to a property",
    "wrong/raises__properties_made_by_a_call": "no setter is added to a property",
    "wrong/wrong_signature__keyword_only": "no argument is made positional",
    "wrong/gradient_not_divided_by_n__one_beside_the_residual": "a helper's 1 is blamed, and its uses change",
    "wrong/wrong_signature__rate_given_to_the_constructor": "no parameter is added for an attribute",
    "logistic_regression/wrong/layer_without_activation": "no argument is added to a call of a base class",
    "ridge_regression/wrong/table_of_penalties": "a lambda in a table is blamed, and its caller changes",
    "standard_scaler/wrong/zero_test_in_a_helper": "the helper is blamed, but its caller has the data",
    "logistic_regression/wrong/clips_at_a_hundredth": "the line that uses what was cut is blamed and marked",
    "standard_scaler/wrong/guard_after_rounding": "the fix adds a condition after the one that is blamed",
    "standard_scaler/wrong/the_other_axis_by_name": "a name is set to 0, and its use is blamed",
    "logistic_regression/wrong/classes_by_their_truth": "a table is blamed, and its uses change",
    "wrong/gradient_divided_by_features__property_that_counts": "a property is blamed, and its uses change",
    "wrong/fit_ignores_learning_rate__left_to_a_dataclass": "an object is blamed, and its uses change",
}
EITHER_SIDE = ("-broadcasts", "-divided-twice", "-missing-factor-two", "-wrong-shape", "raises")
"""Endings of mistakes that are seen where two values meet, and may be undone in either of them."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SIMPLE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Return)
FOUND = [one for name in labelled_exercises() for one in labelled("wrong", name)]
TRIED = [one for one in FOUND if not OTHERS & set().union(*one.slots)]


def suspects(source: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    """The reasons to doubt the findings: a finding without a fix, or with a fix in another place."""
    for found in findings:
        if found.fix is None:
            yield f"{found.mistake}, line {found.line}: nothing was found that undoes it"
        elif found.line is not None and not any(beside(source, found, one) for one in found.fix):
            lines = ", ".join(f"{change.start} to {change.end}" for change in found.fix)
            yield f"{found.mistake}, line {found.line}: the fix is in lines {lines}"


def beside(source: str, found: Finding, change: Change) -> bool:
    """Whether a change edits the statement at the finding's line or its condition, or inserts code for it.

    Inserted code is for it if it is next to it, or sets what it reads, or reads what it sets. Where two
    values meet, the change may be where one of them is set; of a helper that loops, the call may be changed.
    """
    assert found.line is not None
    statement = set(statement_at(source.encode(), found.line) or {found.line})
    edited = range(change.start, change.end + 1)
    related = statement | conditions(source, found.line)
    if found.mistake.endswith(EITHER_SIDE):
        related |= set(sources_of(source, found.line))
    if found.mistake == "loop-over-samples":
        related |= set(calls_of_the_function_at(source, found.line))
    inserted = not edited or len(change.text.splitlines()) > len(edited)
    near = range(min(statement), end_of(source, found.line) + 2)
    if inserted and (change.start in near or change.end + 1 in near):
        return True
    return any(one in edited for one in related) or (not edited and shares(source, found.line, change))


def shares(source: str, line: int, change: Change) -> bool:
    """Whether inserted code sets a name or attribute that the statement at a line reads, or the reverse."""
    function, statement = around(source, line, FUNCTIONS), around(source, line, SIMPLE)
    if function is None or statement is None:
        return False
    try:
        inserted = ast.parse(dedent(change.text))
    except SyntaxError:
        return False
    (read, stored), (read_there, stored_there) = names(statement), names(inserted)
    inside = function.lineno < change.start <= end_of_node(function) + 1
    return inside and bool(stored & read_there or read & stored_there)


def sources_of(source: str, line: int) -> Iterator[int]:
    """The lines of the last statements before a line that set the names that it reads."""
    function, statement = around(source, line, FUNCTIONS), around(source, line, SIMPLE)
    if function is None or statement is None:
        return
    before = [n for n in ast.walk(function) if isinstance(n, SIMPLE) and end_of_node(n) < statement.lineno]
    for name in names(statement)[0]:
        setting = [n for n in before if name in names(n)[1]]
        if setting:
            last = max(setting, key=lambda n: n.lineno)
            yield from range(last.lineno, end_of_node(last) + 1)


def calls_of_the_function_at(source: str, line: int) -> list[int]:
    """The lines that call the function around a line."""
    function = around(source, line, FUNCTIONS)
    calls = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)] if function else []
    called = [(n.lineno, getattr(n.func, "attr", getattr(n.func, "id", ""))) for n in calls]
    return [at for at, name in called if name == getattr(function, "name", None)]


def conditions(source: str, line: int) -> set[int]:
    """The line of the `if` whose body directly contains the statement at a line; empty if there is none."""
    try:
        nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.If)]
    except SyntaxError:
        return set()
    return {n.lineno for n in nodes if any(s.lineno == line for s in n.body)}


def end_of(source: str, line: int) -> int:
    """The last line of the innermost statement around a line, including its body."""
    statement = around(source, line, (ast.stmt,))
    return end_of_node(statement) if statement else line


def around(source: str, line: int, kinds: tuple[type[ast.stmt], ...]) -> ast.stmt | None:
    """The innermost statement of one of these kinds around a line."""
    try:
        nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, kinds)]
    except SyntaxError:
        return None
    found = [n for n in nodes if n.lineno <= line <= end_of_node(n)]
    return max(found, key=lambda n: n.lineno, default=None)


def end_of_node(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def names(node: ast.AST) -> tuple[set[str], set[str]]:
    """The names and attributes that code reads, and those that it sets."""
    parts = [n for n in ast.walk(node) if isinstance(n, (ast.Name, ast.Attribute))]
    updated = {ast.unparse(n.target) for n in ast.walk(node) if isinstance(n, ast.AugAssign)}
    read = {ast.unparse(n) for n in parts if isinstance(n.ctx, ast.Load)} | updated
    return read - {"self", "np"}, {ast.unparse(n) for n in parts if isinstance(n.ctx, ast.Store)}


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


def test_a_fix_on_another_line_is_reported() -> None:
    on_it, inside, behind = Change(3, 3, ""), Change(5, 5, ""), Change(4, 3, "    z = y\n")
    close = finding(2, on_it), finding(2, inside, behind), finding(4, Change(6, 5, ""))
    assert not list(suspects(SOURCE, close))
    told = list(suspects(SOURCE, (finding(2, inside), finding(2))))
    assert told == ["a, line 2: the fix is in lines 5 to 5", "a, line 2: nothing was found that undoes it"]


def test_inserted_code_is_for_the_line_whose_names_it_shares() -> None:
    source = "def f(x):\n    y = x + 1\n    x.append(y)\n    z = x\n    return z\n"
    sets_x, reads_y, other = (
        Change(2, 1, "    x = []\n"),
        Change(5, 4, "    k = y\n"),
        Change(5, 4, "    k = 1\n"),
    )
    assert not list(suspects(source, (finding(3, sets_x), finding(2, reads_y))))
    assert list(suspects(source, (finding(2, other),)))
    also = Change(4, 4, "    z = x\n    k = 1\n")  # edits one line and inserts one behind it
    assert not list(suspects(source, (finding(5, also),)))


def test_two_values_that_do_not_fit_may_be_changed_where_either_is_set() -> None:
    source = "def f(x):\n    y = x[:, None]\n    z = 0\n    return x - y\n"
    where_set, elsewhere = Change(2, 2, "    y = x\n"), Change(3, 3, "    z = 1\n")
    met = [replace(finding(4, one), mistake="a-broadcasts") for one in (where_set, elsewhere)]
    assert not list(suspects(source, (met[0],)))
    assert list(suspects(source, (met[1],))) and list(suspects(source, (finding(4, where_set),)))
