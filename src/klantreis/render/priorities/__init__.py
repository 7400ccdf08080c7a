"""Opportunities on impact and effort: what to do first."""
