"""Briefs: how they are read, and which of their questions were asked."""

from pathlib import Path

import pytest

from grader.practice.briefs import AskedPoints, Brief, Point, asked_in, asking, load
from grader.practice.tables import TableError

from ..helpers.stories import record

OPEN, OTHER, IDLE = (
    Point("open", "Open?", "Yes.", "It is."),
    Point("other", "Other?", "No.", "So."),
    Point("idle", "Idle?", "Yes."),
)
BRIEF = Brief("One. Two.", (OPEN, OTHER, IDLE))
QUESTION = '[[questions]]\nid = "a{n}"\nask = "?"\nanswer = "!"\n'
TEXT = 'text = "One.\\n  Two."\n'


def written(folder: Path, text: str, stub: str = "class A: ...\n") -> Path:
    """Write a brief and its stub into the folder, and return the folder."""
    (folder / "brief.toml").write_text(text, encoding="utf-8")
    (folder / "brief_stub.txt").write_text(stub, encoding="utf-8")
    return folder


def test_brief_is_read_with_line_breaks_as_spaces(tmp_path: Path) -> None:
    assert load(tmp_path) is None
    matters = 'matters = "It\\n does."\n'
    found = load(written(tmp_path, TEXT + QUESTION.format(n=1) + matters + QUESTION.format(n=2)))
    assert found == Brief("One. Two.", (Point("a1", "?", "!", "It does."), Point("a2", "?", "!")))


@pytest.mark.parametrize(
    ("text", "stub", "said"),
    [
        ("text = ", "x", "Invalid value"),
        (QUESTION.format(n=1), "x", "the brief: text is missing"),
        (TEXT, "x", "there are 0 questions, and 1 to 9 are possible"),
        (TEXT + "".join(QUESTION.format(n=n) for n in range(10)), "x", "there are 10 questions"),
        (TEXT + 2 * QUESTION.format(n=1), "x", "two questions have the same id"),
        (TEXT + QUESTION.replace("answer", "answers"), "x", "there is no key 'answers'"),
        (TEXT + '[[questions]]\nid = "a"\nask = "?"\n', "x", "question a: answer is missing"),
        (TEXT + QUESTION.format(n=1), "", "brief_stub.txt, which belongs to it, is missing or empty"),
    ],
)
def test_incomplete_brief_is_refused(tmp_path: Path, text: str, stub: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        load(written(tmp_path, text, stub))


def test_order_stays_in_one_interview() -> None:
    orders = {BRIEF.mixed(str(number)) for number in range(40)}
    assert BRIEF.mixed("a") == BRIEF.mixed("a")
    assert len(orders) == 6
    assert {frozenset(order) for order in orders} == {frozenset(BRIEF.points)}


def test_what_was_asked_in_one_interview() -> None:
    asked = [("a", "idle"), ("b", "other"), ("a", "open"), ("a", "idle"), ("a", "no more")]
    records = [record(n, "task-asked", interview=i, question=q) for n, (i, q) in enumerate(asked)]
    assert asked_in(records, "a") == ("idle", "open", "no more")
    assert asking(BRIEF, asked_in(records, "a")) == AskedPoints((OPEN,), (OTHER,), (IDLE,))
    assert asking(BRIEF, ()) == AskedPoints((), (OPEN, OTHER), ())
