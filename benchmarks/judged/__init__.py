"""Chains of fresh articles, judged by eye: how many put words into somebody's mouth."""
