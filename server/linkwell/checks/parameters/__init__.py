"""Checks on what a link carries behind its path."""
