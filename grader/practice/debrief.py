"""The debrief of an interview: what was observed of all that interviewers look for; pure data.

Nothing is added up to a mark: how somebody is judged by a person does not follow from a journal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .attempts import Attempt
from .bests import Bests, Row, bests, compared
from .interview import Standing
from .journal import Record
from .questions import Question
from .quiz import answers
from .runs import Named


@dataclass(frozen=True)
class Criterion:
    """Something that interviewers look for.

    Attributes:
        topic: of the questions about it.
        title: what it is.
        steps: those of the exercise in which it shows; none where only the answers tell.
    """

    topic: str
    title: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """What was observed of one step.

    Attributes:
        name: of the step.
        tries: versions of the code in which it was judged, up to its first pass; 0: it was never begun.
        at: seconds from the beginning to its first pass; none where it did not pass.
        hints: rungs that were shown on it.
    """

    name: str
    tries: int
    at: float | None
    hints: int


@dataclass(frozen=True)
class Answered:
    """An answer to a follow-up question: the text of the question, and whether the choice was right."""

    question: str
    right: bool


@dataclass(frozen=True)
class Observed:
    """What was observed of one criterion."""

    criterion: Criterion
    steps: tuple[Step, ...]
    answers: tuple[Answered, ...]


@dataclass(frozen=True)
class Made:
    """A mistake on the way: in how many versions of the code, and whether the last one was without it."""

    mistake: str
    step: str
    versions: int
    fixed: bool


@dataclass(frozen=True)
class Debrief:
    """All that there is to say.

    Attributes:
        standing: how the interview stands; it has ended.
        observed: of each criterion, in the order of the rubric.
        made: the mistakes, in the order in which they first came up.
        rows: the steps beside the bests before it.
        best: the bests before it.
    """

    standing: Standing
    observed: tuple[Observed, ...]
    made: tuple[Made, ...]
    rows: tuple[Row, ...]
    best: Bests

    @property
    def attempt(self) -> Attempt:
        """The attempt that the interview was."""
        return self.standing.attempt

    @property
    def is_best(self) -> bool:
        """Whether it is a personal best, of those up to it."""
        before = self.best.attempt
        counts = self.attempt.passed and self.attempt.is_timed
        return counts and (before is None or self.attempt.seconds < before.seconds)


def debrief(
    standing: Standing,
    records: Iterable[Record],
    steps: Sequence[str],
    rubric: Iterable[Criterion],
    questions: Iterable[Question],
) -> Debrief:
    """What was observed.

    Args:
        standing: how the interview stands.
        records: of the exercise.
        steps: those that are the learner's to write, in order.
        rubric: what interviewers look for.
        questions: all that can be asked.
    """
    best = bests(standing.earlier, steps)
    given = answers(record for record in records if record.facts.get("interview") == standing.id)
    known = {question.id: question for question in questions}
    by_topic: dict[str, list[Answered]] = {}
    for answer in given:
        if question := known.get(answer.question):
            by_topic.setdefault(question.topic, []).append(Answered(question.text, answer.right))
    return Debrief(
        standing=standing,
        observed=tuple(_observed(standing.attempt, criterion, by_topic) for criterion in rubric),
        made=_made(standing.attempt),
        rows=compared(standing.attempt, best, steps),
        best=best,
    )


def _observed(attempt: Attempt, criterion: Criterion, given: Mapping[str, list[Answered]]) -> Observed:
    steps = tuple(_step(attempt, name) for name in criterion.steps)
    return Observed(criterion, steps, tuple(given.get(criterion.topic, ())))


def _step(attempt: Attempt, name: str) -> Step:
    split = attempt.split_of(name)
    hints = sum(step == name for _, step, _ in attempt.rungs)
    return Step(name, attempt.tries(name), split.sum if split is not None else None, hints)


def _made(attempt: Attempt) -> tuple[Made, ...]:
    versions = dict(attempt.mistakes)
    first: dict[Named, None] = {named: None for run in attempt.runs for named in run.mistakes}
    last = attempt.runs[-1].mistakes if attempt.runs else ()
    return tuple(Made(*named, versions[named], fixed=named not in last) for named in first)
