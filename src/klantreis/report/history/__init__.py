"""A journey's history for people and machines: `text`, `json`, `csv`, each with a function of a timeline."""
