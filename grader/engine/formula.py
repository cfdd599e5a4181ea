"""The right code with slots in it; a mistake is an edit of some of the slots.

One text serves three times: the diagnosis runs it to know what numbers a mistake gives, the tests make
submissions of it, and `explain` shows it. An empty slot leaves its line out.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import indent
from types import MethodType
from typing import Any

from ..sandbox.parsing import parsed

Edits = Mapping[str, str]
DEPTH = 3  # a slot's text may have slots of its own


def merged(*edits: Edits) -> Edits | None:
    """The edits together, or None where two of them want a slot to be different things."""
    together: dict[str, str] = {}
    for edit in edits:
        for slot, fragment in edit.items():
            if together.setdefault(slot, fragment) != fragment:
                return None
    return together


@dataclass(frozen=True, eq=False)
class Formula:
    """The right code of one exercise."""

    class_name: str  # of the class that it makes
    lines: Mapping[str, tuple[str, ...]]  # the body of each method, by its header, with slots in braces
    right: Edits  # what stands in each slot where nothing is wrong

    @cached_property
    def headers(self) -> dict[str, str]:
        """The header of each method, by its name."""
        return {header.partition("(")[0]: header for header in self.lines}

    @cached_property
    def numbers(self) -> list[float]:
        """The numbers that are written in the right code, each once."""
        written = [n.value for n in ast.walk(parsed(self.source({}))) if isinstance(n, ast.Constant)]
        return sorted({float(value) for value in written if isinstance(value, int | float)})

    @cached_property
    def _functions(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def slots(self) -> dict[str, frozenset[str]]:
        """The slots of each method, with those that stand in other slots."""
        return {name: self._slots_of("\n".join(self.lines[header])) for name, header in self.headers.items()}

    def _slots_of(self, text: str) -> frozenset[str]:
        own = {slot for slot in self.right if "{" + slot + "}" in text}
        return frozenset(own.union(*(self._slots_of(self.right[slot]) for slot in own)))

    def lines_of(self, name: str, edits: Edits) -> list[str]:
        """The body of one method with the edits made."""
        slots = {**self.right, **edits}
        body: list[str] = []
        for template in self.lines[self.headers[name]]:
            margin = template[: len(template) - len(template.lstrip())]
            text = template.strip()
            for _ in range(DEPTH + 1):
                text = _filled(text, slots)
            body += [margin + line for line in text.splitlines()] if text.strip() else []
        return body

    def source(self, edits: Edits) -> str:
        """A whole submission with the edits made."""
        parts = [f"import numpy as np\n\n\nclass {self.class_name}:"]
        for name, header in self.headers.items():
            body = indent("\n".join(self.lines_of(name, edits)), " " * 8)
            parts.append(f"    def {header}:\n{body}\n")
        return "\n".join(parts)

    def function(self, name: str, edits: Edits) -> Any:
        """One method with the edits made, as a function of the model and its arguments."""
        own = frozenset((slot, text) for slot, text in edits.items() if slot in self.slots[name])
        if (name, own) not in self._functions:
            from .plain_numpy import PLAIN

            namespace: dict[str, Any] = {"np": PLAIN}
            body = "".join(f"\n    {line}" for line in self.lines_of(name, dict(own)))
            exec(f"def {self.headers[name]}:{body}", namespace)
            self._functions[name, own] = namespace[name]
        return self._functions[name, own]

    def model(self, new: Sequence[Any], state: Mapping[str, Any], edits: Edits) -> "Model":
        """The formula with some edits as an object to call, in a state."""
        return Model(self, new, state, edits)


def _filled(text: str, slots: Mapping[str, str]) -> str:
    return text.format_map(slots) if "{" in text else text


class Model:
    """The learner's class as a mistake makes it."""

    def __init__(self, formula: Formula, new: Sequence[Any], state: Mapping[str, Any], edits: Edits) -> None:
        import numpy as np

        self._formula, self._edits, self.state = formula, edits, tuple(state)
        formula.function("__init__", edits)(self, *new)
        for name, value in state.items():
            setattr(self, name, np.array(value, dtype=float) if np.ndim(value) else value)

    def __getattr__(self, name: str) -> Any:
        if name not in self._formula.headers:
            raise AttributeError(name)
        function = self._formula.function(name, self._edits)
        return MethodType(function, self)
