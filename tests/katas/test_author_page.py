"""The exercise on the author's page, built from its code blocks and tried with every command."""

import json
import re
import shutil
from collections.abc import Iterator

import pytest

from grader.commands import COMMANDS
from grader.doctor.author import author
from grader.incomplete import FILES

from ..helpers import author_page, pages
from ..helpers.author_page import NAME
from ..helpers.checkouts import lay_out
from .exercises import Ran, TwoExercises

KATA = f"grader/katas/{NAME}"
DOCTOR = f"python -m grader doctor --exercise {NAME}"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> TwoExercises:
    """A checkout that the tests of this module share."""
    root = tmp_path_factory.mktemp("author")
    lay_out(root, "grader", "exercises", "solutions", "pyproject.toml")
    return TwoExercises(root)


@pytest.fixture
def page(checkout: TwoExercises) -> Iterator[TwoExercises]:
    """The checkout with the exercise of the page, just after `reset`."""
    author_page.write(checkout.root)
    ran(checkout, 0, "reset", "--yes")
    yield checkout
    shutil.rmtree(checkout.root / KATA)


def ran(checkout: TwoExercises, status: int, *words: str) -> Ran:
    """Run a command on the exercise; assert its exit status, and that it does not crash."""
    found = checkout.run(*words, *(() if NAME in words else ("--exercise", NAME)))
    assert found.status == status, found.said
    assert "Traceback" not in found.said
    return found


def test_doctor_leads_through_the_files_in_the_order_of_the_page(checkout: TwoExercises) -> None:
    (checkout.root / KATA).mkdir()
    paths = list(author_page.files())
    assert {path.rpartition("/")[2].replace("mistakes.py", "mistakes") for path in paths[1:]} == set(FILES)
    for at, path in enumerate(paths):
        if at in (0, 3):  # only two, because each takes seconds
            said = ran(checkout, 1, "doctor").said
            assert said.endswith(f"Next write {path}, then run: {DOCTOR}")
            assert "git checkout" not in said
        author_page.write(checkout.root, path)
    ran(checkout, 0, "reset")
    assert ran(checkout, 0, "doctor").said.endswith("Everything that is needed works.")
    shutil.rmtree(checkout.root / KATA)


def test_invalid_name_is_reported(checkout: TwoExercises) -> None:
    found = checkout.run("doctor", "--exercise", "row_lengths")
    assert (found.status, "There is no exercise 'row_lengths'." in found.said) == (2, True)
    assert "make the folder grader/katas/NAME; see grader/docs/authors.md" in found.said
    assert author("quiz", reserved=COMMANDS)[0].said == "grader/katas/quiz: 'quiz' is a command"
    assert author("unit-rows")[0].said == "grader/katas/unit-rows: 'unit-rows' is not a Python name"


def test_it_is_listed_graded_and_recognised(page: TwoExercises) -> None:
    solution = (page.root / "solutions" / f"{NAME}.py").read_text(encoding="utf-8")
    assert f"○ {NAME} UnitRows not graded yet" in page.run("list").said
    assert "Nothing is wrong. The methods are not written yet" in ran(page, 1, NAME).said
    assert "Well done" in ran(page, 0, f"solutions/{NAME}.py").said
    wrong = {
        ("transform-over-samples", 14): ("axis=1, keepdims=True", "axis=0"),
        ("transform-root-missing", 14): (
            "np.sqrt(np.sum(X**2, axis=1, keepdims=True))",
            "np.sum(X**2, axis=1)[:, None]",
        ),
        ("transform-wrong-shape", 15): ("X / length", "length"),
        ("transform-wrong-value", 14): ("X**2", "np.abs(X)"),
        ("loop-over-samples", 15): ("X / length", "np.array([row / np.sqrt(row @ row) for row in X])"),
    }
    for (mistake, _), (right, instead) in wrong.items():
        assert right in solution
        (page.root / f"{mistake}.py").write_text(solution.replace(right, instead), encoding="utf-8")
    ran(page, 1, "batch", *(f"{mistake}.py" for mistake, _ in wrong), "--out", "all.jsonl")
    graded = map(json.loads, (page.root / "all.jsonl").read_text(encoding="utf-8").splitlines())
    found = {(one["mistake"], one["line"]) for document in graded for one in document["findings"]}
    assert found == set(wrong)


def test_it_is_hinted_explained_compared_quizzed_and_reset(page: TwoExercises) -> None:
    assert "How long is the row [3, 4]" in ran(page, 1, "hint").said
    source = (page.root / "solutions" / f"{NAME}.py").read_text(encoding="utf-8")
    page.put(source.replace("axis=1, keepdims=True", "axis=0"), NAME)
    assert "The lengths are those of the columns" in ran(page, 0, "explain").said
    assert "X / np.linalg.norm" in ran(page, 0, "explain", "transform-over-samples").said
    assert "✗ transform differs" in ran(page, 1, "compare").said
    assert "axis=1, keepdims=True" in ran(page, 0, "fix", "--yes").said
    assert "Question 1 of 2: lengths" in ran(page, 0, "quiz", "--count", "2").said
    ran(page, 0, "reset", "--yes")
    assert page.file(NAME).read_text(encoding="utf-8") == author_page.files()[f"{KATA}/stub.txt"]
    assert "divide each row by its Euclidean length" in ran(page, 0, "interview", "--yes").said


def test_page_is_short_and_says_how_long_it_takes() -> None:
    page = pages.doc("authors")
    assert page.count("\n") <= 290
    assert re.search(r"takes (about \w+|a few) minutes", " ".join(page.split()))
