"""Records -> pages, months, tables, packages: what a person reads."""
