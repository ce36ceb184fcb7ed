"""Makes the key of the example story: ``python -m benchmarks.anchor LABELS``.

The annotators labelled the pages by quoting them, apart from the code. This finds
each quotation in the text that intake makes of its page and writes
``examples/answers.json`` in the contract's form: offsets into that text, whose
digest stands beside them. Run again where intake's text of a page has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from headwater.intake import Source, find_sources, read_source

STORY = Path(__file__).parent.parent / "examples" / "story"
ANSWERS = STORY.parent / "answers.json"
REACH = 1500
"""How far behind the first words of its sentence a quotation may stand, in code points."""

Pair = list[int]


@dataclass(slots=True)
class Page:
    """A page's text, and what of its labels could not be found in it."""

    name: str
    text: str
    lost: list[str] = field(default_factory=list)

    def find(self, words: str, start: int = 0, end: int | None = None) -> Pair | None:
        """The first place of ``words`` as whole words, white space of any kind."""
        pattern = r"\s+".join(map(re.escape, words.split()))
        left = r"(?<!\w)" if words[:1].isalnum() else ""
        right = r"(?!\w)" if words[-1:].isalpha() else r"(?!\d)"
        found = re.compile(left + pattern + right).search(self.text, start, end or len(self.text))
        return [found.start(), found.end()] if found else None

    def sentence(self, words: str) -> int:
        """Where the sentence that begins with ``words`` begins; 0 if it is not there."""
        found = self.find(words)
        return found[0] if found else 0

    def near(self, words: str, at: int, around: int) -> Pair | None:
        """The place of ``words`` behind ``at`` that is nearest to ``around``."""
        places, start = [], at
        while (found := self.find(words, start, at + REACH)) is not None:
            places.append(found)
            start = found[1]
        return min(places, key=lambda p: min(abs(p[0] - around), abs(p[1] - around)), default=None)


def pages() -> Iterator[Page]:
    """The pages of the example story as intake reads them, named as the labels are."""
    for source in find_sources([STORY]):
        if isinstance(source, Source):
            for document in read_source(source).documents:
                yield Page(label_name(source.name), document.text)


def label_name(name: str) -> str:
    """The name of a source's labels: its file, with the number of a line of JSON."""
    base, _, line = Path(name).name.partition(":")
    return f"{base}.{line}" if line else base


def anchored(page: Page, labels: dict[str, Any]) -> dict[str, Any]:
    """The labels of one page with offsets for quotations."""
    attributions = [_attribution(page, a) for a in labels["attributions"]]
    return {
        "sha256": hashlib.sha256(page.text.encode("utf-8")).hexdigest(),
        "page_voices": [labels["page_voice"], *_accepted_voices(labels)],
        "threads": True,
        "parts": list(_parts(page, labels["parts"])),
        "attributions": [a for a in attributions if a is not None],
        "times": list(_marks(page, labels["times"])),
        "figures": list(_marks(page, labels["figures"])),
        "events": list(_events(page, labels["events"])),
    }


def _accepted_voices(labels: dict[str, Any]) -> list[str]:
    found = labels.get("accept_page_voice") or labels.get("page_voice_accept") or []
    return [found] if isinstance(found, str) else list(found)


def _parts(page: Page, parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    at = 0
    for part in parts:
        first = page.find(part["begins"], at)
        last = page.find(part["ends"], first[0]) if first else None
        if first is None or last is None:
            page.lost.append(f"part {part['kind']}: {part['begins']}")
            continue
        at = last[1]
        kept = {k: part.get(k) for k in ("kind", "voice", "reply_to")}
        yield {"start": first[0], "end": last[1], **kept}


_KEPT = (
    "form sort source_kind speakers polarity content_negated certainty parent chain tier basis_of_knowledge"
).split()


def _attribution(page: Page, label: dict[str, Any]) -> dict[str, Any] | None:
    at = page.sentence(label["sentence"])
    first = page.sentence(label.get("content_sentence", label["sentence"]))
    content = [page.find(w, first) or page.find(w) for w in label["content"]]
    middle = next((c[1] if c[0] <= at else c[0] for c in content if c), at)
    cue = [page.near(w, at, middle) for w in label["cue"]]
    around = next((c[0] for c in cue if c), middle)
    source = [page.near(w, at, around) or page.find(w, max(0, at - REACH)) for w in label["source"]]
    if None in (*content, *cue, *source):
        page.lost.append(f"attribution: {label['source']} {label['cue']} {label['content']}")
        return None
    accepted = {k: v for k, v in label.items() if k.startswith("accept")}
    spans = {"content": sorted(filter(None, content)), "cue": cue, "source": source}
    return {**spans, **{k: label.get(k) for k in _KEPT}, **accepted}


def _marks(page: Page, marks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for mark in marks:
        place = page.find(mark["words"], page.sentence(mark["sentence"])) or page.find(mark["words"])
        if place is None:
            page.lost.append(f"time or figure: {mark['words']}")
            continue
        rest = {k: v for k, v in mark.items() if k not in ("words", "sentence", "note", "alt")}
        yield {"start": place[0], "end": place[1], "tier": "core", **rest}


def _events(page: Page, events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for event in events:
        place = page.find(event["trigger"], page.sentence(event["sentence"])) or page.find(event["trigger"])
        if place is None:
            page.lost.append(f"event: {event['trigger']}")
            continue
        rest = {k: v for k, v in event.items() if k not in ("trigger", "sentence", "note")}
        yield {"trigger": [place], **rest}


def written(answers: dict[str, Any]) -> str:
    """The answers as JSON with one record a line, so that a change shows as a line."""
    out = []
    for name, page in sorted(answers.items()):
        rows = [f"  {json.dumps(k)}: {_rows(v)}" for k, v in page.items()]
        out.append(f" {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n }")
    return "{\n" + ",\n".join(out) + "\n}\n"


def _rows(value: object) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(f"   {json.dumps(v, ensure_ascii=False)}" for v in value) + "\n  ]"


def main(arguments: list[str] | None = None) -> int:
    """Write the answers; say what was not found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.anchor", description=__doc__)
    parser.add_argument("labels", type=Path, help="the folder of the annotators' files")
    folder = parser.parse_args(arguments).labels
    answers = {}
    for page in pages():
        path = folder / f"{page.name}.json"
        if not path.exists():
            print(f"{page.name}: no labels")
            continue
        answers[page.name] = anchored(page, json.loads(path.read_text(encoding="utf-8")))
        for lost in page.lost:
            print(f"{page.name}: not found: {lost}")
    ANSWERS.write_text(written(answers), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
