"""PDF documents: text in any script, tags for assistive technology, and the sheets themselves."""
