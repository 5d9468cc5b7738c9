"""An article as lines for a terminal: what is known of it, its body, its quotes with their speakers, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import Any, TypeAlias

import click
from attrs import field, frozen

from newsmodel.cli.terminal import clean, fitting, isolated, wrapped
from newsmodel.dates.when import format_iso
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Concept,
    Direction,
    Figure,
    ItemList,
    Paragraph,
    Quote,
    Raw,
    Span,
    Table,
    Text,
)
from newsmodel.model.body import walk
from newsmodel.model.language import direction_of

Style: TypeAlias = Mapping[str, Any]
"""Keywords of `click.style`."""

_LABEL = 16
_HEADING = {"bold": True}
_DIM = {"dim": True}
_QUOTE = {"fg": "cyan"}


def view(article: Article, *, columns: int = 80, colours: bool = False) -> Iterator[str]:
    """Give the lines of an article, at most ``columns`` wide, with ANSI colours or plain."""
    return _View(article, columns, colours).lines()


@frozen
class _View:
    article: Article
    columns: int
    colours: bool
    _numbers: Iterator[int] = field(factory=count)
    """The numbers of the paragraphs, given out while the body is shown."""

    def lines(self) -> Iterator[str]:
        parts = (
            self._head,
            self._facts,
            self._summaries,
            self._body,
            self._quotes,
            self._package,
            self._rest,
        )
        for part in parts:
            lines = list(part())
            yield from lines
            if lines and part is not self._rest:  # pragma: no branch
                yield ""

    # pieces

    def _style(self, text: str, style: Style) -> str:
        return click.style(text, **style) if self.colours and text and style else text

    def _flow(
        self,
        text: str,
        direction: Direction,
        *,
        indent: str = "",
        style: Style | None = None,
        spans: Iterable[Span] = (),
    ) -> Iterator[str]:
        """Wrap a text of one direction; ``spans`` are shown as quotes."""
        safe, quoted = clean(text), sorted((span.start, span.end) for span in spans)
        direction = fitting(direction, text)
        for start, end in wrapped(safe, max(20, self.columns - len(indent))):
            pieces, at = [], start
            for first, last in quoted:
                left, right = max(first, at), min(last, end)
                if left < right:
                    pieces += [self._style(safe[at:left], style or {}), self._style(safe[left:right], _QUOTE)]
                    at = right
            pieces.append(self._style(safe[at:end], style or {}))
            yield indent + isolated("".join(pieces), direction)

    def _label(self, name: str, values: Iterable[str]) -> Iterator[str]:
        """A name, and beside it its values, each in lines of its own."""
        label = f"{name:<{_LABEL}}"
        for value in values:
            safe = clean(value)
            for start, end in wrapped(safe, max(20, self.columns - _LABEL)):
                yield self._style(label, _DIM) + isolated(safe[start:end])
                label = " " * _LABEL

    def _direction(self, text: Text) -> Direction:
        return text.direction or (direction_of(text.language) if text.language else self.article.direction)

    # the article from top to bottom

    def _head(self) -> Iterator[str]:
        if not self.article.headlines:
            yield self._style("(no headline)", _DIM)
        for number, headline in enumerate(self.article.headlines):
            yield from self._flow(
                headline.value, self._direction(headline), style=_DIM if number else _HEADING
            )

    def _facts(self) -> Iterator[str]:
        article = self.article
        yield from self._release()
        if article.language:
            way = "right to left" if article.direction is Direction.RTL else "left to right"
            yield from self._label("Language", [f"{article.language}, {way}"])
        yield from self._label(
            "Also in", filter(None, [_joined(*(one.language for one in article.translations))])
        )
        for name in ("bylines", "datelines", "sluglines", "keywords", "editor_notes"):
            yield from self._label(_titled(name), [text.value for text in getattr(article, name)])
        for name in ("services", "genres", "signals", "subjects"):
            yield from self._label(_titled(name), dict.fromkeys(map(_called, getattr(article, name))))
        yield from self._label("Address", filter(None, [article.url]))
        yield from self._label("Identifier", filter(None, [article.id]))
        yield from self._label("Version", [str(article.version)] if article.version is not None else [])
        sizes = (
            (article.word_count, "word"),
            (len(article.sections), "section"),
            (len(article.paragraphs), "paragraph"),
            (len(article.quotes), "quote"),
        )
        yield from self._label("Length", [", ".join(_counted(size, name) for size, name in sizes if size)])

    def _release(self) -> Iterator[str]:
        """When the article was made, and whether it may be used: what a desk looks at first."""
        article = self.article
        for name in ("published", "version_created", "first_created", "expires"):
            if (value := getattr(article, name)) is not None:
                yield from self._label(name.replace("_", " ").capitalize(), [format_iso(value)])
        if article.embargo:
            until = article.embargo.until
            yield from self._label(
                "Embargo", [f"until {format_iso(until)}" if until else "with no end stated"]
            )
        yield from self._label("Status", [article.status.value] if article.status else [])
        yield from self._label("Urgency", [str(article.urgency)] if article.urgency is not None else [])

    def _summaries(self) -> Iterator[str]:
        for summary in self.article.summaries:
            yield from self._flow(summary.value, self._direction(summary), style={"italic": True})

    def _body(self) -> Iterator[str]:
        first = True
        for section in self.article.sections:
            if section.heading:
                yield from () if first else ("",)
                yield from self._flow(
                    section.heading.value, self._direction(section.heading), indent="  ", style=_HEADING
                )
                first = False
            for block in section.blocks:
                yield from () if first else ("",)
                yield from self._block(block, "  ")
                first = False

    def _block(self, block: Block, indent: str) -> Iterator[str]:
        match block:
            case Paragraph():
                yield from self._paragraph(block, indent)
            case BlockQuote():
                for inner in block.blocks:
                    yield from self._block(inner, f"{indent}│ ")
            case ItemList():
                for number, item in enumerate(block.items, 1):
                    sign = f"{number}. " if block.ordered else "• "
                    parts = [self._block(each, indent + " " * len(sign)) for each in item.blocks]
                    yield from _hung(chain.from_iterable(parts), indent + sign)
            case Table():
                yield from self._table(block, indent)
            case Figure():
                captions = next(one.captions for one in self.article.media if one.id == block.media)
                yield from self._flow(
                    f"[{captions[0].value if captions else block.media}]",
                    self.article.direction,
                    indent=indent,
                    style=_DIM,
                )
            case Raw():
                note = f"[{block.dialect} markup, {len(block.markup):,} characters]"
                yield self._style(indent + note, _DIM)

    def _paragraph(self, block: Paragraph, indent: str) -> Iterator[str]:
        number = next(self._numbers)
        spans = [span for quote in self.article.quotes for span in quote.spans if span.paragraph == number]
        direction = block.direction or (
            direction_of(block.language) if block.language else self.article.direction
        )
        yield from self._flow(block.text, direction, indent=indent, spans=spans)

    def _table(self, block: Table, indent: str) -> Iterator[str]:
        if block.caption:
            yield from self._flow(block.caption, self.article.direction, indent=indent, style=_DIM)
        for row in block.rows:
            cells = [" / ".join(self._texts(cell.blocks)) for cell in row.cells]
            yield from self._flow(" | ".join(cells), self.article.direction, indent=indent)

    def _texts(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The texts of the paragraphs in a cell, whose numbers are used up."""
        for block in blocks:
            for _, inner in walk(block, ""):
                if isinstance(inner, Paragraph):
                    next(self._numbers)
                    yield inner.text

    def _quotes(self) -> Iterator[str]:
        if self.article.quotes:
            yield self._style("Quotes", _HEADING)
        for number, quote in enumerate(self.article.quotes, 1):
            said = self._flow(quote.text, self.article.direction, indent=" " * 5, style=_QUOTE)
            yield from _hung(said, f"{number:>3}  ")
            yield "     " + self._style("— ", _DIM) + self._speaker(quote)

    def _speaker(self, quote: Quote) -> str:
        entity = self.article.entity(quote.speaker) if quote.speaker else None
        printed, name = quote.speaker_text, (entity.name or entity.id) if entity else None
        notes = [f"as {isolated(clean(printed))}"] if name and printed and printed != name else []
        notes += [f"cue {isolated(clean(quote.cue))}"] if quote.cue else []
        notes += [f"paragraph {quote.spans[0].paragraph + 1}"] if quote.spans else []
        who = isolated(clean(name or printed or "speaker not known"))
        who += " (not certain)" if printed and not name else ""
        return who + (self._style(f"  [{', '.join(notes)}]", _DIM) if notes else "")

    def _rest(self) -> Iterator[str]:
        article = self.article
        for name in ("people", "organisations", "places", "located"):
            yield from self._label(
                name.capitalize(),
                [_joined(_called(one), getattr(one, "job_title", None)) for one in getattr(article, name)],
            )
        yield from self._label("Mention", dict.fromkeys(map(_called, article.mentions)))
        for part in article.parts:
            said = [text.value for text in (*part.headlines[:1], *part.descriptions[:1])]
            yield from self._label("Part", [_joined(part.id, *said) or "of the content"])
        for found in article.attributions:
            yield from self._label(
                found.role.value.replace("_", " ").capitalize(),
                [found.name or found.line or found.uri or found.code or ""],
            )
        for media in article.media:
            caption = media.captions[0].value if media.captions else None
            yield from self._label(
                media.kind.value.capitalize(), [_joined(media.renditions[0].href, caption)]
            )
        yield from self._label("Link", [_joined(one.title, one.href or one.item) for one in article.links])
        notices = article.rights.notices if article.rights else ()
        yield from self._label("Rights", [text.value for text in notices])
        terms = article.rights.usage_terms if article.rights else ()
        yield from self._label("Usage terms", [text.value for text in terms])
        if article.extras:
            yield from self._label(
                "Extras", [f"{_counted(len(article.extras), 'piece')} that no field takes"]
            )

    def _package(self) -> Iterator[str]:
        """The groups of a package, each with its members; those that are groups by their ids."""
        for group in self.article.package.groups if self.article.package else ():
            titles = [_joined(*(title.value for title in group.titles), group.role, group.id)]
            yield from self._label("Group", titles)
            for member in group.members:
                link = member.link
                said = _joined(link.title, link.href or link.item) if link else f"group {member.group}"
                yield from self._label("  member", [said])


def _titled(name: str) -> str:
    """A field's name for a label: that of one of its values, as each stands in a line of its own."""
    return name.replace("_", " ").capitalize().removesuffix("s")


def _called(concept: Concept) -> str:
    return concept.name or concept.code or concept.uri or concept.literal or ""


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _hung(lines: Iterable[str], mark: str) -> Iterator[str]:
    """Put a mark into the indent of the first line."""
    for line in lines:
        yield mark + line[len(mark) :]
        mark = ""


def _counted(size: int, name: str) -> str:
    return f"{size:,} {name}" if size == 1 else f"{size:,} {name}s"
