"""Figures of real news, labelled by hand: how many, of what, on whose side, over what time."""
