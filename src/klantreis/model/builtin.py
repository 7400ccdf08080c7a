"""What is known without an organisation: channels, metrics and frameworks, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["online", "offline"]
Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True)
class BuiltinChannel:
    """A channel every journey knows; `mode` is None where it is neither online nor offline."""

    id: str
    nl: str
    en: str
    mode: Mode | None


@dataclass(frozen=True, slots=True)
class BuiltinMetric:
    """A metric every journey knows, with its unit and scale (None: no bounds)."""

    id: str
    nl: str
    en: str
    unit_nl: str
    unit_en: str
    scale: tuple[float, float] | None
    better: Better


@dataclass(frozen=True, slots=True)
class BuiltinPhase:
    """A phase of a built-in framework."""

    id: str
    nl: str
    en: str
    stages: tuple[str, ...]


STAGES = (
    "awareness",
    "orientation",
    "intent",
    "consideration",
    "purchase",
    "use",
    "support",
    "loyalty",
)
"""The stages of any customer journey, in order; phases of different journeys align by them."""

NO_CHANNEL = "none"
"""Thinking, waiting: on the curve, not among the contacts."""

CHANNELS = {
    channel.id: channel
    for channel in (
        BuiltinChannel("advert", "advertentie", "advert", None),
        BuiltinChannel("search", "zoekmachine", "search engine", "online"),
        BuiltinChannel("social", "sociale media", "social media", "online"),
        BuiltinChannel("web", "website", "website", "online"),
        BuiltinChannel("app", "app", "app", "online"),
        BuiltinChannel("email", "e-mail", "email", "online"),
        BuiltinChannel("chat", "chat", "chat", "online"),
        BuiltinChannel("chatbot", "chatbot", "chatbot", "online"),
        BuiltinChannel("self-service", "selfservice", "self-service", "online"),
        BuiltinChannel("phone", "telefoon", "phone", "offline"),
        BuiltinChannel("messaging", "berichtenapp", "messaging app", "online"),
        BuiltinChannel("sms", "sms", "text message", "online"),
        BuiltinChannel("post", "post", "post", "offline"),
        BuiltinChannel("store", "winkel", "store", "offline"),
        BuiltinChannel("meeting", "gesprek", "meeting", "offline"),
        BuiltinChannel("video-call", "videogesprek", "video call", "online"),
        BuiltinChannel("visit", "bezoek", "visit", "offline"),
        BuiltinChannel("event", "evenement", "event", "offline"),
        BuiltinChannel("word-of-mouth", "mond-tot-mond", "word of mouth", "offline"),
        BuiltinChannel("partner", "partner", "partner", None),
        BuiltinChannel(NO_CHANNEL, "geen", "none", None),
    )
}

METRICS = {
    metric.id: metric
    for metric in (
        BuiltinMetric(
            "csat", "klanttevredenheid", "customer satisfaction", "score 1–10", "score 1–10", (1, 10), "higher"
        ),
        BuiltinMetric("nps", "NPS", "NPS", "−100–100", "−100–100", (-100, 100), "higher"),
        BuiltinMetric(
            "ces",
            "gemak (CES)",
            "effort score (CES)",
            "score 1–7, 7 is het makkelijkst",
            "score 1–7, 7 is easiest",
            (1, 7),
            "higher",
        ),
        BuiltinMetric(
            "volume",
            "contactvolume",
            "contact volume",
            "contacten per maand",
            "contacts a month",
            (0, float("inf")),
            "neither",
        ),
        BuiltinMetric("resolution-time", "oplostijd", "resolution time", "uur", "hours", (0, float("inf")), "lower"),
        BuiltinMetric("conversion", "conversie", "conversion", "%", "%", (0, 100), "higher"),
        BuiltinMetric("drop-off", "afhaken", "drop-off", "%", "%", (0, 100), "lower"),
        BuiltinMetric(
            "reach", "bereik", "reach", "klanten per maand", "customers a month", (0, float("inf")), "higher"
        ),
        BuiltinMetric("cost", "kosten", "cost", "euro per contact", "euro a contact", (0, float("inf")), "lower"),
    )
}

FRAMEWORKS: dict[str, tuple[BuiltinPhase, ...]] = {
    "four-phases": (
        BuiltinPhase("bewustwording", "Bewustwording", "Awareness", ("awareness",)),
        BuiltinPhase(
            "orientatie", "Oriëntatie en vergelijking", "Orientation and comparison", ("orientation", "consideration")
        ),
        BuiltinPhase("koop", "Intentie en koop", "Intent and purchase", ("intent", "purchase")),
        BuiltinPhase("gebruik", "Gebruiken en verbinden", "Use and connect", ("use", "loyalty")),
    ),
    "five-phases": (
        BuiltinPhase("bewustwording", "Bewustwording", "Awareness", ("awareness",)),
        BuiltinPhase("orientatie", "Oriëntatie en informatie zoeken", "Orientation", ("orientation",)),
        BuiltinPhase("intentie", "Intentie", "Intent", ("intent",)),
        BuiltinPhase("overweging", "Aankoopoverweging", "Consideration", ("consideration",)),
        BuiltinPhase("aankoop", "Aankoop en verbinden", "Purchase and connect", ("purchase", "use", "loyalty")),
    ),
    "service": (
        BuiltinPhase("bewustwording", "Bewustwording", "Awareness", ("awareness",)),
        BuiltinPhase("orientatie", "Oriëntatie", "Orientation", ("orientation",)),
        BuiltinPhase("aankoop", "Aankoop", "Purchase", ("purchase",)),
        BuiltinPhase("gebruik", "Gebruik", "Use", ("use",)),
        BuiltinPhase("ondersteuning", "Ondersteuning", "Support", ("support",)),
        BuiltinPhase("loyaliteit", "Loyaliteit", "Loyalty", ("loyalty",)),
    ),
}

CHANNEL_NAMES = {
    name.lower(): channel.id for channel in CHANNELS.values() for name in (channel.id, channel.nl, channel.en)
}


def channel_id(written: str) -> str | None:
    """Give the id of a built-in channel from its id or its Dutch or English name, else None."""
    return CHANNEL_NAMES.get(written.lower())
