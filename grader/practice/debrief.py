"""The debrief of an interview as data: observations on each thing that interviewers look for, what to study.

There is no overall score: a journal cannot tell how a person would judge the candidate.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Literal

from .appointment import DEBRIEFED, SECOND_ACT, STARTED
from .attempts import Attempt
from .bests import Bests, SplitRow, bests, compared
from .briefs import AskedPoints, Brief, asked_in, asking
from .interview import InterviewState
from .journal import Record
from .questions import Question
from .quiz import Answer, answers
from .runs import GradedRun, MistakeInStep, run_in
from .stretches import LAID_OUT

MAX_STUDY_TOPICS = 3

Reason = Literal["mistake", "wrong", "missed", "step", "advice", "again", "unasked"]


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
class CriterionEvidence:
    """The observations on one criterion."""

    criterion: Criterion
    answers: tuple[tuple[Question, Answer], ...]  # the questions on it that were answered


@dataclass(frozen=True)
class FoundMistake:
    """A mistake that was made: in how many code versions, and whether the last one is free of it."""

    mistake: str
    step: str
    versions: int
    fixed: bool


@dataclass(frozen=True)
class PolishedVersions:
    """The work after the pass: how many further versions, and whether the last one still passes."""

    versions: int
    passes: bool


@dataclass(frozen=True)
class Debrief:
    """The whole debrief."""

    state: InterviewState  # the state of the interview, which has ended
    observed: tuple[CriterionEvidence, ...]  # one for each criterion, in the order of the rubric
    made: tuple[FoundMistake, ...]  # the mistakes, in the order in which they first came up
    rows: tuple[SplitRow, ...]  # the steps compared with the bests before it
    best: Bests  # the bests before it
    polish: PolishedVersions | None = None  # the work after the pass; None if there was none
    advice: tuple[MistakeInStep, ...] = ()  # on the last version that was graded in the interview
    # what was asked about the task and what was not, if it was stated briefly; else None
    asking: AskedPoints | None = None

    @property
    def attempt(self) -> Attempt:
        """The attempt that the interview was."""
        return self.state.attempt

    @property
    def is_best(self) -> bool:
        """Whether it was a new personal best when it ended."""
        before = self.best.attempt
        counts = self.attempt.passed and self.attempt.is_timed
        return counts and (before is None or self.attempt.seconds < before.seconds)


def debrief(
    state: InterviewState,
    records: Iterable[Record],
    steps: Sequence[str],
    rubric: Iterable[Criterion],
    questions: Iterable[Question],
    brief: Brief | None = None,
) -> Debrief:
    """Build the debrief of an interview; `steps` are those that count as splits."""
    records = tuple(records)
    best = bests(state.earlier, steps)
    runs = _runs(state, records)
    own = (record for record in records if record.facts.get("interview") == state.id)
    known = {question.id: question for question in questions}
    given = [(known[answer.question], answer) for answer in answers(own) if answer.question in known]
    return Debrief(
        state=state,
        observed=tuple(
            CriterionEvidence(criterion, tuple(pair for pair in given if pair[0].topic == criterion.topic))
            for criterion in _looked_for(rubric, state.attempt, {question.topic for question, _ in given})
        ),
        made=_made(state.attempt),
        rows=compared(state.attempt, best, steps),
        best=best,
        polish=_polish(runs),
        advice=runs[-1].advice if runs else (),
        asking=asking(brief, asked_in(records, state.id)) if brief and state.is_brief else None,
    )


def _runs(state: InterviewState, records: Sequence[Record]) -> tuple[GradedRun, ...]:
    """The gradings from the start of an interview to its debrief, including those after the pass."""
    facts = [(record.facts.get("interview"), record.event) for record in records]
    own = [(place, event) for place, (name, event) in enumerate(facts) if name == state.id]
    started = max((place for place, event in own if event == STARTED), default=len(records))
    ends = [place for place, event in own if event in (DEBRIEFED, SECOND_ACT) and place > started]
    ends += [place for place, record in enumerate(records) if record.event == LAID_OUT and place > started]
    return tuple(run for record in records[started : min(ends, default=None)] if (run := run_in(record)))


def _polish(runs: Sequence[GradedRun]) -> PolishedVersions | None:
    passes = [place for place, run in enumerate(runs) if run.passed]
    digests = [run.digest for run in runs[passes[0] :]] if passes else []
    versions = sum(one != other for one, other in pairwise(digests))
    return PolishedVersions(versions, runs[-1].passed) if versions else None


def _looked_for(
    rubric: Iterable[Criterion], attempt: Attempt, topics: Collection[str]
) -> Iterable[Criterion]:
    """The criteria that apply: for a change of own code, only those about the change."""
    if not attempt.changes:
        return rubric
    changed = (replace(one, steps=tuple(s for s in one.steps if s in attempt.changes)) for one in rubric)
    return [criterion for criterion in changed if criterion.steps or criterion.topic in topics]


def _made(attempt: Attempt) -> tuple[FoundMistake, ...]:
    versions = dict(attempt.mistakes)
    first: dict[MistakeInStep, None] = {named: None for run in attempt.runs for named in run.mistakes}
    last = attempt.runs[-1].mistakes if attempt.runs else ()
    return tuple(FoundMistake(*named, versions[named], fixed=named not in last) for named in first)


@dataclass(frozen=True)
class StudyTopic:
    """One thing to study."""

    # a mistake that was made, a topic with a wrong choice or ("missed") a missing point, a step that did not
    # pass, advice, an attempt that was late or used help, or a topic without an answer
    why: Reason
    subject: str  # the id of the mistake or advice, the topic or the step; empty for "again"
    arguments: tuple[str, ...]  # the command that practises it, and its arguments


def study(debrief: Debrief) -> tuple[StudyTopic, ...]:
    """What to study next, the most important first; empty if there is nothing to improve."""
    first: list[StudyTopic] = []
    rest: list[StudyTopic] = []
    for found in _kinds(debrief):
        first += found[:1]
        rest += found[1:]
    return tuple(islice([*first, *rest], MAX_STUDY_TOPICS))


def _kinds(debrief: Debrief) -> Iterator[list[StudyTopic]]:
    """Everything to study, kind by kind, each kind with the most important first.

    Mistakes that are still there come first, then those with the most hints, then with the most versions.
    """
    helped = Counter(finding for finding, _, _ in debrief.attempt.rungs)
    made = sorted(debrief.made, key=lambda one: (one.fixed, -helped[one.mistake], -one.versions))
    yield [StudyTopic("mistake", one.mistake, ("explain", one.mistake)) for one in made]
    wrong = [one for one in debrief.observed if not all(answer.right for _, answer in one.answers)]
    yield [
        _topic("missed" if debrief.state.is_open else "wrong", one.criterion.topic, debrief) for one in wrong
    ]
    seen = {one.step for one in made}
    missing = [row.step for row in debrief.rows if row.sum is None and row.step not in seen]
    yield [StudyTopic("step", name, ("hint", name)) for name in missing[:1]]
    yield [StudyTopic("advice", name, ("explain", name)) for name in dict(debrief.advice)]
    attempt = debrief.attempt
    is_again = attempt.passed and (attempt.outcome == "late" or attempt.hints > 0 or attempt.solution_seen)
    yield [StudyTopic("again", "", ("interview",))] if is_again else []
    yield [_topic("unasked", one.criterion.topic, debrief) for one in debrief.observed if not one.answers]


def _topic(why: Reason, topic: str, debrief: Debrief) -> StudyTopic:
    how = ("--open",) if debrief.state.is_open else ()
    return StudyTopic(why, topic, ("quiz", *how, "--topic", topic.replace(" ", "-")))
