"""What a project is: frozen values, and how two of them differ."""
