"""Languages of documents, forms and services."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""A language by its tag (BCP 47, RFC 5646): ``en``, ``es``, ``es-MX``, ``zh-Hant``."""
