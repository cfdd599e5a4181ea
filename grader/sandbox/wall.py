"""On Linux the kernel refuses what no submission may do: Landlock and seccomp.

The guard tells of an attempt; this stops it. What the kernel cannot do is left out, step by step, and
nothing here raises. Landlock and dropped capabilities bind the calling thread alone and those that it starts
later, so a wall goes up while the process has one thread.
"""

import errno
import os
import struct
import sys
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from functools import cache
from typing import Any

from . import wall_numbers as numbers

MANY = 400
"""Of a folder with more entries, only those that Python needs can be read, beside the file itself."""
NAMES = {".git", ".grader", "__pycache__"}  # hidden beside what is hidden, and beside the graded file
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")


class _Kernel:
    """The system calls, by name, on a system that has them."""

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
        """What the call gives; -1 where it fails."""
        number = numbers.USED[name][self.column]
        return int(self._syscall(number, *args, *[0] * (6 - len(args))))

    def pointing(self, name: str, before: list[int], data: bytes, *after: int) -> int:
        """A call with a pointer to `data` among its arguments."""
        held = self.ctypes.create_string_buffer(data, len(data))
        return self.call(name, *before, self.ctypes.addressof(held), *after)

    def landlock(self) -> int:
        """The version of Landlock; 0 where there is none."""
        return max(0, self.call("landlock_create_ruleset", 0, 0, 1))

    def filters(self) -> bool:
        """Whether seccomp can refuse calls."""
        action = struct.pack("I", numbers.REFUSE)
        return self.pointing("seccomp", [numbers.ACTION_AVAILABLE, 0], action) == 0


def _kernel() -> _Kernel | None:
    if sys.platform != "linux":
        return None
    try:
        return _Kernel()
    except (ImportError, OSError, ValueError, AttributeError):
        return None


def prepare() -> None:
    """Work out what is the same for all: for a process that waits, or from which workers are forked."""
    with suppress(Exception):
        system = _kernel()
        if system is not None:
            _needed()
            program(system.machine, 0)


class Wall:
    """The wall around one submission, made ready: it can be put up in any number of forked processes.

    Args:
        filename: of the submission. The Python files beside it, and what the grader remembers there,
            cannot be read.
        hidden: files and folders that cannot be read.
    """

    def __init__(self, filename: str, hidden: Iterable[str]) -> None:
        self._rules = -1
        self._system = _kernel()
        if self._system is not None:
            with suppress(Exception):
                self._rules = _rules(self._system, _hidden(filename, hidden), os.path.realpath(filename))

    def put_up(self) -> None:
        """Refuse from now on, in this process and all that it starts; there is no way back."""
        system = self._system
        if system is None:
            return
        for step in (_no_new_rights, self._restrict, _drop_capabilities, _filter_calls):
            with suppress(Exception):
                step(system)

    def close(self) -> None:
        """Let go of the descriptor."""
        if self._rules >= 0:
            os.close(self._rules)
            self._rules = -1

    def _restrict(self, system: _Kernel) -> None:
        if self._rules >= 0:
            system.call("landlock_restrict_self", self._rules, 0)


def in_force() -> dict[str, str]:
    """What the kernel refuses here, and by what; empty texts where it cannot."""
    system = _kernel()
    version = system.landlock() if system is not None else 0
    filters = "seccomp" if system is not None and system.filters() else ""

    def from_version(least: int) -> str:
        return f"Landlock {version}" if version >= least else ""

    return {
        "reading the solution and writing files": from_version(1),
        "programs, sockets, limits and attributes": filters,
        "signals to other processes": from_version(6) or filters,
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
    """The folders from which Python and NumPy import, and on."""
    places = [os.path.dirname(os.__file__), sys.prefix, sys.base_prefix]
    numpy: Any = sys.modules.get("numpy")
    if numpy is not None:
        home = os.path.dirname(numpy.__file__)
        places += [home, home + ".libs"]
    return frozenset(map(os.path.realpath, places))


def readable(hidden: set[str], needed: Set[str]) -> Iterator[str]:
    """What stands beside hidden files and folders on the way from the root down; it may be read.

    Links are left out: what they lead to is here in its own place.
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


def _rules(system: _Kernel, hidden: set[str], own: str) -> int:
    """A ruleset of Landlock, as a descriptor; -1 where there is none."""
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
    places = (*readable(hidden, _needed() | {own}), *DEVICES[1:])
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


def _no_new_rights(system: _Kernel) -> None:
    system.call("prctl", numbers.NO_NEW_PRIVS, 1)


def _drop_capabilities(system: _Kernel) -> None:
    """Keep the right to read, for a superuser whose files are another's; drop all others."""
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
_constant: dict[str, bytes] = {}


def program(machine: str, pid: int) -> bytes:
    """The filter of system calls for a process, as the kernel takes it (linux/filter.h: sock_filter)."""
    column = list(numbers.ARCHITECTURES).index(machine)
    if machine not in _constant:
        _constant[machine] = _packed(_without_arguments(machine, column))
    code: Code = []
    for call, words in numbers.ALLOWED.items():
        code += _allowed_with(call[column], words, pid)
    return _constant[machine] + _packed(code + PASS)


def _without_arguments(machine: str, column: int) -> Code:
    """What is the same for every process."""
    code: Code = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, numbers.ARCHITECTURES[machine]), *REFUSE, (LOAD, 0, 0, 0)]
    code += [(GREATER, 0, 1, numbers.LAST), *UNKNOWN, (EQUAL, 0, 1, numbers.CLONE3[column]), *UNKNOWN]
    for first, last in _runs({call[column] for call in numbers.REFUSED.values()} - {numbers.NONE}):
        code += [(AT_LEAST, 0, 2, first), (GREATER, 1, 0, last), *REFUSE]
    code += [(EQUAL, 0, 4, numbers.CLONE[column]), (LOAD, 0, 0, 16), (BITS, 0, 1, numbers.NAMESPACES)]
    code += [*REFUSE, *PASS]
    checks: Code = [(EQUAL, len(numbers.OWNERS) - place, 0, k) for place, k in enumerate(numbers.OWNERS)]
    block: Code = [(LOAD, 0, 0, 24), *checks, *PASS, *REFUSE]
    return [*code, (EQUAL, 0, len(block), numbers.FCNTL[column]), *block]


def _runs(values: set[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of consecutive numbers."""
    for first in sorted(value for value in values if value - 1 not in values):
        last = first
        while last + 1 in values:
            last += 1
        yield first, last


def _allowed_with(call: int, words: numbers.Words, pid: int) -> Code:
    """Allow a call where every word that is named holds one of its values."""
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
