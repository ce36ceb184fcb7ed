"""The reader model: how its weights are made."""
