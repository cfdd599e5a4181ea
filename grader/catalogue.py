"""The catalogue of mistakes: one entry holds everything about one mistake.

A kata's entries are in its `mistakes` package, one module per step. To add a mistake, add an entry.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from .verdict import Severity

Edit = Mapping[str, str]
TUPLES = ("edits", "telltales", "proving_values", "proving_messages", "line_finders")


class CatalogueError(Exception):
    """An entry is incomplete or conflicts with another: a bug in the grader."""


@dataclass(frozen=True)
class Mistake:
    """One mistake: how to recognise it, and what to tell the learner."""

    id: str  # its name in the contract
    step: str  # the step that it belongs to; 'running' if it can occur in any step
    title: str  # what went wrong, in a few words
    question: str  # the first hint: a question that leads to the mistake
    explanation: str  # the second hint: the mistake in words
    corrected: str  # the third hint: the corrected expression
    # the wrong formula, as edits of the right one (`engine.declaration.formula`): each mapping is one
    # spelling, the most common one first. Empty if no formula describes the mistake. The text `<constant>` is
    # tried as each number that is written in the file.
    edits: tuple[Edit, ...] = ()
    # the edits that make the same mistake in other steps, by step
    edits_elsewhere: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    remark: str = ""  # said after what was seen if the edits explain it, in an entry that says little itself
    wrong_part: int | None = None  # index of the only wrong part of the answer; None if all parts are wrong
    # intermediate values that only code with this mistake computes; see `engine.diagnose.lines.telltales`
    telltales: tuple[str, ...] = ()
    # intermediate values; one of them proves the mistake, even if the result is right
    proving_values: tuple[str, ...] = ()
    # parts of an exception's message that prove it; {n}, {d} and {d1} in them stand for n, d and d + 1
    proving_messages: tuple[str, ...] = ()
    # if no formula describes it: returns True if the parts of an answer to a case show the mistake
    predicate: Callable[[Any, Sequence[Any]], bool] | None = None
    # True if `predicate` applies only to code that repeats the same work many times
    needs_repetition: bool = False
    severity: Severity = "error"  # advice never fails a submission
    alias: str = ""  # what the diagnosis calls it, if it recognises it by more than its formula
    # the finders of its line in a training, tried in this order (`engine.diagnose.training.lines.FINDERS`)
    line_finders: tuple[str, ...] = ()
    combinable: bool = True  # whether its edits may be combined unchanged with others' to explain a training
    scales_steps: bool = False  # whether it changes the size of the steps of a training
    reverses_steps: bool = False  # whether it reverses the direction of the steps of a training
    changes_history_length: bool = False  # whether it also gives the history a wrong length
    # whether its line is that of the condition that should exclude a value, if there is one
    guard: bool = False
    vague: bool = False  # whether it only says that something is wrong

    @property
    def hints(self) -> tuple[str, str, str]:
        """The three hints, from the vaguest to the code."""
        return self.question, self.explanation, self.corrected

    @property
    def known_as(self) -> str:
        """What the diagnosis calls it: its alias or, without one, its id."""
        return self.alias or self.id


class Catalogue(Mapping[str, Mistake]):
    """The entries of one kata by id, in the order of the contract; each is also found by its `known_as`.

    Raises:
        CatalogueError: if two entries share an id, one lacks a hint, or a comma is missing in one.
    """

    def __init__(self, entries: Iterable[Mistake]) -> None:
        by_id: dict[str, Mistake] = {}
        for entry in entries:
            if entry.id in by_id:
                raise CatalogueError(f"{entry.id}: there are two entries with this id")
            if not all(text.strip() for text in (entry.title, *entry.hints)):
                raise CatalogueError(f"{entry.id}: a hint is empty")
            for name in TUPLES:
                if not isinstance(getattr(entry, name), tuple):
                    raise CatalogueError(
                        f"{entry.id}: {name} is not a tuple (a tuple of one ends with a comma)"
                    )
            if not all(isinstance(edit, Mapping) for edit in entry.edits):
                raise CatalogueError(f"{entry.id}: an edit is not a mapping from a slot to its text")
            by_id[entry.id] = entry
        self._entries = MappingProxyType(by_id)
        self._by_name = {entry.known_as: entry for entry in by_id.values()} | by_id

    def __getitem__(self, key: str) -> Mistake:
        return self._by_name[key]

    def __iter__(self):  # type: ignore[no-untyped-def]  # the signature of Mapping
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def of_step(self, step: str) -> tuple[Mistake, ...]:
        """The mistakes that can occur in a step, each with its edits for that step."""
        return tuple(
            entry if entry.step == step else replace(entry, edits=entry.edits_elsewhere[step])
            for entry in self.values()
            if entry.step == step or step in entry.edits_elsewhere
        )
