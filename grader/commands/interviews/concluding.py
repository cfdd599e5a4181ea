"""The end of an interview: grade the last version, ask the follow-up questions, show the debrief."""

from collections.abc import Collection, Iterable
from random import Random

from ...command_line import command
from ...grading import grade
from ...practice import quiz
from ...practice.appointment import CHOSEN, DEBRIEFED
from ...practice.debrief import debrief
from ...practice.journal import JournalError, Record
from ...practice.questions import Question
from ...practice.runs import digest
from ...report import debrief as screen
from ...report import interview
from ...submission import UsageError
from ..shared import asking, exercise_list, practice_records, streams, target
from .acts import Part, Parts

OF_SECOND_ACT = 2
"""The number of questions about the second act."""


def conclude(parts: Parts) -> int:
    """Do everything that follows the end; return the exit status, which is that of the first act.

    After an interruption, the next call continues from there.
    """
    for part in parts:
        _grade_the_last(part)
        _record_end(part.by_now())
    if asking.at_a_terminal():
        all(map(_question, parts))  # stops if the person quits
    parts = tuple(part.by_now() for part in parts)
    show_debrief(parts)
    try:
        for part in parts:
            part.practice.record(DEBRIEFED, interview=part.state.id)
    except JournalError as error:
        streams.tell(str(error))
    return 0 if parts[0].state.attempt.passed else 1


def show_debrief(parts: Parts) -> None:
    """Print the debrief of an interview that is over."""
    acts = [_told(part) for part in parts]
    exercises = exercise_list.all_exercises(parts[0].practice.clock)
    streams.show(lambda page: screen.debrief(page, acts, exercises))


def _told(part: Part) -> screen.ActDebrief:
    kata, practice, state = part.kata, part.practice, part.state
    steps = state.attempt.timed_steps(practice.steps)
    records = practice.past().records
    found = debrief(state, records, steps, kata.rubric, kata.questions, kata.brief)
    return screen.ActDebrief(kata.name, found, kata.catalogue)


def _record_end(part: Part) -> None:
    """Record the end of an interview if the journal only implies it so far."""
    if part.state.how is None or part.state.is_recorded:
        return
    try:
        part.practice.end_interview(part.state.id, part.state.how)
    except JournalError as error:
        streams.tell(str(error))


def _grade_the_last(part: Part) -> None:
    """Grade the file's last version if it was not graded before the interview ended."""
    attempt = part.state.attempt
    if attempt.passed:
        return
    try:
        learners = target.read(part.kata, None)
    except UsageError:
        return
    if not attempt.runs or attempt.runs[-1].digest != digest(learners.source):
        practice_records.remember(part.practice, grade(part.kata, learners), learners, "interview")


def _question(part: Part) -> bool:
    """Ask the interview's questions that were neither answered nor skipped; return whether none is left."""
    own, state = _own(part), part.state
    put_off, done = set(quiz.put_off(own)), _done(own)
    questions = _chosen(part, quiz.chosen(own), done)
    left = sum(question.id not in done for question in questions)
    if left:
        streams.write("\n")
        streams.show(lambda page: interview.before_the_questions(page, state, left))
    talk = asking.ask(
        questions, asking.terminal(), part.practice.journal, Random(), state.id,
        done=done, put_off=put_off, is_open=state.is_open,
    )  # fmt: skip
    try:
        for _ in talk:
            pass
    except KeyboardInterrupt:
        again = command(part.kata.name, "interview")
        streams.tell(f"\nThere are questions left. To continue: {again}")
        raise
    streams.write("\n")
    return {question.id for question in questions} <= _done(_own(part))


def _own(part: Part) -> list[Record]:
    """The records of the interview."""
    return [r for r in part.practice.past().records if r.facts.get("interview") == part.state.id]


def _done(own: Iterable[Record]) -> set[str]:
    """The ids of the questions that were answered or skipped."""
    return {answer.question for answer in quiz.answers(own)} | set(quiz.put_off(own))


def _chosen(part: Part, before: tuple[str, ...] | None, done: Collection[str]) -> tuple[Question, ...]:
    """The interview's questions: `before`, if chosen already, else one of each topic that is left."""
    kata, practice, state = part.kata, part.practice, part.state
    known = {question.id: question for question in kata.questions}
    if before is not None:
        return tuple(known[name] for name in before if name in known)
    topics = {known[name].topic for name in done if name in known}
    left = [question for question in kata.questions if question.topic not in topics]
    if state.attempt.changes:
        left = [question for question in left if question.twist]
    given = quiz.answers(practice.past().records)
    found = quiz.first_of_each_topic(quiz.due(left, given, Random()))
    found = found if state.first is None else found[: max(OF_SECOND_ACT - len(done), 0)]
    try:
        practice.record(CHOSEN, interview=state.id, questions=[question.id for question in found])
    except JournalError as error:
        streams.tell(str(error))
    return found
