import re

from harmtrace.records.text import Family
from harmtrace.reports.lineage import lineage


def test_the_drawing_of_a_family_is_as_wide_as_its_longest_label() -> None:
    names = ("a.txt", f"{'long-name-' * 6}.txt")
    drawn = str(lineage(Family(first=names[1], members=names), (), heads={}, name="family", hrefs={}))
    width = float(re.search(r'width="(\d+)', drawn)[1])  # type: ignore[index]
    longest = max(len(words) for words in re.findall(r"<text[^>]*>([^<]*)</text>", drawn))
    assert width >= 92 + 12 + 7 * longest
