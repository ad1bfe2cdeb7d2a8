"""Operations that join several rooms, for the window and the command line alike."""
