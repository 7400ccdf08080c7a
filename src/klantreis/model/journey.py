"""A journey: what one persona or segment does, meets and feels, phase by phase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from klantreis.model.document import Document, Source
from klantreis.model.fields import Date, Duration, Element, Id, Item, Keyed, Language, Many, Number, Text, Titled
from klantreis.model.time import Period
from klantreis.model.touchpoint import Emotion, LaneValue, MetricValue, Opportunity, Pain, Touchpoint

Stage = Literal["awareness", "orientation", "intent", "consideration", "purchase", "use", "support", "loyalty"]
MOTIVATIONS = ("information", "timing", "sources", "choice", "purchase")


class Motivations(Element):
    """Why the customer searches and chooses as they do."""

    information: Many[Text] = Field(default_factory=list, description="Why that information.")
    timing: Many[Text] = Field(default_factory=list, description="Why then.")
    sources: Many[Text] = Field(default_factory=list, description="Why there.")
    choice: Many[Text] = Field(default_factory=list, description="Why this choice.")
    purchase: Many[Text] = Field(default_factory=list, description="When and where they buy.")


class Signal(Element):
    """What one reaction to content is worth; a plain number is the points."""

    short = "points"
    points: Number = Field(description="Points for each time; negative for a bad sign.")
    events: Many[Text] = Field(default_factory=list, description="Globs on recorded events that mean it.")


class Content(Titled):
    """Something to read, watch or use that serves a phase."""

    format: Text = Field("", description="Blog, video, checklist …")
    channel: Many[Text] = Field(default_factory=list, description="Where it is offered.")
    serves: Many[Text] = Field(default_factory=list, description="A purpose, or one of the five motivations.")
    call_to_action: Text = Field("", description="What it asks the customer to do.")
    link: Text = Field("", description="Where it stands.")
    signals: Keyed[Signal] = Field(
        default_factory=dict, description="Points by signal.", examples=[{"click": 1, "bounce": -1}]
    )


class Phase(Titled):
    """A phase of the journey: a column of the map."""

    stage: Many[Stage] = Field(default_factory=list, description="Where in any journey this phase stands.")
    description: Text = Field("", description="What happens in this phase.")
    goal: Text = Field("", description="What the customer wants to reach in it.")
    duration: Duration | None = Field(None, description="How long it lasts.", examples=["2-4 weeks"])
    questions: Many[Text] = Field(default_factory=list, description="What the customer asks.")
    motivations: Motivations | None = Field(None, description="Why they search and choose as they do.")
    barriers: Many[Pain] = Field(default_factory=list, description="What stops the customer.")
    opportunities: Many[Opportunity] = Field(default_factory=list, description="What could be better.")
    emotion: Emotion | None = Field(None, description="Counts only if none of its touchpoints has one.")
    metrics: Keyed[MetricValue] = Field(default_factory=dict, description="Figures by metric.")
    content: Many[Content] = Field(default_factory=list, description="Content that serves this phase.")
    touchpoints: Many[Touchpoint] = Field(default_factory=list, description="The steps of the customer.")
    evidence: Many[Text] = Field(default_factory=list, description="Ids of sources, or `assumption`.")
    lanes: Keyed[LaneValue] = Field(default_factory=dict, description="What it puts in the custom lanes.")
    zoom: Text = Field("", description="The journey that shows this phase in detail.")
    replaces: Many[Id] = Field(default_factory=list, description="In a dream: the phases it takes the place of.")


class LoyaltyLoop(Element):
    """Where a loyal customer re-enters; a plain text is `to`."""

    short = "to"
    to: Text = Field(description="The phase where a loyal customer re-enters.")
    from_: Text = Field("", alias="from", description="The phase it leaves; the last one unless said.")
    note: Text = Field("", description="A few words beside the loop.")


class Drop(Element):
    """A step that a dream takes away on purpose; a plain text is its id."""

    short = "id"
    id: Text = Field(description="The step of the journey this dream is of.")
    why: Literal["superfluous", "automated"] | None = Field(None, description="Why it can go.")
    note: Text = Field("", description="In a sentence.")


class Maker(Element):
    """Who made the map; a plain text is a team."""

    short = "team"
    name: Text = Field("", description="A person.")
    team: Text = Field("", description="The team they are of.")


HORIZON_YEARS = {"near": 2, "far": 5}
"""In how many years a dream must be there that says only this of its horizon."""


class CustomLane(Titled):
    """An own row of the map."""

    kind: Literal["text", "list", "score", "image"] = Field("text", description="What its cells hold.")
    after: Text = Field("", description="The lane it follows; at the end unless said.")


def _horizon(value: Any) -> Any:
    if value in ("near", "far") or isinstance(value, Period):
        return value
    try:
        return Period.validate(value)
    except PydanticCustomError as error:
        raise PydanticCustomError("bad_horizon", "near, far or a date expected") from error


class Journey(Document):
    """The journey of one persona or segment, as it is or as it is dreamed of."""

    kind: Literal["journey"] = Field("journey", description="What this document is.")
    state: Literal["current", "dream"] = Field("current", description="The journey as it is, or as dreamed of.")
    of: Text = Field("", description="In a dream: the journey it improves.")
    horizon: Annotated[Literal["near", "far"] | Period | None, BeforeValidator(_horizon)] = Field(
        None, description="In a dream: near (1 to 2 years), far (5 years) or a date."
    )
    drops: Many[Drop] = Field(default_factory=list, description="In a dream: steps taken away on purpose.")
    language: Language = Field("", description="The language of the fixed words on the map.", examples=["nl", "en"])
    framework: Text = Field(
        "", description="The list of phases it follows.", examples=["four-phases", "five-phases", "service"]
    )
    scope: Literal["product", "lifecycle"] | None = Field(
        None, description="One product or experience, or the whole life of the brand."
    )
    persona: Text = Field("", description="Whose journey it is: a persona's id or name.")
    segment: Text = Field("", description="The group of customers whose journey it is.")
    trigger: Text = Field("", description="What sets it off.")
    scenario: Text = Field("", description="The situation in a sentence or two.")
    goal: Text = Field("", description="What the customer wants to reach.")
    expectations: Many[Text] = Field(default_factory=list, description="What the customer expects.")
    business_goals: Many[Text] = Field(default_factory=list, description="What the organisation wants from it.")
    owner: Text = Field("", description="The team that keeps this map true.")
    makers: Many[Maker] = Field(default_factory=list, description="Who made it.")
    reviewed: Date | None = Field(None, description="The last check against real customers.", examples=["2026-09-30"])
    review_every: Duration | None = Field(None, description="How often it must be checked.", examples=["6 months"])
    duration: Duration | None = Field(None, description="How long the whole journey lasts.")
    metrics: Keyed[MetricValue] = Field(default_factory=dict, description="Figures of the journey as a whole.")
    sources: Many[Source] = Field(default_factory=list, description="Where the evidence comes from.")
    custom_lanes: Many[CustomLane] = Field(default_factory=list, description="Own rows of the map.")
    phases: Many[Phase] = Field(min_length=1, description="At least one.")
    loyalty_loop: LoyaltyLoop | None = Field(None, description="Where a loyal customer re-enters.")

    def touchpoints(self) -> Iterator[Touchpoint]:
        """Give every touchpoint, in the customer's order."""
        for phase in self.phases:
            yield from phase.touchpoints


__all__ = [
    "MOTIVATIONS",
    "Content",
    "CustomLane",
    "Drop",
    "Item",
    "Journey",
    "LoyaltyLoop",
    "Maker",
    "Motivations",
    "Phase",
    "Signal",
    "Stage",
]
