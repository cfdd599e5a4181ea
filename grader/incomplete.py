"""An exercise that lacks something: which files it consists of, and how to say what is wrong with one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .command_line import command
from .submission import UsageError

FILES = (
    "stub.txt", "exercise.py", "mistakes", "statement.txt", "beginnings.py", "questions.toml", "rubric.py"
)  # fmt: skip
"""What the package of an exercise consists of, in the order of writing; `mistakes` may be a package too."""


class IncompleteExercise(UsageError):
    """An exercise lacks something; the message ends with the command that tells all that it lacks.

    Attributes:
        file: where it is missing, relative to the checkout.
        lack: what is, as the rest of a sentence about the file.
    """

    def __init__(self, name: str, file: str, lack: str) -> None:
        self.file, self.lack = file, lack
        whole = command(name, "doctor")
        super().__init__(f"{file} {lack}, so the exercise {name} is not complete; see {whole}")


def is_there(folder: Path, file: str) -> bool:
    """Whether a part of an exercise is there; a folder that only holds what Python left there is none."""
    if file == "mistakes":
        return (folder / f"{file}.py").is_file() or (folder / file / "__init__.py").is_file()
    return (folder / file).is_file()


def shown(folder: Path, file: str) -> str:
    """A part of the exercise in a folder, relative to the checkout."""
    if file == "mistakes":
        file = "mistakes/__init__.py" if (folder / file).is_dir() else "mistakes.py"
    return f"grader/katas/{folder.name}/{file}"


@contextmanager
def reading(folder: Path, file: str) -> Iterator[None]:
    """Say by an IncompleteExercise what goes wrong with a part of the exercise in a folder.

    Raises:
        ImportError: where a library is not installed, which is nothing of the exercise.
    """
    from .preflight import trouble_with_libraries

    try:
        yield
    except (IncompleteExercise, KeyboardInterrupt):
        raise
    except BaseException as error:  # a SystemExit as well: the file may hold anything
        if isinstance(error, ImportError) and trouble_with_libraries():
            raise
        raise IncompleteExercise(folder.name, *_told(folder, file, error)) from error


def _told(folder: Path, file: str, error: BaseException) -> tuple[str, str]:
    """The file of an exercise in which an error arose, and what it is."""
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
