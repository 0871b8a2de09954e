"""The nouns of Linkwell: frozen dataclasses, enums and the error tree; standard library only."""
