"""Fakes for the functions that the commands call, to test the command line without a worker."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from grader import submission
from grader.catalogue import Catalogue, Mistake
from grader.command_line import DEFAULT
from grader.commands.shared import typed_paths
from grader.practice.briefs import Brief, Point
from grader.practice.debrief import Criterion
from grader.practice.journal import Journal, JournalRecords, Record
from grader.practice.questions import Choice, Question
from grader.submission import Submission, UsageError
from grader.verdict import Change, CheckResult, Finding, Step, Verdict

from .callers import Caller
from .clocks import TestClock
from .standins import stand_in

STEPS = ("init", "predict")
STUB = "class LinearRegression: ...\n"
BRIEF_STUB = "class LinearRegression: ...  # in brief\n"
BRIEF = Brief(
    "Write a class.",
    (
        Point("half", "Half of it?", "No, all of it.", "Half is too little."),
        Point("kind", "Which kind?", "The right one.", "Another one is wrong."),
        Point("idle", "May I ask?", "Yes."),
    ),
)
ENTRY = Mistake(
    "predict-ignores-bias", "predict", "b is left out", "ask?", "named", "corrected", ({"a": "b"},)
)
CHOICES = (Choice("two", "it is", right=True), Choice("three", "too much"), Choice("one", "too little"))
QUESTIONS = tuple(
    Question(id_, topic, f"How much is {text}?", "", CHOICES)
    for id_, topic, text in (
        ("sum", "adding", "1 + 1"),
        ("double", "adding", "2 * 1"),
        ("half", "halving", "4 / 2"),
    )
)
ADVICE = Mistake("fit-restarts", "fit", "fit starts over", "ask?", "named", "corrected", severity="advice")


@dataclass(kw_only=True)
class Fakes(Caller):
    """The fake functions, the options they were called with, and the save time of all files, if known."""

    exercise: Path
    outcome: Any = "passed"
    asked: dict[str, Any] = field(default_factory=dict)
    fix: str = "import numpy\n"
    saved: float | None = None
    brief: Brief | None = None

    @property
    def journal(self) -> Path:
        """The folder of the journal."""
        return typed_paths.journal_folder(self.exercise)

    @property
    def held(self) -> str:
        """The content of the exercise file."""
        return self.exercise.read_text(encoding="utf-8")

    def past(self) -> JournalRecords:
        """The content of the journal."""
        return Journal(self.journal, self.clock).read()

    def remember(self, *records: Record) -> None:
        """Write these records into the journal."""
        clock = TestClock()
        journal = Journal(self.journal, clock)
        for one in records:
            clock.time = one.at
            journal.append(one.event, **one.facts)

    def events(self) -> list[str]:
        """The kinds of the journal's records, in order."""
        return [record.event for record in self.past().records]

    def find_kata(self, name: str | None = None) -> SimpleNamespace:
        """An exercise with two steps."""
        if name not in (None, DEFAULT):
            raise UsageError(f"There is no exercise {name!r}.")
        return SimpleNamespace(
            name=DEFAULT,
            class_name="LinearRegression",
            exercise_path=self.exercise,
            solution_path=typed_paths.ROOT / "solutions" / "linear_regression.py",
            catalogue=Catalogue([ENTRY, ADVICE]),
            steps=STEPS,
            to_write=STEPS[1:],
            stub=STUB,
            brief=self.brief,
            brief_stub="" if self.brief is None else BRIEF_STUB,
            statement="Write a class.\n\n- predict(X)\n",
            rubric=(Criterion("adding", "Sums", ("predict",)), Criterion("halving", "Halves")),
            beginnings={"predict": ("how?", "in words", "in code")},
            questions=QUESTIONS,
            declaration=SimpleNamespace(
                methods=(SimpleNamespace(name="set_up", step="init", steps=("init",)),),
                takes={"predict": ["X"]},
                twists=tuple,
                plain=None,
                twist=None,
            ),
            twist=None,
            twisted=lambda twist: self.find_kata(name),
            comparison=lambda entry: ["- return X @ self.w", "+ return X @ self.w + self.b"],
        )

    def grade(self, kata: Any, learners: Submission, **options: Any) -> Verdict:
        """A verdict with the outcome that was set; raises it if it is an exception."""
        self.asked = {"path": learners.path, **options}
        self.asked.pop("start", None)  # the function that starts workers is not one of the options
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        status: Any = "todo" if self.outcome == "unfinished" else self.outcome
        steps = tuple(Step(name, status, (CheckResult("values", status),)) for name in STEPS)
        findings = () if status != "failed" else (Finding(ENTRY.id, "error", "predict", 1, "0", ENTRY.hints),)
        return Verdict(kata.name, learners.path, self.outcome, steps, findings, "é\x1b[2J\n", False, 7, 0.1)

    def with_fixes(self, kata: Any, learners: Submission, verdict: Verdict, **how: Any) -> Verdict:
        """The verdict with a fix in each error, or without fixes if `fix` is empty."""
        fix = (Change(1, 1, self.fix),) if self.fix else None
        findings = tuple(replace(f, fix=fix) for f in verdict.findings)
        return replace(verdict, findings=findings, fixed=bool(self.fix))


@pytest.fixture
def fakes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest) -> Fakes:
    """Replace the modules behind the commands; the current folder holds `my.py` and an exercise."""
    fakes = Fakes(request=request, exercise=tmp_path / "exercises" / "linear_regression.py")
    replaced: dict[str, dict[str, object]] = {
        "grader.kata": {
            "find_kata": fakes.find_kata,
            "kata_names": lambda: [DEFAULT],
            "exercise_file": lambda name: fakes.exercise,
            "missing_files": lambda name: [],
            "exercise_of": lambda path: DEFAULT,
            "near_names": lambda word: [],
        },
        "grader.grading": {"grade": fakes.grade},
        "grader.fixing": {"with_fixes": fakes.with_fixes, "looked_for": lambda finding: True},
        "grader.failing": {"failing_cases": lambda *given: (case for case in list[Any]())},
        "grader.check_runner": {
            "check_names": lambda kata: {"init": ["shape of w"], "predict": ["values", "bias"]}
        },
    }
    for name, members in replaced.items():
        stand_in(monkeypatch, name, **members)
    monkeypatch.setattr(submission, "saved", lambda found: fakes.saved)  # instead of the real time
    monkeypatch.setattr(typed_paths, "ROOT", tmp_path)
    fakes.exercise.parent.mkdir()
    fakes.exercise.write_text("import numpy as np\n", encoding="utf-8")
    (tmp_path / "my.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "FORCE_COLOR", "GRADER_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    return fakes
