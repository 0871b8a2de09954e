"""The store: the only SQL. One file per noun; functions take a Session, return model types and never commit."""
