"""How well codings of one document agree: a reader with a person, or two persons with each other."""
