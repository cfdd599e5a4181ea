"""The debrief of an interview as data: what was observed of each thing that interviewers look for.

Nothing is added up to a mark: how somebody is judged by a person does not follow from a journal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .appointment import DEBRIEFED, SECOND_ACT, STARTED
from .attempts import Attempt
from .bests import Bests, Row, bests, compared
from .briefs import Asking, Brief, asked_in, asking
from .interview import Standing
from .journal import Record
from .questions import Question
from .quiz import Answer, answers
from .runs import Named, Run, run_in
from .stretches import LAID_OUT


@dataclass(frozen=True)
class Criterion:
    """Something that interviewers look for."""

    topic: str  # of the questions about it
    title: str  # what it is
    steps: tuple[str, ...] = ()  # those of the exercise in which it shows; none where only the answers tell


def rubric(found: object) -> tuple[Criterion, ...]:
    """The rubric of an exercise, checked.

    Raises:
        TypeError: if it is not.
    """
    if not (isinstance(found, tuple) and all(isinstance(one, Criterion) for one in found)):
        raise TypeError("RUBRIC is not a tuple of Criterion (a tuple of one ends with a comma)")
    return found


@dataclass(frozen=True)
class Step:
    """What was observed of one step."""

    name: str  # of the step
    tries: int  # versions of the code in which it was judged, up to its first pass; 0: it was never begun
    at: float | None  # seconds from the beginning to its first pass; none where it did not pass
    hints: int  # rungs that were shown on it


@dataclass(frozen=True)
class Answered:
    """An answer to a follow-up question."""

    question: str  # its text
    right: bool  # whether the choice was right, or no point was missing
    said: str = ""  # the choice, or what was typed; may be empty
    answer: str = ""  # the right choice
    is_open: bool = False  # whether it was given without choices, and rated


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
class Polish:
    """The work after the pass: how many versions more, and whether the last one still passes."""

    versions: int
    passes: bool


@dataclass(frozen=True)
class Debrief:
    """All that there is to say."""

    standing: Standing  # how the interview stands; it has ended
    observed: tuple[Observed, ...]  # of each criterion, in the order of the rubric
    made: tuple[Made, ...]  # the mistakes, in the order in which they first came up
    rows: tuple[Row, ...]  # the steps beside the bests before it
    best: Bests  # the bests before it
    polish: Polish | None = None  # the work after the pass; none where there was none
    advice: tuple[Named, ...] = ()  # on the last version that was graded in the interview
    # what was asked about the task and what was not, where it was stated in brief; else none
    asking: Asking | None = None

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
    brief: Brief | None = None,
) -> Debrief:
    """What was observed."""
    records = tuple(records)
    best = bests(standing.earlier, steps)
    runs = _runs(standing, records)
    given = answers(record for record in records if record.facts.get("interview") == standing.id)
    known = {question.id: question for question in questions}
    by_topic: dict[str, list[Answered]] = {}
    for answer in given:
        if question := known.get(answer.question):
            by_topic.setdefault(question.topic, []).append(_answered(question, answer))
    return Debrief(
        standing=standing,
        observed=tuple(
            _observed(standing.attempt, criterion, by_topic)
            for criterion in _looked_for(rubric, standing.attempt, by_topic)
        ),
        made=_made(standing.attempt),
        rows=compared(standing.attempt, best, steps),
        best=best,
        polish=_polish(runs),
        advice=runs[-1].advice if runs else (),
        asking=asking(brief, asked_in(records, standing.id)) if brief and standing.is_brief else None,
    )


def _runs(standing: Standing, records: Sequence[Record]) -> tuple[Run, ...]:
    """The gradings from the start of an interview to its debrief, those after the pass included."""
    own = [
        (place, record.event)
        for place, record in enumerate(records)
        if record.facts.get("interview") == standing.id
    ]
    started = max((place for place, event in own if event == STARTED), default=len(records))
    ends = [place for place, event in own if event in (DEBRIEFED, SECOND_ACT) and place > started]
    ends += [place for place, record in enumerate(records) if record.event == LAID_OUT and place > started]
    return tuple(run for record in records[started : min(ends, default=None)] if (run := run_in(record)))


def _polish(runs: Sequence[Run]) -> Polish | None:
    passes = [place for place, run in enumerate(runs) if run.passed]
    digests = [run.digest for run in runs[passes[0] :]] if passes else []
    versions = sum(one != other for one, other in pairwise(digests))
    return Polish(versions, runs[-1].passed) if versions else None


def _answered(question: Question, answer: Answer) -> Answered:
    right = question.choices[question.right].text
    return Answered(question.text, answer.right, answer.choice, right, is_open=bool(answer.ratings))


def _looked_for(
    rubric: Iterable[Criterion], attempt: Attempt, by_topic: Mapping[str, object]
) -> Iterable[Criterion]:
    """What is looked for: where code was changed, only what has to do with that."""
    if not attempt.changes:
        return rubric
    changed = (replace(one, steps=tuple(s for s in one.steps if s in attempt.changes)) for one in rubric)
    return [criterion for criterion in changed if criterion.steps or criterion.topic in by_topic]


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
