"""Generate the completion scripts for bash, zsh and fish from a list of commands."""

from dataclasses import dataclass
from pathlib import Path

PROGRAM = "kata"
FILES = "FILE"
"""The kind of value for which the shell offers files."""


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


def bash(commands: tuple[Command, ...], usual: str) -> str:
    """The script for bash; `usual` is the default command, if none is typed."""
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
        "bash", usual=usual, names="|".join(names), commands=" ".join(names), values="\n".join(values),
        words="\n".join(words),
    )  # fmt: skip


def zsh(commands: tuple[Command, ...], usual: str) -> str:
    """The script for zsh."""
    values, options, words = [], [], []
    for command in commands:
        for option in command.options:
            if option.takes:
                does = "_files" if option.takes == FILES else f"compadd -- {' '.join(option.values)}"
                values.append(f"        ({_cases(command, option, '|')}) {does}; return ;;")
        told = " ".join(_described(name, option.text) for option in command.options for name in option.names)
        options.append(f"        ({command.name}) options=({told}) ;;")
        files = "; _files" if command.files else ""
        words.append(f"        ({command.name}) compadd -- {' '.join(command.words)}{files} ;;")
    return _script(
        "zsh", usual=usual, names="|".join(command.name for command in commands),
        commands=" ".join(_described(command.name, command.text) for command in commands),
        values="\n".join(values), options="\n".join(options), words="\n".join(words),
    )  # fmt: skip


def fish(commands: tuple[Command, ...], usual: str) -> str:
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
    return _script("fish", usual=usual, names=names, rows="\n".join(rows))


def _script(shell: str, **parts: str) -> str:
    """The file `completion.SHELL`, with each `@name@` replaced by the part of that name."""
    text = Path(__file__).with_name(f"completion.{shell}").read_text(encoding="utf-8")
    for name, part in parts.items():
        text = text.replace(f"@{name}@", part)
    return text


def _cases(command: Command, option: Option, between: str) -> str:
    return between.join(f"{command.name}:{name}" for name in option.names)


def _described(name: str, text: str) -> str:
    return _quoted(f"{name}:{text}" if text else name)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "'\\''") + "'"


SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}
