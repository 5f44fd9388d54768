"""From the typed program on a day to its policy."""

from leadkit.policy.compile.compiling import READS, Compiled, compile_policy, compile_standing

__all__ = ["READS", "Compiled", "compile_policy", "compile_standing"]
