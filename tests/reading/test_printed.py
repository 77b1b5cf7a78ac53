"""The date in a line of its own at the top of a text, where neither the file nor the manifest gives one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.configuring.configuration import load
from pipeline.reading.folder import read_all
from pipeline.reading.printed import date_printed

CONFIG = load(Path(__file__).parents[2] / "configs").reading
BODY = "\n\nThe Harbour Party won 40 seats, officials said on 2 May 2011 in the capital.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("4 May 2016 Last updated at 09:12", "2016-05-04"),
        ("Tue 7 Feb 2012 07.02 GMT", "2012-02-07"),
        ("Ann Lee | Last Modified: 14 March 2009 16:21", "2009-03-14"),
        ("By Bob Ray | Sept 10, 2018, 1:10pm EDT", "2018-09-10"),
        ("OCTOBER 2, 2017 | BROWNVILLE —", "2017-10-02"),
        ("Updated 1548 GMT (2348 HKT) June 3, 2014", "2014-06-03"),
        ("PORT HARBOUR, Jan 7, 2011 (XYZ)", "2011-01-07"),
        ("12 May 2018", "2018-05-12"),
    ],
)
def test_line_of_a_date(head: str, day: str) -> None:
    found = date_printed(f"Harbour Party sweeps the islands\n{head}{BODY}", CONFIG)
    assert found == (day, head)


@pytest.mark.parametrize(
    "head",
    [
        "Results of the election of 12 May 2018",
        "Brown, 12 May 2018",
        "12 May 2018: the Greens win",
        "31 February 2018",
        "May 2018",
        "The islands voted on 12 May 2018.",
        "Seats 12 May 2018 40",
    ],
)
def test_line_that_tells_of_something(head: str) -> None:
    assert date_printed(f"Harbour Party sweeps the islands\n{head}{BODY}", CONFIG) is None


def test_no_line_further_down() -> None:
    assert date_printed("One.\nTwo.\nThree.\nFour.\nFive.\n12 May 2018\n", CONFIG) is None


def test_the_manifest_goes_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Harbour Party wins\n4 May 2016{BODY}", encoding="utf-8")
    article = read_all([str(tmp_path)], CONFIG)[0].article
    assert article is not None
    assert (article.published, article.published_basis) == ("2016-05-04", "printed in the text: '4 May 2016'")
    (tmp_path / "manifest.csv").write_text("path,published,source,title,url\na.txt,2016-05-06,,,\n", encoding="utf-8")
    article = read_all([str(tmp_path)], CONFIG)[0].article
    assert article is not None
    assert (article.published, article.published_basis) == ("2016-05-06", "manifest.csv")
