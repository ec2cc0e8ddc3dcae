"""The chart that folds, as its page takes it: data for the script, a list for all else."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from orgspec.document import Block, Chart, Post, PostTree
from orgspec.render.drawing.cards import media_type
from orgspec.render.page.text import without_control_characters

if TYPE_CHECKING:
    from markupsafe import Markup


def folding_tree(blocks: tuple[Block, ...]) -> PostTree | None:
    """The tree of a document that is one chart with all its posts; None for all others."""
    if len(blocks) == 1 and isinstance(blocks[0], Chart):
        return blocks[0].tree
    return None


def data(tree: PostTree, key: str) -> Markup:
    """All posts as JSON that can stand in a script element.

    A post is a list in the order that `chart/posts.js` reads; what is empty at its end is left
    out. Texts that many posts share stand once, in `texts`, and are named by their place.
    `key` names what the page remembers of its folds.
    """
    from markupsafe import Markup

    texts: dict[str, int] = {"": 0}
    first: dict[str, int] = {}
    for index, post in enumerate(tree.posts):
        first.setdefault(post.address, index)
    rows = [_row(post, texts, first) for post in tree.posts]
    whole = {
        "key": key,
        "labels": dict(tree.labels),
        "units": [[u.name, _short(u.address, "department"), u.colour, u.above, u.also] for u in tree.units],
        "posts": rows,
        "texts": list(texts),
    }  # fmt: skip
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return Markup(without_control_characters(text).replace("<", "\\u003c"))


def _row(post: Post, texts: dict[str, int], first: dict[str, int]) -> list[Any]:
    """A post as a list, without what is empty at its end."""

    def shared(text: str) -> int:
        return texts.setdefault(text, len(texts))

    holders = [
        ["" if h.name == post.heading else h.name, _short(h.address, "person"), h.note]
        for h in post.holders
    ]
    deputies = [first.get(d.address, [d.name, d.address]) for d in post.deputies]
    row: list[Any] = [
        _short(post.address, "role"), post.above, post.unit, shared(post.title), post.heading,
        shared(post.initial), [_trimmed(h) for h in holders], deputies, shared(post.posts),
        shared(post.also), shared(post.grade), shared(post.pill), post.number,
        shared("" if post.kind == "post" else post.kind.value), list(post.dotted),
        int(post.assistant), _picture(post.photo), post.colour + 1, shared(post.remark),
    ]  # fmt: skip
    return _trimmed(row)


def _picture(photo: bytes) -> str:
    """A photo as the address that an image takes; empty for none that can be shown."""
    media = media_type(photo)
    return f"data:{media};base64,{b64encode(photo).decode()}" if media else ""


def _short(address: str, kind: str) -> str:
    """The id of an address of the usual kind; any other address behind a slash."""
    return address.removeprefix(f"{kind}/") if address.startswith(f"{kind}/") else f"/{address}"


def _trimmed(row: list[Any]) -> list[Any]:
    """A list without what is empty at its end."""
    while row and not row[-1]:
        row.pop()
    return row


def outline(tree: PostTree) -> Markup:
    """All posts as a nested list, heads as folds of it: what is read without the script."""
    from markupsafe import Markup

    below: dict[int, list[int]] = {}
    for index, post in enumerate(tree.posts):
        below.setdefault(post.above, []).append(index)
    return Markup("".join(_outline(tree, below)))


def _outline(tree: PostTree, below: dict[int, list[int]]) -> Iterator[str]:
    """The pieces of the list; without recursion, for lines of reporting may be long."""
    yield "<ul>"
    waiting: list[int | str] = ["</ul>", *reversed(below.get(-1, []))]
    while waiting:
        at = waiting.pop()
        if isinstance(at, str):
            yield at
            continue
        written = _line(tree, tree.posts[at])
        if under := below.get(at):
            yield f"<li><details open><summary>{written}</summary><ul>"
            waiting += ["</ul></details></li>", *reversed(under)]
        else:
            yield f"<li>{written}</li>"


def _line(tree: PostTree, post: Post) -> str:
    """A post in the list."""
    vacant = post.pill if post.kind == "vacant" else ""
    name = post.heading or vacant
    title = (
        f"<b>{escape(name)}</b> {escape(post.title)}" if name else f"<b>{escape(post.title)}</b>"
    )
    known = post.above >= 0 and tree.posts[post.above].unit == post.unit
    unit = "" if known or post.unit < 0 else tree.units[post.unit].name
    small = " · ".join(filter(None, (post.number, unit, post.pill if not vacant else "")))
    return f"{title} <small>{escape(small)}</small>" if small else title
