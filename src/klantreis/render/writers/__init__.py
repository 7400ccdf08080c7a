"""The formats a view is written in, one a file: each gives the text or bytes of a file from parts."""
