"""Ask before something is overwritten or revealed."""

import sys

from ...report.page import wrap
from ...report.paint import columns
from ...terminal.keys import END_OF_FILE, ESCAPE, Keys
from . import streams


def at_a_terminal() -> bool:
    """Whether we can ask the user: stdin and stdout are both terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def agreed(question: str, *, usual: bool = False) -> bool:
    """Ask a yes/no question at a terminal, answered by one key without Enter; True for yes.

    `usual` is the default answer. If it is yes, only n, q, Escape and the end of input mean no; if it is no,
    only y means yes.
    """
    asked = wrap(f"{question} {'[Y/n]' if usual else '[y/N]'}", columns(sys.stdout) - len(" yes"))
    with Keys(sys.stdin) as keys:
        keys.forget()  # ignore keys that were pressed before the question appeared
        streams.write("\n".join(asked) + " ")
        key = keys.next()
    is_yes = key not in ("n", "q", ESCAPE, END_OF_FILE) if usual else key == "y"
    streams.write("yes\n" if is_yes else "no\n")
    return is_yes
