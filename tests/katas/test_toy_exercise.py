"""A toy exercise in a separate checkout: every command finds it, and says what an incomplete one lacks."""

import json
import shutil
from collections.abc import Iterator

import pytest

from ..helpers.checkouts import lay_out
from ..helpers.paths import ROOT
from .exercises import Ran, TwoExercises
from .toys import EXERCISE, FILES, KATA, MISTAKES, QUESTION, SOLUTION, STUB, TOY, WRONG, write_toy

DOCTOR = f"python -m grader doctor --exercise {TOY}"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> TwoExercises:
    """The checkout that the tests of this module share, with the toy in it."""
    root = tmp_path_factory.mktemp("toy")
    lay_out(root, "grader", "exercises", "solutions", "pyproject.toml")
    write_toy(root)
    (root / "wrong.py").write_text(WRONG, encoding="utf-8")
    return TwoExercises(root)


@pytest.fixture
def toy(places: TwoExercises) -> Iterator[TwoExercises]:
    """The checkout with the complete toy and nothing practised; its folder is removed afterwards."""
    shutil.rmtree(places.root / "exercises" / ".grader", ignore_errors=True)
    write_toy(places.root)
    yield places
    for folder in (places.root / KATA, places.root / KATA / "mistakes"):
        shutil.rmtree(folder, ignore_errors=True)


def ran(toy: TwoExercises, status: int, *words: str) -> Ran:
    """Run a command on the toy; assert its exit status, and that it does not crash."""
    found = toy.run(*words, *(() if TOY in words else ("--exercise", TOY)))
    assert found.status == status, found.said
    assert not {"Traceback", "INTERNALERROR", "grader itself failed"} & set(found.said.split())
    assert "Traceback" not in found.said and "INTERNALERROR" not in found.said
    return found


def test_it_is_found_listed_and_graded(toy: TwoExercises) -> None:
    assert f"○ {TOY} Centred not graded yet" in toy.run("list").said
    assert "1. centre 12 checks" in ran(toy, 0, "list", TOY).said
    assert "centre is not written yet" in ran(toy, 1, TOY).said
    passed = ran(toy, 0, f"solutions/{TOY}.py").said
    assert "✓ centre passed 12 checks Well done: the one step is right (12 checks)." in passed
    document = json.loads(ran(toy, 1, "wrong.py", "--json").out)
    assert (document["exercise"], document["verdict"]) == (TOY, "failed")
    line = WRONG.splitlines().index("        return X - X.mean(axis=1, keepdims=True)") + 1
    found = [(one["mistake"], one["line"]) for one in document["findings"]]
    assert found == [("centre-by-rows", line)]
    assert f"wrong.py:{line}" in ran(toy, 1, "wrong.py").said
    assert "1 passed 1 not right" in ran(toy, 1, "batch", f"solutions/{TOY}.py", "wrong.py").said


def test_loop_over_features_gives_no_advice_without_that_step(toy: TwoExercises) -> None:
    loop = "np.stack([X[:, j] - X[:, j].mean() for j in range(X.shape[1])], axis=1)"
    toy.put(SOLUTION.replace("X - X.mean(axis=0)", loop), TOY)
    assert "passed" in ran(toy, 0, TOY).said


def test_it_is_hinted_explained_quizzed_and_compared(toy: TwoExercises) -> None:
    assert "Which axis holds the samples?" in ran(toy, 1, "hint").said
    assert "How to start centre (hint 2 of 3)" in ran(toy, 1, "hint", "centre", "--next").said
    toy.put(WRONG, TOY)
    assert "fix this" in ran(toy, 1, "hint").said
    assert "The means of rows" in ran(toy, 0, "explain").said
    assert "return X - np.mean(X, axis=1, keepdims=True)" in ran(toy, 0, "explain", "centre-by-rows").said
    assert "Question 1 of 2: means" in ran(toy, 0, "quiz", "--count", "2").said
    assert "✗ centre differs" in ran(toy, 1, "compare").said
    assert "return X - X.mean(axis=0)" in ran(toy, 1, "compare", "centre", "--yes").said
    assert f"{TOY} has no demo" in ran(toy, 2, "demo").said


def test_it_is_reset_and_practised(toy: TwoExercises) -> None:
    toy.put(WRONG, TOY)
    ran(toy, 0, "reset", "--yes")
    assert toy.file(TOY).read_text(encoding="utf-8") == STUB
    ran(toy, 0, "reset", "--undo", "--yes")
    assert toy.file(TOY).read_text(encoding="utf-8") == WRONG
    assert "- centre(X): subtract the mean of each column." in ran(toy, 0, "interview", "--yes").said
    toy.put(SOLUTION, TOY)
    assert "The right means centre right on the first try" in ran(toy, 0, "interview").said
    assert "1 passed" in ran(toy, 0, "history").said
    assert json.loads(ran(toy, 0, "history", "--json").out)["exercise"] == TOY
    assert "so the file was graded once" in ran(toy, 0, "watch").said


def test_author_sees_that_the_exercise_is_complete(toy: TwoExercises) -> None:
    said = ran(toy, 0, "doctor").said
    for what in ("files", "stub", "solution", "formula", "catalogue", "hints", "rubric", "questions"):
        assert f"✓ {what} " in said
    assert "Everything that is needed works." in said


REMOVED = [name for name in FILES if not name.startswith("exercises/") and "__init__" not in name]
BROKEN = {
    "syntax": (f"{KATA}/exercise.py", EXERCISE.replace("def draw(", "def draw(("), "SyntaxError in line 10"),
    "no EXERCISE": (f"{KATA}/exercise.py", EXERCISE.replace("EXERCISE = ", "OTHER = "), "gives no EXERCISE"),
    "name": (f"{KATA}/exercise.py", EXERCISE.replace(f'"{TOY}"', '"other"'), "another name, 'other'"),
    "exit": (f"{KATA}/exercise.py", EXERCISE + "raise SystemExit(0)\n", "SystemExit"),
    "step": (f"{KATA}/exercise.py", EXERCISE.replace('("centre",)', '("centre", "more")'), "step 'more'"),
    "formula": (f"{KATA}/exercise.py", EXERCISE.replace('"centre(self', '"center(self'), "no line for"),
    "draw": (f"{KATA}/exercise.py", EXERCISE.replace("random.normal", "random.norm"), "AttributeError"),
    "hint": (f"{KATA}/mistakes.py", MISTAKES.replace('"How many means are there?"', '""'), "hint is empty"),
    "id": (f"{KATA}/mistakes.py", MISTAKES.replace("wrong-shape", "shape"), "no entry 'centre-wrong-shape'"),
    "catalogue": (f"{KATA}/mistakes.py", MISTAKES.replace("CATALOGUE", "OTHERS"), "CATALOGUE"),
    "beginnings": (f"{KATA}/beginnings.py", "", "BEGINNINGS"),
    "rubric": (f"{KATA}/rubric.py", "import nothing_of_the_kind\n", "ModuleNotFoundError in line 1"),
    "questions": (f"{KATA}/questions.toml", QUESTION.replace("right = true", ""), "exactly one choice"),
}  # fmt: skip


def author(toy: TwoExercises) -> str:
    """The problems that the author's checks find, without `doctor`'s machine checks."""
    found = toy.problems(TOY)
    assert (found.status, found.err) == (0, "")
    return found.out


def refused(toy: TwoExercises, file: str, text: str) -> None:
    """Assert that `check` refuses the toy in one line, and that the author's checks name the file too."""
    found = ran(toy, 2, "check")
    assert (found.out, found.err.count("\n")) == ("", 1)
    assert file in found.err.replace("mistakes/__init__.py", "mistakes.py")
    assert text in found.err
    assert found.err.endswith(f"{DOCTOR}\n")
    told = author(toy)
    assert file in told
    assert text in told


@pytest.mark.parametrize("file", REMOVED)
def test_file_that_is_missing_is_named(toy: TwoExercises, file: str) -> None:
    (toy.root / file).unlink()
    refused(toy, file, "is missing")


@pytest.mark.parametrize("broken", BROKEN)
def test_file_that_cannot_be_used_is_named(toy: TwoExercises, broken: str) -> None:
    file, source, text = BROKEN[broken]
    assert source != FILES[file]
    (toy.root / file).write_text(source, encoding="utf-8")
    refused(toy, file, text)


def test_every_command_refuses_it_alike(toy: TwoExercises) -> None:
    (toy.root / KATA / "rubric.py").unlink()
    commands = "check list watch hint explain quiz compare reset interview history demo batch"
    said = {ran(toy, 2, command).err for command in commands.split()}
    assert said == {f"{KATA}/rubric.py is missing, so the exercise {TOY} is not complete; see {DOCTOR}\n"}
    assert f"○ {TOY} cannot be used: {KATA}/rubric.py is missing" in toy.run("list").said
    many = toy.run("batch", f"exercises/{TOY}.py", "exercises/linear_regression.py", "--out", "many.jsonl")
    assert (many.status, "Traceback" in many.err) == (2, False)
    assert "rubric.py is missing" in (toy.root / "many.jsonl").read_text(encoding="utf-8")
    told = ran(toy, 1, "doctor")
    assert told.err == ""
    assert f"{KATA}/rubric.py is missing Write it;" in told.said
    assert "Problems were found: files." in told.said


WEAK = {
    "stub": (f"{KATA}/stub.txt", SOLUTION, f"{KATA}/stub.txt is passed; it should be unfinished"),
    "solution": (f"solutions/{TOY}.py", WRONG, f"solutions/{TOY}.py is failed, in centre"),
    "edit": (f"{KATA}/mistakes.py", MISTAKES.replace('"np.mean(X)"', '"X.mean(axis=0)"'),
             "centre-of-everything has the edit {'mean': 'X.mean(axis=0)'}, which changes nothing"),
    "slot": (f"{KATA}/mistakes.py", MISTAKES.replace('{"mean": "np.mean(X)"}', '{"means": "1"}'),
             "no such slot"),
    "step": (f"{KATA}/mistakes.py", MISTAKES.replace('-rows", "centre"', '-rows", "center"'),
             "centre-by-rows belongs to 'center', which is not a step"),
    "line": (f"{KATA}/mistakes.py", MISTAKES.replace('=True)"},),', '=True)"},), line_finders=("lop",),'),
             "centre-by-rows has its line found by 'lop', which finds none"),
    "hints": (f"{KATA}/beginnings.py", "BEGINNINGS = {}\n", f"{KATA}/beginnings.py does not have three"),
    "few": (f"{KATA}/questions.toml", QUESTION, f"{KATA}/questions.toml has 1 questions, and 8 are needed"),
    "topic": (f"{KATA}/rubric.py", FILES[f"{KATA}/rubric.py"].replace('"means"', '"medians"'),
              f"{KATA}/rubric.py lacks the topic 'means'"),
}  # fmt: skip


@pytest.mark.parametrize("weak", WEAK)
def test_author_is_shown_what_to_correct(toy: TwoExercises, weak: str) -> None:
    file, source, text = WEAK[weak]
    assert source != FILES[file]
    (toy.root / file).write_text(source, encoding="utf-8")
    assert text in author(toy)


def test_brief_is_looked_at_where_there_is_one(toy: TwoExercises) -> None:
    brief, stub = (toy.root / KATA / name for name in ("brief.toml", "brief_stub.txt"))
    question = '[[questions]]\nid = "{n}"\nask = "May I?"\nanswer = "Yes."\n'
    text = 'text = "Centre X."\n' + question.format(n=1) + question.format(n=2)
    assert f"{TOY} has no brief statement." in ran(toy, 2, "interview", "--brief", "--yes").said
    brief.write_text(text, encoding="utf-8")
    refused(toy, f"{KATA}/brief.toml", "brief_stub.txt, which belongs to it, is missing")
    stub.write_text(SOLUTION, encoding="utf-8")
    told = author(toy)
    assert "states the task in 1 sentence, and 2 are needed" in told
    assert "has 0 questions that matter and 2 that do not; 4 and 2 are needed" in told
    assert f"{KATA}/brief_stub.txt is passed; it should be unfinished" in told
    assert "Centre X. This leaves some points open." in ran(toy, 0, "interview", "--brief", "--yes").said
    assert toy.file(TOY).read_text(encoding="utf-8") == SOLUTION


def test_names_that_entries_give_are_those_of_the_engine() -> None:
    from re import findall

    from grader.engine.declaration.completeness import OF_TRAINING
    from grader.kata import find_kata

    files = [path for path in (ROOT / "grader" / "engine").rglob("*.py") if path.stem != "completeness"]
    strings = {text for path in files for text in findall(r'"([a-z ]+)"', path.read_text("utf-8"))}
    shown = {entry.alias for entry in find_kata().catalogue.values() if entry.alias}
    assert set(OF_TRAINING) <= shown <= strings
