"""`history`: show the attempts so far, and when to practise next."""

import csv
import io
import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from ..command_line import command
from ..practice.attempts import FORGOTTEN, NOTED, Attempt
from ..practice.history import History, history
from ..practice.practice import Practice
from ..report import history as screen
from ..submission import UsageError
from .shared import common_options, exercise_list, practice_records, streams, target

MAX_NOTE_LENGTH = 200


def options(parser: ArgumentParser) -> None:
    """Add the options of `history`."""
    group = parser.add_argument_group("options of history").add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="one JSON document on stdout, nothing else")
    group.add_argument("--csv", action="store_true", help="a row per attempt, below a row of column names")
    group.add_argument(
        "--all", action="store_true", help="all attempts on the screen, not only the last ones"
    )
    text = "leave attempt N out of all results; it stays in the journal"
    group.add_argument("--forget", type=common_options.count, metavar="N", help=text)
    text = "add a note to attempt N"
    group.add_argument("--note", nargs=2, metavar=("N", "TEXT"), help=text)


def run(args: Namespace) -> int:
    """Print the history in the requested form, or forget or note an attempt."""
    if args.note is not None:  # a text without quotes
        args.note, args.words = [args.note[0], " ".join([args.note[1], *args.words])], []
    kata = target.exercise(args, "history")
    practice = practice_records.practice_of(kata, args.clock)
    summary = history(kata.name, kata.to_write, practice.past())
    if args.forget is not None or args.note is not None:
        _mark(args, practice, summary)
    elif args.json:
        streams.write_ascii(json.dumps(summary.document(), allow_nan=False) + "\n")
    elif args.csv:
        _print_table(summary)
    else:
        titles = {key: entry.title for key, entry in kata.catalogue.items()}
        shown = None if args.all else screen.ATTEMPTS_SHOWN
        others = exercise_list.all_exercises(args.clock)
        now = args.clock.now()
        streams.show(lambda page: screen.history(page, summary, titles, now, shown=shown, exercises=others))
    return 0


def _mark(args: Namespace, practice: Practice, history: History) -> None:
    number = args.forget if args.note is None else _number(args.note[0])
    attempt = _attempt(history, number)
    if args.note is None:
        if not attempt.marks.forgotten:
            practice.mark(attempt, FORGOTTEN)
        said = f"Attempt {number} is forgotten: it stays in the journal, but no longer counts."
    else:
        practice.mark(attempt, NOTED, text=_text(args.note[1]))
        said = f"The note is added to attempt {number}."
    page = streams.page()
    page.prose(said)
    page.prose(command(history.exercise, "history"), label="More   ", style="command")
    streams.put(page)


def _number(text: str) -> int:
    try:
        return common_options.count(text)
    except ArgumentTypeError as error:
        raise UsageError(f"--note takes the number of an attempt and a text: {error}.") from None


def _text(given: str) -> str:
    """The text of a note, on one line."""
    text = " ".join(given.split())
    if not text:
        raise UsageError("The note is empty. Write a word or two in quotes after the number.")
    if len(text) > MAX_NOTE_LENGTH:
        raise UsageError(
            f"The note has {len(text)} characters; at most {MAX_NOTE_LENGTH} are kept. Shorten it."
        )
    return text


def _attempt(history: History, number: int) -> Attempt:
    if number <= len(history.attempts):
        return history.attempts[number - 1]
    known = f"They go from 1 to {len(history.attempts)}." if history.attempts else "None is recorded yet."
    raise UsageError(f"There is no attempt {number}. {known} See {command(history.exercise, 'history')}")


def _print_table(history: History) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, history.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(history.table())
    streams.write_ascii(text.getvalue())
    if history.trouble:
        streams.tell(history.trouble)
