"""What the submission learned from known data, beside the truth, and the way there."""

from ..comparison import Demonstration
from .page import Page
from .picture import curves

COLUMN = 11


def demonstration(found: Demonstration, page: Page, afterwards: str = "") -> Page:
    """Fill an empty page.

    Args:
        found: what there is to show.
        page: an empty one.
        afterwards: what to do next, where there is something to do.
    """
    page.prose("Your class, trained on data whose truth is known", style="title")
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
    page.row((" " * 6 + "learned".rjust(COLUMN) + "true".rjust(COLUMN), "label"))
    for name, learned, true in found.learned:
        page.row(
            (f"  {name:4}", "title"), (_number(learned, ".4f"), "own"), (_number(true, "g"), "reference")
        )
    if found.losses:
        page.row(
            ("  loss", "title"),
            (_number(found.losses[-1], ".6f"), "own"),
            (_number(found.floor, "g"), "reference"),
            ("  the variance of the noise", "dim"),
        )


def _number(value: float, form: str) -> str:
    """A number in its column; one that has run away, by its power of ten."""
    return format(value, form if abs(value) < 1e5 else ".1e").rjust(COLUMN)
