"""Values made the quick way are the values their own classes make; what is kept comes back the same."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from pipeline.keeping import Keeper, maker
from pipeline.types import Article, Mention, Reading

FIELDS = ("a1", 0, 4, "Pear", "party", "gazetteer")
ARTICLE = Article("a1", "one.txt", "Pear won.", title="Pear", published="2017-03")


def test_a_value_made_quickly_is_no_other() -> None:
    quick, own = maker(Mention)(*FIELDS), Mention(*FIELDS)  # type: ignore[arg-type]
    assert type(quick) is Mention
    assert quick == own
    assert hash(quick) == hash(own)
    assert repr(quick) == repr(own)
    assert dataclasses.replace(quick, kind="body") == dataclasses.replace(own, kind="body")


def test_it_is_frozen_as_its_class_is() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        maker(Mention)(*FIELDS).text = "Plum"  # type: ignore[misc]


@pytest.mark.parametrize("fields", [FIELDS[:-1], (*FIELDS, "more")])
def test_all_fields_are_needed_and_no_more(fields: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        maker(Mention)(*fields)


@pytest.mark.parametrize("article", [ARTICLE, None])
def test_what_is_kept_comes_back_the_same(tmp_path: Path, article: Article | None) -> None:
    keeper: Keeper[Reading] = Keeper(tmp_path)
    reading = Reading("a1", "one.txt", "read", None, article)
    keeper.put("a1", reading)
    assert keeper.kept()[0] == reading
