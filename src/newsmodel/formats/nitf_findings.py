"""What a body marks in its text becomes people, organisations, places and events of the article, each once."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any

import attrs

from newsmodel.codec.context import Context, Finding, joined
from newsmodel.errors import InputError
from newsmodel.formats.nitf_parts import EVENT, ORGANISATION, PERSON
from newsmodel.formats.nitf_places import PLACE
from newsmodel.formats.nitf_speakers import with_speakers
from newsmodel.losses import LossKind
from newsmodel.model import Article, Concept, Person
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import raw_text

_KINDS: dict[str, tuple[str, Any]] = {
    "person": ("people", PERSON),
    "organisation": ("organisations", ORGANISATION),
    "place": ("places", PLACE),
    "event": ("subjects", EVENT),
}
"""What is named: the field that it goes to, and the table that reads it."""


def settle_findings(article: Article, context: Context) -> Article:
    """Add what the text names to an article, and let its quotes point at their speakers."""
    named = [finding for finding in context.findings if finding.kind in _KINDS]
    known: dict[str, list[Concept]] = {field: list(getattr(article, field)) for field, _ in _KINDS.values()}
    for finding in named:
        field, table = _KINDS[finding.kind]
        if (found := _read(finding, table, context)) is not None:
            _add(known[field], found)
    if named:
        reason = "where the text names them; who or what it names is kept"
        count = Counter(finding.kind for finding in named)
        names = ", ".join(f"{count[kind]} × {kind}" for kind in sorted(count))
        context.note_place(LossKind.UNREAD, "body", names, reason=reason)
    changed = {
        field: values for field, values in known.items() if len(values) != len(getattr(article, field))
    }
    made = attrs.evolve(article, **changed) if changed else article  # type: ignore[arg-type]  # each its own class
    if context.bylines and not made.bylines:
        made = attrs.evolve(made, bylines=tuple(dict.fromkeys(context.bylines)))
    else:
        _note_bylines(made, context)
    return with_speakers(with_notes(made, context))


def with_notes(article: Article, context: Context) -> Article:
    """Take the notes to editors that stand in the body, but for those that the article has."""
    known = {one_line(note.value) for note in article.editor_notes}
    more = [note for said in context.editor_notes if (note := one_line(said)) and note not in known]
    return attrs.evolve(article, editor_notes=(*article.editor_notes, *more)) if more else article


def _note_bylines(article: Article, context: Context) -> None:
    for said in dict.fromkeys(context.bylines):
        if said not in {text.value for text in article.bylines}:
            context.note_place(LossKind.UNREAD, "body/body.content", said, reason="a byline inside the text")


def _read(finding: Finding, table: Any, context: Context) -> Concept | None:
    inner = Context(context.format, context.losses, keep=False, anchors=context.anchors)
    try:
        found: Concept = table.decode(deepcopy(finding.raw), inner)
    except InputError:
        context.note_place(LossKind.UNREAD, "body", raw_text(finding.raw), reason="it names nothing")
        return None
    for place, piece in inner.homeless:
        context.note_place(LossKind.UNREAD, joined("body", place), piece.text())
    return found


def _add(known: list[Concept], found: Concept) -> None:
    """Add something to a list, if it is not there: by code, by name, or a person by the family name alone."""
    for other in known:
        if is_same(other, found):
            return
    known.append(found)


def is_same(one: Concept, other: Concept) -> bool:
    """Whether two names mean the same, as far as can be told: the first may say more than the second."""
    for name in ("code", "uri", "literal"):
        first, second = getattr(one, name), getattr(other, name)
        if first and second:
            return bool(first == second)
    names = [one_line(text.value) for text in one.names]
    return bool(other.name) and (other.name in names or _is_family(one, other))


def _is_family(one: Concept, other: Concept) -> bool:
    if not isinstance(one, Person) or one.name is None or other.code:
        return False
    return other.name == (one.family_name or one.name.rpartition(" ")[2])
