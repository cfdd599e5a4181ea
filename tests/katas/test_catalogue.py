"""Every entry of the catalogue is complete, differs from the others, and is recognised."""

from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from grader.catalogue import Mistake
from grader.doctor.catalogue import alike
from grader.katas.linear_regression.formula import FORMULA
from grader.summary import EXCEPTIONS, OF_ONE_STEP

from ..helpers.graded import IMPATIENT, KATA, errors, graded
from ..helpers.numbers import filled, numbers_of
from .outright import OUTRIGHT

# Every id of the contract, by table. To change this list is to change the contract.
CONTRACT = {
    "loading": "syntax-error import-fails class-missing method-missing wrong-signature forbidden-library"
    " solution-borrowed",
    "running": "raises times-out exits too-much-memory off-limits returns-none mutates-input not-finite",
    "init": "parameters-missing weights-wrong-shape weights-not-small weights-integer weights-wrong-dtype"
    " bias-not-scalar",
    "predict": "predict-ignores-bias predict-subtracts-bias predict-elementwise predict-swaps-operands"
    " predict-transposes-x predict-wrong-shape predict-wrong-value",
    "loss": "loss-not-squared loss-absolute loss-not-averaged loss-halved loss-root loss-square-of-mean"
    " loss-not-scalar loss-broadcasts loss-sign-flipped loss-penalised loss-divided-by-n-minus-one"
    " loss-wrong-value",
    "gradients": "gradient-not-divided-by-n gradient-weights-not-divided-by-n gradient-bias-not-divided-by-n"
    " gradient-missing-factor-two gradient-weights-missing-factor-two gradient-bias-missing-factor-two"
    " gradient-sign-flipped gradient-weights-sign-flipped gradient-bias-sign-flipped"
    " gradient-missing-transpose gradient-divided-by-features gradient-divided-twice"
    " gradient-bias-not-summed gradient-ignores-features gradient-of-absolute-error"
    " gradient-of-squared-residual gradient-returned-swapped gradient-ignores-y-hat"
    " gradient-weights-collapsed gradient-broadcasts gradient-updates-parameters gradient-wrong-shape"
    " gradient-divided-by-n-minus-one gradient-penalised gradient-clipped"
    " gradient-wrong-value",
    "fit": "fit-ascends fit-passes-wrong-arguments fit-steps-scaled fit-has-momentum"
    " fit-learning-rate-changes fit-scales-data"
    " fit-ignores-learning-rate fit-ignores-epochs fit-weights-not-updated"
    " fit-bias-not-updated fit-updates-a-copy fit-one-step-only fit-stops-early fit-gradient-frozen"
    " fit-unpacks-swapped fit-mixes-old-and-new fit-resets-parameters fit-stochastic fit-closed-form"
    " fit-history-missing fit-history-wrong-length fit-history-wrong-value fit-does-not-converge"
    " fit-wrong-value",
    "vectorization": "loop-over-samples quadratic-memory",
    "advice": "loop-over-features other-defaults fit-restarts history-after-update history-not-a-list"
    " history-not-plain-floats",
}
IDS = [name for names in CONTRACT.values() for name in names.split()]
ADVICE = CONTRACT["advice"].split()

# Right numbers with too much work: these are detected by counting work, not by their numbers.
RIGHT_NUMBERS = {"loop-over-samples", "loop-over-features", "quadratic-memory"}
# Two names for the same numbers, as the contract says; each of them is accepted.
SAME_NUMBERS = {frozenset({"predict-swaps-operands", "predict-transposes-x"})}

# Entries of severity error that are only advice if nothing else goes wrong, as in their own submissions.
HARMLESS = {"weights-integer"}

ENTRIES = list(KATA.catalogue.values())
SPELLINGS = [(entry, number) for entry in ENTRIES for number in range(len(entry.edits))]


def test_catalogue_is_the_contract_s() -> None:
    assert Counter(entry.id for entry in ENTRIES) == Counter(IDS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_entry_is_complete(entry: Mistake) -> None:
    assert len(entry.hints) == 3
    assert all(hint.strip() == hint and hint for hint in entry.hints)
    assert len(set(entry.hints)) == 3
    assert entry.question.rstrip().endswith("?")
    assert (entry.severity == "advice") == (entry.id in ADVICE)
    assert bool(entry.edits) != (entry.id in OUTRIGHT), "either edits tell it, or a text of its own"


def is_advice(entry: Mistake) -> bool:
    """True if an entry's own submission should pass, with its id as advice."""
    return entry.severity == "advice" or entry.id in HARMLESS


def accepted(entry: Mistake) -> set[str]:
    """The ids that are accepted for an entry's own submission."""
    return {entry.id}.union(*(pair for pair in SAME_NUMBERS if entry.id in pair))


def prove(entry: Mistake, text: str, folder: Path) -> None:
    """Grade the entry's own submission and check that the entry is named."""
    verdict = graded(text, folder, limits=IMPATIENT if entry.id == "times-out" else None)
    if is_advice(entry):
        assert (verdict.verdict, errors(verdict)) == ("passed", [])
        assert [found.mistake for found in verdict.advice] == [entry.id]
        return
    assert verdict.verdict == "failed"
    assert len(errors(verdict)) == 1 and set(errors(verdict)) <= accepted(entry), errors(verdict)
    shown = zip(verdict.errors[0].hints, KATA.catalogue[errors(verdict)[0]].hints, strict=True)
    own = {1} if entry.id in EXCEPTIONS else set[int]()  # hints that say more than the entry's
    own |= {2} if entry.id in OF_ONE_STEP else set()
    own |= {0, 1, 2} if entry.id == "syntax-error" else set()  # they follow Python's message
    assert {number for number, (one, other) in enumerate(shown) if one != other} <= own


@pytest.mark.parametrize(("entry", "number"), SPELLINGS, ids=lambda v: v if isinstance(v, int) else v.id)
def test_formula_is_recognised(entry: Mistake, number: int, tmp_path: Path) -> None:
    prove(entry, FORMULA.source(filled(entry.edits[number])), tmp_path)


@pytest.mark.parametrize("mistake", OUTRIGHT)
def test_text_is_recognised(mistake: str, tmp_path: Path) -> None:
    prove(KATA.catalogue[mistake], OUTRIGHT[mistake], tmp_path)


def test_right_formula_passes_without_a_word(tmp_path: Path) -> None:
    verdict = graded(FORMULA.source({}), tmp_path)
    assert (verdict.verdict, verdict.findings) == ("passed", ())


@cache
def told() -> list[tuple[str, list[Any]]]:
    """The id and the numbers of every spelling of every entry."""
    return [(entry.id, numbers_of(edit)) for entry in ENTRIES for edit in entry.edits]


def test_formulas_give_other_numbers_than_the_right_one() -> None:
    right = numbers_of({})
    same = {mistake for mistake, numbers in told() if alike(numbers, right)}
    assert same == RIGHT_NUMBERS


def test_formulas_give_other_numbers_than_each_other() -> None:
    pairs = combinations([one for one in told() if one[0] not in RIGHT_NUMBERS], 2)
    same = {frozenset({a, b}) for (a, one), (b, two) in pairs if a != b and alike(one, two)}
    assert same == SAME_NUMBERS
