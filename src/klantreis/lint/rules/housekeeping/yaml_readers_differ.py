"""A text without quotes that YAML readers disagree on: `no`, a date, a number such as 012.

klantreis keeps text as it was written: `title: no` is the word no. Many other programs still read
YAML by the rules of 2005, and for them `no` is false, `12:30` is the number 750, `012` is ten and
`2026-09-30` a date. It is called the Norway problem, after the country whose code is `no`. As long
as only klantreis reads the file nothing is wrong; but these files are kept for years and will be
read by spreadsheets, dashboards and scripts. A pair of quotes means the same to everybody.

A plain number such as `12` or `3.5` is left alone, because readers agree on it. So are dates, and
true or false, where the format asks for them.

Bad:

    title: Flytte til ny bolig
    language: no
    phases:
      - title: Flytting
        touchpoints: [Ringer kundeservice]

Good:

    title: Flytte til ny bolig
    language: "no"
    reviewed: 2026-09-30
    phases:
      - title: Flytting
        touchpoints: [Ringer kundeservice]

Fix: safe. Puts the text in quotes, its characters unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from klantreis.findings import Fix, Quote, Severity, Where
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TextSubject

_WORD = "(?:yes|no|on|off|y|n|true|false)"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}[0-9.:+Zz -]*)?"
_NUMBER = (
    r"(?:[-+]?(?:0[0-7_]+|0[0-9]+|0x[0-9a-fA-F_]+|0b[01_]+"
    r"|[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*"
    r"|(?=[0-9.]*_)(?:[1-9][0-9_]*(?:\.[0-9_]*)?|0[0-9_]*\.[0-9_]*)"
    r"|[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+)"
    r"|0o[0-7]+)"
)
_DIFFERS = re.compile(f"(?P<word>(?i:{_WORD}))|(?P<date>{_DATE})|(?P<number>{_NUMBER})")
# Where a value may begin and end on a line. What usually stands at a date or a flag is no hit.
_MAY_HOLD = re.compile(
    r"[-:,\[{\n][ \t]*(?<=[ \t,\[{\n])(?=[&yYnNoOtTfF0-9+-])"
    r"(?<!reviewed: )(?<!date: )(?<!start: )(?<!end: )(?<!horizon: )"
    r"(?<!automated: )(?<!optional: )(?<!moment_of_truth: )"
    f"(?:&[^ \t\n]+[ \t]+)?(?:(?i:{_WORD})|{_DATE}|{_NUMBER})"
    r"[ \t]*(?:\r?$|[,\]}]| #)",
    re.MULTILINE,
)
_MEANS = {"word": "true or false", "date": "a date", "number": "a number"}


def check(subject: TextSubject, _options: Options) -> Iterator[Found]:
    """Find plain scalars that are text here and something else elsewhere."""
    if not _MAY_HOLD.search(subject.text):
        return
    for number, model in subject.documents:
        for path, node in subject.places(number).nodes.items():
            if not node.plain or not node.text or not (match := _DIFFERS.fullmatch(node.text)):
                continue
            if _takes_text(type(model), tuple(part for part in path if isinstance(part, str))):
                yield Found(
                    path,
                    f"Other YAML readers take `{node.text}` for {_MEANS[str(match.lastgroup)]}; here it is text.",
                    f'Put it in quotes: "{node.text}".',
                    fix=Fix(f"Put `{node.text}` in quotes", (Quote(path),)),
                    # The file is filled in by who runs the rule.
                    at=Where("", number, path),
                )


@lru_cache(maxsize=4096)
def _takes_text(model: type[BaseModel], keys: tuple[str, ...]) -> bool:
    """Tell whether the format takes text under these keys; list positions are left out of them."""
    here: Any = model
    for key in keys:
        here = _under(here, key)
        if here is None:
            return False
    return _is_text(here)


def _under(annotation: Any, key: str) -> Any:
    """Give what a key of something so annotated takes; None when it has no such key."""
    for part in _parts(annotation):
        if get_origin(part) is dict:
            return get_args(part)[1]
        if isinstance(part, type) and issubclass(part, BaseModel):
            for name, field in part.model_fields.items():
                if key == (field.alias or name) != "x-":
                    return field.annotation
    return None


def _is_text(annotation: Any) -> bool:
    for part in _parts(annotation):
        if part is str:
            return True
        # A plain value in the place of a mapping is its short form.
        short = getattr(part, "short", None)
        if isinstance(short, str) and _is_text(_under(part, short)):
            return True
    return False


def _parts(annotation: Any) -> Iterator[Any]:
    """Give the types an annotation is made of; mappings with free keys remain whole."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif origin in (Union, UnionType, list):
        for argument in get_args(annotation):
            yield from _parts(argument)
    else:
        yield annotation


RULE = LintRule(
    code="K904",
    name="yaml-readers-differ",
    group="housekeeping",
    severity=Severity.WARNING,
    on="text",
    check=check,
    doc=__doc__,
    ideas=(30,),
    fix="safe",
)
