"""Elements of a TEI document, one a line, with nothing in them that XML forbids."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://www.tei-c.org/ns/1.0"
# XML 1.0 (https://www.w3.org/TR/xml/#charsets): characters that no document may hold, not even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text with U+FFFD for each character that XML forbids."""
    return _ILLEGAL.sub("\ufffd", text)


def uri(url: str) -> str:
    """A URL as the value of a TEI pointer, which may not hold white space."""
    return re.sub(r"\s", "%20", legal(url))


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: str) -> Element:
    """An element at the end of its parent, followed by a newline; `xml_id` stands for `xml:id`."""
    element = SubElement(parent, tag)
    for name, value in attributes.items():
        element.set(name.replace("xml_", "xml:"), legal(value))
    element.text = legal(text) if text else None
    element.tail = "\n"
    return element


def document(root: Element) -> str:
    """The XML document of a root element."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").rstrip() + "\n"
