"""The command line. One file a command; what a command needs of the library loads when it runs."""

from __future__ import annotations

import click

import newsmodel
from newsmodel.cli.check import check
from newsmodel.cli.convert import convert
from newsmodel.cli.date import date
from newsmodel.cli.formats import formats
from newsmodel.cli.program import Exit, Program, debug_option
from newsmodel.cli.show import show

__all__ = ["Exit", "main"]


@click.group(
    cls=Program,
    commands=[convert, show, check, formats, date],
    epilog=Exit.table(),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(newsmodel.__version__, prog_name="newsmodel")
@debug_option
def main() -> None:
    """News articles in the world's formats: convert them, look at them, check them."""
