"""Writes the sample casefile of the present schema: ``python tests/casefile/make_sample.py``.

Run it once for each new schema, before its release, and never again: the file
stands for those that users of that release have.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from headwater.casefile import Casefile  # noqa: E402
from headwater.casefile.migrations import STEPS  # noqa: E402
from headwater.records import Problem  # noqa: E402
from readings import VERSIONS, reading, source  # noqa: E402 - its folder is known only now


def main() -> None:
    """Write the sample beside this script, packed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sample.case")
        with Casefile(path) as casefile:
            run = casefile.start_run("0.1.0", VERSIONS)
            casefile.store(run, source(), [reading()])
            casefile.store_problems(
                run, "gone.html", [Problem("source_missing", "there is no such file", "look")]
            )
            casefile.end_run(run, {"new": 1}, ["."])
        packed = gzip.compress(path.read_bytes(), mtime=0)
    (HERE / f"schema-{1 + len(STEPS)}.case.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
