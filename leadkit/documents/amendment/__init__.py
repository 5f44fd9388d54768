"""From two versions of an agreement to the amendment that turns one into the other, and the text it leads to."""
