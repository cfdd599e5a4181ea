"""`fix`: write a verified fix into the file, or restore the last backup."""

import os
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from ..command_line import command
from ..fixing import corrected, with_fixes
from ..kata import Kata
from ..practice import backups
from ..practice.backups import kept_at
from ..practice.schedule import local
from ..report import fixes
from ..report.page import Page
from ..submission import Submission, UsageError
from ..verdict import Verdict
from .shared import asking, practice_records, streams, target, typed_paths


def options(parser: ArgumentParser) -> None:
    """Add the options of `fix`."""
    group = parser.add_argument_group("options of fix")
    group.add_argument("--step", metavar="STEP", help="only the fix of one step")
    group.add_argument("--undo", action="store_true", help="restore the last backup")
    group.add_argument("--yes", action="store_true", help="do not ask")


def run(args: Namespace) -> int:
    """Find the fix, show it, and write it if the user agrees; with --undo, restore the last backup."""
    kata, path = target.chosen(args, "fix")
    if args.step is not None and args.step not in kata.steps:
        raise UsageError(f"There is no step {args.step!r}. The steps are {', '.join(kata.steps)}.")
    learners = target.read(kata, path)
    page = streams.page()
    status = (_undo if args.undo else _fix)(args, kata, learners, page)
    streams.put(page)
    return status


def _fix(args: Namespace, kata: Kata, learners: Submission, page: Page) -> int:
    verdict = _graded(kata, learners, args.step)
    if not fixes.all_changes(verdict):
        _say_that_there_is_none(page, verdict, kata, learners, args.step)
        return 0 if not verdict.errors else 1
    if target.is_exercise(kata, learners.path):
        practice_records.remember_fix(practice_records.practice_of(kata, args.clock), "fix")
    streams.show(lambda shown: fixes.show(shown, verdict, learners.lines))
    if not _may_write(args, f"Write this into {learners.path}?"):
        page.prose("Nothing was changed.")
        return 1
    kept = _write(args, kata, learners, corrected(learners.source, verdict), is_fix=True)
    page.prose(f"The fix is written to {page.line(learners.path)}.", style="title")
    page.prose(page.line(typed_paths.shown(kept)) if kept else "nothing", label="Backup ")
    page.prose(f"{command(kata.name, 'fix', *args.words, '--undo')}  (to restore it)", label="Undo   ")
    page.prose(target.again(kata, learners.path), label="Next   ", style="command")
    return 0


def _say_that_there_is_none(
    page: Page, verdict: Verdict, kata: Kata, learners: Submission, step: str | None
) -> None:
    """Say that there is nothing to fix, or no fix, and what to do instead."""
    where = f" in {step}" if step else ""
    page.prose(f"{'No verified fix was found' if verdict.errors else 'Nothing is wrong'}{where}.")
    missing = next((step.name for step in verdict.steps if step.status == "todo"), None)
    again = target.again(kata, learners.path)
    if verdict.errors:
        page.prose(f"for the line and a hint, run: {again}", label="Next   ")
    elif missing is not None and step is None:
        page.prose(f"{missing} is still to be written. Write it, then run: {again}", label="Next   ")


def _graded(kata: Kata, learners: Submission, step: str | None) -> Verdict:
    """The verdict with the fixes of one step, or of all."""
    verdict = target.graded(kata, learners)
    with streams.slow_notice(streams.LOOKING_FOR_A_FIX):
        verdict = with_fixes(kata, learners, verdict)
    if step is None:
        return verdict
    findings = tuple(finding for finding in verdict.findings if finding.step == step)
    return replace(verdict, findings=findings)


def _may_write(args: Namespace, question: str) -> bool:
    if args.yes:
        return True
    if not asking.at_a_terminal():
        raise UsageError("There is no terminal to ask on. To write the file, add --yes.")
    return asking.agreed(question)


def _undo(args: Namespace, kata: Kata, learners: Submission, page: Page) -> int:
    path = Path(os.path.realpath(learners.path))
    folder = _folder(kata, Path(learners.path))
    copy = backups.last(path, folder)
    if copy is None:
        raise UsageError(f"There is no backup of {learners.path} yet, so there is nothing to undo.")
    is_again = backups.is_undone(path, folder)
    restore = f"Restore {learners.path} from {copy.name}? The present file is backed up, too."
    if not _may_write(args, _put_back(copy) if is_again else restore):
        page.prose("Nothing was changed.")
        return 1
    content = backups.content_of(copy).decode("utf-8", "surrogateescape")
    _write(args, kata, learners, content, is_fix=False)
    said = "The change that you undid is put back" if is_again else f"{page.line(learners.path)} is restored"
    page.prose(f"{said} from {page.line(copy.name)}.", style="title")
    page.prose(target.again(kata, learners.path), label="Next   ", style="command")
    return 0


def _put_back(copy: Path) -> str:
    """The question to ask if the last change is already undone, so that a second undo would redo it."""
    moment = kept_at(copy.name)
    at = "" if moment is None else f" at {local(moment):%H:%M}"
    return f"You undid the last change{at}. Put it back, from {copy.name}?"


def _folder(kata: Kata, path: Path) -> Path:
    """The folder for backups of a file: the exercise's own, or one next to the file."""
    if target.is_exercise(kata, str(path)):
        return typed_paths.journal_folder(kata.exercise_path) / backups.FOLDER
    return path.parent / ".grader" / backups.FOLDER


def _write(args: Namespace, kata: Kata, learners: Submission, text: str, *, is_fix: bool) -> Path | None:
    """Replace the file by `text` and keep a copy of the old file; a fix keeps a byte-order mark."""
    path = Path(learners.path)
    mark = b"\xef\xbb\xbf" if is_fix and path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    content = mark + text.encode("utf-8", "surrogateescape")
    return backups.put(content, path, _folder(kata, path), args.clock.now())
