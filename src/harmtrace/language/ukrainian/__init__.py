"""Reading Ukrainian: a small pack, numbers to grammar; what it cannot do is said in docs/limits.md."""
