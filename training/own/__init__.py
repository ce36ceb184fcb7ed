"""Passages of real articles whose statements, nested ones too, were labelled to train on.

700 passages, 1,684 attributions, 460 of them inside others, labelled once by the guide of
the own gold (``benchmarks/own/GUIDE.md``) from articles that the gold does not touch
(``choose``). ``labels.json`` has the form of ``benchmarks.own.marks``: ids, offsets and
labels, never the text.
"""
