"""leadkit beside its peers: ratios in one run, never seconds against a limit."""
