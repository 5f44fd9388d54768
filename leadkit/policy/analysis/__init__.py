"""What is true of every case: rules that never matter, and each kind of case that two policies decide differently."""
