"""The command line: how it parses arguments, its exit status, and what goes to which stream."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from grader import cli
from grader.commands.shared import typed_paths
from grader.sandbox.limits import Limits

from ..helpers.fakes import Fakes, fakes

__all__ = ["fakes"]


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ("", os.path.join("exercises", "linear_regression.py")),
        ("check", os.path.join("exercises", "linear_regression.py")),
        ("my.py", "my.py"),
        ("check my.py", "my.py"),
        ("--json my.py", "my.py"),
        ("my.py --json", "my.py"),
        ("--seed 3 check --no-hints my.py --json", "my.py"),
        ("check --seed 3 my.py", "my.py"),
        ("-- my.py", "my.py"),
        ("-- list", "list"),
        ("./list", "./list"),
        ("check list", "list"),
        ("check check", "check"),
        ("./-x.py", "./-x.py"),
        ("--json -- -x.py", "-x.py"),
    ],
)
def test_check_is_the_default_command_wherever_options_come(fakes: Fakes, arguments: str, path: str) -> None:
    for name in ("list", "check", "-x.py"):
        Path(name).write_text("x = 1\n", encoding="utf-8")
    assert cli.main(arguments.split()) == 0
    assert fakes.asked["path"] == path


@pytest.mark.parametrize(("outcome", "status"), [("passed", 0), ("failed", 1), ("unfinished", 1)])
def test_only_a_pass_gives_0(fakes: Fakes, outcome: str, status: int) -> None:
    fakes.outcome = outcome
    fakes.run(status=status)
    fakes.run("--json", status=status)


def test_options_reach_the_grading(fakes: Fakes) -> None:
    fakes.run()
    usual = {"seed": None, "hints": True, "limits": Limits()}
    assert fakes.asked == {**usual, "path": fakes.asked["path"]}
    fakes.run("my.py", "--seed", "007", "--no-hints", "--time-limit", "0.5", "--memory-limit=64")
    assert fakes.asked == {"path": "my.py", "seed": 7, "hints": False, "limits": Limits(0.5, 1.0, 64 << 20)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--seed", "--seed"),
        ("--seed -1", "'-1' is not a valid seed"),
        ("--seed 1.5", "'1.5' is not a valid seed"),
        ("--seed 1_0", "'1_0' is not a valid seed"),
        ("--seed ٣", "is not a valid seed"),
        ("--seed " + "9" * 5000, "is not a valid seed"),
        ("--time-limit 0", "'0' is not a valid time limit"),
        ("--time-limit -2", "'-2' is not a valid time limit"),
        ("--time-limit nan", "'nan' is not a valid time limit"),
        ("--time-limit inf", "'inf' is not a valid time limit"),
        ("--time-limit x", "'x' is not a valid time limit"),
        ("--memory-limit 0", "'0' is not a valid memory limit"),
        ("--memory-limit 63", "'63' is not a valid memory limit; give whole mebibytes from 64"),
        ("--memory-limit -1", "'-1' is not a valid memory limit"),
        ("--memory-limit 1.5", "'1.5' is not a valid memory limit"),
        ("--memory-limit 99999999999", "is not a valid memory limit"),
        ("--jsn", "Did you mean --json?"),
        ("--see 3", "Did you mean --seed?"),
        ("--frobnicate", "See python -m grader --help."),
        ("--json=yes", "--json"),
        (
            "my.py other.py",
            "2 were given: 'my.py', 'other.py'. To grade them all: python -m grader batch my.py other.py",
        ),
        (
            "watch my.py other.py",
            "watch takes one FILE, but 2 were given: 'my.py', 'other.py'. Name one of them.",
        ),
        ("help", "There is no command help. Did you mean: python -m grader --help\n"),
        ("version", "There is no command version. Did you mean: python -m grader --version\n"),
        ("explian predict-ignores-bias", "no command explian. Did you mean: python -m grader explain\n"),
        ("wach", "There is no command wach. Did you mean: python -m grader watch\n"),
        ("no_such.py", "There is no file no_such.py."),
        ("watch no_such.py", "There is no file no_such.py."),
        ("watch.py", "There is no file watch.py. In that folder there is: my.py.\n"),
        (".", "is a folder"),
        ("list extra", "There is no exercise 'extra'."),
        ("list linear_regression extra", "list takes one EXERCISE, but 2 were given"),
        ("reset extra", "reset takes no argument, but 'extra' was given. Type: python -m grader reset\n"),
        ("check --exercise extra", "There is no exercise 'extra'."),
        ("check --exercise=", "There is no exercise ''."),
        ("explain linear_regression", "That is an exercise; type: python -m grader explain\n"),
        ("list --json", "--json is an option of check"),
        ("--json list", "The command comes first: python -m grader list"),
        ("explain --no-hints x", "--no-hints is an option of check"),
        ("explain --seed 0 x", "--seed is an option of check"),
        ("explain a b", "2 were given. All ids: python -m grader explain\n"),
        ("explain predict-ignore-bias", "Did you mean predict-ignores-bias?"),
        ("explain e", "There is no mistake 'e'. Did you mean predict-ignores-bias, fit-restarts?"),
        ("explain restarts", "Did you mean fit-restarts?"),
        ("explain zzz", "There is no mistake 'zzz'. All ids: python -m grader explain\n"),
        ("hint set_u", "There is no step 'set_u'. Did you mean set_up?"),
        ("hint pedict", "There is no step 'pedict'. Did you mean predict?"),
        ("hint zzz", "The steps are init, predict."),
        ("hint init predict", "hint takes one STEP, but 2 were given"),
        ("hint --al", "Did you mean --all?"),
        ("reset fit", "reset takes no argument"),
        ("reset --undo", "There is no backup in"),
        ("reset --und", "Did you mean --undo?"),
        ("interview now", "takes no argument, but 'now' was given"),
        ("interview --follow", "--follow goes with --status"),
        ("interview --status --minutes 3", "Leave it out"),
        ("interview --status --abandon", "not allowed with"),
        ("interview --abandon --yes", "No interview is running. To start one: python -m grader interview"),
        ("interview --end", "No interview is running."),
        ("interview --debrief", "There has been no interview yet."),
        ("interview --stat", "Did you mean --status?"),
        ("interview --status --open", "--open is for the start of an interview. Leave it out."),
        ("history fit", "history takes no argument"),
        ("history --json --csv", "not allowed with"),
        ("history --cvs", "Did you mean --csv?"),
        ("quiz --topic zzz", "There is no topic 'zzz'. The topics are: adding, halving."),
        ("quiz --topic ing", "More than one topic matches 'ing'. The topics are: adding, halving."),
        ("quiz --count 0", "'0' is not a valid count; give a whole number above 0"),
        ("quiz --count ten", "'ten' is not a valid count"),
        ("quiz extra", "quiz takes no argument"),
    ],
)
def test_wrong_call_gives_one_sentence_and_2(fakes: Fakes, arguments: str, said: str) -> None:
    assert said in fakes.refusal(*arguments.split())


@pytest.mark.parametrize("name", ["", "a\nb\x1b[2J.py", "\udcff.py", "a\0b"], ids=ascii)
def test_name_that_is_empty_or_hostile_is_a_wrong_call(fakes: Fakes, name: str) -> None:
    assert "\x1b" not in fakes.refusal(name)


def test_lost_exercise_says_how_to_get_it_back(fakes: Fakes) -> None:
    fakes.exercise.unlink()
    back = f"git checkout -- {os.path.join('exercises', 'linear_regression.py')}\n"
    stub = "For a blank stub: python -m grader reset."
    assert fakes.refusal().endswith(f"{stub} To get the exercise back: {back}")
    fakes.exercise.mkdir()
    said = fakes.refusal()
    assert said.endswith(back)
    assert "reset" not in said
    fakes.exercise.rmdir()
    fakes.exercise.parent.rmdir()
    fakes.exercise.parent.write_text("no folder", encoding="utf-8")
    assert "git checkout" in fakes.refusal()


def test_lost_exercise_from_elsewhere(fakes: Fakes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fakes.exercise.unlink()
    (tmp_path / "project").mkdir()
    monkeypatch.setattr(typed_paths, "ROOT", tmp_path / "project")
    assert f'git -C "{tmp_path / "project"}" checkout' in fakes.refusal()


def test_unreadable_exercise_is_never_to_be_overwritten(fakes: Fakes) -> None:
    fakes.exercise.write_bytes("é".encode("utf-16"))
    assert "git checkout" not in fakes.refusal()


def test_list(fakes: Fakes) -> None:
    assert "○ linear_regression  LinearRegression  not graded yet\n" in fakes.run("list")
    for words in (["linear_regression"], ["--exercise", "linear_regression"], ["linear_regression"] * 2):
        assert "○ 2. predict  2 checks\n   ○ values, bias\n" in fakes.run("list", *words)
    fakes.outcome = "failed"
    fakes.run(status=1)
    fakes.outcome = "passed"
    fakes.run()
    assert "✓ linear_regression  LinearRegression  passed on 20" in fakes.run("list")
    assert "✓ 2. predict  2 checks\n   ✓ values, bias\n" in fakes.run("list", "linear_regression")


def test_json_is_one_document_and_nothing_else(fakes: Fakes) -> None:
    printed = fakes.run("--json")
    assert json.loads(printed)["output"]["text"] == "é\x1b[2J\n"
    assert printed.isascii()
    assert printed.count("\n") == 1


def test_report_says_how_to_run_it_again(fakes: Fakes) -> None:
    Path("list").write_text("x = 1\n", encoding="utf-8")
    Path("my file.py").write_text("x = 1\n", encoding="utf-8")
    fakes.outcome = "failed"
    for words, again in (([], ""), (["check", "list"], " ./list"), (["my file.py"], " 'my file.py'")):
        assert f"run: python -m grader{again}\n" in fakes.run(*words, status=1)


@pytest.mark.parametrize("options", [[], ["--json"]])
@pytest.mark.parametrize("error", [ValueError("one\ntwo"), SystemExit(0), RecursionError(), MemoryError()])
def test_failure_of_the_grader_is_its_own(fakes: Fakes, error: BaseException, options: list[str]) -> None:
    fakes.outcome = error
    said = fakes.run(*options, status=3)
    assert said.startswith("The grader itself failed; this says nothing about your code.\n")
    assert type(error).__name__ in said
    assert "GRADER_TRACEBACK=1" in said


def test_traceback_of_the_grader_on_demand(
    fakes: Fakes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADER_TRACEBACK", "1")
    fakes.outcome = ValueError("one\ntwo")
    assert cli.main([]) == 3
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert "  ValueError: one two\n" in err


def test_interruption_gives_130(fakes: Fakes) -> None:
    fakes.outcome = KeyboardInterrupt()
    assert fakes.run(status=130) == "Interrupted.\n"


def test_no_stdout_and_no_stderr_are_survived(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main([]) == 0
    assert cli.main(["--json"]) == 0
    assert cli.main(["--jsn"]) == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8", "cp437"])
def test_no_encoding_of_stdout_is_in_the_way(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    name = "漢字 \udcff'\n.py" if sys.platform.startswith("linux") else "漢字.py"
    Path(name).write_text("x = 1\n", encoding="utf-8")
    for options in ([], ["--json"]):
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, errors="strict"))
        assert cli.main([name, *options]) == 0
        assert raw.getvalue().decode(encoding)


class Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, text: str) -> int:
        """Raise OSError, as a full disk does."""
        raise OSError(28, "No space left on device")


def test_full_disk_does_not_exit_with_a_pass(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    assert cli.main([]) == 3
    said = capsys.readouterr().err
    assert "No space left on device" in said
    assert "Free some space and run this again." in said
    assert "grader itself failed" not in said
