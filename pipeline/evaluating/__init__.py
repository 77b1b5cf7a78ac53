"""Measuring what was read against marked-up articles."""
