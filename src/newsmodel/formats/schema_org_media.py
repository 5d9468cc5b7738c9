"""The media of a schema.org article: pictures, video and sound with their files."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.pieces import Hit, Piece
from newsmodel.codec.row import always, maybe, one
from newsmodel.formats.schema_org_values import INTEGER, SIZE, STRING, URL
from newsmodel.losses import LossKind
from newsmodel.model import Media, MediaKind, Rendition
from newsmodel.syntax.json_spots import Spot
from newsmodel.syntax.json_table import JsonTable

RE = attrs.fields(Rendition)

RENDITION = JsonTable(
    Rendition,
    always("@type", "MediaObject"),
    one(RE.href, "contentUrl", URL),
    maybe(RE.media_type, "encodingFormat", STRING),
    maybe(RE.width, "width", INTEGER),
    maybe(RE.height, "height", INTEGER),
    maybe(RE.size, "contentSize", SIZE),
)
LIFTED = ("contentUrl", "encodingFormat", "width", "height", "contentSize")
"""The keys of the first rendition, which stand in the media item itself."""
MAIN = "the item itself"
"""The key under which the first rendition stands while the table is at work."""


class MediaTable(JsonTable[Media]):
    """A media item: its first rendition stands in the same object, the others under ``encoding``."""

    def decode(self, raw: Any, context: Context) -> Media:
        """Read a media object, or the bare URL of one."""
        item = dict(raw) if isinstance(raw, dict) else {"url": raw}
        address = item.get("contentUrl", item.get("url"))
        if isinstance(address, str):
            item[MAIN] = {"contentUrl": address, **{key: item.pop(key) for key in LIFTED if key in item}}
        return super().decode(item, context)

    def _read_item(
        self, item: Any, spots: list[Spot], path: str, hits: list[Hit], foreign: list[Piece]
    ) -> None:
        super()._read_item(item, spots, "" if path == f"/{MAIN}" else path, hits, foreign)

    def encode(self, value: Media, context: Context, into: Any = None) -> dict[str, Any]:
        """Write a media object."""
        if not URL.encode(value.renditions[0].href, context):
            raise Unsayable("no address")
        return super().encode(value, context, into)

    def written(self, out: dict[str, Any], model: Media, context: Context) -> dict[str, Any]:
        """Lift the first rendition up. What it says beyond its own keys has no place there."""
        main = out[MAIN]
        for index, extra in enumerate(model.renditions[0].extras):
            key = extra.place.split("/")[1:2]
            if (
                extra.format == context.format
                and context.keep
                and key
                and key[0] not in LIFTED
                and key[0] in main
            ):
                reason = "its place belongs to the media item"
                context.note(LossKind.UNWRITTEN, f"renditions[0].extras[{index}]", extra.raw, reason=reason)
        lifted = {key: main[key] for key in LIFTED if key in main}
        return {
            name: value
            for key, inner in out.items()
            for name, value in (lifted if key == MAIN else {key: inner}).items()
        }


def main_address(item: Media, _context: Context) -> str:
    """Return the address of a media item: that of its first rendition."""
    return item.renditions[0].href


@attrs.frozen
class KindOf:
    """A media table that reads one kind and writes others too, where the vocabulary does not tell them apart."""

    table: MediaTable
    kind: MediaKind

    def decode(self, raw: Any, context: Context) -> Media:
        """Read with the table."""
        return self.table.decode(raw, context)

    def encode(self, value: Media, context: Context, into: Any = None) -> Any:
        """Write with the table."""
        if value.kind is not self.kind:
            context.note(LossKind.COERCED, "kind", value.kind)
        return self.table.encode(value, context, into)
