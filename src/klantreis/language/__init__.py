"""The fixed words of maps and reports, and numbers, dates and durations, in Dutch and English."""
