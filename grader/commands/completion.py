"""`completion`: print the script that lets a shell complete the arguments of `kata`."""

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..kata import Kata, find_kata, kata_names
from ..submission import UsageError
from . import COMMANDS
from .shared import streams

PROGRAM, DEFAULT_COMMAND = "kata", "check"
FILES = "FILE"
"""The kind of value for which the shell offers files."""

Values = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Option:
    """One option."""

    names: tuple[str, ...]  # all of its names, like `-h` and `--help`
    text: str  # what it does
    takes: str = ""  # the kind of its value; empty if it takes none
    values: tuple[str, ...] = ()  # the possible values, if they can be listed


@dataclass(frozen=True)
class Command:
    """One command."""

    name: str  # as it is typed
    text: str  # what it does
    options: tuple[Option, ...]  # all its options
    words: tuple[str, ...] = ()  # the arguments that can follow it
    files: bool = False  # whether files can follow it


def run(args: Namespace) -> int:
    """Print the script for the named shell."""
    words: list[str] = args.words
    if len(words) != 1 or words[0] not in SHELLS:
        trouble = f"completion takes one SHELL, but {len(words)} were given"
        if not words:
            trouble = "completion needs the name of your SHELL"
        elif len(words) == 1:
            trouble = f"There is no completion for {words[0]!r}"
        raise UsageError(f"{trouble}. Name one of: {', '.join(SHELLS)}.")
    streams.write(SHELLS[words[0]](described(args.parser_of)))
    return 0


def described(parser_of: Callable[[str], ArgumentParser]) -> tuple[Command, ...]:
    """Every command with its options and the values that they take."""
    values = _values()
    found = []
    for name, (what, text) in COMMANDS.items():
        kind = what.strip("[].")
        given = tuple(_option(a, values) for a in parser_of(name)._actions if a.option_strings)
        files = kind in (FILES, "PATH")
        words = values["EXERCISE"] if kind == FILES else values.get(kind, ())
        found.append(Command(name, text, given, words, files))
    return tuple(found)


def _option(action: Action, values: Values) -> Option:
    metavar = action.metavar[0] if isinstance(action.metavar, tuple) else action.metavar
    takes = "" if action.nargs == 0 else metavar or "VALUE"
    listed = tuple(map(str, action.choices or values.get(takes, ())))
    return Option(tuple(action.option_strings), action.help or "", takes, listed)


def _values() -> Values:
    """The possible values of each placeholder in the help (STEP, MISTAKE...), over all exercises."""
    from ..engine.compare.with_reference import compared_names
    from ..practice.quiz import topics

    katas = []
    for name in kata_names():
        with suppress(UsageError):  # an exercise that is still being written; `list` says what it lacks
            katas.append(find_kata(name))

    def of_all(listed: Callable[[Kata], Iterable[str]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for kata in katas for value in listed(kata)))

    exercises = tuple(kata.name for kata in katas)
    return {
        "NAME": exercises,
        "EXERCISE": exercises,
        "STEP": of_all(lambda kata: kata.steps),
        "MISTAKE": of_all(lambda kata: kata.catalogue),
        "METHOD": of_all(lambda kata: compared_names(kata.declaration).values()),
        "TOPIC": of_all(lambda kata: [topic.replace(" ", "-") for topic in topics(kata.questions)]),
        "SHELL": tuple(SHELLS),
    }


def bash(commands: tuple[Command, ...]) -> str:
    """The script for bash."""
    values, words = [], []
    for command in commands:
        for option in command.options:
            if option.takes:
                does = "files=yes" if option.takes == FILES else f"words='{' '.join(option.values)}'"
                values.append(f"        {_cases(command, option, '|')}) {does} ;;")
        taken = " ".join(name for option in command.options for name in option.names)
        files = " files=yes" if command.files else ""
        words.append(f"        {command.name}:-*) words='{taken}' ;;")
        words.append(f"        {command.name}:*) words='{' '.join(command.words)}'{files} ;;")
    names = [command.name for command in commands]
    return _script(
        "bash", names="|".join(names), commands=" ".join(names), values="\n".join(values),
        words="\n".join(words),
    )  # fmt: skip


def zsh(commands: tuple[Command, ...]) -> str:
    """The script for zsh."""
    values, options, words = [], [], []
    for command in commands:
        for option in command.options:
            if option.takes:
                does = "_files" if option.takes == FILES else f"compadd -- {' '.join(option.values)}"
                values.append(f"        ({_cases(command, option, '|')}) {does}; return ;;")
        descriptions = " ".join(_described(n, o.text) for o in command.options for n in o.names)
        options.append(f"        ({command.name}) options=({descriptions}) ;;")
        files = "; _files" if command.files else ""
        words.append(f"        ({command.name}) compadd -- {' '.join(command.words)}{files} ;;")
    return _script(
        "zsh", names="|".join(command.name for command in commands),
        commands=" ".join(_described(command.name, command.text) for command in commands),
        values="\n".join(values), options="\n".join(options), words="\n".join(words),
    )  # fmt: skip


def fish(commands: tuple[Command, ...]) -> str:
    """The script for fish."""
    rows = []
    for command in commands:
        rows.append(f"complete -c {PROGRAM} -n __kata_first -a {command.name} -d {_quoted(command.text)}")
    for command in commands:
        start = f"complete -c {PROGRAM} -n '__kata_is {command.name}'"
        if command.words or command.files:
            listed = f" -a '{' '.join(command.words)}'" if command.words else ""
            rows.append(start + (" -F" if command.files else "") + listed)
        for option in command.options:
            long = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            takes = "" if not option.takes else " -r -F" if option.takes == FILES else " -x"
            listed = f" -a '{' '.join(option.values)}'" if option.values else ""
            rows.append(f"{start} {long}{takes}{listed} -d {_quoted(option.text)}")
    names = " ".join(command.name for command in commands)
    return _script("fish", names=names, rows="\n".join(rows))


def _script(shell: str, **parts: str) -> str:
    """The file `completion.SHELL`, with each `@name@` replaced by the part of that name."""
    text = Path(__file__).with_name(f"completion.{shell}").read_text(encoding="utf-8")
    for name, part in (parts | {"usual": DEFAULT_COMMAND}).items():
        text = text.replace(f"@{name}@", part)
    return text


def _cases(command: Command, option: Option, between: str) -> str:
    return between.join(f"{command.name}:{name}" for name in option.names)


def _described(name: str, text: str) -> str:
    return _quoted(f"{name}:{text}" if text else name)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "'\\''") + "'"


SHELLS: dict[str, Callable[[tuple[Command, ...]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
