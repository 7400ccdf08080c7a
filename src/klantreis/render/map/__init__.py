"""The journey map: phases over columns, lanes as rows, the emotion curve in the middle.

`data` chooses and words what stands on it, `layout` gives everything its place, `html` makes it a table.
"""
