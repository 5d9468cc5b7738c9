"""How content was made, in schema.org: an enumeration whose members follow the IPTC's vocabulary (NewsCodes, digitalsourcetype)."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.values import Pair
from newsmodel.difference import changes
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.model import Concept

_NAMES = """
    AlgorithmicMedia AlgorithmicallyEnhanced Composite CompositeCapture CompositeSynthetic
    CompositeWithTrainedAlgorithmicMedia DataDrivenMedia DigitalArt DigitalCapture MinorHumanEdits
    MultiFrameComputationalCapture NegativeFilm PositiveFilm Print ScreenCapture TrainedAlgorithmicMedia
    VirtualRecording
"""
_MEMBERS: Final = frozenset(_NAMES.split())
"""The members in release 30.0, without what all of them end with. Each is a code of the vocabulary but for its first letter."""
_OUR, _END = "https://schema.org/", "DigitalSource"
_SCHEMA = (_OUR, "http://schema.org/", "schema:", "")
_IPTC = ("digsrctype:", "http://cv.iptc.org/newscodes/digitalsourcetype/")


def _read(raw: Any, context: Context) -> Concept:  # noqa: ARG001  # a codec's signature
    said = raw.get("@id") if isinstance(raw, dict) and raw.keys() == {"@id"} else raw
    word = said.strip() if isinstance(said, str) else ""
    for before in _SCHEMA:
        name = word.removeprefix(before).removesuffix(_END)
        if word == f"{before}{name}{_END}" and name in _MEMBERS:
            return Concept(code=f"{_IPTC[0]}{name[0].lower()}{name[1:]}")
    raise InputError("a member of IPTCDigitalSourceEnumeration", raw)


def _member(concept: Concept) -> str | None:
    """Return the member that a code of the vocabulary, or its URI, stands for."""
    for said in (concept.code or "", (concept.uri or "").replace("https://cv.", "http://cv.", 1)):
        for before in _IPTC:
            code = said.removeprefix(before)
            if code != said and (name := f"{code[:1].upper()}{code[1:]}") in _MEMBERS:
                return name
    return None


def _write(concept: Concept, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    name = _member(concept)
    if name is None:
        raise Unsayable("no member of IPTCDigitalSourceEnumeration is meant")
    written = f"{_OUR}{name}{_END}"
    bare = evolve(concept, extras=(), names=[evolve(each, extras=()) for each in concept.names])
    for change in changes(bare, _read(written, context)):
        kind = LossKind.COERCED if change.after not in (None, ()) else LossKind.UNWRITTEN
        context.note(kind, change.path, change.before)
    context.note_extras(concept.extras)
    for index, each in enumerate(concept.names):
        context.note_extras(each.extras, f"names[{index}].extras")
    return written


SOURCE_TYPE: Pair[Concept] = Pair(_read, _write)
"""IPTCDigitalSourceEnumeration; names and identifiers of other vocabularies have no place there."""
