"""The screen with the debrief of an interview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..catalogue import Mistake
from ..command_line import command
from ..practice.attempts import Attempt
from ..practice.debrief import MAX_STUDY_TOPICS, CriterionEvidence, Debrief, FoundMistake, Reason, study
from ..practice.questions import Question
from ..practice.quiz import Answer
from .history import WHAT_COUNTS
from .interview import ending
from .ladder import rung
from .listing import RUNGS, ExerciseSummary, table
from .page import Page, cells
from .splits import beside_the_best
from .task import left_open
from .times import counted, difference, duration

WHY: dict[Reason, str] = {
    "mistake": "A mistake that you made: {}",
    "wrong": "An answer was wrong on: {}",
    "missed": "An answer missed a point on: {}",
    "step": "A step that does not pass yet: {}",
    "advice": "Advice on your code: {}",
    "again": "The same interview again, in time and without help",
    "unasked": "No question was answered on: {}",
}


@dataclass(frozen=True)
class ActDebrief:
    """One act of an interview: the exercise's name, the debrief, and the catalogue of mistakes by id."""

    name: str
    debrief: Debrief
    catalogue: Mapping[str, Mistake]

    @property
    def task(self) -> str:
        """The exercise and, if it had one, its twist."""
        twist = self.debrief.attempt.twist
        return self.name if twist is None else f"{self.name}, twist {twist}"


def debrief(page: Page, acts: Sequence[ActDebrief], exercises: Sequence[ExerciseSummary] = ()) -> None:
    """Show how each act ended, what was observed, splits, bests, mistakes, advice and what to do next."""
    page.row(("Debrief", "title"))
    for title, act in zip(("First act", "Second act") if len(acts) > 1 else ("",), acts, strict=True):
        _act(page, title, act)
    page.blank()
    _next(page, acts[0].name, acts[0].debrief)
    _study(page, acts)
    _exercises(page, {act.name: act.debrief.attempt.passed for act in acts}, exercises)


def _act(page: Page, title: str, act: ActDebrief) -> None:
    """Show everything about one act; `title` is empty if it is the only one."""
    debrief = act.debrief
    if title:
        page.blank()
        page.row((f"{title}: {act.task}", "title"))
    page.prose(ending(debrief.state), style="passed" if debrief.attempt.passed else "todo")
    page.prose(_work(debrief))
    page.blank()
    page.prose("What interviewers look for, and what was observed", style="label")
    for observed in debrief.observed:
        page.blank()
        _criterion(page, observed, debrief.attempt)
    if debrief.asking is not None:
        page.blank()
        left_open(page, debrief.asking)
    beside_the_best(page, debrief.rows, debrief.best)
    page.blank()
    page.prose(_counts(debrief), label="Best   ")
    if debrief.attempt.passed and not debrief.attempt.is_timed:
        page.prose(WHAT_COUNTS, label="       ", style="dim")
    _mistakes(page, debrief, act.catalogue)
    _advice(page, debrief, act.catalogue)


def _work(debrief: Debrief) -> str:
    attempt = debrief.attempt
    hints = counted(attempt.hints, "hint") if attempt.hints else "no hints"
    solution = "the solution was seen" if attempt.solution_seen else "the solution was not seen"
    work = f"{counted(len(attempt.versions), 'version')} of the code graded, {hints}, {solution}."
    if debrief.polish is None:
        return work
    last = "passes too" if debrief.polish.passes else "no longer passes"
    return f"{work} {counted(debrief.polish.versions, 'version')} more after the pass; the last one {last}."


def _criterion(page: Page, observed: CriterionEvidence, attempt: Attempt) -> None:
    """Show the observations on one criterion: how its steps were written, and the answers."""
    criterion = observed.criterion
    page.prose(criterion.title, label="  ", style="title")
    widest = max(map(cells, criterion.steps), default=0)
    for step in criterion.steps:
        page.prose(_tries(step, attempt), label=f"    {step.ljust(widest)}  ", label_style="")
    for question, answer in observed.answers:
        _answer(page, question, answer)
    if not observed.answers:
        page.row(("    no question on this was answered", "dim"))


def _answer(page: Page, question: Question, answer: Answer) -> None:
    """Show how an answer was and, if it was wrong, what the person said and what is right."""
    sign, style = (page.symbols.passed, "passed") if answer.right else (page.symbols.failed, "failed")
    said = "answered wrong" if not answer.right else "answered right"
    if answer.ratings:  # given without choices
        said = "made every point" if answer.right else "missed a point"
    page.prose(question.text, label=f"    {sign} {said}  ", label_style=style)
    if answer.right:
        return
    for label, text in (("You said", answer.choice), ("Right", question.choices[question.right].text)):
        if text:
            page.prose(text, label=f"        {label.ljust(8)}  ", label_style="dim")


def _tries(step: str, attempt: Attempt) -> str:
    tries, split, count = attempt.tries(step), attempt.split_of(step), attempt.hints_on(step)
    hints = f"; {counted(count, 'hint')}" if count else ""
    if not tries:
        return ("not changed" if attempt.changes else "not written") + hints
    if split is None:
        return f"not right after {'1 try' if tries == 1 else f'{tries} tries'}{hints}"
    which = "the first try" if tries == 1 else f"try {tries}"
    return f"right on {which}, after {duration(split.sum)}{hints}"


def _counts(debrief: Debrief) -> str:
    attempt, before = debrief.attempt, debrief.best.attempt
    if attempt.solution_seen:
        return "The solution was seen, so this is not a personal best."
    if attempt.set_back:
        return "The clock was set back, so this is not a personal best."
    if attempt.kept:
        return "The file held code from a backup, so this is not a personal best."
    if attempt.at_once:
        return "The first version that was graded passed already, so this is not a personal best."
    if attempt.marks.forgotten:
        return "This attempt is forgotten, so it is not a personal best."
    if not attempt.passed:
        return "Only a pass can be a personal best; the segments of the steps that passed still count."
    beside = f" with {counted(attempt.hints, 'hint')}" if attempt.hints else " without hints"
    if before is None:
        return f"{duration(attempt.seconds)}{beside}: your first personal best."
    by = difference(round(attempt.seconds) - round(before.seconds))
    if debrief.is_best:
        own = f"{duration(attempt.seconds)}{beside}"
        return f"{own}: a personal best, {by} compared with attempt {before.number}."
    return f"{duration(before.seconds)}, attempt {before.number}; this attempt{beside}: {by}."


def _mistakes(page: Page, debrief: Debrief, catalogue: Mapping[str, Mistake]) -> None:
    page.blank()
    if not debrief.made:
        nothing = "Nothing was changed." if debrief.attempt.changes else "Nothing was graded."
        page.prose("No mistakes were found." if debrief.attempt.versions else nothing)
        return
    page.row(("Mistakes during the attempt", "label"))
    for made in debrief.made:
        page.blank()
        _mistake(page, made, catalogue.get(made.mistake))


def _mistake(page: Page, made: FoundMistake, entry: Mistake | None) -> None:
    where = "while loading" if made.step == "loading" else f"in {made.step}"
    end = "fixed" if made.fixed else "still there"
    title = f"{entry.title}: " if entry is not None else ""
    page.prose(f"{title}{where}, in {counted(made.versions, 'version')}, {end}", label="  ", style="title")
    _explain(page, entry)


def _explain(page: Page, entry: Mistake | None) -> None:
    width = max(map(cells, RUNGS)) + 2
    for label, text in zip(RUNGS[1:], entry.hints[1:] if entry is not None else (), strict=False):
        rung(page, "    " + label.ljust(width), text)


def _advice(page: Page, debrief: Debrief, catalogue: Mapping[str, Mistake]) -> None:
    """Show the advice on the last version, explained like the mistakes."""
    if not debrief.advice:
        return
    page.blank()
    page.row(("Advice on the last version", "label"))
    for name, step in debrief.advice:
        entry = catalogue.get(name)
        page.blank()
        page.prose(f"{entry.title if entry is not None else name}: on {step}", label="  ", style="title")
        _explain(page, entry)


def _study(page: Page, acts: Sequence[ActDebrief]) -> None:
    """Show what to study next, and the commands for it; for two acts, the most important of each first."""
    by_act = [[(act, one) for one in study(act.debrief)] for act in acts]
    found = [one for same in zip_longest(*by_act) for one in same if one is not None][:MAX_STUDY_TOPICS]
    page.blank()
    page.row(("What to study next", "label"))
    if not found:
        page.prose("Nothing stood out. Answer in your own words:", label="  ", label_style="")
        page.prose(command(acts[0].name, "quiz", "--open"), label="     ", style="command")
    for number, (act, one) in enumerate(found, 1):
        entry = act.catalogue.get(one.subject)
        subject = entry.title if entry is not None else one.subject
        page.prose(WHY[one.why].format(subject), label=f"  {number}  ", label_style="")
        page.prose(command(act.name, *one.arguments), label="     ", style="command")


def _next(page: Page, name: str, debrief: Debrief) -> None:
    late = "  (from now on, a pass counts as late)" if debrief.state.how == "time" else ""
    if debrief.attempt.passed:
        ways = {"Reference": "compare", "Next time": "history"}
    else:
        ways = {"Continue": "watch", "Again": "interview"}
    width = max(map(cells, ways)) + 2
    for text, word in ways.items():
        note = late if word == "watch" else ""
        page.prose(command(name, word) + note, label=text.ljust(width), style="command")


def _exercises(page: Page, acts: Mapping[str, bool], rows: Sequence[ExerciseSummary]) -> None:
    """Show all exercises, and which to continue with: one that did not pass in an act, or the next one.

    `acts` says for each exercise of the interview whether it passed there.
    """
    if not rows:
        return
    page.blank()
    page.row(("The exercises in a good order", "label"))
    table(rows, page)
    unfinished = [row for row in rows if not (acts.get(row.name, True) or row.passed == row.steps)]
    others = [row for row in rows if not (row.name in acts or row.is_done or row.lack)]
    for row in [*unfinished, *others][:1]:
        page.prose(command(row.name), label="To go on: ", style="command")
