"""What all commands share: exit codes, and how anything that goes wrong is told."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import Any, Self, TypeVar

import click

from newsmodel.cli.terminal import clean
from newsmodel.errors import InputError, LossError, NewsModelError

_DEBUG = "newsmodel.debug"


Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


class Exit(IntEnum):
    """The exit codes; `meaning` says what each stands for."""

    meaning: str

    def __new__(cls, code: int, meaning: str) -> Self:
        made = int.__new__(cls, code)
        made._value_ = code
        made.meaning = meaning
        return made

    OK = 0, "all went well"
    FOUND = 1, "check found problems, or --strict met losses"
    USAGE = 2, "the command was called wrongly"
    INPUT = 3, "the input cannot be read"
    OUTPUT = 4, "the output cannot be written"
    INTERRUPTED = 130, "interrupted from the keyboard"
    BROKEN_PIPE = 141, "whoever read the output stopped reading"

    @classmethod
    def table(cls) -> str:
        """Return the codes for the help page, as click lays it out."""
        rows = "\n".join(f"  {code.value:<5}{code.meaning}" for code in cls)
        return f"\b\nExit codes:\n{rows}"


class Failure(Exception):  # what it is to the user
    """Something went wrong and is told in clear lines, one a fault."""

    def __init__(self, lines: Sequence[str], code: Exit) -> None:
        super().__init__(*lines)
        self.lines, self.code = lines, code


@contextmanager
def blaming(name: str, code: Exit = Exit.INPUT) -> Iterator[None]:
    """Tell a fault of a document, or of the file system, with the file's name before it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except InputError as error:
        lines = [f"{name}: {line}" for fault in error.errors for line in str(fault).splitlines()]
        raise Failure(lines, code) from error
    except IsADirectoryError as error:
        what = "name the file to write" if code is Exit.OUTPUT else "name the files in it"
        raise Failure([f"{name}: a folder: {what}"], code) from error
    except OSError as error:
        raise Failure([f"{name}: {error.strerror or error}"], code) from error


def debug_option(command: Decorated) -> Decorated:
    """Let a command take --debug, before or after its name."""
    return click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_note_debug,
        help="Show where an error comes from.",
    )(command)


def _note_debug(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's signature
    if value:
        ctx.meta[_DEBUG] = True


class Program(click.Group):
    """The group of commands: turns whatever went wrong into a line and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # what a terminal's encoding cannot say is no crash
                stream.reconfigure(errors="backslashreplace")
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            ctx.exit(Exit.BROKEN_PIPE)
        except KeyboardInterrupt:
            ctx.exit(Exit.INTERRUPTED)
        except (Failure, NewsModelError) as error:
            ctx.exit(tell(ctx, error))
        return result


def tell(ctx: click.Context, error: Failure | NewsModelError) -> Exit:
    """Print what went wrong, a line each, and return the exit code for it."""
    if _DEBUG in ctx.meta:
        traceback.print_exception(error)
    failure = _as_failure(error)
    for line in failure.lines:
        click.echo(f"newsmodel: {clean(line)}", err=True)
    return failure.code


def _as_failure(error: Failure | NewsModelError) -> Failure:
    if isinstance(error, Failure):
        return error
    code = Exit.FOUND if isinstance(error, LossError) else Exit.INPUT
    return Failure(str(error).splitlines(), code)


def _drop_output() -> None:
    """Send what is still in the buffers nowhere, so that the interpreter's last flush is quiet too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(io.UnsupportedOperation):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
