"""Where in a journey each channel and each team appears: rows over the customer's own order.

`channels` and `teams` say what their rows are and what stands out, `data` counts what both share, `layout`
gives it a place. A journey is drawn as the map of a metro is: rows are lines, touchpoints stations, and the
customer's way runs from row to row, so that every change of channel or of hands can be seen and counted.
"""
