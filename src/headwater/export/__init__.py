"""What a case gives to other programs: one module per format."""

from headwater.export.csv import write_csv
from headwater.export.jsonl import write_jsonl
from headwater.export.rows import KINDS, rows_of
from headwater.export.schema import annotation_schema

__all__ = ["KINDS", "annotation_schema", "rows_of", "write_csv", "write_jsonl"]
