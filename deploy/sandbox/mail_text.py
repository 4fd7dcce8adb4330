"""Foreign text made safe to show: HTML becomes words, addresses become links, nothing else."""

import re
from html.parser import HTMLParser

from markupsafe import Markup, escape

_BLOCKS = {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr"}
_HIDDEN = {"script", "style", "head", "title", "template"}
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_CLOSING = ".,;:!?)]}»"


class _Words(HTMLParser):
    """Collects the words of a page, and after each link its address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag == "a" and self._links:
            address, start = self._links.pop()
            if _ADDRESS.match(address) and address not in "".join(self.parts[start:]):
                self.parts.append(f" {address} ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of_html(html: str) -> str:
    """The words and link addresses of an HTML part, one block a line."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def linked(text: str) -> Markup:
    """Escape everything, then make http(s) addresses clickable."""
    pieces: list[Markup] = []
    position = 0
    for found in _ADDRESS.finditer(text):
        address = found.group().rstrip(_CLOSING)
        pieces.append(escape(text[position : found.start()]))
        pieces.append(Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>').format(address))
        position = found.start() + len(address)
    pieces.append(escape(text[position:]))
    return Markup("").join(pieces)


def breakable(address: str) -> Markup:
    """An e-mail address that may be broken after the at sign on a narrow screen."""
    return Markup("@<wbr>").join(escape(part) for part in address.split("@"))
