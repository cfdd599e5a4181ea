"""What `check` records, and that recording never gets in the way of a grading."""

import pytest

from grader.practice.runs import digest

from ..helpers.clocks import START
from ..helpers.fakes import Fakes, fakes

__all__ = ["fakes"]


@pytest.mark.parametrize("outcome", ["passed", "failed", "unfinished"])
def test_run_of_the_exercise_is_recorded(fakes: Fakes, outcome: str) -> None:
    fakes.outcome = outcome
    fakes.run("check", status=int(outcome != "passed"))
    record, *told = fakes.past().records
    assert [(hint.event, hint.facts["rung"]) for hint in told] == [("hint", 2)] * (outcome == "failed")
    assert (record.at, record.event) == (START, "run")
    assert record.facts == {
        "exercise": "linear_regression",
        "verdict": outcome,
        "steps": dict.fromkeys(("init", "predict"), "todo" if outcome == "unfinished" else outcome),
        "mistakes": [["predict-ignores-bias", "predict"]] if outcome == "failed" else [],
        "advice": [],
        "digest": digest(fakes.held),
        "by": "check",
        "untouched": outcome == "unfinished",
    }


def test_exercise_may_be_named_in_any_way(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    offer = "python -m grader compare\n"
    assert offer in fakes.run("check", str(fakes.exercise))
    monkeypatch.chdir(fakes.exercise.parent)
    assert offer in fakes.run("./linear_regression.py")
    assert len(fakes.past().records) == 2


def test_other_files_and_documents_leave_no_trace(fakes: Fakes) -> None:
    fakes.run("my.py")
    fakes.run("--json")
    fakes.refusal("no_such.py")
    fakes.outcome = ValueError("the grader's own fault")
    fakes.run("check", status=3)
    assert not fakes.journal.exists()


def test_hint_in_the_report_is_recorded_once_per_finding(fakes: Fakes) -> None:
    fakes.outcome = "failed"
    for words in ([], ["hint"], ["watch"], ["--json"]):
        fakes.run(*words, status=1)
    told = [(r.facts["finding"], r.facts["rung"], r.facts.get("asked")) for r in fakes.past().of("hint")]
    assert told == [("predict-ignores-bias", 2, False), ("predict-ignores-bias", 3, None)]


def test_journal_that_cannot_be_written_is_not_heard_of(fakes: Fakes) -> None:
    fakes.journal.write_text("no folder", encoding="utf-8")
    without = fakes.run("check")
    fakes.journal.unlink()
    assert fakes.run("check") == without


def test_journal_of_a_newer_version_is_not_heard_of(fakes: Fakes) -> None:
    usual = fakes.run("check")
    journal = fakes.journal / "journal.jsonl"
    journal.write_text('{"v": 99}\n', encoding="utf-8")
    assert fakes.run("check") == usual
    assert journal.read_text(encoding="utf-8") == '{"v": 99}\n'
