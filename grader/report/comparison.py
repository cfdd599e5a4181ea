"""The screens of `compare` and `demo`: the methods next to the reference's, what was learned, the curves."""

import os
import re
import textwrap
from itertools import zip_longest

from ..comparison import Code, Comparison, Demonstration, MethodComparison
from .curves import curves
from .highlight import parted, quotes, spans
from .page import Page, Row, cells, split, wrap

SIDE_BY_SIDE, WIDEST = 100, 180
HANGING = 8
SIGNS = {"agrees": "passed", "differs": "failed", "todo": "todo"}
MIN_COLUMN_CELLS = 11  # the least width of a column
NOT_WRITTEN_OUT = "(no source code with this name)"


def comparison(compared: Comparison, page: Page, *, code: bool, afterwards: str = "") -> Page:
    """Fill a page.

    If `code` is False, only the behaviour is shown. `afterwards` says what to do next.
    """
    for one in compared.methods:
        _heading(page, one)
        if code:
            _codes(page, one)
            page.blank()
    if compared.curves:
        page.blank()
        curves(page, "Loss by epoch", compared.curves)
    page.blank()
    if afterwards:
        page.prose(afterwards, label="Next   ")
    page.prose(f"seed {compared.seed} (same data again: --seed {compared.seed})", style="dim")
    return page


def _heading(page: Page, one: MethodComparison) -> None:
    """Show whether the method agrees with the reference, and the sentences about that."""
    style = SIGNS[one.agreement]
    start = (f"{getattr(page.symbols, style)} ", style), (f"{one.method}  ", "title")
    first, *others = one.said
    page.flow(wrap(page.clean(first), page.width - sum(cells(text) for text, _ in start)), *start)
    for said in others:
        page.prose(said, label="  ")


def _codes(page: Page, one: MethodComparison) -> None:
    sides = (("yours", one.own, "own"), ("reference", one.reference, "reference"))
    bar = f" {page.symbols.bar} "
    if page.width < SIDE_BY_SIDE:
        for name, code, style in sides:
            page.row(("  ", ""), *_owner(page, name, code, page.width - 2, style))
            for row in _lines(page, code, page.width - 2 - cells(bar)):
                page.row((f"  {bar[1:]}", "dim"), *row)
        return
    width = (page.width - 2 - cells(bar)) // 2
    left, right = (
        [_owner(page, name, code, width, style), *_lines(page, code, width)] for name, code, style in sides
    )
    for own, other in zip_longest(left, right, fillvalue=()):
        filling = " " * (width - sum(cells(text) for text, _ in own))
        page.row(("  ", ""), *own, (filling, ""), (bar, "dim"), *other)


def _owner(page: Page, name: str, code: Code, width: int, style: str) -> Row:
    """The heading of a piece of code: its owner and its place."""
    room = width - cells(name) - 2
    place = page.line(code.place)
    shown = place if cells(place) <= room else os.path.basename(place)
    return (name, style), (f"  {page.crop(shown, room)}", "dim")


def _lines(page: Page, code: Code, width: int) -> list[Row]:
    if not code.lines:
        return [((NOT_WRITTEN_OUT, "dim"),)]
    rows = [row for line in code.lines for row in _broken(page.line(line.expandtabs(4)), width)]
    told = zip(rows, quotes(rows), strict=True)
    return [tuple(span for span in spans(row, quote) if span[0]) for row, quote in told]


class CodeWrapper(textwrap.TextWrapper):
    """Wraps code after opening brackets too."""

    wordsep_simple_re = re.compile(r"( +|(?<=[(\[{]))")


def _broken(line: str, width: int) -> list[str]:
    """Wrap a line of code; continuation rows are indented further, and a comment goes below its code."""
    if cells(line) <= width:
        return [line]
    code, comment = parted(line)
    indent = min(len(line) - len(line.lstrip()), width // 2)
    margin = " " * indent + "# "
    text = comment.lstrip("# ")
    below = textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin)
    above = _wrapped(code.lstrip(), indent, width)
    return [piece for row in [*above, *below] for piece in split(row, width)]  # for wide characters


def _wrapped(code: str, indent: int, width: int) -> list[str]:
    further = " " * min(indent + HANGING, width // 2)
    fits = max(map(cells, code.split()), default=0) <= width - len(further)
    wrapper = (textwrap.TextWrapper if fits else CodeWrapper)(
        width, initial_indent=" " * indent, subsequent_indent=further, break_on_hyphens=False
    )
    return wrapper.wrap(code)


# -- demo


def demonstration(demo: Demonstration, page: Page, afterwards: str = "") -> Page:
    """Fill an empty page; `afterwards` says what to do next."""
    page.prose("Your class, trained on data with known parameters", style="title")
    page.prose(demo.setting, style="dim")
    page.blank()
    if demo.trouble:
        page.prose(demo.trouble, label="! ", label_style="failed")
        page.blank()
    if demo.learned:
        _table(page, demo)
    page.blank()
    curves(page, "Loss by epoch", {"yours": demo.losses})
    page.blank()
    if afterwards:
        page.prose(afterwards, label="Next   ")
    return page


def _table(page: Page, demo: Demonstration) -> None:
    rows = [(name, _number(learned, ".4f"), _number(true, "g"), "") for name, learned, true in demo.learned]
    if demo.losses:
        last, floor = _number(demo.losses[-1], ".6f"), _number(demo.floor, ".4g")
        rows.append(("loss", last, floor, f"  {demo.floor_is}"))
    names = max(len(name) for name, *_ in rows)
    width = max(MIN_COLUMN_CELLS, *(len(number) + 2 for _, *numbers, _ in rows for number in numbers))
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
