"""Who may use the workbench: accounts, sessions and the login throttle."""
