"""What the process that opens files takes from itself: memory, files, network, other programs."""

import ctypes
import os
import platform
import resource
import struct

# System calls that reading a file needs none of, by machine (Linux: asm/unistd_64.h, asm-generic/unistd.h).
_CALLS = {
    "x86_64": (
        0xC000003E,
        (
            *(41, 42, 43, 49, 50, 53, 288),  # socket, connect, accept, bind, listen, socketpair, accept4
            *(57, 58, 59, 322, 62, 101, 200, 234),  # fork, vfork, execve, execveat, kill, ptrace, tkill, tgkill
            *(76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 133),  # truncate … rename … unlink … chmod …
            *(258, 259, 260, 263, 264, 265, 266, 268, 316, 452),  # the same, relative to a folder
            *(155, 161, 165, 166, 272, 308, 310, 311, 321, 323),  # mounts, namespaces, other processes' memory, bpf
            *(246, 248, 249, 250, 298, 304, 425, 426, 427, 437),  # kexec, keys, perf, handles, io_uring, openat2
        ),
        (2, 1),  # open, and which argument holds its flags
        (257, 2),  # openat
    ),
    "aarch64": (
        0xC00000B7,
        (
            *(198, 199, 200, 201, 202, 203, 242),  # socket, socketpair, bind, listen, accept, connect, accept4
            *(221, 281, 129, 130, 131, 117),  # execve, execveat, kill, tkill, tgkill, ptrace
            *(33, 34, 35, 36, 37, 38, 45, 46, 52, 53, 54, 55, 276, 452),  # mknodat … unlinkat … renameat … chmod …
            *(39, 40, 41, 51, 97, 268, 270, 271, 280, 282),  # mounts, namespaces, other processes' memory, bpf
            *(104, 217, 218, 219, 241, 265, 425, 426, 427, 437),  # kexec, keys, perf, handles, io_uring, openat2
        ),
        (257, 0),  # there is no open; no call has this number
        (56, 2),  # openat
    ),
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_X32 = 0x40000000
_EPERM = 1
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER, _DEATH_SIGNAL = 38, 22, 2, 1


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def limit(memory: int) -> None:
    """Bound memory (bytes), files written (none), files open, and leave no image of memory behind."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (within, within))


def limit_processor(seconds: int) -> None:
    """Let this process work for so many seconds of processor time from now on; then it is ended."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def forbid_calls() -> bool:
    """Forbid this process the network, other programs and every change of a file; return whether that is done.

    A filter of system calls (seccomp), which nothing takes off again. What it refuses fails with EPERM.
    """
    table = _CALLS.get(platform.machine())
    if table is None or platform.system() != "Linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_DEATH_SIGNAL, 9, 0, 0, 0)
    code = _filter(*table)
    buffer = ctypes.create_string_buffer(code)
    program = _Program(len(code) // 8, ctypes.addressof(buffer))
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(machine: int, calls: tuple[int, ...], *opens: tuple[int, int]) -> bytes:
    """Return the filter as the kernel takes it: instructions of code, two jumps and a value (linux/bpf_common.h)."""
    load, equal, above, masked, answer = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, refuse = 0x7FFF0000, 0x00050000 | _EPERM
    tests: list[tuple[int, int, int, int]] = [
        (load, 0, 0, 4),
        (equal, 1, 0, machine),
        (answer, 0, 0, refuse),
        (load, 0, 0, 0),
        (above, 0, 1, _X32),
        (answer, 0, 0, refuse),
    ]
    for number in calls:
        tests += [(equal, 0, 1, number), (answer, 0, 0, refuse)]
    for number, argument in opens:
        tests += [
            (equal, 0, 4, number),
            (load, 0, 0, 16 + 8 * argument),
            (masked, 0, 1, _WRITING),
            (answer, 0, 0, refuse),
            (answer, 0, 0, allow),
        ]
    tests.append((answer, 0, 0, allow))
    return b"".join(struct.pack("=HBBI", *one) for one in tests)
