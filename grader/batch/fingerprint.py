"""Which grader it is that graded: its version, and a digest of its code, for those who work on it."""

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
