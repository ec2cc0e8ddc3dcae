"""What other tools say of our BPMN, where they are installed.

bpmn-moddle and bpmnlint are npm packages: `npm install --no-save bpmn-moddle bpmnlint` in the checkout
puts them where these tests look; `ORGSPEC_BPMN_TOOLS` names another folder with its `node_modules`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from orgspec.resources import folder
from orgspec.workspace import compile_path
from tests.interchange.exchanging import exported

TOOLS = Path(os.environ.get("ORGSPEC_BPMN_TOOLS") or Path(__file__).parents[2])
MISSING = shutil.which("node") is None or not all(
    (TOOLS / "node_modules" / package).is_dir() for package in ("bpmn-moddle", "bpmnlint")
)
SCRIPT = """
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
const require = createRequire(process.argv[2] + '/package.json');
const { BpmnModdle } = await import(pathToFileURL(require.resolve('bpmn-moddle')));
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const { rootElement, warnings } = await new BpmnModdle().fromXML(fs.readFileSync(process.argv[3], 'utf8'));
const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
const found = Object.entries(await linter.lint(rootElement));
console.log(JSON.stringify([...warnings.map(w => w.message),
  ...found.flatMap(([rule, reports]) => reports.map(r => `${rule} ${r.id} ${r.message}`))]));
"""
SOUND = sorted(
    path.parent.name
    for path in folder("samples").glob("*/orgspec.yaml")
    if path.parent.name != "broken"
)


@pytest.mark.skipif(
    MISSING, reason="no bpmnlint: npm install --no-save bpmn-moddle bpmnlint, run by node"
)
@pytest.mark.parametrize("name", SOUND)
def test_bpmn_moddle_reads_every_sample_and_bpmnlint_finds_nothing(
    name: str, tmp_path: Path
) -> None:
    script, file = tmp_path / "lint.mjs", tmp_path / "x.bpmn"
    script.write_text(SCRIPT, encoding="utf-8")
    file.write_bytes(exported(compile_path(folder("samples") / name)))
    command = ["node", str(script), str(TOOLS), str(file)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(result.stdout) == []
