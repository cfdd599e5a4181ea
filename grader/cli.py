"""Parse the command line, call one command, and return its exit status; nothing else is decided here.

Nothing heavy is imported before the command is known, because the learner waits for the start-up.
"""

import argparse
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

from . import __version__
from .command_line import DEFAULT, PROGRAM
from .commands import COMMANDS
from .commands.shared.streams import tell
from .practice.clock import Clock
from .submission import UsageError, is_disk_full

NOT_CALLED_RIGHT, BROKEN, INTERRUPTED = 2, 3, 130
DEFAULT_COMMAND = "check"
USAGE = f"{PROGRAM} [{DEFAULT_COMMAND}] [FILE | EXERCISE] [options]\n       {PROGRAM} COMMAND ... [--help]"
BEGINNING = ("batch", "edit", "fix", "interview", "list", "quiz", "reset", "watch")
"""Commands that use the libraries late or never, but must not start if one is missing."""
TWISTED = ("check", "watch", "compare", "hint", "explain", "quiz", "fix", "reset", "batch")
"""Commands that take a twist; `interview` has its own option, with or without a name."""
SCREENS = {"watch": "watch", "interview": "interviews.screen"}
"""The modules that list the keys of a command; imported only for its --help."""
EXIT_STATUS = "0 passed, 1 graded and not passed, 2 usage error, 3 the grader failed, 130 interrupted"


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises UsageError instead of exiting."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with a sentence on what is wrong and what to do next."""
        text = message.removeprefix("argument ").rstrip(".")
        raise UsageError(f"{text}. See {self.prog} --help.")

    def format_help(self) -> str:
        """The help, including the keys of a command that has any."""
        if screen := SCREENS.get(self.prog.rpartition(" ")[2]):
            keys = import_module(f".commands.{screen}", __package__).HELP
            rows = [_filled(f"  {key}  ", text) for key, text in keys.items()]
            return super().format_help() + "\n".join(["", "keys, on a terminal:", *rows, ""])
        return super().format_help()


def main(argv: list[str] | None = None, clock: Clock | None = None) -> int:
    """Run a command line (default: that of the process) and return the exit status."""
    try:
        return _call(sys.argv[1:] if argv is None else argv, clock)
    except UsageError as error:
        tell(str(error))
        return NOT_CALLED_RIGHT
    except KeyboardInterrupt as stop:
        tell(str(stop) or "Interrupted.")
        return INTERRUPTED


def _call(argv: list[str], clock: Clock | None) -> int:
    command, rest = (argv[0], argv[1:]) if argv and argv[0] in COMMANDS else (DEFAULT_COMMAND, argv)
    module = _module(command)
    args = _parse(rest, command, module)
    args.clock, args.parser_of = clock or Clock(), _parser_of
    if rest is argv:
        _drop_command(args.words, argv)
    try:
        if command in BEGINNING:
            _demand_libraries()
        status: int = module.run(args)
        return status
    except (UsageError, KeyboardInterrupt):
        raise
    except ImportError as error:
        _demand_libraries()
        _explain_failure(error)
        return BROKEN
    except BaseException as error:  # even a SystemExit(0) from a command must never look like a pass
        _explain_failure(error)
        return BROKEN


def _module(command: str) -> Any:
    try:
        return import_module(f".commands.{command}", __package__)
    except ImportError:
        _demand_libraries()
        raise


def _demand_libraries() -> None:
    """Raise UsageError if a library is not installed; the caller reports other failures as the grader's."""
    from .preflight import trouble_with_libraries

    if said := trouble_with_libraries():
        raise UsageError(said)


def _parse(argv: list[str], command: str, module: Any) -> argparse.Namespace:
    end = argv.index("--") if "--" in argv else len(argv)
    parser = _parser(command, module)
    args, unknown = parser.parse_known_intermixed_args(argv[:end])
    if unknown:
        raise UsageError(_no_such_option(unknown[0].partition("=")[0], parser, command))
    args.words += argv[end + 1 :]
    return args


def _drop_command(words: list[str], argv: list[str]) -> None:
    """Remove the command's own name after options, as in `--json check FILE`."""
    before = argv[: argv.index("--")] if "--" in argv else argv
    if not words or words[0] not in COMMANDS or words[0] not in before:
        return
    if words[0] != DEFAULT_COMMAND:
        raise UsageError(f"The command comes first: {PROGRAM} {words[0]}, then its options.")
    del words[0]


def _parser(command: str, module: Any) -> Parser:
    usual = command == DEFAULT_COMMAND
    what, text = COMMANDS[command]
    parser = Parser(
        prog=PROGRAM if usual else f"{PROGRAM} {command}",
        usage=USAGE if usual else f"{PROGRAM} {command} {what}".rstrip() + " [options]",
        description="Grade a file, or practise: see the commands below."
        if usual
        else _filled("", f"{text[0].upper()}{text[1:]}."),
        epilog=_commands() if usual else f"all commands: {PROGRAM} --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    text = f"the exercise (default: that of the file, or {DEFAULT})"
    parser.add_argument("--exercise", metavar="NAME", help=text)
    if command in TWISTED:
        default = "none" if command in ("reset", "batch") else "the one that reset or interview laid out"
        text = f"a twist of the exercise, none for the plain task (default: {default})"
        parser.add_argument("--twist", metavar="NAME", help=text)
    if usual:
        parser.add_argument("--version", action="version", version=f"grader {__version__}")
    if hasattr(module, "options"):
        module.options(parser)
    return parser


def _parser_of(command: str) -> Parser:
    return _parser(command, _module(command))


def _commands() -> str:
    rows = [_filled(f"  {name + ' ' + what:<22}", text) for name, (what, text) in COMMANDS.items()]
    return "\n".join(["commands:", *rows, "", _filled("exit status: ", EXIT_STATUS)])


def _filled(label: str, text: str) -> str:
    """A label with a text next to it, wrapped to the width that argparse uses."""
    from shutil import get_terminal_size
    from textwrap import fill

    width = max(get_terminal_size().columns - 2, len(label) + 12)
    return fill(text, width, initial_indent=label, subsequent_indent=" " * len(label))


def _no_such_option(name: str, parser: Parser, command: str) -> str:
    from difflib import get_close_matches

    if command != DEFAULT_COMMAND and name in _options_of(_parser_of(DEFAULT_COMMAND)):
        return f"{name} is an option of {DEFAULT_COMMAND}, but {command} does not take it. Leave it out."
    known = [option.removeprefix("--") for option in _options_of(parser)]
    if close := get_close_matches(name.removeprefix("--"), known, 1):
        return f"There is no option {name}. Did you mean --{close[0]}?"
    return f"There is no option {name}. See {parser.prog} --help."


def _options_of(parser: Parser) -> list[str]:
    return [word for action in parser._actions for word in action.option_strings if word.startswith("--")]


def _explain_failure(error: BaseException) -> None:
    if os.environ.get("GRADER_TRACEBACK"):
        from traceback import print_exception

        print_exception(error, file=sys.stderr)
    if is_disk_full(error):
        tell("The disk is full: No space left on device. Free some space and run this again.")
        return
    tell("The grader itself failed; this says nothing about your code.")
    tell(f"  {type(error).__name__}: {' '.join(str(error).split())}"[:400])
    if not os.environ.get("GRADER_TRACEBACK"):
        tell("Set the environment variable GRADER_TRACEBACK=1 and run it again to see the traceback.")
