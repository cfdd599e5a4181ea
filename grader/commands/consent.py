"""Ask before something is overwritten or revealed."""

import sys

from . import output


def at_a_terminal() -> bool:
    """Whether somebody can be asked: both standard streams are terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def agreed(question: str) -> bool:
    """The answer to a question at a terminal, by one key and without Enter: only y is a yes."""
    from ..report.page import wrap
    from ..report.paint import columns
    from ..terminal.keys import Keys

    asked = wrap(f"{question} [y/N]", columns(sys.stdout) - len(" yes"))
    output.write("\n".join(asked) + " ")
    with Keys(sys.stdin) as keys:
        is_yes = keys.next() == "y"
    output.write("yes\n" if is_yes else "no\n")
    return is_yes
