"""A roadmap out of a workspace: found, held against its gap, put in people's words, or written anew.

    route = along(workspace, held)                   # a roadmap with its two journeys
    board = board_of(plan_of(route.gap(), today))    # all that a picture or a report says, in its language
    text = suggestion_text(suggest(...), ...)        # a first roadmap as YAML

`loading` finds the route (`along` a roadmap, or `toward` a dream that has none yet), `writing` gives the YAML.
"""
