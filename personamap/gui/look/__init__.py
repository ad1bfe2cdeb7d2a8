"""How the window looks: theme, icons, style and focus ring."""
