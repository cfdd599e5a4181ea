"""`history`: what practising has come to so far, and when to go on."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from . import memory, output, target

if TYPE_CHECKING:
    from ..practice.history import History


def options(parser: ArgumentParser) -> None:
    """Add what `history` takes."""
    group = parser.add_argument_group("options of history").add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="one JSON document on stdout, nothing else")
    group.add_argument("--csv", action="store_true", help="a row per attempt, under the names of its columns")


def run(asked: Namespace) -> int:
    """Print the history, in the form that was asked for."""
    from ..practice.history import history

    kata = target.exercise(asked, "history")
    practice = memory.practice_of(kata, asked.clock)
    told = history(kata.name, kata.to_write, practice.past())
    if asked.json:
        _print_document(told)
    elif asked.csv:
        _print_table(told)
    else:
        from ..report import history as screen
        from ..report import paint

        page = paint.page_for(sys.stdout)
        titles = {key: entry.title for key, entry in kata.catalogue.items()}
        screen.history(page, told, titles, asked.clock.now())
        output.write(paint.painted(page, sys.stdout))
    return 0


def _print_document(told: "History") -> None:
    import json

    output.write_ascii(json.dumps(told.document(), allow_nan=False) + "\n")


def _print_table(told: "History") -> None:
    import csv
    import io

    text = io.StringIO()
    writer = csv.DictWriter(text, told.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(told.table())
    output.write_ascii(text.getvalue())
    if told.trouble:
        output.tell(told.trouble)
