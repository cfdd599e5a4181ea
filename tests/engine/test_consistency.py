"""Errors in a declaration are named: in kinds, steps, names, slots, data and extra cases."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest

from grader.catalogue import Catalogue, CatalogueError, Mistake
from grader.doctor import catalogue
from grader.engine.consistency import of_answers, of_extras, troubles
from grader.engine.declaration.case import Case
from grader.engine.declaration.exercise import Exercise
from grader.engine.declaration.formula import Formula
from grader.kata import find_kata
from grader.practice.debrief import Criterion, rubric

RIGHT = find_kata("standard_scaler").declaration
FIT, TRANSFORM, INVERSE = RIGHT.methods
DRAWN = RIGHT.draw("tall", np.random.default_rng(0), 23, 3)


def fit(**changes: Any) -> Exercise:
    """The exercise with these changes to the declaration of its first method."""
    return replace(RIGHT, methods=(replace(FIT, **changes), TRANSFORM, INVERSE))


def drawing(change: Callable[[Case], Any]) -> Exercise:
    """The exercise with `change` applied to every case that it draws."""
    return replace(RIGHT, draw=lambda name, random, n, d: change(RIGHT.draw(name, random, n, d)))


def formula(**slots: str) -> Exercise:
    """The exercise with these slots of the formula replaced."""
    own = RIGHT.formula
    return replace(RIGHT, formula=Formula(own.class_name, own.lines, {**own.right, **slots}))


def without(slot: str) -> Exercise:
    """The exercise without a value for this slot of the formula."""
    own = RIGHT.formula
    kept = {name: text for name, text in own.right.items() if name != slot}
    return replace(RIGHT, formula=Formula(own.class_name, own.lines, kept))


LEFT = {
    "steps": (replace(RIGHT, steps="fit"), "has steps='fit', which is not a tuple"),  # type: ignore[arg-type]
    "methods": (replace(RIGHT, methods=FIT), "has methods=Method(...), which is not a tuple"),  # type: ignore[arg-type]
    "takes": (fit(takes="X"), "has fit: takes='X', which is not a tuple"),
    "start": (replace(RIGHT, starts=True), "its first step has to be the constructor's"),
    "needs": (fit(needs="train"), "says that fit uses or needs train, which is not one of its methods"),
    "default": (fit(defaults={"lr": 0.1}), "has a default of lr for fit, which does not take it"),
    "extra check": (replace(RIGHT, extra_checks={"fitt": ()}), "has extra_checks of fitt"),
    "slot": (without("mean"), "has {mean} in a line of its formula, which `right` does not fill"),
    "raising": (formula(mean="np.mean(X) @ X"), "raises an exception on its own data: ValueError: "),
    "no case": (drawing(lambda case: None), "draws NoneType instead of a Case"),
    "no X": (drawing(lambda case: replace(case, args={"Z": case["Z"]})), "draws no X of shape (n, d)"),
    "state": (drawing(lambda case: replace(case, state={})), "draws cases with the state ()"),
    "infinity": (drawing(lambda case: case.with_args("tall", Z=case["Z"] / 0.0)),
                 "draws NaN or infinity in Z"),
    "chance": (
        drawing(lambda case: case.with_args("tall", Z=np.random.default_rng().random((case.n, case.d)))),
        "draws other data each time"),
    "integers": (replace(RIGHT, whole=lambda case, _: case.with_args("integers")), "draws no integers"),
}  # fmt: skip


@pytest.mark.parametrize("what", LEFT)
@pytest.mark.filterwarnings("ignore:divide by zero")
def test_faults_of_a_declaration_are_reported(what: str) -> None:
    exercise, said = LEFT[what]
    assert any(said in found for found in troubles(exercise)), troubles(exercise)


def test_right_declaration_and_entries_have_no_faults() -> None:
    assert [*troubles(RIGHT), *of_answers(RIGHT), *of_extras(RIGHT), *catalogue.troubles(RIGHT)] == []


def test_data_without_an_answer_and_unknown_case_names_are_reported() -> None:
    assert "transform gives NaN or infinity for the case 'wild' with seed 0" in list(
        of_answers(formula(standardised="(X - self.mean_) / X.std(axis=0)"))
    )
    assert list(of_extras(replace(RIGHT, leaves_out=("wilder",)))) == [
        "leaves out 'wilder', and there is no such case"
    ]
    lost = replace(RIGHT, extra_checks={"fit": ("constant columns", "zero rows")})
    assert list(of_extras(lost)) == ["has the check 'zero rows' for fit, and no extra case of it"]
    assert len(list(of_extras(replace(RIGHT, extra_checks={})))) == len({"constant", "tenths", "small"})


def test_unusable_entries_are_reported() -> None:
    known = RIGHT.catalogue()
    without_it = [entry for entry in known.values() if entry.id != "scale-variance"]
    changes: tuple[tuple[dict[str, Any], str], ...] = (
        ({"telltales": ("np.sum(x)",)}, "cannot be computed: np.sum(x): NameError: name 'x' is not defined"),
        ({"wrong_part": 2}, "has wrong_part=2, and fit gives 2, from 0"),
        ({"predicate": lambda case, parts: parts.odd}, "has a `predicate` that raises AttributeError"),
        ({"predicate": lambda case, parts: True}, "has a `predicate` that holds for the right answer"),
    )
    for change, said in changes:
        changed: Mistake = replace(known["scale-variance"], **change)
        found = [*catalogue.troubles(replace(RIGHT, catalogue=partial(Catalogue, [*without_it, changed])))]
        assert [name for name, _ in found] == ["scale-variance"]
        assert said in found[0][1]


def test_missing_comma_in_an_entry_or_a_rubric_is_reported() -> None:
    entry = Mistake("its-id", "fit", "title", "question", "named", "corrected")
    for change, said in (
        ({"edits": {"mean": "0"}}, "its-id: edits is not a tuple"),
        ({"edits": ("mean",)}, "its-id: an edit is not a mapping"),
        ({"telltales": "np.sum(X)"}, "its-id: telltales is not a tuple"),
    ):
        with pytest.raises(CatalogueError, match=said):
            Catalogue([replace(entry, **change)])
    for wrong in (Criterion("topic", "title"), ("topic",)):
        with pytest.raises(TypeError, match="not a tuple of Criterion"):
            rubric(wrong)
