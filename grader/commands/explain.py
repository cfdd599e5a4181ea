"""`explain`: tell all about one mistake."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from ..submission import UsageError
from . import PROGRAM, output


def options(parser: ArgumentParser) -> None:
    """There is nothing to choose but the mistake."""


def run(asked: Namespace) -> int:
    """Print the entry that is named."""
    words: list[str] = asked.words
    if len(words) != 1:
        given = "none was given" if not words else f"here are {len(words)}"
        raise UsageError(f"explain wants the id of one mistake, and {given}. Take it from a report.")
    from ..kata import find_kata
    from ..report import listing, paint

    kata = find_kata(None)
    entry = kata.catalogue.get(words[0])
    if entry is None:
        raise UsageError(_unknown(words[0], kata.catalogue))
    wrong = kata.wrong_lines(entry) if entry.edits else []
    facts = {"id": entry.id, "title": entry.title, "step": entry.step, "severity": entry.severity}
    page = listing.entry(facts, entry.hints, wrong, paint.page_for(sys.stdout))
    output.write(paint.painted(page, sys.stdout))
    return 0


def _unknown(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    known = list(known)
    close = [key for key in known if word and word.lower() in key][:5]
    close = close or get_close_matches(word.lower(), known, 3)
    if close:
        return f"There is no mistake {word!r}. Did you mean {' or '.join(close)}?"
    return f"There is no mistake {word!r}. Take the id from a report: {PROGRAM}"
