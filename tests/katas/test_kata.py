"""Which exercises exist, in which order, and which one a file belongs to by its location."""

import os
from pathlib import Path

import pytest

import grader.kata
from grader.command_line import DEFAULT, command
from grader.engine.checks.declared import checks_of
from grader.kata import UnknownExercise, exercise_of, find_kata, kata_names, near_names
from grader.submission import UsageError


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with five exercises, and other folders that are none."""
    katas = tmp_path / "katas"
    for name in ("zebra", "ridge_regression", DEFAULT, "adaline"):
        (katas / name).mkdir(parents=True)
        (katas / name / "exercise.py").touch()
    (katas / "older" / "mistakes" / "__pycache__").mkdir(parents=True)
    (katas / "older" / "stub.txt").touch()
    (katas / "gone" / "mistakes" / "__pycache__").mkdir(parents=True)
    (katas / "__pycache__").mkdir()
    (katas / "__init__.py").touch()
    for folder in ("exercises", "solutions", "elsewhere"):
        (tmp_path / folder).mkdir()
        for name in ("zebra", "adaline", "nothing"):
            (tmp_path / folder / f"{name}.py").touch()
    monkeypatch.setattr(grader.kata, "KATAS", katas)
    monkeypatch.setattr(grader.kata, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_default_comes_first_and_the_unknown_last_by_name(root: Path) -> None:
    assert kata_names() == [DEFAULT, "ridge_regression", "adaline", "older", "zebra"]


def test_default_is_meant_where_no_name_is_given() -> None:
    assert find_kata().name == find_kata(DEFAULT).name == DEFAULT
    assert find_kata().class_name == "LinearRegression"


@pytest.mark.parametrize("name", ["", "x", "exercises/zebra.py", "Zebra", "../katas/zebra", "\0"])
def test_unknown_exercise_is_a_usage_error(root: Path, name: str) -> None:
    with pytest.raises(UnknownExercise, match=r"The exercises are: linear_regression, ridge_regression, "):
        find_kata(name)
    assert issubclass(UnknownExercise, UsageError)


def test_default_that_is_not_there_is_the_graders_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grader.kata, "DEFAULT", "gone")
    with pytest.raises(ImportError):
        find_kata()


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("regression", [DEFAULT, "ridge_regression"]),
        ("Ridge-Regression", ["ridge_regression"]),
        ("zebar", ["zebra"]),
        ("zebra.py", ["zebra"]),
        ("re", []),
        ("", []),
        ("qqqq", []),
    ],
)
def test_near_names(root: Path, word: str, near: list[str]) -> None:
    assert near_names(word) == near


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("exercises/zebra.py", "zebra"),
        ("./exercises/../solutions/adaline.py", "adaline"),
        ("exercises/gone/../zebra.py", "zebra"),
        ("exercises/nothing.py", DEFAULT),
        ("exercises/zebra.txt", DEFAULT),
        ("exercises/zebra", DEFAULT),
        ("exercises", DEFAULT),
        ("elsewhere/zebra.py", DEFAULT),
        ("zebra.py", DEFAULT),
        ("katas/zebra/exercise.py", DEFAULT),
        ("", DEFAULT),
        ("a\0b", DEFAULT),
    ],
)
def test_place_of_a_file_says_what_it_is(
    root: Path, path: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert exercise_of(path) == name
    if "\0" not in path:
        assert exercise_of(os.path.abspath(path)) == name
        monkeypatch.chdir(root / "elsewhere")
        assert exercise_of(os.path.join("..", path)) == name


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_lead_to_the_place_and_from_it(root: Path) -> None:
    (root / "to_file.py").symlink_to(root / "exercises" / "zebra.py")
    (root / "to_folder").symlink_to(root / "exercises")
    (root / "exercises" / "older.py").symlink_to(root / "elsewhere" / "nothing.py")
    (root / "exercises" / "circle.py").symlink_to(root / "exercises" / "circle.py")
    assert exercise_of("to_file.py") == "zebra"
    assert exercise_of("to_folder/adaline.py") == "adaline"
    assert exercise_of("exercises/older.py") == "older"
    assert exercise_of("exercises/circle.py") == DEFAULT


def test_command_names_what_is_not_the_default() -> None:
    assert command(DEFAULT) == "python -m grader"
    assert command(DEFAULT, "hint", "fit") == "python -m grader hint fit"
    assert command("zebra") == "python -m grader zebra"
    assert command("zebra", "--twist", "wild") == "python -m grader zebra --twist wild"
    assert command("zebra", "x.py", meant="zebra") == "python -m grader x.py --exercise zebra"
    assert command(DEFAULT, "x.py", meant="zebra") == f"python -m grader x.py --exercise {DEFAULT}"


@pytest.mark.parametrize("name", kata_names())
def test_checks_of_a_step_have_different_names(name: str) -> None:
    checks = [(check.step, check.name) for check in checks_of(find_kata(name).declaration)]
    assert len(checks) == len(set(checks))
