"""The learner's class as the checks and the diagnosis see it. Every answer is cached."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from ...observation import Raised, Seen, Value
from ...sandbox.client import Sandbox
from ...sandbox.limits import Ended
from ..declaration.case import Case
from ..declaration.exercise import Edge, Exercise, Parameter
from ..diagnosis import Named
from ..source.evenness import Evenness
from ..source.outline import Outline
from . import answers
from .outcomes import Blocked, Todo
from .requests import FOLLOW_EPOCHS, FOLLOW_LR, LOOK_ROWS, Request, Requests, drawn, once
from .signatures import Signatures
from .workers import PLAINEST, Asking

Sizes = tuple[tuple[int, int], ...]
ROWS: Sizes = ((LOOK_ROWS, 3), (3 * LOOK_ROWS, 3))


class Learner(Asking):
    """One loaded submission; `facts` is what `sandbox.worker.inspecting.members` reported about it.

    `requests` may be shared with other learners on the same data; by default they are made from the seed.

    Attributes:
        promoted: the constructor's mistake that is treated as right when judging methods; see `promotion`.
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
        self.outline = Outline(sandbox.request["source"], exercise)
        self.promoted: Named | None = None
        self._judged: set[str] = set()

    def with_arguments_corrected(self) -> "Learner":
        """The same submission, but its training calls right methods, which ignore the arguments passed."""
        return Learner(self.exercise, self.corrected_sandbox(), self.facts, self.seed, self.requests)

    @cached_property
    def signatures(self) -> Signatures:
        """How the methods can be called."""
        return Signatures(self.exercise, self.facts)

    @cached_property
    def evenness(self) -> Evenness:
        """What the code shows by itself."""
        return Evenness(self.outline.nodes, self.exercise)

    def new(self, d: int) -> tuple[Any, ...]:
        """The constructor's arguments for a model with `d` features; the others keep their defaults."""
        return (d,) if self.exercise.constructor else ()

    @once
    def start(self, d: int = 3) -> Seen:
        """A new model for `d` features: its parameters, or what its constructor raised."""
        return self._start(self.requests.new(*self.new(d)))

    @once
    def start_by_name(self) -> Seen:
        """A new model, made with the arguments passed by their documented names."""
        return self._start(self.requests.new_by_name())

    @once
    def assigned(self) -> Seen:
        """A model right after its parameters are assigned, or what that raised."""
        return self._start(self.requests.assigned())

    def _start(self, request: Request) -> Seen:
        answer = self.answer(request, "__init__")
        if isinstance(answer, Ended):
            return Seen(ended=answer)
        last = answer["calls"][-1] if answer.get("calls") else answer
        if "raised" in last:
            return Seen(raised=Raised.of(last["raised"]))
        state = last["start"] if "start" in last else last["state"]
        return Seen(state={name: Value.of(value) for name, value in state.items()})

    def unassignable(self) -> Raised | Ended | None:
        """What assigning a model's parameters raises, or how it ends the worker; None if it works."""
        return self.assigned().ended or self.assigned().raised

    @once
    def unkept(self) -> tuple[str, Any, str] | None:
        """A parameter that does not read as it was assigned, what it reads, and words; None if all do."""
        return answers.misread(self.assigned(), self.cases["tall"])

    @once
    def on(self, method: str, case: Case, *, named: bool = False) -> Seen:
        """The outcome of one call of a method, on a model in the state of the case."""
        right = self.leans(method)
        return self.outcomes(method, self.requests.on(method, case, named=named, right=right), right)[-1]

    def outcomes(self, method: str, request: Request, right: bool = False) -> list[Seen]:
        """The outcome of every call of one of `requests`, which is asked once."""
        return self.keep(id(request), lambda: self.seen(method, request, right=right))

    @once
    def leans(self, method: str) -> bool:
        """Whether a method may call others that are wrong, so that it is judged with right ones instead."""
        uses = self.exercise.method(method).uses
        written, cases = self.written_of(uses), [self.cases["tall"], *self.cases.plain]
        wrong = [n for n in uses if n not in written or not all(self.gives_right(n, c) for c in cases)]
        if not wrong:
            return False
        self.put_under(wrong)
        tall = self.cases["tall"]
        own = self.seen(method, self.requests.on(method, tall))[-1]
        if not answers.is_right(self.exercise, self.exercise.method(method), own, tall):
            return True
        # It is right with the learner's own methods. If it raises with right ones, it needs answers of
        # another form.
        return self.seen(method, self.requests.on(method, tall, right=True), right=True)[-1].raised is None

    @once
    def gives_right(self, method: str, case: Case) -> bool:
        """Whether a method gives the right answer on a case."""
        return answers.is_right(self.exercise, self.exercise.method(method), self.on(method, case), case)

    def is_right_at_first(self, method: str) -> bool:
        """Whether a method is right in its plain calls, so that it goes wrong only in odd ones."""
        return all(self.gives_right(method, case) for case in self.cases.main(method))

    def at_edge(self, edge: Edge) -> Seen:
        """The outcome of the call at an edge of the domain, with the warnings."""
        return self.outcomes(edge.method, self.requests.at_edge(edge))[-1]

    def seen(self, method: str, request: Request, *, right: bool = False) -> list[Seen]:
        """The outcome of every call of one request, see `requests.calls`."""
        answer = self.ask(request, method, right=right)
        count = len(request["calls"])
        if isinstance(answer, Ended):
            return [Seen(ended=answer)] * count
        if "calls" not in answer:
            return [Seen(raised=Raised.of(answer["raised"]))] * count
        found = [Seen.of(record) for record in answer["calls"]]
        odd = self._odd() if request["state"] else []
        return [self._unwrapped(seen, odd) for seen in found] if odd else found

    def _unwrapped(self, seen: Seen, odd: list[Parameter]) -> Seen:
        """The outcome with the `odd` parameters reshaped: their wrong shape is already reported elsewhere."""
        state = dict(seen.state)
        for p in odd:
            if p.name in state:
                state[p.name] = state[p.name].flat if p.is_vector else state[p.name].unwrapped
        return replace(seen, state=state)

    @once
    def _odd(self) -> list[Parameter]:
        """The parameters that have the right number of entries, but a wrong shape, in a new model."""
        return [p for p in self.exercise.state if self._is_odd(p)]

    def _is_odd(self, parameter: Parameter) -> bool:
        """Whether a new model has this parameter with the right number of entries but a wrong shape."""
        start = self.start(3).parameter(parameter.name)
        if not parameter.is_vector:
            return start.kind != "number" and start.unwrapped.number is not None
        return start.flat.shape == (3,) != start.shape

    def fits(self, case: Case, *runs: tuple[float, int], right: bool = False) -> list[Seen]:
        """The outcomes of several calls of `fit` on one model, one for each pair (lr, epochs)."""
        return self.outcomes(self.training, self.requests.fits(case, runs, right=right), right)

    def fit_by_name(self, case: Case, lr: float, epochs: int, *, right: bool) -> Seen:
        """The outcome of one training with every argument passed by its documented name."""
        request = self.requests.fit_by_name(case, lr, epochs, right=right)
        return self.outcomes(self.training, request, right)[-1]

    # -- which methods and parameters exist

    def exists(self, method: str) -> bool:
        """Whether the class has the method or, if it does not, a model made by it."""
        methods = self.facts.get("methods")
        return methods is None or methods[method]["there"] or method in self._own_to_models()

    @once
    def _own_to_models(self) -> list[str]:
        """The methods that a model has, whether or not its class defines them."""
        if not self.start(3).made:
            return []
        request = self.requests.new(*self.new(3)) | {"has": list(self.exercise.takes)}
        answer = self.ask(request, "__init__")
        return [] if isinstance(answer, Ended) else list(answer.get("has", ()))

    @once
    def written(self) -> list[str]:
        """The methods that exist and are not still to do."""
        return self.written_of(self.exercise.takes)

    def written_of(self, names: Iterable[str]) -> list[str]:
        """Those of these methods that exist and are not still to do."""
        return [name for name in names if self.exists(name) and not self.is_todo(name)]

    @once
    def is_todo(self, method: str) -> bool:
        """Whether the method is not written yet: a stub, or a simple call raises NotImplementedError."""
        if self.facts.get("methods", {}).get(method, {}).get("bare"):
            return True
        if not self.start(3).made or method in self.lost:
            return False
        seen = self._plainest_fit() if self.trains(method) else self.on(method, self.cases["tall"])
        return seen.raised is not None and "NotImplementedError" in seen.raised.ancestry

    def _plainest_fit(self) -> Seen:
        """The simplest call of `fit`, with right methods under it if the learner's are missing or lost."""
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
        """Whether a new model lacks a parameter that it should have."""
        start = self.start(3)
        kinds = [start.parameter(name).kind for name in self.exercise.parameters]
        return self.exercise.starts and any(kind in ("missing", "none") for kind in kinds)

    def uses_other_names(self, method: str) -> bool:
        """Whether a method reads undocumented attributes, stored by the method that it `needs`.

        Then values assigned to the missing parameters make no difference.
        """
        needs = self.exercise.method(method).needs
        before = self.on(needs, self.cases["tall"]) if needs else None
        if before is None or before.value is None:
            return False
        gone = [before.state[name].kind in ("missing", "none") for name in self.exercise.parameters]
        return any(gone) and self.ignores(method, gone)

    def ignores(self, method: str, which: Sequence[bool]) -> bool:
        """Whether a method answers the same for other values of these parameters."""
        case = self.cases["tall"]
        elsewhere = ((1 - 3 * other) * value for other, value in zip(which, case.start, strict=True))
        cases = (case, case.at(f"tall, {which} elsewhere", *elsewhere))  # not the same signs
        one, other = (value.content if (value := self.on(method, at).value) else None for at in cases)
        alike = one is not None and other is not None and one.shape == other.shape
        return alike and bool((one == other).all())  # type: ignore[union-attr]

    def wanted(self, method: str) -> None:
        """Raise Todo or Blocked if `method` cannot be judged."""
        if method not in self._judged:  # every check of the method asks this
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
        assigned = not (wanted.sets and not self.exercise.starts)
        if assigned and self.unassignable() is not None:
            raise Blocked(f"{self.exercise.state_words} cannot be assigned from outside: see step {first}")
        if assigned and wanted.reads_state and (other := self.unkept()):
            raise Blocked(f"{other[0]} does not read as it was assigned: see step {first}")
        if self.is_todo(method):
            raise Todo(f"{method} is not written yet")
        if self.uses_other_names(method):
            raise Blocked(f"{method} uses other names than {self.exercise.state_words}: see step {first}")
        if wanted.needs and all(self.on(name, self.cases["tall"]).raised for name in (wanted.needs, method)):
            raise Blocked(f"{method} needs {wanted.needs}, which raises: see step {first}")

    def look(self, mode: str, method: str, sizes: Sizes, *, right: bool = False) -> Any:
        """The answer to measuring a method at the given sizes (n, d); `mode` is counted, weighed or spied."""
        request = self.requests.look(mode, method, sizes, right=right)
        return self.answer(request, method, right=right, aside=True)

    def follow(
        self, method: str, case: Case, lr: float = FOLLOW_LR, epochs: int = FOLLOW_EPOCHS,
        *, right: bool = False,
    ) -> Any:  # fmt: skip
        """The trace of one call, with the value of every operation; see `sandbox.trail`."""
        right = right or self.leans(method)
        request = self.requests.follow(method, case, lr, epochs, right=right)
        return self.answer(request, method, right=right, aside=True)
