"""The files that `check` writes for other systems: where they go, and what is refused before grading."""

import json
import os
import sys
from pathlib import Path

import pytest

from grader import cli
from grader.commands.shared.exports import Destination
from grader.comparison import TrainingComparison, TrainingPath

from ..helpers.fakes import Fakes, fakes

__all__ = ["fakes"]


def here(folder: Path = Path()) -> list[str]:
    """The sorted file names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_beside_the_screen(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    Path("old.xml").write_text("old", encoding="utf-8")
    Path("old.xml").chmod(0o640)
    assert "my.py" in fakes.run("my.py", "--junit", "old.xml", "--gradescope", "results.json", status=1)
    assert "predict-ignores-bias" in Path("old.xml").read_text(encoding="utf-8")
    assert json.loads(Path("results.json").read_text(encoding="utf-8"))["score"] == 0
    assert here() == ["exercises", "my.py", "old.xml", "results.json"]
    if os.name == "posix":
        assert Path("old.xml").stat().st_mode & 0o777 == 0o640


def test_json_stays_alone_on_stdout(fakes: Fakes) -> None:
    assert json.loads(fakes.run("--json", "--junit", "a.xml"))["verdict"] == "passed"
    assert Path("a.xml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--junit", ""], "The name after --junit is empty"),
        (["--junit", "."], "--junit '.' is a folder"),
        (["--junit", "no/such/a.xml"], "there is no folder 'no/such'"),
        (["--junit", "my.py/a.xml"], "there is no folder 'my.py'"),
        (["--junit", "a\0b"], "cannot be written"),
        (["my.py", "--junit", "my.py"], "is used already, and would be overwritten"),
        (["my.py", "--junit", "exercises/../my.py"], "is used already"),
        (["--junit", "a", "--gradescope", "./a"], "--gradescope './a' is used already"),
        (["--github", "--json"], "--github and --json both write to stdout"),
        (["--problems", "--json"], "--json and --problems both write to stdout"),
        (["--problems", "--github"], "--github and --problems both write to stdout"),
    ],
)
def test_what_cannot_be_written_is_refused_first(fakes: Fakes, arguments: list[str], said: str) -> None:
    assert said in fakes.refusal(*arguments)
    assert fakes.asked == {}
    assert here() == ["exercises", "my.py"]


@pytest.mark.skipif(os.name != "posix", reason="there are no such files elsewhere")
def test_device_is_never_replaced(fakes: Fakes) -> None:
    assert "is not a regular file" in fakes.refusal("--junit", os.devnull)
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(os.name != "posix", reason="symbolic links are for the few elsewhere")
def test_link_stays_and_its_target_is_written(fakes: Fakes) -> None:
    Path("there.xml").write_text("old", encoding="utf-8")
    Path("a.xml").symlink_to("there.xml")
    fakes.run("--junit", "a.xml")
    assert Path("a.xml").is_symlink()
    assert Path("there.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_written_files_are_named_only_on_the_screen(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    files = ["--junit", "a.xml", "--gradescope", "b.json"]
    assert fakes.run("my.py", *files).endswith("\nWritten  a.xml, b.json\n")
    assert "\nWritten  a.xml, b.json\n" in fakes.run("my.py", *files, "--github")
    for words in ([*files, "--json"], []):
        assert "Written" not in fakes.run("my.py", *words)


def test_half_written_file_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xml"
    path.write_text("old", encoding="utf-8")
    destination = Destination("--junit", str(path))
    with pytest.raises(UnicodeEncodeError):
        destination.write("new \ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert here(tmp_path) == ["a.xml"]


def test_github(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd()))
    Path("summary.md").write_text("# before\n", encoding="utf-8")
    Path("sub").mkdir()
    Path("sub", "my.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.chdir("sub")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", os.path.join("..", "summary.md"))
    fakes.outcome = "failed"
    lines = fakes.run("my.py", "--github", status=1).splitlines()
    end = lines.index(f"::{lines[0].removeprefix('::stop-commands::')}::")
    assert "  ✗ predict  failed   0 of 1 check passed" in lines[:end]
    assert lines[end + 1].startswith(
        "::error file=sub/my.py,line=1,title=predict%3A b is left out::0%0Anamed"
    )
    assert len(lines) == end + 2
    summary = Path("..", "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# before\n## linear")
    assert "x = 1" in summary


def test_github_elsewhere_and_in_ascii(
    fakes: Fakes, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    Path("é.py").write_text("x = 1\n", encoding="utf-8")
    fakes.outcome = "failed"
    with open(1, "w", encoding="ascii", closefd=False) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert cli.main(["é.py", "--github"]) == 1
    assert rb"::error file=\xe9.py,line=1" in capfdbinary.readouterr().out


def test_unwritable_summary_is_reported_before_grading(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", os.path.join("no", "such", "file"))
    assert "GITHUB_STEP_SUMMARY is" in fakes.refusal("--github")
    assert fakes.asked == {}


def test_page_is_written_with_what_is_drawn(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    from grader.commands.shared import checking

    fakes.outcome = "failed"
    right, contour = TrainingPath((2.0, 1.0), ((0.0, 0.0),)), ((0.0, 0.0), (1.0, 1.0))
    descent = TrainingComparison(("w", "b"), "so many", right, TrainingPath((), ()), (contour,), "why")
    monkeypatch.setattr(checking, "_descent", lambda *_: descent)
    fakes.run("my.py", "--html", "page.html", status=1)
    page = Path("page.html").read_text(encoding="ascii")
    assert page.startswith("<!DOCTYPE html>")
    assert "so many" in page
    assert "b is left out" in page


def test_formats_carry_the_fix(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    printed = fakes.run("my.py", "--fix", "--github", "--gradescope", "a.json", status=1)
    annotation = next(line for line in printed.splitlines() if line.startswith("::error"))
    assert annotation.endswith("Your code, corrected:%0A- 1  x = 1%0A+ 1  import numpy")
    tests = json.loads(Path("a.json").read_text("ascii"))["tests"]
    assert any("```diff\n- 1  x = 1\n+ 1  import numpy\n```" in test["output"] for test in tests)
