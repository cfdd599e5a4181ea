"""What the submission learned from known data, next to the true values, and its loss curve."""

from ..comparison import Demonstration
from .curves import curves
from .page import Page

LEAST = 11  # the least width of a column


def demonstration(found: Demonstration, page: Page, afterwards: str = "") -> Page:
    """Fill an empty page; `afterwards` says what to do next."""
    page.prose("Your class, trained on data with known parameters", style="title")
    page.prose(found.setting, style="dim")
    page.blank()
    if found.trouble:
        page.prose(found.trouble, label="! ", label_style="failed")
        page.blank()
    if found.learned:
        _table(page, found)
    page.blank()
    curves(page, "Loss by epoch", {"yours": found.losses})
    page.blank()
    if afterwards:
        page.prose(afterwards, label="Next   ")
    return page


def _table(page: Page, found: Demonstration) -> None:
    rows = [(name, _number(learned, ".4f"), _number(true, "g"), "") for name, learned, true in found.learned]
    if found.losses:
        last, floor = _number(found.losses[-1], ".6f"), _number(found.floor, ".4g")
        rows.append(("loss", last, floor, f"  {found.floor_is}"))
    names = max(len(name) for name, *_ in rows)
    width = max(LEAST, *(len(number) + 2 for _, *numbers, _ in rows for number in numbers))
    page.row((" " * (names + 2) + "learned".rjust(width) + "true".rjust(width), "label"))
    for name, learned, true, beside in rows:
        page.row(
            (f"  {name:{names}}", "title"),
            (learned.rjust(width), "own"),
            (true.rjust(width), "reference"),
            (beside, "dim"),
        )


def _number(value: float, form: str) -> str:
    """Format a number; use scientific notation if it has diverged (1e5 or more)."""
    return format(value, form if abs(value) < 1e5 else ".1e")
