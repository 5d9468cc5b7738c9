"""News articles as typed, validated objects.

Read them from the world's news formats, write them to them, and hear what a conversion could not carry::

    import newsmodel
    article = newsmodel.read(open("item.xml", "rb"))
    data = newsmodel.write(article, "schema-org")

The public names load when they are used, so importing the package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsmodel.conversion import Conversion as Conversion
    from newsmodel.conversion import convert as convert
    from newsmodel.conversion import read as read
    from newsmodel.conversion import read_all as read_all
    from newsmodel.conversion import sniff as sniff
    from newsmodel.conversion import write as write
    from newsmodel.conversion import write_all as write_all
    from newsmodel.dates import DateReading as DateReading
    from newsmodel.dates import Precision as Precision
    from newsmodel.dates import find_dates as find_dates
    from newsmodel.dates import format_date as format_date
    from newsmodel.dates import parse_date as parse_date
    from newsmodel.dates import read_date as read_date
    from newsmodel.dates.when import ReducedDate as ReducedDate
    from newsmodel.dates.when import When as When
    from newsmodel.difference import Change as Change
    from newsmodel.difference import diff as diff
    from newsmodel.document_rules import check_document as check_document
    from newsmodel.errors import DateError as DateError
    from newsmodel.errors import InputError as InputError
    from newsmodel.errors import InputErrors as InputErrors
    from newsmodel.errors import LossError as LossError
    from newsmodel.errors import ModelError as ModelError
    from newsmodel.errors import ModelErrors as ModelErrors
    from newsmodel.errors import NewsModelError as NewsModelError
    from newsmodel.errors import NoSchema as NoSchema
    from newsmodel.errors import SeveralItems as SeveralItems
    from newsmodel.errors import SyntaxFault as SyntaxFault
    from newsmodel.errors import UnknownFormat as UnknownFormat
    from newsmodel.formats.catalogs import AliasConflict as AliasConflict
    from newsmodel.formats.catalogs import Catalog as Catalog
    from newsmodel.formats.catalogs import Catalogs as Catalogs
    from newsmodel.formats.catalogs import iptc_catalog as iptc_catalog
    from newsmodel.formats.html_reading import WebPage as WebPage
    from newsmodel.formats.html_reading import read_web_page as read_web_page
    from newsmodel.formats.html_sources import Found as Found
    from newsmodel.losses import Loss as Loss
    from newsmodel.losses import Losses as Losses
    from newsmodel.losses import LossKind as LossKind
    from newsmodel.model import *  # noqa: F403
    from newsmodel.model.dated import DateMention as DateMention
    from newsmodel.page import PageReading as PageReading
    from newsmodel.page import find_quotes as find_quotes
    from newsmodel.page import read_page as read_page
    from newsmodel.problems import Problem as Problem
    from newsmodel.schemas import Schemas as Schemas
    from newsmodel.validation import validate as validate

__version__ = "0.1.0"

_HOMES = {
    "conversion": "Conversion convert read read_all sniff write write_all",
    "dates": "DateReading Precision find_dates format_date parse_date read_date",
    "dates.when": "ReducedDate When",
    "difference": "Change diff",
    "document_rules": "check_document",
    "errors": (
        "DateError InputError InputErrors LossError ModelError ModelErrors NewsModelError NoSchema SeveralItems "
        "SyntaxFault UnknownFormat"
    ),
    "formats.catalogs": "AliasConflict Catalog Catalogs iptc_catalog",
    "formats.html_reading": "WebPage read_web_page",
    "formats.html_sources": "Found",
    "losses": "Loss LossKind Losses",
    "model": (
        "Address AiInfo AiSystem AltId Article Attribution AttributionRole Block BlockQuote Cell Concept "
        "ContentLanguage Direction Embargo Entity Extra Figure Group GroupMode Hop HopAction ItemList "
        "ItemType Link ListItem Mark MarkKind Media MediaKind MediaTime Member Mention Message Organisation "
        "Package Paragraph Part PartyKind Person Place PubStatus Quote QuoteKind Raw Region Rendition Rights "
        "Section Span Subject Table TableRow Text TimeRange Timestamp Translation TranslationRelation"
    ),
    "model.dated": "DateMention",
    "page": "PageReading find_quotes read_page",
    "problems": "Problem",
    "schemas": "Schemas",
    "validation": "validate",
}
"""Where each public name lives. A test compares this with the imports above and with the modules."""

_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = sorted([*_HOME, "__version__"])  # noqa: PLE0605  # derived, so that nothing is said twice


if not TYPE_CHECKING:  # a type checker must see the names above, and no others

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
