"""An attempt's splits compared with the personal best, as in speedrunning."""

from collections.abc import Mapping, Sequence

from ..practice.attempts import Attempt
from ..practice.bests import Bests, SplitRow
from .page import Page, Span, cells
from .times import counted, difference, duration

BEST_SIGN = "*"
COLUMN = 11  # the longest heading, and a space
NOTHING = "-"


def splits(page: Page, rows: Sequence[SplitRow], *, compares: bool) -> None:
    """Show a row per step: segment, sum, the personal best's sum, the difference; fewer if space is short."""
    names = max((cells(row.step) for row in rows), default=0) + 2
    columns = ["segment", "sum"] + (["best", "difference"] if compares else [])
    widths = dict.fromkeys(columns, COLUMN)
    widths["segment"] = max([COLUMN, *(cells(_segment(row)) + 2 for row in rows)])
    for name in ("best", "segment"):
        if names + sum(widths.values()) > page.width:
            widths.pop(name, None)
    page.row((" " * names + "".join(name.rjust(width) for name, width in widths.items()), "dim"))
    for row in rows:
        page.row((f"  {row.step}".ljust(names), ""), *_figures(row, widths))
    _legend(page, rows)


def _figures(row: SplitRow, widths: Mapping[str, int]) -> list[Span]:
    figures = {
        "segment": _segment(row),
        "sum": _time(row.sum),
        "best": _time(row.best_sum),
        "difference": NOTHING if row.behind is None else difference(row.behind),
    }
    style = "" if row.behind is None else "failed" if row.behind > 0 else "passed"
    styles = {"segment": "title" if row.is_best_segment else "", "difference": style}
    return [(figures[name].rjust(width), styles.get(name, "")) for name, width in widths.items()]


def _segment(row: SplitRow) -> str:
    if row.shared_with is not None:
        return f"with {row.shared_with}"
    return _time(row.segment) + BEST_SIGN * row.is_best_segment


def _time(seconds: float | None) -> str:
    return NOTHING if seconds is None else duration(seconds)


def _legend(page: Page, rows: Sequence[SplitRow]) -> None:
    """Explain the signs that occur."""
    said = []
    if any(row.is_best_segment for row in rows):
        said.append(f"{BEST_SIGN} marks your fastest segment so far.")
    if any(row.shared_with is not None for row in rows):
        said.append("Steps that pass in one run share a segment.")
    if any(row.behind is not None for row in rows):
        said.append("+ is slower than the personal best, - is faster.")
    if said:
        page.prose(" ".join(said), label="  ", style="dim")


def beside_the_best(page: Page, rows: Sequence[SplitRow], best: Bests) -> None:
    """Show the splits, and which attempt they are compared with."""
    page.blank()
    page.prose(_which(best.attempt), label="Splits  ")
    splits(page, rows, compares=best.attempt is not None)


def splits_in_short(page: Page, rows: Sequence[SplitRow]) -> None:
    """Show only the sums of the steps that passed, for when there is no room for more."""
    behind = {row.step: "" if row.behind is None else f" ({difference(row.behind)})" for row in rows}
    each = [f"{row.step} {duration(row.sum)}{behind[row.step]}" for row in rows if row.sum is not None]
    if each:
        page.blank()
        page.prose(", ".join(each), label="Splits  ")


def _which(best: Attempt | None) -> str:
    if best is None:
        return "there is no personal best to compare with yet"
    hinted = f", with {counted(best.hints, 'hint')}" if best.hints else ""
    return f"compared with the personal best, attempt {best.number}{hinted}"
