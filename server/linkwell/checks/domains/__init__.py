"""Checks on whose address a link is."""
