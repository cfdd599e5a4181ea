"""Ask before something is overwritten or revealed."""

import sys

from . import output


def at_a_terminal() -> bool:
    """Whether somebody can be asked: both standard streams are terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def agreed(question: str) -> bool:
    """The answer to a question at a terminal, which stands in the row: only a yes is one."""
    from ..terminal.keys import without_sequences

    output.write(f"{question} [y/N] ")
    try:
        answer = sys.stdin.readline()
    except (OSError, UnicodeError):
        answer = ""
    if not answer.endswith("\n"):
        output.write("\n")
    return without_sequences(answer).strip().lower() in ("y", "yes")
