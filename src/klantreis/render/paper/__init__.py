"""Pictures on paper: how large, where they are cut, and what every page repeats. All of it without a PDF."""
