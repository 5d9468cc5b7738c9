"""Organisations."""

from __future__ import annotations

from attrs import frozen

from newsmodel.model.concept import Entity


@frozen
class Organisation(Entity):
    """A company, agency, authority, party or other body that an article mentions or quotes."""
