"""Where commands read from and write to. ``-`` is standard input; no name is standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

import click

from newsmodel.cli.program import Decorated, Exit, blaming

STDIN = "-"


def format_option(*names: str, help: str, required: bool = False) -> Callable[[Decorated], Decorated]:  # noqa: A002  # click's word
    """An option that takes the name of a format; the list of them loads when it is given."""
    return click.option(
        *names,
        metavar="FORMAT",
        help=help,
        required=required,
        callback=_known,
        shell_complete=lambda _ctx, _param, begun: [
            name for name in format_names() if name.startswith(begun)
        ],
    )


def format_names() -> Collection[str]:
    """Return the names of all formats."""
    from newsmodel.formats import registry

    return registry.formats()


def _known(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is not None and value not in format_names():
        raise click.BadParameter(f"{value!r} is no format; there are {', '.join(format_names())}")
    return value


source_argument = click.argument("source", metavar="FILE", type=click.Path(allow_dash=True))
from_option = format_option(
    "--from", "-f", "format_", help="The input's format; found out from its content otherwise."
)


def source_name(source: str) -> str:
    """Return what messages call a source."""
    return "standard input" if source == STDIN else source


def read_bytes(source: str) -> bytes:
    """Read a file, or standard input."""
    with blaming(source_name(source)):
        return sys.stdin.buffer.read() if source == STDIN else Path(source).read_bytes()


def write_bytes(data: bytes, target: str | None) -> None:
    """Write to a file, which is there whole or not at all, or to standard output."""
    if target in (None, STDIN):
        rest = memoryview(data)
        while rest:  # an unbuffered stream (PYTHONUNBUFFERED) may take only a part
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
        return
    with blaming(str(target), Exit.OUTPUT):
        _write_file(data, Path(os.path.realpath(str(target))))


def _write_file(data: bytes, path: Path) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe has no whole
        path.write_bytes(data)
        return
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)  # still there only if something went wrong


def _mode(path: Path) -> int:
    """The permissions of the file that is there, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
