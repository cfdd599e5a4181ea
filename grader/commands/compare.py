"""`compare`: compare the learner's code and its behaviour with the reference."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from ..command_line import command
from ..comparison import Comparison
from ..grading import loaded
from ..kata import Kata, find_kata
from ..practice.journal import JournalError
from ..practice.practice import Practice
from ..practice.stretches import has_passed
from ..report import comparison as screen
from ..submission import Submission, UsageError
from ..verdict import Verdict
from .shared import asking, checking, common_options, practice_records, streams, target, typed_paths

WARNING = """\
The exercise has not passed in this attempt. If you see the solution now, that is recorded, and a pass in \
this attempt is not a personal best."""
WITHHELD = """\
The exercise has not passed in this attempt, so the solution is not shown, and only the behaviour is \
compared. To see the code as well (this is recorded):"""


def options(parser: ArgumentParser) -> None:
    """Add the options of `compare`."""
    text = "show the solution without asking, even before the exercise has passed"
    parser.add_argument("--yes", action="store_true", help=text)
    text = "repeat the random data of an earlier run"
    parser.add_argument("--seed", type=common_options.seed, metavar="N", help=text)
    parser.set_defaults(again=None)


def run(args: Namespace) -> int:
    """Grade the exercise, ask before revealing the solution, print the comparison."""
    from ..engine.compare.with_reference import compared_names

    kata = target.twisted(find_kata(args.exercise), args, own=True)
    again = command(kata.name) if args.again is None else args.again
    method = _method(args.words, compared_names(kata.declaration))
    learners = target.read(kata, None)
    verdict = target.graded(kata, learners, seed=args.seed)
    if not verdict.loaded:
        checking.print_report(verdict, kata, learners, again)
        return 1
    practice = practice_records.practice_of(kata, args.clock)
    practice_records.remember(practice, verdict, learners, "compare")
    code = verdict.verdict == "passed" or _may_be_shown(practice, method, agreed=args.yes)
    page = streams.page(screen.WIDEST)
    found = _compared(kata, learners, verdict, method)
    streams.put(screen.comparison(found, page, code=code, afterwards=_next(verdict, again)))
    return 0 if verdict.verdict == "passed" else 1


def _method(words: list[str], names: Mapping[str, str]) -> str | None:
    """The method that the user names; None if none is named.

    Raises:
        UsageError: if this method is not compared, or if more than one is named.
    """
    if len(words) > 1:
        raise UsageError(f"compare takes one METHOD, but {len(words)} were given. Leave it out for all.")
    if not words:
        return None
    if words[0] in names:
        return names[words[0]]
    from difflib import get_close_matches

    close = get_close_matches(words[0].lower(), names, 1)
    known = ", ".join(dict.fromkeys(names.values()))
    hint = f" Did you mean {close[0]}?" if close else f" The methods are {known}; leave METHOD out for all."
    hint = target.if_target(words[0], "compare") or hint
    raise UsageError(f"There is no method {words[0]!r} to compare.{hint}")


def _may_be_shown(practice: Practice, method: str | None, *, agreed: bool) -> bool:
    """Whether the solution may be shown although the exercise does not pass now; asks and records it."""
    past = practice.past()
    if past.trouble:
        _say(past.trouble)
    if has_passed(past):
        return True
    if not agreed and not asking.at_a_terminal():
        _say(WITHHELD, command(practice.name, "compare", *([method] if method else []), "--yes"))
        return False
    if not agreed:
        _say(WARNING)
        if not asking.agreed("Show the solution?"):
            _say("It is not shown; only the behaviour is compared.")
            return False
    try:
        practice.record_solution_seen("compare", method)
    except JournalError as error:
        _say(f"It could not be recorded that the solution was seen. {error}")
    return True


def _compared(kata: Kata, learners: Submission, verdict: Verdict, method: str | None) -> Comparison:
    from ..engine.compare.with_reference import compare

    reference = Submission(typed_paths.shown(kata.solution_path), kata.solution_text)
    statuses = {step.name: step.status for step in verdict.steps}
    with loaded(kata, learners) as own, loaded(kata, reference) as right:
        files = (own, learners), (right, reference)
        return compare(kata.declaration, *files, statuses, verdict.seed, method)


def _next(verdict: Verdict, again: str) -> str:
    """What to do about the first step that did not pass; empty if all did."""
    step = next((step for step in verdict.steps if step.status != "passed"), None)
    if step is None:
        return ""
    what = "write" if step.status == "todo" else "fix"
    return f"{what} {step.name}, then {f'run: {again}' if again else 'save.'}"


def _say(text: str, command: str = "") -> None:
    page = streams.page()
    page.prose(text)
    if command:
        page.prose(command, label="  ", style="command")
    page.rows.append(())
    streams.put(page)
