"""Forbidden acts for right submissions, written by reading the guard's source; each prints DONE if it works.

ANSWER is a file of the solutions, MARKS an empty folder outside the checkout. `call` makes a system call by
its number, which bypasses every name that the guard knows; it returns -1 if the call fails.
"""

import os

from grader.sandbox.confinement import kernel_numbers as numbers

CALLS = numbers.REFUSED | numbers.USED | {
    "openat": (257, 56), "openat2": (437, 437), "prlimit64": (302, 261), "fork": (57, numbers.NONE),
    "kill": (62, 129), "clone": (56, 220), "socket": (41, 198), "vfork": (58, numbers.NONE),
    "ioctl": (16, 29), "write": (1, 64), "sendto": (44, 206), "getpid": (39, 172),
}  # fmt: skip

TOP = """\
import ctypes, fcntl, mmap, os, resource, socket, struct, sys, time
import numpy as np
PARENT = os.getppid()
def foreign(name, *kinds):
    libc = ctypes.CDLL(None)
    libc.dlsym.restype, libc.dlsym.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_char_p]
    return ctypes.CFUNCTYPE(ctypes.c_long, *kinds)(libc.dlsym(None, name))
def call(name, *args):
    function = foreign(b"syscall", *[ctypes.c_long] * 7)
    return function(CALLS[name], *args, *[0] * (6 - len(args)))
def text(value):
    kept.append(ctypes.create_string_buffer(value.encode()))
    return ctypes.addressof(kept[-1])
def done(came_off, *more):
    if came_off:
        print("DONE", *more, flush=True)
kept = []
"""
MODEL = """
class LinearRegression:
    def __init__(self, n):
        self.w, self.b = np.zeros(n), 0.0
    def predict(self, X):
        return X @ self.w + self.b
"""

SEEN = {
    "meta_path": "sys.meta_path[0].active = False; done(open(ANSWER).read(9))",
    "frames": """
frame = sys._getframe()
while frame:
    for value in list(frame.f_locals.values()):
        if hasattr(getattr(value, "guard", None), "active"):
            value.guard.active = False
    frame = frame.f_back
done(open(ANSWER).read(9))""",
    "semaphore": "import _multiprocessing as m; done(m.SemLock(1, 1, 1, '/kata_left', False))",
    "shared_memory": "import multiprocessing.shared_memory as m; done(m.SharedMemory(create=True, size=9))",
    "named_queue": "import multiprocessing; done(multiprocessing.Queue())",
    "folder_descriptor": "done(os.open('x', 66, dir_fd=os.open(MARKS, os.O_RDONLY)))",
    "abstract_bind": "s = socket.socket(socket.AF_UNIX); s.bind('\\0kata'); done(s)",
    "datagrams": "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); done(s.sendto(b'x', '/dev/log'))",
    "exchanged_for_a_link": """
os.symlink(ANSWER, MARKS + '/link')
done(open(MARKS + '/link').read(9))""",
}
"""The acts that the guard stops too."""

UNSEEN = {
    "bytearray": "done(os.read(os.open(bytearray(ANSWER.encode()), 0), 9))",
    "readline": "import readline; readline.read_history_file(ANSWER); done(readline.get_history_item(1))",
    "tcl_writes": "import tkinter; done(tkinter.Tcl().eval('open ' + MARKS + '/tcl w'))",
    "tcl_listens": "import tkinter; done(tkinter.Tcl().eval('socket -server x -myaddr 127.0.0.1 0'))",
    "tcl_runs": "import tkinter; done(tkinter.Tcl().eval('exec sleep 60 &'))",
    "fake_library": """
import _thread, tempfile
code = compile("import os; print('DONE', open(%r).read(9))" % ANSWER, tempfile.__file__, "exec")
_thread.start_new_thread(exec, (code, vars(tempfile)))
time.sleep(0.05)""",
    "sqlite_attach": """
import sqlite3
c = sqlite3.connect(":memory:")
c.execute("attach database ? as a", (MARKS + "/a",)); c.execute("create table a.t (x)"); done(True)""",
    "sqlite_vacuum": """
import sqlite3
c = sqlite3.connect(":memory:")
c.execute("create table t (x)"); c.execute("vacuum into ?", (MARKS + "/v",)); done(True)""",
    "mkfifo": """
cells = getattr(os.mkfifo, "__closure__", None) or ()
real = next((c.cell_contents for c in cells if callable(c.cell_contents)), os.mkfifo)
real(MARKS + "/fifo"); done(True)""",
    "wordexp": """
room = ctypes.create_string_buffer(256)
ctypes.CDLL(None).wordexp(b"$(echo > %s/w)" % MARKS.encode(), room, 0)""",
    "system": "foreign(b'system', ctypes.c_char_p)(b'echo > %s/s' % MARKS.encode())",
    "shm_open": """
made = foreign(b"shm_open", ctypes.c_char_p, ctypes.c_int, ctypes.c_int)(b"/kata_left", 66, 384)
done(ctypes.c_int(made).value >= 0)""",
    "memory_of_parent": "resource.prlimit(PARENT, resource.RLIMIT_AS, (1, 1)); done(True)",
    "prlimit_by_number": "room = text(chr(1) * 16); done(call('prlimit64', PARENT, 7, room, 0) == 0)",
    "priority_of_parent": "os.setpriority(os.PRIO_PROCESS, PARENT, 19); done(True)",
    "priority_of_user": "os.setpriority(os.PRIO_USER, os.getuid(), 19); done(True)",
    "processors_of_parent": "os.sched_setaffinity(PARENT, {0}); done(True)",
    "schedule_of_parent": "os.sched_setscheduler(PARENT, os.SCHED_BATCH, os.sched_param(0)); done(True)",
    "input_priority_of_parent": "done(call('ioprio_set', 1, PARENT, 3 << 13) == 0)",
    "owner_of_signals": """
a, b = socket.socketpair()
fcntl.fcntl(a, fcntl.F_SETOWN, PARENT)
fcntl.fcntl(a, 10, 9)
fcntl.fcntl(a, fcntl.F_SETFL, fcntl.fcntl(a, fcntl.F_GETFL) | os.O_ASYNC)
done(b.send(b"x"))""",
    "owner_by_ioctl": """
a, b = socket.socketpair()
fcntl.ioctl(a, 0x8901, struct.pack("i", PARENT)); done(True)""",
    "kill_by_number": "done(call('kill', PARENT, 0) == 0)",
    "io_uring": "room = text(chr(0) * 120); done(call('io_uring_setup', 1, room) >= 0)",
    "memfd_and_execveat": """
fd = call('memfd_create', text('x'), 0)
done(fd >= 0 or call('execveat', os.open('/bin/true', os.O_RDONLY), text(''), 0, 0, 0x1000) == 0)""",
    "openat2": """
how = ctypes.create_string_buffer(struct.pack("QQQ", os.O_RDONLY, 0, 0), 24)
fd = call('openat2', -100, text(ANSWER), ctypes.addressof(how), 24)
done(fd >= 0 and os.read(fd, 9))""",
    "openat_writes": "done(call('openat', -100, text(MARKS + '/o'), 66, 384) >= 0)",
    "through_a_path": """
fd = os.open(ANSWER.encode() and bytearray(ANSWER.encode()), os.O_PATH)
done(os.read(os.open(bytearray(b'/proc/self/fd/%d' % fd), os.O_RDONLY), 9))""",
    "survivor": """
if foreign(b"fork")() == 0:
    if call("setsid") >= 0 or call("setpgid", 0, 0) == 0:
        print("DONE", flush=True)
    time.sleep(60)
    os._exit(0)""",
    "brother": """
if call("clone", 0x8000 | 17) == 0:
    print("DONE", flush=True)
    call("execve", 0); os._exit(0)""",
    "namespaces": "done(call('unshare', 0x04000000) == 0)",
    "memory_written": "fd = call('openat', -100, text('/proc/%d/mem' % PARENT), 2); done(fd >= 0)",
    "descriptors_of_parent": "done(os.read(os.open(bytearray(b'/proc/%d/fd/0' % PARENT), 0), 1) is not None)",
    "environment_of_parent": "done(os.read(os.open(bytearray(b'/proc/%d/environ' % PARENT), 0), 9))",
    "memory_by_call": """
room = np.zeros(4, np.int64)
room[:] = room.ctypes.data, 8, room.ctypes.data, 8
start = room.ctypes.data
done(call('process_vm_writev', PARENT, start, 1, start + 16, 1) >= 0)""",
    "traced": "done(call('ptrace', 16, PARENT) == 0)",
    "descriptor_taken": "done(call('pidfd_getfd', os.pidfd_open(PARENT), 0, 0) >= 0)",
    "watched_folder": "done(call('inotify_init1', 0) >= 0)",
    "keys": "done(call('add_key', text('user'), text('kata'), text('x'), 1, -3) >= 0)",
    "segment": "done(call('shmget', 0x6B617461, 4096, 0o1600) >= 0)",
    "messages": "done(call('mq_open', text('kata'), 66, 384, 0) >= 0)",
    "mode": "done(call('fchmodat2', -100, text(ANSWER), 0o600, 0) == 0 or call('fchmod', 1, 0o600) == 0)",
    "times": "done(call('utimensat', -100, text(ANSWER), 0, 0) == 0)",
    "attributes": "done(call('setxattr', text(ANSWER), text('user.kata'), text('x'), 1, 0) == 0)",
    "flags_of_a_file": """
fd = os.open('/etc/passwd', os.O_RDONLY)
fcntl.ioctl(fd, 0x40086602, struct.pack('l', 0)); done(True)""",
    "internet": "done(call('socket', 2, 1, 0) >= 0 or call('socket', 16, 3, 0) >= 0)",
    "bpf": "done(call('bpf', 0, text('x' * 64), 64) >= 0)",
    "handle": """
done(call('name_to_handle_at', -100, text(ANSWER), text(chr(127) * 200), text('x' * 8), 0) == 0)""",
}
"""The acts that only the kernel stops."""


def source(code: str, answer: str, marks: str) -> str:
    """A right submission that also tries this code, and prints the exception that it raises."""
    column = list(numbers.ARCHITECTURES).index(os.uname().machine)
    known = {name: number[column] for name, number in CALLS.items()}
    names = f"CALLS, ANSWER, MARKS = {known!r}, {answer!r}, {marks!r}\n"
    body = "".join(f"    {line}\n" for line in code.strip().splitlines())
    return f"{TOP}{names}try:\n{body}except BaseException as error:\n    print('EXC', repr(error))\n{MODEL}"
