"""The order of children that the DTD of NewsML 1.2 wants (its element declarations, those with a sequence)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_SEQUENCES = {
    "NewsML": "Catalog TopicSet NewsEnvelope NewsItem",
    "NewsEnvelope": "TransmissionId SentFrom SentTo DateAndTime NewsService NewsProduct Priority",
    "NewsItem": "Comment Catalog Identification NewsManagement NewsComponent Update TopicSet",
    "Identification": "NewsIdentifier NameLabel DateLabel Label",
    "NewsIdentifier": "ProviderId DateId NewsItemId RevisionId PublicIdentifier",
    "NewsManagement": (
        "NewsItemType FirstCreated ThisRevisionCreated Status StatusWillChange Urgency RevisionHistory DerivedFrom "
        "AssociatedWith Instruction Property"
    ),
    "StatusWillChange": "FutureStatus DateAndTime",
    "NewsComponent": (
        "Comment Catalog TopicSet Role BasisForChoice NewsLines AdministrativeMetadata RightsMetadata DescriptiveMetadata "
        "Metadata NewsItem NewsItemRef NewsComponent ContentItem"
    ),
    "NewsLine": "NewsLineType NewsLineText",
    "AdministrativeMetadata": (
        "Catalog FileName SystemIdentifier Provider Creator Source Contributor Property"
    ),
    "Provider": "Comment Party",
    "Creator": "Comment Party Contribution",
    "Source": "Comment Party",
    "Contributor": "Comment Party Contribution",
    "RightsMetadata": "Catalog Copyright UsageRights Property",
    "Copyright": "Comment CopyrightHolder CopyrightDate",
    "UsageRights": "UsageType Geography RightsHolder Limitations StartDate EndDate",
    "DescriptiveMetadata": (
        "Catalog Language Genre SubjectCode OfInterestTo DateLineDate Location TopicOccurrence Property"
    ),
    "Metadata": "Catalog MetadataType Property",
    "TopicSet": "Comment Catalog TopicSetRef Topic",
    "Topic": "Comment Catalog TopicType FormalName Description Property",
    "ContentItem": (
        "Comment Catalog MediaType Format MimeType Notation Characteristics Encoding DataContent"
    ),
    "Characteristics": "SizeInBytes Property",
}
_RANKS = {tag: {name: rank for rank, name in enumerate(names.split())} for tag, names in _SEQUENCES.items()}


def sort_children(element: etree._Element) -> None:
    """Bring an element's children to the DTD's order; what it does not know goes last, comments stay behind what they follow."""
    ranks = _RANKS.get(str(element.tag))
    if ranks is None or len(element) < 2:
        return
    keys: list[tuple[int, etree._Element]] = []
    before = -1
    for child in element:
        if isinstance(child.tag, str):
            before = ranks.get(child.tag, len(ranks))
        keys.append((before, child))
    ordered = [child for _, child in sorted(keys, key=lambda pair: pair[0])]
    if ordered != list(element):
        element[:] = ordered


def index_for(holder: etree._Element, tag: str) -> int:
    """Return where a new child belongs: behind the last of its kind, else behind all that the DTD puts before it."""
    same = [at for at, child in enumerate(holder) if child.tag == tag]
    if same:
        return same[-1] + 1
    ranks = _RANKS.get(str(holder.tag))
    if ranks is None:
        return len(holder)
    own = ranks.get(tag, len(ranks))
    before = [at for at, child in enumerate(holder) if ranks.get(str(child.tag), -1) <= own]
    behind = [at for at in before if isinstance(holder[at].tag, str)]
    return behind[-1] + 1 if behind else 0
