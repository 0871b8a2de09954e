"""Texts and what stands in them: links, slugs, segments, spans, edits; pure functions, linear in the length of the text."""
