"""The worker's audit hook: it refuses what a submission may not do, and reports it immediately.

An audit hook (PEP 578) hears of every file, process, socket and import that Python code asks for, and
cannot be removed. It does not stop native code; `grader/docs/security.md` says what it is for.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from ..describe import kinds
from ..measuring.instruction_count import TooMuchWork
from .audit_gaps import AUDIT_GAPS, announce

Report = Callable[[str, str, int | None, str], None]

OFF_LIMITS = {
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "os.chflags",
    "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile",
    "subprocess.Popen", "_winapi.CreateProcess", "pty.spawn", "shutil.rmtree", "shutil.move",
    "tempfile.mkstemp", "tempfile.mkdtemp", "socket.connect", "socket.bind", "socket.sendto",
    "socket.getaddrinfo", "socket.gethostbyname", "sqlite3.connect",
    "kata.mkfifo", "kata.mknod", "kata.pidfd_send_signal", "kata.fork_exec", "kata.shm_open",
    "kata.shm_unlink", "kata.semaphore",
}  # fmt: skip
# With these, code can hide from the instruction counter.
TRACERS = {"sys.settrace", "sys.setprofile", "sys.monitoring.register_callback"}
OTHERS = {
    "import", "kata.import", "open", "kata.open_at", "os.kill", "os.killpg",
    "socket.__new__", "ctypes.dlsym",
}  # fmt: skip
HEARD = frozenset(OFF_LIMITS | TRACERS | OTHERS)
# How functions begin that do their work without an audit event when called through ctypes; looking one up
# raises one. Where the kernel refuses what they do, this only reports it.
FOREIGN = re.compile(
    r"_*(?:system|popen|v?fork|clone|posix_spawn|f?exec[lv]|kill|(?:Py_w?)?f?(?:re)?open|creat|unlink|remove"
    r"|rename|mkdir|rmdir|link|symlink|f?truncate|mkfifo|mknod|mk[ds]temp|tmpfile|socket|connect|bind"
    r"|sendto|syscall|Py_New|PyRun_|PySys_AddAuditHook)"
)
# The hook does not hear what another interpreter in the process does.
INTERPRETERS = {"_interpreters", "_xxsubinterpreters", "_testcapi", "_testinternalcapi"}
WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
BORROWED = ("solutions", "grader")
RUNNERS = ("importlib", "runpy", "pkgutil", "<sandbox.confinement.audit_gaps>")
ALLOWED = frozenset(sys.stdlib_module_names) | {"numpy", "__main__", "__future__"}
NOTHING_IS_WRITTEN = "may not be touched while the file is graded"


class Guard:
    """Refuses and reports what one submission may not do.

    Args:
        filename: the name that the submission's code objects carry.
        module: the name of the module that the submission is loaded as.
        answers: folders whose files may not be opened.
        system: folders of the standard library and of NumPy.
        report: called with the kind of violation, what was asked for and the line that asked.
    """

    def __init__(
        self, filename: str, module: str, answers: Iterable[str], system: Iterable[str], report: Report
    ) -> None:
        self.filename, self.module, self.report = filename, module, report
        self.answers = tuple(os.path.realpath(folder) + os.sep for folder in answers)
        self.system = tuple(system)
        self.announced: set[str] = set()

    def install(self) -> None:
        """Start listening; there is no way back."""
        announce()
        self.announced = AUDIT_GAPS.keys() & sys.modules.keys()
        sys.addaudithook(self.hear)

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        """The audit hook; it returns quickly for events that do not matter."""
        if event not in HEARD:
            return
        if event in ("import", "kata.import"):
            self._import(args[0])
        elif event == "open":
            self._open(*args)
        elif event == "kata.open_at":
            self._open_at(*args)
        elif event in ("os.kill", "os.killpg"):
            if args[0] not in (os.getpid(), 0):
                self._refuse("off-limits", "a signal to another process")
        elif event == "socket.__new__":
            if not self._is_local(*args[1:3]) and not self._pairing():
                self._refuse("off-limits", "a network socket")
        elif event == "ctypes.dlsym":
            if FOREIGN.match(_text(args[1]) or ""):
                self._refuse("off-limits", f"{_text(args[1])} by foreign code")
        elif event in OFF_LIMITS or (event in TRACERS and self._asks() and not TooMuchWork.raised):
            self._event(event.removeprefix("kata."), args)

    def _event(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "sqlite3.connect" and args[0] == ":memory:":
            return
        if event.startswith("socket.") and self._pairing():
            return
        name = _text(args[0]) if args else None
        self._refuse("off-limits", event if name is None else f"{event}: {name!r:.80}")

    def _open(self, path: object, mode: object, flags: int) -> None:
        name = _text(path)
        if name is None:
            return
        if self.answers and (os.path.realpath(name) + os.sep).startswith(self.answers):
            self._refuse("solution-borrowed", os.path.basename(name))
        writes = bool(set(mode) & set("wax+")) if isinstance(mode, str) else bool(flags & WRITE_FLAGS)
        if writes and name not in (os.devnull, "/dev/tty"):
            self._refuse("off-limits", f"writing {name!r:.80}")

    def _open_at(self, path: object, flags: int, folder: int) -> None:
        """Check a file named relative to an open folder, which the `open` event does not tell."""
        try:
            place = os.readlink(f"/proc/self/fd/{folder}")
        except OSError:
            return
        self._open(os.path.join(place, _text(path) or ""), None, flags)

    def _import(self, asked: object) -> None:
        name = _text(asked) or ""
        top = name.partition(".")[0]
        if top in INTERPRETERS or name in self.announced:  # a new copy would raise none of our events
            self._refuse("off-limits", f"importing {name}", ImportError)
        if top in ALLOWED or top == self.module or self._asking_only():
            return
        if top in BORROWED:
            self._refuse("solution-borrowed", name, ImportError)
        frame = self._asker()
        if frame is None or not self._is_library(frame):
            self._refuse("forbidden-library", name, ImportError, f"no module named {name!r} here")

    def _refuse(self, kind: str, what: str, error: type[Exception] = PermissionError, text: str = "") -> None:
        if self._importing_library():
            return
        self.report(kind, what, *self._place())
        raise error(text or f"{what}: {NOTHING_IS_WRITTEN}")

    def _frames(self) -> Iterable[FrameType]:
        frame: FrameType | None = sys._getframe(2)
        while frame is not None:
            if frame.f_globals is not globals():
                yield frame
            frame = frame.f_back

    def _is_library(self, frame: FrameType) -> bool:
        """Whether a frame really belongs to the standard library or NumPy, not just by its module name."""
        module = sys.modules.get(str(frame.f_globals.get("__name__")))
        known = frame.f_code.co_filename.startswith(self.system)
        return known and getattr(module, "__dict__", None) is frame.f_globals

    def _asker(self) -> FrameType | None:
        """The innermost frame outside the import machinery: the code that asked for an import."""
        for frame in self._frames():
            name = frame.f_code.co_filename
            if not any(part in name for part in RUNNERS):
                return frame
        return None

    def _asks(self) -> bool:
        """Whether the submission's own code asks for this directly, not the grader's or a library's."""
        first = next(iter(self._frames()), None)
        return first is not None and first.f_code.co_filename == self.filename

    def _asking_only(self) -> bool:
        """Whether `importlib.util.find_spec` is only checking that a module exists."""
        finders = (frame for frame in self._frames() if frame.f_code.co_name == "find_spec")
        return any(frame.f_globals.get("__name__") == "importlib.util" for frame in finders)

    def _importing_library(self) -> bool:
        """Whether the standard library or NumPy is doing this while it is itself being imported."""
        for frame in self._frames():
            if frame.f_code.co_filename == self.filename:
                return False
            if frame.f_code.co_name == "<module>" and self._is_library(frame):
                return True
        return False

    @staticmethod
    def _is_local(family: object, kind: object) -> bool:
        """Whether a socket is local to this machine and cannot send before it is connected."""
        module: Any = sys.modules.get("_socket")
        if not hasattr(module, "AF_UNIX") or not isinstance(kind, int):
            return False
        return family == module.AF_UNIX and kind & 0xF in (module.SOCK_STREAM, module.SOCK_SEQPACKET)

    def _pairing(self) -> bool:
        codes = (frame.f_code for frame in self._frames())
        pairs = (code for code in codes if code.co_name in ("socketpair", "_fallback_socketpair"))
        return any(code.co_filename.startswith(self.system) for code in pairs)

    def _place(self) -> tuple[int | None, str]:
        """The line that asked, and the outermost function of the file in the call stack."""
        own = [frame for frame in self._frames() if frame.f_code.co_filename == self.filename]
        return (own[0].f_lineno, own[-1].f_code.co_name) if own else (None, "")


def _text(value: object) -> str | None:
    """A name as text, without calling methods that a subclass can override; None if it is no name."""
    if str in kinds(value):
        return str.__str__(value)
    if bytes in kinds(value):
        return os.fsdecode(bytes.__getitem__(value, slice(None)))  # type: ignore[call-overload]
    return None
