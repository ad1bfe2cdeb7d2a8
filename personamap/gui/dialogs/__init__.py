"""Questions and forms that open over the window and never block it."""
