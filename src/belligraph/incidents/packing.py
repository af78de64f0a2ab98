"""Reports and statements as bytes and back: pickles whose dataclasses are their fields in order, made anew by their class.

The way that dataclasses with slots have of their own asks each object for its class's fields one by one; this takes half the
time, there and back.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from copyreg import dispatch_table
from dataclasses import fields
from operator import attrgetter
from typing import Any

from belligraph.model.sheet import Claim, ConceptObject, DateObject, Evidence, Quantity, QuantityObject, Ref, TextObject

__all__ = ["packer", "unpack"]

_OF_CLAIMS = (Claim, ConceptObject, DateObject, Evidence, Quantity, QuantityObject, Ref, TextObject)

unpack = pickle.loads
"""What a packer packed."""


def packer(*classes: type) -> Callable[[object], bytes]:
    """A function that packs objects of these dataclasses, and claims, in lists and tuples."""
    table = {**dispatch_table, **{each: _reduction(each) for each in (*_OF_CLAIMS, *classes)}}

    def pack(found: object) -> bytes:
        buffer = io.BytesIO()
        pickler = pickle.Pickler(buffer, 5)
        pickler.dispatch_table = table
        pickler.dump(found)
        return buffer.getvalue()

    return pack


def _reduction(kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        (name,) = names
        return lambda instance: (kind, (getattr(instance, name),))
    values = attrgetter(*names)
    return lambda instance: (kind, values(instance))
