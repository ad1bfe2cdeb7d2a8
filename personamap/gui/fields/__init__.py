"""Form fields that leave undo to the document."""
