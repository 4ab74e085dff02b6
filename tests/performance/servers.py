"""Starting a server, asking it over one kept connection, and what that cost its processes."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@dataclass
class Cost:
    """Of one request, on average."""

    seconds: float
    """Processor time of the server's processes."""
    bytes: int
    """Of the body that came."""


class Server:
    """A running server and its children."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port = process, port
        self.start_seconds = 0.0
        """Processor time until the first answer."""

    def pids(self) -> list[int]:
        """The server and all below it."""
        found = [self.process.pid]
        for pid in found:
            try:
                found += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
            except OSError:
                continue
        return found

    def processor_seconds(self) -> float:
        """User and system time of all processes so far."""
        total = 0.0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += (int(fields[11]) + int(fields[12])) / TICK
        return total

    def memory(self) -> float:
        """Megabytes, shared ones divided among those who share them (PSS)."""
        total = 0
        for pid in self.pids():
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        return total / 1024

    def cost(self, path: str, requests: int, warm: int = 20, *, cookie: bool = False) -> Cost:
        """Ask ``requests`` times, after some that do not count; a cookie passes caches by.

        Raises:
            RuntimeError: an answer was no 200.
        """
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            stream = connection.makefile("rb")
            request = (
                f"GET {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nUser-Agent: bench\r\n"
                "Accept: text/html\r\nAccept-Encoding: gzip\r\n"
                f"{'Cookie: seen=1' if cookie else 'DNT: 1'}\r\n\r\n"
            ).encode()
            length = 0
            for _ in range(warm):
                length = ask(connection, stream, request)
            before = self.processor_seconds()
            for _ in range(requests):
                ask(connection, stream, request)
            return Cost((self.processor_seconds() - before) / requests, length)


def ask(connection: socket.socket, stream: object, request: bytes) -> int:
    """One request over a kept connection; the bytes of its body."""
    connection.sendall(request)
    readline, read = stream.readline, stream.read  # type: ignore[attr-defined]
    status = readline()
    length, is_chunked = 0, False
    while (line := readline()) not in (b"\r\n", b""):
        name, _, value = line.lower().partition(b":")
        if name == b"content-length":
            length = int(value)
        is_chunked |= name == b"transfer-encoding"
    if is_chunked:
        while size := int(readline(), 16):
            length += len(read(size + 2)) - 2
        readline()
    else:
        read(length)
    if b" 200 " not in status:
        raise RuntimeError(f"{request.split()[1]!r} answered {status!r}")
    return length


@contextmanager
def serve(
    command: Sequence[str], port: int, folder: Path, environment: dict[str, str]
) -> Iterator[Server]:
    """Run a server until the block ends; ``start_seconds`` says what its start cost."""
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    server = Server(process, port)
    try:
        for _ in range(1200):
            if process.poll() is not None:
                raise RuntimeError(f"{command} ended with {process.returncode}")
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
                    connection.sendall(f"GET / HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n".encode())
                    connection.recv(1)
            except OSError:
                time.sleep(0.05)
            else:
                server.start_seconds = server.processor_seconds()
                break
        yield server
    finally:
        process.terminate()
        process.wait(30)
