"""The page: one or several views of one journey or several, as one HTML file that needs no network.

`document` puts it together; `chapters` is what belongs to one journey, `sections` one view.
"""
