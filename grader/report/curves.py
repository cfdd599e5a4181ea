"""Curves drawn in characters by uniplot; each curve has its own sign, so that colour is not needed."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from .page import Page, Span, cells

WIDEST, HEIGHT = 72, 12
BESIDE = 14  # the frame and the longest label
SPARSE = 3
MANY_TIMES = 100.0
LARGEST, FLAT, SMALLEST = 1e100, 1e-9, 1e-100  # beyond these, the ticks cannot be computed
FRAME = str.maketrans("┌┐└┘─│", "++++-|")
STYLES = ("reference", "own")


def curves(page: Page, title: str, series: Mapping[str, Sequence[float]]) -> None:
    """Put one or two curves on the page, with axes and a legend; nothing if there is nothing to draw.

    Values that are not finite, or larger than `LARGEST`, are left out.

    `series` maps each name in the legend to the values of epoch 1, 2, ... The first of two curves is a line,
    the second is single points on top of it. So both are visible even if they agree.
    """
    points = {
        name: [(x, float(y)) for x, y in enumerate(ys, 1) if abs(y) <= LARGEST] for name, ys in series.items()
    }
    points = {name: of_it for name, of_it in points.items() if of_it}
    if not points:
        return
    width = min(page.width - BESIDE, WIDEST)
    heights = [y for of_it in points.values() for _, y in of_it]
    log = min(heights) > 0 and max(heights) >= MANY_TIMES * max(min(heights), SMALLEST)
    page.row((f"{title}{', on a logarithmic scale' if log else ''}", "label"))
    signs = ["·" if page.symbols.bar == "│" else ".", "o"]
    styles = dict(zip(signs, STYLES[-len(points) :], strict=False))
    for row in _drawn(points, signs, width, log):
        page.row(("  ", ""), *_spans(page, row, styles, width))


def _drawn(
    points: Mapping[str, list[tuple[int, float]]], signs: list[str], width: int, log: bool
) -> list[str]:
    from uniplot import plot_to_string

    first, *others = points.values()
    longest = max(of_it[-1][0] for of_it in points.values())
    step = max(1, SPARSE * longest // width)
    drawn = [first, *(of_it[::step] for of_it in others)]
    text: str = plot_to_string(
        xs=[[x for x, _ in of_it] for of_it in drawn],
        ys=[[y for _, y in of_it] for of_it in drawn],
        lines=[True, *(False for _ in others)],
        legend_labels=list(points),
        character_set="ascii",
        force_ascii_characters=signs,
        width=width,
        height=HEIGHT,
        y_as_log=log,
        **_limits(drawn),
        x_gridlines=[],
        y_gridlines=[],
        color=False,
    )
    return [row.rstrip() for row in text.rstrip("\n").split("\n")]


def _limits(drawn: list[list[tuple[int, float]]]) -> dict[str, float]:
    """Limits with room above and below flat curves; none for other curves, where uniplot finds them."""
    heights = [y for of_it in drawn for _, y in of_it]
    low, high = min(heights), max(heights)
    largest = max(abs(low), abs(high))
    if high - low > max(FLAT * largest, SMALLEST):
        return {}
    room = max(1.0, largest / 2)
    return {"y_min": low - room, "y_max": high + room}


def _spans(page: Page, row: str, styles: Mapping[str, str], width: int) -> list[Span]:
    """Split a row into spans; the signs inside the frame get the style of their curve."""
    inside = row[1 : width + 1] if row.startswith("│") else ""
    if page.symbols.bar != "│":
        row = row.translate(FRAME)
    row = page.crop(row, page.width - 2)
    if not inside:
        return [(row, "")]
    pieces = [("".join(group), styles.get(sign, "")) for sign, group in groupby(inside)]
    return [(row[0], ""), *pieces, (row[1 + cells(inside) :], "")]
