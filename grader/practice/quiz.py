"""Which questions are due, and how the answers score; pure functions over the journal's records.

An answer without choices is rated point by point. If no point is missing, it counts as right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from .appointment import ANSWER, CHOSEN, PUT_OFF
from .journal import Record
from .questions import Question


@dataclass(frozen=True)
class Answer:
    """The answer that a person chose or, without choices, gave in their own words."""

    question: str  # the id of the question
    right: bool  # whether it was the right choice, or made every point at least partly
    choice: str  # the text of the choice, or what was typed
    # without choices, the rating of each point: 2 for yes, 1 for partly, 0 for no
    ratings: tuple[int, ...] = ()

    def facts(self) -> dict[str, Any]:
        """The facts of its journal record."""
        facts = {"question": self.question, "right": self.right, "choice": self.choice}
        return facts | ({"ratings": list(self.ratings)} if self.ratings else {})


def rated(question: str, said: str, ratings: Sequence[int]) -> Answer:
    """An answer without choices, from the rating of each point."""
    return Answer(question, min(ratings) > 0, said, tuple(ratings))


def answers(records: Iterable[Record]) -> tuple[Answer, ...]:
    """The answers among the records, in order.

    For the answers of one interview, pass only the records whose `interview` is its id.
    """
    return tuple(
        Answer(question, right, str(record.facts.get("choice", "")), _ratings(record.facts.get("ratings")))
        for record in records
        if record.event == ANSWER
        and isinstance(question := record.facts.get("question"), str)
        and isinstance(right := record.facts.get("right"), bool)
    )


def _ratings(held: Any) -> tuple[int, ...]:
    items = held if isinstance(held, list) else []
    return tuple(item for item in items if item in (0, 1, 2))


def chosen(records: Iterable[Record]) -> tuple[str, ...] | None:
    """The ids of the questions that were chosen for an interview; None if they were not chosen yet."""
    lists = [record.facts.get("questions") for record in records if record.event == CHOSEN]
    return tuple(map(str, lists[-1])) if lists and isinstance(lists[-1], list) else None


def put_off(records: Iterable[Record]) -> tuple[str, ...]:
    """The ids of the questions that were skipped."""
    return tuple(str(record.facts.get("question")) for record in records if record.event == PUT_OFF)


def due(questions: Iterable[Question], given: Iterable[Answer], random: Random) -> tuple[Question, ...]:
    """All the questions in the order to ask them: last answered wrong, never asked, last answered right.

    The first and the third group are sorted by their last answer, the oldest first; those never asked are
    shuffled, so that the questions of a topic do not come in a block.
    """
    last: dict[str, bool] = {}
    for answer in given:
        last.pop(answer.question, None)
        last[answer.question] = answer.right
    known = {question.id: question for question in questions}
    told = [key for key in last if key in known]
    asked = {right: [known[key] for key in told if last[key] is right] for right in (False, True)}
    new = [question for key, question in known.items() if key not in last]
    random.shuffle(new)
    return (*asked[False], *new, *asked[True])


def first_of_each_topic(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The first question of each topic: applied to the due questions, a few that cover everything."""
    found: dict[str, Question] = {}
    for question in questions:
        found.setdefault(question.topic, question)
    return tuple(found.values())


def topics(questions: Iterable[Question]) -> tuple[str, ...]:
    """The topics, in order of first appearance."""
    return tuple(dict.fromkeys(question.topic for question in questions))


def by_topic(questions: Sequence[Question], given: Iterable[Answer]) -> dict[str, tuple[int, int]]:
    """The number of right answers and of all answers, for each topic that has any."""
    topic_of = {question.id: question.topic for question in questions}
    found = dict.fromkeys(topics(questions), (0, 0))
    for answer in given:
        if topic := topic_of.get(answer.question):
            right, all_ = found[topic]
            found[topic] = (right + answer.right, all_ + 1)
    return {topic: score for topic, score in found.items() if score[1]}
