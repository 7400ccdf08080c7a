"""Bytes to documents: the one seam between files and models.

`reader.read` gives the values of a file and the problems in it; `places.places` gives the line and
column of every key and value, and only reads again when somebody asks. `discover` finds files,
`workspace` says which belong together.
"""
