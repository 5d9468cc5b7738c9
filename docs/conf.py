"""How Sphinx builds these pages: ``make docs``, warnings as errors, nothing fetched."""

from __future__ import annotations

import newsmodel
from newsmodel.model import values

project = "newsmodel"
author = "The newsmodel authors"
copyright = "The newsmodel authors"
version = release = newsmodel.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "newsmodel"
html_static_path = ["_static"]
html_css_files = ["newsmodel.css"]

_VALUES = [name for name in values.__all__ if name[0].isupper()]
default_role = "code"
autodoc_class_signature = "separated"  # the fields stand below, each with its type
autodoc_default_options = {
    "members": True,
    "undoc-members": True,
    "show-inheritance": True,
    "exclude-members": "__init__, __new__",
}
autodoc_member_order = "bysource"
autodoc_type_aliases = {name: f"newsmodel.model.values.{name}" for name in _VALUES}
autodoc_type_aliases |= {"When": "newsmodel.dates.when.When", "Block": "newsmodel.model.body.Block"}
autodoc_typehints_format = "short"

nitpick_ignore_regex = [
    # Other projects' names: their inventories would have to be fetched, and a build must not need the network.
    (
        "py:.*",
        r"(abc|attr|attrs|click|collections|datetime|enum|etree|hypothesis|lxml|pathlib|typing)(\..*)?",
    ),
    # The kinds of value are shown as source: they are annotations with a rule, which autodoc cannot describe.
    ("py:class", rf"(newsmodel\.model\.values\.)?({'|'.join(_VALUES)})"),
    ("py:class", "Between|Coordinate|Spanned|TypeAliasForwardRef"),
    ("py:class", r"newsmodel\.difference\.T"),  # an article or a message
    # The strategies name the model by its package; what they return has been described before.
    ("py:class", r"model\..*"),
]
