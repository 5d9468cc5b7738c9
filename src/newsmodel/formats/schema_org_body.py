"""The body of a schema.org article: plain text as a whole, and its sections as parts.

``articleBody`` is the whole text. Sections stand in ``hasPart`` as well, where a heading or a second section says how the
text is divided. Parts that do not make up the whole text are no sections: other works, or a part of the text only.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.values import Pair
from newsmodel.formats.schema_org_values import legal_string, trimmed
from newsmodel.losses import LossKind
from newsmodel.model import Article, Block, Paragraph, Section
from newsmodel.model.body import walk
from newsmodel.model.values import many_lines
from newsmodel.syntax.json_table import JsonTable

PART = "CreativeWork"
_PARTS, _COUNT = "/articleBody", "/hasPart"
"""What the context's anchors remember: which parts are sections; how many of them were read."""

_BLANK_LINES = re.compile(r"\n{2,}")


def _read_blocks(raw: Any, context: Context) -> tuple[Block, ...]:
    pieces = _BLANK_LINES.split(many_lines(legal_string(raw, context)))
    return tuple(Paragraph(piece) for piece in pieces if piece.strip())


def _write_blocks(blocks: tuple[Block, ...], context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    pieces: list[str] = []
    for index, block in enumerate(blocks):
        texts = [inner.text for _, inner in walk(block, "") if isinstance(inner, Paragraph)]
        _note_block(block, f"[{index}]", texts, context)
        pieces += [text.strip() for text in texts]
    if not pieces:
        raise Unsayable("there is no text in it")
    return "\n\n".join(pieces)


def _note_block(block: Block, path: str, texts: list[str], context: Context) -> None:
    """Note what a block loses; where other blocks take its place, that concerns all that follow it."""
    if not isinstance(block, Paragraph):
        kind = LossKind.COERCED if texts else LossKind.UNWRITTEN
        context.note(kind, path if len(texts) == 1 else "", block, reason="only text is written")
        return
    trimmed(block.text, context, f"{path}.text")
    if "\n\n" in block.text:
        context.note(LossKind.COERCED, "", block.text, reason="a blank line separates paragraphs")
    for name in ("marks", "language", "direction"):
        if value := getattr(block, name):
            context.note(LossKind.UNWRITTEN, f"{path}.{name}", value)


BLOCKS: Pair[tuple[Block, ...]] = Pair(_read_blocks, _write_blocks)
"""Blocks as plain text, a blank line between them."""


def _read_body(raw: Any, context: Context) -> tuple[Section, ...]:
    return (Section(blocks=blocks),) if (blocks := _read_blocks(raw, context)) else ()


def _no_writing(value: Any, context: Context, into: Any) -> Any:
    raise NotImplementedError


BODY: Pair[tuple[Section, ...]] = Pair(_read_body, _no_writing)
"""The whole text, where nothing says how it is divided."""


def body_text(article: Article, context: Context) -> str | None:  # noqa: ARG001  # what a derived row computes with
    """Return the whole text, blocks joined by a blank line."""
    return "\n\n".join(piece.strip() for piece in article.text.split("\n\n")) or None


def position(_section: Section, context: Context) -> int | None:
    """Return a section's number, counted from one: among those that are written, or that were read so far."""
    article = context.article
    if article is None:
        return _parts_so_far(context) + 1
    match = _NUMBER.search(context.path())
    before = article.sections[: int(match[1])] if match else ()
    return len(before) + 1 - sum(not _has_text(section) for section in before)


_NUMBER = re.compile(r"(\d+)\]?\Z")


def _has_text(section: Section) -> bool:
    inside = (inner for block in section.blocks for _, inner in walk(block, ""))
    return section.heading is not None or any(isinstance(inner, Paragraph) for inner in inside)


def _parts_so_far(context: Context) -> int:
    count = context.anchors.get(_COUNT, 0)
    return count if isinstance(count, int) else 0


@frozen
class Part:
    """The codec of a section. A work without text, and one of parts that do not make up the text, is none."""

    table: JsonTable[Section]

    def decode(self, raw: Any, context: Context) -> Section:
        """Read a section."""
        sections = context.anchors.get(_PARTS)
        known = any(raw is part for part in sections) if isinstance(sections, list) else _said(raw, "text")
        if not known:
            raise NotForUs("a part of the text", raw)
        section = self.table.decode(raw, context)
        context.anchors[_COUNT] = _parts_so_far(context) + 1
        return section

    def encode(self, value: Section, context: Context, into: Any = None) -> dict[str, Any]:
        """Write a section."""
        return self.table.encode(value, context, into)


def _said(part: Any, key: str) -> str:
    text = part.get(key) if isinstance(part, dict) else None
    return text if isinstance(text, str) else ""


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_part(item: Any) -> bool:
    kind = item.get("@type") if isinstance(item, dict) else None
    return PART in (kind if isinstance(kind, list) else [kind])


def look_ahead(node: dict[str, Any], context: Context) -> dict[str, Any]:
    """See which parts of an article are its sections. Return the article, with the text of parts that are none."""
    body, parts = node.get("articleBody"), node.get("hasPart")
    found = [part for part in (parts if isinstance(parts, list) else [parts]) if _is_part(part)]
    whole = isinstance(body, str) and _squeezed(body)
    sections = _in_text(found, whole) if whole else [part for part in found if _said(part, "text").strip()]
    told_apart = all(_said(part, "headline").strip() for part in sections[1:])
    context.anchors[_PARTS] = sections if told_apart else []
    if whole or told_apart:
        return node
    return {**node, "articleBody": "\n\n".join(_said(part, "text").strip() for part in sections)}


def _in_text(parts: list[Any], whole: str) -> list[Any]:
    """Return the parts that make up a text, in their order, with their headings or without; none if they do not."""
    found, at = [], 0
    for part in parts:
        text = _squeezed(_said(part, "text"))
        for piece in (_squeezed(_said(part, "headline")) + text, text):
            if piece and whole.startswith(piece, at):
                found.append(part)
                at += len(piece)
                break
    return found if at == len(whole) else []


def in_one_piece(out: dict[str, Any], context: Context, *, holds: bool) -> dict[str, Any]:
    """Leave the only part of an article out, where it says nothing but what the whole text says, and ``holds`` nothing more."""
    if "articleBody" in out:
        context.anchors[_PARTS] = []  # no other part makes up that text
    parts = out.get("hasPart", [])
    only = [index for index, part in enumerate(parts) if part["@type"] == PART]
    if not holds and len(only) == 1 and parts[only[0]].keys() == {"@type", "text", "position"}:
        del parts[only[0]]
        if not parts:
            del out["hasPart"]
    return out
