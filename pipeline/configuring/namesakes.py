"""Firms, papers, cups and places that bear a person's name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import ConfigError, build, read_toml

_JOINTS = ("and", "amp")  # "Marks & Spencer" is also printed with the sign's name in HTML


@dataclass(frozen=True, slots=True)
class NamesakeExample:
    """A text, and which of its names are of firms and which of people."""

    text: str
    firms: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    kind: str
    source: str
    names: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    group: tuple[_Group, ...]
    example: tuple[NamesakeExample, ...]


@dataclass(frozen=True, slots=True)
class Namesakes:
    """The names of configs/names/namesakes.toml, small letters without signs: whole names, and single words."""

    whole: frozenset[str]
    short: frozenset[str]
    examples: tuple[NamesakeExample, ...]

    def is_whole(self, printed: str) -> bool:
        """Say whether the print is one of the names, or begins with one: "J. P. Morgan", "Arthur Andersen LLP"."""
        if " " not in printed and "-" not in printed:
            return False
        begun = ""
        if "'s " in printed or "’s " in printed:  # "PaineWebber's Modzelewski"
            return False
        for word in _plain_words(printed):
            begun += word
            if begun in self.whole:
                return True
        return False

    def is_short(self, printed: str) -> bool:
        """Say whether the print is the single word by which such a firm goes: "Ford"."""
        return printed.lower().replace("’", "'").removesuffix("'s") in self.short


def _plain_words(printed: str) -> list[str]:
    words = []
    for word in printed.lower().replace("’", "'").split():
        plain = word if word.isalpha() else "".join(c for c in word.removesuffix("'s") if c.isalnum())
        if plain and plain not in _JOINTS:
            words.append(plain)
    return words


def load_namesakes(folder: Path) -> Namesakes:
    """Read `names/namesakes.toml` of the configs folder.

    Raises ConfigError for an unknown key, a name that stands twice, one without a source, or one in the wrong list.
    """
    path = folder / "names" / "namesakes.toml"
    file = build(_File, read_toml(path), str(path))
    whole: set[str] = set()
    short: set[str] = set()
    for i, group in enumerate(file.group):
        where = f"{path}, key 'group'[{i}]"
        if not group.kind or not group.source:
            raise ConfigError(f"{where}: 'kind' or 'source' is empty; say what these are and what they were known from")
        for names, seen, several in ((group.names, whole, True), (group.short, short, False)):
            for name in names:
                key = "".join(_plain_words(name)) if several else name.lower().removesuffix("'s")
                if several != (len(name.split()) > 1 or "-" in name):
                    raise ConfigError(
                        f"{where}: {name!r} stands in the wrong list; 'names' have several words, 'short' one"
                    )
                if key in seen:
                    raise ConfigError(f"{where}: {name!r} stands twice; leave one out")
                seen.add(key)
    for example in file.example:
        for name in (*example.firms, *example.people):
            if name not in example.text:
                raise ConfigError(f"{path}, key 'example': {name!r} does not stand in {example.text!r}; mend it")
    return Namesakes(frozenset(whole), frozenset(short), file.example)
