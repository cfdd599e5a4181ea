"""Calls in a row: whether an answer depends on anything but what the call was given, and w and b.

What is kept from one call to the next goes stale when the data change, even in the same array, when w and b
are assigned, and when another model is trained.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ...observation import Seen, Value
from . import requests
from .learner import PARTS, Learner
from .path import EASY_LR, LR, OTHER_LR, SMALL, Run, close_end, parameters
from .probes import Probe
from .requests import METHODS

FAR_EPOCHS = 4
WORDS = ("in a second call, with other data in the same arrays", "for earlier data, once w and b are others",
         "in a later call, with another number of samples")  # fmt: skip


@dataclass(frozen=True)
class Turn:
    """One call of several: words for it, the data and the state of the model, and what came of it."""

    words: str
    probe: Probe
    seen: Seen


@dataclass(frozen=True)
class Untouched:
    """Two models that nobody assigns anything: one is trained, then another is made and trained.

    Attributes:
        first, second: how each was trained; None where it does not start with w and b as documented.
        new: the second one as it was made.
        after: a call of `predict` on the first one at the end.
    """

    first: Run | None
    new: Seen
    second: Run | None
    after: Turn

    @property
    def starts_small(self) -> bool:
        """Whether the second one starts near zero, as far as it starts with numbers."""
        contents = [value.content for value in (self.new.w, self.new.b)]
        return all(c is None or float(np.max(np.abs(c), initial=0.0)) <= SMALL for c in contents)

    @property
    def kept(self) -> bool:
        """Whether w and b of the first one are at the end what training left."""
        probe = self.after.probe
        return close_end(self.after.seen, probe.w, probe.b, probe.d)

    @property
    def disturbed(self) -> bool:
        """Whether the first one is not left alone by what is done to the second."""
        known = self.first is not None and self.first.end is not None and self.after.seen.ended is None
        return known and self.starts_small and not self.kept

    @property
    def trained(self) -> Turn | None:
        """The call of `predict` on the first one, where there was one and its state is known."""
        called = self.after.seen.value is not None or self.after.seen.raised is not None
        return self.after if called and self.first is not None and self.kept else None


def turns(learner: Learner, method: str) -> list[Turn]:
    """The later calls of one method on one model."""
    return learner.keep(("turns", method), lambda: _turns(learner, method))  # type: ignore[no-any-return]


def _turns(learner: Learner, method: str) -> list[Turn]:
    first, other = learner.probes.tall, learner.probes.other
    here, there = {"w": first.w, "b": first.b}, {"w": other.w, "b": other.b}
    between = [name for name in PARTS if name != method and name in _ready(learner)]
    calls = [
        _call(method, first),
        _call(method, other) | {"into": 0},
        *(_call(name, other) for name in between),
        _call(method, first) | {"into": 0, "state": there},
    ]
    more = learner.probes.path
    calls.append(_call(method, more) | {"state": {"w": more.w, "b": more.b}})
    seen = learner.seen(method, requests.calls(first.d, calls, here))
    return [
        Turn(WORDS[0], replace(other, **here), seen[1]),  # type: ignore[arg-type]
        Turn(WORDS[1], replace(first, **there), seen[-2]),  # type: ignore[arg-type]
        Turn(WORDS[2], more, seen[-1]),
    ]


def _ready(learner: Learner) -> list[str]:
    return [name for name in learner.written() if name != "fit" and name not in learner.lost]


def _call(method: str, probe: Probe) -> dict[str, Any]:
    args = {
        "predict": [probe.X],
        "compute_loss": [probe.y_hat, probe.y],
        "compute_gradients": [probe.X, probe.y, probe.y_hat],
    }
    return {"method": method, "args": args[method], "names": METHODS[method]}


def _fit(probe: Probe, lr: float, epochs: int) -> dict[str, Any]:
    return {"method": "fit", "args": [probe.X, probe.y, lr, epochs]}


def other_data(learner: Learner, right: bool) -> list[Run]:
    """Later calls of `fit` on a model, with w and b assigned.

    One has other data in the same arrays and another rate, the next one another number of samples.
    """
    return learner.keep(("other data", right), lambda: _other_data(learner, right))  # type: ignore[no-any-return]


def _other_data(learner: Learner, right: bool) -> list[Run]:
    first, other, fewer = learner.probes.path, learner.probes.path_other, learner.probes.tall
    second = _fit(other, OTHER_LR, 2) | {"into": 0, "state": {"w": other.w, "b": other.b}}
    third = _fit(fewer, LR, 2) | {"state": {"w": fewer.w, "b": fewer.b}}
    state = {"w": first.w, "b": first.b}
    calls = [_fit(first, LR, 3), second, third]
    seen = learner.seen("fit", requests.calls(first.d, calls, state, right=right), right=right)
    return [Run(other, OTHER_LR, 2, seen[1]), Run(fewer, LR, 2, seen[2])]


def untouched(learner: Learner, right: bool) -> Untouched:
    """See the class."""
    return learner.keep(("untouched", right), lambda: _untouched(learner, right))  # type: ignore[no-any-return]


def _untouched(learner: Learner, right: bool) -> Untouched:
    far, near = learner.probes.far, learner.probes.path
    look = {"method": "", "args": []}
    last = look if right or "predict" not in _ready(learner) else _call("predict", near)
    calls = [
        look,
        _fit(far, EASY_LR, FAR_EPOCHS),
        look | {"model": 1},
        _fit(near, LR, 2) | {"model": 1},
        last,
    ]
    seen = learner.seen("fit", requests.calls(far.d, calls, {}, right=right), right=right)
    end = parameters(seen[1].w, seen[1].b, near.d) or (np.full(near.d, np.nan), np.nan)
    return Untouched(
        first=_run(far, EASY_LR, FAR_EPOCHS, seen[0], seen[1]),
        new=seen[2],
        second=_run(near, LR, 2, seen[2], seen[3]),
        after=Turn("once another model is trained", replace(near, w=end[0], b=end[1]), seen[4]),
    )


def _run(probe: Probe, lr: float, epochs: int, start: Seen, seen: Seen) -> Run | None:
    at = parameters(start.w, start.b, probe.d)
    if at is None or not _floats(start.w) or not np.isfinite(np.append(*at)).all():
        return None
    return Run(replace(probe, w=at[0], b=at[1]), lr, epochs, seen)


def _floats(w: Value) -> bool:
    return np.dtype(w.dtype).name in ("float32", "float64")
