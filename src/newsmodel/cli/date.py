"""``newsmodel date``."""

from __future__ import annotations

from datetime import date as day
from datetime import datetime
from typing import Any

import click

import newsmodel
from newsmodel.cli.program import Exit, blaming, debug_option
from newsmodel.cli.terminal import isolated


@click.command()
@click.argument("text")
@click.option(
    "--language",
    "-l",
    multiple=True,
    help="The language of the text, a BCP 47 tag such as ar or en-GB; may be given several times.",
)
@click.option(
    "--reference", "-r", help="When the text was written, in ISO 8601, for what depends on it (yesterday)."
)
@click.option("--order", type=click.Choice(["dmy", "mdy", "ymd"]), help="The order of a date in numbers.")
@click.option("--zone", help="The zone of a time that names none: Asia/Riyadh, +03:00.")
@click.option("--epoch", type=click.Choice(["s", "ms"]), help="Read seconds or milliseconds since 1970.")
@click.option("--lenient", is_flag=True, help="Take a date whose weekday is wrong, and say so.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@debug_option
def date(
    text: str, *, language: tuple[str, ...], as_json: bool, lenient: bool, **options: str | None
) -> None:
    """Read a date as news print it.

    In eleven languages, ISO 8601 and RFC 5322.

    Prints the value in ISO 8601 and what is known about it. A text that is no date, or not surely one, is refused.
    """
    with blaming("date", Exit.INPUT):
        reading = newsmodel.read_date(text, language or None, strict=not lenient, **_understood(options))
    facts = _facts(reading)
    if as_json:
        import json

        click.echo(json.dumps(facts, ensure_ascii=False))
        return
    facts["assumed"] = ", ".join(facts["assumed"]) or "nothing"
    for name in ("value", "precision", "language", "calendar", "zone", "assumed"):
        if facts[name] is not None:
            click.echo(f"{name:<11}{isolated(facts[name])}")


def _understood(options: dict[str, str | None]) -> dict[str, Any]:
    reference = options["reference"]
    return {**options, "reference": _time(reference) if reference is not None else None}


def _time(text: str) -> datetime | day:
    when = newsmodel.parse_date(text)
    if isinstance(when, newsmodel.ReducedDate):
        raise newsmodel.DateError("a reference with its day", text)
    return when


def _facts(reading: newsmodel.DateReading) -> dict[str, Any]:
    return {
        "value": reading.isoformat(),
        "precision": reading.precision.value,
        "language": reading.language,
        "calendar": reading.calendar,
        "zone": reading.zone,
        "assumed": list(reading.assumed),
        "span": list(reading.span),
    }
