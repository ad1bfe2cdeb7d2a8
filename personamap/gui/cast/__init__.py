"""The cast: the wall of persona cards and the editor of one person."""
