"""A journey in words, ready to be drawn: what ids are called, what stands in cells and above the picture."""
