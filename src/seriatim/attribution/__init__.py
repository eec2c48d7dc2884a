"""Attribution: source, cue and content of what is said, with nesting."""
