"""The verdict for a terminal: the steps, one finding in full, the others in short, what to do next."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..command_line import PROGRAM, command
from ..verdict import FailingCase, Finding, Step, Verdict
from . import printed
from .finding import in_full, in_lines
from .live_screen import Progress, say
from .page import Page, Span, cells, wrap
from .times import counted

LABELS = {"passed": "passed", "failed": "failed", "todo": "to do", "blocked": "blocked"}
COUNTED = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
NAMED_CHECKS_ROWS = 2


@dataclass(frozen=True)
class Background:
    """What a report needs besides the verdict."""

    lines: list[str]  # of the learner's file
    titles: Mapping[str, str] = field(default_factory=dict)  # of the mistakes, by id
    solution: str = ""  # the path of the reference
    again: str = PROGRAM  # the command that grades the file again; empty if saving is enough
    progress: Progress = field(default_factory=Progress)  # what changed since the previous verdict
    compare: str = ""  # the key that compares the file with the reference; empty if there is none
    short: bool = False  # whether to put the steps in a row or two, without their checks
    next: str = ""  # the exercise to continue with after a pass; empty if there is none
    next_key: str = ""  # the key that continues with it; empty if there is none
    # the small failing input of each finding for which one was searched and found
    cases: Mapping[Finding, FailingCase] = field(default_factory=dict)
    plain: str = ""  # the command that ends a twist, if the code ignores the twist; else empty
    # if the class is that of other exercises: their names, and the commands that grade the file by them
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    # the same for exercises with a class of the same name, if the file has their methods
    perhaps: Mapping[str, str] = field(default_factory=dict)
    check: str = ""  # the command that checks this file, to add options to; empty for the exercise's own

    def title(self, found: Finding) -> str:
        """The title of a finding's mistake; its id if it has none."""
        return self.titles.get(found.mistake, found.mistake)


def report(verdict: Verdict, background: Background, page: Page) -> Page:
    """Fill an empty page with the report."""
    step_statuses(verdict, background, page)
    _findings(page, verdict, background)
    printed.show(page, verdict, background.check)
    page.blank()
    _next(page, verdict, background)
    text = f"{verdict.seconds:.2f} s, seed {verdict.seed} (same data again: --seed {verdict.seed})"
    page.prose(text, style="dim")
    return page


def step_statuses(verdict: Verdict, background: Background, page: Page) -> None:
    """Show the head of a report: the status of each step, and what changed."""
    _header(page, verdict)
    page.blank()
    if background.short:
        _steps_in_short(page, verdict)
    else:
        for step in verdict.steps:
            _step(page, step, max(len(s.name) for s in verdict.steps))
    say(page, verdict, background.progress)


def _header(page: Page, verdict: Verdict) -> None:
    style = {"passed": "passed", "failed": "failed", "unfinished": "todo"}[verdict.verdict]
    words = _in_words(verdict)
    exercise = verdict.exercise + ("" if verdict.twist is None else f", twist {verdict.twist}")
    room = page.width - len(exercise) - 2
    name = page.crop(verdict.submission, room)
    spans = [(exercise, "title"), (": ", "title"), (name, "title")]
    if cells(name) + 2 + len(words) <= room:
        page.row(*spans, ("  ", ""), (words, style))
    else:
        page.row(*spans)
        page.row((words, style))


def _in_words(verdict: Verdict) -> str:
    if verdict.verdict == "passed":
        return "passed" + (", with advice" if verdict.advice else "")
    if not verdict.loaded:
        return "could not be loaded"
    if verdict.verdict == "failed":
        return "not right yet"
    return "ready to start" if verdict.untouched else "right so far, not finished"


def _step(page: Page, step: Step, width: int) -> None:
    symbols = page.symbols
    sign = getattr(symbols, step.status).ljust(cells(symbols.passed))
    label = LABELS[step.status].ljust(7)
    start = ((f"  {sign} ", step.status), (step.name.ljust(width) + "  ", ""), (label + "  ", step.status))
    room = page.width - sum(cells(text) for text, _ in start)
    page.row(*start, (page.crop_words(_behind(step), room), ""))
    failing = [page.line(check.name) for check in step.checks if check.status == "failed"]
    if failing:
        page.flow(_names(failing, page.width - 15), ("      failing: ", step.status))
    for check in step.checks:
        if check.status == "passed" and check.message:  # it was not judged
            page.flow(wrap(page.line(f"{check.name}: {check.message}"), page.width - 6), ("      ", ""))


def _steps_in_short(page: Page, verdict: Verdict) -> None:
    """Show each step with its sign and status, as many per row as fit."""
    row: list[Span] = []
    for step in verdict.steps:
        text = f"  {getattr(page.symbols, step.status)} {step.name} {LABELS[step.status]}"
        if sum(cells(part) for part, _ in row) + cells(text) > page.width:
            page.row(*row)
            row = []
        row.append((text, step.status))
    page.row(*row)


def _behind(step: Step) -> str:
    """The text after the status: the number of checks, or why they were not judged."""
    if step.status == "failed":
        passed = sum(check.status == "passed" for check in step.checks)
        return f"{passed} of {counted(len(step.checks), 'check')} passed"
    said = "" if step.status == "passed" else _message(step)
    return said or counted(len(step.checks), "check")


def _message(step: Step) -> str:
    """The first message of a check that has the same status as the step; empty if there is none."""
    return next((c.message for c in step.checks if c.status == step.status and c.message), "")


def _names(names: list[str], room: int) -> list[str]:
    """As many names as fit into two rows, and the number of the others."""
    rows: list[str] = []
    for shown in range(len(names), 0, -1):
        more = f" and {len(names) - shown} more" if shown < len(names) else ""
        rows = wrap(", ".join(names[:shown]) + more, room)
        if len(rows) <= NAMED_CHECKS_ROWS:
            break
    return rows


def _findings(page: Page, verdict: Verdict, background: Background) -> None:
    """Show one finding in full (an error if there is one), the others in one line each."""
    first = verdict.in_full
    if first is None:
        _unexplained(page, verdict)
        return
    page.blank()
    words = background.again.split()  # explain takes the twist of the exercise's own file by itself
    named = words[words.index("--twist") :][:2] if "--twist" in words else []
    more = command(verdict.exercise, "explain", first.mistake, *named)
    title = background.titles.get(first.mistake, "")
    in_full(page, first, verdict.submission, background.lines, title, more)
    others = [finding for finding in verdict.errors if finding is not first]
    advice = [finding for finding in verdict.advice if finding is not first]
    path, titles = verdict.submission, background.titles
    in_lines(page, "Also found", others, path, titles)
    in_lines(page, "Advice (optional)", advice, path, titles)


def _unexplained(page: Page, verdict: Verdict) -> None:
    """Show the first failing check, for a failure that no finding explains."""
    failed = next((step for step in verdict.steps if step.status == "failed"), None)
    if failed is not None and _message(failed):
        page.blank()
        page.prose(_message(failed), label=f"In {failed.name}: ", label_style="failed")


def _next(page: Page, verdict: Verdict, background: Background) -> None:
    if verdict.verdict == "passed":
        _congratulate(page, verdict, background)
    elif verdict.untouched:
        _start(page, verdict, background)
    elif verdict.verdict == "unfinished":
        todo = unwritten(verdict)
        page.prose(f"{todo}. Write it, then {_again(background)}", label="Next   ")
    elif background.elsewhere:
        for at, (name, typed) in enumerate(background.elsewhere.items()):
            page.prose(f"if it is for {name}, run: {typed}", label="Or     " if at else "Next   ")
    elif not verdict.loaded and _is_exercise(verdict, background) and not "".join(background.lines).strip():
        page.prose(f"for a blank stub, run: {command(verdict.exercise, 'reset')}", label="Next   ")
    else:
        what = _to_fix(verdict.errors[0], background.lines) if verdict.errors else "this"
        page.prose(f"fix {what}, then {_again(background)}", label="Next   ")
        for name, typed in background.perhaps.items():
            page.prose(f"if it is for {name}, run: {typed}", label="Or     ")
    if background.plain:
        page.prose("to leave the twist and start the plain task from a blank stub, run:", label="Or     ")
        page.prose(background.plain, label="       ", style="command")


def _is_exercise(verdict: Verdict, background: Background) -> bool:
    """Whether the file is the exercise's own."""
    return bool(background.compare) or background.again == command(verdict.exercise)


def _to_fix(finding: Finding, lines: list[str]) -> str:
    """What to fix: the finding's line, or the method if that line is the method's header."""
    if finding.line is None:
        return "this"
    text = lines[finding.line - 1] if 1 <= finding.line <= len(lines) else ""
    is_method = finding.step != "loading" and text.lstrip().startswith(("def ", "async def "))
    return f"the method at line {finding.line}" if is_method else f"line {finding.line}"


def _again(background: Background) -> str:
    return f"run: {background.again}" if background.again else "save."


def unwritten(verdict: Verdict) -> str:
    """The first thing that is still to be written, as its check describes it."""
    step = next((step for step in verdict.steps if step.status == "todo"), None)
    if step is None:
        return "Something is not written yet"
    return _message(step).rstrip(".") or f"the step {step.name} is not written yet"


def _start(page: Page, verdict: Verdict, background: Background) -> None:
    name = next((step.name for step in verdict.steps if step.status == "todo"), "")
    page.prose(f"Nothing is wrong. The methods are not written yet: start with {name}.")
    page.blank()
    page.prose(f"open {page.line(verdict.submission)} in an editor, read the docstrings,", label="  1. ")
    end = "," if background.again else "."
    page.prose(f"replace the TODO of {name} with your code and save the file{end}", label="  2. ")
    if background.again:
        page.prose(f"run: {background.again}", label="  3. ")
    page.blank()
    each = "run" if background.again else "save"
    page.prose(f"Each {each} tells you what is right, what is wrong, why and where.")
    page.prose(f"To see what is checked: {PROGRAM} list {verdict.exercise}")


def _congratulate(page: Page, verdict: Verdict, background: Background) -> None:
    checks = sum(len(step.checks) for step in verdict.steps)
    count = COUNTED.get(len(verdict.steps), str(len(verdict.steps)))
    right = "the one step is right" if len(verdict.steps) == 1 else f"all {count} steps are right"
    page.prose(f"Well done: {right} ({counted(checks, 'check')}).")
    if verdict.advice:
        page.prose("The advice above is worth a look; the code passes as it is.")
    if background.compare:
        page.prose(f"To compare it with the reference, press {background.compare}.")
    elif _is_exercise(verdict, background):
        compare = command(verdict.exercise, "compare")
        page.prose(compare, label="To compare it with the reference: ", style="command")
    elif background.solution and os.path.abspath(verdict.submission) != os.path.abspath(background.solution):
        page.prose(f"To compare it with the reference, read {background.solution}")
    if _is_exercise(verdict, background):
        interview = command(verdict.exercise, "interview")
        page.prose(interview, label="To practise against the clock: ", style="command")
    if background.next_key:
        page.prose(f"To go on with {background.next}, press {background.next_key}.")
    elif background.next:
        page.prose(command(background.next), label=f"To go on with {background.next}: ", style="command")
