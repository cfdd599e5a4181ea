"""Blame the line that overwrites a setting of the constructor, not the right lines that read it."""

from dataclasses import replace

from ..asking.learner import Learner
from ..diagnosis import Named
from ..source.attributes import overwritten, reads_attribute
from .edges import goes_right_at_first
from .wrong_setting import of_settings


def at_their_cause(learner: Learner, found: list[Named]) -> list[Named]:
    """The findings; a setting that has no effect because it is overwritten is reported where that happens."""
    entries = of_settings(learner.exercise)
    lines = overwritten(learner.outline) if found and entries else {}
    return [_at_its_cause(learner, named, lines, entries[0].known_as) if lines else named for named in found]


def _at_its_cause(learner: Learner, named: Named, lines: dict[str, int], mistake: str) -> Named:
    outline = learner.outline
    name = next((name for name in lines if reads_attribute(outline, named.line, name)), None)
    if name is None or not (named.mistake == mistake or _later(learner, named)):
        return named
    function = outline.function_at(lines[name])
    where = f"{function.name} overwrites" if function else "the file overwrites"
    return replace(named, mistake=mistake, line=lines[name], seen=f"{where} self.{name}: {named.seen}")


def _later(learner: Learner, named: Named) -> bool:
    """Whether a finding says only that a method gives wrong values in later calls."""
    method = learner.exercise.method_of(named.step)
    if method is None or learner.trains(method.name) or named.mistake != method.wrong_value:
        return False
    return goes_right_at_first(learner, method)
