"""`explain`: explain one mistake, or list all of them or those of a step."""

from argparse import Namespace
from contextlib import suppress

from ..command_line import command
from ..kata import Kata, find_kata, kata_names
from ..report import listing
from ..report.page import Page
from ..submission import UsageError
from .shared import streams, target

MAX_IDS_IN_SENTENCE = 3  # ids in a sentence; more are listed
MIN_TITLE_CELLS = 30  # cells for a title next to its id; with fewer, it is put below


def run(args: Namespace) -> int:
    """Print the named entry, or the ids of all or of those in the named step."""
    words: list[str] = args.words
    kata = target.twisted(find_kata(args.exercise), args, own=True)
    if len(words) > 1:
        raise UsageError(f"explain takes the id of one mistake, but {len(words)} were given. {_all(kata)}")
    steps = dict.fromkeys(entry.step for entry in kata.catalogue.values())
    if not words or words[0] in steps:
        streams.show(lambda page: _list(page, kata, words or list(steps)))
        return 0
    entry = kata.catalogue.get(words[0])
    if entry is None:
        raise UsageError(_unknown(words[0], kata))
    facts = {"id": entry.id, "title": entry.title, "step": entry.step, "severity": entry.severity}
    streams.show(lambda page: listing.entry(facts, entry.hints, kata.comparison(entry), page))
    return 0


def _all(kata: Kata) -> str:
    return f"All ids: {command(kata.name, 'explain')}"


def _elsewhere(word: str, kata: Kata) -> str:
    """Where the mistake of this id is explained, if not in this task; empty if nowhere."""
    plain = kata.twisted(None)
    names = [twist.name for twist in plain.declaration.twists()]
    if word in plain.catalogue:
        return f"{word!r} is a mistake of the plain task. Type: {_typed(kata, word, 'none')}"
    if twists := [name for name in names if word in kata.twisted(name).catalogue]:
        which = "a twist" if twists == names else f"the twist {' or '.join(twists)}"
        return f"{word!r} is a mistake of {which}. Type: {_typed(kata, word, twists[0])}"
    for name in kata_names():
        with suppress(UsageError):  # the exercise is not complete
            if word in find_kata(name).catalogue:
                return f"{word!r} is a mistake of {name}. Type: {command(name, 'explain', word)}"
    return ""


def _typed(kata: Kata, word: str, twist: str) -> str:
    return command(kata.name, "explain", word, "--twist", twist)


def _unknown(word: str, kata: Kata) -> str:
    from difflib import get_close_matches

    if named := target.if_exercise(word, "explain"):
        return f"There is no mistake {word!r}.{named}"
    if elsewhere := _elsewhere(word, kata):
        return elsewhere
    known = list(kata.catalogue)
    part = word.lower()
    for how, found in {"begin with": str.startswith, "contain": str.__contains__}.items():
        close = [key for key in known if part and found(key, part)]
        if len(close) > MAX_IDS_IN_SENTENCE:
            return "\n  ".join([f"There is no mistake {word!r}. The ids that {how} it:", *close])
        if close:
            break
    if close := close or get_close_matches(part, known, MAX_IDS_IN_SENTENCE):
        return f"There is no mistake {word!r}. Did you mean {', '.join(close)}?"
    return f"There is no mistake {word!r}. {_all(kata)}"


def _list(page: Page, kata: Kata, steps: list[str]) -> None:
    """List the id and the title of each mistake that shows in one of these steps, step by step."""
    entries = list(kata.catalogue.values())
    aside = max(len(entry.id) for entry in entries) + 4
    for step in steps:
        page.blank()
        page.row((step, "title"))
        for entry in entries:
            if entry.step != step:
                continue
            title = entry.title + (" (advice)" if entry.severity == "advice" else "")
            if page.width - aside >= MIN_TITLE_CELLS:
                page.prose(title, label=f"  {entry.id}".ljust(aside), label_style="command")
            else:
                page.row((f"  {entry.id}", "command"))
                page.prose(title, label="    ")
    page.blank()
    page.prose(command(kata.name, "explain", "MISTAKE"), label="About one: ", style="command")
