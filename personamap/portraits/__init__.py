"""Portraits of personas as drawings: parts composed to shapes and SVG, without Qt."""
