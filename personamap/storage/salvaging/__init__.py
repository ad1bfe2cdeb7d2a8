"""The steps of saving what is whole in a damaged project file."""
