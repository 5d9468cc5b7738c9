"""The order in which the schema of NewsML-G2 wants the children of its elements (2.35, Power): sequences, and free choices as tuples."""

from __future__ import annotations

Order = dict[str, list[str | tuple[str, ...]]]

ADMINISTRATIVE = (
    "located",
    "infoSource",
    "creator",
    "contributor",
    "audience",
    "exclAudience",
    "altId",
    "rating",
    "userInteraction",
)
"""AdministrativeMetadataGroup: who made the content, where, for whom."""
DESCRIPTIVE = (
    "language",
    "genre",
    "keyword",
    "subject",
    "slugline",
    "headline",
    "dateline",
    "by",
    "creditline",
    "description",
)
"""DescriptiveMetadataGroup: what it is about, and what it is called."""
ITEM_ORDER: Order = {
    "": [
        ("catalogRef", "catalog"),
        "hopHistory",
        "pubHistory",
        "rightsInfo",
        "itemMeta",
        "contentMeta",
        "partMeta",
        "assert",
        "inlineRef",
        ("derivedFrom", "derivedFromValue"),
        "contentSet",
        "groupSet",
    ],
    "itemMeta": [
        "itemClass",
        "provider",
        "versionCreated",
        "firstCreated",
        "embargoed",
        "pubStatus",
        "role",
        "fileName",
        "generator",
        "profile",
        "service",
        "title",
        "edNote",
        "memberOf",
        "instanceOf",
        "signal",
        "altRep",
        "deliverableOf",
        "hash",
        "expires",
        "origRep",
        "incomingFeedId",
        "metadataCreator",
        "link",
        "itemMetaExtProperty",
    ],
    "contentMeta": [
        "icon",
        "urgency",
        "contentCreated",
        "contentModified",
        "digitalSourceType",
        ADMINISTRATIVE,
        DESCRIPTIVE,
        "contentMetaExtProperty",
    ],
}
"""Of an item; both kinds of item share it."""
PART_ORDER: Order = {
    "": [
        "icon",
        "timeDelim",
        "regionDelim",
        "role",
        "urgency",
        "contentCreated",
        "contentModified",
        "digitalSourceType",
        ADMINISTRATIVE,
        DESCRIPTIVE,
        "partMetaExtProperty",
        "signal",
        "edNote",
        "link",
    ]
}
"""Of a partMeta."""
