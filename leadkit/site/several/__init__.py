"""The pages of a site of several programs: their list, and what they say side by side."""
