"""Emotion curves of several journeys in one picture, over the phases they share."""
