"""What needs no account can be tried so often and no more, and nobody's address is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone

from lead.pages.limits import too_many
from lead.pages.models import Tries

pytestmark = pytest.mark.django_db
WINDOW = timedelta(minutes=15)


def _tries(rf: Any, address: str, times: int = 1, *, what: str = "ask", every: int = 100) -> list[bool]:
    request = rf.post("/", REMOTE_ADDR=address)
    return [too_many(request, what, each=3, every=every, window=WINDOW) for _try in range(times)]


def test_one_address_is_counted_apart_from_others(rf: Any) -> None:
    assert _tries(rf, "192.0.2.1", 5) == [False, False, False, True, True]
    assert _tries(rf, "192.0.2.2") == [False]
    assert _tries(rf, "192.0.2.1", what="other") == [False]


def test_all_addresses_together_have_a_limit(rf: Any) -> None:
    assert [_tries(rf, f"192.0.2.{one}", every=4)[0] for one in range(6)] == [False] * 4 + [True] * 2


def test_the_next_window_counts_anew_and_nothing_of_the_last_is_kept(rf: Any) -> None:
    _tries(rf, "192.0.2.1", 5)
    before = set(Tries.objects.exclude(key="").values_list("key", flat=True))
    with patch("django.utils.timezone.now", return_value=timezone.now() + WINDOW):
        assert _tries(rf, "192.0.2.1") == [False]
    after = set(Tries.objects.exclude(key="").values_list("key", flat=True))
    assert len(before) == len(after) == 1 and not before & after


def test_no_address_is_kept(rf: Any) -> None:
    _tries(rf, "192.0.2.77", 2)
    assert "192.0.2.77" not in repr(list(Tries.objects.values()))
