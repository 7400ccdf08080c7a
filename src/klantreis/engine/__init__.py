"""Many files to one answer: checks and rules in two rounds, over one core or more.

Entry point: `klantreis.engine.run.check`. Round one loads each file alone; then the outlines of
all documents are gathered; round two checks and lints each document against them, and last come
the rules that hold several documents side by side.
"""
