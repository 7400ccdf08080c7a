"""An organisation: what all its journeys share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from klantreis.model.document import Document, Source
from klantreis.model.fields import Many, Number, Text, Titled
from klantreis.model.journey import Stage


def _rising(scale: list[float]) -> list[float]:
    if len(scale) != len(("low", "high")) or scale[0] >= scale[1]:
        raise PydanticCustomError("bad_scale", "a scale has a lowest and a highest value")
    return scale


class CoreValue(Titled):
    """What every contact should let the customer taste."""

    description: Text = Field("", description="What it means in practice.")


class Team(Titled):
    """A department that owns touchpoints."""

    description: Text = Field("", description="What the team does.")


class Segment(Titled):
    """A group of customers with the same traits and needs."""

    description: Text = Field("", description="The segment in a few sentences.")
    traits: Many[Text] = Field(default_factory=list, description="What its customers have in common.")
    needs: Many[Text] = Field(default_factory=list, description="What its customers need.")


class Channel(Titled):
    """A channel of one's own, beside the built-in ones."""

    mode: Literal["online", "offline"] | None = Field(None, description="Online or offline.")
    icon: Text = Field("", description="The built-in channel whose icon it borrows.")


class Metric(Titled):
    """A metric of one's own; with a built-in's id it replaces that, and takes from it what it does not say."""

    unit: Text = Field("", description="What it is counted in.")
    scale: Annotated[list[Number], AfterValidator(_rising)] = Field(
        default_factory=list, max_length=2, description="The lowest and the highest value.", examples=[[1, 10]]
    )
    better: Literal["higher", "lower", "neither"] | None = Field(None, description="Which way is better.")


class FrameworkPhase(Titled):
    """A phase of a framework."""

    stage: Many[Stage] = Field(default_factory=list, description="Where in any journey this phase stands.")


class Framework(Titled):
    """A list of phases of one's own."""

    phases: Many[FrameworkPhase] = Field(min_length=1, description="Its phases, in order.")


class Organisation(Document):
    """What all journeys of a workspace share; at most one in a workspace."""

    kind: Literal["organisation"] = Field(description="What this document is.")
    core_values: Many[CoreValue] = Field(default_factory=list, description="What every contact should taste of.")
    teams: Many[Team] = Field(default_factory=list, description="Departments that own touchpoints.")
    segments: Many[Segment] = Field(default_factory=list, description="Groups of customers; five at most is wise.")
    channels: Many[Channel] = Field(default_factory=list, description="Channels beside the built-in ones.")
    metrics: Many[Metric] = Field(default_factory=list, description="Metrics beside the built-in ones.")
    frameworks: Many[Framework] = Field(default_factory=list, description="Own lists of phases.")
    sources: Many[Source] = Field(default_factory=list, description="Evidence shared by several journeys.")
