"""How each weight file and learned table was made; never imported by the package."""
