"""On Linux, let the kernel refuse what no submission may do, with Landlock and seccomp.

The guard reports an attempt; this stops it. A step that the kernel does not support is skipped, and
nothing here raises. Landlock and dropped capabilities bind only the calling thread and those that it starts
later, so the rules are applied while the process has one thread.
"""

import errno
import os
import signal
import struct
import sys
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from functools import cache
from typing import Any

from . import kernel_numbers as numbers

MANY = 400
"""In a folder with more entries than this, only those that Python needs and the file itself can be read."""
NAMES = {".git", ".grader", "__pycache__"}  # hidden next to hidden paths, and next to the graded file
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")


class _Kernel:
    """Makes system calls by name; the constructor fails on a system or machine that does not have them."""

    def __init__(self) -> None:
        import ctypes

        self.ctypes = ctypes
        self.machine = os.uname().machine
        self.column = list(numbers.ARCHITECTURES).index(self.machine)
        if struct.calcsize("P") != 8:
            raise OSError(errno.ENOSYS, "a process of 32 bits")
        self._syscall = ctypes.CDLL(None).syscall
        self._syscall.restype, self._syscall.argtypes = ctypes.c_long, [ctypes.c_long] * 7

    def call(self, name: str, *args: int) -> int:
        """Make a call and return its result; -1 if it fails."""
        number = numbers.USED[name][self.column]
        return int(self._syscall(number, *args, *[0] * (6 - len(args))))

    def pointing(self, name: str, before: list[int], data: bytes, *after: int) -> int:
        """Make a call with a pointer to `data` between the arguments `before` and `after`."""
        held = self.ctypes.create_string_buffer(data, len(data))
        return self.call(name, *before, self.ctypes.addressof(held), *after)

    def landlock(self) -> int:
        """The version of Landlock; 0 if there is none."""
        return max(0, self.call("landlock_create_ruleset", 0, 0, 1))

    def filters(self) -> bool:
        """Whether seccomp can refuse calls."""
        action = struct.pack("I", numbers.REFUSE)
        return self.pointing("seccomp", [numbers.ACTION_AVAILABLE, 0], action) == 0


@cache
def _kernel() -> _Kernel | None:
    if sys.platform != "linux":
        return None
    try:
        return _Kernel()
    except (ImportError, OSError, ValueError, AttributeError):
        return None


def prepare() -> None:
    """Compute in advance what is the same for all submissions, in a process that waits or forks workers."""
    with suppress(Exception):
        if (system := _kernel()) is not None:
            _needed()
            program(system.machine, 0)


class Rules:
    """The prepared rules for one submission: they can be applied in any number of forked processes.

    Args:
        filename: of the submission. The Python files next to it, and the grader's records there,
            cannot be read.
        hidden: files and folders that cannot be read.
    """

    def __init__(self, filename: str, hidden: Iterable[str]) -> None:
        self._rules = -1
        self._system = _kernel()
        if self._system is not None:
            with suppress(Exception):
                self._rules = _rules(self._system, _hidden(filename, hidden), os.path.realpath(filename))

    def apply(self) -> None:
        """Apply the rules to this process and all that it starts; they cannot be lifted."""
        system = self._system
        if system is None:
            return
        for step in (self._restrict, _drop_capabilities, _filter_calls):
            with suppress(Exception):
                step(system)

    def close(self) -> None:
        """Close the descriptor of the rules; those in force stay so."""
        if self._rules >= 0:
            os.close(self._rules)
            self._rules = -1

    def _restrict(self, system: _Kernel) -> None:
        system.call("prctl", numbers.NO_NEW_PRIVS, 1)  # the filter of calls needs it too
        if self._rules >= 0:
            system.call("landlock_restrict_self", self._rules, 0)


def end_with(parent: int) -> None:
    """Let the kernel kill this process when the thread that has started it ends, or the whole parent."""
    system = _kernel()
    if system is not None:
        system.call("prctl", numbers.DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)  # it has ended before


def in_force() -> dict[str, str]:
    """What the kernel can refuse on this system, each with the feature used; empty if it cannot."""
    system = _kernel()
    version = system.landlock() if system is not None else 0
    filters = "seccomp" if system is not None and system.filters() else ""

    def from_version(least: int) -> str:
        return f"Landlock {version}" if version >= least else ""

    return {
        "to read the solution and to write files": from_version(1),
        "to start programs, open sockets, change limits and file attributes": filters,
        "to signal other processes": from_version(6) or filters,
    }


# -- files


def _hidden(filename: str, hidden: Iterable[str]) -> set[str]:
    places = [os.path.realpath(path) for path in hidden]
    found, own = {*places, "/dev"}, os.path.realpath(filename)
    for folder in set(map(os.path.dirname, places)):
        found |= {os.path.join(folder, name) for name in NAMES}
    for beside in {os.path.dirname(own), os.path.realpath(os.path.dirname(filename))} - _needed():
        found |= {os.path.join(beside, name) for name in NAMES}
        with suppress(OSError), os.scandir(beside) as entries:
            found |= {entry.path for entry in entries if entry.name.endswith((".py", ".pyc"))}
    return found - {own}


@cache
def _needed() -> frozenset[str]:
    """The folders from which Python and NumPy import."""
    places = [os.path.dirname(os.__file__), sys.prefix, sys.base_prefix]
    numpy: Any = sys.modules.get("numpy")
    if numpy is not None:
        home = os.path.dirname(numpy.__file__)
        places += [home, home + ".libs"]
    return frozenset(map(os.path.realpath, places))


def readable(hidden: set[str], needed: Set[str]) -> Iterator[str]:
    """Yield the largest folders and files without anything in `hidden`: those that may be read.

    Symbolic links are skipped, because their targets are yielded under their real paths.
    """
    ways, on_need = _above(hidden), _above(needed) | needed

    def below(folder: str) -> Iterator[str]:
        try:
            with os.scandir(folder) as found:
                entries = [entry.path for entry in found if not entry.is_symlink()]
        except OSError:
            entries = []
        if not entries or len(entries) > MANY:
            entries = [path for path in on_need | ways | hidden if os.path.dirname(path) == folder]
        for path in entries:
            if path in hidden:
                continue
            if path in ways:
                yield from below(path)
            else:
                yield path

    return below("/")


def _above(paths: Iterable[str]) -> set[str]:
    found = set()
    for path in paths:
        while (path := os.path.dirname(path)) not in found:
            found.add(path)
    return found


def _rules(system: _Kernel, hidden: set[str], folder: str) -> int:
    """The descriptor of a Landlock ruleset; -1 if the kernel cannot make one."""
    version = system.landlock()
    if not version:
        return -1
    rights = numbers.FILE_RIGHTS[min(version, max(numbers.FILE_RIGHTS))] & ~numbers.READ_DIR
    attributes = [rights, *([numbers.NET_RIGHTS] if version >= 4 else [])]
    attributes += [numbers.SCOPES] if version >= 6 else []
    packed = struct.pack(f"{len(attributes)}Q", *attributes)
    rules = system.pointing("landlock_create_ruleset", [], packed, len(packed), 0)
    if rules < 0:
        return -1
    places = (*readable(hidden, _needed() | {folder}), *DEVICES[1:])
    allowed = [(path, numbers.READ_FILE) for path in places]
    for path, right in (*allowed, (DEVICES[0], numbers.WRITE_NULL & rights)):
        with suppress(OSError):
            place = os.open(path, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                system.pointing("landlock_add_rule", [rules, 1], struct.pack("=Qi", right, place), 0)
            finally:
                os.close(place)
    return rules


# -- calls


def _drop_capabilities(system: _Kernel) -> None:
    """Drop all capabilities except reading any file, which a superuser grading another user's files needs."""
    ctypes = system.ctypes
    header = (ctypes.c_uint32 * 2)(numbers.CAPABILITY_VERSION, 0)
    held = (ctypes.c_uint32 * 6)()
    where = ctypes.addressof(header), ctypes.addressof(held)
    if system.call("capget", *where) == 0 and any(held):
        keep = held[1] & numbers.DAC_READ_SEARCH
        held[:] = [keep, keep, 0, 0, 0, 0]
        system.call("capset", *where)


def _filter_calls(system: _Kernel) -> None:
    ctypes = system.ctypes
    code = program(system.machine, os.getpid())
    held = ctypes.create_string_buffer(code, len(code))
    packed = struct.pack("HxxxxxxQ", len(code) // 8, ctypes.addressof(held))
    system.pointing("seccomp", [numbers.SET_FILTER, numbers.TSYNC], packed)


# linux/bpf_common.h: load a word, compare (equal, greater, greater or equal, bits set), return.
LOAD, EQUAL, GREATER, AT_LEAST, BITS, RETURN = 0x20, 0x15, 0x25, 0x35, 0x45, 0x06
Code = list[tuple[int, int, int, int]]  # operation, how many to skip if true, if false, operand
REFUSE: Code = [(RETURN, 0, 0, numbers.REFUSE | errno.EPERM)]
UNKNOWN: Code = [(RETURN, 0, 0, numbers.REFUSE | errno.ENOSYS)]
PASS: Code = [(RETURN, 0, 0, numbers.ALLOW)]


def program(machine: str, pid: int) -> bytes:
    """The system call filter for a process, as the kernel expects it (linux/filter.h: sock_filter)."""
    column = list(numbers.ARCHITECTURES).index(machine)
    code: Code = []
    for call, words in numbers.ALLOWED.items():
        code += _allowed_with(call[column], words, pid)
    return _without_arguments(machine, column) + _packed(code + PASS)


@cache
def _without_arguments(machine: str, column: int) -> bytes:
    """The part of the filter that is the same for every process."""
    code: Code = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, numbers.ARCHITECTURES[machine]), *REFUSE, (LOAD, 0, 0, 0)]
    code += [(GREATER, 0, 1, numbers.LAST), *UNKNOWN, (EQUAL, 0, 1, numbers.CLONE3[column]), *UNKNOWN]
    for first, last in _runs({call[column] for call in numbers.REFUSED.values()} - {numbers.NONE}):
        code += [(AT_LEAST, 0, 2, first), (GREATER, 1, 0, last), *REFUSE]
    code += [(EQUAL, 0, 4, numbers.CLONE[column]), (LOAD, 0, 0, 16), (BITS, 0, 1, numbers.NAMESPACES)]
    code += [*REFUSE, *PASS]
    checks: Code = [(EQUAL, len(numbers.OWNERS) - place, 0, k) for place, k in enumerate(numbers.OWNERS)]
    block: Code = [(LOAD, 0, 0, 24), *checks, *PASS, *REFUSE]
    return _packed([*code, (EQUAL, 0, len(block), numbers.FCNTL[column]), *block])


def _runs(values: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last number of each run of consecutive numbers."""
    for first in sorted(value for value in values if value - 1 not in values):
        last = first
        while last + 1 in values:
            last += 1
        yield first, last


def _allowed_with(call: int, words: numbers.Words, pid: int) -> Code:
    """Allow a call if every word in `words` has one of the values listed for it; else refuse it."""
    own = {numbers.OWN: pid, numbers.GROUP: -pid & 0xFFFFFFFF}
    block: Code = []
    for word, values in words.items():
        block += [(LOAD, 0, 0, 16 + 4 * word)]
        block += [(EQUAL, len(values) - n, 0, own.get(value, value)) for n, value in enumerate(values)]
        block += REFUSE
    block += PASS
    return [(EQUAL, 0, len(block), call), *block]


def _packed(code: Code) -> bytes:
    return b"".join(struct.pack("HBBI", *instruction) for instruction in code)
