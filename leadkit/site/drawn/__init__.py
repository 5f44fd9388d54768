"""Pictures that only a site has, drawn from what its pages print: charts of figures, and the steps of a pathway."""
