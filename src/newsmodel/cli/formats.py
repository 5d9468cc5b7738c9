"""``newsmodel formats``."""

from __future__ import annotations

import click

from newsmodel.cli.program import debug_option


@click.command()
@debug_option
def formats() -> None:
    """List the formats: name, extension, whether it holds several articles a document, title."""
    from newsmodel.formats.registry import formats as known

    rows = [("NAME", "EXTENSION", "SEVERAL", "TITLE")]
    for each in known().values():
        several = [verb for verb, can in (("read", each.read_all), ("write", each.write_all)) if can]
        rows.append((each.name, each.extension, ", ".join(several) or "-", each.title))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
