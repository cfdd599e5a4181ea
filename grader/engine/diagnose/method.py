"""Diagnose a method that does not train: recognise its mistakes by its answers and find their lines."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from ...catalogue import Mistake
from ...observation import Seen
from ..asking import answers
from ..asking.learner import Learner
from ..declaration.case import Case
from ..declaration.exercise import Method
from ..diagnosis import Named
from ..source.attributes import stand_ins
from ..source.causes import line_of_no_copy, line_of_whole_result
from . import without_formula
from .lines.blame import Blame
from .lines.telltales import evaluated
from .lines.trail import Caught, Trail, along, follow
from .method_words import off, told
from .multiples import OF_FACTOR, OF_LOGARITHM, multiple
from .recogniser import Observed, Recogniser, observe
from .signature import of_signature
from .swallowed import as_if_raised, with_cause


def diagnose(learner: Learner, method: Method) -> list[Named]:
    """Everything that is wrong with a method."""
    known = learner.exercise.catalogue().of_step(method.step)
    entries = tuple(e for e in known if e.id != method.changes_state)
    recogniser = Recogniser(learner, method, entries, lambda case: _own(learner, method, case))
    ended = next((o for o in recogniser.main if o.seen.ended is not None), None)
    if ended is not None:
        return [recogniser.plain_trouble(ended)]
    if wrong := of_signature(recogniser):
        return [wrong]
    side = _side_effects(learner, recogniser)
    if any(named.mistake == method.wrong_value for named in side):
        return side  # it is right at first
    if not recogniser.all_right():
        follows = method.sets and any(named.mistake == "mutates-input" for named in side)
        found = _wrong(learner, recogniser)
        return side + [named for named in found if not (follows and named.mistake == method.wrong_value)]
    if any(named.mistake == "mutates-input" for named in side):
        return side
    for words, observed in recogniser.others():
        if not recogniser.right(observed):
            entry = recogniser.explains_alone(observed) or without_formula.by_numbers(recogniser, observed)
            if entry is not None:
                return [*side, _shown(recogniser, entry, observed, words)]
            odd = recogniser.plain_trouble(observed, words)
            return [*side, replace(odd, line=_odd_line(learner, method, observed, odd, words))]
    return side


def _odd_line(learner: Learner, method: Method, observed: Observed, found: Named, words: str) -> int | None:
    """The line to blame for a method that goes wrong only in an unusual call."""
    outline = learner.outline
    if words.startswith(("in a second call", "in a later call")):
        return outline.line_of_keeping(method.name) or outline.line_of_kept(method.name) or found.line
    if observed.seen.value is None or not isinstance(observed.numbers, tuple):
        return found.line
    trail = follow(learner, method.name, observed.case)
    if found.mistake == "not-finite":
        return trail.first_not_finite(outline) or found.line
    return Blame(learner, method, observed, trail).line_of(None)


def _own(learner: Learner, method: Method, case: Case) -> dict[str, Any]:
    """The learner's own predictions, or what it finds in the data, which a wrong formula may use."""
    descent = learner.exercise.descent
    if descent is None:
        written = learner.written()
        setting = (m for m in learner.exercise.methods if m.sets and m is not method and m.name in written)
        return {m.name: _as_found(learner.on(m.name, case), m) for m in setting}
    if method.name == descent.forward or learner.leans(method.name):
        return {}
    value = learner.on(descent.forward, case).value
    if value is None or value.shape != (case.n,) or value.content is None:
        return {}
    content = value.content
    return {descent.forward: lambda model, X: content}


def _as_found(seen: Seen, method: Method) -> Callable[..., None]:
    """A method that sets the parameters that the learner's own did."""
    found = {name: seen.parameter(name).content for name in method.gives}

    def set_them(model: Any, *args: Any) -> None:
        vars(model).update({name: content for name, content in found.items() if content is not None})

    return set_them


def _side_effects(learner: Learner, recogniser: Recogniser) -> list[Named]:
    method, found = recogniser.method, []
    answered = [o for o in recogniser.main if o.seen.value is not None]
    if not answered:
        return []
    cases = [*learner.cases.plain, *learner.cases.further(method.name)]
    judged = (observe(learner, method, case) for case in cases if method.is_judged(method.step, case))
    every = [*answered, *(o for o in judged if o.seen.value is not None)]
    changing = next((o for o in every if o.seen.changed), None)
    if changing is not None:
        seen, changed_on = changing.seen, changing.case
        lines = follow(learner, method.name, changed_on).changes(seen.changed[0])
        words = f"{method.name} changed {' and '.join(seen.changed)} in place"
        line = lines[0] if lines else None
        line = line_of_no_copy(learner.outline, line) or line
        found.append(Named("mutates-input", method.step, line, words))
    keeps = method.changes_state or (method.reads_state and not method.sets and recogniser.all_right())
    told = keeps and learner.unkept() is None
    moving = (o for o in every if told and not answers.state_kept(o.seen, o.case))
    if (moved := next(moving, None)) is not None:
        trail = follow(learner, method.name, moved.case)
        events = [event for name in learner.exercise.parameters for event in trail.changed(name)]
        outline, training = learner.outline, learner.training
        both = partial(outline.is_in_a_helper_of_both, one=method.name, other=training)
        lines = [e.place if both(e.line) or outline.updates(e.line) else e.line for e in events]
        names = " and ".join(f"self.{name}" for name in answers.moved(moved.seen, moved.case))
        mistake, line = method.changes_state or method.wrong_value, lines[0] if lines else None
        found.append(Named(mistake, method.step, line, f"{method.name} changed {names}"))
    return found


def _wrong(learner: Learner, recogniser: Recogniser) -> list[Named]:
    method = recogniser.method
    observed = _plainest(recogniser)
    square = recogniser.main[min(2, len(recogniser.main) - 1)]
    place = observed if observed.seen.value is not None else square
    trail = follow(learner, method.name, place.case)
    blame = Blame(learner, method, place, trail)
    for entry in recogniser.entries:
        if (line := _proven(learner, entry, trail, place.case)) is not None:
            return _with_proof(recogniser, entry, line, place, blame)
    evidence = without_formula.by_exception(recogniser)
    if evidence is not None and observed.seen.raised is not None:
        return [_named(recogniser, evidence, observed, _raising(recogniser, observed))]
    entries = recogniser.explained()
    if not entries and (evidence := without_formula.by_numbers(recogniser, observed)) is not None:
        return [_shown(recogniser, evidence, observed)]
    raising = {e.id for e in entries if observed is not place and _raises(recogniser, e, observed.case)}
    found = [
        _named(
            recogniser, entry, observed if entry.id in raising else place,
            blame.line_of(entry, [e for e in entries if e is not entry]),
        )
        for entry in sorted(entries, key=lambda e: e.id not in raising)
    ]  # fmt: skip
    if not found and (hidden := as_if_raised(recogniser)):
        return _of_hidden(recogniser, *hidden, _plain(recogniser, observed, trail))
    return found or [_plain(recogniser, observed, trail), *_misshapen(recogniser, trail)]


def _of_hidden(recogniser: Recogniser, hidden: Recogniser, caught: Caught, plain: Named) -> list[Named]:
    """The findings for a method that catches its own exceptions: what they show, or else what they cause."""
    found = _wrong(recogniser.learner, hidden)
    if all(named.mistake == "raises" for named in found):
        return [with_cause(plain, recogniser.method.name, caught, found[0].line)]
    return found


def _raises(recogniser: Recogniser, entry: Mistake, case: Case) -> bool:
    """Whether the formula with this mistake raises an exception on a case."""
    exercise, method = recogniser.exercise, recogniser.method
    return any(isinstance(answers.computed(exercise, method, case, edit), str) for edit in entry.edits)


def _plainest(recogniser: Recogniser) -> Observed:
    """The first wrong answer, if possible one in which more than the last digits are wrong."""
    wrong = [observed for observed in recogniser.main if not recogniser.right(observed)]
    return min(wrong or recogniser.main, key=lambda o: not off(recogniser.right_numbers(o.case), o.numbers))


def _raising(recogniser: Recogniser, observed: Observed) -> int | None:
    """The line to blame for an exception in a call; None if it raises none."""
    learner, method, raised = recogniser.learner, recogniser.method, observed.seen.raised
    if raised is None or raised.line is None:
        return None
    return Blame(learner, method, observed, follow(learner, method.name, observed.case)).line_of(None)


def _named(recogniser: Recogniser, entry: Mistake, observed: Observed, line: int | None) -> Named:
    seen = "; ".join(filter(None, (told(recogniser, observed), entry.remark)))
    return Named(entry.known_as, recogniser.method.step, line, seen)


def _shown(recogniser: Recogniser, entry: Mistake, observed: Observed, words: str = "") -> Named:
    """The finding for a mistake that a predicate on the numbers shows, not a formula."""
    learner, method = recogniser.learner, recogniser.method
    trail = follow(learner, method.name, observed.case)
    line = without_formula.line_of_iteration(learner, trail) if entry.needs_repetition else None
    line = line or Blame(learner, method, observed, trail).line_of(entry)
    found = _named(recogniser, entry, observed, line)
    return replace(found, seen=f"{found.seen} ({words})") if words else found


def _proven(learner: Learner, entry: Mistake, trail: Trail, case: Case) -> int | None:
    """The line of a value that proves the mistake, or the line that passes its column to a helper."""
    values = [value for telltale in evaluated(entry.proving_values, case) for value in telltale.values]
    event = trail.event(lambda v: any(along(v, value, s) for value in values for s in (1.0, -1.0)))
    if event is None:
        return None
    before = [e for e in trail.until(event).events if e.value is not None]
    columns = [e.line for e in before if e.value is not None and e.value.shape == (case.n, 1)]
    within = learner.outline.function_at
    makers = [within(line) for line in columns]
    return next((at for at in event.stack[::-1] if within(at) in makers), event.line)


def _with_proof(
    recogniser: Recogniser, entry: Mistake, line: int, place: Observed, blame: Blame
) -> list[Named]:
    n, method = place.case.n, recogniser.method
    said = f"the residual has shape ({n}, {n}) for n={n}: every prediction is compared with every target"
    others = recogniser.explained()
    more = [e for e in others if e.known_as != entry.known_as] if len(others) > 1 else []
    found = [_named(recogniser, e, place, blame.line_of(e)) for e in more]
    return [Named(entry.known_as, method.step, line, said), *found]


def _misshapen(recogniser: Recogniser, trail: Trail) -> list[Named]:
    """What else is wrong with numbers in a wrong shape, such as (n, 1)."""
    flat = recogniser.flattened()
    if flat is None or flat.all_right():
        return []
    blame = Blame(recogniser.learner, recogniser.method, flat.main[0], trail)
    return [_named(flat, e, flat.main[0], blame.line_of(e)) for e in flat.explained()]


def _plain(recogniser: Recogniser, observed: Observed, trail: Trail) -> Named:
    found = recogniser.plain_trouble(observed)
    if observed.seen.value is None or not isinstance(observed.numbers, tuple):
        whole = line_of_whole_result(recogniser.learner.outline, recogniser.method.name)
        raising = _raising(recogniser, observed) if found.mistake == "raises" else None
        return replace(found, line=whole or raising or found.line)
    if found.mistake == "not-finite":
        line = trail.first_not_finite(recogniser.learner.outline)
        return replace(found, line=line or found.line)
    line = Blame(recogniser.learner, recogniser.method, observed, trail).line_of(None)
    if found.mistake == recogniser.method.wrong_value and _ignores_state(recogniser):
        return _with_what_it_reads(recogniser, replace(found, line=line))
    told_by_numbers = found.mistake == recogniser.method.wrong_value and not recogniser.method.accepts
    times = multiple(recogniser) if told_by_numbers else ""
    hint = OF_LOGARITHM if "np.log" in times else OF_FACTOR
    seen = f"{found.seen}; it is always {times}"
    return replace(found, line=line, seen=seen, hint=hint) if times else replace(found, line=line)


def _ignores_state(recogniser: Recogniser) -> bool:
    """Whether a method that should read every parameter answers the same for other values of them."""
    learner, method = recogniser.learner, recogniser.method
    reads = method.reads_state and not method.sets and not method.needs
    return reads and learner.ignores(method.name, [True] * len(learner.exercise.parameters))


def _with_what_it_reads(recogniser: Recogniser, named: Named) -> Named:
    """The finding of such an answer, with what the method reads instead, and what to do about it."""
    exercise, name = recogniser.exercise, recogniser.method.name
    _, instead = stand_ins(recogniser.learner.outline, "__init__")
    instead = instead if instead.startswith(f"; {name} ") else ""
    parameters = " and ".join(f"self.{one}" for one in exercise.parameters)
    hint = (
        f"{parameters} were assigned before the call, and {name} does not read them. Compute its result from"
        f" them, or make them properties that get and set what {name} reads."
    )
    seen = f"{named.seen}; {name} gives the same for every {exercise.state_words}{instead}"
    return replace(named, seen=seen, hint=hint)
