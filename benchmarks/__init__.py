"""Gold, floors, the gate and speed. Reads the package, writes nothing into it."""
