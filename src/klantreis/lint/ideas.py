"""The ideas behind the rules: what the source texts on customer journeys say, by number."""

from __future__ import annotations

IDEAS: dict[int, str] = {
    1: "Phases run horizontally; what is studied in them runs vertically.",
    2: "A journey follows known phases: four, five, or six in service.",
    3: "Touchpoints are online and offline, and each channel has a character of its own.",
    4: "At a moment of truth the expectation can and must be exceeded.",
    5: "People remember the high or low point and the last contact.",
    6: "A loyal customer skips the first phases: the loyalty loop.",
    7: "A step has actions, emotions, pain points and opportunities.",
    8: "Customers' valuation is measured; promoters give a 9 or 10.",
    9: "Every department polishes its own touchpoint and forgets the whole.",
    10: "Hand-overs between channels must be seamless.",
    11: "Contact reasons, volume, resolution time and satisfaction come from real data.",
    12: "Pains that recur point at deeper problems.",
    13: "Figures show whether an improvement works; test and improve step by step.",
    14: "A multidisciplinary team makes the map.",
    15: "Facts and signals, not assumptions; talk with customers.",
    16: "Core values are the stock of the soup: tasted everywhere.",
    17: "A persona has needs and preferences, and a journey of its own.",
    18: "Segments: five at most.",
    19: "Dream of the journey in one to two years, or in five.",
    20: "The gap lies between the journey that is and the one that is dreamed of.",
    21: "A roadmap says when which step is taken, and by whom.",
    22: "Make steps easier, skip them, automate them.",
    23: "A map shows one product, or the whole life of the brand.",
    24: "The customer's expectations stand beside our own aims.",
    25: "Why do they search that, then, there; why do they choose and act?",
    26: "Content serves a phase, by a channel and with a purpose.",
    27: "A journey never stands still: map it again, keep measuring.",
    28: "Proactive instead of reactive.",
    29: "Successes are shared, and advisers learn from real scenarios.",
    30: "The scientist sets the frame, the artist fills it.",
}
"""By number, one sentence each."""
