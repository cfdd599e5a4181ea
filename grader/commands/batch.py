"""`batch`: grade many files; the results have one line per file."""

import os
import secrets
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import astuple
from functools import cached_property
from hashlib import sha256
from json import dumps
from pathlib import Path

from .. import submission
from ..batch import files, judging
from ..batch.pool import Failure, Pool
from ..batch.results import Results, ResultsError, fingerprint
from ..command_line import DEFAULT, command
from ..kata import exercise_of, find_kata, usable
from ..other_exercise import MISSING, exercises_of
from ..report.batch import ResultRow, bar, row, summary, table
from ..report.times import counted
from ..submission import Submission, UsageError
from ..verdict import SCHEMA
from .shared import common_options, streams, typed_paths
from .shared.exports import Destination

OUT = "results.jsonl"
UNREADABLE, BROKEN = 2, 3


def options(parser: ArgumentParser) -> None:
    """Add the options of `batch`."""
    group = parser.add_argument_group("options of batch")
    text = "how many files to grade at once (default: one per core)"
    group.add_argument("--jobs", type=common_options.count, metavar="N", help=text)
    text = f"where the results go, one JSON line per file; an existing file is continued ({OUT}); an index"
    text += " is kept beside it, FILE.index"
    group.add_argument("--out", default=OUT, metavar="FILE", help=text)
    group.add_argument("--csv", metavar="FILE", help="also write a table for a spreadsheet")
    common_options.add_fix(group)
    common_options.add_grading(group)


def run(args: Namespace) -> int:
    """Grade the files without a result, print the summary, return the worst exit status of all files."""
    paths = _paths(args)
    typed_paths.stand_somewhere()
    try:
        results = Results(args.out)
    except ResultsError as error:
        raise UsageError(f"--out {error}") from None
    try:
        with results, bar(sys.stderr, len(paths)) as count:
            batch = Batch(paths, _how(args, results.seed), results, count)
            cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
            batch.grade(args.jobs or cores)
            rows = batch.rows()
    except KeyboardInterrupt:
        print("The results so far are saved: run the same command to continue.", file=sys.stderr)
        raise
    _tell(rows, batch.before, args)
    return max(row.status for row in rows)


def _how(args: Namespace, seed: int | None) -> judging.JudgeSettings:
    """How to grade every file; `seed` is that of the batch that is continued, if there is one."""
    seed = seed if args.seed is None else args.seed
    seed = secrets.randbelow(10**9) if seed is None else seed
    limits = common_options.limits(args)
    return judging.JudgeSettings(seed, not args.no_hints, limits, args.fix, args.exercise, _twist(args))


def _twist(args: Namespace) -> str | None:
    return None if args.twist == "none" else args.twist


def _paths(args: Namespace) -> list[str]:
    """The files to grade; first checks that the output files can be written."""
    exercise = usable(DEFAULT if args.exercise is None else args.exercise)
    if not args.words:
        typed = command(exercise, "batch", "PATH...")
        raise UsageError(f"batch needs files, but none were given. Type: {typed}")
    if _twist(args) is not None:
        find_kata(exercise).twisted(_twist(args))  # raises UsageError
    paths = files.named_by([_meant(word) for word in args.words])
    if not any(Path(path).is_file() for path in paths):
        raise UsageError(f"There is no file to grade in {', '.join(map(repr, args.words))}. Check the path.")
    taken = {os.path.realpath(path): path for path in paths}
    for option, name in (("--out", args.out), ("--csv", args.csv)):
        if name is not None:
            Destination(option, name).look(*([args.out] if option == "--csv" else []))
            if os.path.realpath(name) in taken:
                raise UsageError(f"{option} {name!r} is one of the files to grade. Name another file.")
    return paths


def _meant(word: str) -> str:
    """The exercise's file if `word` names an exercise and no file; else `word` itself."""
    if os.path.lexists(word):
        return word
    from .shared.target import exercise_meant  # most of what it imports is about practice

    named = exercise_meant(word)
    return word if named is None else typed_paths.shown(find_kata(named).exercise_path)


class Batch:
    """Grades the files of one batch and adds their lines to the results."""

    def __init__(
        self, paths: list[str], how: judging.JudgeSettings, results: Results, count: Callable[[bool], None]
    ) -> None:
        self._paths, self._how, self._results, self._count = paths, how, results, count
        self._keys: dict[str, str] = {}
        self.before = 0

    def grade(self, jobs: int) -> None:
        """Grade every file that has no line yet; write each line as soon as it is known."""
        judges = judging.judges(self._how)
        judges.prepare()  # it imports what it needs while this process reads the grader and the files
        with closing(judges), closing(Pool(judges.start, min(jobs, len(self._paths)))) as pool:
            for (path, key), answer in pool.judged(self._work()):
                if isinstance(answer, Failure):
                    self._add_error(path, f"The grader itself failed. {answer}", BROKEN)
                else:
                    self._add(path, key, answer)

    def _work(self) -> Iterator[tuple[tuple[str, str], Submission]]:
        """The submissions to grade, each read only when it is needed; this also settles the other files."""
        for path in self._paths:
            try:
                if self._how.exercise is None:
                    usable(exercise_of(path))  # raises UsageError if it is not complete
                self._how.kata(path)  # raises UsageError if it has no such twist
                learners = submission.read(path)
            except UsageError as error:
                self._add_error(path, str(error), UNREADABLE)
                continue
            key = self._key(path, learners.source)
            if key in self._results:
                self._keep(path, key)
            else:
                yield (path, key), learners

    @cached_property
    def _grader(self) -> str:
        return fingerprint()

    def _key(self, path: str, *content: str | int) -> str:
        """The key of one grading: a hash of path, content, options and the version of the grader."""
        parts = dumps([path, *content, astuple(self._how), self._grader])
        return sha256(parts.encode("ascii")).hexdigest()

    def _add_error(self, path: str, error: str, status: int) -> None:
        """Add a line on a file that was not graded; if the grader failed, the next run tries again."""
        key = self._key(path, error, status)
        if status == UNREADABLE and key in self._results:
            self._keep(path, key)
        else:
            told = {"schema": SCHEMA, "submission": path, "error": error, "status": status}
            self._add(path, key, dumps(told))

    def _add(self, path: str, key: str, line: str) -> None:
        self._results.add(key, self._how.seed, line)
        self._keys[path] = key
        self._count(True)

    def _keep(self, path: str, key: str) -> None:
        self._keys[path] = key
        self.before += 1
        self._count(False)

    def rows(self) -> list[ResultRow]:
        """The result of each file, in the order in which the files were named."""
        return [row(document) for document in self._results.documents(self._keys[p] for p in self._paths)]


def _elsewhere(rows: list[ResultRow]) -> Counter[str]:
    """How many files have the class of another exercise in place of the right one, by that exercise."""
    found = Counter[str]()
    for one in rows:
        if MISSING in one.mistakes:
            with suppress(UsageError):  # the file is gone
                source = submission.read(one.submission).source
                found.update(exercises_of(find_kata(one.exercise), source, one.mistakes))
    return found


def _tell(rows: list[ResultRow], before: int, args: Namespace) -> None:
    """Write the spreadsheet, if one is wanted, and print the summary."""
    shown = [row.exercise for row in rows if args.csv is not None or row.mistakes or row.advice]
    twist = _twist(args)
    katas = [find_kata(name).twisted(twist) for name in dict.fromkeys(shown) if name]  # this takes a while
    if args.csv is not None:  # if nothing was graded, with the steps of the exercise asked for
        steps = dict.fromkeys(step for kata in katas or [find_kata(args.exercise)] for step in kata.steps)
        Destination("--csv", args.csv).write(table(rows, tuple(steps)))
    titles = {key: entry.title for kata in reversed(katas) for key, entry in kata.catalogue.items()}
    page = summary(streams.page(), rows, titles, before, args.out)
    page.blank()
    for name, number in _elsewhere(rows).items():
        typed = command(name, "batch", "PATH...")
        page.prose(
            f"{counted(number, 'file')} with the class of {name}. To grade by it: {typed}", label="Next     "
        )
    also = "" if args.csv is None else f", and as a table {page.line(args.csv)}"
    page.prose(page.line(args.out) + also, label="Results  ")
    streams.put(page)
