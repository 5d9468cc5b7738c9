"""Which of a NewsItem's components is the story, what is part of it, and what only goes with it.

NewsComponents nest, and every agency nests them in its own way: lines outside and the text two levels down (AFP), a component
for each language (Belga), one for the headline and one for the body (Business Wire), pictures with captions of their own
beside the text. A component that holds text, or the parts of one, is a story; components of one story in several languages
are several.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import Factory, frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.losses import LossKind
from newsmodel.markup.html_text import Written, how_written
from newsmodel.syntax.xml import (
    WHITE,
    XML_NS,
    all_text,
    children_of,
    local_name,
    own_text,
    path_of,
    tag_of,
    texts_of,
)

LANG = f"{{{XML_NS}}}lang"
HEADS = frozenset({"title", "headline", "head", "headlines"})
SUBHEADS = frozenset({"subheadline", "subtitle", "subhead", "subheadlines"})
LEADS = frozenset({"lead", "lede", "intro", "introduction", "chapeau"})
BODIES = frozenset(
    {"body", "bodytext", "main", "maintext", "text", "story", "article", "content", "maincontent"}
)
ABSTRACTS = frozenset({"abstract", "summary"})
_OF_A_STORY = frozenset({"body", "bodytext"})
"""Roles that nothing but the text of a story has."""
ASIDE = frozenset(
    {
        "stylesheet",
        "contact",
        "contacts",
        "caption",
        "boilerplate",
        "footer",
        "byline",
        "keywords",
        "copyright",
    }
)
MEDIA = {
    "photo": "Photo", "photos": "Photo", "picture": "Photo", "pictures": "Photo", "image": "Photo", "images": "Photo",
    "thumbnail": "Photo", "quicklook": "Photo", "preview": "Photo", "highdef": "Photo", "highres": "Photo", "lowres": "Photo",
    "logo": "Graphic", "graphic": "Graphic", "graphics": "Graphic", "infographic": "Graphic", "illustration": "Graphic",
    "map": "Graphic", "icon": "Graphic", "animation": "Graphic", "video": "Video", "videos": "Video", "clip": "Video",
    "audio": "Audio", "sound": "Audio",
}  # fmt: skip
"""Roles and media types of what is seen or heard, each with IPTC's media type."""
_EXTENSIONS = {
    "jpg": "Photo", "jpeg": "Photo", "png": "Photo", "gif": "Photo", "tif": "Photo", "tiff": "Photo", "webp": "Photo",
    "svg": "Graphic", "eps": "Graphic", "swf": "Graphic", "mp4": "Video", "mov": "Video", "mpg": "Video", "mpeg": "Video",
    "flv": "Video", "wmv": "Video", "webm": "Video", "mp3": "Audio", "wav": "Audio", "m4a": "Audio", "ogg": "Audio",
}  # fmt: skip


_SHOWN = frozenset(
    {"img", "media", "video", "audio", "iframe", "object", "embed", "table", "hr", "ul", "ol", "dl"}
)
"""Tags of what a body may show without a word."""


@frozen(eq=False)
class Story:
    """A story: the components around it from the outermost to its own, its contents in their order, its head lines.

    ``contents`` are ContentItems, ``heads`` and ``subheads`` components whose text is a headline, ``abstracts`` those of a summary.
    """

    chain: tuple[etree._Element, ...]
    contents: tuple[etree._Element, ...] = ()
    heads: tuple[etree._Element, ...] = Factory(tuple)
    subheads: tuple[etree._Element, ...] = Factory(tuple)
    abstracts: tuple[etree._Element, ...] = Factory(tuple)
    parts: tuple[etree._Element, ...] = Factory(tuple)
    """The components inside the story's own that hold its contents and heads."""


def stories_of(item: etree._Element) -> list[Story]:
    """Return the stories of a NewsItem; one without contents for an item that has no text."""
    top = item.find("NewsComponent")
    if top is None:
        return [Story(())]
    return list(_stories(top, (top,))) or list(_beside_media(top)) or [Story(tuple(_down(top)))]


def _beside_media(top: etree._Element) -> Iterator[Story]:
    """Give the texts of components that are pictures or videos by their role, and hold a body: where there is no other text (Belga)."""
    for component in top.iter("NewsComponent"):
        if role_of(component) in MEDIA and any(
            role_of(child) in _OF_A_STORY and has_text(child)
            for child in component.iterchildren("NewsComponent")
        ):
            chain = [each for each in component.iterancestors("NewsComponent") if each.tag == "NewsComponent"]
            yield from _stories(component, (*reversed(chain), component))


def _down(top: etree._Element) -> Iterator[etree._Element]:
    """Give the components around what an item without a text is, a picture say: while an outer one says nothing itself."""
    at: etree._Element | None = top
    while at is not None:
        yield at
        says = [
            name for name in ("NewsLines", "DescriptiveMetadata", "ContentItem") if at.find(name) is not None
        ]
        inner = [each for each in at.iterchildren("NewsComponent") if each.find("NewsLines") is not None]
        at = inner[0] if not says and len(inner) == 1 and role_of(inner[0]) not in MEDIA else None


def _stories(component: etree._Element, chain: tuple[etree._Element, ...]) -> Iterator[Story]:
    own = [content for content in component.iterchildren("ContentItem") if is_text(content)]
    if own:
        yield Story(chain, _chosen(component, own))
        return
    inner = [child for child in component.iterchildren("NewsComponent") if has_text(child)]
    for wrapped in component.iterchildren("NewsItem"):  # an item inside an item is a story of its own
        for child in wrapped.iterchildren("NewsComponent"):
            yield from _stories(child, (*chain, child))
    if len(inner) == 1 and role_of(inner[0]) not in HEADS | SUBHEADS:
        yield from _stories(inner[0], (*chain, inner[0]))
    elif inner and _are_parts(inner):
        yield _of_parts(chain, component, inner)
    else:
        for child in inner:
            yield from _stories(child, (*chain, child))


def _are_parts(components: list[etree._Element]) -> bool:
    """Whether components are parts of one story, or forms of it, rather than several stories."""
    roles = [role_of(each) for each in components]
    if any(role in HEADS | SUBHEADS | LEADS | _OF_A_STORY for role in roles):
        return True
    if any(each.find("NewsLines/HeadLine") is not None for each in components):
        return False
    return len({language for each in components if (language := language_of(each))}) < 2


def _of_parts(
    chain: tuple[etree._Element, ...], component: etree._Element, inner: list[etree._Element]
) -> Story:
    kinds = (HEADS, SUBHEADS, LEADS, ABSTRACTS)
    told = {roles: [each for each in inner if role_of(each) in roles] for roles in kinds}
    others = [each for each in inner if role_of(each) not in ASIDE.union(*kinds)]
    if not others and not told[LEADS]:
        told[ABSTRACTS], others = [], told[ABSTRACTS]  # all the text that there is
    contents = [content for each in told[LEADS] for content in _contents(each)]
    contents += _chosen(component, [content for each in others for content in _contents(each)])
    heads, subheads, leads, abstracts = (tuple(told[roles]) for roles in kinds)
    return Story(
        chain, tuple(contents), heads, subheads, abstracts, (*heads, *subheads, *leads, *abstracts, *others)
    )


def _contents(component: etree._Element) -> list[etree._Element]:
    """Return the text contents inside a component."""
    found = [content for content in component.iterchildren("ContentItem") if is_text(content)]
    if found:
        return list(_chosen(component, found))
    return [
        content
        for child in component.iterchildren("NewsComponent")
        if has_text(child)
        for content in _contents(child)
    ]


def _chosen(holder: etree._Element, contents: list[etree._Element]) -> tuple[etree._Element, ...]:
    """Choose among contents: of several forms of one text that with the most markup, else all."""
    if len(contents) < 2:
        return tuple(contents)
    ranks = [_rank(content) for content in contents]
    if len(set(ranks)) > 1 or holder.get("EquivalentsList") == "yes":
        return (contents[ranks.index(min(ranks))],)
    return tuple(contents)


def _rank(content: etree._Element) -> int:
    data = content.find("DataContent")
    if data is not None and next(children_of(data), None) is not None:
        return 0
    return 2 if how_written(all_text(content)) is Written.PLAIN else 1


# what a component or a content is


def role_of(component: etree._Element) -> str:
    """Return a component's role in small letters, without spaces; "" for none."""
    role = component.find("Role")
    said = (role.get("FormalName") or own_text(role)) if role is not None else ""
    return "".join(said.lower().split()).replace("_", "").replace("-", "")


def language_of(component: etree._Element) -> str:
    """Return the language that a component itself states, in small letters."""
    language = component.find("DescriptiveMetadata/Language")
    said = language.get("FormalName") if language is not None else None
    return (said or component.get(LANG) or "").strip().lower()


def media_type_of(content: etree._Element) -> str | None:
    """Return the media type of a ContentItem that is seen or heard; None for text and for what is not told."""
    told = content.find("MediaType")
    if (said := told.get("FormalName", "").lower() if told is not None else "") in MEDIA:
        return MEDIA[said]
    mime = content.find("MimeType")
    kind = mime.get("FormalName", "").lower().partition("/")[0] if mime is not None else ""
    if kind in {"image", "video", "audio"}:
        return MEDIA[kind]
    extension = content.get("Href", "").partition("?")[0].rpartition(".")[2].lower()
    return _EXTENSIONS.get(extension) if not said or said in {"data", "complexdata"} else None


def is_text(content: etree._Element) -> bool:
    """Whether a ContentItem holds a text for readers: no picture, no style sheet, no empty one."""
    data = content.find("DataContent")
    marked_up = data is not None and next(children_of(data), None) is not None
    if media_type_of(content) is not None and not marked_up:  # what stands there then is a picture in Base64
        return False
    for name in ("MimeType", "Format"):
        told = content.find(name)
        if told is not None and "css" in told.get("FormalName", "").lower():
            return False
    return any(text.strip(WHITE) for each in content.iter("DataContent") for text in texts_of(each)) or any(
        local_name(tag_of(inner)) in _SHOWN for inner in content.iterdescendants(etree.Element)
    )


def has_text(component: etree._Element) -> bool:
    """Whether there is a story, or a part of one, somewhere in a component."""
    role = role_of(component)
    if role in ASIDE or role in MEDIA:
        return False
    if any(is_text(content) for content in component.iterchildren("ContentItem")):
        return True
    return any(has_text(child) for child in component.iterchildren("NewsComponent", "NewsItem"))


def is_media(component: etree._Element) -> bool:
    """Whether a component is a picture, or anything else that is seen or heard, with what goes with it."""
    return any(
        content.get("Href") and media_type_of(content) for content in component.iter("ContentItem")
    ) and not has_text(component)


def without_namespace(root: etree._Element) -> None:
    """Take the root's namespace from all elements in it: NewsML 1 has none, its schema of 2003 one, and copies others."""
    namespace = etree.QName(root).namespace
    if not namespace:
        return
    for element in root.iter(etree.Element):
        if etree.QName(element).namespace == namespace:
            element.tag = local_name(tag_of(element))


def note_at(
    context: Context,
    kind: LossKind,
    element: etree._Element,
    value: object,
    reason: str = "",
    *,
    leaf: str = "",
) -> None:
    """Note something about an element, or (``leaf``) about an attribute of it, with its place and line."""
    where = f"{path_of(element)}/@{leaf}" if leaf else path_of(element)
    context.note_place(kind, where, value, reason=reason, line=element.sourceline)


def remove(element: etree._Element) -> None:
    """Take an element out of what it stands in."""
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
