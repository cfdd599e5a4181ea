"""Which questions are due, and what the answers come to; pure functions over the journal's records.

An answer in one's own words is rated point by point. Where no point is missing, it counts as a right choice.
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
    """What somebody chose or, without choices, said."""

    question: str  # the id of the question
    right: bool  # whether it was the right choice, or made every point at least partly
    choice: str  # its text, or what was typed
    # of what was said without choices: of each point 2 for yes, 1 for partly, 0 for no
    ratings: tuple[int, ...] = ()

    def facts(self) -> dict[str, Any]:
        """What a record of it holds."""
        facts = {"question": self.question, "right": self.right, "choice": self.choice}
        return facts | ({"ratings": list(self.ratings)} if self.ratings else {})


def rated(question: str, said: str, ratings: Sequence[int]) -> Answer:
    """An answer in one's own words, by the rating of each point."""
    return Answer(question, min(ratings) > 0, said, tuple(ratings))


def answers(records: Iterable[Record]) -> tuple[Answer, ...]:
    """The answers among the records, in the order of their writing.

    For those of one interview, hand in the records whose `interview` is its id.
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
    """The questions that were chosen for an interview, by id; none where they were not chosen yet."""
    lists = [record.facts.get("questions") for record in records if record.event == CHOSEN]
    return tuple(map(str, lists[-1])) if lists and isinstance(lists[-1], list) else None


def put_off(records: Iterable[Record]) -> tuple[str, ...]:
    """The questions that were passed over, by id."""
    return tuple(str(record.facts.get("question")) for record in records if record.event == PUT_OFF)


def due(questions: Iterable[Question], given: Iterable[Answer], random: Random) -> tuple[Question, ...]:
    """All the questions: those last answered wrong, those never asked, those last answered right.

    The first and the last are in the order of their last answers, the oldest first; those never asked are
    mixed, so that one topic does not come as a block.
    """
    last: dict[str, bool] = {}
    for answer in given:
        last.pop(answer.question, None)
        last[answer.question] = answer.right
    known = {question.id: question for question in questions}
    asked = {
        right: [known[key] for key in last if key in known and last[key] is right] for right in (False, True)
    }
    new = [question for key, question in known.items() if key not in last]
    random.shuffle(new)
    return (*asked[False], *new, *asked[True])


def first_of_each_topic(questions: Iterable[Question]) -> tuple[Question, ...]:
    """As many questions as there are topics: of what is due, a handful that touches on everything."""
    found: dict[str, Question] = {}
    for question in questions:
        found.setdefault(question.topic, question)
    return tuple(found.values())


def topics(questions: Iterable[Question]) -> tuple[str, ...]:
    """The topics, in the order in which they first come up."""
    return tuple(dict.fromkeys(question.topic for question in questions))


def by_topic(questions: Sequence[Question], given: Iterable[Answer]) -> dict[str, tuple[int, int]]:
    """How many answers were right, and how many there are, for each topic that has any."""
    topic_of = {question.id: question.topic for question in questions}
    found = dict.fromkeys(topics(questions), (0, 0))
    for answer in given:
        if topic := topic_of.get(answer.question):
            right, all_ = found[topic]
            found[topic] = (right + answer.right, all_ + 1)
    return {topic: score for topic, score in found.items() if score[1]}
