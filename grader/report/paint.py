"""Turn a page into text for a stream: in colour with rich, or plain if the stream shows no colour.

File names are links (OSC 8) to a line of the file, in terminals that are known to support them. rich is
imported only for colour, because the import takes longer than the rest of a report.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from .page import NARROWEST, WIDEST, Page

GREEN, RED, YELLOW, BLUE, MAGENTA, GREY = (f"color({number})" for number in (29, 160, 130, 63, 163, 243))
"""From the 256 colours, which look the same everywhere: readable on white and on black."""
STYLES = {
    "title": "bold",
    "label": "bold",
    "passed": GREEN,
    "failed": f"bold {RED}",
    "todo": YELLOW,
    "blocked": GREY,
    "advice": f"bold {BLUE}",
    "command": f"bold {BLUE}",
    "dim": GREY,
    "guilty": f"bold {RED}",
    "own": f"bold {BLUE}",
    "reference": GREEN,
    "keyword": MAGENTA,
    "string": GREEN,
    "number": BLUE,
    "comment": f"{GREY} italic",
}
FEW_COLOURS = {
    **dict.fromkeys(("title", "label", "advice", "command", "own"), "bold"),
    **dict.fromkeys(("failed", "guilty"), "bold red"),
    "keyword": "magenta",
    "comment": "italic",
}
"""For terminals with 16 colours: only those that are readable on black and on white."""
LINK = "link "
"""The start of the style of a span that is a link; the address follows."""

LINKING = {"vscode", "iTerm.app", "WezTerm", "ghostty", "Hyper", "mintty", "rio", "Tabby", "WarpTerminal"}
"""Values of TERM_PROGRAM in terminals that support links."""
OWN = ("WT_SESSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "DOMTERM", "GHOSTTY_RESOURCES_DIR")
"""Variables that only such a terminal sets."""
TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
"""Prefixes of TERM in such terminals."""
MIN_VERSIONS = {"VTE_VERSION": 5000, "KONSOLE_VERSION": 201200}
"""The first versions that support links."""
WITH_LINE = {"vscode", "iTerm.app"}
"""Values of TERM_PROGRAM in terminals that understand `#LINE` after an address; kitty does too."""


def page_for(stream: TextIO | None, widest: int = WIDEST) -> Page:
    """An empty page that fits the stream, at most `widest` cells wide."""
    return Page(max(NARROWEST, min(columns(stream), widest)), getattr(stream, "encoding", None) or "utf-8")


def painted(page: Page, stream: TextIO | None) -> str:
    """The page as text, in colour if the stream shows it and rich can be imported."""
    if stream is None or not shows_colour(stream):
        return page.plain()
    try:
        return _coloured(page, stream)
    except ImportError:  # `doctor` reports that
        return page.plain()


def shows_colour(stream: TextIO) -> bool:
    """Whether the stream shows colour; rich itself handles NO_COLOR."""
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def columns(stream: TextIO | None) -> int:
    """The width in COLUMNS or, without it, the terminal's, or 80."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and 0 < len(asked) < 6 and int(asked):
        return int(asked)
    try:
        return (os.get_terminal_size(stream.fileno()).columns if stream is not None else 0) or 80
    except (OSError, ValueError):
        return 80


def _coloured(page: Page, stream: TextIO) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    styles = STYLES if console.color_system in ("256", "truecolor") else FEW_COLOURS
    text, linked = Text(), stream.isatty() and followed(os.environ)
    for row in page.rows:
        text.append_text(Text.assemble(*((part, _look(style, styles, linked)) for part, style in row)))
        text.append("\n")
    with console.capture() as capture:
        console.print(text, soft_wrap=True, end="")
    return capture.get()


def _look(style: str, styles: Mapping[str, str], linked: bool) -> str:
    if style.startswith(LINK):
        return f"link {address(style, os.environ)}" if linked else ""
    return styles.get(style, "")


def to_line(path: str, line: int) -> str:
    """The style for text that links to a line of a file; empty if the file has no address."""
    try:
        return f"{LINK}{Path(os.path.abspath(path)).as_uri()}#{line}"
    except (OSError, ValueError):  # no current folder, or a name that no file can have
        return ""


def followed(environment: Mapping[str, str]) -> bool:
    """Whether the terminal that set these variables supports links; an unknown or a remote one does not.

    A remote terminal cannot open the address of a file on this machine; only VS Code can, as it runs on both.
    """
    term, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    if environment.get("NO_COLOR") or term == "dumb" or environment.get("FORCE_HYPERLINK") == "0":
        return False
    if environment.get("FORCE_HYPERLINK"):
        return True
    if environment.get("STY") or ("SSH_CONNECTION" in environment and program != "vscode"):
        return False
    return (
        program in LINKING
        or any(environment.get(name) for name in OWN)
        or term.startswith(TERMS)
        or any(_number(environment.get(name, "")) >= least for name, least in MIN_VERSIONS.items())
    )


def address(style: str, environment: Mapping[str, str]) -> str:
    """The address that a style links to, with the line if the terminal understands it."""
    found = style.removeprefix(LINK)
    with_line = environment.get("TERM_PROGRAM") in WITH_LINE or environment.get("KITTY_WINDOW_ID")
    return found if with_line else found.partition("#")[0]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
