"""`explain`: one mistake, all of them, those of a step, and ids that are typed only in part."""

import pytest

from grader import cli
from grader.kata import find_kata

from ..helpers.fakes import Fakes, fakes

__all__ = ["fakes"]


def test_explain(fakes: Fakes) -> None:
    out = fakes.run("explain", "predict-ignores-bias")
    for text in ("b is left out", "step predict", "ask?", "named", "corrected", "return X @ self.w"):
        assert text in out
    assert "wrong code" not in fakes.run("explain", "fit-restarts")


@pytest.mark.parametrize("columns", ["40", "80"])
def test_explain_alone_names_all_by_step(fakes: Fakes, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = fakes.run("explain")
    assert max(map(len, out.splitlines())) <= int(columns)
    assert " ".join(out.split()) == (
        "predict predict-ignores-bias b is left out fit fit-restarts fit starts over (advice)"
        " About one: python -m grader explain MISTAKE"
    )


def test_explain_lists_the_mistakes_of_a_step(fakes: Fakes) -> None:
    out = fakes.run("explain", "predict")
    assert out.startswith("predict\n  predict-ignores-bias ")
    assert "fit-restarts" not in out
    assert "About one: python -m grader explain MISTAKE" in out


def test_part_of_many_ids_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "Gradient", "--twist", "none"]) == 2
    first, *ids = capsys.readouterr().err.splitlines()
    assert first == "There is no mistake 'Gradient'. The ids that begin with it:"
    known = list(find_kata().catalogue)
    assert ids == [f"  {name}" for name in known if name.startswith("gradient-")]
