"""``newsmodel convert``."""

from __future__ import annotations

import click

import newsmodel
from newsmodel.cli.files import (
    format_option,
    from_option,
    read_bytes,
    source_argument,
    source_name,
    write_bytes,
)
from newsmodel.cli.program import Exit, Failure, blaming, debug_option
from newsmodel.cli.terminal import clean


@click.command()
@source_argument
@from_option
@format_option("--to", "-t", required=True, help="The output's format.")
@click.option(
    "--output",
    "-o",
    type=click.Path(),
    help="Where to write; standard output otherwise. Written whole or not at all.",
)
@click.option("--report", is_flag=True, help="Print what was lost on standard error, a line each.")
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost.")
@click.option(
    "--no-extras",
    is_flag=True,
    help="Leave out foreign content that the same format once brought, so that the output is valid.",
)
@debug_option
def convert(
    source: str,
    format_: str | None,
    to: str,
    output: str | None,
    *,
    report: bool,
    strict: bool,
    no_extras: bool,
) -> None:
    """Convert an article from one format to another.

    FILE is the document to read; - is standard input.
    """
    data = read_bytes(source)
    name = source_name(source)
    with blaming(name):
        try:
            done = newsmodel.convert(data, to, format=format_, strict=strict, extras=not no_extras)
        except newsmodel.SeveralItems as error:
            hint = "convert takes one article; from Python, read_all and write_all take them all"
            raise Failure([f"{name}: {error}", f"{name}: {hint}"], Exit.INPUT) from error
    write_bytes(done.output, output)
    if report:
        click.echo(clean(str(done.losses)), err=True)
