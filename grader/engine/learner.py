"""The learner's class as the checks and the diagnosis see it: each question is asked once and kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..observation import MISSING, Raised, Seen, Value
from ..sandbox.client import Sandbox
from ..sandbox.limits import Ended
from . import answers
from .asking import PLAINEST, Asking
from .case import Case
from .diagnosis import Named
from .edge import Edge
from .exercise import Exercise, Parameter
from .outcomes import Blocked, Todo
from .requests import FOLLOW_EPOCHS, FOLLOW_LR, LOOK_ROWS, Request, Requests, drawn
from .signatures import Signatures
from .source.outline import Outline

ROWS = [(LOOK_ROWS, 3), (3 * LOOK_ROWS, 3)]


@dataclass(frozen=True)
class Start:
    """A freshly made model: its parameters by name, or what making it raised, or how it ended."""

    state: Mapping[str, Value]
    raised: Raised | None = None
    ended: Ended | None = None

    def parameter(self, name: str) -> Value:
        """One parameter; missing where there is none of that name."""
        return self.state.get(name, MISSING)

    @property
    def made(self) -> bool:
        """Whether there is a model."""
        return self.raised is None and self.ended is None


class Learner(Asking):
    """One submission, loaded; `facts` is what `sandbox.inspecting.members` told of it.

    `requests` are those of other learners on the same data; without them new ones are made.

    Attributes:
        promoted: the mistake of the constructor by which the methods are judged; see `promotion`.
    """

    def __init__(
        self,
        exercise: Exercise,
        sandbox: Sandbox,
        facts: dict[str, Any],
        seed: int,
        requests: Requests | None = None,
    ) -> None:
        super().__init__(exercise, sandbox, requests or drawn(exercise, seed))
        self.facts, self.seed = facts, seed
        self.signatures = Signatures(exercise, facts)
        self.outline = Outline(sandbox.request["source"], exercise)
        self.promoted: Named | None = None
        self._judged: set[str] = set()

    def new(self, d: int) -> tuple[Any, ...]:
        """What the constructor is given for a model of `d` features, with its defaults."""
        return (d,) if self.exercise.constructor else ()

    def start(self, d: int = 3) -> Start:
        """A model for `d` features, as its constructor leaves it."""
        return self.keep(("start", d), lambda: self._start(self.requests.new(*self.new(d))))  # type: ignore[no-any-return]

    def start_by_name(self) -> Start:
        """A model made with the arguments by their documented names."""
        return self.keep("start by name", lambda: self._start(self.requests.new_by_name()))  # type: ignore[no-any-return]

    def _start(self, request: Request) -> Start:
        answer = self.ask(request, "__init__")
        if isinstance(answer, Ended):
            return Start({}, ended=answer)
        if "raised" in answer:
            return Start({}, raised=Raised.of(answer["raised"]))
        return Start({name: Value.of(value) for name, value in answer["start"].items()})

    def unassignable(self) -> Raised | Ended | None:
        """What comes of giving a model other parameters; None where it takes them."""
        return self.keep("assigned", self._assign)  # type: ignore[no-any-return]

    def _assign(self) -> Raised | Ended | None:
        answer = self.ask(self.requests.assigned(), "__init__")
        if isinstance(answer, Ended):
            return answer
        return Raised.of(answer["raised"]) if "raised" in answer else None

    def on(self, method: str, case: Case, *, named: bool = False) -> Seen:
        """One call of a method, on a model in the state of the case."""
        right = self.leans(method)
        request = self.requests.on(method, case, named=named, right=right)
        key = (method, case.name, named)
        return self.keep(key, lambda: self.seen(method, request, right=right)[-1])  # type: ignore[no-any-return]

    def leans(self, method: str) -> bool:
        """Whether a method is judged with right ones in place of those that it may call: one is wrong."""
        uses = self.exercise.method(method).uses
        return bool(uses) and self.keep(("leans", method), lambda: self._leans(method, uses))

    def _leans(self, method: str, uses: Sequence[str]) -> bool:
        written, cases = self.written_of(uses), [self.cases["tall"], *self.cases.plain]
        wrong = [n for n in uses if n not in written or not all(self._gives_right(n, c) for c in cases)]
        if not wrong:
            return False
        self.put_under(wrong)
        tall = self.cases["tall"]
        own = self.seen(method, self.requests.on(method, tall))[-1]
        if not answers.is_right(self.exercise, self.exercise.method(method), own, tall):
            return True
        # What is right with its own and cannot be called with right ones takes answers of another form.
        return self.seen(method, self.requests.on(method, tall, right=True), right=True)[-1].raised is None

    def _gives_right(self, method: str, case: Case) -> bool:
        return answers.is_right(self.exercise, self.exercise.method(method), self.on(method, case), case)

    def at_edge(self, edge: Edge) -> Seen:
        """The call at an edge of the domain, with the warnings."""
        request = self.requests.at_edge(edge)
        return self.keep(("edge", edge.case.name, edge.method), lambda: self.seen(edge.method, request)[-1])  # type: ignore[no-any-return]

    def seen(self, method: str, request: Request, *, right: bool = False) -> list[Seen]:
        """What came of the several calls of one request, see `requests.calls`."""
        answer = self.ask(request, method, right=right)
        count = len(request["calls"])
        if isinstance(answer, Ended):
            return [Seen(ended=answer)] * count
        if "calls" not in answer:
            return [Seen(raised=Raised.of(answer["raised"]))] * count
        found = [Seen.of(record) for record in answer["calls"]]
        odd = self.keep("odd", self._odd) if request["state"] else []
        return [self._unwrapped(seen, odd) for seen in found] if odd else found

    def _unwrapped(self, seen: Seen, odd: list[Parameter]) -> Seen:
        """The call with parameters in the right shape where a new model has another: that is told once."""
        state = dict(seen.state)
        for p in odd:
            if p.name in state:
                state[p.name] = state[p.name].flat if p.is_vector else state[p.name].unwrapped
        return replace(seen, state=state)

    def _odd(self) -> list[Parameter]:
        return [p for p in self.exercise.state if self._is_odd(p)]

    def _is_odd(self, parameter: Parameter) -> bool:
        """Whether a new model has the right numbers in another shape."""
        start = self.start(3).parameter(parameter.name)
        if not parameter.is_vector:
            return start.kind != "number" and start.unwrapped.number is not None
        return start.flat.shape == (3,) != start.shape

    def fits(self, case: Case, *runs: tuple[float, int], right: bool = False) -> list[Seen]:
        """Calls of `fit` one after another on one model: a pair (lr, epochs) each."""
        request = self.requests.fits(case, runs, right=right)
        key = ("fit", case.name, runs, right)
        return self.keep(key, lambda: self.seen(self.training, request, right=right))  # type: ignore[no-any-return]

    def fit_by_name(self, case: Case, lr: float, epochs: int, *, right: bool) -> Seen:
        """The training with every argument by its documented name."""
        request = self.requests.fit_by_name(case, lr, epochs, right=right)
        key = ("fit by name", case.name, right)
        return self.keep(key, lambda: self.seen(self.training, request, right=right)[-1])  # type: ignore[no-any-return]

    # -- what is there

    def exists(self, method: str) -> bool:
        """Whether the class has the method or, where it does not, a model made by it."""
        methods = self.facts.get("methods")
        return methods is None or methods[method]["there"] or method in self.keep("own", self._own_to_models)

    def _own_to_models(self) -> list[str]:
        """The methods that a model has, whatever its class says."""
        if not self.start(3).made:
            return []
        request = self.requests.new(*self.new(3)) | {"has": list(self.exercise.takes)}
        answer = self.ask(request, "__init__")
        return [] if isinstance(answer, Ended) else list(answer.get("has", ()))

    def written(self) -> list[str]:
        """The methods that there are, and that are not still to do."""
        return self.written_of(self.exercise.takes)

    def written_of(self, names: Iterable[str]) -> list[str]:
        """Those of these methods that there are, and that are not still to do."""
        return [name for name in names if self.exists(name) and not self.is_todo(name)]

    def is_todo(self, method: str) -> bool:
        """Whether the method is not written yet: bare, or its plainest call says so."""
        return self.keep(("todo", method), lambda: self._is_todo(method))  # type: ignore[no-any-return]

    def _is_todo(self, method: str) -> bool:
        if self.facts.get("methods", {}).get(method, {}).get("bare"):
            return True
        if not self.start(3).made or method in self.lost:
            return False
        seen = self._plainest_fit() if self.trains(method) else self.on(method, self.cases["tall"])
        return seen.raised is not None and "NotImplementedError" in seen.raised.ancestry

    def _plainest_fit(self) -> Seen:
        """`fit`, with right parts put under it where its own raise NotImplementedError."""
        path = self.cases["path"]
        seen = self.fits(path, PLAINEST)[0]
        stuck = seen.raised is not None and "NotImplementedError" in seen.raised.ancestry
        parts = self.collaborators
        missing = [name for name in parts if name in self.lost or not self.exists(name) or self.is_todo(name)]
        if (stuck and missing) or any(name in self.lost for name in parts):
            self.put_under(missing)
            seen = self.fits(path, PLAINEST, right=True)[0]
        return seen

    def parameters_missing(self) -> bool:
        """Whether a new model lacks a parameter that it must have."""
        start = self.start(3)
        kinds = [start.parameter(name).kind for name in self.exercise.parameters]
        return self.exercise.starts and any(kind in ("missing", "none") for kind in kinds)

    def goes_by_other_names(self, method: str) -> bool:
        """Whether a method goes by what another one has stored, which has not set all of the state."""
        needs, case = self.exercise.method(method).needs, self.cases["tall"]
        before = self.on(needs, case) if needs else None
        if before is None or before.value is None:
            return False
        if not any(before.state[n].kind in ("missing", "none") for n in self.exercise.parameters):
            return False
        cases = (case, case.at("tall, elsewhere", *(2 * value for value in case.start)))
        one, other = (value.content if (value := self.on(method, at).value) else None for at in cases)
        alike = one is not None and other is not None and one.shape == other.shape
        return alike and bool((one == other).all())  # type: ignore[union-attr]

    def wanted(self, method: str) -> None:
        """Raise Todo or Blocked where there is nothing in `method` to judge."""
        if method not in self._judged:  # each check of it asks
            self._demand(method)
            self._judged.add(method)

    def _demand(self, method: str) -> None:
        if not self.exists(method):
            raise Todo(f"{method} is not written yet")
        if not self.start(3).made:
            raise Blocked(f"no model can be created: see step {self.exercise.steps[0]}")
        wanted, first = self.exercise.method(method), self.exercise.steps[0]
        names = self.exercise.parameters
        if wanted.reads_state and self.parameters_missing():
            raise Blocked(f"the model has no {' or no '.join(names)}: see step {first}")
        if not (wanted.sets and not self.exercise.starts) and self.unassignable() is not None:
            raise Blocked(f"{self.exercise.state_words} cannot be assigned from outside: see step {first}")
        if self.is_todo(method):
            raise Todo(f"{method} is not written yet")
        if self.goes_by_other_names(method):
            raise Blocked(f"{method} goes by other names than {self.exercise.state_words}: see step {first}")

    # -- looking on

    def look(self, mode: str, method: str, sizes: list[tuple[int, int]], *, right: bool = False) -> Any:
        """A pass of another kind (counted, weighed, spied) at the given sizes (n, d)."""
        request = self.requests.look(mode, method, sizes, right=right)
        key = (mode, method, tuple(sizes), right)
        beside = self.looks_beside(mode)
        return self.keep(key, lambda: self.ask(request, method, right=right, aside=True, beside=beside))

    def looks_beside(self, mode: str) -> bool:
        """Whether a pass is the second worker's: the first one counts meanwhile."""
        return self.both_at_work and mode != "counted"

    def follow(
        self,
        method: str,
        case: Case,
        lr: float = FOLLOW_LR,
        epochs: int = FOLLOW_EPOCHS,
        *,
        right: bool = False,
    ) -> Any:
        """The values of every operation of one call; see `sandbox.trail`."""
        right = right or self.leans(method)
        request = self.requests.follow(method, case, lr, epochs, right=right)
        key = ("followed", method, case.name, lr, epochs, right)
        return self.keep(key, lambda: self.ask(request, method, right=right, aside=True))
