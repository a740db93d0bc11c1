"""Pictures: SVG for notebooks and pages, PNG for slides."""

from __future__ import annotations

import base64
import html
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from loyalsim import _core


class Picture:
    """A picture whose title is its message.

    Attributes
    ----------
    name : str
        A short name, as that of its file: ``retention``.
    title : str
        What it says, in a sentence.
    svg : str
        The picture as an SVG document.
    """

    __slots__ = ("name", "svg", "title")

    def __init__(self, name: str, title: str, svg: str) -> None:
        self.name, self.title, self.svg = name, title, svg

    def png(self) -> bytes:
        """Return the picture as PNG: the same bytes as the command line writes."""
        return _core.Found.png(self.svg)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the picture to a file.

        Parameters
        ----------
        path : path-like
            Its ending chooses the format: ``.svg`` or ``.png``.
        """
        ending = Path(path).suffix.lower()
        if ending == ".svg":
            Path(path).write_text(self.svg, encoding="utf-8", newline="")
        elif ending == ".png":
            Path(path).write_bytes(self.png())
        else:
            raise ValueError(f"{os.fspath(path)} ends in {ending!r}: write .svg or .png")

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<Picture {self.name}: {self.title}>"

    def _html(self) -> str:
        # As an image of its own, so that names inside of one picture do not meet those of another.
        data = base64.b64encode(self.svg.encode()).decode()
        title = html.escape(self.title, quote=True)
        style = "flex:1 1 380px;min-width:0;max-width:620px"
        return f'<img alt="{title}" style="{style}" src="data:image/svg+xml;base64,{data}">'


def in_rows(pictures: Iterable[Picture]) -> str:
    """Return pictures side by side, as many as there is room for."""
    shown = "".join(picture._html() for picture in pictures)
    return f'<div style="display:flex;flex-wrap:wrap;gap:12px">{shown}</div>'


def said(text: str) -> str:
    """Return answers in words as HTML whose columns stand under each other."""
    style = "white-space:pre;overflow-x:auto;font-family:monospace;font-size:12px;line-height:1.35"
    return f'<pre style="{style}">{html.escape(text)}</pre>'


class Pictures(Mapping[str, Picture]):
    """Pictures by name, in the order in which a reader wants them."""

    def __init__(self, drawn: Sequence[tuple[str, str, str]]) -> None:
        self._pictures = {name: Picture(name, title, svg) for name, title, svg in drawn}

    def __getitem__(self, name: str) -> Picture:
        try:
            return self._pictures[name]
        except KeyError:
            known = ", ".join(self._pictures) or "none"
            raise KeyError(f"there is no picture {name!r}; there are: {known}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._pictures)

    def __len__(self) -> int:
        return len(self._pictures)

    def __repr__(self) -> str:
        return f"<Pictures: {', '.join(self._pictures)}>"

    def _repr_html_(self) -> str:
        return in_rows(self.values()) if self._pictures else "<p>no pictures</p>"
