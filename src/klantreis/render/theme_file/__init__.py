"""Themes of somebody's own: a YAML file with colours, a font, spacing and a logo, read into a `Look`.

`keys` says what a file may hold, `reading` finds its values and their places, `palette` makes all colours from a
few, `fontfile` measures fonts, `building` puts the look together, `schema` publishes the format.
"""

from __future__ import annotations

from klantreis.render.theme_file.building import load_look, look_of

__all__ = ["load_look", "look_of"]
