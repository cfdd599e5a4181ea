"""Format durations and counts for people."""

import math

MINUTE, HOUR, DAY = 60, 3600, 86_400


def duration(seconds: float) -> str:
    """`4:05` for minutes and seconds, `1:04:05` with hours, whole days from four days on."""
    whole = round(seconds)
    if whole >= 4 * DAY:
        return f"{whole // DAY} days"
    minutes, rest = divmod(whole, MINUTE)
    return f"{minutes}:{rest:02}" if whole < HOUR else f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def countdown(seconds: float) -> str:
    """The remaining time, rounded up, so that it is 0:00 only when nothing is left."""
    return duration(math.ceil(seconds))


def difference(seconds: float) -> str:
    """`+0:04` for seconds behind, `-0:18` for seconds ahead, `0:00` for neither."""
    sign = "" if not round(seconds) else "+" if seconds > 0 else "-"
    return sign + duration(abs(seconds))


def counted(number: int, what: str) -> str:
    """`1 hint`, `2 hints`."""
    return f"{number} {what}{'s'[: number != 1]}"


def right_of(passed: int, steps: int) -> str:
    """`1 of 6 steps is right`, `2 of 6 steps are right`."""
    return f"{passed} of {counted(steps, 'step')} {'is' if passed == 1 else 'are'} right"


def time_given(minutes: float) -> str:
    """The length of an interview: `30 minutes`, or `17:50` for a second act."""
    return counted(int(minutes), "minute") if minutes == int(minutes) else duration(60 * minutes)


def minutes_given(minutes: float) -> str:
    """The same in a shorter form: `30 min`."""
    return f"{minutes:g} min" if minutes == int(minutes) else duration(60 * minutes)
