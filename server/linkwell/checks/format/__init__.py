"""Checks on how a link is written."""
