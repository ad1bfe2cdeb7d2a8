"""Documents as one web page that needs nothing from outside."""
