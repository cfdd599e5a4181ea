"""Parse the command line, call one command, give its exit status; nothing else is decided here.

Nothing heavy is imported before it is known what to do: the start-up time is the learner's.
"""

import argparse
import math
import os
import sys
from contextlib import suppress
from typing import NoReturn

from . import __version__
from .commands import COMMANDS, PROGRAM
from .submission import UsageError

NOT_CALLED_RIGHT, BROKEN, INTERRUPTED = 2, 3, 130
LONGEST, LARGEST = 86_400.0, 1 << 20

USAGE = f"""\
{PROGRAM} [check] [FILE] [options]
       {PROGRAM} list
       {PROGRAM} explain MISTAKE"""

COMMANDS_HELP = """\
commands:
  check [FILE]          grade FILE, by default the exercise; 'check' may be left out
  list                  name the steps of the exercise and their checks
  explain MISTAKE       tell all about one mistake, by the id that a report gives

exit status: 0 passed, 1 graded and not passed, 2 called wrongly, 3 the grader failed, 130 interrupted"""


class Parser(argparse.ArgumentParser):
    """argparse, which raises what it has to say."""

    def error(self, message: str) -> NoReturn:
        """One sentence on what is wrong and what to do next."""
        text = message.removeprefix("argument ").rstrip(".")
        raise UsageError(f"{text}. See {PROGRAM} --help.")


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    try:
        return _call(sys.argv[1:] if argv is None else argv)
    except UsageError as error:
        _tell(str(error))
        return NOT_CALLED_RIGHT
    except KeyboardInterrupt:
        _tell("Interrupted: nothing was graded.")
        return INTERRUPTED


def _call(argv: list[str]) -> int:
    options = _parse(argv)
    try:
        return _run(options)
    except (UsageError, KeyboardInterrupt):
        raise
    except BaseException as error:  # even a SystemExit(0) from below must never look like a pass
        _explain_failure(error)
        return BROKEN


def _run(options: argparse.Namespace) -> int:
    words: list[str] = options.words
    if options.command == "list":
        from .commands import list as listing

        return listing.run(words)
    if options.command == "explain":
        from .commands import explain

        return explain.run(words)
    from .commands import check

    return check.run(
        words,
        as_json=options.json,
        seed=options.seed,
        hints=not options.no_hints,
        time_limit=options.time_limit,
        memory_limit=options.memory_limit,
    )


def _parse(argv: list[str]) -> argparse.Namespace:
    end = argv.index("--") if "--" in argv else len(argv)
    options, unknown = _parser().parse_known_intermixed_args(argv[:end])
    if unknown:
        raise UsageError(_no_such_option(unknown[0]))
    words: list[str] = options.words
    options.command = words.pop(0) if words and words[0] in COMMANDS else "check"
    words += argv[end + 1 :]
    stray = [name for name in _check_options() if _is_given(getattr(options, name))]
    if options.command != "check" and stray:
        name = "--" + stray[0].replace("_", "-")
        raise UsageError(f"{name} is an option of check, and {options.command} takes none. Leave it out.")
    return options


def _is_given(value: object) -> bool:
    return value is not None and value is not False


def _parser() -> Parser:
    parser = Parser(
        prog=PROGRAM,
        usage=USAGE,
        description="Grade a linear regression written from scratch, and say what to do next.",
        epilog=COMMANDS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"grader {__version__}")
    check = parser.add_argument_group("options of check")
    check.add_argument("--json", action="store_true", help="one JSON document on stdout, nothing else")
    check.add_argument("--seed", type=_seed, metavar="N", help="repeat the random data of an earlier run")
    check.add_argument("--no-hints", action="store_true", help="say what is wrong, without hints")
    text = "processor time that one call may take (on the wall: twice that)"
    check.add_argument("--time-limit", type=_seconds, metavar="SECONDS", help=text)
    text = "memory that the code may take, above what the worker itself needs"
    check.add_argument("--memory-limit", type=_mebibytes, metavar="MIB", help=text)
    return parser


def _check_options() -> tuple[str, ...]:
    return "json", "seed", "no_hints", "time_limit", "memory_limit"


def _no_such_option(word: str) -> str:
    from difflib import get_close_matches

    name = word.partition("=")[0]
    known = ["--help", "--version", *("--" + option.replace("_", "-") for option in _check_options())]
    close = get_close_matches(name, known, 1)
    advice = f"Did you mean {close[0]}?" if close else f"See {PROGRAM} --help."
    return f"There is no option {name}. {advice}"


def _seed(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 100:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no seed; give a whole number that is not negative")


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if 0 < number <= LONGEST:
        return number
    wanted = f"give seconds above 0, at most {LONGEST:.0f}"
    raise argparse.ArgumentTypeError(f"{text!r} is no time limit; {wanted}")


def _mebibytes(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 9 and 0 < int(text) <= LARGEST:
        return int(text)
    wanted = f"give whole mebibytes above 0, at most {LARGEST}"
    raise argparse.ArgumentTypeError(f"{text!r} is no memory limit; {wanted}")


def _explain_failure(error: BaseException) -> None:
    if os.environ.get("GRADER_TRACEBACK"):
        from traceback import print_exception

        print_exception(error, file=sys.stderr)
    _tell("The grader itself failed; this says nothing about your code.")
    _tell(f"  {type(error).__name__}: {' '.join(str(error).split())}"[:400])
    if not os.environ.get("GRADER_TRACEBACK"):
        _tell("Set the environment variable GRADER_TRACEBACK=1 and run it again to see the traceback.")


def _tell(text: str) -> None:
    from .report.page import harmless

    if sys.stderr is not None:
        with suppress(OSError):  # where nobody listens, the exit status says it too
            print(harmless(text, sys.stderr.encoding), file=sys.stderr, flush=True)
