"""Grade the reference and a wrong file like `check`, to see whether grading works."""

import ast
import io
import sys
from contextlib import redirect_stderr

from ..grading import grade
from ..kata import Kata
from ..practice.clock import Clock
from ..report.doctor import CheckedItem
from ..sandbox.parsing import parsed
from ..submission import Submission
from ..verdict import Verdict

GRADING = "grading"
SEED = 1
FIX_FIRST = "Fix the problems above first, then run this again."
UNTRIED = CheckedItem("problem", GRADING, "cannot be tried without the libraries", FIX_FIRST)
"""The row to show if libraries are missing."""
NEWEST = (
    "Install the newest libraries, in the project folder: "
    "{python} -m pip install -q --upgrade --upgrade-strategy eager -e ."
)
BACK = "Get it back: git checkout -- {shown}"
CHANGED = (
    "If {shown} was changed, get it back: git checkout -- {shown}; otherwise report this, with all of"
    " the above."
)


def trial(kata: Kata, shown: str, clock: Clock, *, sound: bool) -> CheckedItem:
    """Grade both files, and report whether the verdicts are right.

    `shown` is the path of the reference as the user can type it; `sound`: no problem was found before.
    """
    begun, said = clock.monotonic(), io.StringIO()
    newest = NEWEST.format(python=sys.executable or "python")
    try:
        with redirect_stderr(said):  # if pytest cannot run, it prints a long report
            trouble, remedy = _trouble(kata, shown)
    except (Exception, SystemExit) as error:  # any error is a finding here
        trouble, remedy = f"does not work: {cause(error, said.getvalue())}", ""
    if trouble:
        return CheckedItem("problem", GRADING, trouble, (remedy or newest) if sound else FIX_FIRST)
    seconds = clock.monotonic() - begun
    return CheckedItem("ok", GRADING, f"works: the reference passes, a wrong file fails, in {seconds:.1f} s")


def _trouble(kata: Kata, shown: str) -> tuple[str, str]:
    """What is wrong, empty if nothing is, and what to do if the reference may be wrong.

    Grades the plain task, which the reference solves, even if the learner's own file has a twist.
    """
    kata = kata.twisted(None)
    try:
        source = kata.solution_path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        return f"cannot be tried: {shown} cannot be read: {error}", BACK.format(shown=shown)
    right = graded(kata, shown, source)
    if right.verdict != "passed":
        said = f"gives a wrong verdict: the reference is {right.verdict}{first(right)}"
        return said, CHANGED.format(shown=shown)
    wrong = graded(kata, shown, spoiled(source))
    if wrong.verdict != "failed":
        return f"gives a wrong verdict: a wrong file is {wrong.verdict}", ""
    return "", ""


def graded(kata: Kata, path: str, source: str) -> Verdict:
    """The verdict on a source."""
    return grade(kata, Submission(path, source), seed=SEED)


def first(verdict: Verdict) -> str:
    """The first error, as the continuation of a sentence; empty if there is none."""
    return "".join(f", in {found.step}: {found.seen}" for found in verdict.errors[:1])


def cause(error: BaseException, said: str) -> str:
    """The error on one line, with the last line of what pytest printed (`said`), if anything."""
    last = said.strip().rpartition("\n")[2].removeprefix("INTERNALERROR>").strip()
    text = " ".join(f"{type(error).__name__}: {error}".split())[:160]
    return f"{text}; {last[:160]}" if last else text


def spoiled(source: str) -> str:
    """The source, with its first public function that returns a value (else its first) returning None."""
    tree = parsed(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    functions = sorted((f for f in functions if not f.name.startswith("_")), key=lambda node: node.lineno)
    returning = next((function for function in functions if _returns(function)), None)
    if returning is None:  # they only change the model
        functions[0].body = [ast.Return(ast.Constant(None))]
        return ast.unparse(tree)
    for node in _returns(returning):
        node.value = ast.Constant(None)
    return ast.unparse(tree)


def _returns(function: ast.FunctionDef) -> list[ast.Return]:
    """The return statements of a function that return a value other than `self`."""
    found = [node for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
    return [node for node in found if not (isinstance(node.value, ast.Name) and node.value.id == "self")]
