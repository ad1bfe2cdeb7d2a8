"""What reviewers said: bringing it in, and reading it."""
