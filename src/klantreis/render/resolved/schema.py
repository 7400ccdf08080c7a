"""The JSON Schema of the resolved journey: `docs/journey.schema.json`.

The journey and the persona are described from the models they are written by, so that a new key of the
format is in the schema the day it is in the format.
"""

from __future__ import annotations

import types
import typing
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from klantreis.model.builtin import STAGES, Better, Mode
from klantreis.model.document import Source
from klantreis.model.journey import Journey
from klantreis.model.persona import Persona
from klantreis.model.time import DAYS, Duration, Period
from klantreis.render.resolved.longform import EXTENSIONS, keys_of

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_FLAG: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_EMOTION: Schema = {"type": ["number", "null"], "minimum": -2, "maximum": 2}
_NULL: Schema = {"type": "null"}
_PLAIN: dict[Any, Schema] = {
    str: _TEXT,
    float: {"type": "number"},
    int: {"type": "integer"},
    bool: _FLAG,
    Any: {},
    type(None): _NULL,
    Period: {"$ref": "#/$defs/Date"},
    Duration: {"$ref": "#/$defs/Duration"},
}
_SAYS = {
    "owner": "A team: its id in `teams`; empty when nobody says.",
    "team": "A team: its id in `teams`.",
    "channel": "Ids in `channels`; `none` for thinking and waiting, which are no contacts.",
    "channels": "Ids in `channels`, in order of preference.",
    "core_values": "Ids in `core_values`.",
    "evidence": "Ids in `sources`, or `assumption`.",
    "segment": "An id in `segments`.",
    "persona": "The id of `persona`, or the name of one without a document.",
    "metrics": "Figures by the id of the metric in `metrics`.",
    "lanes": "What it puts in the custom lanes, by the id of the lane.",
    "solves": "The pains it takes away, each as `touchpoint/pain` or `phase/barrier`, by ids.",
    "BlueprintStep.next": "The blueprint steps that follow, each as `touchpoint/step`, by ids.",
    "Next.to": "The id of a touchpoint, or `exit`: the customer leaves.",
    "LoyaltyLoop.to": "The id of the phase where a loyal customer re-enters.",
    "LoyaltyLoop.from": "The id of the phase it leaves; the last one when empty.",
    "stage": "The stages it belongs to: as written, else as the framework has it.",
}
"""What a key means here, where a name has become an id."""


def schema() -> Schema:
    """Give the schema, in JSON Schema 2020-12."""
    definitions: dict[str, Schema] = {}
    journey, persona = _of(Journey, definitions), _of(Persona, definitions)
    inline: Schema = {"inline": _says(_FLAG, "Whether it is only a name in the journey, without a document.")}
    definitions["Persona"]["properties"] = inline | definitions["Persona"]["properties"]
    definitions["Persona"]["required"].insert(0, "inline")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "klantreis: resolved journeys",
        "description": "What `klantreis render --format json` writes: journeys with all they refer to. New keys may "
        "come with a new klantreis; what is described here does not change under version 1.",
        **_object(
            {
                "version": {"const": 1},
                "kind": {"const": "journeys"},
                "journeys": _list(_resolved(journey, persona), "One or more, in the order they were asked for."),
            }
        ),
        "$defs": definitions | _times() | {"Source of evidence": _source(definitions)},
    }


def _resolved(journey: Schema, persona: Schema) -> Schema:
    named = {"id": _TEXT, "title": _TEXT}
    return _object(
        {
            "journey": journey,
            "language": _says(_TEXT, "The language in which built-in channels and metrics are named here."),
            "left_out": _list(_object(named), "The phases of the journey that were not asked for, in its order."),
            "figures": _figures(),
            "persona": _or_null(persona, "Null for a journey of a segment, or of nobody in particular."),
            "base": _or_null(_object(named | {"state": {"enum": ["current", "dream"]}}), "What a dream is a dream of."),
            "framework": _or_null(
                _object({"id": _TEXT, "defined": _defined(), "phases": _list(_object(named | {"stage": _stages()}))}),
                "The list of phases it follows.",
            ),
            "organisation": _or_null(_object(named), "Whose journey it is."),
            "teams": _table("Teams that are named.", {"description": _TEXT}),
            "channels": _table(
                "Channels that are named.",
                {
                    "mode": _says({"enum": [*get_args(Mode), None]}, "Null where it is neither, or nobody says."),
                    "icon": _says(_MAYBE, "The built-in channel whose icon it has; null for none."),
                },
            ),
            "core_values": _table("Core values that are named.", {"description": _TEXT}),
            "segments": _table(
                "Segments that are named, by the journey or its persona.",
                {"description": _TEXT, "traits": _list(_TEXT), "needs": _list(_TEXT)},
            ),
            "metrics": _table(
                "Metrics of which there are figures.",
                {
                    "unit": _TEXT,
                    "scale": _or_null(
                        {"type": "array", "items": {"type": ["number", "null"]}, "minItems": 2, "maxItems": 2},
                        "The lowest and the highest value, null for no bound; null when nothing is known.",
                    ),
                    "better": {"enum": list(get_args(Better))},
                },
            ),
            "sources": _list({"$ref": "#/$defs/Source of evidence"}, "What the evidence rests on."),
        }
    )


def _figures() -> Schema:
    feeling = _or_null(
        _object({"score": _EMOTION, "word": _TEXT, "phase": _TEXT, "touchpoint": _MAYBE}),
        "Null without emotions; `touchpoint` is null where the phase itself has the emotion.",
    )
    return _says(
        _object(
            {
                "mean": _says(_EMOTION, "The mean emotion; null without emotions."),
                "remembered": _says(_EMOTION, "The mean of the peak and the end: the peak-end rule."),
                "peak": _says(feeling, "The emotion furthest from 0, the lower one on a tie."),
                "high": feeling,
                "low": feeling,
                "end": feeling,
                "touchpoints": _COUNT,
                "contacts": _says(_COUNT, "Touchpoints with a channel."),
                "channel_switches": _says(_COUNT, "Neighbouring contacts that share no channel."),
                "evidence": _says(
                    _object({"proven": _COUNT, "assumed": _COUNT, "unsaid": _COUNT}),
                    "Touchpoints that rest on a source, only on an assumption, on nothing said.",
                ),
                "phases": _list(
                    _object({"id": _TEXT, "title": _TEXT, "touchpoints": _COUNT, "mean": _EMOTION}), "Every phase."
                ),
                "loop": _or_null(
                    _object({"from": _TEXT, "to": _TEXT, "skipped": _list(_TEXT)}),
                    "The loyalty loop by ids of phases; null without one, or where it names no phase.",
                ),
            }
        ),
        "What is computed, of the whole journey, also where phases are left out.",
    )


def _source(definitions: dict[str, Schema]) -> Schema:
    _of(Source, definitions)
    written = definitions["Source"]["properties"]
    return _object(
        {
            "id": _TEXT,
            "title": _TEXT,
            "defined": _defined(),
            "of": _says({"enum": ["journey", "persona", "organisation", None]}, "Whose file lists it; null for none."),
            **{key: written[key] for key in ("kind", "date", "sample", "link")},
        }
    )


def _times() -> dict[str, Schema]:
    return {
        "Date": _object(
            {
                "text": _says(_TEXT, "As it was written: a day, month, quarter or year."),
                "from": {"type": "string", "format": "date", "description": "Its first day."},
                "to": {"type": "string", "format": "date", "description": "Its last day."},
            }
        ),
        "Duration": _object(
            {
                "text": _says(_TEXT, "As it was written."),
                "low": {"type": "number"},
                "high": {"type": "number"},
                "unit": {"enum": [*DAYS, "ongoing"]},
            }
        ),
    }


def _of(model: type[BaseModel], definitions: dict[str, Schema]) -> Schema:
    """Refer to a model, describing it the first time."""
    if model.__name__ not in definitions:
        definitions[model.__name__] = {}
        # What a short form means is said of what is written, and here there are none.
        about = (model.__doc__ or "").strip().splitlines()[0].split("; a plain")[0].rstrip(".") + "."
        properties = {
            key: _field(model, key, model.model_fields[name], definitions)
            for name, key in keys_of(model).items()
            if key != EXTENSIONS
        }
        form = _says(_object(properties), about)
        form["properties"] = properties | {"extensions": _says({"type": "object"}, "Own keys (`x-…`), if any.")}
        definitions[model.__name__] = form
    return {"$ref": f"#/$defs/{model.__name__}"}


def _field(model: type[BaseModel], key: str, field: FieldInfo, definitions: dict[str, Schema]) -> Schema:
    says = _SAYS.get(f"{model.__name__}.{key}") or _SAYS.get(key) or field.description or ""
    return _says(_type(field.annotation, definitions), says)


def _type(annotation: Any, definitions: dict[str, Schema]) -> Schema:
    """Describe a type of the models, in its long form."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        form = _type(arguments[0], definitions)
    elif origin in (typing.Union, types.UnionType):
        form = {"anyOf": [_type(item, definitions) for item in arguments]}
    elif origin is Literal:
        form = {"enum": list(arguments)}
    elif origin is list:
        form = _list(_type(arguments[0], definitions))
    elif origin is dict:
        form = {"type": "object", "additionalProperties": _type(arguments[1], definitions)}
    elif annotation in _PLAIN:
        form = dict(_PLAIN[annotation])
    else:
        form = _of(annotation, definitions)
    return form


def _table(says: str, more: Schema) -> Schema:
    return _list(_object({"id": _TEXT, "title": _TEXT, "defined": _defined(), **more}), says)


def _defined() -> Schema:
    return _says(_FLAG, "Whether it is built in or the workspace lists it; else this is all that is known of it.")


def _stages() -> Schema:
    return _list({"enum": list(STAGES)})


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _list(items: Schema, says: str = "") -> Schema:
    return _says({"type": "array", "items": items}, says)


def _or_null(form: Schema, says: str) -> Schema:
    return _says({"anyOf": [form, _NULL]}, says)


def _says(form: Schema, says: str) -> Schema:
    return {**form, "description": says} if says else form
