"""What decides the shape of a program, as questions in a planner's words."""
