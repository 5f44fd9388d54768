"""Whose password counts."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """Allauth's, but for an account that was not used for long: somebody at the program opens it again."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Whether the account is active and in use."""
        return bool(super().user_can_authenticate(user)) and not user.is_dormant
