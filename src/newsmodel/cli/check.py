"""``newsmodel check``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import click
from attrs import frozen
from click.core import ParameterSource

import newsmodel
from newsmodel.cli.files import from_option, read_bytes, source_name
from newsmodel.cli.program import Exit, Failure, blaming, debug_option, tell
from newsmodel.cli.terminal import clean
from newsmodel.losses import Loss, brief
from newsmodel.problems import Code, Finding, Problem

if TYPE_CHECKING:
    from newsmodel import Catalog, Schemas

Found: TypeAlias = Problem | Loss
"""What a line tells: a problem, or what reading did not take as it stood."""
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
    help="A folder with the official schemas of NewsML-G2, NewsML 1, NITF or ninjs, to validate against.",
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
@click.option("--json", "as_json", is_flag=True, help="Print each finding as a JSON object on a line.")
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
    as_json: bool,
) -> None:
    """Say what is wrong with documents and their articles.

    Prints a line for everything in a document that its schema or our own rules find fault with, that could not be
    understood or had to be repaired, with its place, and for every problem of an article itself, with its path. Exits with 1
    when there is any. FILE is a document to read; - is standard input.
    """
    wanted = ctx.get_parameter_source("folder") is not ParameterSource.ENVIRONMENT
    schemas = newsmodel.Schemas(folder) if folder else None
    form = _as_json if as_json else _as_text
    call = Call(format_, schemas, wanted, tuple(map(_catalog, catalogs)), reference, form)
    ctx.exit(max(_checked(ctx, source, call) for source in sources))


@frozen
class Call:
    """What a call asks for, the same for all files; ``wanted`` says that the schemas were asked for in the call itself."""

    format: str | None
    schemas: Schemas | None
    wanted: bool
    catalogs: tuple[Catalog, ...]
    reference: date
    form: Callable[[str, int | None, Found], str]


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
            codes.append(_told(call, name, newsmodel.check_document(data, catalogs=call.catalogs)))
            found = _findings(data, call)
        for number, findings in found:
            codes.append(_told(call, name, findings, number))
    except Failure as failure:
        codes.append(tell(ctx, failure))
    return max(codes)


def _told(call: Call, name: str, findings: Iterable[Found], article: int | None = None) -> Exit:
    """Print what was found in a file, or in one of several articles of it."""
    lines = [clean(call.form(name, article, finding)) for finding in findings]
    for line in lines:
        click.echo(line)
    return Exit.FOUND if lines else Exit.OK


def _as_text(name: str, article: int | None, found: Found) -> str:
    return f"{name}: article {article}: {found}" if article else f"{name}: {found}"


def _as_json(name: str, article: int | None, found: Found) -> str:
    """Return a finding as an object that has the same keys whatever was found."""
    import json

    facts: dict[str, object] = {"file": name, "article": article}
    if isinstance(found, Problem):
        facts |= {"code": found.code, "path": found.path, "line": found.line, "message": found.message}
        facts |= {"hint": found.hint, "where": "", "value": None}
    else:
        facts |= {"code": found.kind.name, "path": found.path, "line": found.line}
        facts |= {"message": found.reason or found.kind.value, "hint": "", "where": found.where}
        facts["value"] = (
            found.value if found.value is None or isinstance(found.value, str) else brief(found.value)
        )
    return json.dumps(facts, ensure_ascii=False)


def _by_schema(ctx: click.Context, name: str, data: bytes, call: Call) -> Exit:
    """Validate. That the folder has no schema for a document is told, and is as a wrong call."""
    from newsmodel.document_rules import is_agency_document

    if call.schemas is None:
        return Exit.OK
    if not is_agency_document(data) and not _is_ninjs(
        data
    ):  # a standing setting is for documents that have such schemas
        message = f"{name}: --schema is for NewsML-G2, NewsML 1, NITF and ninjs, and this is none of them"
        return tell(ctx, Failure([message], Exit.USAGE)) if call.wanted else Exit.OK
    try:
        return _told(call, name, call.schemas.check(data, format=call.format))
    except newsmodel.NoSchema as error:
        return tell(ctx, Failure([f"{name}: {error}"], Exit.USAGE))


def _is_ninjs(data: bytes) -> bool:
    try:
        return newsmodel.sniff(data) == "ninjs"
    except newsmodel.UnknownFormat:
        return False


def _findings(data: bytes, call: Call) -> list[tuple[int | None, list[Found]]]:
    """Return what is wrong with each article, with its number if there are several, and what reading tells beside them."""
    from newsmodel.document_rules import holds_no_news

    losses = newsmodel.Losses()
    found: list[list[Found]] = []
    try:
        for article in newsmodel.read_all(data, format=call.format, losses=losses):
            found.append([*losses, *newsmodel.validate(article, reference=call.reference)])
            losses.clear()
    except newsmodel.InputError:
        if found or not holds_no_news(data):
            raise
    if not found and holds_no_news(data):  # concepts, plans, catalogues: in order as they are
        return []
    beside: list[Found] = [*losses]
    if not found:
        beside.append(NO_ARTICLE.problem(Finding("", "the document holds no article")))
    several = len(found) > 1
    return [*((number if several else None, each) for number, each in enumerate(found, 1)), (None, beside)]
