"""Checks on the message as a whole."""
