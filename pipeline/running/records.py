"""An extraction as bytes and back: what a worker hands over and what the cache keeps; an article as well.

JSON, not pickle: a cache file that somebody else wrote can say something wrong, but it cannot run code.
Dataclasses become lists of their fields, in order, which halves the size.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import operator
import types
import typing
from collections.abc import Callable
from typing import Any

from pipeline.keeping import maker
from pipeline.types import Article, Extraction


def to_bytes(value: Extraction | Article) -> bytes:
    """Return the value as ASCII JSON; equal values give equal bytes."""
    return json.dumps(value, separators=(",", ":"), default=_fields).encode("ascii")


def from_bytes(data: bytes) -> Extraction:
    """Return the extraction that `to_bytes` made these bytes of. Raises ValueError or TypeError for any others."""
    extraction: Extraction = _maker(Extraction)(json.loads(data))
    return extraction


def article_from_bytes(data: bytes) -> Article:
    """Return the article that `to_bytes` made these bytes of. Raises ValueError or TypeError for any others."""
    article: Article = _maker(Article)(json.loads(data))
    return article


def _fields(value: Any) -> tuple[Any, ...]:
    """The fields of a dataclass, for the JSON library, which writes tuples as lists and asks for no other type."""
    return _getter(value.__class__)(value)


@functools.cache
def _getter(cls: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in dataclasses.fields(cls)]
    get = operator.attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


@functools.cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """Return the function that makes a value of type `hint` of its plain form."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        make = _maker(next(a for a in arguments if a is not type(None)))
        if make is _as_it_is:
            return make
        return lambda data: None if data is None else make(data)
    if origin is tuple and arguments[-1] is Ellipsis:
        item = _maker(arguments[0])
        return lambda data: tuple(item(part) for part in data)
    if origin is tuple:
        items = [_maker(a) for a in arguments]
        if all(item is _as_it_is for item in items):
            return lambda data: _of_length(tuple(data), len(items))
        return lambda data: tuple(make(part) for make, part in zip(items, data, strict=True))
    if dataclasses.is_dataclass(hint):
        return _dataclass_maker(typing.cast(type, hint))
    return _as_it_is


def _dataclass_maker(cls: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(cls)
    fields = [_maker(hints[field.name]) for field in dataclasses.fields(cls)]
    made: Callable[..., Any] = maker(cls)

    def make(data: Any) -> Any:
        return made(*[field(part) for field, part in zip(fields, data, strict=True)])

    def make_plain(data: Any) -> Any:
        if len(data) != len(fields):
            raise ValueError(f"{len(data)} fields for a {cls.__name__}")
        return made(*data)

    return make_plain if all(field is _as_it_is for field in fields) else make


def _of_length(data: tuple[Any, ...], length: int) -> tuple[Any, ...]:
    if len(data) != length:
        raise ValueError(f"{len(data)} parts for {length}")
    return data


def _as_it_is(data: Any) -> Any:
    return data
