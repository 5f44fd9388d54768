"""``services.json``: what help there is, who gives it, and what happens when there is not room for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.compile.plain import Data, as_data, said, words
from leadkit.model.roles.kinds import RoleKind

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench
    from leadkit.model.services.provider import Provider


def services_of(bench: Bench) -> dict[str, Data]:
    """Capacity, the waiting list, and the providers with what each gives."""
    services = bench.program.services
    return {
        "capacity": {
            "caseload_ratio": services.caseload_ratio,
            "caseload_ceiling": services.caseload_ceiling,
            "counted_as_active": services.counted_as_active,
            "case_managers": _case_managers(bench),
        },
        "waiting": as_data(services.waiting_list),
        "contact_at_least": as_data(services.contact_at_least),
        "care_plan": as_data(services.care_plan),
        "after_hours": as_data(services.after_hours),
        "categories": {
            name: {"name": each.name or said(name), "kind": as_data(each.kind), "summary": each.summary}
            for name, each in services.categories.items()
        },
        "providers": {name: _provider(bench, name, each) for name, each in services.providers.items()},
    }


def _case_managers(bench: Bench) -> int | None:
    found = [
        count
        for role in bench.program.roles.values()
        if role.kind is RoleKind.CASE_MANAGEMENT and (count := getattr(role, "case_managers", None)) is not None
    ]
    return sum(found) if found else None


def _provider(bench: Bench, name: str, provider: Provider) -> Data:
    """A provider; the place of one whose place must never be published is in no file of the service."""
    agency = bench.program.agencies.get(provider.agency or "")
    hidden = provider.confidential_location or bool(provider.location and provider.location.confidential)
    categories = bench.program.services.categories
    phone = next((each.phone for each in provider.contacts.values() if each.phone), None)
    return {
        "name": provider.name or (agency.name or agency.legal_name if agency else said(name)),
        "agency": provider.agency,
        "phone": phone,
        "hours": as_data(provider.hours),
        "languages": words(provider.languages),
        "areas": words(provider.areas),
        "confidential": hidden,
        "address": None if hidden else _address(provider),
        "referral_method": words(provider.referral_method),
        "usual_wait": as_data(provider.usual_wait),
        "cost": as_data(provider.cost),
        "conditions": words(provider.conditions),
        "capacity": as_data(provider.capacity),
        "services": [
            {
                "id": each,
                "name": (categories[each].name if each in categories else None) or said(each),
                "need": as_data(categories[each].kind) if each in categories else None,
                "phone": phone,
                "hours": as_data(provider.hours),
                "languages": words(provider.languages),
                "areas": words(provider.areas),
            }
            for each in provider.categories
        ],
    }


def _address(provider: Provider) -> str | None:
    place = provider.location
    parts = (place.name, place.street, place.unit, place.city) if place else ()
    return ", ".join(each for each in parts if each) or None
