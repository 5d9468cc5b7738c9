"""``newsmodel date``."""

from __future__ import annotations

from typing import Any

import click

import newsmodel
from newsmodel.cli.program import Exit, blaming, debug_option
from newsmodel.cli.terminal import isolated


@click.command()
@click.argument("text")
@click.option("--language", "-l", help="The language of the text, a BCP 47 tag such as ar or en-GB.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@debug_option
def date(text: str, language: str | None, *, as_json: bool) -> None:
    """Read a date as news print it, in Arabic, Russian, English or ISO 8601.

    Prints the value in ISO 8601 and what is known about it. A text that is no date, or not surely one, is refused.
    """
    with blaming("date", Exit.INPUT):
        facts = _facts(newsmodel.read_date(text, language=language))
    if as_json:
        import json

        click.echo(json.dumps(facts, ensure_ascii=False))
        return
    facts["assumed"] = ", ".join(facts["assumed"]) or "nothing"
    for name in ("value", "precision", "language", "calendar", "zone", "assumed"):
        if facts[name] is not None:
            click.echo(f"{name:<11}{isolated(facts[name])}")


def _facts(reading: newsmodel.DateReading) -> dict[str, Any]:
    from newsmodel.dates.when import format_iso

    return {
        "value": format_iso(reading.value),
        "precision": reading.precision.value,
        "language": reading.language,
        "calendar": reading.calendar,
        "zone": reading.zone,
        "assumed": list(reading.assumed),
        "span": list(reading.span),
    }
