"""The author's checks of one exercise: whether all of it is there, and does what the grader counts on."""

import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

from ..health import Line
from ..incomplete import IncompleteExercise, is_there, shown
from .trial import SEED, first

if TYPE_CHECKING:
    from ..kata import Kata
    from ..verdict import Verdict

Trouble = tuple[str, str]
"""What is wrong, as a sentence that names the file; and what to do."""
FEWEST_QUESTIONS = 8
FEWEST_OPEN, FEWEST_IDLE = 4, 2
LOST = "Write it; the same file of another exercise shows its form."
UNUSABLE = "Correct it; the same file of another exercise shows its form."


def author(name: str) -> list[Line]:
    """A row for each part that is right, and for each thing that is wrong."""
    from ..kata import KATAS, declared, lacks, missing_files
    from ..practice.briefs import STATEMENT

    rows = [_problem("files", (f"{file} is missing", LOST)) for file in missing_files(name)]
    rows = rows or [Line("ok", "files", "all of them are there")]
    try:
        kata = declared(name)
    except IncompleteExercise as error:
        lost = error.lack.endswith("is missing") or any(error.file in row.said for row in rows)
        return rows if lost else [*rows, _unusable(error.file, error.lack)]
    lacking = list(lacks(kata))
    rows += [_unusable(file, lack) for file, lack in lacking]
    spoiled = {file for file, _ in lacking} | {row.said.removesuffix(" is missing") for row in rows}
    checks = CHECKS | ({"brief": _brief} if is_there(KATAS / name, STATEMENT) else {})
    rows += [line for what, check in checks.items() for line in _rows(kata, what, check, spoiled)]
    return rows


def _unusable(file: str, lack: str) -> Line:
    return _problem("parts", (f"{file} {lack}", UNUSABLE))


def _problem(what: str, trouble: Trouble) -> Line:
    return Line("problem", what, *trouble)


Check = Callable[["Kata"], Iterator[Trouble]]


def _rows(kata: "Kata", what: str, check: Check, spoiled: set[str]) -> list[Line]:
    """The rows of one check; none where a file that it reads is known to be missing or broken."""
    if any(file in spoiled for file in _needed(kata, what)):
        return []
    try:
        found = [_problem(what, trouble) for trouble in check(kata)]
    except (Exception, SystemExit) as error:  # an exercise in the making may do anything
        text = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        files = " and ".join(_needed(kata, what)[-1:])
        return [_problem(what, (f"{files} cannot be checked: {text}", UNUSABLE))]
    return found or [Line("ok", what, OK[what])]


def _needed(kata: "Kata", what: str) -> list[str]:
    """The files that a check reads, the one that it is about last."""
    graded = [_file(kata, "exercise.py"), _file(kata, "mistakes")]
    return {
        "stub": [*graded, _file(kata, "stub.txt")],
        "solution": [*graded, f"solutions/{kata.name}.py"],
        "formula": [graded[1], graded[0]],
        "catalogue": graded,
        "hints": [_file(kata, "beginnings.py")],
        "rubric": [_file(kata, "questions.toml"), _file(kata, "rubric.py")],
        "questions": [_file(kata, "questions.toml")],
        "brief": [*graded, _file(kata, "brief.toml")],
    }[what]


def _file(kata: "Kata", file: str) -> str:
    from ..kata import KATAS

    return shown(KATAS / kata.name, file)


# -- what is graded


def _stub(kata: "Kata") -> Iterator[Trouble]:
    verdict = _graded(kata, "stub.py", kata.stub)
    if verdict.verdict != "unfinished" or verdict.findings:
        said = f"{_file(kata, 'stub.txt')} is {verdict.verdict}{first(verdict)}; expected is unfinished"
        yield f"{said}, with no finding", "Let every method of it raise NotImplementedError."


def _solution(kata: "Kata") -> Iterator[Trouble]:
    source = kata.solution.read_text(encoding="utf-8")
    yield from _passes(f"solutions/{kata.name}.py", _graded(kata, kata.solution.name, source))


def _formula(kata: "Kata") -> Iterator[Trouble]:
    verdict = _graded(kata, "formula.py", kata.declaration.formula.source({}))
    yield from _passes(f"{_file(kata, 'exercise.py')}: its formula", verdict)


def _passes(what: str, verdict: "Verdict") -> Iterator[Trouble]:
    if verdict.verdict != "passed":
        yield (
            f"{what} is {verdict.verdict}{first(verdict)}",
            "Correct it, or the formula and the data by which it is judged.",
        )
    for advice in verdict.advice:
        yield f"{what} passes with the advice {advice.mistake}: {advice.seen}", "Write it as the advice says."


def _graded(kata: "Kata", path: str, source: str) -> "Verdict":
    from ..grading import grade
    from ..submission import Submission

    with redirect_stderr(io.StringIO()):  # where pytest cannot run, it says so at length
        return grade(kata, Submission(path, source), seed=SEED)


# -- what is told


def _catalogue(kata: "Kata") -> Iterator[Trouble]:
    from ..engine.completeness import ANYWHERE
    from ..engine.diagnose.fit_lines import FINDERS
    from .edits import idle

    file, known = _file(kata, "mistakes"), (*kata.steps, *ANYWHERE)
    for entry in kata.catalogue.values():
        for step in (entry.step, *entry.elsewhere):
            if step not in known:
                todo = f"Give it one of {', '.join(known)}."
                yield f"{file}: {entry.id} belongs to {step!r}, which is no step", todo
        for name in set(entry.line) - set(FINDERS):
            todo = f"Give it some of {', '.join(FINDERS)}."
            yield f"{file}: {entry.id} has its line found by {name!r}, which finds none", todo
    for mistake, said in idle(kata.declaration):
        yield f"{file}: {mistake} {said}", "Correct the edit or leave it out."


def _hints(kata: "Kata") -> Iterator[Trouble]:
    file, beginnings = _file(kata, "beginnings.py"), kata.beginnings
    for step in kata.to_write:
        texts = beginnings.get(step, ())
        if len(texts) != 3 or not all(isinstance(text, str) and text.strip() for text in texts):
            todo = "Give it a question, the way in words, and the code."
            yield f"{file} has no three texts for the step {step!r}", todo


def _rubric(kata: "Kata") -> Iterator[Trouble]:
    file, asked = _file(kata, "rubric.py"), {question.topic for question in kata.questions}
    topics = [criterion.topic for criterion in kata.rubric]
    for topic in topics:
        if topic not in asked:
            yield (
                f"{file} has the topic {topic!r}, of which no question is",
                "Ask about it in questions.toml.",
            )
    for topic in sorted(asked.difference(topics)):
        yield f"{file} lacks the topic {topic!r}, of which there are questions", "Add a Criterion for it."
    for criterion in kata.rubric:
        for step in criterion.steps:
            if step not in kata.steps:
                todo = f"The steps are {', '.join(kata.steps)}."
                yield f"{file} names the step {step!r} for {criterion.topic!r}, which is none", todo


def _questions(kata: "Kata") -> Iterator[Trouble]:
    count = len(kata.questions)
    if count < FEWEST_QUESTIONS:
        said = f"{_file(kata, 'questions.toml')} has {count} questions, and {FEWEST_QUESTIONS} are wanted"
        yield said, f"Add {FEWEST_QUESTIONS - count} more."


def _brief(kata: "Kata") -> Iterator[Trouble]:
    """The brief, which an exercise may have."""
    from re import findall

    from ..report.times import counted

    file, brief = _file(kata, "brief.toml"), kata.brief
    if brief is None:
        return
    if (count := len(findall(r"[.?!](?= |$)", brief.text))) != 2:
        yield f"{file} states the task in {counted(count, 'sentence')}, and 2 are wanted", "Write it anew."
    matter = sum(bool(point.matters) for point in brief.points)
    if matter < FEWEST_OPEN or len(brief.points) - matter < FEWEST_IDLE:
        said = f"{file} has {matter} questions that matter and {len(brief.points) - matter} that do not"
        yield f"{said}; {FEWEST_OPEN} and {FEWEST_IDLE} are wanted", "Add what is missing."
    verdict = _graded(kata, "brief_stub.py", kata.brief_stub)
    if verdict.verdict != "unfinished" or verdict.findings:
        said = f"{_file(kata, 'brief_stub.txt')} is {verdict.verdict}{first(verdict)}; expected is unfinished"
        yield f"{said}, with no finding", "Let every method of it raise NotImplementedError."


CHECKS: dict[str, Check] = {
    "stub": _stub,
    "solution": _solution,
    "formula": _formula,
    "catalogue": _catalogue,
    "hints": _hints,
    "rubric": _rubric,
    "questions": _questions,
}
OK = {
    "stub": "is unfinished when it is graded, with no finding",
    "solution": "passes without a word",
    "formula": "passes without a word",
    "catalogue": "every entry is complete, and every edit changes what comes out",
    "hints": "three texts begin every step that is to be written",
    "rubric": "its topics are those of the questions",
    "questions": "are complete, and enough",
    "brief": "states the task in two sentences, with questions that matter and others",
}
