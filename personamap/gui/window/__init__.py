"""The frame around the workspaces: menus, rail, start page, status bar, files."""
