"""What a table is here: a frame of any engine, read when it is needed."""

from __future__ import annotations

from typing import Any, TypeAlias

import narwhals.stable.v2 as nw

Frame: TypeAlias = nw.LazyFrame[Any]
