"""Ask before something is overwritten or revealed."""

import sys

from ...report.page import wrap
from ...report.paint import columns
from ...terminal.keys import END_OF_FILE, ESCAPE, Keys
from . import output


def at_a_terminal() -> bool:
    """Whether somebody can be asked: both standard streams are terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def agreed(question: str, *, usual: bool = False) -> bool:
    """The answer to a question at a terminal, by one key and without Enter.

    `usual` is the answer that Enter gives; where it is yes, only n, q, Escape and no key mean no.
    """
    asked = wrap(f"{question} {'[Y/n]' if usual else '[y/N]'}", columns(sys.stdout) - len(" yes"))
    with Keys(sys.stdin) as keys:
        keys.forget()  # a key that was pressed before the question was seen is no answer to it
        output.write("\n".join(asked) + " ")
        key = keys.next()
    is_yes = key not in ("n", "q", ESCAPE, END_OF_FILE) if usual else key == "y"
    output.write("yes\n" if is_yes else "no\n")
    return is_yes
