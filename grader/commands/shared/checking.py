"""How `check` grades a file and reports on it; other commands print the same report."""

import sys
from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from itertools import islice

from ...command_line import command
from ...comparison import TrainingComparison
from ...grading import grade, loaded
from ...kata import Kata, find_kata
from ...other_exercise import exercises_like, exercises_of
from ...practice.stretches import UNCHANGED
from ...report import finding, fixes, paint, terminal
from ...report.formats import problems
from ...report.terminal import Background
from ...sandbox.launch import Start
from ...submission import Submission
from ...verdict import FailingCase, Finding, Verdict
from . import common_options, exercise_list, exports, practice_records, streams, target, typed_paths


def check(args: Namespace, start: Start) -> int:
    """Grade the file, print the verdict and return the exit status."""
    kata, path = target.chosen(args, "check")
    learners = target.read(kata, path)
    files = exports.Exports(args, learners.path)
    typed_paths.stand_somewhere()
    limits = common_options.limits(args)
    is_read_by_people = not (args.json or args.problems)
    with streams.slow_notice(wanted=is_read_by_people):
        verdict = grade(kata, learners, seed=args.seed, hints=not args.no_hints, limits=limits, start=start)
    if args.fix and verdict.errors and not args.no_hints:
        from ...fixing import with_fixes

        with streams.slow_notice(streams.LOOKING_FOR_A_FIX, wanted=is_read_by_people):
            verdict = with_fixes(kata, learners, verdict, start=start)
    is_own = target.is_exercise(kata, path) and _has_its_twist(kata, args)
    by_hand = is_own and is_read_by_people and not files.github
    practice = practice_records.practice_of(kata, args.clock) if by_hand else None
    state = practice.running_interview() if practice is not None and not files.asked_for else None
    if practice is not None and state is not None:
        from ..interviews import acts, running  # slow to import, and interviews are rare

        return running.show_run(acts.Part(kata, practice, state), learners, verdict)
    context = background(kata, learners, verdict, target.again(kata, path, args.twist))
    if by_hand:
        context = exercise_list.with_next(context, verdict, args.clock)
    if args.case or args.html is not None:
        context = replace(context, cases=_cases(kata, learners, verdict, every=args.html is not None))
    files.write(verdict, context, lambda: _descent(kata, learners, verdict))
    if args.json:
        streams.write_ascii(verdict.json() + "\n")
    elif args.problems:
        streams.write(problems.text(verdict, context, streams.encoding()))
    elif files.github:
        files.print_github(verdict, context, _report(verdict, context, case=args.case) + files.said())
    else:
        streams.write(_report(verdict, context, case=args.case) + files.said())
        if practice is not None:
            practice_records.remember_shown(practice, verdict, learners, "check")
    return 0 if verdict.verdict == "passed" else 1


def _has_its_twist(kata: Kata, args: Namespace) -> bool:
    """Whether the exercise's own file is graded by its own twist, not by another one that was named."""
    return args.twist is None or kata.twist == practice_records.twist_of(kata.twisted(None), args.clock)


def _descent(kata: Kata, learners: Submission, verdict: Verdict) -> TrainingComparison | None:
    """How the file trains; None if the exercise draws no training, or the step is todo or blocked."""
    parts = kata.declaration.descent
    statuses = {step.name: step.status for step in verdict.steps}
    if not verdict.loaded or parts is None:
        return None
    if statuses[kata.declaration.step_of(parts.method)] in ("todo", "blocked"):
        return None
    from ...engine.compare.plot_data import descend

    with loaded(kata, learners) as sandbox:
        return descend(kata.declaration, sandbox)


def print_report(verdict: Verdict, kata: Kata, learners: Submission, again: str) -> None:
    """Print the report; `again` is the command that grades the file again."""
    streams.write(_report(verdict, background(kata, learners, verdict, again)))


def _cases(
    kata: Kata, learners: Submission, verdict: Verdict, *, every: bool = False
) -> dict[Finding, FailingCase]:
    """The smallest failing input of the first finding that has one or, with `every`, of each of them."""
    from ...failing import failing_cases

    with closing(failing_cases(kata, learners, verdict)) as found:
        return dict(islice(found, None if every else 1))


def print_case(verdict: Verdict, kata: Kata, learners: Submission) -> None:
    """Print the smallest failing input, or that there is none."""
    case = next(iter(_cases(kata, learners, verdict).values()), None)
    streams.show(lambda page: finding.failing(page, verdict, case))


def _report(verdict: Verdict, context: Background, *, case: bool = False) -> str:
    page = terminal.report(verdict, context, paint.page_for(sys.stdout))
    if verdict.fixed is not None:
        fixes.show(page, verdict, context.lines)
    if case:
        finding.failing(page, verdict, next(iter(context.cases.values()), None))
    return paint.painted(page, sys.stdout)


def background(kata: Kata, learners: Submission, verdict: Verdict, again: str) -> Background:
    """What a report needs besides the verdict; `again` is the command that grades the file again."""
    is_ignored = any(finding.mistake == UNCHANGED for finding in verdict.errors)
    others = exercises_of(kata, learners.source, [found.mistake for found in verdict.errors])
    alike = exercises_like(kata, learners.source, [found.mistake for found in verdict.errors])
    is_own = again in ("", command(kata.name)) and target.is_exercise(kata, learners.path)
    return Background(
        lines=learners.lines,
        titles={found.mistake: kata.catalogue[found.mistake].title for found in verdict.findings},
        solution=typed_paths.shown(kata.solution_path),
        again=again,
        plain=command(kata.name, "reset") if is_ignored and is_own else "",
        elsewhere={name: target.again(find_kata(name), learners.path) for name in others},
        perhaps={} if is_own else {name: target.again(find_kata(name), learners.path) for name in alike},
        check=target.again(kata, learners.path),
    )
