"""The small words between, in Dutch."""

AND, NOTHING, EMPTY, YES, NO = "en", "onbekend", "leeg", "ja", "nee"
MORE = "{} andere"
WHERE = {"journey": "Voor de hele klantreis", "phase": "In de fase {title:quoted}", "touchpoint": "Bij {title:quoted}"}
PAIN = ("Het pijnpunt {name:quoted}", "het pijnpunt {name:quoted}", "een pijnpunt")
BARRIER = ("De barrière {name:quoted}", "de barrière {name:quoted}", "een barrière")
COUNTS = {"step": ("stap", "stappen"), "phase": ("fase", "fasen"), "place": ("plaats", "plaatsen")}
PARTS = {
    "journey": {"part": "De klantreis", "another": "Een andere klantreis", "the_same": "Dezelfde klantreis"},
    "phase": {"part": "De fase", "another": "Een andere fase", "the_same": "Dezelfde fase"},
    "touchpoint": {"part": "De stap", "another": "Een andere stap", "the_same": "Dezelfde stap"},
}
TARGET = " (doel {})"
NEW, GONE, TURNED = "nieuw is {after}", "niet meer {before}", "was {before}, wordt {after}"
