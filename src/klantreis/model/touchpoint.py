"""A touchpoint: one step of the customer, and everything known about it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from klantreis.model.fields import (
    Date,
    Duration,
    Element,
    Flag,
    Id,
    Item,
    Keyed,
    Many,
    Number,
    Rating,
    Text,
    Titled,
)

ASSUMPTION = "assumption"
"""The evidence of what nobody has checked."""

EXIT = "exit"
"""The `next` of a customer who leaves."""


class Emotion(Element):
    """How the customer feels, from −2 to +2; a plain number is the score."""

    short = "score"
    score: Number = Field(ge=-2, le=2, description="From -2 (awful) by 0 (neutral) to 2 (delighted).")
    word: Text = Field("", description="The feeling in a word.", examples=["opgelucht"])


class Pain(Item):
    """A pain point or a barrier: what hurts or stops the customer."""

    severity: Literal["low", "medium", "high"] | None = Field(None, description="How bad it is.")


class Gain(Element):
    """What delights."""

    short = "title"
    title: Text = Field(description="What delights the customer.")
    evidence: Many[Text] = Field(default_factory=list, description="Ids of sources, or `assumption`.")


class Opportunity(Item):
    """A chance to make the journey better."""

    solves: Many[Text] = Field(default_factory=list, description="The pains it takes away.")
    impact: Rating | None = Field(None, description="What the customer gains, 1 to 5.")
    effort: Rating | None = Field(None, description="What it takes, 1 to 5.")


class MetricValue(Element):
    """A metric's value by hand, and what it should become; a plain number is the value."""

    short = "value"
    value: Number | None = Field(None, description="The figure, in the metric's unit.")
    target: Number | None = Field(None, description="What it should become.")
    date: Date | None = Field(None, description="When the value was measured.")
    evidence: Many[Text] = Field(default_factory=list, description="Ids of sources, or `assumption`.")


class BlueprintStep(Titled):
    """A step of the service blueprint, on either side of the line of visibility."""

    owner: Text = Field("", description="The team that does it.")
    system: Text = Field("", description="The system it is done with.")
    next: Many[Text] = Field(default_factory=list, description="The blueprint steps that follow.")


class MomentOfTruth(Element):
    """Where the expectation can and must be exceeded."""

    kind: Literal["zmot", "fmot", "smot", "umot"] | None = Field(
        None, description="Zero (searching), first (choosing), second (using) or ultimate (telling others)."
    )
    exceed: Text = Field("", description="How the expectation is exceeded.")


class Next(Element):
    """What follows instead of the next step; a plain text is `to`."""

    short = "to"
    to: Text = Field(description="A touchpoint, or `exit`: the customer leaves.")
    when: Text = Field("", description="Under which condition.")
    share: Number | None = Field(None, ge=0, le=1, description="Which part of the customers, 0 to 1.")


class EventPattern(Element):
    """A recorded event that means the customer was here; a plain text is its name."""

    short = "name"
    name: Text = Field(description="A glob on the event's name.", examples=["offer_*"])
    where: Keyed[Text] = Field(default_factory=dict, description="Columns and the values they must have.")


def _truth(value: Any) -> Any:
    if value is True:
        return {}
    if value is False:
        return None
    if isinstance(value, str):
        raise PydanticCustomError("bool_type", "true, false or a mapping expected")
    return value


class _TruthSchema:
    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [{"type": "boolean"}, handler(schema)]}


LaneValue = Annotated[Any, Field(description="Text, a list of texts, a score or a picture, by the lane's kind.")]


class Touchpoint(Item):
    """One step of the customer."""

    description: Text = Field("", description="The step in a few sentences, in the customer's words.")
    channel: Many[Text] = Field(
        default_factory=list,
        description="One channel, several to choose from, or `none` (thinking, waiting).",
        examples=["web", ["phone", "chat"], "none"],
    )
    initiator: Literal["customer", "organisation"] | None = Field(None, description="Who begins the contact.")
    owner: Text = Field("", description="The team responsible.")
    actions: Many[Text] = Field(default_factory=list, description="What the customer does.")
    thoughts: Many[Text] = Field(default_factory=list, description="What the customer thinks, in their words.")
    emotion: Emotion | None = Field(None, description="How the customer feels, -2 to 2.", examples=[-1.5, 2])
    expectation: Text = Field("", description="What the customer expected.")
    experience: Text = Field("", description="What really happens.")
    moment_of_truth: Annotated[MomentOfTruth | None, BeforeValidator(_truth), _TruthSchema()] = Field(
        None, description="Whether the expectation can and must be exceeded here, and how."
    )
    pains: Many[Pain] = Field(default_factory=list, description="What hurts.")
    gains: Many[Gain] = Field(default_factory=list, description="What delights.")
    opportunities: Many[Opportunity] = Field(default_factory=list, description="What could be better.")
    core_values: Many[Text] = Field(default_factory=list, description="The core values the customer tastes here.")
    metrics: Keyed[MetricValue] = Field(
        default_factory=dict, description="Figures by metric.", examples=[{"csat": 7.8}]
    )
    artefacts: Many[BlueprintStep] = Field(default_factory=list, description="What the customer sees or holds.")
    frontstage: Many[BlueprintStep] = Field(default_factory=list, description="What people do in sight.")
    backstage: Many[BlueprintStep] = Field(default_factory=list, description="What people do out of sight.")
    support_processes: Many[BlueprintStep] = Field(default_factory=list, description="What that rests on.")
    duration: Duration | None = Field(None, description="How long it takes, waiting included.")
    next: Many[Next] = Field(default_factory=list, description="What follows instead of the next step.")
    automated: Flag = Field(default=False, description="The step remains and the customer does nothing.")
    optional: Flag = Field(default=False, description="Some customers skip it.")
    events: Many[EventPattern] = Field(default_factory=list, description="Recorded events that mean this step.")
    zoom: Text = Field("", description="The journey that shows this step in detail.")
    replaces: Many[Id] = Field(default_factory=list, description="In a dream: the steps it takes the place of.")
    image: Text = Field("", description="A picture, relative to the file.")
    lanes: Keyed[LaneValue] = Field(default_factory=dict, description="What it puts in the custom lanes.")
    tags: Many[Text] = Field(default_factory=list, description="Free labels.")
