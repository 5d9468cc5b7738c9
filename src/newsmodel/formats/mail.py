"""A news item as a mail (RFC 5322, MIME: RFC 2045 to 2049).

The subject is the headline, the first text the body: HTML where the mail has it, plain text else. What is written is plain
text where that says it all, and HTML where it says more. Headers that have no field here are kept and put back. ``Item-ID`` is a
header of ours, for identifiers that have not the form of a mail's.
"""

from __future__ import annotations

import re

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import many, maybe, one
from newsmodel.codec.values import LANGUAGE
from newsmodel.formats.mail_body import BODY
from newsmodel.formats.mail_message import EMBARGO_FIELD, read_message, write_message
from newsmodel.formats.mail_parts import TEXT_FIELD
from newsmodel.formats.mail_values import (
    ADDRESS,
    AUTHOR,
    DATE,
    MESSAGE_ID,
    PHRASE,
    PUBLISHER,
    STRING,
    TEXT,
    is_message_id,
    link,
)
from newsmodel.formats.mail_words import decode_words
from newsmodel.formats.registry import Format
from newsmodel.formats.settled import from_document, settled
from newsmodel.formats.wire_values import EMBARGO
from newsmodel.model import Article, Attribution, AttributionRole, Link
from newsmodel.model.values import language_tag, one_line
from newsmodel.syntax.fields import Field, FieldsTable, value_of

NAME = "mail"
A = attrs.fields(Article)
REPLY, REFERENCE = "mail:in-reply-to", "mail:references"


ARTICLE = FieldsTable(
    Article,
    many(A.headlines, "Subject", TEXT, most=1),
    many(A.attributions, "From", AUTHOR, only=lambda found: _role(found) is AttributionRole.AUTHOR),
    maybe(A.version_created, "Date", DATE),
    maybe(A.id, "Message-ID", MESSAGE_ID, only=is_message_id),
    maybe(A.id, "Item-ID", STRING, only=lambda value: not is_message_id(value)),
    many(A.links, "In-Reply-To", link(REPLY), only=lambda found: _answers(found, REPLY)),
    many(A.links, "References", link(REFERENCE), only=lambda found: _answers(found, REFERENCE)),
    many(
        A.attributions,
        "Organization",
        PUBLISHER,
        only=lambda found: _role(found) is AttributionRole.PUBLISHER,
        most=1,
    ),
    many(A.keywords, "Keywords", PHRASE),
    many(A.summaries, "Summary", TEXT, most=1),
    many(A.editor_notes, "Comments", TEXT),
    maybe(A.url, "Archived-At", ADDRESS),
    maybe(A.expires, "Expires", DATE),
    maybe(A.language, "Content-Language", LANGUAGE),
    maybe(A.embargo, EMBARGO_FIELD, EMBARGO),
    one(A.sections, TEXT_FIELD, BODY),
    folded=True,
)


def _role(found: Attribution) -> AttributionRole:
    return found.role


def _answers(found: Link, relation: str) -> bool:
    return found.rel == relation and found.item is not None and is_message_id(found.item)


def read(data: bytes, context: Context) -> Article:
    """Read a mail. Raise `InputError` for what has no header of a mail."""
    fields = read_message(data, context)
    _look_ahead(fields, context)
    return from_document(ARTICLE.decode(fields, context), data, context)


def _look_ahead(fields: list[Field], context: Context) -> None:
    """Tell the reader of the body what it may say again."""
    scratch = Context(context.format)
    context.headline = one_line(decode_words(value_of(fields, "Subject"), scratch)) or None
    context.language = language_tag(one_line(value_of(fields, "Content-Language"))) or None


def write(article: Article, context: Context) -> bytes:
    """Write a mail."""
    return settled(article, context, _encode, read)


def _encode(article: Article, context: Context) -> bytes:
    return write_message(ARTICLE.encode(article, context))


_MBOX = re.compile(rb"From \S+ [^\n]*\d{4}\s*\n")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\n]*\n(?:[ \t][^\n]*\n)*")
_SURE = frozenset(
    {b"message-id", b"received", b"mime-version", b"content-type", b"return-path", b"date", b"to", b"subject"}
)


def _recognises(start: bytes) -> bool:
    """Header lines from the first line on, one of which says who it is from, and two others that mails have."""
    match = _MBOX.match(start)
    at = match.end() if match else 0
    names: set[bytes] = set()
    while (header := _HEADER.match(start, at)) is not None:
        names.add(header[1].lower())
        at = header.end()
    return b"from" in names and len(names & _SURE) >= 2


FORMAT = Format(NAME, "Mail", "eml", _recognises, read, write)
