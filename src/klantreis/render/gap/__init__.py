"""The gap between two journeys as a page and as a picture: `render_gap_html(gap)` and `render_gap_svg(gap)`.

`columns` puts the steps of both journeys above each other, `data` chooses and words what is shown,
`picture`, `curves` and `parts` draw it, the templates write it down. For a journey and its dream, and
for two states of one journey.
"""

from __future__ import annotations

from klantreis.compare.gap import Gap


def render_gap_html(gap: Gap) -> str:
    """Give a gap as one HTML file, without script or network."""
    from klantreis.render.gap.html import render

    return render(gap)


def render_gap_svg(gap: Gap) -> str:
    """Give a gap as one SVG file, fonts inside: for a slide or a README."""
    from klantreis.render.gap.svg import render

    return render(gap)
