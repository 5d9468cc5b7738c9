"""``newsmodel check``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from attrs import frozen
from click.core import ParameterSource

import newsmodel
from newsmodel.cli.files import from_option, read_bytes, source_name
from newsmodel.cli.program import Exit, Failure, blaming, debug_option, tell
from newsmodel.cli.terminal import clean
from newsmodel.problems import Code, Finding

if TYPE_CHECKING:
    from newsmodel import Catalog, Schemas

NO_ARTICLE: Final = Code("no-article", "The document holds no article.")


@click.command()
@click.argument("sources", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@from_option
@click.option(
    "--schema",
    "folder",
    metavar="DIR",
    envvar="NEWSMODEL_SCHEMAS",
    show_envvar=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the official schemas of NewsML-G2, NewsML 1 or NITF, to validate against.",
)
@click.option(
    "--catalog",
    "catalogs",
    metavar="FILE",
    multiple=True,
    type=click.Path(),
    help="A catalogue that items refer to under the name of this file; may be given several times.",
)
@click.option(
    "--reference",
    "-r",
    callback=lambda _ctx, _param, value: _moment(value),
    help="The time at which embargoes are looked at, in ISO 8601; now otherwise.",
)
@debug_option
@click.pass_context
def check(
    ctx: click.Context,
    sources: tuple[str, ...],
    format_: str | None,
    *,
    folder: Path | None,
    catalogs: tuple[str, ...],
    reference: date,
) -> None:
    """Say what is wrong with documents and their articles.

    Prints a line for everything in a document that its schema or our own rules find fault with, that could not be
    understood or had to be repaired, with its place, and for every problem of an article itself, with its path. Exits with 1
    when there is any. FILE is a document to read; - is standard input.
    """
    wanted = ctx.get_parameter_source("folder") is not ParameterSource.ENVIRONMENT
    schemas = newsmodel.Schemas(folder) if folder else None
    call = Call(format_, schemas, wanted, tuple(map(_catalog, catalogs)), reference)
    ctx.exit(max(_checked(ctx, source, call) for source in sources))


@frozen
class Call:
    """What a call asks for, the same for all files; ``wanted`` says that the schemas were asked for in the call itself."""

    format: str | None
    schemas: Schemas | None
    wanted: bool
    catalogs: tuple[Catalog, ...]
    reference: date


def _moment(text: str | None) -> date:
    if text is None:
        return datetime.now(UTC)
    try:
        moment = newsmodel.parse_date(text)
    except newsmodel.DateError as error:
        raise click.BadParameter(str(error)) from error
    if isinstance(moment, newsmodel.ReducedDate):
        raise click.BadParameter(f"a reference with its day is wanted, not {text!r}")
    return moment


def _catalog(path: str) -> Catalog:
    data = read_bytes(path)
    with blaming(path):
        return newsmodel.Catalog.read(data, Path(path).name)


def _checked(ctx: click.Context, source: str, call: Call) -> Exit:
    """Check a file and print what is found. One that cannot be read does not keep others from being checked."""
    name = source_name(source)
    codes = [Exit.OK]
    try:
        data = read_bytes(source)
        with blaming(name):
            codes.append(_by_schema(ctx, name, data, call))
            codes.append(_told(name, newsmodel.check_document(data, catalogs=call.catalogs)))
            articles = _findings(data, call)
        for number, findings in enumerate(articles, 1):
            codes.append(_told(f"{name}: article {number}" if len(articles) > 1 else name, findings))
    except Failure as failure:
        codes.append(tell(ctx, failure))
    return max(codes)


def _told(place: str, findings: Iterable[object]) -> Exit:
    """Print what was found."""
    lines = [clean(f"{place}: {finding}") for finding in findings]
    for line in lines:
        click.echo(line)
    return Exit.FOUND if lines else Exit.OK


def _by_schema(ctx: click.Context, name: str, data: bytes, call: Call) -> Exit:
    """Validate. That the folder has no schema for a document is told, and is as a wrong call."""
    from newsmodel.document_rules import is_agency_document

    if call.schemas is None:
        return Exit.OK
    if not is_agency_document(data):  # a standing setting is for documents that have such schemas
        message = f"{name}: --schema is for NewsML-G2, NewsML 1 and NITF, and this is none of them"
        return tell(ctx, Failure([message], Exit.USAGE)) if call.wanted else Exit.OK
    try:
        return _told(name, call.schemas.check(data))
    except newsmodel.NoSchema as error:
        return tell(ctx, Failure([f"{name}: {error}"], Exit.USAGE))


def _findings(data: bytes, call: Call) -> list[list[object]]:
    """Return what is wrong with each article."""
    losses = newsmodel.Losses()
    found: list[list[object]] = []
    for article in newsmodel.read_all(data, format=call.format, losses=losses):
        found.append([*losses, *newsmodel.validate(article, reference=call.reference)])
        losses.clear()
    return found or [[NO_ARTICLE.problem(Finding("", "the document holds no article"))]]
