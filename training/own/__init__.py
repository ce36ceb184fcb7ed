"""Passages of real articles whose statements, nested ones too, were labelled to train on.

None is of an article that the own gold (``benchmarks.own``) scores. ``labels.json`` has
the form of ``benchmarks.own.marks``: ids, offsets and labels, never the text.
"""
