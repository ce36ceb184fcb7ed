"""Headwater's own gold: who says what on whose word, in passages of real articles."""
