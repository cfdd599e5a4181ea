"""Two exercises: the one that is meant is named, never guessed, and their records are kept apart."""

import json
import re
import shutil

import pytest

from .exercises import FIRST, SECOND, Ran, TwoExercises, two_exercises

HALF = "1 / n * (X.T @ error)"
COMMAND = re.compile(r"python -m grader(?= |$)((?: (?!python |Undo|More|Next|Or|Backup)\S+){0,8})")
FILES = ("journal.jsonl", "lock", "saved")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> TwoExercises:
    """The checkout that the tests of this module share; each test writes the second exercise itself."""
    return two_exercises(tmp_path_factory.mktemp("two"))


@pytest.fixture
def wrong(places: TwoExercises) -> TwoExercises:
    """The checkout with a mistake in the second exercise and the stub in the first."""
    source = places.solution()
    assert "2 / n * (X.T @ error)" in source
    places.put(source.replace("2 / n * (X.T @ error)", HALF))
    return places


def names_the_second(ran: Ran) -> None:
    """Assert that commands are printed, and that every one of them names the second exercise."""
    printed = COMMAND.findall(ran.said)
    assert printed
    assert [words for words in printed if SECOND not in words] == []


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ([SECOND], "."),
        (["--exercise", SECOND], "."),
        (["check", f"--exercise={SECOND}"], "grader"),
        ([f"exercises/{SECOND}.py"], "."),
        ([f"../exercises/{SECOND}.py"], "solutions"),
    ],
)
def test_it_is_graded_however_it_is_named(wrong: TwoExercises, words: list[str], folder: str) -> None:
    ran = wrong.run(*words, folder=folder)
    assert ran.status == 1
    assert ran.out.startswith(f"{SECOND}: ")
    assert "The factor 2 is missing from dw" in ran.out
    assert f"explain gradient-weights-missing-factor-two --exercise {SECOND}\n" in ran.out
    assert f"then run: python -m grader {SECOND}\n" in ran.out


def test_without_a_name_it_is_the_default(wrong: TwoExercises) -> None:
    other = wrong.root / "mine.py"
    other.write_text(wrong.file().read_text(encoding="utf-8"), encoding="utf-8")
    for words in ([], ["mine.py"]):
        ran = wrong.run(*words)
        assert ran.out.startswith(f"{FIRST}: ")
        assert "--exercise" not in ran.said
    said = wrong.run("mine.py", "--exercise", SECOND)
    assert said.out.startswith(f"{SECOND}: mine.py")
    assert f"then run: python -m grader mine.py --exercise {SECOND}\n" in said.out


def test_option_is_stronger_than_the_place_of_the_file(wrong: TwoExercises) -> None:
    for words in ([SECOND], [f"exercises/{SECOND}.py"]):
        ran = wrong.run(*words, "--exercise", FIRST)
        assert ran.out.startswith(f"{FIRST}: exercises/{SECOND}.py")
        assert f"then run: python -m grader exercises/{SECOND}.py --exercise {FIRST} " in ran.said


def test_file_of_that_name_comes_before_the_exercise(wrong: TwoExercises) -> None:
    source = wrong.solution()
    folder = wrong.root / "own"
    folder.mkdir()
    (folder / SECOND).mkdir()
    assert wrong.run("--json", SECOND, folder="own").status == 1  # a folder is no file
    (folder / SECOND).rmdir()
    (folder / SECOND).write_text(source, encoding="utf-8")
    document = json.loads(wrong.run("--json", SECOND, folder="own").out)
    assert (document["exercise"], document["submission"], document["verdict"]) == (FIRST, SECOND, "passed")


def test_document_is_that_of_the_contract(wrong: TwoExercises) -> None:
    ran = wrong.run(SECOND, "--json", "--seed", "3")
    document = json.loads(ran.out)
    names = "schema exercise twist submission verdict steps findings fixed output seed seconds"
    assert list(document) == names.split()
    assert (document["schema"], document["exercise"], document["twist"]) == (2, SECOND, None)
    assert (document["fixed"], document["submission"]) == (None, f"exercises/{SECOND}.py")
    assert [list(found) for found in document["findings"]] == [
        ["mistake", "severity", "step", "line", "seen", "hints", "fix"]
    ]
    assert document["findings"][0]["fix"] is None
    assert list(document["output"]) == ["text", "truncated"]


@pytest.mark.parametrize(
    "words",
    [
        [SECOND],
        ["watch", SECOND],
        ["watch"],
        ["hint"],
        ["hint", "gradients", "--next"],
        ["history"],
        ["list"],
        ["explain"],
        ["compare"],
        ["demo"],
        ["interview", "--status"],
        ["interview", "--end"],
        ["interview", "--follow"],
        ["explain", "no-such-mistake"],
        ["reset", "extra"],
        ["hint", SECOND],
        ["explain", SECOND],
        ["compare", SECOND],
        ["batch"],
        ["mine.py", "yours.py"],
        ["explian", "raises"],
        [""],
    ],
)
def test_every_command_that_is_printed_names_it(wrong: TwoExercises, words: list[str]) -> None:
    names_the_second(wrong.run(*words, "--exercise", SECOND))


def test_the_rest_takes_it_as_well(wrong: TwoExercises) -> None:
    told = wrong.run("explain", "raises", "--exercise", SECOND)
    assert (told.status, told.out.partition(":")[0]) == (0, "raises")
    assert "Question 1 of 1" in wrong.run("quiz", "--count", "1", "--exercise", SECOND).out
    well = wrong.run("doctor", "--exercise", SECOND)
    assert f"exercises/{SECOND}.py" in well.said
    # A long path is wrapped onto two lines.
    assert f".grader/{SECOND}" in "".join(well.said.split()).replace("\\", "/")
    assert "starts and answers" in well.said
    wrong.file().unlink()
    names_the_second(wrong.run(SECOND))
    names_the_second(wrong.run("doctor", "--exercise", SECOND))


def test_solution_passes_and_says_how_to_go_on(places: TwoExercises) -> None:
    places.put(places.solution())
    ran = places.run(SECOND)
    assert ran.status == 0
    assert f"python -m grader compare --exercise {SECOND}\n" in ran.out
    assert f"python -m grader interview --exercise {SECOND}\n" in ran.out
    listed = places.run("list").out
    assert f"✓ {SECOND}" in listed
    assert f"○ {FIRST}" in listed


def test_list_shows_what_passed_last(wrong: TwoExercises) -> None:
    shutil.rmtree(wrong.file().parent / ".grader", ignore_errors=True)  # other tests of this module pass it
    wrong.run(SECOND)
    rows = wrong.run("list").out.splitlines()
    assert rows[2].startswith(f"  ○ {FIRST}  ")
    assert rows[3] == f"  ○ {SECOND}     LinearRegression  5 of 6 steps passed"
    for words in ([SECOND], ["--exercise", SECOND]):
        shown = wrong.run("list", *words).out
        assert "✓ 5. fit  " in shown
        assert re.search(r"^○ 4\. gradients  \d+ checks, \d+ passed$", shown, re.MULTILINE)
        assert re.search(r"^   ✓ .*values of db", shown, re.MULTILINE | re.DOTALL)
        assert re.search(r"^   ○ values of dw", shown, re.MULTILINE)


def kept(places: TwoExercises) -> dict[str, bytes]:
    """The files recorded for the default exercise, by path."""
    folder = places.root / "exercises" / ".grader"
    found = [path for path in folder.rglob("*") if path.is_file() and SECOND not in path.parts]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_practice_of_each_stays_apart(wrong: TwoExercises) -> None:
    assert wrong.run().status == 1
    assert wrong.run("reset", "--yes").status == 0
    before, stub = kept(wrong), wrong.file(FIRST).read_text(encoding="utf-8")
    assert "journal.jsonl" in before
    held = wrong.file().read_text(encoding="utf-8")
    assert wrong.run("interview", "--yes", "--exercise", SECOND).status == 0
    assert wrong.file().read_text(encoding="utf-8") != held
    names_the_second(wrong.run("interview", "--status", "--exercise", SECOND))
    names_the_second(wrong.run(SECOND))  # it belongs to the interview
    assert "No interview is running" in wrong.run("interview", "--status").out
    names_the_second(wrong.run("interview", "--abandon", "--yes", "--exercise", SECOND))
    names_the_second(wrong.run("reset", "--undo", "--yes", "--exercise", SECOND))
    assert wrong.file().read_text(encoding="utf-8") == held
    assert (wrong.file(FIRST).read_text(encoding="utf-8"), kept(wrong)) == (stub, before)
    own = wrong.root / "exercises" / ".grader" / SECOND
    assert sorted(path.name for path in own.iterdir()) == sorted(FILES)
    records = [json.loads(line) for line in (own / "journal.jsonl").read_text("ascii").splitlines()]
    assert {record["exercise"] for record in records} == {SECOND}
    history = json.loads(wrong.run("history", "--json", "--exercise", SECOND).out)
    assert (history["schema"], history["exercise"]) == (1, SECOND)
    assert any(attempt["interview"] for attempt in history["attempts"])


def test_batch_grades_each_as_what_it_is(wrong: TwoExercises) -> None:
    folder = wrong.root / "graded"
    folder.mkdir()
    (folder / "one.py").write_text(wrong.solution(), encoding="utf-8")
    ran = wrong.run("batch", SECOND, "graded/one.py", "gone.py", "--out", "all.jsonl", "--csv", "all.csv")
    assert ran.status == 2
    lines = [json.loads(line) for line in (wrong.root / "all.jsonl").read_text("ascii").splitlines()]
    assert {line["schema"] for line in lines} == {2}
    exercises = {line["submission"]: line.get("exercise") for line in lines}
    assert exercises == {f"exercises/{SECOND}.py": SECOND, "graded/one.py": FIRST, "gone.py": None}
    table = (wrong.root / "all.csv").read_text("utf-8-sig").splitlines()
    assert table[0].startswith("submission,exercise,verdict,init,")
    assert table[1].startswith(f"exercises/{SECOND}.py,{SECOND},failed,passed,")
    again = wrong.run("batch", "graded", "--exercise", SECOND, "--out", "all.jsonl")
    assert again.status == 0
    last = json.loads((wrong.root / "all.jsonl").read_text("ascii").splitlines()[-1])
    assert (last["exercise"], last["verdict"]) == (SECOND, "passed")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--exercise", "toy"], f"There is no exercise 'toy'. Did you mean {SECOND}?"),
        (["list", "toy_regresion"], f"Did you mean {SECOND}? The exercises are: {FIRST}, {SECOND}.\n"),
        (["hint", "--exercise", "xyz"], f"no exercise 'xyz'. The exercises are: {FIRST}, {SECOND}.\n"),
        (["batch", ".", "--exercise", "xyz"], "There is no exercise 'xyz'."),
        (["doctor", "--exercise", "../toy"], "There is no exercise '../toy'."),
        (["toy-regresion"], f"no exercise toy-regresion. Did you mean: python -m grader {SECOND}\n"),
        (["xyz"], f"There is no file xyz. Check the path. The exercises are: {FIRST}, {SECOND}.\n"),
        ([SECOND, FIRST], f"check takes one file or exercise, but 2 were given: '{SECOND}', '{FIRST}'."),
        (["list", FIRST, SECOND], "list takes one EXERCISE, but 2 were given"),
        (["list", FIRST, "--exercise", SECOND], "list takes one EXERCISE, but 2 were given"),
    ],
)
def test_wrong_name_is_a_wrong_call(places: TwoExercises, words: list[str], said: str) -> None:
    ran = places.run(*words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err.replace("In that folder there is: mine.py.", "Check the path.")
