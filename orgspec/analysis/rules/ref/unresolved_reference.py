"""REF001: unresolved-reference."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Message, quoted, say
from orgspec.diagnostics.near import near
from orgspec.model.program import Link
from orgspec.syntax.replacement import only


@rule("REF001", "unresolved-reference", since="0.1")
def unresolved_reference(context: Context) -> Iterator[Finding]:
    """
    A reference names nothing that is declared, or fits several kinds and is no `kind/id`.

    ## Why
    A duty that names a post that does not exist is a duty that nobody does.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, deputy: directer}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, deputy: sales-manager}
      sales-manager: {reports_to: director}
    ```

    ---
    引用的名称没有声明，或符合多种类型而未写成 `类型/id`。

    ## 为什么
    职责若指向不存在的岗位，就等于没有人做。

    ## 怎么改
    请改成已声明的 id；若有歧义，请写成 `类型/id`。
    """
    broken = context.program.broken
    for link in context.links.unresolved:
        ambiguous = len(link.found) > 1 and link.found[0].partition("/")[0] in link.kinds
        if link.found and not ambiguous:
            continue  # it exists and is of another kind: REF009, RAC020 or RAC021
        if any(_stands_in(link.text, source.text) for source in broken):
            continue  # it may be declared in a file that could not be parsed
        what = _ambiguous(link) if ambiguous else _unknown(link)
        place = context.at(link.source, *link.route)
        close = () if ambiguous else _near(context, link)
        fix = only(place.source, place.span, link.text, close)
        yield Finding(place, what, _advice(link, close), fix=fix)


def _stands_in(name: str, text: str) -> bool:
    """Whether every part of a name (`department/function`) occurs in a text."""
    return all(part in text for part in name.split("/"))


def _unknown(link: Link) -> Message:
    """Nothing is declared under the name."""
    return say("nothing is declared as `{name}`", "`{name}` 没有声明", name=link.text)


def _ambiguous(link: Link) -> Message:
    """Several kinds that the field admits have the name."""
    return say(
        "`{name}` is the name of several: {found}",
        "`{name}` 对应多个条目：{found}",
        name=link.text,
        found=quoted(link.found),
    )


def _near(context: Context, link: Link) -> tuple[str, ...]:
    """Near names of the kinds that the field admits, at most four; nothing names itself."""
    candidates = [id_ for kind in link.kinds for id_ in context.organisation.table(kind)]
    if link.kinds == ("step",):
        flow = link.source.split("/")[1]
        own = [id_.partition("/")[2] for id_ in candidates if id_.startswith(f"{flow}/")]
        candidates = own + candidates
    kind, _, itself = link.source.partition("/")
    close = near(link.text, candidates, limit=5)  # of all, so that their index serves every link
    return tuple(id_ for id_ in close if not (id_ == itself and kind in link.kinds))[:4]


def _advice(link: Link, close: tuple[str, ...]) -> Message:
    """What was probably meant, or what may be named at all."""
    if link.found:
        return say("write the address: `{one}`", "请写完整地址：`{one}`", one=link.found[0])
    if close:
        return say("did you mean {names}?", "是否想写 {names}？", names=quoted(close))
    return say(
        "declare it, or name one of the kinds {kinds}",
        "请先声明它，或改为引用以下类型之一：{kinds}",
        kinds=quoted(link.kinds),
    )
