"""Event sets to Coincidence: does one kind of event follow another by more than chance, who met whom, what is missing."""
