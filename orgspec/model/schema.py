"""The JSON Schema of the language, generated from the models.

Editors with the YAML language server complete and document every key from it. It says how a
specification may be written; whether names resolve and the organisation is sound is for `check`.
"""

from __future__ import annotations

from typing import Any

from orgspec.diagnostics import Message, say
from orgspec.model.entity import Entity
from orgspec.model.introspection import fields_of
from orgspec.model.manifest import Manifest
from orgspec.model.organisation import COLLECTIONS, NESTED
from orgspec.model.type_schema import class_schema

NAME = "orgspec-1.schema.json"
_ID_PATTERN = r"^[^\s\-_./][^\s/]{0,99}$"

_TITLES: dict[str, Message] = {
    "objectives": say("Objectives", "目标"),
    "departments": say("Departments", "部门"),
    "roles": say("Roles: posts, not people", "岗位（不是人员）"),
    "people": say("People and the posts that they hold", "人员及其任职"),
    "duties": say("Duties and who carries them", "职责及其承担者"),
    "workflows": say("Workflows", "流程"),
    "artifacts": say("Artifacts: documents, records, goods", "产物：文件、记录、货物"),
    "handoffs": say("Handoffs: interfaces between parties", "交接：各方之间的接口"),
    "kpis": say("KPIs", "考核指标"),
    "authorities": say("Authorities: delegation with limits", "权限及其额度"),
    "separations": say("Separations of duties", "不相容职务分离"),
    "risks": say("Risks", "风险"),
    "meetings": say("Meetings", "会议"),
    "systems": say("Systems and tools", "系统与工具"),
    "partners": say("Partners: outside parties", "合作方（外部）"),
    "segments": say("Segments of customers", "客户分级"),
    "chains": say("Chains: end-to-end stages", "端到端业务链"),
    "channels": say("Channels of communication", "沟通渠道"),
    "programs": say("Programs: training, incentives, culture", "方案：培训、激励、文化"),
    "glossary": say("Glossary", "术语表"),
}


def json_schema() -> dict[str, Any]:
    """The schema of one file: manifest keys and collections, every key optional."""
    definitions: dict[str, Any] = {}
    properties = dict(_properties(Manifest, definitions))
    for name in ("name", "description", "aliases", "previously", "allow"):
        del properties[name]
    properties["organization"] = _shorthand(properties["organization"])
    for key, cls in COLLECTIONS.items():
        title = _TITLES[key]
        properties[key] = {
            "title": f"{title.en} · {title.zh}",
            "description": f"{title.en}.\n\n{title.zh}。",
            "type": ["object", "null"],
            "propertyNames": {"pattern": _ID_PATTERN},
            "additionalProperties": _entity(cls, definitions),
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:orgspec:{NAME}",
        "title": "orgspec 1",
        "description": "A file of an organisation's specification.\n\n组织规范的一个文件。",
        "type": ["object", "null"],
        "properties": properties,
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _shorthand(schema: dict[str, Any]) -> dict[str, Any]:
    """The organisation's name alone may stand for it."""
    inner = {k: v for k, v in schema.items() if k not in ("title", "description")}
    kept = {k: v for k, v in schema.items() if k in ("title", "description")}
    return {**kept, "anyOf": [{"type": "string"}, inner]}


def _entity(cls: type[Entity], definitions: dict[str, Any]) -> dict[str, Any]:
    """An entity: its fields, or its name alone, or nothing at all."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = {
            "title": name,
            "description": (cls.__doc__ or "").split("\n\n")[0].strip(),
            "type": "object",
            "properties": _properties(cls, definitions),
            "patternProperties": {"^x-": True},
            "additionalProperties": False,
        }
    return {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": ["string", "number", "null"]}]}


def _properties(cls: type[Entity], definitions: dict[str, Any]) -> dict[str, Any]:
    """The fields of an entity as properties; entities inside it as maps or lists of ids."""
    parts: dict[str, Any] = {}
    schema = class_schema(cls, parts)
    for name, part in parts.items():
        if name not in (each.__name__ for _, each in NESTED.values()):
            definitions.setdefault(name, _open(part))
    written = {field.key for field in fields_of(cls)}
    properties = {k: v for k, v in schema.get("properties", {}).items() if k in written}
    nested = NESTED.get(cls.kind)
    if nested is not None:
        field, inner = nested
        own = properties[field]
        items = _entity(inner, definitions)
        ids = {"type": "array", "items": {"type": ["string", "number"]}}
        properties[field] = {
            **{k: v for k, v in own.items() if k in ("title", "description")},
            "anyOf": [
                {"type": "object", "additionalProperties": items},
                ids,
                {"type": ["string", "null"]},
            ],
        }
    return {key: _tidy(value) for key, value in properties.items()}


def _open(part: dict[str, Any]) -> dict[str, Any]:
    """A part of an entity; the user's own keys begin with `x-`."""
    part = {k: v for k, v in part.items() if k != "description"}
    if part.get("type") == "object":
        kept = {k: _tidy(v) for k, v in part.get("properties", {}).items() if not k.startswith("@")}
        part["properties"] = kept
        part["required"] = [k for k in part.get("required", []) if not k.startswith("@")]
        part["patternProperties"] = {"^x-": True}
        part["additionalProperties"] = False
        if not part["required"]:
            del part["required"]
    return part


def _tidy(value: dict[str, Any]) -> dict[str, Any]:
    """A property without defaults that say nothing, and with choices where the model has them."""
    tidy = {k: v for k, v in value.items() if k != "default"}
    enum = tidy.pop("enum", None)
    if enum is not None:
        tidy = {k: v for k, v in tidy.items() if k in ("title", "description")}
        tidy["anyOf"] = [{"enum": enum}, {"type": "null"}]
    return tidy
