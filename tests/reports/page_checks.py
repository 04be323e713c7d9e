"""What the tests ask of every page: balanced tags, ids, links, what it would load."""

from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "br", "img", "hr", "input"})


class Page(HTMLParser):
    """A page as read: its ids, its links, its tags, its text; complains of tags that do not balance."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()
        self.faults += [f"{tag} is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if len(found) != len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found.get("href", ""))
        elif tag == "link" or "src" in found:
            self.loads.append(found.get("href", found.get("src", "")))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def having(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """Return the attributes of the tags that have these attributes."""
        return [found for name, found in self.tags if name == tag and attributes.items() <= found.items()]
