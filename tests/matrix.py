"""How well mistakes are found: `python -m tests.matrix [--all] [--exercise NAME] [--only ID] [--jobs N]`.

With `--fix COUNT` it prints instead how many of COUNT wrong submissions get a fix; see `fix_rates`.

For every entry of the catalogue it grades three hand-written spellings (with `--all`, all of them) and the
submissions made from its own formula. It prints how many are diagnosed correctly (exactly the ids of the
label), and how many findings are on the right line, if the file marks it. The right submissions get a row
too. The total rates come last; the exit status is 1 if one is below 100 %.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from grader.catalogue import Mistake
from grader.command_line import DEFAULT
from grader.kata import Kata, find_kata, kata_names

from . import fix_rates
from .grading.test_submissions import SPELLINGS
from .helpers.graded import graded_label, line_trouble, trouble
from .helpers.labels import Labelled, labelled, spellings
from .helpers.numbers import filled
from .katas.outright import OUTRIGHT
from .katas.test_catalogue import accepted, is_advice

RIGHT = "right submissions"


@dataclass(frozen=True)
class Cell:
    """The result for one submission; `line` is None if its lines are not marked or its diagnosis is wrong."""

    name: str
    diagnosed: bool
    line: bool | None
    said: str


COLUMNS: dict[str, Callable[[Cell], bool | None]] = {
    "diagnosed": lambda cell: cell.diagnosed,
    "line right": lambda cell: cell.line,
}


def own_submissions(kata: Kata, entry: Mistake) -> list[Labelled]:
    """The submissions made from an entry's own formula, with the labels that they would have."""
    texts = [kata.declaration.formula.source(filled(edits)) for edits in entry.edits]
    if not texts and kata.name == DEFAULT:
        texts = [OUTRIGHT[entry.id]]
    advice = frozenset({entry.id} if is_advice(entry) else ())
    slots = () if advice else (frozenset(accepted(entry)),)
    expected, folder = ("pass", "correct") if advice else ("wrong", "wrong")
    name = f"{folder}/formula of {entry.id}"
    return [Labelled(name, expected, slots, advice, t.encode(), (), exercise=kata.name) for t in texts]


def rows(kata: Kata, only: str | None, everything: bool) -> dict[str, list[Labelled]]:
    """The submissions to grade, by row."""
    found = {}
    for entry in kata.catalogue.values():
        if only in (None, entry.id):
            written = spellings(entry.id, kata.name)[: None if everything else SPELLINGS]
            found[entry.id] = [*own_submissions(kata, entry), *written]
    return found | ({} if only else {RIGHT: list(labelled("correct", kata.name))})


def examine(one: Labelled) -> Cell:
    """Grade one submission, in a process of the pool."""
    with tempfile.TemporaryDirectory() as folder:
        verdict = graded_label(one, Path(folder))
    wrong, line = trouble(one, verdict), line_trouble(one, verdict)
    return Cell(one.name, not wrong, not line if one.marked and not wrong else None, wrong or line)


def rate(answers: Iterable[bool | None]) -> tuple[int, int]:
    """How many answers are True, and how many are not None."""
    told = [answer for answer in answers if answer is not None]
    return sum(told), len(told)


def line_of(title: str, cells: Sequence[Cell]) -> str:
    """One row of the table."""
    rates = [rate(answer(cell) for cell in cells) for answer in COLUMNS.values()]
    return f"{title:<36}" + "".join(f"{f'{right}/{of}' if of else '-':>12}" for right, of in rates)


def summary(cells: Sequence[Cell]) -> bool:
    """Print the rates, and return whether all of them are 100 %."""
    rates = {what: rate(answer(cell) for cell in cells) for what, answer in COLUMNS.items()}
    for what, (right, of) in rates.items():
        print(f"{what:<12}{right:>5} of {of:<5} {100 * right / of if of else 100:.1f} %")
    return all(right == of for right, of in rates.values())


def arguments() -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.matrix", description=(__doc__ or "").split("\n\n")[2]
    )
    parser.add_argument("--all", action="store_true", help="every hand-written spelling, not three of each")
    parser.add_argument(
        "--exercise", metavar="NAME", choices=kata_names(), default=DEFAULT, help="another exercise"
    )
    parser.add_argument("--only", metavar="ID", help="one entry of the catalogue")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: a core each)"
    )
    parser.add_argument("--fix", metavar="COUNT", type=int, help="the rates of the fixes, of so many")
    return parser.parse_args()


def main() -> int:
    """Grade and print the table; return 0 if all rates are 100 % (with --fix: as promised), else 1."""
    args = arguments()
    if args.fix is not None:
        return fix_rates.measure(args.exercise, args.fix)
    kata = find_kata(args.exercise)
    if args.only is not None and args.only not in kata.catalogue:
        sys.exit(f"There is no mistake {args.only!r} in {kata.name}.")
    wanted = rows(kata, args.only, args.all)
    print(f"{'':<36}" + "".join(f"{what:>12}" for what in COLUMNS))
    cells: list[Cell] = []
    with ProcessPoolExecutor(args.jobs, mp_context=get_context("spawn")) as pool:
        results = pool.map(examine, [one for own in wanted.values() for one in own], chunksize=1)
        for row, own in wanted.items():
            cells += (found := [next(results) for _ in own])
            print(line_of(row, found), flush=True)
    misses = [cell for cell in cells if not cell.diagnosed or cell.line is False]
    print(*["", *(f"miss  {cell.name}: {cell.said}" for cell in misses), ""], sep="\n")
    return 0 if summary(cells) else 1


if __name__ == "__main__":
    sys.exit(main())
