"""A roadmap: which step towards the dream is taken when, and by whom."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klantreis.model.document import Document
from klantreis.model.fields import Date, Element, Keyed, Many, Number, Rating, Text, Titled


class InitiativeTarget(Element):
    """What an initiative should bring a metric to; a plain number is the target."""

    short = "target"
    target: Number = Field(description="What the metric should become.")


class Initiative(Titled):
    """A piece of work that closes part of the gap."""

    description: Text = Field("", description="What is done.")
    closes: Many[Text] = Field(default_factory=list, description="Pains, opportunities or steps that it settles.")
    owner: Text = Field("", description="The team that does it.")
    impact: Rating | None = Field(None, description="What the customer gains, 1 to 5.")
    effort: Rating | None = Field(None, description="What it takes, 1 to 5.")
    start: Date | None = Field(None, description="When it begins.", examples=["2027-Q1"])
    end: Date | None = Field(None, description="When it is finished.", examples=["2027-06"])
    status: Literal["idea", "planned", "doing", "done", "dropped"] | None = Field(None, description="How far it is.")
    depends_on: Many[Text] = Field(default_factory=list, description="Initiatives that must come first.")
    metrics: Keyed[InitiativeTarget] = Field(default_factory=dict, description="Targets by metric.")


class Roadmap(Document):
    """The way from a journey to its dream."""

    kind: Literal["roadmap"] = Field(description="What this document is.")
    from_: Text = Field(alias="from", description="The journey as it is.")
    to: Text = Field(description="The journey as it is dreamed of.")
    initiatives: Many[Initiative] = Field(default_factory=list, description="The work, in any order.")
