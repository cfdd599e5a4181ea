"""`edit`: open the learner's editor at the line that needs work."""

import os
import subprocess
from argparse import Namespace
from collections.abc import Iterator

from ..kata import Kata, find_kata
from ..submission import Submission, UsageError
from ..verdict import GIVEN, Verdict
from . import hint
from .shared import editors, streams, target


def run(asked: Namespace) -> int:
    """Grade the exercise, and open it at the first finding or at the code that is still to be written."""
    kata = target.twisted(find_kata(asked.exercise), asked, own=True)
    step = hint.step_named(asked.words, kata, "edit")
    learners = target.read(kata, None)
    editor = editors.chosen(os.environ)
    verdict = target.graded(kata, learners, hints=False)
    line = line_of(kata, verdict, learners, step)
    _say(editor, learners.path, line)
    return _open(editor, editor.at(learners.path, line))


def line_of(kata: Kata, verdict: Verdict, learners: Submission, step: str | None) -> int:
    """The line to open: that of the first finding (of `step`, if given), or where its code belongs."""
    errors = verdict.errors if step is None or not verdict.loaded else ()
    findings = errors or [f for f in verdict.findings if step in (None, f.step)]
    status = next((s.status for s in verdict.steps if s.name == step), None)
    if not findings and status in ("failed", "blocked"):
        findings = verdict.errors  # what blocks it
    if line := next((found.line for found in findings if found.line is not None), None):
        return line
    return next(_lines_of_code(kata, verdict, learners, step), 1)


def _lines_of_code(kata: Kata, verdict: Verdict, learners: Submission, step: str | None) -> Iterator[int]:
    """Lines where the code of the step is or belongs (of all todo steps, if none is named), best first."""
    from ..engine.source.outline import Outline

    outline = Outline(learners.source, kata.declaration)
    todo = [s.name for s in verdict.steps if s.status == "todo"]
    named = [step] if step else todo
    methods = ["__init__"] if step == GIVEN else []
    methods += [m.name for m in kata.declaration.methods if m.step in named]
    for name in methods or [m.name for m in kata.declaration.methods if m.step in todo]:
        if node := outline.function(name):
            numbers = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            yield from (n for n in numbers if "TODO" in learners.lines[n - 1])
            yield outline.first_line_of(name) or node.lineno
    if line := outline.line_of_only_class():
        yield line


def _say(editor: editors.Editor, path: str, line: int) -> None:
    place = f"{path}:{line}" if editor.knows_lines else f"{path}; go to line {line}"
    streams.show(lambda page: page.prose(f"Opening in {editor.name}: {page.line(place)}"))


def _open(editor: editors.Editor, command: list[str]) -> int:
    """Start the editor; if it runs in the terminal, wait until it is closed. Return the exit status."""
    try:
        if editor.in_a_terminal:
            return 0 if subprocess.run(command, check=False).returncode == 0 else 1
        null = subprocess.DEVNULL
        subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
    except OSError as error:
        said = f"{command[0]} cannot be started: {error.strerror}. Set $EDITOR to another editor."
        raise UsageError(said) from None
    return 0
