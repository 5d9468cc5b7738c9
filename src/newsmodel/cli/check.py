"""``newsmodel check``."""

from __future__ import annotations

import click

import newsmodel
from newsmodel.cli.files import from_option, read_bytes, source_argument, source_name
from newsmodel.cli.program import Exit, blaming, debug_option
from newsmodel.cli.terminal import clean


@click.command()
@source_argument
@from_option
@debug_option
@click.pass_context
def check(ctx: click.Context, source: str, format_: str | None) -> None:
    """Say what is wrong with the articles of a document.

    Prints a line for everything in the document that could not be understood or had to be repaired, with its place, and for
    every problem of the article itself, with its path. Exits with 1 when there is any. FILE is the document to read; - is
    standard input.
    """
    data, name = read_bytes(source), source_name(source)
    with blaming(name):
        articles = _findings(data, format_)
    for number, findings in enumerate(articles, 1):
        place = f"{name}: article {number}" if len(articles) > 1 else name
        for finding in findings:
            click.echo(clean(f"{place}: {finding}"))
    if any(articles):
        ctx.exit(Exit.FOUND)


def _findings(data: bytes, format_: str | None) -> list[list[str]]:
    """Return what is wrong with each article."""
    losses = newsmodel.Losses()
    found = []
    for article in newsmodel.read_all(data, format=format_, losses=losses):
        found.append([str(one) for one in (*losses, *newsmodel.validate(article))])
        losses.clear()
    if found:
        found[0] = [*_twice(data), *found[0]]
    return found or [["no-article: the document holds no article"]]


def _twice(data: bytes) -> list[str]:
    """Return the keys that a JSON document gives twice: no reader sees the first of the two."""
    if data.lstrip()[:1] not in (b"{", b"["):
        return []
    from newsmodel.syntax.json_duplicates import duplicate_keys

    return [
        f"duplicate-key {place}: the key stands twice, and the last one is read"
        for place in duplicate_keys(data)
    ]
