"""One SQLite file per case: sources, documents, everything read from them, problems, judgements."""

from headwater.casefile.store import Casefile, Outcome

__all__ = ["Casefile", "Outcome"]
