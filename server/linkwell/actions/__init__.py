"""One verb a file; each gets what it needs handed in and leaves committing to its caller."""
