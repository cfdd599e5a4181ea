"""The right code of an exercise with slots in it; a mistake is an edit of some of the slots.

The edited code has three uses. The diagnosis runs it to compute the numbers of a mistake, the tests make
submissions from it, and `explain` shows it. A line with nothing but an empty slot is left out.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import indent
from types import CodeType, MethodType
from typing import Any

from ...sandbox.parsing import parsed

Edits = Mapping[str, str]
DEPTH = 3  # a slot's text may contain further slots


def merged(*edits: Edits) -> Edits | None:
    """All edits combined into one, or None if two of them fill a slot differently."""
    together: dict[str, str] = {}
    for edit in edits:
        for slot, fragment in edit.items():
            if together.setdefault(slot, fragment) != fragment:
                return None
    return together


@dataclass(frozen=True, eq=False)
class Formula:
    """The right code of one exercise."""

    class_name: str  # the class that the code defines
    lines: Mapping[str, tuple[str, ...]]  # the body of each method, by its header, with slots in braces
    right: Edits  # the right text of each slot

    @cached_property
    def headers(self) -> dict[str, str]:
        """The header of each method, by its name."""
        return {header.partition("(")[0]: header for header in self.lines}

    @cached_property
    def numbers(self) -> list[float]:
        """The distinct numbers in the right code, sorted; without the defaults of its parameters."""
        nodes = list(ast.walk(parsed(self.source({}))))
        bodies = [part for n in nodes if isinstance(n, ast.FunctionDef) for part in n.body]
        written = [n.value for part in bodies for n in ast.walk(part) if isinstance(n, ast.Constant)]
        return sorted({float(value) for value in written if isinstance(value, int | float)})

    @cached_property
    def _functions(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def _codes(self) -> dict[str, CodeType]:
        return {}

    @cached_property
    def slots(self) -> dict[str, frozenset[str]]:
        """The slots of each method, including those inside other slots."""
        return {name: self._slots_of("\n".join(self.lines[header])) for name, header in self.headers.items()}

    def _slots_of(self, text: str) -> frozenset[str]:
        own = {slot for slot in self.right if "{" + slot + "}" in text}
        return frozenset(own.union(*(self._slots_of(self.right[slot]) for slot in own)))

    def lines_of(self, name: str, edits: Edits) -> list[str]:
        """The body of one method with the edits applied."""
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
        """A whole submission with the edits applied."""
        parts = [f"import numpy as np\n\n\nclass {self.class_name}:"]
        for name, header in self.headers.items():
            body = indent("\n".join(self.lines_of(name, edits)), " " * 8)
            parts.append(f"    def {header}:\n{body}\n")
        return "\n".join(parts)

    def function(self, name: str, edits: Edits) -> Any:
        """One method with the edits applied, as a function of the model and the method's arguments."""
        own = frozenset((slot, text) for slot, text in edits.items() if slot in self.slots[name])
        if (name, own) not in self._functions:
            lines = self.lines_of(name, dict(own))
            made = self._line_by_line(name, lines) if own else None
            self._functions[name, own] = made or self._defined(name, lines)
        return self._functions[name, own]

    def _defined(self, name: str, lines: Sequence[str]) -> Any:
        import numpy as np

        namespace: dict[str, Any] = {"np": np}
        exec(f"def {self.headers[name]}:" + "".join(f"\n    {line}" for line in lines), namespace)
        return namespace[name]

    def _line_by_line(self, name: str, lines: Sequence[str]) -> Any:
        """The same, of lines that are compiled one by one; None unless each is a statement by itself.

        Thousands of edited methods have some hundred lines in all, and to compile is most of the work.
        """
        if any(line.startswith("return") for line in lines[:-1]):
            return None
        try:
            *codes, result = [self._compiled(line) for line in lines]
        except SyntaxError:
            return None
        if name not in self._functions:
            self._functions[name] = self._defined(name, ["return {**locals(), 'np': np}"])
        take = self._functions[name]

        def run(*args: Any, **named: Any) -> Any:
            scope = take(*args, **named)
            for code in codes:
                exec(code, scope)
            return eval(result, scope)

        return run

    def _compiled(self, line: str) -> CodeType:
        if line not in self._codes:
            text = line.removeprefix("return ")
            self._codes[line] = compile(text, "<string>", "exec" if text == line else "eval")
        return self._codes[line]

    def model(self, new: Sequence[Any], state: Mapping[str, Any], edits: Edits) -> "Model":
        """A model with the methods of the edited formula, made with the arguments `new`, in this state."""
        return Model(self, new, state, edits)


def _filled(text: str, slots: Mapping[str, str]) -> str:
    return text.format_map(slots) if "{" in text else text


class Model:
    """An object that behaves like the learner's class if it had the mistakes in `edits`."""

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
