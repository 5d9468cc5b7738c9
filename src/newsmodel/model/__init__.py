"""The article and what it is made of: frozen, validated, comparable. One noun a file."""

from __future__ import annotations

from newsmodel.model.ai import AiInfo, AiSystem
from newsmodel.model.article import AltId, Article, Embargo, ItemType, PubStatus
from newsmodel.model.attribution import Attribution, AttributionRole, PartyKind
from newsmodel.model.body import (
    Block,
    BlockQuote,
    Cell,
    Figure,
    ItemList,
    ListItem,
    Paragraph,
    Raw,
    Section,
    Table,
    TableRow,
)
from newsmodel.model.concept import Concept, Entity, Subject
from newsmodel.model.extras import Extra
from newsmodel.model.history import Hop, HopAction
from newsmodel.model.links import Link, Translation, TranslationRelation
from newsmodel.model.marks import Mark, MarkKind
from newsmodel.model.media import Media, MediaKind, Rendition
from newsmodel.model.mention import Mention
from newsmodel.model.message import Address, Message, Timestamp
from newsmodel.model.organisation import Organisation
from newsmodel.model.package import Group, GroupMode, Member, Package
from newsmodel.model.part import ContentLanguage, MediaTime, Part, Region, TimeRange
from newsmodel.model.person import Person
from newsmodel.model.place import Place
from newsmodel.model.quote import Quote, QuoteKind, Span
from newsmodel.model.rights import Rights
from newsmodel.model.text import Direction, Text

__all__ = [
    "Address", "AiInfo", "AiSystem", "AltId", "Article", "Attribution", "AttributionRole", "Block",
    "BlockQuote", "Cell", "Concept", "ContentLanguage", "Direction", "Embargo", "Entity", "Extra", "Figure",
    "Group", "GroupMode", "Hop", "HopAction", "ItemList", "ItemType", "Link", "ListItem", "Mark",
    "MarkKind", "Media", "MediaKind", "MediaTime", "Member", "Mention", "Message", "Organisation",
    "Package", "Paragraph", "Part", "PartyKind", "Person", "Place", "PubStatus", "Quote", "QuoteKind",
    "Raw", "Region", "Rendition", "Rights", "Section", "Span", "Subject", "Table", "TableRow", "Text",
    "TimeRange", "Timestamp", "Translation", "TranslationRelation",
]  # fmt: skip
