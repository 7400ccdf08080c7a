"""Journeys in words: what Markdown and Mermaid are written with."""
