"""The author's view of one exercise: which parts exist, what is wrong, and what to do next."""

from collections.abc import Collection, Sequence
from keyword import iskeyword

from ..command_line import DEFAULT, command
from ..engine.declaration.exercise import Exercise
from ..incomplete import FILES, IncompleteExercise, is_there, shown
from ..kata import KATAS, Kata, declared, exercise_file, lacks, missing_files
from ..practice.briefs import STATEMENT
from ..report.doctor import CheckedItem
from .author_checks import BRIEF, PARTS, Trouble, file_of

PAGE = "grader/docs/authors.md"
LOST = f"Write it; {PAGE} shows its form."
UNUSABLE = f"Correct it; {PAGE} shows its form."
NO_ENTRY = "has no entry "
TRAINING = f"Take it from grader/katas/{DEFAULT}/mistakes: fit.py or advice.py."


def author(name: str, reserved: Collection[str] = ()) -> list[CheckedItem]:
    """A row for each part that is right; then one for each problem, in the order of writing the files.

    `reserved` are words that cannot be the name of an exercise, such as the commands.
    """
    found = sorted(_rows_of_all(name), key=lambda row: (row.status == "problem", _place(name, row)))
    return [*_of_name(name, reserved), *found]


def next_step(name: str, rows: Sequence[CheckedItem]) -> str:
    """What to do next, given the rows from `author`; empty if nothing has to be done."""
    first = next((row for row in rows if row.status == "problem"), None)
    if first is not None:
        does, file = "write" if first.remedy == LOST else "correct", first.said.split()[0].rstrip(":")
        return f"{does} {file}, then run: {command(name, 'doctor')}"
    return "" if exercise_file(name).is_file() else f"put the stub in its place: {command(name, 'reset')}"


def _place(name: str, row: CheckedItem) -> int:
    """The index of a row's file in the order of writing."""
    files = [f"solutions/{name}.py", *(shown(KATAS / name, file) for file in FILES)]
    return next((place for place, file in enumerate(files) if row.said.startswith(file)), len(files))


def _of_name(name: str, reserved: Collection[str]) -> list[CheckedItem]:
    """Report a name that cannot be typed as the name of an exercise."""
    if name.isidentifier() and not iskeyword(name) and name not in reserved:
        return []
    said = f"grader/katas/{name}: {name!r} is " + ("a command" if name in reserved else "not a Python name")
    return [_problem("name", (said, "Choose another one, of lower-case letters and underscores."))]


def _rows_of_all(name: str) -> list[CheckedItem]:
    rows = [_problem("files", (f"{file} is missing", LOST)) for file in missing_files(name)]
    rows = rows or [CheckedItem("ok", "files", "all of them are there")]
    try:
        kata = declared(name)
    except IncompleteExercise as error:
        lost = error.lack.endswith("is missing") or any(error.file in row.said for row in rows)
        return rows if lost else [*rows, _unusable(error.file, error.lack)]
    lacking = list(lacks(kata))
    rows += [_unusable(file, lack, kata.declaration) for file, lack in lacking]
    spoiled = {file for file, _ in lacking} | {row.said.removesuffix(" is missing") for row in rows}
    parts = [what for what in PARTS if what != BRIEF or is_there(KATAS / name, STATEMENT)]
    return rows + [line for what in parts for line in _rows(kata, what, spoiled)]


def _unusable(file: str, lack: str, exercise: Exercise | None = None) -> CheckedItem:
    remedy = UNUSABLE
    if exercise is not None and lack.startswith(NO_ENTRY):
        remedy = _entry(exercise, lack.removeprefix(NO_ENTRY).strip("'"))
    return _problem("parts", (f"{file} {lack}", remedy))


def _entry(exercise: Exercise, name: str) -> str:
    """How to add the entry with this id to a catalogue."""
    from ..engine.declaration.completeness import LOADING, OF_TRAINING, OF_WORK, RUNNING

    made = {"*loading(WORDS)": LOADING, "*running(WORDS)": RUNNING}
    made |= {"*vectorization(WORDS, loop, square)": OF_WORK}
    for call, names in made.items():
        if name in names:
            return f"Add {call} to CATALOGUE; grader/engine/declaration/common_mistakes.py has it."
    if name in OF_TRAINING:
        return TRAINING
    steps = [method.step for method in exercise.methods if name.startswith(f"{method.family}-")]
    texts = ["title", "question", "named", "corrected", *(['severity="advice"'] * (name == "other-defaults"))]
    step = f'"{steps[0]}"' if steps else "STEP"
    return f'Add Mistake("{name}", {step}, {", ".join(texts)}) to CATALOGUE.'


def _problem(what: str, trouble: Trouble) -> CheckedItem:
    return CheckedItem("problem", what, *trouble)


def _rows(kata: Kata, what: str, spoiled: set[str]) -> list[CheckedItem]:
    """The rows of one check; empty if a file that it reads is known to be missing or broken."""
    check, files, fine = PARTS[what]
    needed = [file_of(kata, file) for file in files]
    if not spoiled.isdisjoint(needed):
        return []
    try:
        found = [_problem(what, trouble) for trouble in check(kata)]
    except (Exception, SystemExit) as error:  # an unfinished exercise may do anything
        text = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        return [_problem(what, (f"{needed[-1]} cannot be checked: {text}", UNUSABLE))]
    return found or [CheckedItem("ok", what, fine)]
