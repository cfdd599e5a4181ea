"""When to practise next: intervals that expand with every clean pass.

It begins at one day. A clean pass, in time and without a hint or the solution, doubles the days; a pass
that was not clean halves them; an attempt without a pass sets them back to one. Of several attempts on one
day the last counts, since cramming does not last.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from .attempts import Attempt

FEWEST, MOST = 1, 32


@dataclass(frozen=True)
class Plan:
    """When to practise next."""

    days: int  # after the last attempt
    due: date  # the day, where the learner is; it may have passed


def plan(attempts: Iterable[Attempt], zone: tzinfo | None = None) -> Plan | None:
    """When to practise next, by the days of a zone or of this machine; none where no attempt has ended."""
    last_of_day = {_day(attempt, zone): attempt for attempt in attempts if _has_ended(attempt)}
    if not last_of_day:
        return None
    days = FEWEST
    for attempt in last_of_day.values():
        days = _after(attempt, days)
    return Plan(days, _later(max(last_of_day), days))


def plans(attempts: Iterable[Attempt], zone: tzinfo | None = None) -> dict[str | None, Plan]:
    """When to practise each twist that was attempted, by name; the plain task is none, and comes first."""
    attempts = tuple(attempts)
    names = sorted({attempt.twist for attempt in attempts}, key=lambda name: name or "")
    found = {name: plan((one for one in attempts if one.twist == name), zone) for name in names}
    return {name: planned for name, planned in found.items() if planned is not None}


def is_clean(attempt: Attempt) -> bool:
    """Whether it passed in time and without any help."""
    return attempt.outcome == "passed" and not attempt.hints and not attempt.solution_seen


def local(moment: datetime, zone: tzinfo | None) -> datetime:
    """A moment as the clocks in a zone show it; without one, as this machine's do."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, OSError):  # at the end of the calendar, or before this machine's beginning of time
        return moment


def _has_ended(attempt: Attempt) -> bool:
    """Whether it tells how well the exercise is known: over, not forgotten, and no code of before."""
    is_of_before = attempt.start == "undo" or attempt.kept
    return not (is_of_before or attempt.marks.forgotten or attempt.is_under_way)


def _after(attempt: Attempt, days: int) -> int:
    if not attempt.passed:
        return FEWEST
    return min(2 * days, MOST) if is_clean(attempt) else max(days // 2, FEWEST)


def _day(attempt: Attempt, zone: tzinfo | None) -> date:
    return local(attempt.ended or attempt.started, zone).date()


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
