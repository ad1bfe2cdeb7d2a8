"""What the cast lacks, while it is edited."""
