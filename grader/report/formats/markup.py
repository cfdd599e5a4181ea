"""HTML elements, built with the standard library, which escapes all text."""

from xml.etree.ElementTree import Element

from ..page import harmless

Child = Element | str


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """An element; in an attribute's name, `_` becomes `-`, and a trailing `_` is dropped."""
    made = Element(tag, {key.rstrip("_").replace("_", "-"): harmless(v) for key, v in attributes.items()})
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + harmless(child)
        else:
            made.text = (made.text or "") + harmless(child)
    return made
