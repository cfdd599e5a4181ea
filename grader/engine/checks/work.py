"""Measure a method's work: whether its instructions grow with n or d, or its memory with n squared.

What the code shows by itself (see `source.evenness`) is not run or measured.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from ...observation import Seen
from ...sandbox.limits import Ended
from ..asking.learner import ROWS, Learner, Sizes
from ..asking.requests import LOOK_ROWS, Request, once
from ..training import trajectory
from ..training.collaborators import right_under
from ..training.trajectory import LR

Looks = list[tuple[str, Sizes]]

FEATURES = 3
TINY_ROWS, TINY_SLACK = ((20, 3), (60, 3)), 30  # one instruction per sample is more
# One feature, few samples, strided views, more epochs: some code loops over the samples only then.
ODD_ROWS, ODD_AGAIN, ODD_SLACK = ((20, 1), (80, 1)), ((120, 1), (30, 1)), 45
# Growth too small for a clear loop may come from the data's values or from the clock: it must also show on
# other draws.
FEWEST, DRAWN = 60_000, (2_002, 1_203, 1_502, 903)
MORE_ROWS = [((rows, FEATURES), (3 * rows, FEATURES)) for rows in DRAWN]
MORE_ODD_ROWS = [((25, 1), (75, 1)), ((30, 1), (90, 1)), ((22, 1), (82, 1))]
ABOUT = (0.6, 1.7)  # a loop takes about the same work for each sample
FEW_ROWS = ((150, FEATURES), (450, FEATURES))
COLUMNS = ((40, 8), (40, 32))
MORE_COLUMNS = [((rows, 8), (rows, 32)) for rows in (41, 47, 53)]
SQUARES = ((1024, FEATURES), (2048, FEATURES))
FIRST: Looks = [("counted", ROWS)]
MEMORY: Looks = [("weighed", SQUARES)]
FURTHER: Looks = [("spied", ROWS[:1]), *MEMORY, ("counted", COLUMNS), ("counted", ODD_ROWS)]
SLACK = 300
MOST_HONEST = 250_000


@dataclass(frozen=True)
class Loop:
    """Python work that grows with the samples."""

    # lines of the file, those that grow most first; empty if the loop is inside a library
    lines: tuple[int, ...]
    says: str  # what was counted, as a sentence


def look(learner: Learner, mode: str, method: str, sizes: Sizes) -> Any:
    """Measure a method; the training gets right methods under it only if it cannot run with its own."""
    right = stuck(learner, method) and right_under(learner)
    answer = learner.look(mode, method, sizes, right=right)
    failed = isinstance(answer, Ended) or any(c["raised"] for c in answer.get("counts", ()))
    if failed and not right and learner.trains(method) and right_under(learner):
        answer = learner.look(mode, method, sizes, right=True)
    return answer


def stuck(learner: Learner, method: str) -> bool:
    """Whether this is the training and even its simplest call raises an exception."""
    return learner.trains(method) and learner.fits(learner.cases["path"], (LR, 1))[0].raised is not None


def expect(
    learner: Learner, looks: Iterable[tuple[str, Looks]], first: Sequence[Request] = (), right: bool = False
) -> None:
    """Queue these requests, then measurements of methods, so that the workers never have to wait."""
    asked: dict[bool, list[Request]] = {False: [], True: []}
    asked[right] += first
    for method, wanted in looks:
        right = stuck(learner, method) and right_under(learner)
        for mode, sizes in wanted:
            if mode == "weighed" or not no_loop(learner, method):
                asked[right].append(learner.requests.look(mode, method, sizes, right=right))
    for right, requests in asked.items():
        learner.expect(requests, right=right)


def _counts(learner: Learner, method: str, sizes: Sizes) -> list[dict[str, Any]] | None:
    """The instruction counts at these sizes, or None if a call raised or did not return."""
    answer = look(learner, "counted", method, sizes)
    if isinstance(answer, Ended) or "counts" not in answer or any(c["raised"] for c in answer["counts"]):
        return None
    rows: list[dict[str, Any]] = answer["counts"]
    return rows


def quick(learner: Learner, method: str) -> bool:
    """Whether a method returned from the first count and showed no loop, so that measuring it is quick."""
    if not no_loop(learner, method) and isinstance(look(learner, "counted", method, ROWS), Ended):
        return False
    found = growth(learner, method)
    return found is None or found[0] <= SLACK


def growth(learner: Learner, method: str) -> tuple[int, dict[int, int]] | None:
    """How many more instructions the larger data take, in total and by line; None if that is unknown."""
    if no_loop(learner, method):
        return 0, {}
    counts = _counts(learner, method, ROWS) or _counts(learner, method, FEW_ROWS)
    if counts is None:
        return None
    small, large = counts
    grown = _grown(small, large)
    more_in_all = large["total"] - small["total"]
    if small["total"] > MOST_HONEST:  # counting stopped at its limit for both sizes
        tiny = _counts(learner, method, TINY_ROWS)
        if tiny is None or tiny[1]["total"] > MOST_HONEST:
            return None if tiny is None else (0, {})  # as much work for few samples: not a loop over them
        more = tiny[1]["total"] - tiny[0]["total"]
        if more <= TINY_SLACK:
            return 0, {}
        more_in_all = large["total"]
        grown = _grown(*tiny)
    return more_in_all, grown


def _grown(small: dict[str, Any], large: dict[str, Any]) -> dict[int, int]:
    """The lines that take more instructions for the larger data, and how many more."""
    before = dict(map(tuple, small["lines"]))
    more = {line: count - before.get(line, 0) for line, count in map(tuple, large["lines"])}
    return {line: count for line, count in more.items() if count > 0}


def _most_first(grown: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(grown, key=lambda line: -grown[line]))


@once
def loop_over_samples(learner: Learner, method: str) -> Loop | None:
    """The loop over the samples in a method; None if there is none."""
    if no_loop(learner, method):
        return None
    found = growth(learner, method)
    if found is not None and found[0] > SLACK and _is_no_loop(learner, method, found[0]):
        found = (0, {})
    if found is not None and found[0] > SLACK:
        n = LOOK_ROWS if _counts(learner, method, ROWS) else FEW_ROWS[0][0]
        says = f"{method} executes {found[0]:,} more instructions for {3 * n:,} samples than for {n:,}"
        return Loop(_most_first(found[1]), says)
    if found is not None and (odd := _odd_growth(learner, method)):
        says = f"{method} executes {odd[0]:,} more instructions for 80 samples of one feature than for 20"
        return Loop(odd[1], says)
    walks = _walks(learner, method)
    if walks:
        return Loop(walks, f"{method} goes through the {LOOK_ROWS:,} samples one by one")
    return None


def _is_no_loop(learner: Learner, method: str, more: int) -> bool:
    """Whether the extra work for more samples has another cause than a loop over them."""
    per_row = more / (ROWS[1][0] - ROWS[0][0])
    if more >= FEWEST or _same_for_each(learner, method):
        return _piles_up(learner, method)
    return not _on_other_draws(learner, method, per_row, MORE_ROWS) or _piles_up(learner, method)


def _same_for_each(learner: Learner, method: str) -> bool:
    """Whether a line takes the same number of instructions for each sample, few or many.

    Neither a clock nor the data's values make it come out so exactly.
    """
    many, few = (_counts(learner, method, sizes) for sizes in (ROWS, FEW_ROWS[::-1]))
    if many is None or few is None:
        return False
    rows = [sizes[1][0] - sizes[0][0] for sizes in (ROWS, FEW_ROWS)]
    of_few = _grown(*few[::-1])
    return any(more * rows[1] == of_few.get(line, 0) * rows[0] for line, more in _grown(*many).items())


def _on_other_draws(learner: Learner, method: str, per_row: float, draws: Iterable[Sizes]) -> bool:
    """Whether other data of other sizes take about the same extra work per sample."""
    for sizes in draws:
        counts = _counts(learner, method, sizes)
        rows = sizes[1][0] - sizes[0][0]
        if counts is None:
            return False
        if not ABOUT[0] <= (counts[1]["total"] - counts[0]["total"]) / (per_row * rows) <= ABOUT[1]:
            return False
    return True


def _piles_up(learner: Learner, method: str) -> bool:
    """Whether the later call takes more work at every size, for example because log handlers pile up."""
    for sizes in (FEW_ROWS, ROWS):  # few rows take less time; if more rows take more work, it is a loop
        counts = _counts(learner, method, sizes[::-1])
        if counts is None or counts[1]["total"] > MOST_HONEST:  # stopped at the limit: equal counts
            return False
        if counts[0]["total"] - counts[1]["total"] > SLACK:
            return False
    return True


def _odd_growth(learner: Learner, method: str) -> tuple[int, tuple[int, ...]] | None:
    """How many more instructions more samples with one feature take, and the lines, most first; or None."""
    counts = _counts(learner, method, ODD_ROWS)
    if counts is None or counts[1]["total"] - counts[0]["total"] <= ODD_SLACK:
        return None
    again = _counts(learner, method, ODD_AGAIN)  # larger size first: excludes work that piles up
    if again is None or again[0]["total"] - again[1]["total"] <= ODD_SLACK:
        return None
    small, large = counts
    more = large["total"] - small["total"]
    per_row = more / (ODD_ROWS[1][0] - ODD_ROWS[0][0])
    if not _on_other_draws(learner, method, per_row, MORE_ODD_ROWS):
        return None
    return more, _most_first(_grown(small, large))


def _walks(learner: Learner, method: str) -> tuple[int, ...]:
    answer = look(learner, "spied", method, ROWS[:1])
    return () if isinstance(answer, Ended) else tuple(answer.get("walks", ()))


def quadratic_memory(learner: Learner, method: str) -> bool:
    """Whether the method allocates an array of shape (n, n)."""
    answer = look(learner, "weighed", method, SQUARES)
    if isinstance(answer, Ended) or len(answer.get("peaks", ())) != 2:
        return False
    small, large = answer["peaks"]
    return bool(large > 3 * small and large > 0.9 * SQUARES[1][0] ** 2)


def loops_over_features(learner: Learner, method: str) -> tuple[int, ...]:
    """The learner's lines that take more instructions for more features, most first."""
    if no_loop(learner, method):
        return ()
    lines: tuple[int, ...] = ()
    for sizes in (COLUMNS, *MORE_COLUMNS):  # a branch that depends on the data grows on some draws only
        counts = _counts(learner, method, sizes)
        if counts is None or counts[1]["own"] - counts[0]["own"] < sizes[1][1] - sizes[0][1]:
            return ()
        lines = lines or _most_first(_grown(*counts))
    return lines


def line_of_square(learner: Learner, method: str) -> int | None:
    """The first line that computes a value with two axes of n entries."""
    case = learner.cases.many(31, FEATURES)
    answer = learner.follow(method, replace(case, name="many31"))
    events = [] if isinstance(answer, Ended) else answer.get("events", [])
    for line, value, *_ in events:
        if getattr(value, "shape", ()).count(case.n) >= 2:
            return int(line)
    return None


# -- what the code shows


@once
def no_loop(learner: Learner, method: str) -> bool:
    """Whether a method returns, and its code shows that it has no loop over the samples or the features."""
    if method not in learner.evenness.loopless or learner.leans(method):
        return False
    return all(seen.value is not None for seen in _calls(learner, method))


def _calls(learner: Learner, method: str) -> list[Seen]:
    if learner.trains(method):
        return [run.seen for run in trajectory.runs(learner, right_under(learner))]
    names = filter(None, (learner.exercise.method(method).needs, method))
    return [learner.on(name, learner.cases[case]) for name in names for case in ("tall", "large")]


def steady(learner: Learner) -> bool:
    """Whether the training is right for many epochs, and its code shows that it stays right."""
    put = learner.put if right_under(learner) else ()
    return learner.evenness.steady(put) and learner.keep("steady", lambda: _goes_well(learner))


def _goes_well(learner: Learner) -> bool:
    right = right_under(learner)
    further = [trajectory.further(learner, what, right) for what in trajectory.telling(learner, right)]
    runs = [*trajectory.runs(learner, right), *chain(*further)]
    return all(further) and all(run.recorded for run in runs)
