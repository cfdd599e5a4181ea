"""The end of an interview: the last version graded, the follow-up questions, the debrief."""

import sys
from collections.abc import Collection
from random import Random
from typing import TYPE_CHECKING

from ..command_line import command
from ..practice import quiz
from ..practice.appointment import CHOSEN
from ..practice.debrief import debrief
from ..practice.interview import Standing
from ..practice.journal import JournalError
from ..practice.runs import digest
from ..report import debrief as screen
from ..report import interview, paint
from ..submission import UsageError
from . import consent, memory, output, standings, target

if TYPE_CHECKING:
    from ..kata import Kata
    from ..practice.practice import Practice
    from ..practice.questions import Question


def conclude(kata: "Kata", practice: "Practice", standing: Standing) -> int:
    """Do all that comes after the end, in order; the exit status.

    Interrupted anywhere, it goes on from there when the command is called again.
    """
    _grade_the_last(kata, practice, standing)
    _record(practice, practice.last_interview() or standing)
    if consent.at_a_terminal():
        _question(kata, practice, standing)
    last = practice.last_interview() or standing
    show_debrief(kata, practice, last)
    try:
        practice.record_debriefed(last.id)
    except JournalError as error:
        output.tell(str(error))
    return 0 if last.attempt.passed else 1


def show_debrief(kata: "Kata", practice: "Practice", standing: Standing) -> None:
    """Print the debrief of an interview that is over."""
    records = practice.past().records
    told = debrief(standing, records, practice.steps, kata.rubric, kata.questions, kata.brief)
    page = paint.page_for(sys.stdout)
    screen.debrief(page, kata.name, told, kata.catalogue, standings.all_listed(practice.clock))
    output.write(paint.painted(page, sys.stdout))


def _record(practice: "Practice", standing: Standing) -> None:
    """Write down that it ended, where that only followed from the rest."""
    if standing.how is None or standing.is_recorded:
        return
    try:
        practice.end_interview(standing.id, standing.how)
    except JournalError as error:
        output.tell(str(error))


def _grade_the_last(kata: "Kata", practice: "Practice", standing: Standing) -> None:
    """Judge what was saved and not graded any more when it ended."""
    attempt = standing.attempt
    if attempt.passed:
        return
    try:
        learners = target.read(kata, None)
    except UsageError:
        return
    if attempt.runs and attempt.runs[-1].digest == digest(learners.source):
        return
    from ..grading import grade

    memory.remember(practice, grade(kata, learners), learners, "interview")


def _question(kata: "Kata", practice: "Practice", standing: Standing) -> None:
    """Ask one question of each topic, or those of them that were not answered or put off before a stop."""
    from .prompts import terminal
    from .questions import ask

    records = practice.past().records
    own = [record for record in records if record.facts.get("interview") == standing.id]
    put_off = set(quiz.put_off(own))
    done = {answer.question for answer in quiz.answers(own)} | put_off
    questions = _chosen(kata, practice, standing, quiz.chosen(own), done)
    left = sum(question.id not in done for question in questions)
    if left:
        page = paint.page_for(sys.stdout)
        interview.before_the_questions(page, interview.ending(standing), left)
        output.write("\n" + paint.painted(page, sys.stdout))
    talk = ask(
        questions, terminal(), practice.journal, Random(), standing.id,
        done=done, put_off=put_off, is_open=standing.is_open,
    )  # fmt: skip
    try:
        for _ in talk:
            pass
    except KeyboardInterrupt:
        again = command(kata.name, "interview")
        output.tell(f"\nThere are questions left. To continue: {again}")
        raise
    output.write("\n")


def _chosen(
    kata: "Kata",
    practice: "Practice",
    standing: Standing,
    before: tuple[str, ...] | None,
    done: Collection[str],
) -> tuple["Question", ...]:
    """The questions of an interview: those chosen when they began, else one of each topic that is left."""
    known = {question.id: question for question in kata.questions}
    if before is not None:
        return tuple(known[name] for name in before if name in known)
    topics = {known[name].topic for name in done if name in known}
    left = [question for question in kata.questions if question.topic not in topics]
    given = quiz.answers(practice.past().records)
    found = quiz.first_of_each_topic(quiz.due(left, given, Random()))
    try:
        practice.record(CHOSEN, interview=standing.id, questions=[question.id for question in found])
    except JournalError as error:
        output.tell(str(error))
    return found
