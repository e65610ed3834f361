"""The nouns of the field as frozen classes: grounds, time, actors, terms, proposals, the case."""
