"""`completion`: print the script that lets a shell complete the arguments of `kata`."""

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from ..submission import UsageError
from . import COMMANDS
from .shared import streams

if TYPE_CHECKING:
    from ..kata import Kata
    from ..report.completion import Command, Option

SHELLS = ("bash", "zsh", "fish")
USUAL = "check"

Values = dict[str, tuple[str, ...]]


def run(asked: Namespace) -> int:
    """Print the script for the named shell."""
    words: list[str] = asked.words
    if len(words) != 1 or words[0] not in SHELLS:
        trouble = f"completion takes one SHELL, but {len(words)} were given"
        if not words:
            trouble = "completion needs the name of your SHELL"
        elif len(words) == 1:
            trouble = f"There is no completion for {words[0]!r}"
        raise UsageError(f"{trouble}. Name one of: {', '.join(SHELLS)}.")
    from ..report import completion

    streams.write(completion.SHELLS[words[0]](described(asked.parser_of), USUAL))
    return 0


def described(parser_of: Callable[[str], ArgumentParser]) -> "tuple[Command, ...]":
    """Every command with its options and the values that they take."""
    from ..report.completion import FILES, Command

    values = _values()
    found = []
    for name, (what, text) in COMMANDS.items():
        kind = what.strip("[].")
        given = tuple(_option(a, values) for a in parser_of(name)._actions if a.option_strings)
        files = kind in (FILES, "PATH")
        words = values["EXERCISE"] if kind == FILES else values.get(kind, ())
        found.append(Command(name, text, given, words, files))
    return tuple(found)


def _option(action: Action, values: Values) -> "Option":
    from ..report.completion import Option

    metavar = action.metavar[0] if isinstance(action.metavar, tuple) else action.metavar
    takes = "" if action.nargs == 0 else metavar or "VALUE"
    listed = tuple(map(str, action.choices or values.get(takes, ())))
    return Option(tuple(action.option_strings), action.help or "", takes, listed)


def _values() -> Values:
    """The possible values of each placeholder in the help (STEP, MISTAKE...), over all exercises."""
    from ..engine.compare import compared_names
    from ..kata import find_kata, kata_names
    from ..practice.quiz import topics

    katas = []
    for name in kata_names():
        with suppress(UsageError):  # an exercise that is still being written; `list` says what it lacks
            katas.append(find_kata(name))

    def of_all(listed: "Callable[[Kata], Iterable[str]]") -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for kata in katas for value in listed(kata)))

    exercises = tuple(kata.name for kata in katas)
    return {
        "NAME": exercises,
        "EXERCISE": exercises,
        "STEP": of_all(lambda kata: kata.steps),
        "MISTAKE": of_all(lambda kata: kata.catalogue),
        "METHOD": of_all(lambda kata: compared_names(kata.declaration).values()),
        "TOPIC": of_all(lambda kata: [topic.replace(" ", "-") for topic in topics(kata.questions)]),
        "SHELL": SHELLS,
    }
