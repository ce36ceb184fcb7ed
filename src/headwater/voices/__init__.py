"""Who says what, and on whose word."""

from headwater.voices.station import VERSION, Voices, find_voices

__all__ = ["VERSION", "Voices", "find_voices"]
