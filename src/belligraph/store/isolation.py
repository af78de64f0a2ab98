"""What a query worker takes from itself before it answers anybody: the network, core dumps, more memory than its share.

A query cannot be stopped from outside the engine, and an engine cannot be trusted with every query; so the process is made
harmless. The filter of system calls needs Linux on x86-64 or ARM64; elsewhere the guard alone keeps queries local.
Source: https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import resource
import struct
import sys
from pathlib import Path

__all__ = ["block_network", "limit_memory"]

_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _FILTER_MODE = 22, 38, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
# classic BPF: load a word at an offset, jump if equal, return a constant
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_OFFSET_OF_CALL, _OFFSET_OF_ARCHITECTURE = 0, 4
# AUDIT_ARCH_* and the numbers of socket() and connect() there
_MACHINES = {"x86_64": (0xC000003E, (41, 42)), "aarch64": (0xC00000B7, (198, 203))}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def block_network() -> bool:
    """Makes every later socket() and connect() of this process fail with EPERM; whether that could be done."""
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        return False
    architecture, calls = machine
    refuse_at = 3 + len(calls) + 1
    instructions = [
        (_LOAD, 0, 0, _OFFSET_OF_ARCHITECTURE),
        (_JUMP_EQUAL, 0, refuse_at - 2, architecture),  # calls of another architecture have other numbers: refuse all
        (_LOAD, 0, 0, _OFFSET_OF_CALL),
        *((_JUMP_EQUAL, refuse_at - 4 - i, 0, call) for i, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    packed = b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)
    program = _Program(len(instructions), packed)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program), 0, 0) == 0)


def limit_memory(mebibytes: int) -> None:
    """Lets this process allocate that much more address space than it has now, and no core dump."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return  # no such file outside Linux; the deadline still holds
    limit = pages * resource.getpagesize() + mebibytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
