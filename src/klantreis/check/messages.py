"""What pydantic says, in words that help who wrote the file."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from klantreis import rules
from klantreis.check.vocabulary import CHOSEN, LANGUAGES, home_of, known_keys, suggest_key
from klantreis.findings import Finding, Path, Rule, Where
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened

Message = tuple[Rule, str, str]
"""A rule, what is wrong, what to do."""

_OTHER_MINUS = re.compile(r"[−–—‒]\s*\d")
_COMMA = re.compile(r"\s*[-+]?\d+,\d+\s*\Z")
_TRUE = {"ja", "yes", "on", "y", "j", "waar"}
_FALSE = {"nee", "no", "off", "n", "onwaar"}
_MAX_LISTED = 10
_COMMA_SPLIT: Message = (rules.NUMBER_NOTATION, "A decimal comma split this number in two.", "Write a point: `7.8`.")


def finding_of(
    error: dict[str, Any],
    path: Path,
    rest: tuple[Any, ...],
    file: str,
    document: int,
    model: type[Any],
    *,
    guess: bool = True,
) -> Finding:
    """Give the finding for one error of pydantic.

    `path` is where in the file the trouble is, `rest` the part of pydantic's location that was
    never typed (a missing key, a short form). Without `guess` no time goes into what was meant.
    """
    kind = error["type"]
    where = Where(file, document, path, key=kind == "extra_forbidden")
    make = _MESSAGES.get(kind)
    if kind == "extra_forbidden" and not guess:
        rule, message, hint = rules.UNKNOWN_KEY, f"Unknown key {shown(path[-1])}.", ""
    elif make is not None:
        rule, message, hint = make(error, path, rest, model)
    else:
        rule, message, hint = rules.WRONG_TYPE, _sentence(error["msg"]), ""
    return Finding(rule, where, message, hint)


def shown(value: Any) -> str:
    """Give a value as it may stand in a message: short, on one line."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = value if isinstance(value, str) else {"True": "true", "False": "false"}.get(str(value), str(value))
    return f"`{shortened(text)}`"


def _missing(error: dict[str, Any], _path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    # Where it is there without a value, it is part of the path.
    key = error["loc"][-1]
    known = {"title": "Every element needs a name people know it by.", "phases": "A journey has at least one phase."}
    return rules.MISSING_KEY, f"`{key}` is missing.", known.get(str(key), f"Add `{key}: …` here.")


def _extra(_error: dict[str, Any], path: Path, _rest: tuple[Any, ...], model: type[Any]) -> Message:
    key = str(path[-1]) if path else ""
    if key.isdigit() and _error["input"] is None:
        return _COMMA_SPLIT
    known = known_keys(model, path[:-1])
    if suggestion := suggest_key(key, known):
        hint = f"Did you mean `{suggestion}`?"
    elif home := home_of(key):
        hint = f"Perhaps {home}."
    else:
        hint = f"Known here: {', '.join(known[:_MAX_LISTED])}{' …' if len(known) > _MAX_LISTED else '.'}"
    return (
        rules.UNKNOWN_KEY,
        f"Unknown key {shown(key)}.",
        f"{hint} Own keys begin with `x-`; a newer klantreis may know this one.",
    )


def _text(error: dict[str, Any], _path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    value = error["input"]
    if value is None:
        return rules.EMPTY_ITEM, "An empty item in a list.", "Remove the `-`, or write what belongs there."
    if isinstance(value, dict) and len(value) == 1:
        key, rest = next(iter(value.items()))
        if isinstance(rest, (str, int, float)):
            return _split(f"{key}: {rest}")
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return (
            rules.SPLIT_SENTENCE,
            "A text belongs here, and this is a list.",
            f'If a comma split the sentence, put it in quotes: "{shortened(", ".join(value))}"',
        )
    return rules.WRONG_TYPE, f"A text belongs here, not {shown(value)}.", "Write one text; put it in quotes if need be."


def _split(sentence: str) -> Message:
    quoted = shortened(sentence).replace('"', "'")
    return rules.SPLIT_SENTENCE, "A colon split this text into a key and a value.", f'Put it in quotes: "{quoted}"'


def _element(error: dict[str, Any], path: Path, _rest: tuple[Any, ...], model: type[Any]) -> Message:
    value = error["input"]
    if value is None:
        return rules.EMPTY_ITEM, "An empty item in a list.", "Remove the `-`, or write what belongs there."
    known = known_keys(model, path)
    keys = f"Write its keys below it: {', '.join(known[:6])} …" if known else ""
    return rules.WRONG_TYPE, f"A mapping belongs here, not {shown(value)}.", keys


def _number(error: dict[str, Any], path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    value = error["input"]
    whole = "whole number" if error["type"].startswith("int") else "number"
    if isinstance(value, str):
        if _COMMA.match(value):
            return (
                rules.NUMBER_NOTATION,
                f"{shown(value)} has a decimal comma.",
                f"Write `{shortened(value.replace(',', '.'))}`.",
            )
        if _OTHER_MINUS.search(value):
            plain = re.sub(r"[−–—‒]\s*", "-", value).replace(",", ".")
            return (
                rules.NUMBER_NOTATION,
                f"{shown(value)} has a typographic minus.",
                f"Write `{shortened(plain)}`, with a hyphen.",
            )
        if _is_number(value):
            return (
                rules.NUMBER_NOTATION,
                f"{shown(value)} is a text because of its quotes.",
                f"Write `{shortened(value)}` without quotes.",
            )
    example = "For example `2`." if whole != "number" else "For example `-1.5`."
    if path[-1:] in (("emotion",), ("score",)):
        example = "A score from -2 to 2; with a word for it: `{score: 1, word: blij}`."
    return rules.WRONG_TYPE, f"A {whole} belongs here, not {shown(value)}.", example


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _no_space(error: dict[str, Any], *_: Any) -> Message:
    text = str(error["input"])
    key = text.partition(":")[0]
    better = shortened(text.replace(":", ": ", 1))
    return rules.SPLIT_SENTENCE, f"A space is missing after `{shortened(key)}:`.", f"Write `{better}`."


def _decimal_comma(*_: Any) -> Message:
    return _COMMA_SPLIT


def _flag(error: dict[str, Any], path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    value = error["input"]
    word = str(value).lower()
    meant = "true" if word in _TRUE or value == 1 else "false" if word in _FALSE or value == 0 else "true` or `false"
    if path and path[-1] == "moment_of_truth" and word in {"zmot", "fmot", "smot", "umot"}:
        return (
            rules.TRUE_FALSE,
            f"`true`, `false` or a mapping belongs here, not {shown(value)}.",
            f"Write `moment_of_truth: {{kind: {word}}}`.",
        )
    return rules.TRUE_FALSE, f"`true` or `false` belongs here, not {shown(value)}.", f"Write `{meant}`."


def _choice(error: dict[str, Any], path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    value, words = error["input"], _words(error["ctx"].get("expected", ""))
    rule = rules.UNKNOWN_KIND if path == ("kind",) else rules.CHOICE
    if path == ("klantreis",):
        return (
            rules.FORMAT_VERSION,
            f"This klantreis does not know version {shown(value)} of the format.",
            "Write `klantreis: 1`, or install a newer klantreis.",
        )
    if value is None:
        return rules.EMPTY_ITEM, "An empty item in a list.", "Remove the `-`, or write what belongs there."
    dutch = CHOSEN.get(str(value).lower())
    hint = f"Did you mean `{dutch}`?" if dutch in words else did_you_mean(str(value), words)
    return (
        rule,
        f"{shown(value)} is not one of {', '.join(words)}.".replace("a list is", "A list is").replace(
            "a mapping is", "A mapping is"
        ),
        hint,
    )


def _range(error: dict[str, Any], path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    context = error["ctx"]
    bound = next(iter(context.values()))
    side = "at most" if error["type"].startswith("less") else "at least"
    if path and "emotion" in path[-2:]:
        return (
            rules.RANGE,
            f"An emotion of {shown(error['input'])} is off the scale.",
            "Emotions run from -2 (awful) by 0 to 2 (delighted).",
        )
    return rules.RANGE, f"{shown(error['input'])} is out of bounds: {side} {bound:g}.", ""


def _date(error: dict[str, Any], _path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    reason = "names a day that does not exist" if error["msg"] == "no such date" else "is not a date"
    return rules.BAD_DATE, f"{shown(error['input'])} {reason}.", "Write 2026, 2026-Q3, 2026-09 or 2026-09-30."


def _horizon(error: dict[str, Any], _path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    hint = did_you_mean(str(error["input"]), ("near", "far"))
    return (
        rules.BAD_DATE,
        f"{shown(error['input'])} is no horizon.",
        hint or "Write `near` (1 to 2 years), `far` (5 years) or a date.",
    )


def _duration(error: dict[str, Any], _path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    return (
        rules.BAD_DURATION,
        f"{shown(error['input'])} is not a duration.",
        "Write a number and a unit: `6 maanden`, `2-4 weeks`, `P6M`, or `doorlopend`.",
    )


def _id(error: dict[str, Any], _path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    from klantreis.model.text import slug

    value = str(error["input"])
    better = slug(value)
    hint = f"Write `{better}`." if better else "Use lower-case letters, digits and hyphens."
    return rules.BAD_ID, f"{shown(value)} cannot be an id: lower-case letters, digits and hyphens only.", hint


def _not_a_language(error: dict[str, Any], *_: Any) -> Message:
    meant = LANGUAGES.get(str(error["input"]).lower())
    hint = f"Did you mean `{meant}`?" if meant else "Write a language tag: `nl`, `en`."
    return rules.CHOICE, f"{shown(error['input'])} is not a language tag.", hint


def _scale(*_: Any) -> Message:
    return rules.RANGE, "A scale is its lowest and its highest value.", "For example `scale: [1, 10]`."


def _empty_slug(_error: dict[str, Any], _path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    return rules.EMPTY_SLUG, "No id can be made from this title: it has no letters or digits.", "Add an `id` beside it."


def _empty_list(_error: dict[str, Any], path: Path, _rest: tuple[Any, ...], _model: type[Any]) -> Message:
    return rules.MISSING_KEY, f"`{path[-1] if path else ''}` is empty.", "At least one belongs here."


def _words(expected: str) -> list[str]:
    return re.findall(r"'([^']+)'", expected) or [expected]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


_MESSAGES: dict[str, Callable[[dict[str, Any], Path, tuple[Any, ...], type[Any]], Message]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "string_type": _text,
    "model_type": _element,
    "model_attributes_type": _element,
    "dict_type": _element,
    "float_type": _number,
    "int_type": _number,
    "finite_number": _number,
    "decimal_comma": _decimal_comma,
    "missing_space": _no_space,
    "bool_type": _flag,
    "literal_error": _choice,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "bad_date": _date,
    "bad_horizon": _horizon,
    "bad_duration": _duration,
    "string_pattern_mismatch": _id,
    "string_too_long": _id,
    "empty_slug": _empty_slug,
    "too_short": _empty_list,
    "bad_scale": _scale,
    "bad_language": _not_a_language,
    "too_long": _scale,
}
