"""How a role is reached by telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.agencies.kinds import ContactKind

if TYPE_CHECKING:
    from leadkit.model.agencies.contact import Contact
    from leadkit.model.roles.common import RoleBase

_FIRST = (ContactKind.ON_CALL, ContactKind.REFERRALS, ContactKind.PROGRAM)


def phone_of(role: RoleBase) -> tuple[str, Contact] | None:
    """The contact of a role that has a telephone, by its id: the one on call before any other."""
    found = [(key, each) for key, each in role.contacts.items() if each.phone]
    return min(found, key=lambda pair: _rank(pair[1]), default=None)


def _rank(contact: Contact) -> int:
    return _FIRST.index(contact.kind) if contact.kind in _FIRST else len(_FIRST)
