"""Read the learner's file, or say why it cannot be graded."""

import ast
import io
import os
import re
import stat
import tokenize
from dataclasses import dataclass, field
from errno import EDQUOT, ENOSPC
from pathlib import Path
from shlex import quote

MOST_BYTES = 5 << 20
ENDINGS = ("", ".py", ".pyw")
"""The endings of names of Python files. If a file has another one, the text decides whether it is Python."""
BINARY = (b"\x7fELF", b"PK\x03\x04")
"""The first bytes of ELF programs and ZIP archives."""


class UsageError(Exception):
    """The program was called wrongly; the message says what is wrong and what to do next."""


def is_disk_full(error: BaseException) -> bool:
    """Whether something could not be written because no space is left."""
    return isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT)


@dataclass(frozen=True)
class Submission:
    """One file to be graded."""

    path: str  # as given on the command line
    source: str  # its text, without a byte-order mark
    # when the file was saved, in seconds since 1970, or None if unknown; comparing submissions ignores it
    saved: float | None = field(default=None, compare=False)

    @property
    def lines(self) -> list[str]:
        """The lines as Python counts them."""
        return re.split(r"\r\n|\r|\n", self.source)

    @property
    def filename(self) -> str:
        """The absolute path, as shown in tracebacks."""
        return os.path.abspath(self.path)


def read(path: str) -> Submission:
    """The submission at `path`.

    Raises:
        UsageError: if it is missing, not a regular file, too large, unreadable, not UTF-8 text, or if it is
            a notebook or a text other than Python.
    """
    name = repr(path) if re.search(r"[\s'\"]", path) else path
    try:
        status = os.stat(path)
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            raise UsageError(f"{name} is a folder. Name the Python file in it that should be graded.")
        if not stat.S_ISREG(mode):
            raise UsageError(f"{name} is not a regular file. Save the code in a .py file and name that.")
        if status.st_size > MOST_BYTES:
            size, most = status.st_size / (1 << 20), MOST_BYTES >> 20
            raise UsageError(f"{name} is {size:,.1f} MB; at most {most} MB can be graded.")
        if path.lower().endswith(".ipynb"):
            export = f"jupyter nbconvert --to script {quote(path)}"
            raise UsageError(f"{name} is a notebook. Export its code and name that file: {export}")
        raw = Path(path).read_bytes()
    except FileNotFoundError:
        raise UsageError(_missing(path, name)) from None
    except PermissionError:
        raise UsageError(f"{name} cannot be read. Check its permissions (ls -l).") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{name} cannot be read: {error}.") from None
    try:
        tokenize.detect_encoding(io.BytesIO(raw).readline)
    except SyntaxError as error:
        if raw.startswith(b"\xef\xbb\xbf"):
            raise UsageError(
                f"{name} starts with a UTF-8 byte order mark but names another encoding in a comment,"
                f" which Python refuses ({error}). Delete that comment and run this again."
            ) from None
    try:
        learners = Submission(path, raw.decode("utf-8-sig"), saved(status))
    except UnicodeDecodeError as error:
        raise UsageError(_not_utf8(name, raw, error)) from None
    if Path(path).suffix.lower() not in ENDINGS and not _is_code(learners.source):
        raise UsageError(f"{name} is not a Python file. Save the code in a .py file and name that.")
    return learners


def _is_code(source: str) -> bool:
    """Whether this is Python with a statement in it. Data are only expressions, and prose is not Python."""
    from .sandbox.parsing import parsed_or_empty

    return not all(isinstance(statement, ast.Expr) for statement in parsed_or_empty(source).body)


def _not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> str:
    """The message about a file that is not UTF-8 text: what it seems to be, and what to do."""
    is_utf16 = _is_utf16(raw)
    if not is_utf16 and (b"\0" in raw or raw.startswith(BINARY)):
        return f"{name} is not a text file. Name the Python file that should be graded."
    line = raw.count(b"\n", 0, error.start) + 1
    guess = "UTF-16" if is_utf16 else "an encoding other than UTF-8"
    return (
        f"{name} is not UTF-8 text: byte 0x{raw[error.start]:02x} in line {line}. "
        f"It looks like {guess}; save it as UTF-8 in your editor and run this again."
    )


def _is_utf16(raw: bytes) -> bool:
    """Whether a file has UTF-16's byte-order mark, or NUL bytes only where UTF-16 has them."""
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    return raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (min(even, odd) == 0 < len(raw) // 4 < even + odd)


def saved(found: os.stat_result) -> float | None:
    """When a file was last saved, in seconds since 1970, from its `stat` result."""
    return found.st_mtime


def _missing(path: str, name: str) -> str:
    if Path(path).is_symlink():
        return f"{name} is a link to {Path(path).readlink()}, which does not exist."
    folder = Path(path).parent
    try:
        found = sorted(p for p in folder.glob("*.py") if p.is_file() and os.access(p, os.R_OK))
        beside = [p.name for p in found[:5]]
    except OSError:
        beside = []
    hint = f" In that folder there is: {', '.join(beside)}." if beside else " Check the path."
    return f"There is no file {name}.{hint}"
