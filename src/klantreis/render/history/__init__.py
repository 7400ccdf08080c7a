"""A journey's history as one HTML page: `render_html(timeline)`."""

from klantreis.render.history.page import render_html

__all__ = ["render_html"]
