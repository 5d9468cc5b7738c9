"""Texts and names in NITF: with line breaks, in one line, in attributes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from newsmodel.codec.context import Context, Finding, Unsayable
from newsmodel.codec.values import Pair, Value
from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import Part
from newsmodel.markup.lines import flat_text, lines_of, write_lines
from newsmodel.markup.nitf import NITF
from newsmodel.model import Attribution, AttributionRole, Concept, Text
from newsmodel.model.constraints import content_fields
from newsmodel.model.values import many_lines, one_line
from newsmodel.syntax.xml import children_of, local_name, path_of, raw_text, tag_of


def flat(
    element: etree._Element, context: Context, known: Callable[[etree._Element], bool] = lambda _: False
) -> str:
    """Return an element's text, ``br`` and the ends of blocks as line ends.

    Names that are marked are left among the findings; other markup is noted, but for what is ``known``; its text is kept.
    """
    _note_markup(element, context, known)
    return flat_text(element, NITF)


def _note_markup(element: etree._Element, context: Context, known: Callable[[etree._Element], bool]) -> None:
    for child in children_of(element):
        said = NITF.tags.get(local_name(tag_of(child)))
        if known(child) or (local_name(tag_of(child)) in _PLAIN and not child.attrib):
            _note_markup(child, context, known)
        elif said and said.part is Part.NAMED:
            context.findings.append(Finding(said.argument, child))
        else:
            context.note_place(
                LossKind.UNREAD, path_of(child), raw_text(child), reason="markup; its text is kept"
            )


def printed(element: etree._Element) -> str:
    """Return an element's text in one line, whatever is marked in it."""
    return one_line(flat_text(element, NITF))


_PLAIN = frozenset({"br", "p", "block", "body.content"})
"""What says nothing of a text but where its lines end."""


def _read_lines(element: etree._Element, context: Context) -> str:
    _note_markup(element, context, lambda _: False)
    return lines_of(element, NITF)


def _write_lines(text: str, context: Context, into: etree._Element) -> None:  # noqa: ARG001  # a codec's signature
    write_lines(text, into, tag("br"))


LINES: Pair[str] = Pair(_read_lines, _write_lines)
"""Text with line breaks (``br``)."""


def _in(*names: str) -> Callable[[str, Context, etree._Element], None]:
    def write(text: str, context: Context, into: etree._Element) -> None:
        for name in names:
            into = etree.SubElement(into, tag(name))
        _write_lines(text, context, into)

    return write


PARAGRAPH: Pair[str] = Pair(_read_lines, _in("p"))
"""Text with line breaks, in a paragraph."""
CONTENT: Pair[str] = Pair(_read_lines, _in("body.content", "p"))
"""Text with line breaks, in a paragraph of a ``body.content``."""


def _read_line(element: etree._Element, context: Context) -> str:
    return one_line(flat(element, context))


def _write_line(text: str, context: Context, into: etree._Element) -> None:
    into.text = one_line(text)
    if into.text != text:
        context.note(LossKind.COERCED, value=text, reason="there is no line break here")


LINE: Pair[str] = Pair(_read_line, _write_line)
"""Text in one line."""

PROSE: Value[str] = Value("text", many_lines, str)
"""Text in an attribute, line ends and all."""


def _read_name(raw: str, context: Context) -> Text:  # noqa: ARG001  # a codec's signature
    return Text(one_line(raw))


def _write_name(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    line = one_line(text.value)
    if line != text.value:
        context.note(LossKind.COERCED, "value", text.value, reason="there is no line break here")
    for name in ("language", "direction", "role"):
        if (said := getattr(text, name)) is not None:
            context.note(LossKind.UNWRITTEN, name, said)
    context.note_extras(text.extras)
    return line


NAME: Pair[Text] = Pair(_read_name, _write_name)
"""A name, without a language or a role of its own."""


def named_only(value: Concept, context: Context) -> str:
    """Return the first name of something of which only that can be written; note all else. Raise `Unsayable` without a name."""
    if not value.names:
        raise Unsayable("there is room for a name")
    for field in content_fields(type(value)):
        said = getattr(value, field.name)
        if field.name not in ("names", "role", "extras") and said != field.default:
            context.note(LossKind.UNWRITTEN, field.name, said)
    for index, name in enumerate(value.names[1:], 1):
        context.note(LossKind.UNWRITTEN, f"names[{index}]", name, reason="there is room for 1")
    context.note_extras(value.extras)
    context.enter("names[0]")
    written = _write_name(value.names[0], context, None)
    context.leave()
    return written


def _read_concept(raw: str, context: Context) -> Concept:
    return Concept(names=(_read_name(raw, context),))


def _write_concept(concept: Concept, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return named_only(concept, context)


NAMED: Pair[Concept] = Pair(_read_concept, _write_concept)
"""Somebody or something by its name alone."""


def _read_source(raw: str, context: Context) -> Attribution:
    return Attribution(names=(_read_name(raw, context),), role=AttributionRole.SOURCE)


def _write_source(found: Attribution, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return named_only(found, context)


SOURCE: Pair[Attribution] = Pair(_read_source, _write_source)
"""A source, by its name alone."""
