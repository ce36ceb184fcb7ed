"""XML from strangers: no entity is resolved, nothing is loaded from outside, and nothing is raised."""

from __future__ import annotations

import re

from lxml import etree

DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def has_doctype(data: bytes) -> bool:
    """Whether a document declares a type, which is where entities and outer files are named."""
    return DOCTYPE.search(data.replace(b"\0", b"")) is not None


def parse_xml(data: bytes) -> etree._Element | None:
    """The root of an XML document, mended where it is broken; ``None`` where there is none.

    A document with a DOCTYPE is not read: no form that Headwater reads as XML needs one.
    """
    if not data.strip() or has_doctype(data):
        return None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
