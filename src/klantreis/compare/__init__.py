"""What lies between two journeys: a journey and its dream, or two states of one journey.

    old, new = Side(current), Side(dream)
    found = compare(old, new, plan=True)      # what changed, and how it is judged
    gap = gap_of(found, roadmap)              # with the opportunities ranked and the roadmap held against it

`matching` says what became of each step. `edits` is everything that was written otherwise, so that
applying it to the one gives the other. `topics/` says what changed in the terms of the field, without
an opinion; `judgement/` has the opinion: better, worse, neutral or an open question, and how much.
`sentences` puts it into people's words. Plain data throughout; no input or output.
"""
