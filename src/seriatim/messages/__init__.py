"""Every sentence that the program says to a person."""
