"""Whatever stands in a file, it compiles or is diagnosed: no traceback, no place outside a text."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgspec.config import Overrides
from orgspec.report.json import document
from orgspec.report.style import Style
from orgspec.report.text import finding
from orgspec.syntax.limits import DEFAULT_LIMITS
from orgspec.workspace import Compilation, compile_path, compile_text
from orgspec.workspace.compilation import Readings, compile_readings
from orgspec.workspace.plan import Wanted, document_of, plan
from orgspec.workspace.reading import read_file
from orgspec.workspace.rendering import render_job

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "samples").glob("*/*.yaml"))
DAY = Overrides(as_of=dt.date(2026, 1, 1))

quickly = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def sound(result: Compilation) -> None:
    """No rule crashed, every place lies in its text, every finding can be shown."""
    for each in result.diagnostics:
        assert not each.code.startswith("PLG"), each.message.in_("en")
        for label in (each.place, *each.related):
            assert 0 <= label.span.start <= label.span.end <= len(label.source.text)
        for edit in each.fix.edits if each.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(edit.source.text)
    for each in result.diagnostics[:20]:
        for locale in ("en", "zh"):
            assert "\x1b" not in finding(each, locale, Style())
    assert document(result.diagnostics[:20], 1, 1, "en")


# --- text ---

words = st.sampled_from(
    [
        "organization",
        "roles",
        "departments",
        "duties",
        "workflows",
        "people",
        "kpis",
        "handoffs",
        "artifacts",
        "authorities",
        "separations",
        "risks",
        "meetings",
        "systems",
        "partners",
        "checks",
        "outputs",
        "raci",
        "document",
        "sources",
        "locales",
        "name",
        "reports_to",
        "department",
        "head",
        "parent",
        "holds",
        "role",
        "share",
        "next",
        "to",
        "when",
        "all",
        "steps",
        "functions",
        "tasks",
        "headcount",
        "planned",
        "grade",
        "deputy",
        "allow",
        "code",
        "reason",
        "until",
        "A",
        "R",
        "C",
        "I",
        "A/R",
        "none",
        "everyone",
        "superior",
        "owner",
        "within",
        "1",
        "-1",
        "1.5",
        "30%",
        "daily",
        "≥",
        "3天",
        "x-own",
        "a",
        "b",
        "c",
        "市场部",
        '""',
        "~",
        "true",
        "end",
        "join",
        "call",
        "levels",
        "up_to",
        "between",
        "object",
        "action",
        "actions",
        "order",
        "inputs",
        "outputs",
        "kpi",
        "weight",
        "target",
        "escalation",
        "after",
        "from",
        "artifact",
        "each",
        "use",
        "letters",
        "acts_as",
        "scheme",
        "calendar",
        "timezone",
        "per_file",
        "ignore",
        "select",
        "severity",
        "options",
        "effort",
        "split_by",
        "frequency",
        "term",
        "2026-02-30",
        "99999999999999999999",
        "../x",
    ]
)
values = st.recursive(
    words,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(words, inner), max_size=5).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=24,
)


@quickly
@given(st.text(max_size=200))
def test_any_text_compiles_or_is_diagnosed(text: str) -> None:
    sound(compile_text(text, DAY))


@quickly
@given(st.lists(st.tuples(words, values), max_size=6))
def test_any_words_of_the_language_in_any_order_compile_or_are_diagnosed(
    pairs: list[tuple[str, str]],
) -> None:
    sound(compile_text("\n".join(f"{key}: {value}" for key, value in pairs), DAY))


FIELDS = {
    "organization": "name locales calendar currency grades",
    "roles": "name department reports_to dotted_to headcount grade deputy kpis allow career holds",
    "departments": "name parent head functions kpis checks kind",
    "people": "name holds qualifications",
    "duties": "name raci fulfils department object action effort split_by tasks kpis deliverables",
    "workflows": "name owner within escalation steps trigger",
    "handoffs": "from to artifacts within needed_within acceptance channel escalation",
    "kpis": "target owner assessor measures rolls_up_to frequency",
    "authorities": "levels max order denied when_vacant measure",
    "separations": "between object actions accepted use",
    "risks": "owner controls likelihood impact",
    "meetings": "each chair frequency attendees decides",
}


@st.composite
def specifications(draw: st.DrawFn) -> str:
    """Texts that are almost specifications: real fields with values of any shape."""
    lines = []
    for collection in draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=5, unique=True)):
        lines.append(f"{collection}:")
        for id_ in draw(
            st.lists(st.sampled_from(["a", "b", "c", "市", "A"]), max_size=3, unique=True)
        ):
            fields = st.sampled_from(FIELDS[collection].split())
            pairs = draw(st.lists(st.tuples(fields, values), max_size=4, unique_by=lambda p: p[0]))
            lines.append(f"  {id_}:")
            lines += [f"    {key}: {value}" for key, value in pairs]
    return "\n".join(lines)


@settings(parent=quickly, max_examples=400)
@given(specifications(), st.sampled_from(["default", "strict"]))
def test_any_value_in_any_field_compiles_or_is_diagnosed(text: str, profile: str) -> None:
    sound(compile_text(text, Overrides(profile=profile, as_of=dt.date(2026, 1, 1))))


@settings(parent=quickly, max_examples=60)
@given(specifications())
def test_a_draft_of_anything_can_be_printed(text: str) -> None:
    compilation = compile_text(text, DAY)
    wanted = Wanted(formats=frozenset(("md", "csv", "mermaid", "svg")), draft=True)
    for job in plan(compilation, wanted):
        assert all(render_job(compilation.root, job, document_of(compilation, job)))


# --- bytes ---


@quickly
@given(st.binary(max_size=200))
def test_any_bytes_compile_or_are_diagnosed(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "orgspec.yaml").write_bytes(data)
    sound(compile_path(folder, DAY))


@st.composite
def damage(draw: st.DrawFn) -> tuple[Path, bytes]:
    """A file of the samples in which some bytes were flipped, deleted or inserted."""
    path = draw(st.sampled_from(SAMPLES))
    data = bytearray(path.read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data) - 1))
        match draw(st.sampled_from(["flip", "delete", "insert", "cut", "repeat"])):
            case "flip":
                data[at] ^= draw(st.integers(1, 255))
            case "delete":
                del data[at : at + draw(st.integers(1, 40))]
            case "insert":
                data[at:at] = draw(
                    st.sampled_from(
                        [b":", b"-", b"\t", b"{", b"]", b"*a", b"\n", b"'", b"\x00", b", "]
                    )
                )
            case "cut":
                data = data[: at + 1]
            case "repeat":
                data[at:at] = data[max(0, at - 200) : at]
        if not data:
            break
    return path, bytes(data)


@settings(parent=quickly, max_examples=200)
@given(damage())
def test_a_damaged_file_of_a_sample_is_read_or_diagnosed(
    tmp_path_factory: pytest.TempPathFactory, damaged: tuple[Path, bytes]
) -> None:
    path, data = damaged
    folder = tmp_path_factory.mktemp("damage")
    target = folder / path.name
    target.write_bytes(data)
    tree = read_file(target, folder, DEFAULT_LIMITS)
    manifest = tree if path.name == "orgspec.yaml" else None
    sound(compile_readings(Readings(folder, [tree], manifest), DAY))


@pytest.mark.parametrize("folder", sorted({path.parent for path in SAMPLES}), ids=lambda p: p.name)
def test_a_sample_with_any_of_its_files_cut_in_half_is_diagnosed(
    folder: Path, tmp_path: Path
) -> None:
    files = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    for name in sorted(files):
        for other, data in files.items():
            (tmp_path / other).write_bytes(data[: len(data) // 2] if other == name else data)
        sound(compile_path(tmp_path, DAY))
