"""What the scenarios of a program prove about its rules: what they reach, and which changed rule none would notice."""
