"""What a team has: its posts, and the duties that they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.words import LEVELS, RESULTS, VERBS, Craft, Word

if TYPE_CHECKING:
    from benchmarks.generate import Unit


class Post(NamedTuple):
    """A post below the head of a team, with its names."""

    id: str
    zh: str
    en: str


class Duty(NamedTuple):
    """One duty of a team: a verb on an object, done by one post."""

    id: str
    verb: Word
    object: Word
    post: Post
    accountable: str
    result: str
    effort: int


def posts(team: Unit) -> list[Post]:
    """The posts below the head: each kind of post on each level, the lead last."""
    lead, *levels = LEVELS
    kinds = craft(team).posts
    every = [(kind, level) for level in levels for kind in kinds] + [(kinds[0], lead)]
    return [
        Post(f"{team.id}-{kind.id}-{level.id}", level.zh + kind.zh, f"{level.en} {kind.en}")
        for kind, level in every[: team.posts - 1]
    ]


def craft(team: Unit) -> Craft:
    """What the team does."""
    if team.craft is None:
        raise ValueError(f"{team.id} is no team")
    return team.craft


def superior(team: Unit) -> str:
    """The head of the unit above."""
    if team.parent is None:
        raise ValueError(f"{team.id} stands above all")
    return team.parent.head


def duties(team: Unit) -> list[Duty]:
    """Two duties a post: each object goes through four hands."""
    staff = posts(team)
    todo = []
    for place in range(2 * len(staff)):
        thing, verb, post = (
            craft(team).objects[place // 4],
            VERBS[place % 4],
            staff[place % len(staff)],
        )
        todo.append(
            Duty(
                id=f"{team.id}-{verb.id}-{thing.id}",
                verb=verb,
                object=thing,
                post=post,
                accountable=post.id if verb.id == "record" else team.head,
                result=f"{team.id}-{thing.id}{RESULTS[verb.id].id}",
                effort=60 if place < len(staff) else 40,
            )
        )
    return todo
