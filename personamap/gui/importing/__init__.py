"""File, Import: from what others have made to one undoable edit, with every step shown first."""
