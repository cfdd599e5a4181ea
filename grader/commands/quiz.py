"""`quiz`: ask the questions of an interviewer, first those that were last answered wrong."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from random import Random

from ..command_line import command
from ..practice import quiz
from ..practice.journal import Journal
from ..practice.questions import Question
from ..practice.quiz import by_topic, topics
from ..report.quiz import note, summary
from ..report.quiz import question as show_question
from ..submission import UsageError
from .shared import common_options, streams, target, typed_paths
from .shared.asking import ask, at_a_terminal, terminal

DEFAULT_COUNT = 10


def options(parser: ArgumentParser) -> None:
    """Add the options of `quiz`."""
    group = parser.add_argument_group("options of quiz")
    text = "only questions on this topic; part of its name is enough"
    group.add_argument("--topic", metavar="TOPIC", help=text)
    text = "without choices: say or type your answer, then rate it by a model answer"
    group.add_argument("--open", action="store_true", help=text)
    text = f"how many questions at most ({DEFAULT_COUNT} on a terminal, otherwise all)"
    group.add_argument("--count", type=common_options.count, metavar="N", help=text)


def run(args: Namespace) -> int:
    """Ask on a terminal; without one, print the questions, with their choices unless --open is given."""
    kata = target.exercise(args, "quiz")
    questions = _on_topic(kata.questions, args.topic)
    journal = Journal(typed_paths.journal_folder(kata.exercise_path), args.clock)
    random = Random()
    again = command(kata.name, "quiz", *(["--open"] if args.open else []))
    if not at_a_terminal():
        _print(questions[: args.count], random, again=again, is_open=args.open)
        return 0
    screen, past = terminal(), journal.read()
    if past.trouble:
        screen.show(note(screen.page(), past.trouble))
    due = quiz.due(questions, quiz.answers(past.records), random)[: args.count or DEFAULT_COUNT]
    given = []
    try:
        for answer in ask(due, screen, journal, random, is_open=args.open):
            given.append(answer)
    finally:  # even after an interruption
        screen.show(summary(screen.page(), by_topic(due, given), again))
    return 0


def _on_topic(questions: Sequence[Question], topic: str | None) -> Sequence[Question]:
    if topic is None:
        return questions
    wanted = " ".join(topic.lower().replace("-", " ").split())
    found = [name for name in topics(questions) if wanted and wanted in name]
    if len(found) != 1:
        which = "There is no topic" if not found else "More than one topic matches"
        raise UsageError(f"{which} {topic!r}. The topics are: {', '.join(topics(questions))}.")
    return [question for question in questions if question.topic == found[0]]


def _print(questions: Sequence[Question], random: Random, *, again: str, is_open: bool) -> None:
    page = streams.page()
    for number, question in enumerate(questions, 1):
        heading = f"Question {number} of {len(questions)}"
        show_question(page, heading, question.shuffled(random), is_open=is_open)
    page.blank()
    page.prose(
        f"run {again} in a terminal; it asks these questions, and explains each answer.", label="Next   "
    )
    streams.put(page)
