"""Incomplete exercises: the files that an exercise needs, and errors that say what is wrong with one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .command_line import command
from .submission import UsageError

FILES = (
    "stub.txt", "exercise.py", "mistakes", "statement.txt", "beginnings.py", "questions.toml", "rubric.py"
)  # fmt: skip
"""The files of an exercise's package, in the order of writing; `mistakes` is a module or a package."""


class IncompleteExercise(UsageError):
    """An exercise lacks something; the message ends with the command that lists everything it lacks.

    Attributes:
        file: the file concerned, relative to the checkout.
        lack: what is wrong with it, as the rest of a sentence about the file.
    """

    def __init__(self, name: str, file: str, lack: str) -> None:
        self.file, self.lack = file, lack
        whole = command(name, "doctor")
        super().__init__(f"{file} {lack}, so the exercise {name} is not complete; see {whole}")


def is_there(folder: Path, file: str) -> bool:
    """Whether a part of an exercise exists; a `mistakes` folder without `__init__.py` does not count."""
    if file == "mistakes":
        return (folder / f"{file}.py").is_file() or (folder / file / "__init__.py").is_file()
    return (folder / file).is_file()


def shown(folder: Path, file: str) -> str:
    """The path of an exercise's part, relative to the checkout."""
    if file == "mistakes":
        file = "mistakes/__init__.py" if (folder / file).is_dir() else "mistakes.py"
    return f"grader/katas/{folder.name}/{file}"


@contextmanager
def reading(folder: Path, file: str) -> Iterator[None]:
    """Turn an error from reading a part of an exercise into IncompleteExercise.

    Raises:
        IncompleteExercise: if the block raised anything else than KeyboardInterrupt.
        ImportError: if a library is not installed, which is not the exercise's fault.
    """
    from .preflight import trouble_with_libraries

    try:
        yield
    except (IncompleteExercise, KeyboardInterrupt):
        raise
    except BaseException as error:  # SystemExit too: the file may contain anything
        if isinstance(error, ImportError) and trouble_with_libraries():
            raise
        raise IncompleteExercise(folder.name, *_cause(folder, file, error)) from error


def _cause(folder: Path, file: str, error: BaseException) -> tuple[str, str]:
    """The exercise's file that an error came from, and a description of the error."""
    from traceback import extract_tb

    places = [(frame.filename, frame.lineno) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        places.append((error.filename, error.lineno))
    if isinstance(error, ImportError) and error.path:  # a name that a module does not have
        places.append((error.path, None))
    here = folder.resolve()
    own = [(Path(path).resolve(), line) for path, line in places]
    own = [(path, line) for path, line in own if path.is_relative_to(here)]
    text = " ".join(str(getattr(error, "msg", "") or error).split())[:200].rstrip(".")
    if not own:
        return shown(folder, file), f"cannot be used: {type(error).__name__}: {text}"
    path, line = own[-1]
    where = "" if line is None else f" in line {line}"
    what = f"cannot be used: {type(error).__name__}{where}: {text}"
    return shown(folder, path.relative_to(here).as_posix()), what
