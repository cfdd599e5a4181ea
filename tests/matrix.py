"""How well mistakes are found: `python -m tests.matrix [--all] [--exercise NAME] [--only ID] [--jobs N]`.

With `--fix COUNT` it prints instead how many of COUNT wrong submissions get a fix; see `fix_rates`.

For every entry of the catalogue it grades three hand-written spellings (with `--all`, all of them) and the
submissions made from its own formula. It prints how many are judged correctly (failed; for advice, passed),
how many are diagnosed correctly (exactly the ids of the label), and how many findings are on the right line,
if the file marks it. The right submissions get a row too. The total rates come last; the exit status is 1 if
one is below 100 %.
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
from grader.verdict import Verdict

from . import fix_rates
from .grading.test_submissions import SPELLINGS
from .helpers.graded import errors, graded_label, line_trouble, trouble
from .helpers.labels import Labelled, labelled, spellings
from .helpers.numbers import filled
from .katas.outright import OUTRIGHT
from .katas.test_catalogue import accepted, is_advice

RIGHT = "right submissions"


@dataclass(frozen=True)
class Case:
    """One submission to be graded for one row of the table."""

    row: str
    one: Labelled


@dataclass(frozen=True)
class Cell:
    """The result for one submission; `line` is None if its lines are not marked or its diagnosis is wrong."""

    row: str
    name: str
    judged: bool
    diagnosed: bool
    line: bool | None
    said: str


COLUMNS: dict[str, Callable[[Cell], bool | None]] = {
    "judged": lambda cell: cell.judged,
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
    return [
        Labelled(
            f"{folder}/formula of {entry.id}",
            expected,
            slots,
            advice,
            text.encode(),
            (),
            exercise=kata.name,
        )
        for text in texts
    ]


def cases(kata: Kata, only: str | None, everything: bool) -> list[Case]:
    """The submissions to grade, in the order of the rows."""
    found = []
    for entry in kata.catalogue.values():
        if only in (None, entry.id):
            number = None if everything else SPELLINGS
            written = spellings(entry.id, kata.name)[:number]
            found += [Case(entry.id, one) for one in (*own_submissions(kata, entry), *written)]
    if only is None:
        found += [Case(RIGHT, one) for one in labelled("correct", kata.name)]
    return found


def examine(case: Case) -> Cell:
    """Grade one submission, in a process of the pool."""
    with tempfile.TemporaryDirectory() as folder:
        verdict = graded_label(case.one, Path(folder))
    wrong, line = trouble(case.one, verdict), line_trouble(case.one, verdict)
    judged = verdict.verdict == ("passed" if case.one.expected == "pass" else "failed")
    on_line = not line if case.one.marked and not wrong else None
    return Cell(case.row, case.one.name, judged, not wrong, on_line, wrong or line or _told(verdict))


def _told(verdict: Verdict) -> str:
    return ", ".join(errors(verdict))


def rate(answers: Iterable[bool | None]) -> tuple[int, int]:
    """How many answers are True, and how many are not None."""
    told = [answer for answer in answers if answer is not None]
    return sum(told), len(told)


def shown(counts: tuple[int, int]) -> str:
    """A rate in a cell of the table."""
    return f"{counts[0]}/{counts[1]}" if counts[1] else "-"


def line_of(title: str, cells: Sequence[Cell]) -> str:
    """One row of the table."""
    rates = [rate(answer(cell) for cell in cells) for answer in COLUMNS.values()]
    return f"{title:<36}" + "".join(f"{shown(one):>12}" for one in rates)


def summary(cells: Sequence[Cell]) -> bool:
    """Print the rates, and return whether all of them are 100 %."""
    perfect = True
    for what, answer in COLUMNS.items():
        right, of = rate(answer(cell) for cell in cells)
        print(f"{what:<12}{right:>5} of {of:<5} {100 * right / of if of else 100:.1f} %")
        perfect &= all(answer(cell) is not False for cell in cells)
    return perfect


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
    wanted = cases(kata, args.only, args.all)
    print(f"{'':<36}" + "".join(f"{what:>12}" for what in COLUMNS))
    cells: list[Cell] = []
    with ProcessPoolExecutor(args.jobs, mp_context=get_context("spawn")) as pool:
        results = pool.map(examine, wanted, chunksize=1)
        for row in dict.fromkeys(case.row for case in wanted):
            own = [next(results) for case in wanted if case.row == row]
            cells += own
            print(line_of(row, own), flush=True)
    misses = [c for c in cells if not (c.judged and c.diagnosed and c.line is not False)]
    print(*["", *(f"miss  {c.name}: {c.said}" for c in misses), ""], sep="\n")
    return 0 if summary(cells) else 1


if __name__ == "__main__":
    sys.exit(main())
