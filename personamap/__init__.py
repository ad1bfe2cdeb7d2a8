"""personamap: the cast of an eLearning course as a persona map."""

import os

__version__ = "0.1.0"

# The models are ours: what else is installed has no say in them, and looking for plug-ins
# would read the metadata of every package at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
