"""The right code with slots in it; a mistake is an edit of some of the slots.

One text serves three times: the diagnosis runs it to know what numbers a mistake gives, the tests make
submissions of it, and `explain` shows it. An empty slot leaves its line out.
"""

from collections.abc import Mapping
from functools import cache
from textwrap import indent
from typing import Any

import numpy as np

LINES: dict[str, tuple[str, ...]] = {
    "__init__(self, n_features)": (
        "self.w = {initial_w}",
        "self.b = {initial_b}",
    ),
    "predict(self, X)": ("return {product}{bias}",),
    "compute_loss(self, y_hat, y)": (
        "residual = {loss_residual}",
        "each = {each}",
        "total = {total}{inner_half}",
        "return {loss_sign}{root}{half}",
    ),
    "compute_gradients(self, X, y, y_hat)": (
        "n, d = X.shape",
        "target = {target}",
        "error = {error}",
        "signal = {signal}",
        "dw = {dw_sign}{dw_factor} * ({dw_product}) / {dw_divisor}",
        "db = {db_sign}{db_factor} * ({db_sum}) / {db_divisor}",
        "{aside}",
        "return {returned}",
    ),
    "fit(self, X, y, lr=0.01, epochs=1000)": (
        "n, d = X.shape",
        "losses = []",
        "{start}",
        "{before}",
        "for epoch in range({epochs}):",
        "    {reset}",
        "    y_hat = {forward}",
        "    {record}",
        "    {unpacked} = {gradients}",
        "    {step_w}",
        "    {between}",
        "    {step_b}",
        "    {record_after}",
        "    {leave}",
        "{finish}",
        "return {result}",
    ),
}

RIGHT: dict[str, str] = {
    "initial_w": "np.zeros(n_features)",
    "initial_b": "0.0",
    "product": "X @ self.w",
    "bias": " + self.b",
    "loss_residual": "y_hat - y",
    "each": "residual ** 2",
    "total": "np.mean(each)",
    "inner_half": "",
    "loss_sign": "",
    "root": "total",
    "half": "",
    "target": "y_hat",
    "error": "target - y",
    "signal": "error",
    "dw_sign": "",
    "dw_factor": "2",
    "dw_product": "X.T @ signal",
    "dw_divisor": "n",
    "db_sign": "",
    "db_factor": "2",
    "db_sum": "np.sum(signal)",
    "db_divisor": "n",
    "aside": "",
    "returned": "dw, db",
    "start": "",
    "before": "",
    "epochs": "epochs",
    "reset": "",
    "forward": "self.predict(X)",
    "record": "losses.append(float(self.compute_loss(y_hat, y)))",
    "unpacked": "dw, db",
    "gradients": "self.compute_gradients(X, y, y_hat)",
    "step_w": "self.w = self.w {w_way} {w_rate} * dw",
    "w_way": "-",
    "w_rate": "lr",
    "between": "",
    "step_b": "self.b = self.b {b_way} {b_rate} * db",
    "b_way": "-",
    "b_rate": "lr",
    "record_after": "",
    "leave": "",
    "finish": "",
    "result": "losses",
}

Edits = Mapping[str, str]


def merged(*edits: Edits) -> Edits | None:
    """The edits together, or None where two of them want a slot to be different things."""
    together: dict[str, str] = {}
    for edit in edits:
        for slot, fragment in edit.items():
            if together.setdefault(slot, fragment) != fragment:
                return None
    return together


def lines_of(header: str, edits: Edits) -> list[str]:
    """The body of one method with the edits made."""
    slots = RIGHT | dict(edits)
    # A step's fragment has slots of its own, so filling in goes twice over.
    slots |= {name: slots[name].format_map(slots) for name in ("step_w", "step_b")}
    body: list[str] = []
    for template in LINES[header]:
        margin = template[: len(template) - len(template.lstrip())]
        text = template.strip().format_map(slots)
        body += indent(text, margin).splitlines() if text.strip() else []
    return body


def source(edits: Edits) -> str:
    """A whole submission with the edits made."""
    parts = ["import numpy as np\n\n\nclass LinearRegression:"]
    for header in LINES:
        body = indent("\n".join(lines_of(header, edits)), " " * 8)
        parts.append(f"    def {header}:\n{body}\n")
    return "\n".join(parts)


@cache
def _slots_of(header: str) -> frozenset[str]:
    text = "\n".join(LINES[header])
    found = {slot for slot in RIGHT if "{" + slot + "}" in text}
    return frozenset(found | ({"w_way", "w_rate", "b_way", "b_rate"} if "step_w" in found else set()))


@cache
def _function(header: str, own: frozenset[tuple[str, str]]) -> Any:
    namespace: dict[str, Any] = {"np": np}
    body = "\n".join(lines_of(header, dict(own)))
    exec(f"def {header}:\n" + indent(body, "    "), namespace)
    return namespace[header.partition("(")[0]]


HEADERS = {header.partition("(")[0]: header for header in LINES}


class Model:
    """The formula with some edits, as an object to call: the learner's class as the mistake makes it.

    Args:
        w: of shape (d,).
        b: one number.
        edits: what is wrong.
    """

    def __init__(self, w: Any, b: Any, edits: Edits) -> None:
        self.w, self.b = np.array(w, dtype=float), b
        self._edits = edits
        self._functions: dict[str, Any] = {}

    def _call(self, name: str, *args: Any) -> Any:
        if name not in self._functions:
            slots = _slots_of(HEADERS[name])
            own = frozenset((slot, text) for slot, text in self._edits.items() if slot in slots)
            self._functions[name] = _function(HEADERS[name], own)
        return self._functions[name](self, *args)

    def predict(self, X: Any) -> Any:
        """See the contract; wrong where an edit makes it so."""
        return self._call("predict", X)

    def compute_loss(self, y_hat: Any, y: Any) -> Any:
        """See the contract; wrong where an edit makes it so."""
        return self._call("compute_loss", y_hat, y)

    def compute_gradients(self, X: Any, y: Any, y_hat: Any) -> Any:
        """See the contract; wrong where an edit makes it so."""
        return self._call("compute_gradients", X, y, y_hat)

    def fit(self, X: Any, y: Any, lr: float, epochs: int) -> Any:
        """See the contract; wrong where an edit makes it so."""
        return self._call("fit", X, y, lr, epochs)


def wrong_lines(entry: Any) -> list[str]:
    """The lines that a catalogue entry's mistake makes other than they should be."""
    if not entry.edits:
        return []
    right = source({}).splitlines()
    return [line.strip() for line in source(entry.edits[0]).splitlines() if line not in right]
