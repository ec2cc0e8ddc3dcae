"""RAC016: letter-scheme."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Edit, Fix, Message, quoted, say
from orgspec.graph.letters import duty_row, unclear
from orgspec.graph.rows import Cell, Row
from orgspec.model.values.scheme import SCHEMES, Letter


@rule("RAC016", "letter-scheme", since="0.1")
def letter_scheme(context: Context) -> Iterator[Finding]:
    """
    A key of a row is no letter of the scheme in force, or a letter stands there less often than
    its `min` or more often than its `max`.

    ## Why
    A letter that the scheme does not have means something to its writer alone. Its parties are
    in no matrix and no check sees them.

    ## Example
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-rep, X: sales-manager}}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-rep}}
    ```

    ---
    一行中的键不是所用体系的字母，或某字母的数量少于其 `min`、多于其 `max`。

    ## 为什么
    体系中没有的字母，只有写的人才明白。其各方不会进入任何矩阵，也没有检查能看到。

    ## 怎么改
    请改用体系中的字母，或在清单的 `raci` 中声明该字母。
    """
    letters = context.organisation.scheme.letters
    limited = tuple(x for x in letters if x.least or x.most is not None)
    known: set[str] = set()
    for row in context.graph.written_rows:
        for key in row.of.raci:
            if key not in known and not context.organisation.scheme.signs(key):
                yield _unknown(context, row, key)
            else:
                known.add(key)
        for letter in limited:
            yield from _count(context, row, letter)


def _unknown(context: Context, row: Row, key: str) -> Finding:
    """A key that is no letter."""
    scheme = context.organisation.scheme
    meant = scheme.near(key)
    place = context.at(row.of, "raci", key, key=True)
    fix = None
    if meant and meant not in row.of.raci:
        edit = Edit(place.source, place.span, meant)
        fix = Fix(say("write `{key}`", "改为 `{key}`", key=meant), (edit,))
    of_scheme = say(" of {name}", " {name} ", name=scheme.name) if scheme.name else say("", "")
    return Finding(
        place,
        say(
            "`{key}` is no letter{scheme}",
            "`{key}` 不是{scheme}的字母",
            key=key,
            scheme=of_scheme,
        ),
        _advice(context, row, key, meant),
        fix=fix,
    )


def _advice(context: Context, row: Row, key: str, meant: str) -> Message:
    """The letter that was probably meant, else what else the key may be."""
    scheme = context.organisation.scheme
    signs = quoted(letter.sign for letter in scheme.letters)
    if meant:
        return say("did you mean `{meant}`?", "是否想写 `{meant}`？", meant=meant)
    if context.organisation.find(f"role/{key}") and not row.of.raci[key]:
        return say(
            "a comma cut a list here: write several parties as `[a, {key}]`",
            "此处逗号切断了列表：多方请写成 `[a, {key}]`",
            key=key,
        )
    other = next((s.name for s in SCHEMES.values() if _extends(context, s.name, key)), "")
    if other:
        return say(
            "letters here: {signs}; `raci: {{scheme: {other}}}` in the manifest has `{key}`",
            "可用字母：{signs}；清单中写 `raci: {{scheme: {other}}}` 则有 `{key}`",
            signs=signs,
            other=other,
            key=key,
        )
    return say(
        "letters here: {signs}; declare others under `raci` in the manifest",
        "可用字母：{signs}；其他字母请在清单的 `raci` 中声明",
        signs=signs,
    )


def _extends(context: Context, name: str, key: str) -> bool:
    """Whether a shipped scheme has a letter and all those of the scheme in force."""
    signs = {letter.sign for letter in SCHEMES[name].letters}
    return key in signs and all(x.sign in signs for x in context.organisation.scheme.letters)


def _count(context: Context, row: Row, letter: Letter) -> Iterator[Finding]:
    """A letter that stands in a row too often or not often enough."""
    cells = [cell for cell in row.cells if cell.sign == letter.sign]
    count = len({cell.party or cell.text for cell in cells})
    if letter.most is not None and count > letter.most:
        if _is_several_accountable(row, letter) or all(c.holder != row.address for c in cells):
            return
        yield _too_many(context, row, letter, cells, count)
    elif count < letter.least and _is_short(context, row, letter):
        yield _too_few(context, row, letter, count)


def _is_short(context: Context, row: Row, letter: Letter) -> bool:
    """Whether it is the row's own fault that a letter is wanting, and nothing else says so.

    That there is no A or R at all is said by RAC001, RAC003 and RAC004.
    """
    if not row.cells or (letter.acts_as in ("A", "R") and not row.acting(letter.acts_as)):
        return False
    duty = duty_row(context.graph, row.of)
    inherited = duty is not None and not any(
        letter.sign in context.organisation.scheme.signs(key) for key in row.of.raci
    )
    return not inherited and not unclear(context.graph, row.of, letter.acts_as)


def _is_several_accountable(row: Row, letter: Letter) -> bool:
    """Whether RAC002 says of the row that too many answer."""
    answering = {cell.role or cell.party or cell.text for cell in row.acting("A")}
    return letter.acts_as == "A" and len(answering) > 1


def _too_many(context: Context, row: Row, letter: Letter, cells: list[Cell], count: int) -> Finding:
    """More parties under a letter than its `max`."""
    own = next(cell for cell in cells if cell.holder == row.address)
    return Finding(
        context.at(own.holder, *own.route[:2], key=True),
        say(
            "`{sign}` has {n} parties in `{what}`, and at most {limit} may have it",
            "`{what}` 的 `{sign}` 有 {n} 方，最多 {limit} 方",
            sign=letter.sign, n=count, what=row.of, limit=letter.most,
        ),
        say(
            "keep {limit}, and give the others another letter",
            "请保留 {limit} 方，其余改用别的字母",
            limit=letter.most,
        ),
        address=row.address,
    )  # fmt: skip


def _too_few(context: Context, row: Row, letter: Letter, count: int) -> Finding:
    """Fewer parties under a letter than its `min`."""
    return Finding(
        context.at(row.of, "raci", key=True),
        say(
            "`{sign}` has {n} parties in `{what}`, and at least {limit} must have it",
            "`{what}` 的 `{sign}` 有 {n} 方，至少 {limit} 方",
            sign=letter.sign, n=count, what=row.of, limit=letter.least,
        ),
        say("name who has `{sign}`: {meaning}", "请写明谁承担 `{sign}`（{meaning}）",
            sign=letter.sign, meaning=letter),
    )  # fmt: skip
