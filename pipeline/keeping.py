"""Values on disk while a run goes on, so that memory does not grow with the articles but with what is said in them.

A stage takes a Sequence and gives one, as if all were in memory; what is kept here is read as it is asked for.
"""

from __future__ import annotations

import dataclasses
import functools
import io
import marshal
import os
import pickle
import sys
import tempfile
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
_BUFFER = 1 << 18  # bytes that are gathered before they are written


def maker(cls: type[T]) -> Callable[..., T]:
    """Return what makes a value of a dataclass with slots of all its fields, in order, in a third of its own time.

    A frozen one sets its fields by way of `object.__setattr__`. Here a class with the same slots, which is not frozen,
    sets them plainly; then its value becomes one of `cls`, which Python allows where two classes are laid out alike.
    """
    known: Any = cls
    make: Callable[..., T] = _maker(known)
    return make


@functools.cache
def _maker(cls: Any) -> Callable[..., Any]:
    if "__slots__" not in cls.__dict__:
        made: Callable[..., Any] = cls
        return made
    names = [field.name for field in dataclasses.fields(cls)]
    draft: Any = dataclasses.make_dataclass(cls.__name__, names, slots=True)

    def make(*fields: Any) -> Any:
        value = draft(*fields)
        value.__class__ = cls
        return value

    return make


class _Packer(pickle.Pickler):
    """A pickler that writes dataclasses with slots as their fields, and so lets them be made by their `maker`."""

    def reducer_override(self, value: Any) -> Any:
        """Say how the value is made anew; NotImplemented for all but such dataclasses."""
        cls = value.__class__
        if not hasattr(cls, "__dataclass_fields__") or "__slots__" not in cls.__dict__:
            return NotImplemented
        return _make, (cls, *[getattr(value, name) for name in cls.__dataclass_fields__])


def _make(cls: type[Any], *fields: Any) -> Any:
    return maker(cls)(*fields)


def _packed(value: Any) -> bytes:
    file = io.BytesIO()
    _Packer(file, pickle.HIGHEST_PROTOCOL).dump(value)
    return file.getvalue()


class Named(Sequence[T]):
    """Values that are made anew each time one is asked for; `names` says what they are called, in their order."""

    def __init__(self, names: Sequence[str], make: Callable[[int], T]) -> None:
        """`make` makes the value at a place: 0 and up, one for each name."""
        self.names = names
        self._make = make
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self._make(at) for at in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return self._make(place % len(self))

    def __iter__(self) -> Iterator[T]:
        return map(self._make, range(len(self)))

    def find(self, name: str) -> T | None:
        """Return the value of that name; None where there is none."""
        if len(self._places) < len(self.names):
            self._places = {known: place for place, known in enumerate(self.names)}
        place = self._places.get(name)
        return None if place is None else self._make(place)


class Keeper(Generic[T]):
    """Takes values and keeps them in a file without a name, which is gone with the process: nobody else reads it.

    `pack` and `unpack` turn a value into bytes and back.
    """

    def __init__(
        self,
        folder: Path | None = None,
        pack: Callable[[T], bytes] = _packed,
        unpack: Callable[[bytes], T] = pickle.loads,
    ) -> None:
        """Keep in `folder` (None: the system's for such files). Nothing is touched before there is much to keep."""
        self._folder, self._pack, self._unpack = folder, pack, unpack
        self._names: list[str] = []
        self._starts = array("Q", [0])
        self._written = 0
        self._waiting = bytearray()
        self._file: int | None = None

    def kept(self) -> Named[T]:
        """Return the values so far, in the order in which they came; those that come later are in it as well."""
        return Named(self._names, self._at)

    def put(self, name: str, value: T) -> None:
        """Keep one more value. Raises OSError where the disk refuses."""
        self._waiting += self._pack(value)
        self._starts.append(self._written + len(self._waiting))
        self._names.append(sys.intern(name))  # the same name is that of an article, its extraction and its links
        if len(self._waiting) >= _BUFFER:
            self._write()

    def _write(self) -> None:
        if self._file is None:
            if self._folder is not None:
                self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder) as file:
                self._file = os.dup(file.fileno())
            weakref.finalize(self, os.close, self._file)
        while self._waiting:
            written = os.write(self._file, self._waiting)
            self._written += written
            del self._waiting[:written]

    def _at(self, place: int) -> T:
        start, end = self._starts[place], self._starts[place + 1]
        if start >= self._written or self._file is None:
            return self._unpack(bytes(self._waiting[start - self._written : end - self._written]))
        return self._unpack(os.pread(self._file, end - start, start))


def plain_keeper(cls: type[T], folder: Path | None) -> Keeper[T]:
    """Return what keeps values of a dataclass whose fields are all plain: numbers, words, and what is made of them.

    It takes a third of the time of a pickle; nobody but this process reads these bytes.
    """
    fields, make = attrgetter(*[field.name for field in dataclasses.fields(cls)]), maker(cls)  # type: ignore[arg-type]
    return Keeper(folder, lambda value: marshal.dumps(fields(value)), lambda data: make(*marshal.loads(data)))


def chosen(values: Sequence[Any], places: Sequence[int], names: Sequence[str], make: Callable[[Any], T]) -> Named[T]:
    """Return what `make` makes of the values at these places; `names` are what they are called from now on."""
    return Named(names, lambda place: make(values[places[place]]))


def choose(values: Sequence[Any], name: Callable[[Any], str | None], make: Callable[[Any], T]) -> Named[T]:
    """Return what `make` makes of those values that have a name. All are looked at once for it, and again later."""
    places, names = array("L"), []
    for place, value in enumerate(values):
        called = name(value)
        if called is not None:
            places.append(place)
            names.append(sys.intern(called))
    return chosen(values, places, names, make)


def names_of(values: Iterable[T], name: Callable[[T], str]) -> Sequence[str]:
    """Return the names of the values. Of what is kept on disk they are known."""
    return values.names if isinstance(values, Named) else [name(value) for value in values]


def in_order(values: Iterable[T], name: Callable[[T], str]) -> Sequence[T]:
    """Return the values in the order of their names. What is kept on disk stays there."""
    if isinstance(values, Named):
        places = array("L", sorted(range(len(values)), key=values.names.__getitem__))
        return chosen(values, places, [values.names[place] for place in places], _same)
    return sorted(values, key=name)


def finder(values: Iterable[T], name: Callable[[T], str]) -> Callable[[str], T | None]:
    """Return what finds a value by its name, or None. What is kept on disk stays there."""
    if isinstance(values, Named):
        return values.find
    return {name(value): value for value in values}.get


def _same(value: T) -> T:
    return value
