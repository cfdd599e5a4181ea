"""Parts of a screen that is continuously redrawn: its last row, and the help on its keys."""

from collections.abc import Mapping

from .page import Page, Span, cells


def foot(page: Page, doing: str, style: str, keys: Mapping[str, str]) -> Page:
    """Add the last row: what is being done, and as many keys as fit; the last two have priority."""
    spans: list[Span] = [(page.crop_words(doing, page.width - 1), style)]
    room = page.width - 1 - cells(spans[0][0])
    shown: set[str] = set()
    for key in (*list(keys)[-2:], *list(keys)[:-2]):
        if (wide := cells(f"  {key} {keys[key]}")) <= room:
            shown.add(key)
            room -= wide
    for key in filter(shown.__contains__, keys):
        spans += [("  ", ""), (key, "command"), (f" {keys[key]}", "dim")]
    page.row(*spans)
    return page


def waiting(page: Page, why: str) -> None:
    """Show `why` there is nothing to grade, if not empty; a git command at its end gets its own row."""
    if why:
        said, colon, command = why.rpartition(": ")
        if command.startswith("git "):
            why = f"{said}{colon.rstrip()}\n{command}"
        page.blank()
        page.prose(f"{why}\nUntil then nothing is graded.", label="Waiting  ", label_style="todo")


def help_on_keys(page: Page, keys: Mapping[str, str]) -> None:
    """Show a row for each key."""
    page.blank()
    page.row(("Keys (no Enter needed)", "label"))
    for key, text in keys.items():
        page.prose(text, label=f"  {key}  ", label_style="command")
