"""`hint`: give the next hint on what is wrong, or on how to begin what is not written yet."""

import math
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress

from ..command_line import command
from ..fixing import looked_for, with_fixes
from ..kata import Kata, find_kata
from ..practice import ladder
from ..practice.journal import JournalError
from ..practice.ladder import HintTarget, Rung, Subject
from ..practice.practice import Practice
from ..practice.runs import digest
from ..report import fixes
from ..report import ladder as screen
from ..report.page import Page
from ..submission import Submission, UsageError
from ..verdict import Finding, Verdict
from .shared import practice_records, streams, target

COUNTS_AS_SEEN = "; it shows your code, corrected, and counts as having seen the solution"


def options(parser: ArgumentParser) -> None:
    """Add the options of `hint`."""
    group = parser.add_argument_group("options of hint")
    group.add_argument("--next", action="store_true", help="the next hint at once, without waiting")
    group.add_argument("--all", action="store_true", help="all hints, and your code corrected")


def run(args: Namespace) -> int:
    """Grade the exercise, and show one more hint on the first mistake or unwritten step, or a named one."""
    kata = target.twisted(find_kata(args.exercise), args, own=True)
    step = step_named(args.words, kata, "hint")
    learners = target.read(kata, None)
    verdict = target.graded(kata, learners)
    practice = practice_records.practice_of(kata, args.clock)
    practice_records.remember(practice, verdict, learners, "hint")
    page = streams.page()
    found = subject(kata, verdict, step)
    if found is None:
        screen.nothing_to_hint_at(page, verdict, step)
    else:
        if step is not None and found.hinted.step != step:
            _say_what_comes_first(page, step, found.hinted.step)
        number, on_the_next = _rung(practice, found, learners, args, step)
        fix: Sequence[str] | str = ""
        if number > ladder.LAST_RUNG:
            with streams.slow_notice(streams.LOOKING_FOR_A_FIX):
                fix = told_fix(practice, learners, with_fixes(kata, learners, verdict), found)
        show(page, found, learners, number, f"run: {command(kata.name)}", on_the_next, fix)
    streams.put(page)
    return 0 if verdict.verdict == "passed" else 1


def step_named(words: list[str], kata: Kata, command: str) -> str | None:
    """The step that the user names, by its own name or by its method's; None if none is named.

    Raises:
        UsageError: if the exercise has no such step, or if more than one is named.
    """
    if len(words) > 1:
        raise UsageError(
            f"{command} takes one STEP, but {len(words)} were given. Name one, or none for what comes first."
        )
    if not words or words[0] in kata.steps:
        return words[0] if words else None
    from ..engine.compare.with_reference import compared_names

    methods: Mapping[str, str] = compared_names(kata.declaration)
    step_of = {methods[step]: step for step in kata.steps if step in methods}
    if words[0] in step_of:
        return step_of[words[0]]
    from difflib import get_close_matches

    close = get_close_matches(words[0].lower(), [*kata.steps, *step_of], 1)
    meant = f" Did you mean {close[0]}?" if close else f" The steps are {', '.join(kata.steps)}."
    meant = target.if_target(words[0], command) or meant
    raise UsageError(f"There is no step {words[0]!r}.{meant}")


def _say_what_comes_first(page: Page, step: str, first: str) -> None:
    """Say why the hint is on another step than the one that was asked for."""
    why = "The file does not load yet" if first == "loading" else f"{first} is not right yet"
    page.prose(f"{why}: that comes before {step}.", style="todo")
    page.blank()


def _rung(
    practice: Practice, found: Subject, learners: Submission, args: Namespace, step: str | None
) -> tuple[int, str]:
    """How many rungs of hints to show, and a note on how to get the next one."""
    version = digest(learners.source)
    words = ["hint", *([step] if step else [])]
    try:
        if args.all:
            practice.give_all_hints(found.hinted, version, top=found.top)
            return found.top, ""
        rung = practice.give_hint(found.hinted, version, top=found.top, hurry=args.next)
    except JournalError as error:
        whole = command(practice.name, *words, "--all")
        return (found.top if args.all else 1), f"{error} All hints: {whole}"
    return rung.number, _on_the_next(rung, practice.name, words)


def told_fix(practice: Practice, learners: Submission, fixed: Verdict, found: Subject) -> Sequence[str] | str:
    """The rows that show a finding's fix, recorded as the solution seen; a sentence if there is no fix."""
    hinted = (found.hinted.finding, found.hinted.step)
    own = next((f for f in fixed.findings if (f.mistake, f.step) == hinted and f.fix), None)
    if own is None:
        return "no verified fix was found."
    with suppress(JournalError):
        practice.record_solution_seen("hint")
    return fixes.of(own, learners.lines)


def _on_the_next(rung: Rung, name: str, words: list[str]) -> str:
    if rung.wait is None:
        return ""
    at_once = "" if rung.is_new else f"; at once: {command(name, *words, '--next')}"
    return when_next(command(name, *words), rung) + at_once


def when_next(does: str, rung: Rung) -> str:
    """How and when to get the hint after this one; `does` gets it. Warns if it is the fix."""
    wait = f"{does}, in {math.ceil(rung.wait or 0)} s or later"
    why = "" if rung.is_new else ", because this hint is new"
    return wait + why + (COUNTS_AS_SEEN if rung.number == ladder.LAST_RUNG else "")


def show(
    page: Page,
    found: Subject,
    learners: Submission,
    number: int,
    graded_by: str,
    on_the_next: str,
    fix: Sequence[str] | str = "",
) -> None:
    """Show the first `number` rungs, the fix, what to do now, and how to get the next rung."""
    screen.rungs(page, found, number, learners.path, learners.lines, fix)
    if found.finding is None:
        do = f"write {found.hinted.step}"
    else:
        do = "fix this" if found.finding.severity == "error" else "change this if you like"
    notes = [("Now", f"{do}, then {graded_by}")]
    screen.notes(page, notes + ([("More", on_the_next)] if on_the_next else []))


def subject(kata: Kata, verdict: Verdict, step: str | None = None) -> Subject | None:
    """The subject of the next hint; None if everything, or the given step, is right.

    Without a step it is the first mistake, else the first step to write.
    """
    if step is None:
        todo = next((step.name for step in verdict.steps if step.status == "todo"), None)
        return _of_errors(kata, verdict.errors) or (None if todo is None else _of_step(kata, todo))
    own = tuple(finding for finding in verdict.errors if finding.step == step)
    status = next(s.status for s in verdict.steps if s.name == step)
    if own or status in ("blocked", "failed"):  # for a blocked step: the mistakes that block it
        return _of_errors(kata, own or verdict.errors)
    if status == "todo":
        return _of_step(kata, step)
    return _of_errors(kata, tuple(finding for finding in verdict.advice if finding.step == step))


def _of_errors(kata: Kata, findings: tuple[Finding, ...]) -> Subject | None:
    if not findings:
        return None
    first = findings[0]
    entry = kata.catalogue[first.mistake]
    top = ladder.FIX_RUNG if looked_for(first) else ladder.LAST_RUNG
    return Subject(HintTarget(entry.id, first.step), entry.title, first.hints or entry.hints, top, first)


def _of_step(kata: Kata, step: str) -> Subject:
    return Subject(ladder.todo(step), f"How to start {step}", kata.beginnings[step], ladder.LAST_RUNG)
