"""A policy over tables: files and frames of charges, in whatever engine they live.

It needs the extra ``batch``; nothing of that is imported before a table is screened.
"""

from leadkit.policy.batch.export import exported
from leadkit.policy.batch.problems import BatchError
from leadkit.policy.batch.screening import Summary, screen_batch

__all__ = ["BatchError", "Summary", "exported", "screen_batch"]
