"""Links (OSC 8) from a file name to a line of the file, for terminals that support them."""

import os
from collections.abc import Mapping
from pathlib import Path

STYLE = "link "
"""The start of the style of a span that is a link; the address follows."""

KNOWN = {"vscode", "iTerm.app", "WezTerm", "ghostty", "Hyper", "mintty", "rio", "Tabby", "WarpTerminal"}
"""Values of TERM_PROGRAM in terminals that support links."""
OWN = ("WT_SESSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "DOMTERM", "GHOSTTY_RESOURCES_DIR")
"""Variables that only such a terminal sets."""
TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
"""Prefixes of TERM in such terminals."""
LEAST = {"VTE_VERSION": 5000, "KONSOLE_VERSION": 201200}
"""The first versions that support links."""
WITH_LINE = {"vscode", "iTerm.app"}
"""Values of TERM_PROGRAM in terminals that understand `#LINE` after an address; kitty does too."""


def to_line(path: str, line: int) -> str:
    """The style for text that links to a line of a file; empty if the file has no address."""
    try:
        return f"{STYLE}{Path(os.path.abspath(path)).as_uri()}#{line}"
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
        program in KNOWN
        or any(environment.get(name) for name in OWN)
        or term.startswith(TERMS)
        or any(_number(environment.get(name, "")) >= least for name, least in LEAST.items())
    )


def address(style: str, environment: Mapping[str, str]) -> str:
    """The address that a style links to, with the line if the terminal understands it."""
    found = style.removeprefix(STYLE)
    with_line = environment.get("TERM_PROGRAM") in WITH_LINE or environment.get("KITTY_WINDOW_ID")
    return found if with_line else found.partition("#")[0]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
