"""The chart that folds, as its page takes it: data for the script, a list for all else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from orgspec.document import Block, Chart, Mention, Post, PostTree
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

    A post is a list in the order that `chart/posts.js` names; what is empty at its end is left
    out. `key` names what the page remembers of its folds.
    """
    from markupsafe import Markup

    whole = {
        "key": key,
        "labels": dict(tree.labels),
        "units": [[u.name, u.address, u.colour, u.above, u.also] for u in tree.units],
        "posts": [_row(post) for post in tree.posts],
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return Markup(without_control_characters(text).replace("<", "\\u003c"))


def _row(post: Post) -> list[Any]:
    """A post as a list, without what is empty at its end."""
    row: list[Any] = [
        post.address, post.above, post.unit, post.title, post.heading, post.kind.value,
        post.initial, post.number, post.pill, post.posts, [_mention(m) for m in post.holders],
        [_mention(m) for m in post.deputies], post.also, post.grade, list(post.dotted),
        int(post.assistant),
    ]  # fmt: skip
    while not row[-1]:
        row.pop()
    return row


def _mention(mention: Mention) -> list[str]:
    """A mention as a list, without an empty note."""
    return [mention.name, mention.address, *([mention.note] if mention.note else [])]


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
    title = f"<b>{escape(name)}</b> {escape(post.title)}" if name else f"<b>{escape(post.title)}</b>"
    unit = tree.units[post.unit].name if post.unit >= 0 else ""
    small = " · ".join(filter(None, (post.number, unit, post.pill if not vacant else "")))
    return f"{title} <small>{escape(small)}</small>" if small else title
