"""The project's own JSON: everything that an article holds, with no losses.

An object with the format's version (``"newsmodel": 1``) and the article's fields under their own names; absent fields
are left out, times are ISO 8601, blocks of the body carry their ``type``. The happy path is a cattrs converter over
orjson. When it fails, the same bytes go through a second path that finds every fault, each with its JSON pointer. A field
that is not known is a fault; in a document of a newer version it is kept as an extra.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.orjson import make_converter

from newsmodel.codec.context import Context
from newsmodel.dates.when import ReducedDate, When, format_iso, parse_iso
from newsmodel.errors import InputError, NewsModelError
from newsmodel.formats.native_faults import raise_faults, take_unknown
from newsmodel.formats.registry import Format
from newsmodel.losses import LossKind
from newsmodel.model import Article, Extra
from newsmodel.model.body import BLOCK_TYPES, Block
from newsmodel.model.constraints import content_fields
from newsmodel.syntax.json import parse_json, serialise_json

NAME = "native"
VERSION = 1
"""The version of the format. It grows when a field is added; a reader keeps what a newer version says as extras."""
KEY = "newsmodel"


def read_native(data: bytes, context: Context) -> Article:  # noqa: ARG001  # a reader's signature
    """Read an article. Raise `InputError`, or `InputErrors` for several faults, each with its JSON pointer."""
    raw = parse_json(data)
    if not isinstance(raw, dict) or KEY not in raw:
        raise InputError(f"an object with the format's version under {KEY!r}", raw, place="/")
    version = raw.pop(KEY)
    if type(version) is not int or version < 1:
        raise InputError("a positive integer", version, place=f"/{KEY}")
    newer = take_unknown(raw, Article, "") if version > VERSION else {}
    article = _structure(raw)
    extras = tuple(Extra(NAME, place, serialise_json(value).decode()) for place, value in newer.items())
    return attrs.evolve(article, extras=(*article.extras, *extras)) if extras else article


def _structure(raw: dict[str, Any]) -> Article:
    try:
        return _converter().structure(raw, Article)
    except (
        NewsModelError,
        cattrs.BaseValidationError,
        cattrs.errors.ForbiddenExtraKeysError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
    ):
        raise_faults(raw)
        raise  # the second path found nothing: the first one's reason must not be swallowed


def write_native(article: Article, context: Context) -> bytes:
    """Write an article: nothing is lost."""
    kept = article if context.keep else attrs.evolve(article, extras=())
    for index, extra in enumerate(() if context.keep else article.extras):
        context.note(LossKind.UNWRITTEN, f"extras[{index}]", extra.raw, where=extra.place)
    return serialise_json({KEY: VERSION, **_converter().unstructure(kept)}, indent=True)


@cache
def _converter() -> cattrs.Converter:
    """Make the converter, once. No hook coerces: a value of another type is a fault."""
    made = make_converter(detailed_validation=False, forbid_extra_keys=True, omit_if_default=True)
    for plain in (str, int, float, bool):
        made.register_structure_hook(plain, _strict(plain))
    made.register_structure_hook_func(_is_when, lambda raw, _: parse_iso(_of_type(str, raw)))
    for kind in (datetime, date, ReducedDate):
        made.register_unstructure_hook(kind, format_iso)
    made.register_structure_hook_func(lambda kind: kind == Block, lambda raw, _: _structure_block(made, raw))
    made.register_structure_hook_factory(_is_array, lambda kind: _items_of(made, get_args(kind)[0]))
    made.register_structure_hook_factory(
        attrs.has,
        lambda cls: make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True, **_no_content(cls)),
    )
    made.register_unstructure_hook_factory(attrs.has, lambda cls: _unstructure_fn(made, cls))
    return made


def _unstructure_fn(made: cattrs.Converter, cls: type) -> Any:
    """Leave out what is absent; let a block say its type first."""
    plain: Any = make_dict_unstructure_fn(
        cls, made, _cattrs_omit_if_default=True, **_kept_defaults(cls), **_no_content(cls)
    )
    name = next((name for name, kind in BLOCK_TYPES.items() if kind is cls), None)
    return plain if name is None else lambda value: {"type": name, **plain(value)}


def _kept_defaults(cls: type) -> Any:
    """Required fields are always written, whatever they hold."""
    return {
        field.name: override(omit_if_default=False)
        for field in attrs.fields(cls)
        if field.default is attrs.NOTHING
    }


def _no_content(cls: Any) -> Any:
    """What is no part of what an object says stays out."""
    said = content_fields(cls)
    return {field.name: override(omit=True) for field in attrs.fields(cls) if field not in said}


def _structure_block(made: cattrs.Converter, raw: Any) -> Any:
    body = dict(_of_type(dict, raw))
    return made.structure(body, BLOCK_TYPES[body.pop("type")])


def _is_array(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _items_of(made: cattrs.Converter, kind: Any) -> Any:
    """Structure an array, and nothing else that could be gone through: an empty object holds no items."""
    return lambda raw, _: tuple([made.structure(item, kind) for item in _of_type(list, raw)])


def _is_when(kind: Any) -> bool:
    return set(get_args(kind)) == set(get_args(When))


def _of_type(kind: type, raw: Any) -> Any:
    if type(raw) is not kind:
        raise TypeError(raw)
    return raw


def _strict(kind: type) -> Any:
    def structure(raw: Any, _: Any) -> Any:
        if kind is float and type(raw) is int:
            return float(raw)
        return _of_type(kind, raw)

    return structure


_VERSION_SAID = re.compile(rb'"newsmodel"\s*:\s*[0-9]')
"""The format's version, wherever it stands: the order of keys means nothing."""


def _recognises(start: bytes) -> bool:
    return start.startswith(b"{") and _VERSION_SAID.search(start) is not None


FORMAT = Format(NAME, "Native JSON", "json", _recognises, read_native, write_native)
