"""Finding the fewest people or changes that give a cast what it should show."""
