"""Links from the name of a file to its line (OSC 8), for terminals that follow them."""

import os
from collections.abc import Mapping
from pathlib import Path

STYLE = "link "
"""How the style of a span begins that is a link; the address follows."""

KNOWN = {"vscode", "iTerm.app", "WezTerm", "ghostty", "Hyper", "mintty", "rio", "Tabby", "WarpTerminal"}
"""Values of TERM_PROGRAM."""
OWN = ("WT_SESSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "DOMTERM", "GHOSTTY_RESOURCES_DIR")
"""Variables that one terminal sets for itself."""
TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
"""How TERM begins."""
LEAST = {"VTE_VERSION": 5000, "KONSOLE_VERSION": 201200}
"""The first versions that can."""
WITH_LINE = {"vscode", "iTerm.app"}
"""Values of TERM_PROGRAM where `#LINE` behind a file's address is understood; kitty understands it too."""


def to_line(path: str, line: int) -> str:
    """The style of text that is a link to a line of a file; empty where the file has no address."""
    try:
        return f"{STYLE}{Path(os.path.abspath(path)).as_uri()}#{line}"
    except (OSError, ValueError):  # no current folder, or a name that no file can have
        return ""


def followed(environment: Mapping[str, str]) -> bool:
    """Whether the terminal that set these variables follows links; a plain or a remote one does not.

    A file of another machine has no address here, unless VS Code itself is what runs on both.
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
    """The address that a style links to, with the line where the terminal understands that."""
    found = style.removeprefix(STYLE)
    with_line = environment.get("TERM_PROGRAM") in WITH_LINE or environment.get("KITTY_WINDOW_ID")
    return found if with_line else found.partition("#")[0]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
