"""`interview`: practise against the clock, then answer questions about it."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace

from ..command_line import command
from ..kata import Kata
from ..practice.backups import demand_writable
from ..practice.practice import Practice
from ..report import interview
from ..report.task import spoken
from ..submission import UsageError
from .interviews import acts
from .interviews import options as act_on
from .interviews.acts import Parts
from .interviews.running import go_on
from .shared import asking, common_options, practice_records, streams, target, typed_paths

DEFAULT_MINUTES, MIN_MINUTES, MAX_MINUTES = 30, 1, 240


def options(parser: ArgumentParser) -> None:
    """Add the options of `interview`."""
    group = parser.add_argument_group("options of interview")
    text = f"how long it lasts: {MIN_MINUTES} to {MAX_MINUTES} minutes ({DEFAULT_MINUTES})"
    minutes = common_options.whole_number(
        "length", f"whole minutes, {MIN_MINUTES} to {MAX_MINUTES}", MIN_MINUTES, MAX_MINUTES
    )
    group.add_argument("--minutes", type=minutes, metavar="N", help=text)
    which = group.add_mutually_exclusive_group()
    which.add_argument("--status", action="store_true", help="the time left, and which steps are done")
    which.add_argument("--end", action="store_true", help="end it now; questions and a debrief follow")
    which.add_argument("--abandon", action="store_true", help="give it up, without questions or a debrief")
    which.add_argument("--debrief", action="store_true", help="show the debrief of the last one again")
    text = "with --brief: what you can ask about the task, or the answer to question N"
    which.add_argument("--ask", nargs="?", type=common_options.count, const=0, metavar="N", help=text)
    group.add_argument(
        "--follow", action="store_true", help="with --status: keep showing it on one row, until the end"
    )
    text = "state the task in two sentences; the key a asks about what they leave open"
    group.add_argument("--brief", action="store_true", help=text)
    text = "change the task by a twist; without NAME, by one that you have not seen lately"
    group.add_argument("--twist", nargs="?", const="", metavar="NAME", help=text)
    text = "go on with a twist or another exercise once the code passes; without it, you are asked"
    group.add_argument("--second-act", action=BooleanOptionalAction, help=text)
    group.add_argument("--open", action="store_true", help="ask the questions without choices")
    group.add_argument(
        "--quiet", action="store_true", help="no bell at five minutes, at one minute and at the end"
    )
    group.add_argument("--yes", action="store_true", help="do not ask")


def run(args: Namespace) -> int:
    """Start an interview, continue the running one, or do what the options ask."""
    kata = target.exercise(args, "interview")
    _refuse(args, kata.name)
    return _act(args, kata, practice_records.practice_of(kata, args.clock))


def _command(name: str, *options: str) -> str:
    return command(name, "interview", *options)


def _refuse(args: Namespace, name: str) -> None:
    if args.follow and not args.status:
        typed = _command(name, "--status", "--follow")
        raise UsageError(f"--follow goes with --status. Type: {typed}")
    if args.brief and args.twist not in (None, "none"):
        raise UsageError("--brief states the task without a twist. Leave out --brief or --twist.")
    if args.status or args.end or args.abandon or args.debrief or args.ask is not None:
        for option in ("minutes", "brief", "open"):
            if getattr(args, option):
                raise UsageError(f"--{option} is for the start of an interview. Leave it out.")
        if args.second_act is not None:
            raise UsageError("Whether there is a second act is decided at the start. Leave the option out.")


def _act(args: Namespace, kata: Kata, practice: Practice) -> int:
    parts = acts.parts(kata, practice)
    last = parts[-1].state if parts else None
    if args.status:
        act_on.status(parts[-1].practice if parts else practice, follow=args.follow)
        return 0
    if args.debrief:
        return act_on.debrief(kata.name, parts)
    if args.ask is not None:
        part = parts[-1] if parts else None
        kata, practice = (kata, practice) if part is None else (part.kata, part.practice)
        return act_on.ask(kata, practice, last, args.ask)
    if args.abandon:
        return act_on.abandon(parts[-1].practice if parts else practice, last, agreed=args.yes)
    if args.end:
        return act_on.end(kata.name, parts)
    if trouble := practice.past().trouble:
        streams.show(lambda page: page.prose(trouble, label="Note   "))
    if last is None or not (last.how is None or last.is_to_be_debriefed):
        return _begin(args, kata, practice)
    _refuse_changes(args, kata, parts)
    return go_on(parts, quiet=args.quiet)


def _refuse_changes(args: Namespace, kata: Kata, parts: Parts) -> None:
    """Raise UsageError if an option would change an interview that has started and is not finished."""
    first, last = parts[0].state, parts[-1].state
    if args.minutes is not None:
        raise UsageError(
            f"An interview of {first.minutes:g} minutes is not finished yet, so its length cannot be changed."
            f" To continue it: {_command(kata.name)}. "
            f"To give it up first: {_command(kata.name, '--abandon')}"
            if last.how is None
            else f"The debrief of the last interview is still to come. First: {_command(kata.name)}"
        )
    again = _command(kata.name)
    for option, is_so in (("open", first.is_open), ("brief", first.is_brief)):
        if getattr(args, option) and not is_so:
            raise UsageError(f"This interview was started without --{option}. To continue it: {again}")
    if args.second_act not in (None, first.wants_second):
        said = "with" if first.wants_second else "without"
        raise UsageError(f"This interview was started {said} a second act. To continue it: {again}")


def _begin(args: Namespace, kata: Kata, practice: Practice) -> int:
    if not asking.at_a_terminal() and not args.yes:
        raise UsageError(
            "interview starts a clock, backs up your file and resets it to a blank stub. There is no"
            " terminal to ask on. To go ahead, add --yes."
        )
    demand_writable(practice.exercise)
    minutes = args.minutes or DEFAULT_MINUTES
    kata, seed = target.drawn(args, kata, practice)
    statement = _statement(kata, is_brief=args.brief)
    practice = practice_records.practice_of(kata, args.clock)
    file = typed_paths.shown(practice.exercise)
    streams.show(
        lambda page: interview.announced(page, minutes, statement, file, is_fresh=practice.is_fresh())
    )
    goes_on = acts.wanted(args, kata, practice, minutes)
    if not args.yes and not asking.agreed("\nStart the clock?"):
        streams.show(lambda page: page.prose("The clock was not started, and nothing was changed."))
        return 0
    practice.start_interview(minutes, seed, is_open=args.open, is_brief=args.brief, second_act=goes_on)
    state = practice.last_interview()
    assert state is not None
    streams.write("\n")
    copy = practice_records.copy_before(practice, state)
    streams.show(lambda page: interview.started(page, state, file, copy))
    if not asking.at_a_terminal():
        streams.show(lambda page: interview.how_to_go_on(page, kata.name))
        return 0
    return go_on((acts.Part(kata, practice, state),), quiet=args.quiet)


def _statement(kata: Kata, *, is_brief: bool) -> str:
    """The interviewer's statement of the task.

    Raises:
        UsageError: if a brief statement is wanted, but the exercise has none.
    """
    if not is_brief:
        return kata.statement
    if kata.brief is None:
        raise UsageError(f"{kata.name} has no brief statement. Leave out --brief: {_command(kata.name)}")
    return spoken(kata.brief)
