"""The checks of each part of an exercise, for `doctor --exercise NAME`."""

import ast
import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from re import findall

from ..incomplete import shown
from ..kata import KATAS, Kata
from ..practice.briefs import STATEMENT
from ..report.times import counted
from ..sandbox.parsing import parsed
from ..verdict import Verdict
from .sample_grading import cause, first, graded

Trouble = tuple[str, str]
"""What is wrong, as a sentence that names the file, and what to do."""
AuthorCheck = Callable[["Kata"], Iterator[Trouble]]
SOLUTION = "solution"
MIN_QUESTIONS = 8
MIN_MATTERING, MIN_IDLE = 4, 2
RAISING = "Let every method of it raise NotImplementedError."


class GradingError(Exception):
    """Grading broke; the message says how, and ends with pytest's last line."""


def file_of(kata: Kata, file: str) -> str:
    """The path of a file of an exercise, relative to the checkout."""
    return f"solutions/{kata.name}.py" if file == SOLUTION else shown(KATAS / kata.name, file)


# -- the parts that are graded


def _stub(kata: Kata) -> Iterator[Trouble]:
    yield from _unfinished(file_of(kata, "stub.txt"), _graded(kata, "stub.py", kata.stub))
    yield from _headers(kata)


def _unfinished(file: str, verdict: Verdict) -> Iterator[Trouble]:
    if verdict.verdict != "unfinished" or verdict.findings:
        said = f"{file} is {verdict.verdict}{first(verdict)}; it should be unfinished"
        yield f"{said}, with no finding", RAISING


def _headers(kata: Kata) -> Iterator[Trouble]:
    """Report methods that the stub lacks, or whose arguments differ from the declaration."""
    file, exercise = file_of(kata, "stub.txt"), kata.declaration
    classes = [node for node in parsed(kata.stub).body if isinstance(node, ast.ClassDef)]
    own = [node for cls in classes if cls.name == exercise.class_name for node in cls.body]
    takes = {f.name: [arg.arg for arg in f.args.args[1:]] for f in own if isinstance(f, ast.FunctionDef)}
    for method in exercise.methods:
        header = f"def {method.name}({', '.join(('self', *method.takes))})"
        if takes.get(method.name) != list(method.takes):
            found = "takes other arguments" if method.name in takes else "is not in it"
            yield f"{file}: {method.name} {found}; exercise.py declares {header}", f"Write {header}."


def _solution(kata: Kata) -> Iterator[Trouble]:
    source = kata.solution_path.read_text(encoding="utf-8")
    yield from _passes(file_of(kata, SOLUTION), _graded(kata, kata.solution_path.name, source))


def _formula(kata: Kata) -> Iterator[Trouble]:
    verdict = _graded(kata, "formula.py", kata.declaration.formula.source({}))
    yield from _passes(f"{file_of(kata, 'exercise.py')}: its formula", verdict)


def _passes(what: str, verdict: Verdict) -> Iterator[Trouble]:
    if verdict.verdict != "passed":
        todo = "Correct it, or the formula and the data by which it is judged."
        yield f"{what} is {verdict.verdict}{first(verdict)}", todo
    for advice in verdict.advice:
        yield f"{what} passes with the advice {advice.mistake}: {advice.seen}", "Write it as the advice says."


def _graded(kata: Kata, path: str, source: str) -> Verdict:
    said = io.StringIO()
    try:
        with redirect_stderr(said):  # if pytest cannot run, it prints a long report
            return graded(kata, path, source)
    except Exception as error:
        raise GradingError(cause(error, said.getvalue())) from error


# -- the parts that are shown


def _catalogue(kata: Kata) -> Iterator[Trouble]:
    from ..engine.declaration.completeness import ANYWHERE, WORK
    from ..engine.diagnose.training.lines import FINDERS
    from .catalogue import idle, troubles

    file, known = file_of(kata, "mistakes"), (*kata.steps, *ANYWHERE)
    for entry in kata.catalogue.values():
        for step in (entry.step, *entry.edits_elsewhere):
            if step not in known:
                todo = f"Give it one of {', '.join(known)}."
                todo = "Leave out *vectorization(...), or add the step." if step == WORK else todo
                yield f"{file}: {entry.id} belongs to {step!r}, which is not a step", todo
        for name in set(entry.line_finders) - set(FINDERS):
            todo = f"Give it some of {', '.join(FINDERS)}."
            yield f"{file}: {entry.id} has its line found by {name!r}, which finds none", todo
    for mistake, said in idle(kata.declaration):
        yield f"{file}: {mistake} {said}", "Correct it; if it shows only on odd data, see authors.md."
    for mistake, said in troubles(kata.declaration):
        yield f"{file}: {mistake} {said}", "Correct it or leave it out."


def _data(kata: Kata) -> Iterator[Trouble]:
    from ..engine.consistency import of_answers, of_extras

    for said in of_answers(kata.declaration):
        todo = "Let draw or `valid` keep the data where it has an answer, or leave the case out."
        yield f"{file_of(kata, 'exercise.py')}: its formula of {said}", todo
    for said in of_extras(kata.declaration):
        yield f"{file_of(kata, 'exercise.py')} {said}", "Correct the name or leave it out."


def _statement(kata: Kata) -> Iterator[Trouble]:
    if not kata.statement.strip():
        yield f"{file_of(kata, 'statement.txt')} is empty", "Say what an interviewer would ask for."


def _hints(kata: Kata) -> Iterator[Trouble]:
    file, beginnings = file_of(kata, "beginnings.py"), kata.beginnings
    for step in kata.to_write:
        texts = beginnings.get(step, ())
        if len(texts) != 3 or not all(isinstance(text, str) and text.strip() for text in texts):
            todo = "Give it a question, the idea in words, and the code."
            yield f"{file} does not have three texts for the step {step!r}", todo
    for step in beginnings:
        if step not in kata.to_write:
            todo = f"The steps to write are {', '.join(kata.to_write)}."
            yield f"{file} begins {step!r}, which is not a step to write", todo


def _rubric(kata: Kata) -> Iterator[Trouble]:
    file, asked = file_of(kata, "rubric.py"), {question.topic for question in kata.questions}
    topics = [criterion.topic for criterion in kata.rubric]
    for topic in topics:
        if topic not in asked:
            todo = "Ask about it in questions.toml."
            yield f"{file} has the topic {topic!r}, on which there is no question", todo
    for topic in sorted(asked.difference(topics)):
        yield f"{file} lacks the topic {topic!r}, on which there are questions", "Add a Criterion for it."
    for criterion in kata.rubric:
        for step in criterion.steps:
            if step not in kata.steps:
                todo = f"The steps are {', '.join(kata.steps)}."
                yield f"{file} names the step {step!r} for {criterion.topic!r}, which is not a step", todo


def _questions(kata: Kata) -> Iterator[Trouble]:
    count = len(kata.questions)
    if count < MIN_QUESTIONS:
        said = f"{file_of(kata, 'questions.toml')} has {count} questions, and {MIN_QUESTIONS} are needed"
        yield said, f"Add {MIN_QUESTIONS - count} more."


def _brief(kata: Kata) -> Iterator[Trouble]:
    file, found = file_of(kata, STATEMENT), kata.brief
    if found is None:
        return
    if (count := len(findall(r"[.?!](?= |$)", found.text))) != 2:
        yield f"{file} states the task in {counted(count, 'sentence')}, and 2 are needed", "Rewrite it."
    matter = sum(bool(point.matters) for point in found.points)
    if matter < MIN_MATTERING or len(found.points) - matter < MIN_IDLE:
        said = f"{file} has {matter} questions that matter and {len(found.points) - matter} that do not"
        yield f"{said}; {MIN_MATTERING} and {MIN_IDLE} are needed", "Add what is missing."
    verdict = _graded(kata, "brief_stub.py", kata.brief_stub)
    yield from _unfinished(file_of(kata, "brief_stub.txt"), verdict)


GRADED = ("exercise.py", "mistakes")
BRIEF = "brief"
PARTS: dict[str, tuple[AuthorCheck, tuple[str, ...], str]] = {
    "stub": (_stub, (*GRADED, "stub.txt"), "is unfinished when it is graded, with no finding"),
    "solution": (_solution, (*GRADED, SOLUTION), "passes without advice"),
    "formula": (_formula, GRADED[::-1], "passes without advice"),
    "data": (_data, GRADED[:1], "has an answer on every case, and every extra case belongs to a check"),
    "catalogue": (_catalogue, GRADED, "every entry is complete, and every edit changes what comes out"),
    "statement": (_statement, ("statement.txt",), "is there"),
    "hints": (
        _hints, ("exercise.py", "beginnings.py"),
        "there are three texts for every step that has to be written",
    ),
    "rubric": (
        _rubric, ("exercise.py", "questions.toml", "rubric.py"), "its topics are those of the questions",
    ),
    "questions": (_questions, ("questions.toml",), "are complete, and enough"),
    BRIEF: (
        _brief, (*GRADED, STATEMENT),
        "states the task in two sentences, with questions that matter and others",
    ),
}  # fmt: skip
"""For each part of an exercise: its check, the files that the check reads (the checked one comes last), and
what to say if nothing is wrong."""
