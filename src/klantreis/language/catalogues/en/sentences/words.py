"""The small words between, in English."""

AND, NOTHING, EMPTY, YES, NO = "and", "unknown", "empty", "yes", "no"
MORE = "{} others"
WHERE = {"journey": "For the whole journey", "phase": "In the phase {title:quoted}", "touchpoint": "At {title:quoted}"}
PAIN = ("The pain point {name:quoted}", "the pain point {name:quoted}", "a pain point")
BARRIER = ("The barrier {name:quoted}", "the barrier {name:quoted}", "a barrier")
COUNTS = {"step": ("step", "steps"), "phase": ("phase", "phases"), "time": ("time", "times")}
PARTS = {
    "journey": {"part": "The journey", "another": "Another journey", "the_same": "The same journey"},
    "phase": {"part": "The phase", "another": "Another phase", "the_same": "The same phase"},
    "touchpoint": {"part": "The step", "another": "Another step", "the_same": "The same step"},
}
TARGET = " (target {})"
NEW, GONE, TURNED = "new is {after}", "no longer {before}", "was {before}, becomes {after}"
