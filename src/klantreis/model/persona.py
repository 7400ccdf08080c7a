"""A persona: a person out of the target group, with needs and preferences."""

from __future__ import annotations

from typing import Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from klantreis.model.document import Document, Source
from klantreis.model.fields import Many, Text
from klantreis.model.text import slug


class Persona(Document):
    """A person out of the target group; its title is its name."""

    kind: Literal["persona"] = Field(description="What this document is.")
    title: Text = Field("", description="The name, unless `name` is written.")
    name: Text = Field(description="What the persona is called.", examples=["Michiel Mobiel"])
    segment: Text = Field("", description="The segment the persona stands for.")
    quote: Text = Field("", description="One sentence that is truly theirs.")
    bio: Text = Field("", description="Who they are.")
    image: Text = Field("", description="A portrait, relative to the file.")
    goals: Many[Text] = Field(default_factory=list, description="What they want to reach.")
    needs: Many[Text] = Field(default_factory=list, description="What they need.")
    preferences: Many[Text] = Field(default_factory=list, description="How they like it.")
    frustrations: Many[Text] = Field(default_factory=list, description="What annoys them.")
    channels: Many[Text] = Field(default_factory=list, description="Preferred channels, in order.")
    sources: Many[Source] = Field(default_factory=list, description="Where the evidence comes from.")
    evidence: Many[Text] = Field(default_factory=list, description="Ids of sources, or `assumption`.")

    def model_post_init(self, _context: object) -> None:
        """Fill in title and id from the name."""
        self.__dict__["title"] = self.name
        if not self.id:
            self.__dict__["id"] = slug(self.name)
            if not self.id:
                raise PydanticCustomError("empty_slug", "no id can be made from this name")
