"""The plain text of a news page, read by rules (`newsmodel.page`) and written as such a page is laid out.

Language switch, headline, date line, paragraphs, sub-headings, attribution lines, with blank lines between them. What a page
cannot say is found out by reading it again: the losses are the differences.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from newsmodel.codec.context import Context
from newsmodel.dates import format_date
from newsmodel.dates.when import When, format_iso
from newsmodel.difference import diff
from newsmodel.errors import ModelError, SyntaxFault
from newsmodel.formats.registry import Format
from newsmodel.formats.settled import note_changes
from newsmodel.model import Article, Attribution, AttributionRole
from newsmodel.model.body import Paragraph, walk
from newsmodel.page.article import read_page

NAME = "page-text"

LABELS = {
    "ar": {
        AttributionRole.PUBLISHER: "الناشر", AttributionRole.SOURCE: "المصدر", AttributionRole.AUTHOR: "بقلم",
        AttributionRole.EDITOR: "تحرير", AttributionRole.TRANSLATOR: "ترجمة", AttributionRole.CONTRIBUTOR: "بمشاركة",
        AttributionRole.PHOTO_CREDIT: "الصورة",
    },
    "ru": {
        AttributionRole.PUBLISHER: "Издатель", AttributionRole.SOURCE: "Источник", AttributionRole.AUTHOR: "Автор",
        AttributionRole.EDITOR: "Редактор", AttributionRole.TRANSLATOR: "Перевод", AttributionRole.CONTRIBUTOR: "При участии",
        AttributionRole.PHOTO_CREDIT: "Фото",
    },
    "en": {
        AttributionRole.PUBLISHER: "Publisher", AttributionRole.SOURCE: "Source", AttributionRole.AUTHOR: "Author",
        AttributionRole.EDITOR: "Editor", AttributionRole.TRANSLATOR: "Translator", AttributionRole.CONTRIBUTOR: "Contributor",
        AttributionRole.PHOTO_CREDIT: "Photo",
    },
}  # fmt: skip
"""The labels that are written; what is read is the lexicon's business, and a test reads these."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(data: bytes, context: Context) -> Article:
    """Read a page. Raise `SyntaxFault` for bytes that are no text in UTF-8, or in UTF-16 with its mark."""
    reading = read_page(_decoded(data))
    context.losses.extend(reading.losses)
    return reading.article


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not text in UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise SyntaxFault(
            "text in UTF-8, or in UTF-16 with a byte order mark", line=line, message=message
        ) from error
    if "\0" in text:
        raise SyntaxFault(
            "text", line=text.count("\n", 0, text.index("\0")) + 1, message="not text: it has NUL characters"
        )
    return text


def write_text(article: Article, context: Context) -> bytes:
    """Write a page."""
    data = ("\n\n".join(piece for piece in _pieces(article) if piece) + "\n").encode()
    note_changes(diff(article, read_page(data.decode()).article), context)
    return data


def _pieces(article: Article) -> Iterator[str]:
    yield " ".join(one.label or one.language for one in article.translations)
    yield from (_flat(text.value) for text in article.headlines[:1])
    if article.published is not None:
        yield _date(article.published, article.language)
    yield from (_flat(text.value) for text in article.summaries[:1])
    for section in article.sections:
        if section.heading:
            yield _flat(section.heading.value)
        for block in section.blocks:
            yield from (_flat(inner.text) for _, inner in walk(block, "") if isinstance(inner, Paragraph))
    yield "\n".join(_flat(_line(one, article.language)) for one in article.attributions)


def _flat(text: str) -> str:
    """Return a text in one line: a line is a paragraph here."""
    return " ".join(text.split("\n"))


def _date(published: When, tag: str | None) -> str:
    language = (tag or "").partition("-")[0]
    try:
        return format_date(published, language, digits="arab" if language == "ar" else "latn")
    except ModelError:  # no language, or one whose dates are not written yet
        return format_iso(published)


def _line(one: Attribution, language: str | None) -> str:
    if one.line:
        return one.line
    name = one.name or one.literal or one.uri or one.code or ""
    if one.role is AttributionRole.PUBLISHER:
        return name
    labels = LABELS.get((language or "").partition("-")[0], LABELS["en"])
    return f"{labels[one.role]}: {name}"


_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_NO_PAGES = (b"<", b"{", b"[", b"%PDF", b"PK", b"GIF8")


def _recognises(start: bytes) -> bool:
    """Text is what no other format claims, if it begins like text: no markup, no file of another kind."""
    return bool(start) and not start.startswith(_NO_PAGES) and not _CONTROLS.search(start)


FORMAT = Format(NAME, "Page text", "txt", _recognises, read_text, write_text, text=True, rules=True)
