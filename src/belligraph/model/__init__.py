"""The nouns that pass between the stages: frozen, typed, without any RDF library."""
