"""The options `--end`, `--abandon` and `--debrief` of `interview`."""

from ...command_line import command
from ...practice.interview import Standing
from ...practice.practice import Practice
from ...report import interview
from ...submission import UsageError
from ..shared import asking, practice_records, streams, typed_paths
from .acts import Parts
from .concluding import conclude, show_debrief


def _running(name: str, last: Standing | None) -> Standing:
    """The running interview.

    Raises:
        UsageError: if none is running.
    """
    if last is None or last.how is not None:
        waiting = last is not None and last.is_to_be_debriefed
        then = "The last one is over; for its debrief:" if waiting else "To start one:"
        raise UsageError(f"No interview is running. {then} {command(name, 'interview')}")
    return last


def end(name: str, parts: Parts) -> int:
    """End the interview or, after a pass, the time for polishing, and conclude it."""
    last = parts[-1].standing if parts else None
    is_polishing = last is not None and last.is_polishing
    standing = last if last is not None and is_polishing else _running(name, last)
    parts[-1].practice.end_interview(standing.id, "passed" if is_polishing else "ended")
    return conclude((*parts[:-1], parts[-1].by_now()))


def abandon(practice: Practice, last: Standing | None, *, agreed: bool) -> int:
    """Give up the running interview or act, after asking."""
    standing = _running(practice.name, last)
    if not agreed and not asking.at_a_terminal():
        raise UsageError("There is no terminal to ask on. To give up the interview, add --yes.")
    what = "interview" if standing.first is None else "second act"
    if not agreed and not asking.agreed(f"Give up the {what}, {interview.left(standing.left)}?"):
        streams.show(lambda page: page.prose("The interview is still running."))
        return 0
    practice.end_interview(standing.id, "abandoned")
    file, kept = typed_paths.shown(practice.exercise), practice_records.copy_before(practice, standing)
    streams.show(lambda page: interview.abandoned(page, practice.name, what, file, kept))
    return 0


def debrief(name: str, parts: Parts) -> int:
    """Show the debrief of the last interview again."""
    if not parts:
        raise UsageError(f"There has been no interview yet. To start one: {command(name, 'interview')}")
    if parts[-1].standing.how is None:
        status = command(name, "interview", "--status")
        raise UsageError(f"The interview is still running. To see how it stands: {status}")
    show_debrief(parts)
    return 0
