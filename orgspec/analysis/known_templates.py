"""Templates that the manifest names: of which formats, and in which files."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding
from orgspec.diagnostics import quoted, say
from orgspec.model.manifest import Output
from orgspec.model.outputs import BUILT, FORM_FORMATS, canonical


def unfit_templates(context: Context, name: str, output: Output) -> Iterator[Finding]:
    """Templates of formats that take none or in which the kind does not come; wrong endings."""
    made = BUILT.get(canonical(name) or "", FORM_FORMATS)
    possible = tuple(each for each in FORM_FORMATS if each in made)
    for form, path in output.template.items():
        place = context.at("manifest", "outputs", name, "template", form)
        if form not in possible:
            yield Finding(
                place,
                say(
                    "`{path}` is no template for `{kind}`",
                    "`{path}` 不能用作 `{kind}` 的模板",
                    path=path,
                    kind=name,
                ),
                say("templates of it end in {names}", "其模板可为 {names}", names=quoted(possible)),
            )
        elif not path.lower().endswith(f".{form}"):
            yield Finding(
                place,
                say(
                    "`{path}` does not end in `.{form}`",
                    "`{path}` 的扩展名不是 `.{form}`",
                    path=path,
                    form=form,
                ),
                say("name a file of that format", "请写该格式的文件"),
            )
