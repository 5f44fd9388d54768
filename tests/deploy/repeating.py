"""Flows over the example county that say again what the service has heard, or will never hear."""

from __future__ import annotations

REPEATING_FLOWS = (
    "by-role",
    "by-agency",
    "to-both",
    "to-some",
    "view-apart",
    "wider",
    "to-nobody",
    "to-itself",
    "counts",
)
TERMS = (
    "purpose: coordination, basis: {kind: release, release: justice-release}, scope: own_cases, "
    "use_limits: [no_evidence]"
)
REPEATING = f"""
roles: {{nobody-yet: {{kind: defense, status: vacant}}}}
sharing:
  flows:
    case-status-to-care: ~
    eligibility-answer: ~
    by-role: {{sender: case-management, recipient: police-liaison, categories: engagement, actions: receive, {TERMS}}}
    by-agency: {{sender: bridgeway, recipient: police-liaison, categories: engagement, actions: receive, {TERMS}}}
    to-both: {{sender: case-management, recipient: [community-corrections, supervision], categories: engagement,
      actions: discuss, {TERMS}}}
    to-some: {{sender: case-management, recipient: [county-sheriff, police-liaison], categories: engagement,
      actions: discuss, {TERMS}}}
    view-apart: {{sender: case-management, recipient: police-liaison, categories: engagement, actions: view, {TERMS}}}
    wider: {{sender: case-management, recipient: police-liaison, categories: engagement, actions: copy, {TERMS}}}
    to-nobody: {{sender: case-management, recipient: [nobody-yet, landlord], categories: engagement, actions: receive,
      {TERMS}}}
    to-itself: {{sender: case-management, recipient: bridgeway, categories: engagement, actions: enter, {TERMS}}}
    counts: {{sender: case-management, recipient: police-liaison, categories: engagement, actions: [receive, view],
      purpose: evaluation, basis: {{kind: de_identified, method: aggregate}}, scope: aggregate_only}}
"""
"""A few flows, each with one way to say what the service has heard, or will never hear; "wider" says something new."""
