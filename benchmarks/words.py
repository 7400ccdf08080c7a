"""The Dutch words that `corpus` makes journeys of."""

from __future__ import annotations

from typing import NamedTuple


class StepWords(NamedTuple):
    """What a touchpoint says; `{product}` stands for what the journey is about."""

    id: str
    title: str
    channels: tuple[str, ...]
    action: str
    thoughts: tuple[str, str]
    expectation: str
    pain: str
    opportunity: str
    duration: str


class PhaseWords(NamedTuple):
    """What a phase says, and the touchpoints it may have."""

    id: str
    title: str
    stages: tuple[str, ...]
    duration: str
    goal: str
    questions: tuple[str, ...]
    steps: tuple[StepWords, ...]


# All of them take "de", so that the sentences stay right.
DOMAINS = (
    "bankrekening", "zorgverzekering", "internetaansluiting", "elektrische fiets", "hypotheek", "keuken",
    "warmtepomp", "leaseauto", "autoverzekering", "zonneboiler", "simkaart",
)  # fmt: skip
PERSONAS = ("Sanne Starter", "Gijs Gezin", "Gerda Geduld")

PHASES = (
    PhaseWords(
        "bewustwording", "Bewustwording", ("awareness",), "1-2 weken",
        "Merken dat het beter kan met een andere {product}.",
        ("Is dit nog wel wat ik nodig heb?",),
        (
            StepWords("ziet-advertentie", "Ziet een advertentie voor een {product}", ("advert", "social"),
                      "Scrolt door en kijkt toch nog even terug",
                      ("Dat is wel erg goedkoop", "Zou dat ook voor mij gelden?"),
                      "Nog een reclame die niets zegt.", "De prijs in de advertentie geldt maar drie maanden",
                      "Eerlijke prijs over het hele jaar tonen", "2 minuten"),
            StepWords("hoort-verhaal", "Hoort een verhaal bij de koffieautomaat", ("word-of-mouth",),
                      "Vraagt een collega naar haar ervaring",
                      ("Zij had er geen omkijken naar", "Waarom betaal ik dan meer?"),
                      "Een praatje zonder gevolg.", "Weet niet waar te beginnen",
                      "Kaartje met drie eerste stappen meegeven",
                      "10 minuten"),
            StepWords("krijgt-brief", "Krijgt een brief over de nieuwe prijs", ("post", "email"),
                      "Leest de brief twee keer", ("Alweer duurder", "Wat verandert er nu precies?"),
                      "Een heldere uitleg op één pagina.", "De brief noemt het nieuwe bedrag pas op de achterkant",
                      "Het nieuwe bedrag groot bovenaan zetten", "15 minuten"),
        ),
    ),
    PhaseWords(
        "orientatie", "Oriëntatie en vergelijking", ("orientation", "consideration"), "1-3 weken",
        "De beste {product} vinden zonder te puzzelen.",
        ("Welke {product} past bij mij?", "Wat kost het echt?"),
        (
            StepWords("vergelijkt-aanbod", "Vergelijkt drie aanbieders", ("search", "web"),
                      "Houdt zelf een lijstje bij", ("Overal staat iets anders", "Ik vergelijk appels met peren"),
                      "Een tabel die klopt.", "Voorwaarden zijn niet naast elkaar te leggen",
                      "Vergelijker met dezelfde regels voor iedereen", "45 minuten"),
            StepWords("leest-ervaringen", "Leest ervaringen van anderen", ("web", "social"),
                      "Zoekt vooral de slechte verhalen",
                      ("Zijn dit wel echte klanten?", "Vijf sterren zegt mij niets"),
                      "Eerlijke verhalen, ook minder mooie.", "Niet te zien of een ervaring echt is",
                      "Ervaringen koppelen aan een echte bestelling", "30 minuten"),
            StepWords("stelt-vraag", "Stelt een vraag over de {product}", ("chat", "phone"),
                      "Typt de vraag en wacht", ("Krijg ik nu een robot?", "Dit had ook op de site kunnen staan"),
                      "Binnen vijf minuten een mens.", "De chatbot begrijpt de vraag niet en verbindt niet door",
                      "Altijd een knop voor een gesprek met een medewerker", "20 minuten"),
            StepWords("bezoekt-winkel", "Laat zich voorlichten in de winkel", ("store",),
                      "Neemt zijn lijstje mee naar de balie",
                      ("Zij weet waar ze het over heeft", "Ik voel mij een beetje opgejaagd"),
                      "Rustig advies aan een tafel.", "Advies in de winkel wijkt af van de site",
                      "Medewerkers hetzelfde scherm geven als de klant", "1 uur"),
        ),
    ),
    PhaseWords(
        "koop", "Intentie en koop", ("intent", "purchase"), "1 dag", "De {product} regelen op één avond.",
        ("Heb ik alle papieren?",),
        (
            StepWords("vult-formulier-in", "Vult het formulier in", ("web", "app"),
                      "Zoekt zijn klantnummer op in oude post",
                      ("Waarom willen ze dit allemaal weten?", "Ben ik er nu bijna?"),
                      "Vijf vragen en klaar.", "Na een foutmelding is alles weer leeg",
                      "Ingevulde antwoorden bewaren, ook na een fout", "25 minuten"),
            StepWords("legitimeert-zich", "Laat zien wie hij is", ("app",),
                      "Maakt een foto van zijn paspoort", ("Drie keer dezelfde foto", "Is dit wel veilig?"),
                      "Eén foto, één keer.", "De foto wordt afgekeurd zonder reden",
                      "Meteen zeggen wat er aan de foto niet goed is", "10 minuten"),
            StepWords("krijgt-bevestiging", "Krijgt de bevestiging", ("email",),
                      "Zoekt de startdatum in de mail", ("Mooi, dat is geregeld", "Wanneer begint het nu?"),
                      "Een mail met de datum bovenaan.", "De startdatum staat alleen in de bijlage",
                      "Startdatum in het onderwerp van de mail zetten", "5 minuten"),
        ),
    ),
    PhaseWords(
        "gebruik", "Gebruiken en verbinden", ("use", "loyalty"), "doorlopend",
        "Geen omkijken meer naar de {product}.",
        ("Doet het wat mij beloofd is?", "Wie bel ik als het misgaat?"),
        (
            StepWords("begint-gebruik", "Gebruikt de {product} voor het eerst", ("none",),
                      "Probeert het meteen uit", ("Dat ging makkelijker dan gedacht", "Er ontbreekt een stap"),
                      "Uitpakken en het werkt.", "De uitleg gaat over een ander type",
                      "Uitleg op maat sturen op de eerste dag", "1 uur"),
            StepWords("bekijkt-rekening", "Bekijkt de eerste rekening", ("email", "app"),
                      "Rekent het bedrag na", ("Waar komt dit bedrag vandaan?", "Precies wat er beloofd was"),
                      "Het bedrag uit het aanbod.", "De eerste rekening telt anderhalve maand",
                      "Vooraf een voorbeeld van de eerste rekening sturen", "10 minuten"),
            StepWords("belt-helpdesk", "Belt de klantenservice", ("phone",),
                      "Wacht met de telefoon op luidspreker",
                      ("Nu moet ik het weer uitleggen", "Deze man neemt de tijd"),
                      "Iemand die het dossier al kent.", "Moet hetzelfde verhaal drie keer vertellen",
                      "Het dossier openen voordat er wordt opgenomen", "25 minuten"),
            StepWords("vertelt-verder", "Vertelt vrienden over de {product}", ("word-of-mouth", "messaging"),
                      "Stuurt een link in de groepsapp",
                      ("Zij moeten dit ook weten", "Hopelijk valt het hun ook mee"),
                      "Een bedankje achteraf.", "Aanbevelen levert de vriend niets op",
                      "Beiden een maand gratis geven", "5 minuten"),
        ),
    ),
)  # fmt: skip
