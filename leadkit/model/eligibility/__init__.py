"""The section ``eligibility``: who may be diverted, for what, and who decides."""

from leadkit.model.eligibility.section import Eligibility

__all__ = ["Eligibility"]
