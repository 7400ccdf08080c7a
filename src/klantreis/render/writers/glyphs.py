"""Fonts for programs that draw SVG without a browser."""

from __future__ import annotations

import re

from klantreis.render.kit.fonts.advances import ADVANCES

_TEXT = re.compile(r"(<text [^>]*>)([^<]*)</text>")
_FOREIGN = re.compile(r"[^\x00-\u024f\u2000-\u2bff]+(?: +[^\x00-\u024f\u2000-\u2bff]+)*")
"""What may lack in Inter: beyond Latin, punctuation and symbols, with the spaces inside it."""
_ALL = "'Segoe UI','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans'"
_SCRIPTS = (
    (re.compile("[\u0370-\u058f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff]"), f"'Noto Sans',{_ALL}"),
    (re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"), f"'Noto Sans Hebrew','Arial Hebrew',{_ALL}"),
    (
        re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]"),
        "'Noto Sans Arabic','Segoe UI','Geeza Pro',Arial,'DejaVu Sans'",
    ),
    (
        re.compile("[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"),
        (
            "'Noto Sans CJK SC','Noto Sans CJK JP','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',"
            "'Yu Gothic','Hiragino Sans','Malgun Gothic','WenQuanYi Zen Hei','Droid Sans Fallback'"
        ),
    ),
)
"""Families that most systems have, by script."""
_INVISIBLE = frozenset("\n\u2067\u2069")


def foreign(text: str) -> bool:
    """Tell whether a text has signs that the shipped font lacks: then the machine's own fonts are needed."""
    return bool(set(text) - set(ADVANCES["regular"]) - _INVISIBLE)


def with_families(svg: str) -> str:
    """Name fonts for the runs of text that Inter lacks, script by script.

    resvg falls back on any font that has a sign, a bold or slanted one if it comes first; where a family is
    named it keeps weight and slant. Fonts that a machine lacks are passed over, and the last
    is Inter: with no font at all, resvg would leave the words out without a sign.
    """
    return _TEXT.sub(lambda found: f"{found[1]}{_FOREIGN.sub(_span, found[2])}</text>", svg)


def _span(run: re.Match[str]) -> str:
    families = next((names for script, names in _SCRIPTS if script.match(run[0])), "")
    if not families:
        return run[0]
    return f'<tspan style="font-family:{families},Inter">{run[0]}</tspan>'
