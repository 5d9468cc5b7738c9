"""``newsmodel show``."""

from __future__ import annotations

import shutil

import click

import newsmodel
from newsmodel.cli.files import from_option, read_bytes, source_argument, source_name
from newsmodel.cli.program import blaming, debug_option
from newsmodel.cli.terminal import colours_wanted

WIDEST = 100
"""Columns: longer lines are hard to read."""


@click.command()
@source_argument
@from_option
@click.option(
    "--width",
    type=click.IntRange(min=20),
    help="Columns to fill; those of the terminal otherwise, 100 at the most.",
)
@debug_option
def show(source: str, format_: str | None, width: int | None) -> None:
    """Show the articles of a document in the terminal.

    FILE is the document to read; - is standard input. Colours are used on a terminal only, and not when NO_COLOR is set.
    """
    from newsmodel.cli.view import view

    data = read_bytes(source)
    columns = width or min(shutil.get_terminal_size().columns, WIDEST)
    colours = colours_wanted()
    with blaming(source_name(source)):
        for number, article in enumerate(newsmodel.read_all(data, format=format_)):
            if number:
                click.echo("\n" + "─" * columns + "\n")
            for line in view(article, columns=columns, colours=colours):
                click.echo(line, color=colours)
