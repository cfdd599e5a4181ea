"""The numbers of system calls, capabilities and rights that `kernel_rules` uses, for x86-64 and for aarch64.

Sources: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (aarch64) of the Linux
sources, as installed in asm/unistd_64.h and asm-generic/unistd.h; from 424 on the numbers are the same
everywhere. For all other constants, comments name their headers under include/uapi/.
"""

# linux/audit.h: AUDIT_ARCH_X86_64, AUDIT_ARCH_AARCH64
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
NONE = -1  # the architecture has no such call
LAST = 462
"""mseal, Linux 6.10. Later calls give ENOSYS, as they do on an older kernel."""


def _same(names: str, first: int) -> dict[str, tuple[int, int]]:
    return {name: (first + place, first + place) for place, name in enumerate(names.split())}


USED = {
    "prctl": (157, 167), "capget": (125, 90), "capset": (126, 91), "seccomp": (317, 277),
    **_same("landlock_create_ruleset landlock_add_rule landlock_restrict_self", 444),
}  # fmt: skip

# Names, owners, modes, times and attributes of files.
FILES = {
    "chmod": (90, NONE), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, NONE), "fchown": (93, 55), "lchown": (94, NONE), "fchownat": (260, 54),
    "utime": (132, NONE), "utimes": (235, NONE), "futimesat": (261, NONE), "utimensat": (280, 88),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "mknod": (133, NONE), "mknodat": (259, 33), "mkdir": (83, NONE), "mkdirat": (258, 34),
    "rmdir": (84, NONE), "creat": (85, NONE), "link": (86, NONE), "linkat": (265, 37),
    "unlink": (87, NONE), "unlinkat": (263, 35), "symlink": (88, NONE), "symlinkat": (266, 36),
    "rename": (82, NONE), "renameat": (264, 38), "renameat2": (316, 276), "truncate": (76, 45),
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265), "inotify_init": (253, NONE), "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
}  # fmt: skip

# Programs, other processes, and leaving the process group.
PROCESSES = {
    "execve": (59, 221), "execveat": (322, 281), "setsid": (112, 157), "setpgid": (109, 154),
    "ioprio_set": (251, 30), "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "process_madvise": (440, 440), "process_mrelease": (448, 448),
    "pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424), "kcmp": (312, 272),
    "move_pages": (279, 239), "migrate_pages": (256, 238),
}  # fmt: skip

# Sockets, shared memory, semaphores and queues that others can reach.
CHANNELS = {
    "connect": (42, 203), "accept": (43, 202), "accept4": (288, 242), "bind": (49, 200), "listen": (50, 201),
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "shmdt": (67, 197),
    "semget": (64, 190), "semop": (65, 193), "semctl": (66, 191), "semtimedop": (220, 192),
    "msgget": (68, 186), "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187),
    "mq_open": (240, 180), "mq_unlink": (241, 181), "mq_timedsend": (242, 182),
    "mq_timedreceive": (243, 183), "mq_notify": (244, 184), "mq_getsetattr": (245, 185),
}  # fmt: skip

# Namespaces, mounts, keys, and calls that change the kernel or the machine.
KERNEL = {
    "unshare": (272, 97), "setns": (308, 268), "add_key": (248, 217), "request_key": (249, 218),
    "keyctl": (250, 219), "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    **_same("io_uring_setup io_uring_enter io_uring_register", 425),
    **_same("open_tree move_mount fsopen fsconfig fsmount fspick", 428),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "mount_setattr": (442, 442), "swapon": (167, 224), "swapoff": (168, 225), "reboot": (169, 142),
    "sethostname": (170, 161), "setdomainname": (171, 162), "iopl": (172, NONE), "ioperm": (173, NONE),
    "modify_ldt": (154, NONE), "init_module": (175, 105), "delete_module": (176, 106),
    "finit_module": (313, 273), "kexec_load": (246, 104), "kexec_file_load": (320, 294),
    "quotactl": (179, 60), "quotactl_fd": (443, 443), "settimeofday": (164, 170),
    "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266), "syslog": (103, 116),
    "vhangup": (153, 58), "acct": (163, 89), "lookup_dcookie": (212, 18), "uselib": (134, NONE),
}  # fmt: skip

REFUSED = FILES | PROCESSES | CHANNELS | KERNEL
CLONE3 = (435, 435)

# Calls that are allowed with some arguments. A word is half of an argument: word 2n is the lower half of
# argument n, word 2n + 1 the upper half. A call is allowed if every listed word has one of its values. OWN
# means the process's own id, GROUP its negative.
OWN, GROUP = -1, -2
Words = dict[int, tuple[int, ...]]
# linux/net.h: AF_UNIX; SOCK_STREAM and SOCK_SEQPACKET, with SOCK_NONBLOCK and SOCK_CLOEXEC. Over a pair of
# any other kind, sendmsg could name another socket to send to.
UNIX: Words = {0: (1,), 2: tuple(kind | more for kind in (1, 5) for more in (0, 0x800, 0x80000, 0x80800))}
ALLOWED: dict[tuple[int, int], Words] = {
    (62, 129): {0: (0, OWN, GROUP)},  # kill
    (200, 130): {0: (OWN,)},  # tkill
    (234, 131): {0: (OWN,)},  # tgkill
    (129, 138): {0: (OWN,)},  # rt_sigqueueinfo
    (297, 240): {0: (OWN,)},  # rt_tgsigqueueinfo
    (302, 261): {0: (0, OWN)},  # prlimit64
    (203, 122): {0: (0, OWN)},  # sched_setaffinity
    (144, 119): {0: (0, OWN)},  # sched_setscheduler
    (142, 118): {0: (0, OWN)},  # sched_setparam
    (314, 274): {0: (0, OWN)},  # sched_setattr
    (141, 140): {0: (0,), 2: (0, OWN)},  # setpriority: PRIO_PROCESS (linux/resource.h)
    (41, 198): UNIX,  # socket: it can be made, but not connected
    (53, 199): UNIX,  # socketpair
    (44, 206): {8: (0,), 9: (0,)},  # sendto: no address
    # ioctl, asm-generic/ioctls.h: TCGETS, TIOCGPGRP, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX,
    # TCGETS2
    (16, 29): {2: (0x5401, 0x540F, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x802C542A)},
}
# fcntl, asm-generic/fcntl.h and linux/fcntl.h: F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY
FCNTL, OWNERS = (72, 25), (8, 10, 15, 1024, 1026)
# linux/sched.h: CLONE_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET; CLONE_PARENT
CLONE, NAMESPACES = (56, 220), 0x7E020000 | 0x8000

# linux/landlock.h. The file rights that each version of Landlock knows, from bit 0: execute, write_file,
# read_file, read_dir (always allowed here), remove_dir, remove_file, make_char, make_dir, make_reg,
# make_sock, make_fifo, make_block, make_sym; then refer (2), truncate (3) and ioctl_dev (5).
READ_FILE, READ_DIR = 1 << 2, 1 << 3
WRITE_NULL = 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15
FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
NET_RIGHTS = 0b11  # from version 4: bind_tcp, connect_tcp
SCOPES = 0b11  # from version 6: abstract_unix_socket, signal

# linux/prctl.h, linux/seccomp.h, linux/capability.h
DEATH_SIGNAL, NO_NEW_PRIVS, SET_FILTER, TSYNC, ACTION_AVAILABLE = 1, 38, 1, 1, 2
CAPABILITY_VERSION, DAC_READ_SEARCH = 0x20080522, 1 << 2
ALLOW, REFUSE = 0x7FFF0000, 0x00050000  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO with the error in its low half
