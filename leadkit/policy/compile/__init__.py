"""From the typed program on a day to its policy."""

from leadkit.policy.compile.compiling import compile_policy

__all__ = ["compile_policy"]
