"""Office files (XLSX, DOCX, PPTX): what they cannot hold, and the same bytes each time."""
