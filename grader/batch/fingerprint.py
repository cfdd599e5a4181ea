"""Identify the grader that graded: its version and, for people who change it, a digest of its code."""

from hashlib import sha256
from pathlib import Path

from .. import __version__

HERE = Path(__file__).resolve().parents[1]


def fingerprint() -> str:
    """The same as long as the grader is."""
    digest = sha256()
    for path in sorted(HERE.rglob("*")):
        if path.suffix in (".py", ".ini", ".toml"):
            digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{__version__}+{digest.hexdigest()[:12]}"
