"""Packages: items and groups of items, put together in an order."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.links import Link
from newsmodel.model.text import Text, texts
from newsmodel.model.values import Code, LocalId, Several


class GroupMode(Enum):
    """What the order of a group's members means (IPTC NewsCodes, pgrmod)."""

    BAG = "bag"
    """Nothing."""
    SEQUENCE = "seq"
    """It is that of the story."""
    ALTERNATIVES = "alt"
    """One member is to be chosen."""


@frozen
class Member(Checked):
    """A member of a group: an item (``link``), or another group of the package by its id (``group``)."""

    link: Link | None = None
    group: LocalId | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        if (self.link is None) is (self.group is None):
            yield ModelError("Member", "a link or a group", (self.link, self.group))


@frozen
class Group(Checked):
    """A group of a package: its members in their order; ``role`` is a code for its part (``group:main``)."""

    id: LocalId | None = None
    members: tuple[Member, ...] = field(default=(), converter=Several["Member", ...])
    role: Code | None = None
    mode: GroupMode | None = None
    titles: tuple[Text, ...] = field(default=(), converter=texts)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)


@frozen
class Package(Checked):
    """The groups of a package; ``root`` is the id of the one to begin with.

    That a member, or the root, names a group that is not there is for `newsmodel.validate` to say: such packages are sent.
    """

    root: LocalId
    groups: tuple[Group, ...] = field(converter=Several["Group", ...])
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        ids = [group.id for group in self.groups if group.id is not None]
        if len(ids) != len(set(ids)):
            yield ModelError("Package.groups", "groups with different ids", ids)
