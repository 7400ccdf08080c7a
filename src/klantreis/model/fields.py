"""The building blocks of every model: elements with a short form, lists of one, text, numbers.

Short forms are read here, before pydantic looks at a field, so that each model states only its
long form. The JSON Schema made from the models accepts both.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from klantreis.model.text import ID_PATTERN, slug
from klantreis.model.time import Duration, Period

T = TypeVar("T")
_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")

_SCALARS = (str, int, float)
# A pattern every JSON Schema validator can read; the models' own is stricter about scripts.
_SCHEMA_ID = "^[^A-Z\\s_/.,:;#'()!?]+$"


class _Schema:
    """Replaces the JSON Schema of an annotated type."""

    def __init__(self, **schema: Any) -> None:
        self.schema = schema

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: Any) -> JsonSchemaValue:
        return dict(self.schema)


class _OneOrMany:
    """Where a list is expected, one value is a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> JsonSchemaValue:
        array = handler(schema)
        return {"anyOf": [array["items"], array]}


class _Mapping:
    """A mapping with free keys: an empty value counts as absent, and `x-` keys are nobody's."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_without_nulls, handler(source))


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _without_nulls(value: Any) -> Any:
    if type(value) is dict and any(key[:2] == "x-" for key in value):
        value = {key: item for key, item in value.items() if key[:2] != "x-"}
    if type(value) is dict and None in value.values():
        if any(item is None and key.isdigit() for key, item in value.items()):
            raise PydanticCustomError("decimal_comma", "a decimal comma split a number")
        return {key: item for key, item in value.items() if item is not None}
    return value


Text = Annotated[str, _Schema(type=["string", "number", "boolean"])]
"""Text as written. A plain number, date or boolean is its characters (see `klantreis.check`)."""

Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=200),
    _Schema(anyOf=[{"type": "string", "pattern": _SCHEMA_ID}, {"type": ["number", "boolean"]}]),
]
"""Lower-case letters of any script, digits, hyphens."""


def _language(value: Any) -> Any:
    if isinstance(value, str) and not _LANGUAGE.match(value):
        raise PydanticCustomError("bad_language", "not a language")
    return value


Language = Annotated[str, BeforeValidator(_language), _Schema(type="string", pattern=_LANGUAGE.pattern)]
"""A language tag such as `nl` or `en-GB`."""

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Flag = Annotated[bool, Field(strict=True)]
Rating = Annotated[int, Field(strict=True, ge=1, le=5)]
"""Impact or effort, 1 (little) to 5 (much)."""

Many = Annotated[list[T], _OneOrMany()]
Keyed = Annotated[dict[str, T], _Mapping()]
Date = Period
__all__ = [
    "Date",
    "Duration",
    "Element",
    "Flag",
    "Id",
    "Item",
    "Keyed",
    "Many",
    "Number",
    "Period",
    "Rating",
    "Text",
    "Titled",
]


class Element(BaseModel):
    """A mapping of the format: unknown keys are errors, `x-` keys are kept, empty values absent.

    `short` names the key that a plain scalar stands for; without one only a mapping will do.
    """

    model_config = ConfigDict(extra="forbid", defer_build=True)

    short: ClassVar[str | None] = None
    extensions: dict[str, Any] = Field(default_factory=dict, alias="x-", repr=False)

    @model_validator(mode="before")
    @classmethod
    def _shape(cls, data: Any) -> Any:
        if type(data) is not dict:
            if cls.short is not None and isinstance(data, _SCALARS):
                if isinstance(data, str) and data.partition(":")[0] in cls._known_keys() and ":" in data:
                    raise PydanticCustomError("missing_space", "a space is missing after the colon")
                return {cls.short: data}
            return data
        free = [key for key in data if key[:2] == "x-"]
        if free or None in data.values():
            known = cls._known_keys()
            # An unknown key is a mistake, empty or not: `{score: 1,5}` has an empty key `5`.
            shaped = {k: v for k, v in data.items() if (v is not None or k not in known) and k[:2] != "x-"}
            if free:
                shaped["x-"] = {key: data[key] for key in free}
            return shaped
        return data

    @classmethod
    def _known_keys(cls) -> set[str]:
        return {field.alias or name for name, field in cls.model_fields.items()}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> JsonSchemaValue:
        reference: JsonSchemaValue = handler(schema)
        form = handler.resolve_ref_schema(reference)
        form.get("properties", {}).pop("x-", None)
        form["patternProperties"] = {"^x-": {}}
        if cls.short is not None:
            scalar = form["properties"][cls.short if cls.short != "from_" else "from"]
            mapping = dict(form)
            title = mapping.pop("title", cls.__name__)
            text = mapping.pop("description", None)
            form.clear()
            form.update({"title": title, "anyOf": [scalar, mapping]})
            if text:
                form["description"] = text
        return reference


class Titled(Element):
    """An element with a title and an id, which is the title's slug unless written."""

    short: ClassVar[str | None] = "title"
    id: Id = Field("", description="Carries the history. Unless written: the slug of the title.")
    title: Text = Field(description="What people call it, in the journey's own language.")
    was: Many[Id] = Field(default_factory=list, description="Former ids: keeps the history.")

    def model_post_init(self, _context: Any) -> None:
        """Fill in the id; `model_fields_set` still tells whether it was written."""
        if not self.id:
            self.__dict__["id"] = slug(self.title)
            if not self.id:
                raise PydanticCustomError("empty_slug", "no id can be made from this title")


class Item(Titled):
    """An element with evidence of its own."""

    evidence: Many[Text] = Field(
        default_factory=list,
        description="Ids of sources, or the word `assumption`.",
        examples=[["interviews-2026"], ["assumption"]],
    )
