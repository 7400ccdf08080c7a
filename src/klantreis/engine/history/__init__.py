"""A journey over its commits: what was measured in each version, and which way it went.

`reading.read_history` gives a `timeline.Timeline`; `measures` says what is measured, `timeline.Series` how one
measure went, `telling` and `words` how that is told.
"""
