"""The only place that runs git.

`repository.repository_at(path)` finds the repository, `revisions` names states of it (work tree, index,
commit), `blobs` gives what files held, `changes` which files differ between two states, `log` the
commits of one file. One process of git a question, however many commits or files it is about.
"""
