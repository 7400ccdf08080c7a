"""What every document of the format has, whichever its kind."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klantreis.model.fields import Date, Element, Many, Text, Titled

VERSION = 1
"""The version of the format that this klantreis reads."""

Kind = Literal["journey", "persona", "organisation", "roadmap"]
KINDS: tuple[Kind, ...] = ("journey", "persona", "organisation", "roadmap")


class Link(Element):
    """A link to something outside; a plain text is its address."""

    short = "url"
    title: Text = Field("", description="What the link is called; the address unless written.")
    url: Text = Field(description="The address; only http, https and mailto become a link.")


class Document(Titled):
    """A document: one journey, persona, organisation or roadmap."""

    short = None
    klantreis: Literal[1] | None = Field(
        None, description="The version of the format; in the first document it holds for the file."
    )
    description: Text = Field("", description="A few sentences for who reads the file.")
    tags: Many[Text] = Field(default_factory=list, description="Free labels.")
    links: Many[Link] = Field(default_factory=list, description="Links to what lies elsewhere.")


class Source(Titled):
    """Where evidence comes from."""

    kind: Literal["interview", "survey", "analytics", "observation", "support-log", "workshop"] | None = Field(
        None, description="What sort of evidence; only an interview or an observation is a talk with customers."
    )
    date: Date | None = Field(None, description="When it was gathered.", examples=["2026-04", "2026-Q3"])
    sample: int | None = Field(None, strict=True, ge=0, description="How many customers, calls or visits.")
    link: Text = Field("", description="Where the report stands.")
