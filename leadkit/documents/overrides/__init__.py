"""What a state, a jurisdiction or one agreement changes in the clauses of the model library."""
