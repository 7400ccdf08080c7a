"""Is this a correct journey? Structure and references, of one file or a whole workspace.

Entry point: `run.check`. `structure` turns data into a model or findings; `outline` keeps of a
model what other documents need; `references` and its neighbours check what a document refers to;
`parallel` spreads many files over the cores.
"""
