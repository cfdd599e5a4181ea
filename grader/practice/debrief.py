"""The debrief of an interview as data: observations on each thing that interviewers look for.

There is no overall score: a journal cannot tell how a person would judge the candidate.
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
    """One thing that interviewers look for."""

    topic: str  # the topic of the questions about it
    title: str  # what it is
    steps: tuple[str, ...] = ()  # the steps in which it shows; empty if only the answers show it


def rubric(found: object) -> tuple[Criterion, ...]:
    """Check the rubric of an exercise, and return it.

    Raises:
        TypeError: if it is not a tuple of `Criterion`.
    """
    if not (isinstance(found, tuple) and all(isinstance(one, Criterion) for one in found)):
        raise TypeError("RUBRIC is not a tuple of Criterion (a tuple of one ends with a comma)")
    return found


@dataclass(frozen=True)
class Step:
    """The observations on one step."""

    name: str  # of the step
    tries: int  # code versions in which it was judged, up to its first pass; 0 if it was never begun
    at: float | None  # seconds from the beginning to its first pass; None if it did not pass
    hints: int  # the number of rungs of hints shown for it


@dataclass(frozen=True)
class Answered:
    """An answer to a follow-up question."""

    question: str  # its text
    right: bool  # whether the choice was right, or no point was missing
    said: str = ""  # the choice, or what was typed; may be empty
    answer: str = ""  # the right choice
    is_open: bool = False  # whether it was given without choices and then rated


@dataclass(frozen=True)
class Observed:
    """The observations on one criterion."""

    criterion: Criterion
    steps: tuple[Step, ...]
    answers: tuple[Answered, ...]


@dataclass(frozen=True)
class Made:
    """A mistake that was made: in how many code versions, and whether the last one is free of it."""

    mistake: str
    step: str
    versions: int
    fixed: bool


@dataclass(frozen=True)
class Polish:
    """The work after the pass: how many further versions, and whether the last one still passes."""

    versions: int
    passes: bool


@dataclass(frozen=True)
class Debrief:
    """The whole debrief."""

    standing: Standing  # the state of the interview, which has ended
    observed: tuple[Observed, ...]  # one for each criterion, in the order of the rubric
    made: tuple[Made, ...]  # the mistakes, in the order in which they first came up
    rows: tuple[Row, ...]  # the steps compared with the bests before it
    best: Bests  # the bests before it
    polish: Polish | None = None  # the work after the pass; None if there was none
    advice: tuple[Named, ...] = ()  # on the last version that was graded in the interview
    # what was asked about the task and what was not, if it was stated briefly; else None
    asking: Asking | None = None

    @property
    def attempt(self) -> Attempt:
        """The attempt that the interview was."""
        return self.standing.attempt

    @property
    def is_best(self) -> bool:
        """Whether it was a new personal best when it ended."""
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
    """Build the debrief of an interview; `steps` are those that count as splits."""
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
    """The gradings from the start of an interview to its debrief, including those after the pass."""
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
    """The criteria that apply: for a change of own code, only those about the change."""
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
