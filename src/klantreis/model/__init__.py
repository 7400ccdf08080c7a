"""The format as pydantic models: pure data, no input or output.

Entry points: `kinds.MODELS` (a model by kind), `scores` (what is computed, never written).
Import the module you need: each costs time to build.
"""
