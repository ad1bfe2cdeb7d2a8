"""personamap: the cast of an eLearning course as a persona map."""

__version__ = "0.1.0"
