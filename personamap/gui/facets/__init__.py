"""The facets of a project: named, ordered, brought in, switched off and removed for everybody."""
